"""Compiled functions are as short as hand-written ones where types are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gdscript.body_scripts import python_of

MOVER = """extends Node
const WIDTH := 640.0
var x := 0.0
var vx := 0.0
var hits := 0
func _process(delta: float) -> void:
	x += vx * delta
	if x >= WIDTH:
		x -= WIDTH
func count(n: int) -> int:
	var total := 0
	for i in n:
		if i % 3 == 0:
			total += 1
	return total
func idle() -> void:
	pass
func names(list: Array[String]) -> int:
	var size := 0
	for name_ in list:
		if name_ == "a" or name_.length() > 3:
			size += list.size()
	return size
"""


def test_typed_members_are_plain_attributes(tmp_path: Path) -> None:
    """Constants are written in place, and the engine's own calls need no conversion."""
    lines = python_of(MOVER, tmp_path, "_process").splitlines()
    assert [line.strip() for line in lines[1:-2]] == [
        "try:",
        "self.x = self.x + self.vx * delta",
        "if self.x >= 640.0:",
        "self.x = self.x - 640.0",
    ]


def test_counting_needs_no_test_for_64_bits(tmp_path: Path) -> None:
    """Counters of loops and what moves in small steps stay small."""
    text = python_of(MOVER, tmp_path, "count")
    assert "for i in @range(n):" in text
    assert "if i % 3 == 0:" in text
    assert "total = total + 1" in text
    assert "@wrap" not in text


def test_a_function_that_does_nothing_has_no_try(tmp_path: Path) -> None:
    """Nothing can go wrong in it."""
    assert python_of(MOVER, tmp_path, "idle") == "def idle(self):\n    pass"


@pytest.mark.parametrize("wanted", ["name_ == 'a'", "@len(name_) > 3", "for name_ in list:"])
def test_known_types_use_python(wanted: str, tmp_path: Path) -> None:
    """No helper stands between."""
    assert wanted in python_of(MOVER, tmp_path, "names")
