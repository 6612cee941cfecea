"""`Timer`: a node that counts time."""

from __future__ import annotations

from enum import IntEnum

from engine.core import output
from engine.core.engine_singleton import Engine
from engine.core.signal import Signal
from engine.scene._node_state import INTERNAL, PHYSICS_INTERNAL
from engine.scene.node import Node


class Timer(Node):
    """Emits `timeout` after a time, once or again and again.

    It has to be inside the tree to run, and stands still while it is paused or its tree is. At most
    one `timeout` comes in a frame.

    Signals: `timeout`.
    """

    class TimerProcessCallback(IntEnum):
        """In which step the time passes."""

        TIMER_PROCESS_PHYSICS = 0
        TIMER_PROCESS_IDLE = 1

    TIMER_PROCESS_PHYSICS = TimerProcessCallback.TIMER_PROCESS_PHYSICS
    TIMER_PROCESS_IDLE = TimerProcessCallback.TIMER_PROCESS_IDLE

    timeout = Signal()

    _stored = ("process_callback", "wait_time", "one_shot", "autostart", "ignore_time_scale")
    _own = (
        "_autostart",
        "_callback",
        "_left",
        "_paused",
        "_running",
        "_wait_time",
        "ignore_time_scale",
        "one_shot",
    )

    def __new__(cls, *args: object, **kwargs: object) -> Timer:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Timer = super().__new__(cls)
        self._autostart = False
        self._callback = Timer.TIMER_PROCESS_IDLE
        self._wait_time = 1.0
        self._left = -1.0
        self._paused = False
        self._running = False
        return self

    one_shot: bool = False  # whether it stops after the first timeout
    ignore_time_scale: bool = False  # whether `Engine.time_scale` does not count
    _callback: Timer.TimerProcessCallback

    # Settings ------------------------------------------------------------------------------------

    @property
    def wait_time(self) -> float:
        """Seconds between timeouts; more than 0. A change counts from the next start."""
        return self._wait_time

    @wait_time.setter
    def wait_time(self, seconds: float) -> None:
        if seconds <= 0.0:
            output.error("Time should be greater than zero.")
            return
        self._wait_time = float(seconds)

    def set_wait_time(self, time_sec: float) -> None:
        """Sets `wait_time`."""
        self.wait_time = time_sec

    def get_wait_time(self) -> float:
        """The value of `wait_time`."""
        return self._wait_time

    def set_one_shot(self, enable: bool) -> None:
        """Whether it stops after the first timeout."""
        self.one_shot = bool(enable)

    def is_one_shot(self) -> bool:
        """Whether it stops after the first timeout."""
        return self.one_shot

    @property
    def autostart(self) -> bool:
        """Whether it starts by itself when it gets ready; off again from then on."""
        return self._autostart

    @autostart.setter
    def autostart(self, enable: bool) -> None:
        self._autostart = bool(enable)

    def set_autostart(self, enable: bool) -> None:
        """Sets `autostart`."""
        self._autostart = bool(enable)

    def has_autostart(self) -> bool:
        """The value of `autostart`."""
        return self._autostart

    @property
    def process_callback(self) -> Timer.TimerProcessCallback:
        """In which step the time passes."""
        return self._callback

    @process_callback.setter
    def process_callback(self, callback: int) -> None:
        if callback == self._callback:
            return
        self._tick(False)
        self._callback = Timer.TimerProcessCallback(callback)
        self._tick(self._running and not self._paused)

    def set_timer_process_callback(self, callback: int) -> None:
        """Sets `process_callback`."""
        self.process_callback = callback

    def get_timer_process_callback(self) -> Timer.TimerProcessCallback:
        """The value of `process_callback`."""
        return self._callback

    @property
    def paused(self) -> bool:
        """Whether it stands still; it goes on from there."""
        return self._paused

    @paused.setter
    def paused(self, paused: bool) -> None:
        self._paused = bool(paused)
        self._tick(self._running and not self._paused)

    def set_paused(self, paused: bool) -> None:
        """Sets `paused`."""
        self.paused = paused

    def is_paused(self) -> bool:
        """The value of `paused`."""
        return self._paused

    def set_ignore_time_scale(self, ignore: bool) -> None:
        """Whether `Engine.time_scale` does not count."""
        self.ignore_time_scale = bool(ignore)

    def is_ignoring_time_scale(self) -> bool:
        """Whether `Engine.time_scale` does not count."""
        return self.ignore_time_scale

    # Running -------------------------------------------------------------------------------------

    def start(self, time_sec: float = -1.0) -> None:
        """Starts it, or starts it again; a time above 0 becomes its `wait_time`."""
        if self._tree is None:
            output.error(
                "Unable to start the timer because it's not inside the scene tree. Either add it "
                "or set autostart to true."
            )
            return
        if time_sec > 0.0:
            self._wait_time = float(time_sec)
        self._left = self._wait_time
        self._running = True
        self._tick(not self._paused)

    def stop(self) -> None:
        """Stops it, without a timeout."""
        self._left = -1.0
        self._running = False
        self._autostart = False
        self._tick(False)

    def is_stopped(self) -> bool:
        """Whether it does not run."""
        return self.time_left <= 0.0

    @property
    def time_left(self) -> float:
        """Seconds until the next timeout; 0 when it is stopped."""
        return max(self._left, 0.0)

    def get_time_left(self) -> float:
        """The value of `time_left`."""
        return self.time_left

    def _tick(self, enable: bool) -> None:
        idle = self._callback == Timer.TIMER_PROCESS_IDLE
        self._switch(INTERNAL if idle else PHYSICS_INTERNAL, enable)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == Node.NOTIFICATION_READY and self._autostart:
            self.start()
            self._autostart = False

    def _internal_process(self, delta: float) -> None:
        if self._callback == Timer.TIMER_PROCESS_IDLE:
            unscaled = self._tree._unscaled_process_time if self._tree is not None else delta
            self._pass(unscaled if self.ignore_time_scale else delta)

    def _internal_physics_process(self, delta: float) -> None:
        if self._callback == Timer.TIMER_PROCESS_PHYSICS:
            unscaled = 1.0 / Engine.physics_ticks_per_second
            self._pass(unscaled if self.ignore_time_scale else delta)

    def _pass(self, delta: float) -> None:
        self._left -= delta
        if self._left < 0.0:
            if self.one_shot:
                self.stop()
            else:
                self._left += self._wait_time
            self._emit_if_heard("timeout")
