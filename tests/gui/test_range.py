"""`Range`: steps, limits, ratio, sharing, and what is told of them."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from engine.gui.progress_bar import ProgressBar
from engine.gui.range import Range
from engine.gui.scroll_bar import HScrollBar, VScrollBar
from engine.gui.slider import HSlider, VSlider
from engine.gui.spin_box import SpinBox
from engine.gui.texture_progress_bar import TextureProgressBar
from engine.testing import HeadlessTree, expect_error

RECORDED = Path(__file__).with_name("data") / "range_steps.json"
# Least value, step, what was set and what came of it in Godot: see `record_range_steps.gd`.
STEPS: list[list[float]] = json.loads(RECORDED.read_text(encoding="utf-8"))


@pytest.fixture
def ranged(tree: HeadlessTree) -> Range:
    return tree.add(Range())


def heard_of(ranged: Range) -> list[Any]:
    log: list[Any] = []
    ranged.value_changed.connect(log.append)
    ranged.changed.connect(lambda: log.append("changed"))
    return log


@pytest.mark.parametrize("row", STEPS, ids=str)
def test_steps_are_godots_to_the_last_digit(row: list[float]) -> None:
    ranged = Range()
    least, step, value, expected = row
    ranged.allow_greater = ranged.allow_lesser = True
    ranged.min_value, ranged.step = least, step
    ranged.value = value
    assert ranged.value == expected
    ranged.free()


class TestLimits:
    def test_the_value_stays_between_them(self, ranged: Range) -> None:
        log = heard_of(ranged)
        for value in (150, -3, 42, 42):
            ranged.value = value
        assert log == [100.0, 0.0, 42.0]

    def test_a_new_limit_moves_the_value_first(self, ranged: Range) -> None:
        log = heard_of(ranged)
        ranged.min_value = 10
        ranged.max_value = 50
        ranged.max_value = 5
        assert log == [10.0, "changed", "changed", "changed"]
        assert (ranged.min_value, ranged.max_value) == (10.0, 10.0)
        ranged.min_value = 60
        assert (ranged.value, ranged.max_value, ranged.ratio) == (60.0, 60.0, 1.0)

    def test_a_page_is_left_free_at_the_end(self, ranged: Range) -> None:
        ranged.value = 100
        ranged.page = 20
        assert ranged.value == 80.0
        ranged.page = 500
        assert ranged.page == 100.0

    def test_they_may_be_exceeded(self, ranged: Range) -> None:
        ranged.allow_greater = ranged.allow_lesser = True
        ranged.value = 250
        assert (ranged.value, ranged.ratio) == (250.0, 1.0)
        ranged.value = -50
        assert (ranged.value, ranged.ratio) == (-50.0, 0.0)

    def test_infinity_is_a_limit_and_no_number_is_nothing(self, ranged: Range) -> None:
        ranged.value = math.inf
        assert ranged.value == 100.0
        ranged.value = math.nan
        assert ranged.value == 100.0

    def test_whole_numbers(self, ranged: Range) -> None:
        ranged.step, ranged.min_value, ranged.rounded = 0, -10, True
        for value, expected in ((-2.5, -3.0), (2.5, 3.0), (2.4, 2.0)):
            ranged.value = value
            assert ranged.value == expected


class TestTelling:
    def test_nobody_is_told_outside_the_tree(self) -> None:
        ranged = Range()
        log = heard_of(ranged)
        ranged.value = 5
        ranged.max_value = 7
        assert log == []
        ranged.free()

    def test_a_script_is_told_before_the_signal(self, tree: HeadlessTree) -> None:
        log: list[Any] = []

        class Told(Range):
            def _value_changed(self, new_value: float) -> None:
                log.append(("script", new_value))

        ranged = tree.add(Told())
        ranged.value_changed.connect(lambda value: log.append(("signal", value)))
        ranged.value = 5
        ranged.set_value_no_signal(6)
        assert log == [("script", 5.0), ("signal", 5.0)]
        assert ranged.value == 6.0

    def test_setting_it_again_meanwhile(self, ranged: Range) -> None:
        log: list[float] = []

        def cap(value: float) -> None:
            log.append(value)
            if value > 50:
                ranged.value = 50

        ranged.value_changed.connect(cap)
        ranged.value = 80
        assert log == [80.0, 50.0]


class TestRatio:
    def test_it_is_rounded_to_steps(self, ranged: Range) -> None:
        ranged.ratio = 0.256
        assert ranged.value == 26.0
        ranged.ratio = 2.0
        assert ranged.value == 100.0

    def test_exponentially(self, ranged: Range) -> None:
        ranged.exp_edit, ranged.min_value, ranged.step = True, 1, 0
        ranged.value = 10
        assert ranged.ratio == pytest.approx(0.5)
        ranged.ratio = 0.75
        assert ranged.value == pytest.approx(31.6228, abs=1e-4)

    def test_from_zero_exponentially(self, ranged: Range) -> None:
        ranged.exp_edit, ranged.step = True, 0
        assert ranged.ratio == 0.0
        ranged.ratio = 0.5
        assert ranged.value == pytest.approx(10.0)


class TestSharing:
    def test_both_show_the_same(self, tree: HeadlessTree) -> None:
        first, second = tree.add(Range()), tree.add(HSlider())
        first.value = 50
        log = heard_of(second)
        first.share(second)
        assert log == ["changed", 50.0]
        second.value = 12
        first.max_value = 40
        assert first.value == 12.0
        assert second.max_value == 40.0
        second.unshare()
        second.value = 3
        assert first.value == 12.0

    def test_a_freed_one_is_forgotten(self, tree: HeadlessTree) -> None:
        first, second = tree.add(Range()), tree.add(Range())
        first.share(second)
        second.free()
        first.value = 5
        assert first.value == 5.0

    def test_only_ranges_can(self, ranged: Range) -> None:
        with expect_error('Parameter "r" is null.'):
            ranged.share(None)


@pytest.mark.parametrize(
    ("cls", "step", "focus_mode", "flags"),
    [
        (Range, 1.0, 0, (1, 0)),
        (HSlider, 1.0, 2, (1, 0)),
        (VSlider, 1.0, 2, (0, 1)),
        (HScrollBar, 0.0, 3, (1, 0)),
        (VScrollBar, 0.0, 3, (0, 1)),
        (ProgressBar, 0.01, 0, (1, 0)),
        (SpinBox, 1.0, 0, (1, 1)),
        (TextureProgressBar, 1.0, 0, (1, 1)),
    ],
)
def test_defaults(cls: type[Range], step: float, focus_mode: int, flags: tuple[int, int]) -> None:
    ranged = cls()
    assert (ranged.step, ranged.focus_mode) == (step, focus_mode)
    assert (ranged.size_flags_horizontal, ranged.size_flags_vertical) == flags
    assert (ranged.min_value, ranged.max_value, ranged.page, ranged.value) == (0, 100, 0, 0)
    ranged.free()
