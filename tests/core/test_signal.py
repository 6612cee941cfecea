"""Signals: who is called, with what, and what misuse gives."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from engine import Callable, Object, RefCounted, Signal
from engine.testing import expect_error

ONE_SHOT, COUNTED = Object.CONNECT_ONE_SHOT, Object.CONNECT_REFERENCE_COUNTED


class Bell(Object):
    rung = Signal("times")
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Any] = []

    def hear(self, *args: Any) -> None:
        self.heard.append(args)

    def hear_one(self, n: int) -> None:
        self.heard.append(n)


class Ear(RefCounted):
    def __init__(self, heard: list[Any]) -> None:
        super().__init__()
        self.heard = heard

    def hear(self, n: int) -> None:
        self.heard.append(n)


@pytest.fixture
def bell() -> Bell:
    return Bell()


def test_listeners_are_called_in_order_with_all_arguments(bell: Bell) -> None:
    order: list[Any] = []
    bell.rung.connect(lambda *args: order.append(("first", args)))
    bell.rung.connect(lambda *args: order.append(("second", args)))
    bell.rung.emit(1, "x")
    assert order == [("first", (1, "x")), ("second", (1, "x"))]


def test_a_second_connection_of_the_same_listener_is_refused(bell: Bell) -> None:
    assert bell.rung.connect(bell.hear) == 0
    with expect_error("Signal 'rung' is already connected to given callable"):
        assert bell.rung.connect(bell.hear) == 31
    with expect_error("already connected"):
        assert bell.rung.connect(Callable(bell.hear).bind(2)) == 31
    bell.rung.emit(1)
    assert bell.heard == [(1,)]


def test_a_counted_connection_lasts_as_long_as_its_count(bell: Bell) -> None:
    for _ in range(3):
        bell.rung.connect(bell.hear, COUNTED)
    bell.rung.disconnect(bell.hear)
    bell.rung.disconnect(bell.hear)
    assert bell.rung.is_connected(bell.hear)
    bell.rung.disconnect(bell.hear)
    assert not bell.rung.is_connected(bell.hear)


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((), "Method expected 1 argument(s), but called with 0."),
        ((1, 2), "Method expected 1 argument(s), but called with 2."),
    ],
)
def test_arguments_that_do_not_fit_are_an_error_and_the_rest_go_on(
    bell: Bell, args: tuple[int, ...], expected: str
) -> None:
    bell.rung.connect(bell.hear_one)
    bell.rung.connect(bell.hear)
    with expect_error(f"::hear_one': {expected}") as found:
        bell.rung.emit(*args)
    assert found[0].kind == "ERROR"
    assert bell.heard == [args]


def test_an_exception_is_reported_with_its_traceback_and_the_rest_go_on(bell: Bell) -> None:
    def fails(n: int) -> None:
        raise TypeError("of the listener's own")

    bell.rung.connect(fails)
    bell.rung.connect(bell.hear_one)
    with expect_error("TypeError: of the listener's own") as found:
        bell.rung.emit(1)
    assert found[0].kind == "SCRIPT ERROR"
    assert "in fails" in found[0].details()
    assert bell.heard == [1]


class TestChangesDuringAnEmission:
    def test_what_is_connected_waits_for_the_next_one(self, bell: Bell) -> None:
        bell.rung.connect(lambda n: bell.rung.connect(bell.hear_one), ONE_SHOT)
        bell.rung.emit(1)
        assert bell.heard == []
        bell.rung.emit(2)
        assert bell.heard == [2]

    def test_what_is_disconnected_is_still_called(self, bell: Bell) -> None:
        bell.rung.connect(lambda n: bell.rung.disconnect(bell.hear_one), ONE_SHOT)
        bell.rung.connect(bell.hear_one)
        bell.rung.emit(1)
        bell.rung.emit(2)
        assert bell.heard == [1]

    @pytest.mark.parametrize("flags", [0, ONE_SHOT])
    def test_what_is_freed_is_not_called(self, bell: Bell, flags: int) -> None:
        other = Bell()
        heard = other.heard
        bell.rung.connect(lambda n: other.free())
        bell.rung.connect(other.hear_one, flags)
        bell.rung.connect(bell.hear_one, flags)
        bell.rung.emit(1)
        assert heard == []
        assert bell.heard == [1]

    def test_one_shot_leaves_before_it_is_called(self, bell: Bell) -> None:
        def echo(n: int) -> None:
            bell.heard.append(n)
            bell.rung.emit(n + 1)

        bell.rung.connect(echo, ONE_SHOT)
        bell.rung.emit(1)
        assert bell.heard == [1]


class TestWhoKeepsWhom:
    def test_a_connection_does_not_keep_a_ref_counted(self, bell: Bell) -> None:
        heard: list[int] = []
        ear: Ear | None = Ear(heard)
        bell.rung.connect(ear.hear)
        bell.rung.emit(1)
        ear = None
        bell.rung.emit(2)
        assert heard == [1]
        assert not bell.rung.has_connections()

    def test_a_function_keeps_what_it_has_captured(self, bell: Bell) -> None:
        heard: list[int] = []
        ear = Ear(heard)
        bell.rung.connect(lambda n, ear=ear: ear.hear(n))
        del ear
        bell.rung.emit(1)
        assert heard == [1]

    def test_a_signal_does_not_keep_its_object(self) -> None:
        ear = Ear([])
        signal = ear.property_list_changed
        del ear
        gc.collect()
        assert signal.get_object() is None
        with expect_error('Parameter "obj" is null.'):
            assert signal.connect(lambda: None) == 3


class TestWhatIsNotThere:
    def test_a_signal_of_a_freed_object(self, bell: Bell) -> None:
        rung = bell.rung
        bell.free()
        rung.emit(1)
        assert rung.get_connections() == []
        with expect_error('Parameter "obj" is null.', count=4):
            assert rung.connect(lambda n: None) == 3
            rung.disconnect(lambda n: None)
            assert not rung.is_connected(lambda n: None)
            assert not rung.has_connections()

    def test_a_signal_that_the_object_does_not_have(self, bell: Bell) -> None:
        nope = Signal(bell, "nope")
        assert not nope.is_null()
        assert nope.get_connections() == []
        with expect_error('Can\'t emit non-existing signal "nope".'):
            nope.emit()
        with expect_error("Attempt to connect nonexistent signal 'nope'"):
            assert nope.connect(bell.hear) == 31
        with expect_error("Disconnecting nonexistent signal 'nope'"):
            nope.disconnect(bell.hear)
        with expect_error("Nonexistent signal: 'nope'.", count=2):
            assert not nope.is_connected(bell.hear)
            assert not nope.has_connections()

    def test_a_null_callable(self, bell: Bell) -> None:
        with expect_error("Cannot connect to 'rung': the provided callable is null."):
            assert bell.rung.connect(Callable()) == 31
        with expect_error("Cannot disconnect from 'rung': the provided callable is null."):
            bell.rung.disconnect(Callable())
        with expect_error("Cannot determine if connected to 'rung'"):
            assert not bell.rung.is_connected(Callable())

    def test_a_callable_of_a_freed_object(self, bell: Bell) -> None:
        gone = Bell()
        hear = Callable(gone.hear)
        gone.free()
        with expect_error("to callable 'null::hear': the callable object is null."):
            assert bell.rung.connect(hear) == 31

    def test_a_missing_method_is_found_out_when_it_is_called(self, bell: Bell) -> None:
        assert bell.rung.connect(Callable(bell, "missing")) == 0
        bell.rung.connect(bell.hear_one)
        bell.rung.emit(1)
        assert bell.heard == [1]

    def test_what_is_not_connected(self, bell: Bell) -> None:
        with expect_error("Attempt to disconnect a nonexistent connection from"):
            bell.rung.disconnect(bell.hear)

    def test_what_is_no_callable(self, bell: Bell) -> None:
        with pytest.raises(TypeError, match=r"Callable\(\) takes a method or a function, not 5"):
            bell.rung.connect(5)  # type: ignore[arg-type]


def test_signals_of_two_objects_have_nothing_in_common() -> None:
    one, two = Bell(), Bell()
    one.rung.connect(one.hear_one)
    two.rung.emit(1)
    assert one.heard == []
    assert one.rung != two.rung
    assert one.rung == Signal(one, "rung")


def test_a_chain_of_signals_passes_arguments_on(bell: Bell) -> None:
    other = Bell()
    bell.rung.connect(other.rung.emit)
    bell.rung.connect(Callable(other.stopped.emit).unbind(1))
    other.rung.connect(other.hear)
    other.stopped.connect(other.hear)
    bell.rung.emit(4)
    assert other.heard == [(4,), ()]
