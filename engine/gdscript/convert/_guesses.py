"""Guesses at types from what Godot's value types have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from engine.gdscript import _types as t
from engine.gdscript._api import builtin_facts, class_facts, is_subclass
from engine.gdscript._types import VARIANT, StaticType

VALUE_TYPES = frozenset(
    (
        "Vector2", "Vector2i", "Vector3", "Vector3i", "Vector4", "Vector4i", "Rect2", "Rect2i",
        "Color", "Transform2D", "Transform3D", "Basis", "Quaternion", "Plane", "AABB", "Projection",
    )
)  # fmt: skip


@cache
def owners(method: str) -> tuple[str, ...]:
    """The value types that have a method of that name."""
    names = ("String", "Array", "Dictionary", "PackedByteArray", "PackedStringArray",
             "PackedFloat32Array", *VALUE_TYPES, "Callable", "Signal", "NodePath")  # fmt: skip
    found = []
    for name in names:
        facts = builtin_facts(name)
        if facts is not None and facts.method(method) is not None:
            found.append(name)
    return tuple(found)


@cache
def likely_result(method: str) -> StaticType:
    """What a method of an unknown value gives, where all value types that have it agree."""
    if is_node_method(method):
        return VARIANT
    kinds = set()
    for name in owners(method):
        facts = builtin_facts(name)
        found = facts.method(method) if facts is not None else None
        if found is not None:
            kinds.add(found.returns)
    if kinds == {t.builtin("PackedStringArray")}:
        return t.array_of(t.STRING)
    return kinds.pop() if len(kinds) == 1 else VARIANT


def is_node_method(method: str) -> bool:
    """Whether nodes have a method of that name."""
    facts = class_facts("Node")
    return facts is not None and facts.method(method) is not None


def join(one: StaticType, other: StaticType) -> StaticType:
    """The type that values of either type have; null goes with objects."""
    if one == other:
        return one
    if one.is_object and other == t.NIL:
        return one
    if one == t.NIL and other.is_object:
        return other
    if one.kind == t.CLASS_KIND and other.kind == t.CLASS_KIND:
        if is_subclass(one.name, other.name):
            return other
        if is_subclass(other.name, one.name):
            return one
    if {one.kind, other.kind} == {t.ENUM_KIND, t.BUILTIN_KIND} and t.INT in (one, other):
        return t.INT
    if one.name == other.name == "Array":
        return t.ARRAY
    if one.name == other.name == "Dictionary":
        return t.DICTIONARY
    return VARIANT


def container(make: Callable[[StaticType], StaticType], kinds: list[StaticType]) -> StaticType:
    """The type of an array literal: its elements' where all have the same."""
    if not kinds:
        return t.ARRAY
    first = kinds[0]
    for kind in kinds[1:]:
        first = join(first, kind)
    if first.is_variant or first == t.NIL or first.kind.endswith("reference"):
        return t.ARRAY
    return make(first)
