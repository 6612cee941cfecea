"""Collected messages and expected errors, apart from pytest's part in it."""

from __future__ import annotations

import pytest

from engine.core import output
from engine.core.output import Message
from engine.core.print import push_error, push_warning
from engine.testing import UnexpectedError, collect_messages, expect_error
from engine.testing.messages import check_none_left


def test_collected_messages_are_also_written(capsys: pytest.CaptureFixture[str]) -> None:
    with collect_messages() as messages:
        push_error("one")
        push_warning("two")
    assert [str(message) for message in messages] == ["ERROR: one", "WARNING: two"]
    written = capsys.readouterr().err.splitlines()
    assert [line for line in written if not line.startswith(" ")] == ["ERROR: one", "WARNING: two"]


def test_an_expected_error_is_handed_over_and_not_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with expect_error("route") as found:
        push_error("no route to host")
    assert [message.text for message in found] == ["no route to host"]
    assert capsys.readouterr().err == ""


def test_any_error_will_do_without_a_text() -> None:
    with expect_error() as found:
        push_error("this")
        push_warning("that")
    assert len(found) == 2


def test_the_kind_is_part_of_the_text() -> None:
    with expect_error("SCRIPT ERROR: KeyError") as found:
        output.script_error(KeyError("missing"))
    assert isinstance(found[0].exception, KeyError)


def test_an_error_that_does_not_come_is_missed() -> None:
    with (
        pytest.raises(AssertionError, match="no error with 'rain' was reported"),
        expect_error("rain"),
    ):
        push_warning("sun")


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_count_has_to_be_right(count: int) -> None:
    def two_drops() -> None:
        with expect_error("drop", count=count):
            push_error("drop one")
            push_error("drop two")

    with pytest.raises(AssertionError, match=f"2 errors with 'drop' were reported, not {count}"):
        two_drops()


def test_none_may_be_expected() -> None:
    with expect_error("drop", count=0) as found:
        pass
    assert found == []


def test_the_others_are_reported_as_ever() -> None:
    with collect_messages() as outside, expect_error("mine") as found:
        push_error("somebody else's")
        push_error("mine")
        assert [message.text for message in outside] == ["somebody else's"]
    assert [message.text for message in found] == ["mine"]
    with pytest.raises(UnexpectedError, match="somebody else's"):
        check_none_left(outside)


def test_blocks_lie_within_blocks() -> None:
    with expect_error("outer") as outer, expect_error("inner") as inner:
        push_error("inner")
        push_error("outer")
        push_error("outer, and inner")
    assert [message.text for message in outer] == ["outer"]
    assert [message.text for message in inner] == ["inner", "outer, and inner"]


def test_an_exception_in_the_block_is_what_counts() -> None:
    def fail() -> None:
        with expect_error("never comes"):
            push_error("on the way")
            raise ZeroDivisionError

    with collect_messages() as outside, pytest.raises(ZeroDivisionError):
        fail()
    assert [message.text for message in outside] == ["on the way"]


def test_script_errors_are_observed_once() -> None:
    observed: list[Message] = []
    with (
        collect_messages(),
        output.script_error_observer(observed.append),
        expect_error("something else", count=0),
    ):
        output.script_error(KeyError("missing"))
    assert len(observed) == 1


def test_warnings_are_no_errors() -> None:
    check_none_left([])
    check_none_left([Message("WARNING", "look out")])
    with pytest.raises(UnexpectedError) as caught:
        check_none_left([Message("WARNING", "w"), Message("ERROR", "e"), Message("ERROR", "f")])
    assert str(caught.value) == "2 unexpected error(s):\nERROR: e\n\nERROR: f\n"


def test_a_script_errors_traceback_is_shown() -> None:
    def stumble() -> None:
        raise KeyError("stone")

    with collect_messages() as messages:
        try:
            stumble()
        except KeyError as exception:
            output.script_error(exception)
    with pytest.raises(UnexpectedError, match=r"in stumble\n.*raise KeyError\(.stone.\)"):
        check_none_left(messages)
