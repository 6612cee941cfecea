r"""`RegEx`: regular expressions, in the spelling of Perl.

A pattern is compiled once and searched for often:

    number = RegEx.create_from_string(r"(?<key>\w+)=(\d+)")
    found = number.search("speed=12")
    print(found.get_string("key"), found.get_string(2))     # speed 12

Python's `re` does the work; see `_reg_ex_syntax` for what it is told. Recursion, `\K`, branch reset
and lookbehind of no fixed length are not available: such a pattern does not compile.
"""

from __future__ import annotations

import re

from engine.core._element_type import element_type
from engine.core._reg_ex_syntax import PatternError, python_pattern
from engine.core.error import FAILED, OK, Error
from engine.core.output import error
from engine.core.packed_string_array import PackedStringArray
from engine.core.ref_counted import RefCounted
from engine.core.reg_ex_match import RegExMatch
from engine.core.typed_array import TypedArray
from engine.core.variant_type import TYPE_OBJECT

__all__ = ["RegEx"]

_REPLACEMENT = re.compile(r"\$(?:(\$)|\{(\w+)\}|(\w+))?", re.ASCII)


class _BadReplacementError(Exception):
    """A replacement with a `$` that means nothing."""


class RegEx(RefCounted):
    """A pattern that texts are searched for."""

    _compiled: re.Pattern[str] | None = None
    _pattern = ""

    @staticmethod
    def create_from_string(pattern: str, show_error: bool = True) -> RegEx:
        """A new one with a pattern; see `compile`."""
        made = RegEx()
        made.compile(pattern, show_error)
        return made

    def clear(self) -> None:
        """Forgets what was compiled."""
        self._compiled = None

    def compile(self, pattern: str, show_error: bool = True) -> Error:
        """Takes a pattern.

        Returns:
            `OK`; `FAILED` for what is no pattern, with an error message if wanted.
        """
        self._pattern = str(pattern)
        self._compiled = None
        try:
            self._compiled = re.compile(python_pattern(self._pattern))
        except PatternError as problem:
            message, at = str(problem), problem.at
        except (re.error, OverflowError, RecursionError) as problem:
            message, at = str(getattr(problem, "msg", problem)), len(self._pattern)
        else:
            return OK
        if show_error:
            error(f"{at}: {message}")
        return FAILED

    def is_valid(self) -> bool:
        """Whether there is a pattern to search for."""
        return self._compiled is not None

    def get_pattern(self) -> str:
        """The pattern that was given last."""
        return self._pattern

    def get_group_count(self) -> int:
        """How many groups the pattern has."""
        compiled = self._checked("0")
        return 0 if compiled is None else compiled.groups

    def get_names(self) -> PackedStringArray:
        """The names of the pattern's groups."""
        compiled = self._checked("result")
        return PackedStringArray([] if compiled is None else sorted(compiled.groupindex))

    def _checked(self, otherwise: str) -> re.Pattern[str] | None:
        if self._compiled is None:
            error(f'Condition "!is_valid()" is true. Returning: {otherwise}')
        return self._compiled

    # Searching -----------------------------------------------------------------------------------

    def search(self, subject: str, offset: int = 0, end: int = -1) -> RegExMatch | None:
        """The first match.

        Args:
            subject: the text.
            offset: where the search begins; assertions see what is before it.
            end: where the text ends; -1 for all of it.
        """
        compiled = self._checked("nullptr")
        if compiled is None or not _is_in_range(offset):
            return None
        text = str(subject)
        found = compiled.search(text, offset, _end(text, end))
        return None if found is None else RegExMatch._of(found)

    def search_all(self, subject: str, offset: int = 0, end: int = -1) -> TypedArray:
        """All matches, none of which overlap; see `search`."""
        element = element_type(int(TYPE_OBJECT), RegExMatch)
        compiled = self._checked("nullptr")
        if compiled is None or not _is_in_range(offset):
            return TypedArray((), element)
        text = str(subject)
        matches = compiled.finditer(text, offset, _end(text, end))
        return TypedArray([RegExMatch._of(match) for match in matches], element)

    def sub(
        self, subject: str, replacement: str, all: bool = False, offset: int = 0, end: int = -1
    ) -> str:
        """The text with the first match replaced.

        Args:
            subject: the text.
            replacement: what is put there; `$1`, `$name` and `${name}` stand for groups, `$$` for
                the sign itself.
            all: whether all matches are replaced.
            offset: where the search begins.
            end: where the text ends for the search; -1 for all of it.

        Returns:
            The empty text, after an error, for a replacement that names groups that are not there.
        """
        compiled = self._checked("String()")
        if compiled is None or not _is_in_range(offset):
            return ""
        text, parts, done = str(subject), [], 0
        try:
            for match in compiled.finditer(text, offset, _end(text, end)):
                parts += [text[done : match.start()], _replaced(match, str(replacement))]
                done = match.end()
                if not all:
                    break
        except _BadReplacementError as problem:
            error(f"PCRE2 Error: {problem}")
            return ""
        return "".join(parts) + text[done:]


def _is_in_range(offset: int) -> bool:
    if offset < 0:
        error("RegEx search offset must be >= 0")
    return offset >= 0


def _end(text: str, end: int) -> int:
    return len(text) if end < 0 else end


def _replaced(match: re.Match[str], replacement: str) -> str:
    def part(sign: re.Match[str]) -> str:
        name = sign[2] or sign[3]
        if sign[1]:
            return "$"
        if not name:
            raise _BadReplacementError("invalid replacement string")
        if name.isdigit():
            if int(name) > len(match.groups()):
                raise _BadReplacementError("unknown substring")
            return match[int(name)] or ""
        if name not in match.re.groupindex:
            raise _BadReplacementError("unknown substring")
        return match[name] or ""

    return _REPLACEMENT.sub(part, replacement)
