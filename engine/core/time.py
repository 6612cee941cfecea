"""`Time`: dates, times of day and the ticks of the engine.

The ticks count from the start and come from the clock that the loop runs on, so that in a test
they pass only when the test lets them. Dates come from the system.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from enum import IntEnum
from typing import Any, Final

from engine.core import _calendar
from engine.core.clock import Clock, SystemClock
from engine.core.object import Object
from engine.core.output import error

__all__ = ["Time"]


class _Month(IntEnum):
    MONTH_JANUARY = 1
    MONTH_FEBRUARY = 2
    MONTH_MARCH = 3
    MONTH_APRIL = 4
    MONTH_MAY = 5
    MONTH_JUNE = 6
    MONTH_JULY = 7
    MONTH_AUGUST = 8
    MONTH_SEPTEMBER = 9
    MONTH_OCTOBER = 10
    MONTH_NOVEMBER = 11
    MONTH_DECEMBER = 12


class _Weekday(IntEnum):
    WEEKDAY_SUNDAY = 0
    WEEKDAY_MONDAY = 1
    WEEKDAY_TUESDAY = 2
    WEEKDAY_WEDNESDAY = 3
    WEEKDAY_THURSDAY = 4
    WEEKDAY_FRIDAY = 5
    WEEKDAY_SATURDAY = 6


class TimeSingleton(Object):
    """Dates, times of day and ticks. There is one, `Time`.

    Dictionaries have the keys `year`, `month`, `day`, `weekday`, `hour`, `minute` and `second`;
    months count from 1 and weekdays from 0 for Sunday. Times in seconds count from 1970, in UTC.
    """

    _class_name = "Time"
    Month = _Month
    Weekday = _Weekday
    MONTH_JANUARY: Final = _Month.MONTH_JANUARY
    MONTH_FEBRUARY: Final = _Month.MONTH_FEBRUARY
    MONTH_MARCH: Final = _Month.MONTH_MARCH
    MONTH_APRIL: Final = _Month.MONTH_APRIL
    MONTH_MAY: Final = _Month.MONTH_MAY
    MONTH_JUNE: Final = _Month.MONTH_JUNE
    MONTH_JULY: Final = _Month.MONTH_JULY
    MONTH_AUGUST: Final = _Month.MONTH_AUGUST
    MONTH_SEPTEMBER: Final = _Month.MONTH_SEPTEMBER
    MONTH_OCTOBER: Final = _Month.MONTH_OCTOBER
    MONTH_NOVEMBER: Final = _Month.MONTH_NOVEMBER
    MONTH_DECEMBER: Final = _Month.MONTH_DECEMBER
    WEEKDAY_SUNDAY: Final = _Weekday.WEEKDAY_SUNDAY
    WEEKDAY_MONDAY: Final = _Weekday.WEEKDAY_MONDAY
    WEEKDAY_TUESDAY: Final = _Weekday.WEEKDAY_TUESDAY
    WEEKDAY_WEDNESDAY: Final = _Weekday.WEEKDAY_WEDNESDAY
    WEEKDAY_THURSDAY: Final = _Weekday.WEEKDAY_THURSDAY
    WEEKDAY_FRIDAY: Final = _Weekday.WEEKDAY_FRIDAY
    WEEKDAY_SATURDAY: Final = _Weekday.WEEKDAY_SATURDAY

    def __init__(self) -> None:
        self._use_clock(SystemClock())

    def _use_clock(self, clock: Clock) -> None:
        """Lets the ticks count from now on that clock."""
        self._now = clock.now
        self._start = clock.now()

    # Ticks ---------------------------------------------------------------------------------------

    def get_ticks_msec(self) -> int:
        """Milliseconds since the engine started."""
        return round((self._now() - self._start) * 1_000_000.0) // 1000

    def get_ticks_usec(self) -> int:
        """Microseconds since the engine started."""
        return round((self._now() - self._start) * 1_000_000.0)

    # From a number of seconds --------------------------------------------------------------------

    def get_datetime_dict_from_unix_time(self, unix_time_val: int) -> dict[str, Any]:
        """Date and time of day."""
        unix_time_val = int(unix_time_val)
        return {**_calendar.date_of(unix_time_val), **_calendar.time_of(unix_time_val)}

    def get_date_dict_from_unix_time(self, unix_time_val: int) -> dict[str, Any]:
        """The date."""
        return {**_calendar.date_of(int(unix_time_val))}

    def get_time_dict_from_unix_time(self, unix_time_val: int) -> dict[str, Any]:
        """The time of day."""
        return {**_calendar.time_of(int(unix_time_val))}

    def get_datetime_string_from_unix_time(
        self, unix_time_val: int, use_space: bool = False
    ) -> str:
        """Date and time as `2024-02-29T12:34:56`, or with a space for the T."""
        return _text(self.get_datetime_dict_from_unix_time(unix_time_val), use_space)

    def get_date_string_from_unix_time(self, unix_time_val: int) -> str:
        """The date as `2024-02-29`."""
        return _calendar.date_text(_calendar.date_of(int(unix_time_val)))

    def get_time_string_from_unix_time(self, unix_time_val: int) -> str:
        """The time of day as `12:34:56`."""
        return _calendar.time_text(_calendar.time_of(int(unix_time_val)))

    # From dictionaries and texts -----------------------------------------------------------------

    def get_datetime_dict_from_datetime_string(
        self, datetime: str, weekday: bool
    ) -> dict[str, Any]:
        """What an ISO 8601 text says, whether there is such a time or not.

        Args:
            datetime: date and time, or one of them; a time zone is left out.
            weekday: whether the weekday is wanted as well.

        Returns:
            The dictionary, or an empty one and an error if the text cannot be read.
        """
        parts = _calendar.parts_of_text(datetime)
        if parts is None:
            return {}
        found: dict[str, Any] = {name: parts[name] for name in ("year", "month", "day")}
        if weekday:
            found["weekday"] = _calendar.weekday(_calendar.days_since_1970(**found))
        return {**found, **{name: parts[name] for name in ("hour", "minute", "second")}}

    def get_datetime_string_from_datetime_dict(
        self, datetime: Mapping[Any, Any], use_space: bool
    ) -> str:
        """Date and time as `2024-02-29T12:34:56`, or with a space for the T.

        What is missing is that of 1970-01-01T00:00:00. An impossible time gives an empty text and
        an error.
        """
        parts = _calendar.parts_of_dictionary(datetime)
        return "" if parts is None else _text(parts, use_space)

    def get_unix_time_from_datetime_dict(self, datetime: Mapping[Any, Any]) -> int:
        """Seconds since 1970; 0, with an error, for an impossible time."""
        if not datetime:
            error("Invalid datetime Dictionary: Dictionary is empty")
            return 0
        parts = _calendar.parts_of_dictionary(datetime)
        return 0 if parts is None else _calendar.unix_time_of(parts)

    def get_unix_time_from_datetime_string(self, datetime: str) -> int:
        """Seconds since 1970; -1 or 0, with an error, for a text that says no time."""
        parts = _calendar.parts_of_text(datetime)
        return -1 if parts is None else _calendar.unix_time_of(parts)

    def get_offset_string_from_offset_minutes(self, offset_minutes: int) -> str:
        """An offset of a time zone as `+02:00`."""
        hours, minutes = divmod(abs(offset_minutes), 60)
        return f"{'-' if offset_minutes < 0 else '+'}{hours:02d}:{minutes:02d}"

    # From the system -----------------------------------------------------------------------------

    def get_datetime_dict_from_system(self, utc: bool = False) -> dict[str, Any]:
        """Date and time of day now, and whether it is summer time (`dst`)."""
        now = self.get_datetime_dict_from_unix_time(_system_seconds(utc))
        return {**now, "dst": not utc and time.localtime().tm_isdst > 0}

    def get_date_dict_from_system(self, utc: bool = False) -> dict[str, Any]:
        """The date now."""
        return self.get_date_dict_from_unix_time(_system_seconds(utc))

    def get_time_dict_from_system(self, utc: bool = False) -> dict[str, Any]:
        """The time of day now."""
        return self.get_time_dict_from_unix_time(_system_seconds(utc))

    def get_datetime_string_from_system(self, utc: bool = False, use_space: bool = False) -> str:
        """Date and time now, as `2024-02-29T12:34:56`."""
        return self.get_datetime_string_from_unix_time(_system_seconds(utc), use_space)

    def get_date_string_from_system(self, utc: bool = False) -> str:
        """The date now, as `2024-02-29`."""
        return self.get_date_string_from_unix_time(_system_seconds(utc))

    def get_time_string_from_system(self, utc: bool = False) -> str:
        """The time of day now, as `12:34:56`."""
        return self.get_time_string_from_unix_time(_system_seconds(utc))

    def get_time_zone_from_system(self) -> dict[str, Any]:
        """How many minutes the local time is ahead (`bias`), and the zone's `name`."""
        local = time.localtime()
        return {"bias": local.tm_gmtoff // 60, "name": local.tm_zone}

    def get_unix_time_from_system(self) -> float:
        """Seconds since 1970, with fractions."""
        return time.time()


def _text(parts: Mapping[str, int], use_space: bool) -> str:
    date, time_of_day = _calendar.date_text(parts), _calendar.time_text(parts)
    return f"{date}{' ' if use_space else 'T'}{time_of_day}"


def _system_seconds(utc: bool) -> int:
    """Seconds since 1970 now; for local time, those that have its date and time in UTC."""
    now = time.time()
    return int(now) + (0 if utc else time.localtime(now).tm_gmtoff)


Time = TimeSingleton()
