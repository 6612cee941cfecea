"""Every transition and ease has, bit for bit, the weights that the real Godot has.

`data/easing.gd` was run by the real Godot, which printed `data/easing.txt`.
"""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from engine.core._float32 import f32
from engine.scene._easing import EQUATIONS, weight_of
from engine.scene.tween import Tween

RECORDED = Path(__file__).parent / "data" / "easing.txt"


def recorded() -> list[tuple[int, int, float, float, list[float]]]:
    rows = []
    for line in RECORDED.read_text(encoding="utf-8").splitlines():
        trans, ease, step, duration, *weights = line.split(" ")
        values = [f32(float(weight)) for weight in weights]
        rows.append((int(trans), int(ease), float(step), float(duration), values))
    return rows


@pytest.mark.parametrize("trans", Tween.TransitionType, ids=lambda trans: trans.name)
def test_weights_are_those_of_godot(trans: int) -> None:
    rows = [row for row in recorded() if row[0] == trans]
    assert len(rows) == 12
    for _, ease, step, duration, expected in rows:
        equation = EQUATIONS[trans][ease]
        given = [weight_of(equation, i * step, duration) for i in range(len(expected))]
        # Spring is not defined beyond its end, where Godot prints nan.
        assert [repr(weight) for weight in given] == [repr(weight) for weight in expected]


@pytest.mark.parametrize("trans", Tween.TransitionType, ids=lambda trans: trans.name)
@pytest.mark.parametrize("ease", Tween.EaseType, ids=lambda ease: ease.name)
def test_ends_are_reached(trans: int, ease: int) -> None:
    equation = EQUATIONS[trans][ease]
    tolerance = 0.0011 if trans == Tween.TRANS_EXPO else 1e-6
    for duration in (0.001, 1.0, 12.5):
        assert weight_of(equation, 0.0, duration) == pytest.approx(0.0, abs=tolerance)
        assert weight_of(equation, duration, duration) == pytest.approx(1.0, abs=tolerance)


@pytest.mark.parametrize("trans", Tween.TransitionType, ids=lambda trans: trans.name)
@pytest.mark.parametrize("ease", Tween.EaseType, ids=lambda ease: ease.name)
def test_times_that_no_tween_reaches_raise_nothing(trans: int, ease: int) -> None:
    equation = EQUATIONS[trans][ease]
    for time in (-1e30, 1e30, math.inf, -math.inf, math.nan, 1e-44, 0.0):
        for duration in (0.0, 1.0, -1.0, math.inf, math.nan, 1e-44):
            assert isinstance(weight_of(equation, time, duration), float)


def test_without_a_duration_the_end_is_reached() -> None:
    assert {weight_of(eq, 0.0, 0.0) for eases in EQUATIONS for eq in eases} == {1.0}


def test_there_is_an_equation_for_each_name() -> None:
    assert len(EQUATIONS) == len(Tween.TransitionType)
    assert {len(eases) for eases in EQUATIONS} == {len(Tween.EaseType)}
