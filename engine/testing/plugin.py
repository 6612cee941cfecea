"""The pytest plugin: trees as fixtures, and errors that fail tests.

It is found by pytest once the package is installed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from engine.core._lazy import lazy
from engine.core.engine_singleton import Engine
from engine.core.output import Message
from engine.testing.headless import HeadlessTree, engine_settings, restore_engine_settings
from engine.testing.messages import check_none_left, collect_messages

if TYPE_CHECKING:
    from engine.core import input as _input
    from engine.testing import multiplayer_cluster as _multiplayer_cluster
    from engine.testing import pilot as _pilot
    from engine.testing import windowed as _windowed
    from engine.testing.multiplayer_cluster import Cluster
    from engine.testing.pilot import Pilot
else:
    _input = lazy("engine.core.input")
    _multiplayer_cluster = lazy("engine.testing.multiplayer_cluster")
    _pilot = lazy("engine.testing.pilot")
    _windowed = lazy("engine.testing.windowed")

_messages = pytest.StashKey[list[Message]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """Collects the messages of a test, from the set-up of its fixtures on."""
    with collect_messages() as messages:
        item.stash[_messages] = messages
        try:
            return (yield)
        finally:
            if "engine.core.input" in sys.modules:
                _input.Input._forget()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, Any, Any]:
    """Leaves errors of fixtures to the test that uses them, unless the set-up fails anyway."""
    try:
        return (yield)
    except BaseException:
        item.stash[_messages].clear()
        raise


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fails a test when an error was reported that was not expected."""
    __tracebackhide__ = True
    return (yield from _with_clean_slate(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    """The same for what is reported when fixtures end: `_exit_tree` runs then."""
    __tracebackhide__ = True
    return (yield from _with_clean_slate(item))


def _with_clean_slate(item: pytest.Item) -> Generator[None, Any, Any]:
    """Lets a phase run, checks what it reported, and forgets it for the next one."""
    __tracebackhide__ = True
    messages = item.stash[_messages]
    try:
        result = yield
        if item.get_closest_marker("allow_errors") is None:
            check_none_left(messages)
    finally:
        messages.clear()
    return result


def pytest_configure(config: pytest.Config) -> None:
    """Makes the plugin's marker known."""
    config.addinivalue_line(
        "markers", "allow_errors: errors that are reported do not fail the test"
    )


@pytest.fixture
def make_tree() -> Iterator[Callable[[], HeadlessTree]]:
    """Makes headless trees, as many as the test calls it; they are ended with the test."""
    with ExitStack() as at_end:
        at_end.callback(restore_engine_settings, engine_settings())
        Engine._main_loop = None  # the first tree of the test becomes it

        def make() -> HeadlessTree:
            tree = HeadlessTree()
            at_end.callback(tree.finalize)
            return tree

        yield make


@pytest.fixture
def tree(make_tree: Callable[[], HeadlessTree]) -> HeadlessTree:
    """A headless tree, stepped by hand: `tree.add(node)`, `tree.tick(3)`, `tree.run_until(...)`."""
    return make_tree()


@pytest.fixture
def pilot(make_tree: Callable[[], HeadlessTree]) -> Pilot:
    """Drives a headless tree by mouse and keyboard, in a view of 1152 x 648."""
    made = _pilot.Pilot(make_tree())
    made.resize(1152, 648)
    return made


@pytest.fixture
def window_pilot(make_tree: Callable[[], HeadlessTree]) -> Iterator[Pilot]:
    """The same for a tree with a window that nobody sees: SDL's driver "dummy"."""
    tree = make_tree()
    with _windowed.windowed(tree):
        yield _pilot.Pilot(tree)


@pytest.fixture
def make_cluster() -> Iterator[Callable[..., Cluster]]:
    """Makes a server's tree and its clients' trees, connected in memory and run in step.

    `make_cluster(clients=3, conditions=LinkConditions(delay=0.05, loss=0.1), seed=7)`: see
    `engine.testing.multiplayer_cluster.Cluster`. They are ended with the test.
    """
    with ExitStack() as at_end:
        at_end.callback(restore_engine_settings, engine_settings())
        Engine._main_loop = None

        def make(*args: Any, **kwargs: Any) -> Cluster:
            cluster = _multiplayer_cluster.Cluster(*args, **kwargs)
            at_end.callback(cluster.finalize)
            return cluster

        yield make
