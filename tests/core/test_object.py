"""Objects: their end, notifications, properties, meta, names of signals and ids."""

from __future__ import annotations

from typing import Any

import pytest

from engine import (
    Node,
    Object,
    RefCounted,
    Signal,
    instance_from_id,
    is_instance_id_valid,
    is_instance_valid,
    str_,
    weakref,
)
from engine.testing import expect_error


class Thing(Object):
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.size = 3
        self.told: list[int] = []

    def work(self, n: int = 1) -> int:
        return self.size * n

    def _notification(self, what: int) -> None:
        self.told.append(what)


class TestFreed:
    @pytest.fixture
    def gone(self) -> Any:
        thing = Thing()
        thing.free()
        return thing

    def test_it_is_not_valid_and_counts_as_none(self, gone: Any) -> None:
        assert not is_instance_valid(gone)
        assert gone == None  # noqa: E711
        assert not gone
        assert str_(gone) == "<Freed Object>"

    def test_every_use_raises(self, gone: Any) -> None:
        with pytest.raises(ReferenceError, match="'size' on a base object of type 'previously fre"):
            print(gone.size)
        with pytest.raises(ReferenceError, match="'work'"):
            gone.work()
        with pytest.raises(ReferenceError, match="'done'"):
            gone.done.emit()
        with pytest.raises(ReferenceError, match="assignment of property or key 'size'"):
            gone.size = 4
        with pytest.raises(ReferenceError):
            gone.free()

    def test_what_it_held_is_let_go(self) -> None:
        thing = Thing()
        thing.held = Thing()  # type: ignore[attr-defined]
        held = weakref(thing.held)  # type: ignore[attr-defined]
        thing.free()
        assert held.get_ref() is None

    def test_its_id_is_forgotten(self) -> None:
        thing = Thing()
        number = thing.get_instance_id()
        assert instance_from_id(number) is thing
        thing.free()
        assert instance_from_id(number) is None
        assert not is_instance_id_valid(number)

    def test_its_end_is_told_derived_class_first(self) -> None:
        order: list[str] = []

        class Base(Object):
            def _notification(self, what: int) -> None:
                order.append(f"base {what}")

        class Derived(Base):
            def _notification(self, what: int) -> None:
                order.append(f"derived {what}")

        Derived().free()
        assert order[:2] == ["derived 1", "base 1"]


class TestLocked:
    def test_an_object_is_not_freed_by_its_own_signal(self) -> None:
        thing = Thing()
        thing.done.connect(thing.free)
        with expect_error("Object is locked and can't be freed."), expect_error("locked object"):
            thing.done.emit()
        assert is_instance_valid(thing)
        thing.free()

    def test_another_ones_signal_frees_it(self) -> None:
        thing, other = Thing(), Thing()
        thing.done.connect(other.free)
        thing.done.emit()
        assert not is_instance_valid(other)
        thing.free()

    def test_free_within_its_end_is_refused(self) -> None:
        class Insistent(Object):
            def _notification(self, what: int) -> None:
                self.free()

        thing = Insistent()
        with expect_error("Object is locked"), expect_error("RuntimeError"):
            thing.free()
        assert not is_instance_valid(thing)

    def test_ref_counted_goes_by_itself(self) -> None:
        with (
            expect_error("Can't free a RefCounted object."),
            pytest.raises(RuntimeError, match="Attempted to free a RefCounted object"),
        ):
            RefCounted().free()


class TestProperties:
    def test_get_and_set_by_name(self) -> None:
        thing = Thing()
        thing.set("size", 8)
        thing.set("unknown", 1)
        assert thing.get("size") == thing["size"] == 8
        assert thing.get("unknown") is None
        assert "size" in thing
        assert "unknown" not in thing

    def test_set_does_not_read(self) -> None:
        class Meter(Object):
            reads = 0

            @property
            def level(self) -> int:
                self.reads += 1
                return 0

            @level.setter
            def level(self, value: int) -> None:
                self.written = value

        meter = Meter()
        meter.set("level", 5)
        assert (meter.written, meter.reads) == (5, 0)

    def test_what_is_not_declared_goes_through_get_and_set(self) -> None:
        class Bag(Object):
            def __init__(self) -> None:
                super().__init__()
                self.store: dict[str, Any] = {}

            def _get(self, property: str) -> Any:
                return self.store.get(property)

            def _set(self, property: str, value: Any) -> bool:
                self.store[property] = value
                return True

        bag: Any = Bag()
        bag.set("gems", 3)
        assert bag.gems == bag.get("gems") == 3
        assert bag.get("other") is None
        with pytest.raises(AttributeError, match="'Bag' object has no attribute 'other'"):
            print(bag.other)

    def test_get_that_needs_what_is_not_there_yet_does_not_recurse(self) -> None:
        class Early(Object):
            def _get(self, property: str) -> Any:
                return self.store[property]  # type: ignore[attr-defined]

        with pytest.raises(AttributeError, match="store"):
            print(Early().anything)  # type: ignore[attr-defined]

    def test_an_error_names_the_missing_method(self) -> None:
        thing = Thing()
        assert thing.call("work", 2) == 6
        assert thing.callv("work", [3]) == 9
        with pytest.raises(AttributeError, match="Nonexistent function 'fly' in base 'Object'"):
            thing.call("fly")

    def test_missing_meta_is_an_error_unless_there_is_a_default(self) -> None:
        thing = Thing()
        assert thing.get_meta("tag", 5) == 5
        with expect_error("does not have any 'meta' values with the key 'tag'"):
            assert thing.get_meta("tag") is None
        thing.set_meta("tag", 1)
        thing.remove_meta("tag")
        assert thing.get_meta_list() == []


class TestSignalsByName:
    def test_unknown_names(self) -> None:
        thing = Thing()
        with expect_error('Can\'t emit non-existing signal "nope".'):
            assert thing.emit_signal("nope") == 2
        with expect_error("In Object of type 'Object': Attempt to connect nonexistent signal"):
            assert thing.connect("nope", thing.work) == 31
        with expect_error("Disconnecting nonexistent signal 'nope' in"):
            thing.disconnect("nope", thing.work)
        with expect_error("Nonexistent signal: 'nope'.", count=2):
            assert not thing.is_connected("nope", thing.work)
            assert not thing.has_connections("nope")
        assert thing.get_signal_connection_list("nope") == []

    def test_user_signals(self) -> None:
        thing = Thing()
        thing.add_user_signal("late", [{"name": "n", "type": 2}])
        with expect_error("Trying to add already existing signal 'late'."):
            thing.add_user_signal("late")
        with expect_error("conflicts with a built-in signal of 'Object'."):
            thing.add_user_signal("script_changed")
        heard: list[int] = []
        thing.connect("late", heard.append)
        thing.emit_signal("late", 4)
        thing.remove_user_signal("late")
        with expect_error("Provided signal does not exist."):
            thing.remove_user_signal("late")
        assert heard == [4]
        assert not thing.has_signal("late")

    def test_blocked_signals_are_not_heard(self) -> None:
        thing = Thing()
        heard: list[None] = []
        thing.done.connect(lambda: heard.append(None))
        thing.set_block_signals(True)
        thing.done.emit()
        assert thing.emit_signal("done") == 28
        thing.set_block_signals(False)
        thing.done.emit()
        assert len(heard) == 1

    def test_listening_shows_until_the_listener_goes(self) -> None:
        thing, ears = Thing(), [Thing() for _ in range(3)]
        for ear in ears:
            thing.done.connect(ear.work)
            thing.property_list_changed.connect(ear.work)
        assert len(ears[0].get_incoming_connections()) == 2
        for ear in ears:
            ear.free()
        assert thing.done.get_connections() == []
        assert thing.get_incoming_connections() == []


def test_set_script_changes_the_class() -> None:
    node = Node()

    class Named(Node):
        label = "named"

    node.set_script(Named)
    assert node.get_script() is Named
    assert node.get("label") == "named"
    node.set_script(None)
    assert type(node) is Node
    with pytest.raises(TypeError, match="does not extend Node"):
        node.set_script(Thing)
