"""Running a `MainLoop` that is no `SceneTree`: a script with `_process` and nothing around it."""

from __future__ import annotations

from typing import Any

from engine.core import message_queue, output
from engine.core.clock import Clock, SystemClock
from engine.core.engine_singleton import Engine
from engine.core.main_loop import MainLoop
from engine.core.message_queue import MessageQueue
from engine.main.loop import Runnable
from engine.scene._frame_pacing import FramePacing
from engine.scene.scene_tree import SceneTree


class MainLoopRunner:
    """Steps a main loop as the loop wants it: as a tree is stepped.

    Args:
        main_loop: what has the callbacks.
        clock: paces real time.
    """

    def __init__(self, main_loop: MainLoop, clock: Clock | None = None) -> None:
        self.main_loop = main_loop
        self.clock: Clock = clock or SystemClock()
        self._pacing = FramePacing()
        self._queue = MessageQueue()
        self._ahead = 0.0  # process steps between frames have told of so much already
        self._ended = False
        self._exit_code = 0
        Engine._main_loop = main_loop

    @property
    def exit_code(self) -> int:
        """What the process ends with."""
        return self._exit_code

    @property
    def is_quitting(self) -> bool:
        """Whether a callback said that it was the end."""
        return self._ended

    def quit(self, exit_code: int = 0) -> None:
        """Ends the run after this frame."""
        self._exit_code = exit_code
        self._ended = True

    def request_close(self) -> None:
        """Nobody can refuse: it ends."""
        self._ended = True

    def initialize(self) -> None:
        """Before the first frame."""
        with message_queue.running(self._queue):
            self._call(self.main_loop._initialize)
            self._queue.flush()

    def run_frame(self, elapsed: float, max_physics_steps: int | None = None) -> None:
        """One frame: the physics steps that are due, then the process step."""
        rate = Engine.physics_ticks_per_second
        frame = self._pacing.advance(elapsed, rate, Engine.physics_jitter_fix)
        steps = frame.physics_steps
        if max_physics_steps is not None:
            steps = min(steps, max_physics_steps)
        with message_queue.running(self._queue):
            for _ in range(steps):
                Engine._physics_frames += 1
                self._step(self.main_loop._physics_process, Engine.time_scale / rate)
                if self._ended:
                    break
            passed = frame.without(self._ahead)
            self._ahead = 0.0
            self._step(self.main_loop._process, passed * Engine.time_scale)
            Engine._process_frames += 1

    def run_between(self, elapsed: float) -> None:
        """A process step between two frames; the next is so much shorter."""
        self._ahead += elapsed
        with message_queue.running(self._queue):
            self._step(self.main_loop._process, elapsed * Engine.time_scale)
            Engine._process_frames += 1

    def finalize(self) -> None:
        """After the last frame."""
        with message_queue.running(self._queue):
            self._call(self.main_loop._finalize)
            self._queue.flush()
        Engine._main_loop = None

    def _step(self, callback: Any, delta: float) -> None:
        if self._call(callback, delta) is True:
            self._ended = True
        self._queue.flush()

    def _call(self, callback: Any, *args: Any) -> Any:
        try:
            return callback(*args)
        except Exception as exception:
            output.script_error(exception)
            return None


def runnable(main_loop: MainLoop) -> Runnable:
    """What runs a main loop: a tree does it itself."""
    return main_loop if isinstance(main_loop, SceneTree) else MainLoopRunner(main_loop)
