"""The parts of a `Tween`: each changes a property, calls something, or waits.

A tweener is told to start when its turn comes, in every loop anew, and is then stepped with the
time that passes. A step answers with the time that it left over, or None as long as it goes on.

A tweener keeps its object alive if that is a `RefCounted`; any other may be freed at any time,
which ends the tweener at once, without taking time.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import TYPE_CHECKING, Any, Self

from engine.core import output
from engine.core._float32 import f32
from engine.core._reflection import get_indexed, set_indexed
from engine.core._value import Value
from engine.core.callable import Callable
from engine.core.ref_counted import RefCounted
from engine.core.signal import Signal
from engine.scene._easing import EQUATIONS, Equation, weight_of
from engine.scene._interpolate import Mix, add, matched, mix, mix_for, reached, type_name
from engine.scene._tween_support import (
    Action,
    is_ease,
    is_gone,
    is_transition,
    same_type,
    seconds,
)

if TYPE_CHECKING:
    from engine.scene.tween import Tween

_NOTHING = Callable()


class Tweener(RefCounted):
    """The base of what a `Tween` is made of.

    Signals: `finished`, when it is through or its object is gone.
    """

    __slots__ = ("_done", "_elapsed")

    finished = Signal()

    def __init__(self) -> None:
        self._done = True
        self._elapsed = 0.0

    def _start(self) -> None:
        """Its turn begins."""
        self._done = False
        self._elapsed = 0.0

    def _step(self, delta: float) -> float | None:
        """Lets time pass; what is left of it at the end, or None before."""
        return delta

    def _finish(self) -> None:
        self._done = True
        self._emit_if_heard("finished")


class IntervalTweener(Tweener):
    """Waits. Made by `Tween.tween_interval`."""

    __slots__ = ("_duration",)

    def __init__(self, duration: float = 0.0) -> None:
        super().__init__()
        self._duration = seconds(duration)

    def _step(self, delta: float) -> float | None:
        if self._done:
            return delta
        self._elapsed += delta
        if self._elapsed < self._duration:
            return None
        self._finish()
        return self._elapsed - self._duration


class _DelayedTweener(Tweener):
    """One that can be made to wait before it begins."""

    __slots__ = ("_delay",)

    def __init__(self) -> None:
        super().__init__()
        self._delay = 0.0

    def set_delay(self, delay: float) -> Self:
        """Makes it wait before it begins.

        Args:
            delay: seconds.
        """
        self._delay = seconds(delay)
        return self


class CallbackTweener(_DelayedTweener):
    """Calls something once. Made by `Tween.tween_callback`."""

    __slots__ = ("_action",)

    def __init__(self, callback: PyCallable[..., Any] = _NOTHING) -> None:
        super().__init__()
        self._action = Action(callback)

    def _step(self, delta: float) -> float | None:
        if self._done:
            return delta
        if not self._action.is_valid():
            self._finish()
            return delta
        self._elapsed += delta
        if self._elapsed < self._delay:
            return None
        if not self._action.run("method from CallbackTweener"):
            return delta
        self._finish()
        return self._elapsed - self._delay


class SubtweenTweener(_DelayedTweener):
    """Runs another tween. Made by `Tween.tween_subtween`.

    Signals: `finished`, a frame after that of the other tween.
    """

    __slots__ = ("_subtween",)

    def __init__(self, subtween: Tween | None = None) -> None:
        super().__init__()
        self._subtween = subtween

    def _start(self) -> None:
        super()._start()
        subtween = self._subtween
        if subtween is not None and subtween.is_valid():
            subtween.stop()
            subtween.play()

    def _step(self, delta: float) -> float | None:
        if self._done:
            return delta
        self._elapsed += delta
        if self._elapsed < self._delay:
            return None
        subtween = self._subtween
        taken = 0.0
        if subtween is not None:
            if subtween.is_valid() and not subtween._in_step and subtween._step(delta):
                return None
            taken = subtween.get_total_elapsed_time()
        self._finish()
        return self._elapsed - self._delay - taken


class _EasedTweener(_DelayedTweener):
    """One that goes from a value to another in a certain time, by a curve."""

    __slots__ = ("_duration", "_ease", "_equation", "_trans")

    _equation: Equation | None

    def __init__(self, duration: float, trans: int, ease: int) -> None:
        super().__init__()
        self._duration = seconds(duration)
        self._trans = trans
        self._ease = ease
        self._equation = EQUATIONS[trans][ease]

    def set_trans(self, trans: int) -> Self:
        """Chooses the kind of curve.

        Args:
            trans: a `Tween.TRANS_*`.
        """
        if is_transition(trans):
            self._trans = trans
            self._equation = EQUATIONS[trans][self._ease]
        return self

    def set_ease(self, ease: int) -> Self:
        """Chooses which ends of the curve are slow.

        Args:
            ease: a `Tween.EASE_*`.
        """
        if is_ease(ease):
            self._ease = ease
            self._equation = EQUATIONS[self._trans][ease]
        return self


class MethodTweener(_EasedTweener):
    """Calls something with a value that changes. Made by `Tween.tween_method`."""

    __slots__ = ("_action", "_from", "_mix", "_to", "_way_to")

    def __init__(
        self,
        method: PyCallable[..., Any] = _NOTHING,
        from_: Any = 0.0,
        to: Any = 0.0,
        duration: float = 0.0,
        trans: int = 0,
        ease: int = 2,
    ) -> None:
        super().__init__(duration, trans, ease)
        self._action = Action(method)
        self._from = from_
        self._to = to
        self._way_to = reached(from_, to)
        self._mix = mix_for(from_, self._way_to)

    def _step(self, delta: float) -> float | None:
        if self._done:
            return delta
        if not self._action.is_valid():
            self._finish()
            return delta
        self._elapsed += delta
        if self._elapsed < self._delay:
            return None
        time = self._elapsed - self._delay
        going_on = time < self._duration
        value = self._to
        if going_on:
            weight = weight_of(self._equation, time, self._duration)
            value = self._mix(self._from, self._way_to, weight)
        if not self._action.run("method from MethodTweener", value):
            return delta
        if going_on:
            return None
        self._finish()
        return time - self._duration


class PropertyTweener(_EasedTweener):
    """Changes a property. Made by `Tween.tween_property`.

    It goes from the value that the property has at the start of the step to the final value.
    """

    __slots__ = (
        "_asks_late",
        "_final",
        "_from",
        "_from_now",
        "_interpolator",
        "_mix",
        "_name",
        "_part",
        "_path",
        "_relative",
        "_target",
        "_to",
        "_way_to",
    )

    _mix: Mix

    def __init__(
        self,
        target: Any = None,
        path: str = "",
        from_: Any = 0.0,
        to: Any = 0.0,
        duration: float = 0.0,
        trans: int = 0,
        ease: int = 2,
    ) -> None:
        super().__init__(duration, trans, ease)
        self._target = target
        self._path = path
        self._name, _, self._part = path.partition(":")
        self._from = from_
        self._final = to
        self._to = self._way_to = to
        self._mix = mix_for(from_, to)
        self._from_now = True
        self._asks_late = False
        self._relative = False
        self._interpolator: Action | None = None

    # Settings ------------------------------------------------------------------------------------

    def from_(self, value: Any) -> PropertyTweener:
        """Makes it begin at another value than the property has then.

        Returns:
            None, with an error message, for a value of another type.
        """
        value = matched(self._final, value)
        if not same_type(self._final, value):
            return None  # type: ignore[return-value]
        self._from = value
        self._from_now = False
        return self

    def from_current(self) -> PropertyTweener:
        """Makes it begin, each time, at the value that the property had when it was made."""
        self._from_now = False
        return self

    def as_relative(self) -> PropertyTweener:
        """Makes the final value one that is added to the first."""
        self._relative = True
        return self

    def set_custom_interpolator(self, interpolator_method: PyCallable[..., Any]) -> PropertyTweener:
        """Lets a function bend the curve.

        Args:
            interpolator_method: is called with how far the tween is (0.0 to 1.0) and gives the
                float that is taken instead.
        """
        self._interpolator = Action(interpolator_method)
        return self

    # Running -------------------------------------------------------------------------------------

    def _start(self) -> None:
        super()._start()
        if is_gone(self._target):
            return
        if self._from_now:
            self._asks_late = self._delay > 0.0
            if not self._asks_late:
                self._from = self._read()
        self._to = add(self._from, self._final) if self._relative else self._final
        self._set_out()

    def _set_out(self) -> None:
        self._way_to = reached(self._from, self._to)
        self._mix = mix_for(self._from, self._way_to)

    def _read(self) -> Any:
        return matched(self._final, get_indexed(self._target, self._path))

    def _step(self, delta: float) -> float | None:
        if self._done:
            return delta
        if is_gone(self._target):
            self._finish()
            return delta
        self._elapsed += delta
        if self._elapsed < self._delay:
            return None
        if self._asks_late:
            self._asks_late = False
            self._from = self._read()
            self._set_out()
        time = self._elapsed - self._delay
        if time < self._duration:
            weight = weight_of(self._equation, time, self._duration)
            if self._interpolator is None:
                self._write(self._mix(self._from, self._way_to, weight))
            else:
                self._write(self._bent(self._interpolator, weight))
            return None
        self._write(self._last_value())
        self._finish()
        return time - self._duration

    def _last_value(self) -> Any:
        if self._interpolator is None or not self._interpolator.is_valid():
            return self._to
        weight = weight_of(self._equation, self._duration, self._duration)
        return self._bent(self._interpolator, weight)

    def _bent(self, interpolator: Action, weight: float) -> Any:
        """The value where the custom interpolator has it."""
        if not interpolator.is_valid():
            return self._mix(self._from, self._way_to, weight)
        if not interpolator.run("custom method from PropertyTweener", weight):
            return self._from
        result = interpolator.result
        if not isinstance(result, float):
            output.error(
                "Wrong return type in PropertyTweener custom method. "
                f"Expected float, got {type_name(result)}."
            )
            return self._from
        return mix(self._from, self._to, f32(result))

    def _write(self, value: Any) -> None:
        try:
            part = self._part
            if not part:
                setattr(self._target, self._name, value)
                return
            whole = getattr(self._target, self._name)
            if isinstance(whole, Value) and ":" not in part:
                setattr(self._target, self._name, whole.replace(**{part: value}))  # type: ignore[attr-defined]
            else:
                set_indexed(self._target, self._path, value)
        except Exception as exception:
            output.script_error(exception)
