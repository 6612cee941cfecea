"""What `Tween` and its tweeners share: calling what scripts hand them, and checking it."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from types import CoroutineType
from typing import Any

from engine.core import output
from engine.core._calls import problem_of, target_of
from engine.core._script_error import CallError
from engine.core.callable import Callable
from engine.core.coroutine import start
from engine.core.node_path import NodePath
from engine.scene._easing import EQUATIONS
from engine.scene._interpolate import type_name


class Action:
    """Something to call, kept alive together with the object that it belongs to.

    Args:
        function: a method or function, also an `async def`, or a `Callable`.

    Attributes:
        result: what the last call gave.
    """

    __slots__ = ("_function", "_owner", "result")

    def __init__(self, function: PyCallable[..., Any]) -> None:
        if not callable(function):
            raise TypeError(f"a tween calls a method or a function, not {function!r}")
        self._function = function
        self._owner = target_of(function)
        self.result: Any = None

    def is_valid(self) -> bool:
        """Whether there is something to call, and its object lives."""
        if isinstance(self._function, Callable):
            return self._function.is_valid()
        return self._owner is None or not type(self._owner)._freed

    def run(self, what: str, *args: Any) -> bool:
        """Calls it, and reports what it raises.

        Args:
            what: how to name it in a message.
            args: what to call it with.

        Returns:
            False when it could not be called with these arguments.
        """
        self.result = None
        try:
            self.result = result = self._function(*args)
            if result.__class__ is CoroutineType:
                start(result, self._owner)
        except (TypeError, CallError) as exception:
            problem = problem_of(self._function, args, exception=exception)
            if problem:
                output.error(f"Error calling {what}: {problem}")
                return False
            output.script_error(exception)
        except Exception as exception:
            output.script_error(exception)
        return True


# Checks ------------------------------------------------------------------------------------------


def seconds(value: float) -> float:
    """A time as a float; TypeError for what is no number."""
    if isinstance(value, (int, float)):
        return float(value)
    raise TypeError(f"a time is a number of seconds, not {value!r}")


def is_gone(target: Any) -> bool:
    """Whether an object has been freed."""
    return getattr(type(target), "_freed", False)


def is_transition(trans: int) -> bool:
    """Whether it is a `Tween.TRANS_*`; an error message when not."""
    if 0 <= trans < len(EQUATIONS):
        return True
    output.error(
        f"Index p_trans = {trans} is out of bounds (TransitionType::TRANS_MAX = {len(EQUATIONS)})."
    )
    return False


def is_ease(ease: int) -> bool:
    """Whether it is a `Tween.EASE_*`; an error message when not."""
    if 0 <= ease < 4:
        return True
    output.error(f"Index p_ease = {ease} is out of bounds (EaseType::EASE_MAX = 4).")
    return False


def same_type(initial: Any, final: Any) -> bool:
    """Whether a value can be tweened to another; an error message when not."""
    if type_name(initial) == type_name(final):
        return True
    output.error(
        "Type mismatch between initial and final value: "
        f"{type_name(initial)} and {type_name(final)}"
    )
    return False


def property_path(property_: NodePath | str) -> str:
    """The steps to a property with a colon between them: `position:x`."""
    return ":".join([step for step in str(property_).split(":") if step])
