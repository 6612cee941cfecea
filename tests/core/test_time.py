"""Dates and times are those of Godot; ticks are those of the clock."""

from __future__ import annotations

import ast
import re

import pytest

from engine.core._text import text
from engine.core.clock import ManualClock, SystemClock
from engine.core.time import Time
from tests.core.recorded_values import heard, lines

ROWS = [line.split("|") for line in lines("dates.txt")]


def rows(kind: str) -> list[list[str]]:
    return [row[1:] for row in ROWS if row[0] == kind]


@pytest.mark.parametrize("row", rows("unix"), ids=lambda row: row[0])
def test_seconds_become_dates(row: list[str]) -> None:
    seconds = int(row[0])
    date = Time.get_datetime_dict_from_unix_time(seconds)
    assert [
        text(date),
        Time.get_datetime_string_from_unix_time(seconds),
        Time.get_datetime_string_from_unix_time(seconds, True),
        Time.get_date_string_from_unix_time(seconds),
        Time.get_time_string_from_unix_time(seconds),
    ] == row[1:]
    assert Time.get_unix_time_from_datetime_dict(date) == seconds
    assert {
        **Time.get_date_dict_from_unix_time(seconds),
        **Time.get_time_dict_from_unix_time(seconds),
    } == date


@pytest.mark.parametrize("row", rows("text"), ids=lambda row: row[0] or "empty")
def test_texts_become_dates(row: list[str]) -> None:
    with heard():
        assert [
            text(Time.get_datetime_dict_from_datetime_string(row[0], True)),
            text(Time.get_datetime_dict_from_datetime_string(row[0], False)),
            text(Time.get_unix_time_from_datetime_string(row[0])),
        ] == row[1:]


@pytest.mark.parametrize("row", rows("dictionary"), ids=lambda row: row[0])
def test_dictionaries_become_dates(row: list[str]) -> None:
    given = ast.literal_eval(row[0])
    with heard():
        assert [
            Time.get_datetime_string_from_datetime_dict(given, False),
            Time.get_datetime_string_from_datetime_dict(given, True),
            text(Time.get_unix_time_from_datetime_dict(given)),
        ] == row[1:]


@pytest.mark.parametrize("row", rows("offset"), ids=lambda row: row[0])
def test_offsets_become_texts(row: list[str]) -> None:
    assert Time.get_offset_string_from_offset_minutes(int(row[0])) == row[1]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "Invalid datetime Dictionary: Dictionary is empty."),
        ({"month": 13}, "Invalid month value of: 13. See the Time.Month enum for valid values."),
        ({"day": 0}, "Invalid day value of: 0, days are 1-indexed and cannot be 0."),
        ({"hour": 24}, "Invalid hour value of: 24."),
        ({"second": 60}, "Invalid second value of: 60 (leap seconds are not supported)."),
        (
            {"day": 31, "month": 4},
            "Invalid day value of: 31 which is larger than the maximum for this month, 30.",
        ),
    ],
)
def test_impossible_times_are_errors(given: dict[str, int], message: str) -> None:
    with heard() as messages:
        assert Time.get_datetime_string_from_datetime_dict(given, False) == ""
    assert messages == [f"ERROR: {message}"]


def test_texts_that_cannot_be_read_are_errors() -> None:
    with heard() as messages:
        assert Time.get_datetime_dict_from_datetime_string("2024-01", True) == {}
        assert Time.get_unix_time_from_datetime_string("10:11") == -1
    assert messages == [
        "ERROR: Invalid ISO 8601 date string.",
        "ERROR: Invalid ISO 8601 time string.",
    ]


def test_ticks_pass_with_the_clock() -> None:
    clock = ManualClock(100.0)
    Time._use_clock(clock)
    try:
        assert (Time.get_ticks_msec(), Time.get_ticks_usec()) == (0, 0)
        clock.advance(1.2345)
        assert (Time.get_ticks_msec(), Time.get_ticks_usec()) == (1234, 1234500)
    finally:
        Time._use_clock(SystemClock())


def test_the_system_says_what_time_it_is() -> None:
    now = Time.get_unix_time_from_system()
    assert now > 1.7e9
    assert abs(Time.get_unix_time_from_datetime_string(
        Time.get_datetime_string_from_system(True)) - now) < 60.0  # fmt: skip
    assert set(Time.get_datetime_dict_from_system()) == {
        "year", "month", "day", "weekday", "hour", "minute", "second", "dst",
    }  # fmt: skip
    assert set(Time.get_time_zone_from_system()) == {"bias", "name"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", Time.get_date_string_from_system())
    assert re.fullmatch(r"\d\d:\d\d:\d\d", Time.get_time_string_from_system(True))
    assert len(Time.get_date_dict_from_system()) == 4
    assert len(Time.get_time_dict_from_system()) == 3


def test_months_and_weekdays_have_names() -> None:
    assert Time.MONTH_MAY == 5
    assert Time.WEEKDAY_SUNDAY == 0
    assert Time.get_datetime_dict_from_unix_time(0)["weekday"] == Time.WEEKDAY_THURSDAY
