"""Resources: paths, copies, ids. What is expected here is what Godot 4.6 does."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from engine import RID, PackedInt32Array, Resource, export
from engine.core import _resource_cache
from engine.testing import expect_error


class Stats(Resource):
    level: int = export(1)
    sub: Resource | None = export(None)
    items: list[Any] = export([])
    table: dict[Any, Any] = export({})
    numbers: PackedInt32Array = export(PackedInt32Array([1]))
    plain = 1

    def __init__(self) -> None:
        self.log: list[str] = []

    def _setup_local_to_scene(self) -> None:
        self.log.append("set up")

    def _reset_state(self) -> None:
        self.log.append("reset")

    def _set_path_cache(self, path: str) -> None:
        self.log.append(path)


def named(name: str) -> Stats:
    made = Stats()
    made.resource_name = name
    return made


def nested() -> tuple[Stats, Stats, Stats, Stats]:
    """A resource with others inside: S, which has T, and U, which has a path."""
    r, s, t, u = (named(name) for name in "RSTU")
    u.resource_path = "res://u.tres"
    s.sub, r.sub = t, s
    r.items = [s, [t], 1, u]
    r.table = {"k": s, t: [1]}
    r.set_meta("list", [s])
    return r, s, t, u


# Copies ------------------------------------------------------------------------------------------


def test_a_plain_copy_shares_everything_inside() -> None:
    r, s, _, _ = nested()
    r.resource_path = "res://r.tres"
    r.resource_scene_unique_id = "abc"
    r.resource_local_to_scene = True
    r.plain = 5
    r.changed.connect(lambda: None)
    copy = r.duplicate()
    assert type(copy) is Stats
    assert (copy.resource_name, copy.resource_local_to_scene) == ("R", True)
    assert (copy.resource_path, copy.resource_scene_unique_id, copy.plain) == ("", "", 1)
    assert copy.sub is s
    assert copy.items is r.items
    assert copy.table is r.table
    assert copy.numbers is r.numbers
    assert copy.get_meta("list") is r.get_meta("list")
    assert not copy.changed.has_connections()


@pytest.mark.parametrize("deeply", [lambda r: r.duplicate(True), lambda r: r.duplicate_deep()])
def test_a_deep_copy_has_copies_of_what_is_built_in(deeply: Any) -> None:
    r, s, t, u = nested()
    copy = deeply(r)
    assert copy.sub is not s
    assert copy.sub.resource_name == "S"
    assert copy.sub.sub is not t
    assert copy.items[0] is copy.sub  # the same original, the same copy
    assert copy.items[1][0] is copy.sub.sub
    assert copy.items[3] is u
    assert copy.table["k"] is copy.sub
    assert t not in copy.table
    assert copy.table[copy.sub.sub] == [1]
    assert copy.numbers == r.numbers
    assert copy.numbers is not r.numbers
    assert copy.get_meta("list")[0] is copy.sub


def test_a_deep_copy_can_share_all_resources() -> None:
    r, s, t, _ = nested()
    copy = r.duplicate_deep(Resource.DEEP_DUPLICATE_NONE)
    assert copy.sub is s
    assert copy.items == r.items
    assert copy.items[1] is not r.items[1]
    assert copy.table[t] is not r.table[t]


def test_a_deep_copy_can_take_in_resources_with_paths() -> None:
    r, _, _, u = nested()
    copy = r.duplicate_deep(Resource.DEEP_DUPLICATE_ALL)
    assert copy.items[3] is not u
    assert copy.items[3].resource_name == "U"
    assert copy.items[3].resource_path == ""


def test_a_resource_inside_itself_is_copied_once() -> None:
    r = Stats()
    r.sub = r
    copy = r.duplicate(True)
    assert copy.sub is copy
    r.sub = copy.sub = None


def test_setters_see_the_values() -> None:
    seen = []

    class Watched(Resource):
        _power = 1

        @property
        def power(self) -> int:
            return self._power

        @power.setter
        def power(self, power: int) -> None:
            seen.append((power, self.resource_name))
            self._power = power

        power = export(power)

    original = Watched()
    original.resource_name = "W"
    original.power = 3
    seen.clear()
    assert original.duplicate().power == 3
    assert seen == [(3, "W")]


def test_a_class_that_asks_for_arguments_cannot_be_copied() -> None:
    class Needy(Resource):
        def __init__(self, power: int) -> None:
            self.power = power

    with expect_error("::_init': Method expected 1 argument(s), but called with 0"):
        copy = Needy(1).duplicate()
    assert type(copy) is Resource


# Paths -------------------------------------------------------------------------------------------


def test_a_path_finds_the_resource_while_it_is_held() -> None:
    r = Resource()
    r.resource_path = "res://held.tres"
    assert _resource_cache.load("res://held.tres") is r
    assert str(r).startswith("(res://held.tres):<Resource#")
    del r
    gc.collect()
    assert _resource_cache.find("res://held.tres") is None
    with expect_error() as messages:
        assert _resource_cache.load("res://held.tres") is None
    assert [m.text for m in messages] == [
        "Cannot open file 'res://held.tres'.",
        "Failed loading resource: res://held.tres.",
    ]


def test_a_path_in_use_has_to_be_taken_over() -> None:
    one, two = Resource(), Resource()
    one.resource_path = "res://one.tres"
    with expect_error("Another resource is loaded from path 'res://one.tres'"):
        two.resource_path = "res://one.tres"
    assert (one.resource_path, two.resource_path) == ("res://one.tres", "")
    two.take_over_path("res://one.tres")
    assert (one.resource_path, two.resource_path) == ("", "res://one.tres")
    assert _resource_cache.find("res://one.tres") is two
    two.resource_path = ""
    assert _resource_cache.find("res://one.tres") is None


def test_the_path_cache_does_not_find_the_resource() -> None:
    r = Stats()
    r.set_path_cache("res://cached.tres")
    assert r.resource_path == "res://cached.tres"
    assert r.log == ["res://cached.tres"]
    assert _resource_cache.find("res://cached.tres") is None


@pytest.mark.parametrize(
    ("path", "built_in"),
    [("", True), ("res://a.tscn::1", True), ("local://2", True), ("res://a.tres", False)],
)
def test_built_in_is_what_has_no_file_of_its_own(path: str, built_in: bool) -> None:
    r = Resource()
    r.resource_path = path
    assert r.is_built_in() is built_in


# Others ------------------------------------------------------------------------------------------


def test_a_name_shows_in_the_text_and_a_change_is_told() -> None:
    told = []
    r = Resource()
    r.changed.connect(lambda: told.append(r.resource_name))
    r.resource_name = "Sword"
    r.emit_changed()
    r.resource_local_to_scene = True
    assert told == ["Sword", "Sword"]
    assert str(r).startswith("Sword ():<Resource#-")


def test_ids_have_only_letters_digits_and_underscores() -> None:
    r = Resource()
    r.resource_scene_unique_id = "ab_C9"
    assert r.resource_scene_unique_id == "ab_C9"
    with expect_error("The scene unique ID must contain only letters, numbers, and underscores."):
        r.resource_scene_unique_id = "a b"
    assert len(r.resource_scene_unique_id) == 5
    assert r.resource_scene_unique_id.isalnum()
    r.set_id_for_path("res://q.tres", "5_abc")
    assert r.get_id_for_path("res://q.tres") == "5_abc"
    assert r.get_id_for_path("res://z.tres") == ""


def test_virtuals_are_called() -> None:
    r = Stats()
    r.setup_local_to_scene_requested.connect(lambda: r.log.append("requested"))
    r.setup_local_to_scene()
    r.reset_state()
    assert r.log == ["requested", "set up", "reset"]
    assert r.get_rid() == RID()
    assert r.get_local_scene() is None


def test_exported_defaults_are_not_shared() -> None:
    one, two = Stats(), Stats()
    one.items.append(1)
    assert two.items == []
