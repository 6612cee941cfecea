"""`SceneTree`: runs a tree of nodes, frame by frame.

A frame is some physics steps, then one process step. The order within a step is Godot's:

    physics step   physics_frame, nodes, unique group calls, deferred calls, timers, tweens,
                   deletions
    process step   multiplayer, process_frame, deferred calls, nodes, unique group calls, deferred
                   calls, scene change, timers, tweens, deletions

Deferred calls are flushed once more after each step. The loop in `engine.main` paces frames by a
clock; a test calls `tick()` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import _input_queue, message_queue, output
from engine.core._lazy import lazy
from engine.core.clock import Clock, SystemClock
from engine.core.engine_singleton import Engine
from engine.core.message_queue import MessageQueue
from engine.core.object import Object
from engine.core.signal import Signal
from engine.net import _poller
from engine.scene import _deletion
from engine.scene._frame_pacing import FramePacing
from engine.scene._process_list import ProcessList
from engine.scene._tree_multiplayer import TreeMultiplayer
from engine.scene._tree_statistics import TreeStatistics
from engine.scene.node import Node
from engine.scene.scene_tree_timer import SceneTreeTimer, TreeTimers
from engine.scene.window import Window

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.scene import _tween_list
    from engine.scene import tween as _tween
    from engine.scene.tween import Tween
else:
    _tween = lazy("engine.scene.tween")
    _tween_list = lazy("engine.scene._tween_list")


class _Running:
    """What `SceneTree._running` opens; it is made once, as every frame needs it."""

    __slots__ = ("_deletions", "_queue")

    def __init__(self, queue: MessageQueue, deletions: list[Any]) -> None:
        self._queue = message_queue.running(queue)
        self._deletions = deletions

    def __enter__(self) -> None:
        _deletion._running.append(self._deletions)
        self._queue.__enter__()

    def __exit__(self, *problem: object) -> None:
        self._queue.__exit__()
        _deletion._running.pop()


class SceneTree(TreeMultiplayer):
    """A tree of nodes that runs.

    Args:
        clock: where its time comes from; the system's clock without one. The tree itself only hands
            it on: what passes in a frame is told to `tick`.
        entered: whether the root is inside the tree from the beginning. The loop first builds the
            main scene, and has everything enter together.

    Signals: `process_frame`, `physics_frame`, `node_added`, `node_removed`, `node_renamed`,
    `tree_changed`, `scene_changed`.
    """

    auto_accept_quit: bool = True  # whether a close request ends the run
    quit_on_go_back: bool = True
    physics_interpolation: bool = False
    debug_collisions_hint: bool = False
    debug_navigation_hint: bool = False
    debug_paths_hint: bool = False
    edited_scene_root: Any = None

    tree_changed = Signal()
    scene_changed = Signal()
    tree_process_mode_changed = Signal()
    node_added = Signal("node")
    node_removed = Signal("node")
    node_renamed = Signal("node")
    node_configuration_warning_changed = Signal("node")
    process_frame = Signal()
    physics_frame = Signal()

    def __init__(self, clock: Clock | None = None, *, entered: bool = True) -> None:
        super().__init__()
        self.clock: Clock = clock or SystemClock()
        self._queue = MessageQueue()
        self._deletions: list[Any] = []
        self._scope = _Running(self._queue, self._deletions)
        self._steps = (ProcessList(self, False), ProcessList(self, True))
        self._timers = TreeTimers()
        self._tweens: list[Tween] = []
        self._moved: dict[Any, None] = {}  # items that wait to be told of their new place
        self._pacing = FramePacing()
        self._paused = False
        self._quit = False
        self._exit_code = 0
        self._frame = 0
        self._ahead = 0.0  # process steps between frames have told of so much already
        self._node_count = 0
        self._process_time = self._physics_time = self._unscaled_process_time = 0.0
        self._statistics = TreeStatistics()
        self._root = Window()
        self._root.name = "root"
        self._root._become_root()
        self._root.close_requested.connect(self._close_requested)
        self._root.go_back_requested.connect(self._go_back_requested)
        if Engine._main_loop is None or not isinstance(Engine._main_loop, Object):
            Engine._main_loop = self
        if entered:
            self.initialize()

    @property
    def root(self) -> Window:
        """The root of the tree."""
        return self._root

    def get_root(self) -> Window:
        """The root of the tree."""
        return self._root

    # Life ----------------------------------------------------------------------------------------

    def initialize(self) -> None:
        """Has the root and everything below it enter the tree, and then get ready."""
        if self._root._tree is None:
            with self._running():
                self._run_own(self._initialize)
                self._root._enter(self)

    def finalize(self) -> None:
        """Ends the tree: everything leaves it and is freed."""
        if type(self._root)._freed:
            return
        with self._running():
            self._queue.flush()
            _deletion.flush(self._deletions)
            if self._root._tree is not None:
                self._root._propagate_exit(self)
                self._root._after_leaving()
            self._root._free_now()
            self._drop_scene_change()
            if self._polled:
                self._end_multiplayer()
            _deletion.flush(self._deletions)
            self._run_own(self._finalize)
            self._queue.flush()
            _deletion.flush(self._deletions)
            self._timers.clear()
            self._tweens.clear()
        if Engine._main_loop is self:
            Engine._main_loop = None

    def quit(self, exit_code: int = 0) -> None:
        """Ends the run after this frame."""
        self._exit_code = int(exit_code)
        self._quit = True

    @property
    def exit_code(self) -> int:
        """What `quit` was told."""
        return self._exit_code

    @property
    def is_quitting(self) -> bool:
        """Whether `quit` was called."""
        return self._quit

    def request_close(self) -> None:
        """Asks for an end as the window's close button does.

        Every node is told `NOTIFICATION_WM_CLOSE_REQUEST`, the root emits `close_requested`, and
        the tree quits unless `auto_accept_quit` is off.
        """
        with self._running():
            self._root._close_request_event()

    def _input_event(self, event: InputEvent) -> None:
        with self._running():
            if not type(self._root)._freed:
                self._root._window_input(event)

    def _close_requested(self) -> None:
        if self.auto_accept_quit:
            self._quit = True

    def _go_back_requested(self) -> None:
        if self.quit_on_go_back:
            self._quit = True

    # Frames --------------------------------------------------------------------------------------

    def tick(self, count: int = 1, *, delta: float = 1.0 / 60.0) -> None:
        """Runs whole frames, back to back.

        Args:
            count: how many.
            delta: how long each is, in seconds. It is divided into physics ticks as the loop does
                it.
        """
        for _ in range(count):
            self.run_frame(delta)

    def run_frame(self, elapsed: float, max_physics_steps: int | None = None) -> None:
        """Runs one frame: the physics steps that are due, then the process step.

        Args:
            elapsed: the time since the last frame, in seconds.
            max_physics_steps: no more steps than these; time beyond them is lost.
        """
        rate = Engine.physics_ticks_per_second
        frame = self._pacing.advance(elapsed, rate, Engine.physics_jitter_fix)
        steps = frame.physics_steps
        if max_physics_steps is not None and steps > max_physics_steps:
            steps = max_physics_steps
        scale = Engine.time_scale
        started = self.clock.now()
        with self._running():
            if _input_queue.waiting and _input_queue.deliver is not None:
                _input_queue.deliver()
            sockets = _poller.poller()
            sockets.begin_tick()
            for _ in range(steps):
                Engine._in_physics = True
                Engine._physics_frames += 1
                self.physics_step(scale / rate)
                self._queue.flush()
                if self._quit:
                    break
            Engine._in_physics = False
            Engine._interpolation_fraction = frame.interpolation_fraction
            passed = frame.without(self._ahead)
            self._ahead = 0.0
            self._unscaled_process_time = passed
            self.process_step(passed * scale)
            self._queue.flush()
            sockets.end_tick()
            Engine._process_frames += 1
        self._statistics.frame(self.clock.now() - started)

    def run_between(self, elapsed: float) -> None:
        """Runs a process step between two frames: something came that is not to wait.

        Args:
            elapsed: the time since the last process step, in seconds. The next frame's is so much
                shorter; its physics steps are not.
        """
        self._ahead += elapsed
        with self._running():
            sockets = _poller.poller()
            sockets.begin_tick()
            self._unscaled_process_time = elapsed
            self.process_step(elapsed * Engine.time_scale)
            self._queue.flush()
            sockets.end_tick()
            Engine._process_frames += 1

    def physics_step(self, delta: float) -> None:
        """One physics step of `delta` seconds, without the loop's counting."""
        self._frame += 1
        self._physics_time = delta
        if self._moved:
            self._flush_moved()
        if self._run_own(self._physics_process, delta):
            self._quit = True
        self._emit_if_heard("physics_frame")
        self._steps[1].run(delta)
        self._flush_unique_calls()
        self._flush_deferred()
        unscaled = 1.0 / Engine.physics_ticks_per_second
        self._timers.step(True, delta, unscaled, self._paused)
        if self._tweens:
            _tween_list.process_tweens(self._tweens, delta, unscaled, True, self._paused)
        if self._deletions or _deletion._between_trees:
            _deletion.flush(self._deletions)

    def process_step(self, delta: float) -> None:
        """One process step of `delta` seconds, without the loop's counting."""
        self._process_time = delta
        if self._run_own(self._process, delta):
            self._quit = True
        if self._polled and self.multiplayer_poll:
            self._poll_multiplayer()
        self._emit_if_heard("process_frame")
        self._flush_deferred()
        self._steps[0].run(delta)
        self._flush_unique_calls()
        self._flush_deferred()
        if self._scene_after is not None:
            self._flush_scene_change()
        unscaled = self._unscaled_process_time
        self._timers.step(False, delta, unscaled, self._paused)
        if self._tweens:
            _tween_list.process_tweens(self._tweens, delta, unscaled, False, self._paused)
        if self._moved:
            self._flush_moved()
        if self._deletions or _deletion._between_trees:
            _deletion.flush(self._deletions)

    def _flush_deferred(self) -> None:
        self._queue.flush()
        if self._moved:
            self._flush_moved()

    def _flush_moved(self) -> None:
        """Tells items that wait for it that their place has changed, the last one first."""
        moved = self._moved
        for item in reversed(list(moved)):
            if item in moved:
                del moved[item]
                item.notification(2000)  # TRANSFORM_CHANGED

    def _run_own(self, callback: Any, *args: Any) -> bool:
        """The callback of a script that extends the tree itself."""
        if type(self) is SceneTree:
            return False
        try:
            return callback(*args) is True
        except Exception as exception:
            output.script_error(exception)
            return False

    def _running(self) -> _Running:
        """While it is open, what is deferred or queued elsewhere belongs to this tree."""
        return self._scope

    def get_frame(self) -> int:
        """The number of physics steps so far."""
        return self._frame

    # Nodes ---------------------------------------------------------------------------------------

    def _node_entered(self, node: Node) -> None:
        if self._signals is not None:
            self._emit_if_heard("node_added", node)

    def _node_left(self, node: Node) -> None:
        self._node_count -= 1
        if self._group_calls:
            self._left_meanwhile.add(node)
        if node is self._current_scene:
            self._current_scene = None
        if self._signals is not None:
            self._emit_if_heard("node_removed", node)

    def get_node_count(self) -> int:
        """How many nodes are in the tree, the root counted in."""
        return self._node_count

    def queue_delete(self, obj: Object) -> None:
        """Frees an object at the end of this step."""
        if isinstance(obj, Node):
            obj.queue_free()
        else:
            obj._keep("queued", True)
            self._deletions.append(obj)

    # Pausing -------------------------------------------------------------------------------------

    @property
    def paused(self) -> bool:
        """Whether the tree is paused: nodes run or not by their `process_mode`."""
        return self._paused

    @paused.setter
    def paused(self, enable: bool) -> None:
        if bool(enable) == self._paused:
            return
        self._paused = bool(enable)
        self._running_changed()
        self._root._tell_pause(self._paused)

    def set_pause(self, enable: bool) -> None:
        """Sets `paused`."""
        self.paused = enable

    def is_paused(self) -> bool:
        """The value of `paused`."""
        return self._paused

    def _running_changed(self) -> None:
        for step in self._steps:
            step.refresh_all()

    # Timers and tweens ---------------------------------------------------------------------------

    def create_timer(
        self,
        time_sec: float,
        process_always: bool = True,
        process_in_physics: bool = False,
        ignore_time_scale: bool = False,
    ) -> SceneTreeTimer:
        """A timer that emits `timeout` once: `await get_tree().create_timer(2).timeout`.

        Args:
            time_sec: seconds until then.
            process_always: whether it runs while the tree is paused.
            process_in_physics: whether time passes in physics steps.
            ignore_time_scale: whether `Engine.time_scale` does not count.
        """
        return self._timers.add(time_sec, process_always, process_in_physics, ignore_time_scale)

    def create_tween(self) -> Tween:
        """A tween that the tree runs, bound to no node."""
        tween = _tween.Tween(self)
        self._tweens.append(tween)
        return tween

    def get_processed_tweens(self) -> list[Tween]:
        """The tweens of the tree."""
        return list(self._tweens)

    # Others --------------------------------------------------------------------------------------

    def is_accessibility_enabled(self) -> bool:
        """Whether a screen reader is served; never here."""
        return False

    def is_accessibility_supported(self) -> bool:
        """Whether a screen reader can be served; never here."""
        return False

    def statistics(self) -> TreeStatistics.Record:
        """Frames run and their times, and what is in the tree."""
        return self._statistics.record(
            nodes=self._node_count,
            processing=len(self._steps[0]),
            physics_processing=len(self._steps[1]),
            timers=len(self._timers),
            tweens=len(self._tweens),
        )
