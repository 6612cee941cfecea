"""Values of every type, tweened, are those that the real Godot prints.

`data/mix.gd` was run by the real Godot, which printed `data/mix.txt`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import engine
from engine import Object, SceneTree, Tween
from engine.core.packed_array import PackedArray
from engine.scene._interpolate import type_name

RECORDED = Path(__file__).parent / "data" / "mix.txt"


class Holder(Object):
    x: Any = None


class Names(dict[str, Any]):
    """What the texts of values are made of."""

    def __missing__(self, name: str) -> Any:
        made = getattr(engine, name)
        return {
            "AABB": lambda *n: made(engine.Vector3(*n[:3]), engine.Vector3(*n[3:])),
            "Basis": basis,
            "Transform3D": lambda *n: made(basis(*n[:9]), engine.Vector3(*n[9:])),
            "Transform2D": lambda *n: made(*[engine.Vector2(*n[i : i + 2]) for i in (0, 2, 4)]),
            "PackedVector2Array": lambda *n: made(vectors(engine.Vector2, 2, n)),
            "PackedColorArray": lambda *n: made(vectors(engine.Color, 4, n)),
        }.get(name) or ((lambda *n: made(list(n))) if name.startswith("Packed") else made)


def basis(*numbers: float) -> Any:
    """Godot writes a basis by rows, and makes it from columns."""
    return engine.Basis(*[engine.Vector3(*numbers[i::3]) for i in range(3)])


def vectors(of: type[Any], size: int, numbers: tuple[float, ...]) -> list[Any]:
    return [of(*numbers[i : i + size]) for i in range(0, len(numbers), size)]


def value(text: str) -> Any:
    text = re.sub(r'&("[^"]*")', r"StringName(\1)", text)
    return eval(text, {}, Names(true=True, false=False, null=None))


def comparable(found: Any) -> Any:
    """Packed arrays stay packed, where Godot makes plain ones of most."""
    if isinstance(found, PackedArray):
        return list(found)
    return found


def same(got: Any, wanted: Any) -> bool:
    """Turns are made of sines, whose last bit differs between processors."""
    turns = ("Quaternion", "Basis", "Transform2D", "Transform3D")
    if type(wanted).__name__ in turns and type(got) is type(wanted):
        return bool(got.is_equal_approx(wanted))
    return bool(got == wanted)


def tweened(how: str, weight: float, first: Any, second: Any) -> Any:
    if how == "value":
        return Tween.interpolate_value(first, second, weight, 1.0, 0, 0)
    holder = Holder()
    holder.x = first
    tween = SceneTree(entered=False).create_tween()
    step = tween.tween_property(holder, "x", second, 1.0)
    assert step is not None
    if how == "relative":
        step.as_relative()
    if how == "custom":
        step.set_custom_interpolator(lambda w: w)
    tween.custom_step(weight)
    return holder.x


def lines() -> list[list[str]]:
    return [line.split("\t") for line in RECORDED.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    "pair", dict.fromkeys(f"{line[2]} | {line[3]}" for line in lines()), ids=str
)
def test_values_are_those_of_godot(pair: str) -> None:
    for how, weight, a, b, expected in lines():
        if f"{a} | {b}" == pair:
            got = tweened(how, float(weight), value(a), value(b))
            wanted = comparable(value(expected))
            assert same(comparable(got), wanted), f"{how} {weight}"
            assert type_name(comparable(got)) == type_name(wanted), f"{how} {weight}"
