"""Trees for tests: stepped by hand, on a clock that stands still until it is told to go on."""

from __future__ import annotations

import time
from collections.abc import Awaitable
from collections.abc import Callable as PyCallable
from types import CoroutineType
from typing import Any, TypeAlias, TypeVar

from engine.core.clock import ManualClock, SystemClock
from engine.core.coroutine import Coroutine, start
from engine.core.engine_singleton import Engine
from engine.core.signal import Signal
from engine.core.time import Time
from engine.main.loop import Screen
from engine.net._poller import poller
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree

N = TypeVar("N", bound=Node)
Awaited: TypeAlias = "Signal | Awaitable[Any] | PyCallable[[], Any]"
_TICK = 1.0 / 60.0
_ENGINE_SETTINGS = (
    "physics_ticks_per_second",
    "max_physics_steps_per_frame",
    "max_fps",
    "time_scale",
    "physics_jitter_fix",
    "print_error_messages",
    "print_to_stdout",
    "_main_loop",
)


class HeadlessTree(SceneTree):
    """A tree that runs when it is told to, without a window and without waiting.

    Each tick is 1/60 s on the tree's own `ManualClock`. Several of them can live in one test; the
    ticks of `Time` are those of the last one made.

    Args:
        clock: by default one of its own.
    """

    def __init__(self, clock: ManualClock | None = None) -> None:
        self._manual_clock = ManualClock() if clock is None else clock
        self._screen: Screen | None = None
        Time._use_clock(self._manual_clock)
        super().__init__(self._manual_clock)

    def finalize(self) -> None:
        """Ends the tree: everything leaves it and is freed."""
        super().finalize()
        Time._use_clock(SystemClock())

    def add(self, node: N) -> N:
        """Adds a node below the root, named after its class if it has no name; gives it back."""
        if not node.name:
            node.name = type(node).__name__
        self.root.add_child(node, True)
        return node

    def tick(self, count: int = 1, *, delta: float = _TICK) -> None:
        """Runs frames, and lets the same time pass on the clock.

        Args:
            count: how many.
            delta: how long each is, in seconds.
        """
        for _ in range(count):
            self._manual_clock.advance(delta)
            self._run_tick(delta)

    def _run_tick(self, delta: float) -> None:
        """Runs a frame; the clock has been advanced already."""
        screen = self._screen
        if screen is not None:
            screen.before_frame()
        self.run_frame(delta)
        if screen is not None:
            screen.draw()

    def run_until(self, what: Awaited, timeout: float = 10.0) -> Any:
        """Runs frames until something has happened; see `run_until`."""
        return run_until(what, self, timeout=timeout)


def run_until(what: Awaited, *trees: HeadlessTree, timeout: float = 10.0) -> Any:
    """Runs the frames of some trees, in turn, until something has happened.

    Args:
        what: a signal that is emitted, a coroutine that ends, or a function that gives something
            true.
        trees: the trees to run, each one frame at a time.
        timeout: how long it may take: seconds of the trees' clocks, and while sockets are open
            (what is at their other end may need real time) of the real one.

    Returns:
        What awaiting the signal or the coroutine gives, or what the function gave. A coroutine
        whose object is freed before it returns gives None.

    Raises:
        TimeoutError: when it has not happened in time.
        Exception: what the coroutine raised.
    """
    watch = _Watch(what)
    started, passed = time.monotonic(), 0.0
    while not watch.done():
        late = time.monotonic() - started if len(poller()) else passed
        if late > timeout:
            raise TimeoutError(f"{watch.name} has not happened within {timeout:g} s")
        for tree in trees:
            tree.tick()
        passed += _TICK
        if len(poller()) and not watch.done():
            poller().wait(0.001)
    return watch.result()


class _Watch:
    """Tells whether a signal came, a coroutine ended or a condition holds."""

    def __init__(self, what: Awaited) -> None:
        self._what: Any = start(what) if isinstance(what, CoroutineType) else what
        self._value: Any = None
        self._exception: Exception | None = None
        self._came = False
        self.name = str(what) if isinstance(what, Signal) else getattr(what, "__name__", repr(what))
        if isinstance(self._what, Signal | Coroutine):
            start(self._wait())

    async def _wait(self) -> None:
        try:
            self._value = await self._what
        except Exception as exception:
            self._exception = exception
        self._came = True

    def done(self) -> bool:
        """Whether it has happened."""
        if isinstance(self._what, Signal):
            return self._came
        if isinstance(self._what, Coroutine):
            return not self._what.is_valid()
        self._value = self._what()
        return bool(self._value)

    def result(self) -> Any:
        """What came of it."""
        if self._exception is not None:
            raise self._exception
        return self._value


def engine_settings() -> dict[str, Any]:
    """The settings of `Engine` that a test may change, and its main loop."""
    return {name: getattr(Engine, name) for name in _ENGINE_SETTINGS}


def restore_engine_settings(settings: dict[str, Any]) -> None:
    """Sets them back."""
    for name, value in settings.items():
        setattr(Engine, name, value)
