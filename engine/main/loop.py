"""The loop: paces the frames of a tree by a clock, and ends it cleanly.

There are three ways to pace. Usually time is real and ticks are whole: each frame is exactly one
tick of `Engine.physics_ticks_per_second` long, a late loop catches up back to back, and what is
later than eight ticks is given up. With a fixed rate (`--fixed-fps`) frames have that length and
run as fast as they go. With `--max-fps` the length of each frame is measured.

With `Engine.wake_on_traffic`, a loop of whole ticks without a screen does not sleep through what
comes from the network: it runs a process step at once, whose delta is the time since the last one;
the next tick's is so much shorter. Physics, and what is due by it, keeps to the ticks.

Where there is a screen, what happened on it is told before each frame, and the tree is drawn after
it; of frames that are caught up only the last is.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, Protocol

from engine.core import output
from engine.core._lazy import lazy
from engine.core.clock import Clock, SystemClock
from engine.core.engine_singleton import Engine
from engine.core.output import Message
from engine.net._farewell import farewell
from engine.net._poller import poller
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree

if TYPE_CHECKING:
    from engine.main import screen as _screen
else:
    _screen = lazy("engine.main.screen")

MOST_CAUGHT_UP = 8
_ONE_SIGNAL = 0.5  # seconds in which a signal that comes again is the same one


class Runnable(Protocol):
    """What the loop runs: a tree, or what stands in for one."""

    clock: Clock

    @property
    def exit_code(self) -> int:
        """What the process ends with."""

    @property
    def is_quitting(self) -> bool:
        """Whether this is the last frame."""

    def initialize(self) -> None:
        """Before the first frame."""

    def run_frame(self, elapsed: float, max_physics_steps: int | None = None) -> None:
        """One frame."""

    def run_between(self, elapsed: float) -> None:
        """A process step between two frames; the next is so much shorter."""

    def finalize(self) -> None:
        """After the last frame."""

    def request_close(self) -> None:
        """Somebody wants it to end."""

    def quit(self, exit_code: int = 0) -> None:
        """This frame is the last."""


class Screen(Protocol):
    """What shows the tree."""

    def before_frame(self) -> None:
        """Takes what happened on the screen."""

    def draw(self) -> bool:
        """Shows the tree as it is now; gives whether anything had to be painted."""


class Loop:
    """Runs a tree until it quits.

    Args:
        tree: the tree.
        screen: shows the tree; None for a server.
        clock: paces real time; the tree's own clock without one.
        fixed_fps: frames of exactly 1/N seconds, unpaced; 0 for real time.
        max_fps: measured frames, at most so many a second (0: no limit); None for whole ticks.
        quit_after: frames to run at most; 0 for no end.
        strict: the first script error ends the run with exit code 1.
    """

    def __init__(
        self,
        tree: Runnable,
        clock: Clock | None = None,
        *,
        screen: Screen | None = None,
        fixed_fps: int = 0,
        max_fps: int | None = None,
        quit_after: int = 0,
        strict: bool = False,
    ) -> None:
        self.tree = tree
        self.screen = screen
        self.clock = clock or tree.clock
        self.fixed_fps = fixed_fps
        self.max_fps = max_fps
        self.quit_after = quit_after
        self.strict = strict
        self._frames = 0
        self._close_asked = False
        self._signalled = 0.0
        self._not_drawn = 0

    def run(self) -> int:
        """Runs frames until the tree quits, then ends it; gives the exit code."""
        with ExitStack() as stack:
            stack.enter_context(self._signals())
            if self.strict:
                stack.enter_context(output.script_error_observer(self._strict_end))
            try:
                self.tree.initialize()
                self._run_frames()
            finally:
                with farewell():
                    self.tree.finalize()
        return self.tree.exit_code

    def _run_frames(self) -> None:
        if self.fixed_fps:
            while self._goes_on():
                self._frame(1.0 / self.fixed_fps)
                self._draw()
        elif self.max_fps is not None:
            self._run_measured()
        else:
            self._run_ticks()

    def _run_ticks(self) -> None:
        clock = self.clock
        due = clock.now()
        while self._goes_on():
            tick = 1.0 / Engine.physics_ticks_per_second
            self._frame(tick)
            due += tick
            if clock.now() < due or self._not_drawn >= MOST_CAUGHT_UP:
                self._draw()
            now = clock.now()
            if now < due:
                if Engine.wake_on_traffic and self.screen is None:
                    self._sleep_lightly(due - tick, due)
                else:
                    clock.sleep_until(due)
            elif now - due > MOST_CAUGHT_UP * tick:
                due = now - MOST_CAUGHT_UP * tick

    def _sleep_lightly(self, since: float, due: float) -> None:
        """Sleeps until `due`, with a process step whenever something comes.

        Args:
            since: up to when process steps have told the scripts that time has passed.
            due: when the next tick begins.
        """
        clock, tree, net = self.clock, self.tree, poller()
        real = isinstance(clock, SystemClock)  # another one only passes when it is told to
        while (left := due - clock.now()) > 0.0 and not tree.is_quitting and not self._close_asked:
            if not net.wait_for_news(left if real else 0.0):
                clock.sleep_until(due)
                return
            now = clock.now()
            if now < due:
                tree.run_between(now - since)
                since = now

    def _run_measured(self) -> None:
        clock = self.clock
        before = clock.now()
        while self._goes_on():
            now = clock.now()
            self._frame(now - before, Engine.max_physics_steps_per_frame)
            self._draw()
            before = now
            limit = Engine.max_fps or self.max_fps
            if limit:
                clock.sleep_until(now + 1.0 / limit)

    def _frame(self, elapsed: float, most_steps: int | None = None) -> None:
        if self.screen is not None:
            self.screen.before_frame()
        self.tree.run_frame(elapsed, most_steps)
        self._frames += 1
        self._not_drawn += 1

    def _draw(self) -> None:
        self._not_drawn = 0
        if self.screen is not None:
            self.screen.draw()

    def _goes_on(self) -> bool:
        if self._close_asked:
            self._close_asked = False
            self.tree.request_close()
        if self.quit_after and self._frames >= self.quit_after:
            return False
        # Who quits in `_ready` still gets the first frame, as in Godot.
        return not self.tree.is_quitting or self._frames == 0

    # Ending --------------------------------------------------------------------------------------

    def _strict_end(self, message: Message) -> None:
        self.tree.quit(1)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        """The first time asks the tree to close, as a window's button would; the next insists.

        Who ends a whole group of processes signals some of them twice: that is still once.
        """
        now = time.monotonic()  # the tree's clock may stand still
        ending = self._close_asked or self.tree.is_quitting
        if ending and 0.0 < self._signalled < now - _ONE_SIGNAL:
            raise KeyboardInterrupt
        if not ending:
            self._close_asked = True
        if not ending or not self._signalled:
            self._signalled = now

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """While it is open, Ctrl+C and SIGTERM ask the tree to close."""
        before: dict[signal.Signals, Any] = {}
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                before[number] = signal.signal(number, self._on_signal)
            except ValueError:  # not the main thread: signals are somebody else's
                break
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def make_tree(scene: Node, clock: Clock | None = None) -> SceneTree:
    """A tree whose main scene is `scene`, ready to be run: nothing has entered it yet."""
    tree = SceneTree(clock or SystemClock(), entered=False)
    set_scene(tree, scene)
    return tree


def set_scene(tree: SceneTree, scene: Node) -> None:
    """Makes a node the main scene of a tree that nothing has entered yet."""
    if not scene.name:
        scene.name = type(scene).__name__
    tree.root.add_child(scene)
    tree.current_scene = scene


def run(scene: Node | type[Node], *, headless: bool | None = None, **options: Any) -> int:
    """Runs a node as the main scene, until it quits; gives the exit code.

    For scripts that are started by themselves:

        if __name__ == "__main__":
            run(Server)

    Args:
        scene: a node, or its class.
        headless: never to open a window; without it, that is so when the script was started with
            `--headless`.
        options: those of `Loop`.
    """
    tree = SceneTree(entered=False)
    if headless is None:
        headless = "--headless" in sys.argv[1:]
    with ExitStack() as at_end:
        screen = _screen.open_screen(tree, _screen.Options(headless=headless))
        if screen is not None:
            at_end.callback(screen.close)
        set_scene(tree, scene() if isinstance(scene, type) else scene)
        return Loop(tree, screen=screen, **options).run()
