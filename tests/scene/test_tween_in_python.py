"""What a tween does with things that GDScript does not have, and how it lets go of them."""

from __future__ import annotations

import functools
import gc
import importlib
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from engine import Node, Object, RefCounted, SceneTree, StringName, Tween, Vector2
from engine.core.output import Message, handler
from engine.scene._tween_list import process_tweens
from tests.scene.tween_scenarios import recorded_scenarios


class Thing(Object):
    speed: float = 0
    count: int = 0
    where = Vector2()

    def __init__(self) -> None:
        super().__init__()
        self.settings: dict[str, Any] = {"volume": 0.0, "nested": {"pan": Vector2()}}
        self.child: Thing | None = None
        self.heard: list[Any] = []

    def hear(self, value: Any) -> None:
        self.heard.append(value)

    @property
    def fragile(self) -> float:
        return 0.0

    @fragile.setter
    def fragile(self, value: float) -> None:
        raise ValueError(f"no {value}")


class Plain:
    size = 1.0


@pytest.fixture
def tree() -> Iterator[SceneTree]:
    tree = SceneTree()
    yield tree
    tree.finalize()


@contextmanager
def messages() -> Iterator[list[str]]:
    found: list[str] = []

    def collect(message: Message) -> None:
        found.append(str(message))

    with handler(collect):
        yield found


def test_every_recorded_scenario_has_a_port() -> None:
    modules = [
        importlib.import_module(f"tests.scene.{name}")
        for name in ("test_tween", "test_tween_values", "test_subtween")
    ]
    ports = {name for module in modules for name in vars(module)}
    assert set(recorded_scenarios()) <= ports


# Properties --------------------------------------------------------------------------------------


def test_whole_number_in_a_float_variable_is_a_float(tree: SceneTree) -> None:
    thing = Thing()
    tween = tree.create_tween()
    tween.tween_property(thing, "speed", 1.0, 1.0)
    tween.custom_step(0.25)
    assert thing.speed == 0.25
    tween.kill()
    thing.speed = 0
    again = tree.create_tween()
    again.tween_property(thing, "speed", 3, 1.0)
    again.custom_step(0.5)
    assert thing.speed == 1.5


def test_whole_number_in_an_int_variable_stays_one(tree: SceneTree) -> None:
    thing = Thing()
    tween = tree.create_tween()
    tween.tween_property(thing, "count", 3.9, 1.0)
    tween.custom_step(0.5)
    assert (thing.count, type(thing.count)) == (2, int)
    tween.custom_step(0.5)
    assert (thing.count, type(thing.count)) == (3, int)


@pytest.mark.parametrize(
    ("path", "final", "read"),
    [
        ("where:x", 8.0, lambda thing: thing.where.x),
        ("settings:volume", 8.0, lambda thing: thing.settings["volume"]),
        ("settings:nested:pan:y", 8.0, lambda thing: thing.settings["nested"]["pan"].y),
        ("child:speed", 8.0, lambda thing: thing.child.speed),
        ("child:where:y", 8.0, lambda thing: thing.child.where.y),
    ],
)
def test_parts_of_properties(tree: SceneTree, path: str, final: float, read: Any) -> None:
    thing = Thing()
    thing.child = Thing()
    tween = tree.create_tween()
    tween.tween_property(thing, path, final, 1.0)
    tween.custom_step(0.25)
    assert read(thing) == 2.0
    tween.custom_step(0.75)
    assert read(thing) == 8.0


def test_two_parts_of_one_vector_do_not_disturb_each_other(tree: SceneTree) -> None:
    thing = Thing()
    tween = tree.create_tween().set_parallel()
    tween.tween_property(thing, "where:x", 4.0, 1.0)
    tween.tween_property(thing, StringName("where:y"), 8.0, 1.0)
    tween.custom_step(0.5)
    assert thing.where == Vector2(2, 4)


def test_any_python_object_can_be_tweened(tree: SceneTree) -> None:
    plain = Plain()
    tree.create_tween().tween_property(plain, "size", 3.0, 1.0 / 60.0)
    tree.tick(2)
    assert plain.size == 3.0


def test_setter_that_raises_is_reported_and_the_tween_goes_on(tree: SceneTree) -> None:
    thing = Thing()
    tween = tree.create_tween()
    tween.tween_property(thing, "fragile", 1.0, 0.03)
    tween.tween_callback(thing.hear.__get__(thing, Thing)).set_delay(0.0)
    tween.tween_callback(lambda: thing.hear("next"))
    with messages() as found:
        tree.tick(2)
    assert found[0] == "SCRIPT ERROR: ValueError: no 0.5555555820465088"
    assert found[1] == "SCRIPT ERROR: ValueError: no 1.0"
    assert thing.heard == ["next"]


def test_freed_object_is_refused(tree: SceneTree) -> None:
    thing = Thing()
    thing.free()
    with pytest.raises(ReferenceError, match="previously freed"):
        tree.create_tween().tween_property(thing, "speed", 1.0, 1.0)


def test_curves_that_do_not_exist_are_refused(tree: SceneTree) -> None:
    thing = Thing()
    tween = tree.create_tween()
    with messages() as found:
        tween.set_trans(12).set_ease(-1)
        step = tween.tween_property(thing, "speed", 1.0, 1.0).set_trans(-1).set_ease(4)
    assert step is not None
    assert found == [
        "ERROR: Index p_trans = 12 is out of bounds (TransitionType::TRANS_MAX = 12).",
        "ERROR: Index p_ease = -1 is out of bounds (EaseType::EASE_MAX = 4).",
        "ERROR: Index p_trans = -1 is out of bounds (TransitionType::TRANS_MAX = 12).",
        "ERROR: Index p_ease = 4 is out of bounds (EaseType::EASE_MAX = 4).",
    ]
    tween.custom_step(0.5)
    assert thing.speed == 0.5


# Calls -------------------------------------------------------------------------------------------


def test_callbacks_of_every_kind(tree: SceneTree) -> None:
    thing = Thing()
    tween = tree.create_tween()

    async def waiting() -> None:
        thing.hear("before")
        await tree.process_frame
        thing.hear("after")

    tween.tween_callback(functools.partial(thing.hear, "partial"))
    tween.tween_callback(waiting)
    tween.tween_method(thing.heard.append, 0, 1, 0.0)
    tree.tick(2)
    assert thing.heard == ["partial", "before", 1, "after"]


def test_what_a_callback_raises_is_reported(tree: SceneTree) -> None:
    thing = Thing()

    def fail(value: Any = None) -> None:
        raise TypeError(f"bad {value}")

    tween = tree.create_tween()
    tween.tween_callback(fail)
    tween.tween_method(fail, 0, 4, 0.03)
    tween.tween_callback(lambda: thing.hear("next"))
    with messages() as found:
        tree.tick(2)
    assert found == [f"SCRIPT ERROR: TypeError: bad {value}" for value in (None, 2, 4)]
    assert thing.heard == ["next"]


def test_lambda_of_a_freed_object_is_not_called(tree: SceneTree) -> None:
    class Speaker(Object):
        said: list[str] = []

        def plan(self) -> None:
            tree.create_tween().tween_callback(lambda: self.said.append("never")).set_delay(0.02)

    speaker = Speaker()
    speaker.plan()
    speaker.free()
    tree.tick(3)
    assert Speaker.said == []


def test_interpolator_that_raises_leaves_the_first_value(tree: SceneTree) -> None:
    thing = Thing()
    thing.speed = 2.0
    tween = tree.create_tween()
    step = tween.tween_property(thing, "speed", 4.0, 1.0)
    step.set_custom_interpolator(lambda weight: weight / 0.0)
    with messages() as found:
        tween.custom_step(0.5)
    assert found[0] == "SCRIPT ERROR: ZeroDivisionError: float division by zero"
    assert thing.speed == 2.0


def test_wrong_arguments_raise(tree: SceneTree) -> None:
    tween = tree.create_tween()
    with pytest.raises(TypeError, match="calls a method or a function"):
        tween.tween_callback(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a time is a number of seconds"):
        tween.tween_interval("1")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a time is a number of seconds"):
        tween.tween_property(Thing(), "speed", 1.0, None)  # type: ignore[arg-type]
    tween.kill()


# Lists and lives ---------------------------------------------------------------------------------


def test_finished_tweens_let_go_of_everything(tree: SceneTree) -> None:
    class Target(RefCounted):
        value = 0.0

    target = Target()
    alive = weakref.ref(target)
    tween = tree.create_tween()
    tween.tween_property(target, "value", 1.0, 0.01)
    tween_alive = weakref.ref(tween)
    del target
    gc.collect()
    assert alive() is not None
    tree.tick(2)
    assert alive() is None
    assert not tween.is_valid()
    del tween
    assert tween_alive() is None


def test_many_tweens_end_in_their_order(tree: SceneTree) -> None:
    thing = Thing()
    for number in range(200):
        tree.create_tween().tween_callback(functools.partial(thing.hear, number))
    kept = tree.create_tween()
    kept.tween_interval(10.0)
    tree.tick(2)
    assert thing.heard == list(range(200))
    assert tree.get_processed_tweens() == [kept]


def test_subtweens_leave_the_list_of_the_tree(tree: SceneTree) -> None:
    inner, outer = tree.create_tween(), tree.create_tween()
    inner.tween_interval(1.0)
    outer.tween_subtween(inner)
    assert tree.get_processed_tweens() == [outer]


def test_subtween_taken_in_the_middle_of_a_step_is_not_stepped_twice(tree: SceneTree) -> None:
    thing = Thing()
    first, inner = tree.create_tween(), tree.create_tween()
    inner.tween_method(thing.hear, 0.0, 60.0, 1.0)
    outer: list[Tween] = []

    def take() -> None:
        outer.append(tree.create_tween())
        outer[0].tween_subtween(inner)

    first.tween_callback(take)
    tree.tick(3)
    assert [round(value) for value in thing.heard] == [1, 2]


def test_tween_that_contains_itself_ends(tree: SceneTree) -> None:
    thing = Thing()
    tween = tree.create_tween()
    tween.tween_callback(lambda: thing.hear("before"))
    tween.tween_subtween(tween)
    tween.tween_callback(lambda: thing.hear("after"))
    assert tween.custom_step(1.0)
    assert thing.heard[0] == "before"


def test_two_trees_step_their_own_tweens() -> None:
    trees = SceneTree(), SceneTree()
    things = Thing(), Thing()
    for one, thing in zip(trees, things, strict=True):
        one.create_tween().tween_property(thing, "speed", 60.0, 1.0)
    trees[0].tick(3)
    trees[1].tick(1)
    assert [round(thing.speed) for thing in things] == [3, 1]
    for one in trees:
        one.finalize()


def test_time_of_the_step_that_a_tween_asks_for(tree: SceneTree) -> None:
    thing = Thing()
    plain, unscaled, physics = (tree.create_tween() for _ in range(3))
    unscaled.set_ignore_time_scale()
    physics.set_process_mode(Tween.TWEEN_PROCESS_PHYSICS)
    for tween in (plain, unscaled, physics):
        tween.tween_method(thing.hear, 0.0, 1.0, 1.0)
    tweens = [plain, unscaled, physics]
    process_tweens(tweens, 0.25, 0.5, False, False)
    assert thing.heard == [0.25, 0.5]
    process_tweens(tweens, 0.125, 0.75, True, False)
    assert thing.heard == [0.25, 0.5, 0.125]
    process_tweens([], 1.0, 1.0, False, False)


def test_text_tells_what_it_is_bound_to(tree: SceneTree) -> None:
    node = Node()
    node.name = "Door"
    tween = tree.create_tween()
    text = str(tween)
    assert text == f"<Tween#{tween.get_instance_id()}>"
    tween.bind_node(node)
    assert str(tween) == f"{text} (bound to Door)"
    node.free()
    assert str(tween) == text


def test_same_run_ten_times() -> None:
    def trace() -> list[Any]:
        tree = SceneTree()
        thing = Thing()
        for number in range(5):
            tween = tree.create_tween().set_loops(2).set_trans(Tween.TRANS_ELASTIC)
            tween.tween_method(thing.hear, 0.0, 1.0 + number, 0.02 * number)
            tween.tween_callback(functools.partial(thing.hear, number)).set_delay(0.01)
        tree.tick(20)
        tree.finalize()
        return thing.heard

    first = trace()
    assert len(first) > 20
    assert all(trace() == first for _ in range(9))
