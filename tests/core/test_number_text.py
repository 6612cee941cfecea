"""Floats are written as Godot writes them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core._number_text import number_text
from tests.core.recorded_values import lines


def test_numbers_are_written_as_godot_writes_them() -> None:
    for line in lines("number_texts.txt"):
        number, text = line.split(" ")
        assert (number, number_text(float.fromhex(number))) == (number, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.33333333333333"),
        (1e20, "100000000000000000000.0"),
        (1e-10, "0.0000000001"),
        (1e-20, "0.0"),
        (-0.0, "0.0"),
        (2**0.5, "1.4142135623731"),
        (math.nan, "nan"),
        (-math.inf, "-inf"),
    ],
)
def test_well_known_numbers(number: float, text: str) -> None:
    assert number_text(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_text_is_close_to_the_number_and_has_no_exponent(number: float) -> None:
    text = number_text(number)
    assert "e" not in text
    assert float(text) == pytest.approx(number, rel=1e-13, abs=1e-14)


@given(st.integers(-(2**53), 2**53))
def test_whole_numbers_are_exact(number: int) -> None:
    assert number_text(float(number)) == f"{number}.0"
