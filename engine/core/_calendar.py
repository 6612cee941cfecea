"""Dates and times of day as numbers and texts, in the proleptic Gregorian calendar.

All of it is arithmetic on days since 1970, for years of any size and sign.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from engine.core.output import error

SECONDS_PER_DAY = 86400
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_INTEGER = re.compile(r"-?\d+", re.ASCII)
_FIRST = {"year": 1970, "month": 1, "day": 1, "hour": 0, "minute": 0, "second": 0}
_FIRST_THURSDAY = 4


def is_leap_year(year: int) -> bool:
    """Whether February has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and is_leap_year(year) else _MONTH_LENGTHS[month - 1]


def days_since_1970(year: int, month: int, day: int) -> int:
    """The number of a day; months and days may be too large or too small."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400 - 719162
    return days + sum(month_length(year, m) for m in range(1, min(month, 13))) + day - 1


def weekday(days: int) -> int:
    """The day of the week, from 0 for Sunday."""
    return (days + _FIRST_THURSDAY) % 7


def date_of(unix_time: int) -> dict[str, int]:
    """Year, month, day and weekday of a time in seconds since 1970."""
    days = unix_time // SECONDS_PER_DAY
    # Groups of 400 years, counted from the first of March, all have 146097 days.
    era, day_of_era = divmod(days + 719468, 146097)
    year = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    year += era * 400 + (month <= 2)
    return {"year": year, "month": month, "day": day, "weekday": weekday(days)}


def time_of(unix_time: int) -> dict[str, int]:
    """Hour, minute and second of a time in seconds since 1970."""
    seconds = unix_time % SECONDS_PER_DAY
    return {"hour": seconds // 3600, "minute": seconds // 60 % 60, "second": seconds % 60}


def date_text(parts: Mapping[str, int]) -> str:
    """A date as `2024-02-29`."""
    return f"{parts['year']:04d}-{parts['month']:02d}-{parts['day']:02d}"


def time_text(parts: Mapping[str, int]) -> str:
    """A time of day as `12:34:56`."""
    return f"{parts['hour']:02d}:{parts['minute']:02d}:{parts['second']:02d}"


def parts_of_text(text: str) -> dict[str, int] | None:
    """What an ISO 8601 text says, without judging it; None, with an error, if it cannot be read.

    Without a date it is 1970-01-01, without a time 00:00:00; a time zone is left out.
    """
    date, time = "", ""
    if text.find("T") > 0:
        date, time = text.split("T")[:2]
    elif text.find(" ") > 0:
        date, time = text.split(" ")[:2]
    elif text.find("-", 1) > 0:
        return _with_date(dict(_FIRST), text)
    elif text.find(":") > 0:
        return _with_time(dict(_FIRST), text)
    else:
        return dict(_FIRST)
    parts = _with_date(dict(_FIRST), date)
    return None if parts is None else _with_time(parts, time)


def _with_date(parts: dict[str, int], text: str) -> dict[str, int] | None:
    numbers = [_number(part) for part in text.split("-") if part]
    if len(numbers) < 3:
        error("Invalid ISO 8601 date string.")
        return None
    parts["year"] = -numbers[0] if text.startswith("-") else numbers[0]
    parts["month"], parts["day"] = numbers[1:3]
    return parts


def _with_time(parts: dict[str, int], text: str) -> dict[str, int] | None:
    numbers = [_number(part) for part in text.split(":") if part]
    if len(numbers) < 3:
        error("Invalid ISO 8601 time string.")
        return None
    parts["hour"], parts["minute"], parts["second"] = numbers[:3]
    return parts


def _number(text: str) -> int:
    found = _INTEGER.search(text)
    return int(found[0]) if found else 0


def parts_of_dictionary(values: Mapping[Any, Any]) -> dict[str, int] | None:
    """The parts that a dictionary has, and the others of 1970; None, with an error, if wrong."""
    if not values:
        error("Invalid datetime Dictionary: Dictionary is empty.")
        return None
    parts = {name: int(values.get(name, first)) for name, first in _FIRST.items()}
    return parts if is_valid(parts) else None


def is_valid(parts: Mapping[str, int]) -> bool:
    """Whether there is such a time; an error if not."""
    problem = _problem(parts)
    if problem:
        error(problem)
    return not problem


def _problem(parts: Mapping[str, int]) -> str:
    month, day, second = parts["month"], parts["day"], parts["second"]
    enum = "See the Time.Month enum for valid values."
    if month == 0:
        return f"Invalid month value of: 0, months are 1-indexed and cannot be 0. {enum}"
    if not 1 <= month <= 12:
        return f"Invalid month value of: {month}. {enum}"
    for name, size in (("hour", 24), ("minute", 60), ("second", 60)):
        if not 0 <= parts[name] < size:
            leap = " (leap seconds are not supported)" if second >= 60 and name == "second" else ""
            return f"Invalid {name} value of: {parts[name]}{leap}."
    if day == 0:
        return "Invalid day value of: 0, days are 1-indexed and cannot be 0."
    longest = month_length(parts["year"], month)
    if day > longest:
        what = "which is larger than the maximum for this month"
        return f"Invalid day value of: {day} {what}, {longest}."
    return "" if day > 0 else f"Invalid day value of: {day}."


def unix_time_of(parts: Mapping[str, int]) -> int:
    """Seconds since 1970; 0, with an error, if there is no such time."""
    if not is_valid(parts):
        return 0
    days = days_since_1970(parts["year"], parts["month"], parts["day"])
    return days * SECONDS_PER_DAY + (parts["hour"] * 60 + parts["minute"]) * 60 + parts["second"]
