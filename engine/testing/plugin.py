"""The pytest plugin: trees as fixtures, and errors that fail tests.

It is found by pytest once the package is installed.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest

from engine.core.output import Message
from engine.testing.headless import HeadlessTree, engine_settings, restore_engine_settings
from engine.testing.messages import check_none_left, collect_messages


_messages = pytest.StashKey[list[Message]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """Collects the messages of a test, from the set-up of its fixtures on."""
    with collect_messages() as messages:
        item.stash[_messages] = messages
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fails a test during which an error was reported that it did not expect."""
    result = yield
    if item.get_closest_marker("allow_errors") is None:
        check_none_left(item.stash[_messages])
    return result


def pytest_configure(config: pytest.Config) -> None:
    """Makes the plugin's marker known."""
    config.addinivalue_line(
        "markers", "allow_errors: errors that are reported do not fail the test"
    )


@pytest.fixture
def make_tree() -> Iterator[Callable[[], HeadlessTree]]:
    """Makes headless trees, as many as the test calls it; they are ended with the test."""
    settings = engine_settings()
    trees: list[HeadlessTree] = []

    def make() -> HeadlessTree:
        trees.append(HeadlessTree())
        return trees[-1]

    yield make
    for tree in reversed(trees):
        tree.finalize()
    restore_engine_settings(settings)


@pytest.fixture
def tree(make_tree: Callable[[], HeadlessTree]) -> HeadlessTree:
    """A headless tree, stepped by hand: `tree.add(node)`, `tree.tick(3)`, `tree.run_until(...)`."""
    return make_tree()
