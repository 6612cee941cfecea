"""Functions that wait: what they get, what they raise, and how they end with their object."""

from __future__ import annotations

from typing import Any

import pytest

from engine import Callable, Object, RefCounted, Signal, start, weakref
from engine.testing import expect_error


class Sleeper(Object):
    go = Signal()
    told = Signal("a", "b")

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[Any] = []

    async def nap(self, on: Signal, times: int = 1) -> str:
        self.steps.append("asleep")
        for _ in range(times):
            self.steps.append(await on)
        return "rested"

    async def fails(self, on: Signal | None = None) -> None:
        if on is not None:
            await on
        raise ValueError("overslept")

    async def awaits(self, thing: Any) -> Any:
        self.steps.append(("got", await thing))

    async def catches(self, thing: Any) -> None:
        try:
            await thing
        except Exception as problem:
            self.steps.append(repr(problem))

    async def tidies_up(self, on: Signal, log: list[str]) -> None:
        try:
            await on
        finally:
            log.append("tidied up")

    async def frees_itself(self, on: Signal, log: list[str]) -> None:
        await on
        log.append("about to")
        self.free()
        log.append("done")
        await on
        log.append("never")


@pytest.fixture
def sleeper() -> Sleeper:
    return Sleeper()


class TestValues:
    def test_a_method_starts_when_it_is_called(self, sleeper: Sleeper) -> None:
        sleeper.nap(sleeper.go)
        assert sleeper.steps == ["asleep"]

    @pytest.mark.parametrize(
        ("args", "value"), [((), None), ((1,), 1), ((1, "x"), [1, "x"]), (([2],), [2])]
    )
    def test_awaiting_a_signal_gives_its_arguments(
        self, sleeper: Sleeper, args: tuple[Any, ...], value: Any
    ) -> None:
        sleeper.nap(sleeper.told)
        sleeper.told.emit(*args)
        assert sleeper.steps == ["asleep", value]

    def test_each_waiter_has_a_list_of_its_own(self, sleeper: Sleeper) -> None:
        other = Sleeper()
        sleeper.nap(sleeper.told)
        other.nap(sleeper.told)
        sleeper.told.emit(1, 2)
        assert sleeper.steps[1] == other.steps[1]
        assert sleeper.steps[1] is not other.steps[1]

    def test_awaiting_a_coroutine_gives_its_result(self, sleeper: Sleeper) -> None:
        sleeper.awaits(sleeper.nap(sleeper.go))
        sleeper.go.emit()
        assert sleeper.steps == ["asleep", None, ("got", "rested")]

    def test_one_that_has_ended_gives_its_result_at_once(self, sleeper: Sleeper) -> None:
        nap = sleeper.nap(sleeper.go)
        assert nap.is_valid()
        sleeper.go.emit()
        assert not nap.is_valid()
        sleeper.awaits(nap)
        assert sleeper.steps[-1] == ("got", "rested")

    def test_functions_can_be_started(self, sleeper: Sleeper) -> None:
        async def function() -> None:
            sleeper.steps.append(await sleeper.go)

        start(function())
        Callable(function).call()
        sleeper.go.emit()
        assert sleeper.steps == [None, None]

    def test_start_explains_what_it_takes(self) -> None:
        with pytest.raises(TypeError, match=r"start\(\) takes what an `async def` function gives"):
            start(7)  # type: ignore[arg-type]


class TestExceptions:
    def test_before_the_first_wait_it_goes_to_the_caller(self, sleeper: Sleeper) -> None:
        with pytest.raises(ValueError, match="overslept"):
            sleeper.fails()

    def test_after_a_wait_it_goes_to_the_one_who_awaits(self, sleeper: Sleeper) -> None:
        sleeper.catches(sleeper.fails(sleeper.go))
        sleeper.go.emit()
        assert sleeper.steps == ["ValueError('overslept')"]

    def test_with_nobody_awaiting_it_is_reported_and_other_waiters_go_on(
        self, sleeper: Sleeper
    ) -> None:
        sleeper.fails(sleeper.go)
        sleeper.nap(sleeper.go)
        with expect_error("ValueError: overslept") as found:
            sleeper.go.emit()
        assert found[0].kind == "SCRIPT ERROR"
        assert "in fails" in found[0].details()
        assert sleeper.steps == ["asleep", None]

    @pytest.mark.parametrize("thing", [7, None, "text"])
    def test_what_cannot_be_awaited(self, sleeper: Sleeper, thing: Any) -> None:
        with pytest.raises(TypeError, match="can't be used in 'await' expression"):
            sleeper.awaits(thing)

    def test_what_only_asyncio_can_await(self, sleeper: Sleeper) -> None:
        class OfAnotherLoop:
            def __await__(self) -> Any:
                yield self

        with pytest.raises(TypeError, match="await a Signal or an `async def` method"):
            sleeper.awaits(OfAnotherLoop())


class TestSignalsThatCannotFire:
    def signals(self, owner: Object) -> list[Signal]:
        gone = Sleeper()
        rung = gone.go
        gone.free()
        return [rung, Signal(), Signal(owner, "nope")]

    def test_the_function_ends_and_its_caller_goes_on(self, sleeper: Sleeper) -> None:
        for signal in self.signals(sleeper):
            with expect_error("ERROR: "), expect_error("Error connecting to signal"):
                nap = sleeper.nap(signal)
            assert not nap.is_valid()
        assert sleeper.steps == ["asleep"] * 3

    def test_who_awaits_the_function_gets_none(self, sleeper: Sleeper) -> None:
        with expect_error("Parameter"), expect_error("Error connecting to signal"):
            sleeper.awaits(sleeper.nap(Signal()))
        assert sleeper.steps == ["asleep", ("got", None)]

    def test_the_function_may_catch_it(self, sleeper: Sleeper) -> None:
        with expect_error('Parameter "obj" is null.'):
            sleeper.catches(Signal())
        assert "Error connecting to signal" in sleeper.steps[0]


class TestFreed:
    def test_a_waiting_function_ends_with_its_object(self, sleeper: Sleeper) -> None:
        other, log = Sleeper(), []
        steps = other.steps
        other.nap(sleeper.go)
        other.tidies_up(sleeper.go, log)
        other.free()
        sleeper.go.emit()
        assert steps == ["asleep"]
        assert log == ["tidied up"]
        assert not sleeper.go.has_connections()

    def test_who_awaits_it_never_goes_on(self, sleeper: Sleeper) -> None:
        other = Sleeper()
        sleeper.awaits(other.nap(sleeper.go))
        other.free()
        sleeper.go.emit()
        assert sleeper.steps == []

    def test_freed_by_an_earlier_listener_of_the_same_emission(self, sleeper: Sleeper) -> None:
        other = Sleeper()
        steps = other.steps
        sleeper.go.connect(other.free)
        other.nap(sleeper.go)
        with expect_error("Resumed function 'nap()' after await, but class instance is gone."):
            sleeper.go.emit()
        assert steps == ["asleep"]

    def test_freed_by_an_earlier_waiter_of_the_same_emission(self, sleeper: Sleeper) -> None:
        other = Sleeper()

        async def first() -> None:
            await sleeper.go
            other.free()

        start(first())
        other.nap(sleeper.go)
        with expect_error("Resumed function 'nap()'"):
            sleeper.go.emit()

    def test_the_emitter_freed(self, sleeper: Sleeper) -> None:
        emitter, log = Sleeper(), []
        sleeper.tidies_up(emitter.go, log)
        emitter.free()
        assert log == ["tidied up"]
        sleeper.free()

    def test_one_that_frees_its_own_object_ends_at_its_next_wait(self, sleeper: Sleeper) -> None:
        other, log = Sleeper(), []
        other.frees_itself(sleeper.go, log)
        sleeper.go.emit()
        sleeper.go.emit()
        assert log == ["about to", "done"]

    def test_a_waiting_function_keeps_its_ref_counted(self) -> None:
        class Guest(RefCounted):
            async def stay(self, on: Signal) -> None:
                await on

        sleeper, guest = Sleeper(), Guest()
        guest.stay(sleeper.go)
        weak = weakref(guest)
        del guest
        assert weak.get_ref() is not None
        sleeper.go.emit()
        assert weak.get_ref() is None


class TestAsConnections:
    def test_waiters_and_listeners_are_called_in_order(self, sleeper: Sleeper) -> None:
        order: list[str] = []

        async def wait(tag: str) -> None:
            await sleeper.go
            order.append(tag)

        start(wait("first"))
        sleeper.go.connect(lambda: order.append("listener"))
        start(wait("last"))
        sleeper.go.emit()
        sleeper.go.emit()
        assert order == ["first", "listener", "last", "listener"]

    def test_one_that_waits_again_waits_for_the_next_emission(self, sleeper: Sleeper) -> None:
        sleeper.nap(sleeper.go, times=2)
        sleeper.go.emit()
        assert sleeper.steps == ["asleep", None]

    def test_disconnecting_everything_ends_who_waits(self, sleeper: Sleeper) -> None:
        log: list[str] = []
        sleeper.go.connect(sleeper.steps.clear)
        sleeper.tidies_up(sleeper.go, log)
        flags = [info["flags"] for info in sleeper.go.get_connections()]
        assert flags == [0, Object.CONNECT_ONE_SHOT]
        for info in sleeper.go.get_connections():
            sleeper.go.disconnect(info["callable"])
        assert log == ["tidied up"]
        assert not sleeper.go.has_connections()
