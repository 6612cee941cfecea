"""`Range`: a number between two others, which sliders, bars and fields show and change."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from engine.core import output
from engine.core._float32 import pack_1, unpack_1
from engine.core.accessors import accessors
from engine.core.signal import Signal
from engine.gui.control import Control

_CLOSE = 0.00001


class Numbers:
    """What ranges that are shared have in common."""

    __slots__ = (
        "exponential",
        "greater",
        "largest",
        "least",
        "lesser",
        "owners",
        "page",
        "step",
        "value",
    )

    def __init__(self) -> None:
        self.value = self.least = self.page = 0.0
        self.largest, self.step = 100.0, 1.0
        self.exponential = self.greater = self.lesser = False
        self.owners: dict[Range, None] = {}

    def copy(self) -> Numbers:
        """The same numbers, for nobody yet."""
        twin = Numbers()
        for name in self.__slots__:
            if name != "owners":
                setattr(twin, name, getattr(self, name))
        return twin

    def tell_value(self) -> None:
        """Says that the value has changed."""
        for owner in list(self.owners):
            if not type(owner)._freed and owner._tree is not None:
                owner._tell_value()

    def tell_change(self) -> None:
        """Says that something else has changed."""
        for owner in list(self.owners):
            if not type(owner)._freed and owner._tree is not None:
                owner._tell_change()


def _decimal(number: float) -> float:
    """A number as its decimal digits say, so that 0.15 is one and a half times 0.1."""
    return float(f"{number:.15g}")


def _close(a: float, b: float) -> bool:
    return a == b or abs(a - b) < max(_CLOSE * abs(a), _CLOSE)


class Range(Control):
    """The base of controls that show a number.

    The number is always between `min_value` and `max_value` less `page`, and `min_value` plus a
    multiple of `step`.

    Signals: `value_changed`, `changed` when anything else changes; both only inside the tree.
    """

    value_changed = Signal("value")
    changed = Signal()

    _stored: ClassVar[tuple[str, ...]] = (
        "min_value",
        "max_value",
        "step",
        "page",
        "value",
        "exp_edit",
        "rounded",
        "allow_greater",
        "allow_lesser",
    )
    _own: ClassVar[tuple[str, ...]] = ("_numbers", "_rounded")
    _numbers: Numbers
    _rounded: bool = False

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._v_flags = 0
        self._numbers = Numbers()
        self._numbers.owners[self] = None
        return self

    def _value_changed(self, new_value: float) -> Any:
        """Called when the value has changed."""

    def _engine_value_changed(self, value: float) -> None:
        """What the engine's own class does when the value has changed."""

    def _tell_value(self) -> None:
        value = self._numbers.value
        self._engine_value_changed(value)
        if type(self)._value_changed is not Range._value_changed:
            try:
                self._value_changed(value)
            except Exception as exception:
                output.script_error(exception)
        self._emit_if_heard("value_changed", value)
        self.queue_redraw()

    def _tell_change(self) -> None:
        self._emit_if_heard("changed")
        self.queue_redraw()

    # Value ---------------------------------------------------------------------------------------

    def set_value(self, value: float) -> None:
        """Sets `value`."""
        numbers = self._numbers
        before = numbers.value
        self.set_value_no_signal(value)
        if numbers.value != before:
            numbers.tell_value()

    def get_value(self) -> float:
        """The number."""
        return self._numbers.value

    value = accessors(get_value, set_value)

    def set_value_no_signal(self, value: float) -> None:
        """Sets `value`; nobody is told."""
        if not math.isnan(value):
            self._numbers.value = self._fitting(float(value), self._numbers.step)

    def _fitting(self, value: float, step: float) -> float:
        """The nearest value that is allowed."""
        numbers = self._numbers
        if step > 0.0 and math.isfinite(value - numbers.least):
            steps = math.floor(_decimal(_decimal(value - numbers.least) / step) + 0.5)
            value = _decimal(steps * step) + numbers.least
        if self._rounded and math.isfinite(value):
            value = math.floor(abs(value) + 0.5) * math.copysign(1.0, value)
        if not numbers.greater and value > numbers.largest - numbers.page:
            value = numbers.largest - numbers.page
        if not numbers.lesser and value < numbers.least:
            value = numbers.least
        return value

    # Limits --------------------------------------------------------------------------------------

    def set_min(self, minimum: float) -> None:
        """Sets `min_value`."""
        numbers = self._numbers
        if numbers.least == minimum:
            return
        numbers.least = float(minimum)
        numbers.largest = max(numbers.largest, numbers.least)
        self._limits_changed()

    def get_min(self) -> float:
        """The least value."""
        return self._numbers.least

    min_value = accessors(get_min, set_min)

    def set_max(self, maximum: float) -> None:
        """Sets `max_value`."""
        numbers = self._numbers
        largest = max(float(maximum), numbers.least)
        if numbers.largest != largest:
            numbers.largest = largest
            self._limits_changed()

    def get_max(self) -> float:
        """The largest value, less `page`."""
        return self._numbers.largest

    max_value = accessors(get_max, set_max)

    def set_page(self, pagesize: float) -> None:
        """Sets `page`."""
        numbers = self._numbers
        page = min(max(float(pagesize), 0.0), numbers.largest - numbers.least)
        if numbers.page != page:
            numbers.page = page
            self._limits_changed()

    def get_page(self) -> float:
        """How much is seen at once: the size of a scroll bar's grabber."""
        return self._numbers.page

    page = accessors(get_page, set_page)

    def _limits_changed(self) -> None:
        numbers = self._numbers
        numbers.page = min(max(numbers.page, 0.0), numbers.largest - numbers.least)
        self.set_value(numbers.value)
        numbers.tell_change()

    def set_step(self, step: float) -> None:
        """Sets `step`."""
        if self._numbers.step != step:
            self._numbers.step = float(step)
            self._numbers.tell_change()

    def get_step(self) -> float:
        """Values are multiples of it, counted from `min_value`; 0 allows all."""
        return self._numbers.step

    step = accessors(get_step, set_step)

    # Ratio ---------------------------------------------------------------------------------------

    def set_as_ratio(self, value: float) -> None:
        """Sets `ratio`."""
        numbers = self._numbers
        if numbers.exponential and numbers.least >= 0.0:
            low = math.log2(numbers.least) if numbers.least else 0.0
            high = math.log2(numbers.largest)
            wanted = 2.0 ** (low + (high - low) * value)
        else:
            wanted = (numbers.largest - numbers.least) * value
            if numbers.step > 0.0:
                steps = wanted / numbers.step
                wanted = math.floor(abs(steps) + 0.5) * math.copysign(1.0, steps) * numbers.step
            wanted += numbers.least
        self.set_value(min(max(wanted, numbers.least), numbers.largest))

    def get_as_ratio(self) -> float:
        """Where the value lies between the limits, from 0 to 1."""
        numbers = self._numbers
        least, largest = numbers.least, numbers.largest
        if _close(largest, least):
            return 1.0
        value = unpack_1(pack_1(min(max(numbers.value, least), largest)))[0]
        if numbers.exponential and least >= 0.0:
            if value <= 0.0:
                return 0.0
            low = math.log2(least) if least else 0.0
            ratio = (math.log2(value) - low) / (math.log2(largest) - low)
        else:
            ratio = (value - least) / (largest - least)
        return min(max(ratio, 0.0), 1.0)

    ratio = accessors(get_as_ratio, set_as_ratio)

    def set_exp_ratio(self, enabled: bool) -> None:
        """Sets `exp_edit`."""
        self._numbers.exponential = bool(enabled)

    def is_ratio_exp(self) -> bool:
        """Whether equal steps of `ratio` multiply the value rather than add to it."""
        return self._numbers.exponential

    exp_edit = accessors(is_ratio_exp, set_exp_ratio)

    # Rules ---------------------------------------------------------------------------------------

    def set_use_rounded_values(self, enabled: bool) -> None:
        """Sets `rounded`."""
        self._rounded = bool(enabled)

    def is_using_rounded_values(self) -> bool:
        """Whether values are whole numbers."""
        return self._rounded

    rounded = accessors(is_using_rounded_values, set_use_rounded_values)

    def set_allow_greater(self, allow: bool) -> None:
        """Sets `allow_greater`."""
        self._numbers.greater = bool(allow)

    def is_greater_allowed(self) -> bool:
        """Whether values may be greater than `max_value`."""
        return self._numbers.greater

    allow_greater = accessors(is_greater_allowed, set_allow_greater)

    def set_allow_lesser(self, allow: bool) -> None:
        """Sets `allow_lesser`."""
        self._numbers.lesser = bool(allow)

    def is_lesser_allowed(self) -> bool:
        """Whether values may be less than `min_value`."""
        return self._numbers.lesser

    allow_lesser = accessors(is_lesser_allowed, set_allow_lesser)

    # Sharing -------------------------------------------------------------------------------------

    def share(self, with_: Any) -> None:
        """Has another range show the same number, with the same limits."""
        if not isinstance(with_, Range):
            output.error('Parameter "r" is null.')
            return
        with_._join(self._numbers)
        with_._tell_change()
        with_._tell_value()

    def unshare(self) -> None:
        """Has the range go its own way from here."""
        self._join(self._numbers.copy())

    def _join(self, numbers: Numbers) -> None:
        if numbers is not self._numbers:
            self._numbers.owners.pop(self, None)
            self._numbers = numbers
            numbers.owners[self] = None

    def _let_go(self) -> None:
        self._numbers.owners.pop(self, None)
        super()._let_go()
