"""`RegExMatch`: what a regular expression has found."""

from __future__ import annotations

import re
from typing import Any

from engine.core.packed_string_array import PackedStringArray
from engine.core.ref_counted import RefCounted

__all__ = ["RegExMatch"]


class RegExMatch(RefCounted):
    """One match; made by `RegEx.search` and `RegEx.search_all`."""

    _match: re.Match[str] | None = None

    @classmethod
    def _of(cls, match: re.Match[str]) -> RegExMatch:
        made = cls()
        made._match = match
        return made

    @property
    def subject(self) -> str:
        """The text that was searched."""
        return self.get_subject()

    @property
    def names(self) -> dict[str, int]:
        """The numbers of the named groups that took part in the match."""
        return self.get_names()

    @property
    def strings(self) -> PackedStringArray:
        """The whole match, and what each group matched."""
        return self.get_strings()

    def get_subject(self) -> str:
        """The text that was searched."""
        return "" if self._match is None else self._match.string

    def get_group_count(self) -> int:
        """How many groups there are, besides the whole match."""
        return 0 if self._match is None else len(self._match.groups())

    def get_names(self) -> dict[str, int]:
        """The numbers of the named groups that took part in the match."""
        match = self._match
        if match is None:
            return {}
        numbers = match.re.groupindex
        return {name: numbers[name] for name in sorted(numbers) if match.start(name) >= 0}

    def get_strings(self) -> PackedStringArray:
        """The whole match, and what each group matched; empty for groups without a part in it."""
        match = self._match
        return PackedStringArray([] if match is None else [match[0], *match.groups("")])

    def _span(self, name: Any) -> tuple[int, int]:
        match = self._match
        if match is None:
            return -1, -1
        if isinstance(name, str):
            return match.span(name) if name in match.re.groupindex else (-1, -1)
        number = int(name)
        return match.span(number) if 0 <= number <= len(match.groups()) else (-1, -1)

    def get_string(self, name: int | str = 0) -> str:
        """What a group matched, by its number or name; 0 is the whole match."""
        start, end = self._span(name)
        return self.get_subject()[start:end] if start >= 0 else ""

    def get_start(self, name: int | str = 0) -> int:
        """Where a group's match begins; -1 for one without a part in the match."""
        return self._span(name)[0]

    def get_end(self, name: int | str = 0) -> int:
        """Where a group's match ends; -1 for one without a part in the match."""
        return self._span(name)[1]
