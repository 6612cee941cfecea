"""`Tween`: changes properties and calls methods over time, one step after the other.

A tween is a list of steps, each of which is a list of tweeners that run side by side. The tree
lets time pass for its tweens after the nodes have run; what a step leaves over of it goes to the
next one, so that a tween of many short steps does not fall behind.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Self

from engine.core import output
from engine.core._type_of import annotated_type
from engine.core.node_path import NodePath
from engine.core.ref_counted import RefCounted
from engine.core.signal import Signal
from engine.core.variant_type import TYPE_FLOAT
from engine.scene._easing import EQUATIONS, weight_of
from engine.scene._interpolate import add, matched, mix
from engine.scene._tween_support import (
    is_ease,
    is_gone,
    is_transition,
    property_path,
    same_type,
)
from engine.scene.tweeners import (
    CallbackTweener,
    IntervalTweener,
    MethodTweener,
    PropertyTweener,
    SubtweenTweener,
    Tweener,
)

if TYPE_CHECKING:
    from engine.scene.node import Node
    from engine.scene.scene_tree import SceneTree

_INVALID = "Tween invalid. Either finished or created outside scene tree."
_MISSING = object()
_BOUND, _PROCESS = 0, 2  # of `TweenPauseMode`


class Tween(RefCounted):
    """A sequence of tweeners; made by `SceneTree.create_tween` or `Node.create_tween`.

    Each `tween_*` method appends a step; the steps run one after the other, unless `parallel` or
    `set_parallel` put tweeners into one step. The tween starts by itself in the next frame and is
    used up when it has finished: keep it only to stop, pause or kill it.

    Signals: `step_finished`, `loop_finished`, `finished`.
    """

    __slots__ = (
        "_bound",
        "_current",
        "_dead",
        "_ease",
        "_ignores_time_scale",
        "_in_step",
        "_listed",
        "_loops",
        "_loops_done",
        "_parallel",
        "_parallel_next",
        "_pause_mode",
        "_physics",
        "_running",
        "_speed_scale",
        "_started",
        "_steps",
        "_subtweens",
        "_total_time",
        "_trans",
        "_tree",
        "_valid",
    )

    class TweenProcessMode(IntEnum):
        """In which step of the frame the time passes."""

        TWEEN_PROCESS_PHYSICS = 0
        TWEEN_PROCESS_IDLE = 1

    class TweenPauseMode(IntEnum):
        """What happens while the tree is paused."""

        TWEEN_PAUSE_BOUND = 0
        TWEEN_PAUSE_STOP = 1
        TWEEN_PAUSE_PROCESS = 2

    class TransitionType(IntEnum):
        """Curves from the first value to the last."""

        TRANS_LINEAR = 0
        TRANS_SINE = 1
        TRANS_QUINT = 2
        TRANS_QUART = 3
        TRANS_QUAD = 4
        TRANS_EXPO = 5
        TRANS_ELASTIC = 6
        TRANS_CUBIC = 7
        TRANS_CIRC = 8
        TRANS_BOUNCE = 9
        TRANS_BACK = 10
        TRANS_SPRING = 11

    class EaseType(IntEnum):
        """Which ends of the curve are slow."""

        EASE_IN = 0
        EASE_OUT = 1
        EASE_IN_OUT = 2
        EASE_OUT_IN = 3

    TWEEN_PROCESS_PHYSICS = TweenProcessMode.TWEEN_PROCESS_PHYSICS
    TWEEN_PROCESS_IDLE = TweenProcessMode.TWEEN_PROCESS_IDLE
    TWEEN_PAUSE_BOUND = TweenPauseMode.TWEEN_PAUSE_BOUND
    TWEEN_PAUSE_STOP = TweenPauseMode.TWEEN_PAUSE_STOP
    TWEEN_PAUSE_PROCESS = TweenPauseMode.TWEEN_PAUSE_PROCESS
    TRANS_LINEAR = TransitionType.TRANS_LINEAR
    TRANS_SINE = TransitionType.TRANS_SINE
    TRANS_QUINT = TransitionType.TRANS_QUINT
    TRANS_QUART = TransitionType.TRANS_QUART
    TRANS_QUAD = TransitionType.TRANS_QUAD
    TRANS_EXPO = TransitionType.TRANS_EXPO
    TRANS_ELASTIC = TransitionType.TRANS_ELASTIC
    TRANS_CUBIC = TransitionType.TRANS_CUBIC
    TRANS_CIRC = TransitionType.TRANS_CIRC
    TRANS_BOUNCE = TransitionType.TRANS_BOUNCE
    TRANS_BACK = TransitionType.TRANS_BACK
    TRANS_SPRING = TransitionType.TRANS_SPRING
    EASE_IN = EaseType.EASE_IN
    EASE_OUT = EaseType.EASE_OUT
    EASE_IN_OUT = EaseType.EASE_IN_OUT
    EASE_OUT_IN = EaseType.EASE_OUT_IN

    step_finished = Signal(idx=int)
    loop_finished = Signal(loop_count=int)
    finished = Signal()

    def __init__(self, tree: SceneTree | None = None) -> None:
        if tree is None:
            output.error("Tween can't be created directly. Use create_tween() method.")
        self._tree = tree
        self._valid = self._listed = tree is not None
        self._steps: list[list[Tweener]] = []
        self._subtweens: list[Tween] = []
        self._bound: Node | None = None
        self._running = True
        self._started = self._dead = self._in_step = False
        self._current = 0
        self._loops = 1
        self._loops_done = 0
        self._total_time = 0.0
        self._speed_scale = 1.0
        self._ignores_time_scale = False
        self._parallel = self._parallel_next = False
        self._physics = False
        self._pause_mode = _BOUND
        self._trans = 0
        self._ease = 2

    # Steps ---------------------------------------------------------------------------------------

    def tween_property(
        self, object_: Any, property_: NodePath | str, final_val: Any, duration: float
    ) -> PropertyTweener:
        """Appends a change of a property.

        Args:
            object_: whose property; if it is freed before the end, the step is over.
            property_: a name, or a path such as `position:x`.
            final_val: the value at the end, of the property's type.
            duration: seconds.

        Returns:
            The tweener; None, with an error message, when there is no such property or the types
            differ.
        """
        if object_ is None:
            output.error('Required object "rp_target" is null.')
            return None  # type: ignore[return-value]
        if not self._can_append():
            return None  # type: ignore[return-value]
        path = property_path(property_)
        initial = _current_value(object_, path)
        if initial is _MISSING:
            output.error(
                f'The tweened property "{property_}" does not exist in object "{object_}".'
            )
            return None  # type: ignore[return-value]
        final_val = matched(initial, final_val)
        if not same_type(initial, final_val):
            return None  # type: ignore[return-value]
        tweener = PropertyTweener(
            object_, path, initial, final_val, duration, self._trans, self._ease
        )
        self._append(tweener)
        return tweener

    def tween_interval(self, time: float) -> IntervalTweener:
        """Appends a wait.

        Args:
            time: seconds.
        """
        if not self._can_append():
            return None  # type: ignore[return-value]
        tweener = IntervalTweener(time)
        self._append(tweener)
        return tweener

    def tween_callback(self, callback: PyCallable[..., Any]) -> CallbackTweener:
        """Appends a call."""
        if not self._can_append():
            return None  # type: ignore[return-value]
        tweener = CallbackTweener(callback)
        self._append(tweener)
        return tweener

    def tween_method(
        self, method: PyCallable[..., Any], from_: Any, to: Any, duration: float
    ) -> MethodTweener:
        """Appends calls with a changing value, one in each frame.

        Args:
            method: is called with the value.
            from_: the value at the beginning.
            to: the value at the end, of the same type.
            duration: seconds.

        Returns:
            The tweener; None, with an error message, when the types of the two values differ.
        """
        if not self._can_append():
            return None  # type: ignore[return-value]
        to = matched(from_, to)
        if not same_type(from_, to):
            return None  # type: ignore[return-value]
        tweener = MethodTweener(method, from_, to, duration, self._trans, self._ease)
        self._append(tweener)
        return tweener

    def tween_subtween(self, subtween: Tween) -> SubtweenTweener:
        """Appends another tween, which from now on runs only as a part of this one."""
        if not self._can_append():
            return None  # type: ignore[return-value]
        if subtween is None:
            output.error('Required object "rp_subtween" is null.')
            return None
        tweener = SubtweenTweener(subtween)
        self._subtweens.append(subtween)
        if subtween._tree is not None and subtween in subtween._tree._tweens:
            subtween._tree._tweens.remove(subtween)
        subtween._listed = False
        self._append(tweener)
        return tweener

    def _can_append(self) -> bool:
        if not self._valid:
            output.error(_INVALID)
        elif self._started:
            output.error("Can't append to a Tween that has started. Use stop() first.")
        return self._valid and not self._started

    def _append(self, tweener: Tweener) -> None:
        if self._parallel_next and self._steps:
            self._steps[-1].append(tweener)
        else:
            self._steps.append([tweener])
        self._parallel_next = self._parallel

    def parallel(self) -> Self:
        """Has the next tweener run beside the one before it."""
        self._parallel_next = True
        return self

    def chain(self) -> Self:
        """Has the next tweener begin a new step, after `set_parallel`."""
        self._parallel_next = False
        return self

    def set_parallel(self, parallel: bool = True) -> Self:
        """Whether all tweeners from here on run beside the one before them."""
        self._parallel = self._parallel_next = bool(parallel)
        return self

    # Settings ------------------------------------------------------------------------------------

    def bind_node(self, node: Node) -> Self:
        """Has the tween run only while the node is inside the tree, and end when it is freed."""
        if node is None:
            output.error('Required object "rp_node" is null.')
        else:
            self._bound = node
        return self

    def set_process_mode(self, mode: int) -> Self:
        """Chooses the step of the frame in which the time passes, a `TWEEN_PROCESS_*`."""
        self._physics = mode == Tween.TWEEN_PROCESS_PHYSICS
        return self

    def set_pause_mode(self, mode: int) -> Self:
        """Chooses what happens while the tree is paused, a `TWEEN_PAUSE_*`."""
        self._pause_mode = int(mode)
        return self

    def set_ignore_time_scale(self, ignore: bool = True) -> Self:
        """Whether `Engine.time_scale` does not count."""
        self._ignores_time_scale = bool(ignore)
        return self

    def set_speed_scale(self, speed: float) -> Self:
        """Sets by how much faster than usual the time passes."""
        self._speed_scale = float(speed)
        return self

    def set_loops(self, loops: int = 0) -> Self:
        """Sets how often the whole sequence runs; 0 is for ever."""
        self._loops = int(loops)
        return self

    def get_loops_left(self) -> int:
        """How many loops are to be finished; -1 when there is no end."""
        return -1 if self._loops <= 0 else self._loops - self._loops_done

    def set_trans(self, trans: int) -> Self:
        """Sets the curve of the tweeners that are appended from here on, a `TRANS_*`."""
        if is_transition(trans):
            self._trans = trans
        return self

    def set_ease(self, ease: int) -> Self:
        """Sets the ease of the tweeners that are appended from here on, an `EASE_*`."""
        if is_ease(ease):
            self._ease = ease
        return self

    @staticmethod
    def interpolate_value(
        initial_value: Any,
        delta_value: Any,
        elapsed_time: float,
        duration: float,
        trans_type: int,
        ease_type: int,
    ) -> Any:
        """A value on the way from one to another, without a tween.

        Args:
            initial_value: the value at the beginning.
            delta_value: what is added to it until the end.
            elapsed_time: seconds since the beginning.
            duration: seconds from beginning to end.
            trans_type: the curve, a `TRANS_*`.
            ease_type: an `EASE_*`.
        """
        if not is_transition(trans_type) or not is_ease(ease_type):
            return None
        weight = weight_of(EQUATIONS[trans_type][ease_type], elapsed_time, duration)
        return mix(initial_value, add(initial_value, delta_value), weight)

    # Control -------------------------------------------------------------------------------------

    def is_valid(self) -> bool:
        """Whether it has not been killed, nor finished before this frame."""
        return self._valid

    def is_running(self) -> bool:
        """Whether it has neither finished nor been paused or stopped."""
        return self._running

    def get_total_elapsed_time(self) -> float:
        """Seconds since it started, loops and pauses between steps counted in."""
        return self._total_time

    def play(self) -> None:
        """Goes on after `pause` or `stop`."""
        if not self._valid:
            output.error(_INVALID)
        elif self._dead:
            output.error("Can't play finished Tween, use stop() first to reset its state.")
        else:
            self._running = True

    def pause(self) -> None:
        """Stands still until `play`."""
        self._running = False

    def stop(self) -> None:
        """Goes back to the beginning and stands still until `play`."""
        self._started = self._running = self._dead = False
        self._total_time = 0.0

    def kill(self) -> None:
        """Ends it where it is; it cannot be used after that."""
        self._running = self._valid = False
        self._dead = True
        for subtween in self._subtweens:
            subtween.kill()

    def custom_step(self, delta: float) -> bool:
        """Lets time pass, also while it is paused.

        Args:
            delta: seconds.

        Returns:
            False when it had already finished.
        """
        if self._in_step:
            output.error("Can't call custom_step() during another Tween step.")
            return True
        ran = self._running
        self._running = True
        goes_on = self._step(delta)
        self._running = self._running and ran
        return goes_on

    # Running -------------------------------------------------------------------------------------

    def _can_process(self, paused: bool) -> bool:
        bound = self._bound
        if bound is not None and self._pause_mode == _BOUND and not is_gone(bound):
            return bound._tree is not None and bound.can_process()
        return not paused or self._pause_mode == _PROCESS

    def _step(self, delta: float) -> bool:
        """Lets time pass; False when the tween is over and can be dropped."""
        if self._dead:
            return False
        bound = self._bound
        if bound is not None:
            if is_gone(bound):
                return False
            if bound._tree is None:
                return True
        if not self._running:
            return True
        if not self._started and not self._start():
            return False
        self._in_step = True
        try:
            return self._run(delta * self._speed_scale)
        finally:
            self._in_step = False

    def _start(self) -> bool:
        if not self._steps:
            output.error(f"{self._described()}: started with no Tweeners.")
            return False
        self._current = 0
        self._loops_done = 0
        self._total_time = 0.0
        self._start_tweeners()
        self._started = True
        return True

    def _start_tweeners(self) -> None:
        for tweener in self._steps[self._current]:
            tweener._start()

    def _run(self, left: float) -> bool:
        """Runs steps until the time is used up; False for a loop that never uses any."""
        given = left
        looped = False
        self._total_time += left
        while self._running and left > 0.0:
            left, goes_on = self._step_tweeners(left)
            if goes_on:
                continue
            self._emit_if_heard("step_finished", self._current)
            self._current += 1
            if self._current == len(self._steps):
                if not self._next_loop():
                    break
                if self._loops <= 0 and abs(left - given) < 1e-5 * max(abs(left), 1.0):
                    if looped:
                        output.error(
                            "Infinite loop detected. Check set_loops() description for more info."
                        )
                        return False
                    looped = True
            else:
                self._start_tweeners()
        return True

    def _step_tweeners(self, delta: float) -> tuple[float, bool]:
        """Steps what runs side by side: the time left over, and whether any of it goes on."""
        least = delta
        goes_on = False
        for tweener in self._steps[self._current]:
            left = tweener._step(delta)
            if left is None:
                goes_on = True
                left = 0.0
            if left < least:
                least = left
        return least, goes_on

    def _next_loop(self) -> bool:
        """Ends the loop that has been run through; False when it was the last one."""
        self._loops_done += 1
        if self._loops_done == self._loops:
            self._running = False
            self._dead = True
            self._emit_if_heard("finished")
            return False
        self._emit_if_heard("loop_finished", self._loops_done)
        self._current = 0
        self._start_tweeners()
        return True

    def _clear(self) -> None:
        """The tree drops it: it is invalid from now on and holds nothing any more."""
        self._valid = self._listed = False
        self._steps.clear()
        self._subtweens.clear()
        self._tree = None

    # Text ----------------------------------------------------------------------------------------

    def _described(self) -> str:
        bound = self._bound
        if bound is None or is_gone(bound):
            return str(self)
        return f"Tween (bound to {bound.get_path()})"

    def _to_string(self) -> str:
        text = super()._to_string()
        bound = self._bound
        return text if bound is None or is_gone(bound) else f"{text} (bound to {bound.name})"


def _current_value(target: Any, path: str) -> Any:
    """The value behind a property path, or `_MISSING`."""
    value = target
    for step in path.split(":"):
        if isinstance(value, dict):
            value = value.get(step, _MISSING)
        else:
            value = getattr(value, step, _MISSING)
    if type(value) is int and _is_declared_float(type(target), path):
        return float(value)
    return value


def _is_declared_float(cls: type[Any], name: str) -> bool:
    """Whether a class says `name: float`, so that a whole number in it stands for a float."""
    for base in cls.__mro__:
        annotation = vars(base).get("__annotations__", {}).get(name)
        if annotation is not None:
            return annotated_type(annotation) == TYPE_FLOAT
    return False
