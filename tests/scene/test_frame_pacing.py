"""Ticks and lengths of frames, against what Godot 4.6.3 made of the same rates."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.scene._frame_pacing import FramePacing


class Recorded(NamedTuple):
    """Frames of a length, the tick rates by the frame from which they hold, and what came of it."""

    fps: int
    rates: dict[int, int]
    jitter_fix: float
    frames: list[tuple[int, float]]


AT_24 = 0.04166666666667
AT_60 = 0.01666666666667
BENT_45 = 0.01555555555556
BENT_100 = 0.00666666666667
RECORDED = [
    Recorded(
        24,
        {0: 60},
        0.5,
        [
            (2, 0.03333333333333),
            (2, 0.05),
            (3, 0.03333333333333),  # a frame that could not be bent far enough
            *[(2, AT_24), (2, AT_24), (3, AT_24), (2, AT_24)],
            *[(3, AT_24), (2, AT_24), (3, AT_24), (2, AT_24)],
        ],
    ),
    Recorded(
        24,
        {0: 60},
        0.0,
        [(2, AT_24), (2, AT_24), (3, AT_24), (2, AT_24), (3, AT_24), (2, AT_24), (3, AT_24)],
    ),
    Recorded(
        60,
        {0: 45},
        0.5,
        [
            *[(1, 0.02222222222222), (1, 0.02222222222222), (0, AT_60), (1, AT_60), (1, AT_60)],
            *[(0, BENT_45), (1, BENT_45), (1, BENT_45), (1, BENT_45), (0, BENT_45), (1, BENT_45)],
        ],
    ),
    Recorded(
        144,
        {0: 100},
        0.5,
        [
            *[(1, 0.01), (0, BENT_100), (1, BENT_100), (1, BENT_100), (0, BENT_100)],
            *[(1, BENT_100), (1, BENT_100), (0, BENT_100), (1, BENT_100), (1, BENT_100)],
        ],
    ),
    Recorded(
        60,
        {0: 30, 8: 120},
        0.5,
        [
            *[(1, 0.03333333333333), (0, AT_60), (1, AT_60), (0, AT_60)],
            *[(1, AT_60), (0, AT_60), (1, AT_60), (0, AT_60)],
            *[(2, 0.00208333344199), (1, 0.01041666655801), (2, AT_60), (2, AT_60)],
        ],
    ),
    Recorded(
        50,
        {0: 60, 4: 1000, 6: 20},
        0.5,
        [
            *[(1, AT_60), (1, AT_60), (1, 0.01833333333333), (1, 0.02)],
            *[(33, 0.028), (20, 0.02033333333333), (0, 0.02), (0, 0.02), (1, 0.02), (0, 0.02)],
        ],
    ),
]


@pytest.mark.parametrize("case", RECORDED)
def test_frames_are_divided_as_in_godot(case: Recorded) -> None:
    pacing, rate, found = FramePacing(), 0, []
    for index in range(len(case.frames)):
        rate = case.rates.get(index, rate)
        frame = pacing.advance(1.0 / case.fps, rate, case.jitter_fix)
        found.append((frame.physics_steps, round(frame.process_step, 14)))
    assert found == case.frames


@given(
    st.lists(st.floats(0.0, 0.5), min_size=1, max_size=60),
    st.integers(1, 240),
    st.floats(0.0, 1.0),
)
def test_no_time_is_lost(elapsed: list[float], rate: int, jitter_fix: float) -> None:
    pacing, ticks, told = FramePacing(), 0, 0.0
    for seconds in elapsed:
        frame = pacing.advance(seconds, rate, jitter_fix)
        assert frame.physics_steps >= 0
        assert frame.process_step > 0.0
        ticks += frame.physics_steps
        told += frame.process_step
    shortest = len(elapsed) * 1e-6  # even a frame that took no time says that it did
    assert abs(told - sum(elapsed)) <= 2.0 / rate + shortest
    assert abs(ticks / rate - told) <= 2.0 / rate + shortest
