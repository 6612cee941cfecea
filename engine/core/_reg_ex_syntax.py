r"""Regular expressions as Godot (and PCRE) writes them, in Python's spelling.

The pattern is read once, from left to right, and each piece is written anew:

- classes such as `\w` and `[:alpha:]` are about ASCII and are written out; `\h`, `\R`, `\N`, `\K`
  and the like are made of what Python has;
- sets are taken to pieces, because Python gives a meaning to `[[`, `&&` and `||` in them;
- named groups and references to them have several spellings in PCRE and one in Python;
- `(?i)` counts up to the end of its group: what follows is put into a group with that flag. `(?x)`
  is done here: spaces and comments are left out.

What Python cannot do at all (recursion, verbs, scripts of Unicode) is a `PatternError`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.core._reg_ex_classes import LETTERS, POSIX, category, others

_NAME = r"[A-Za-z_]\w*"
_GROUP = re.compile(
    rf"""\(\? (?:
      P?<(?P<angle>{_NAME})> | '(?P<quote>{_NAME})'     # a named group
    | P=(?P<same>{_NAME})\)                              # what a named group matched
    | \((?:<(?P<cond>{_NAME})>|'(?P<cond2>{_NAME})'|(?P<cond3>{_NAME}|\d+))\)  # a condition
    | (?P<plain>:|=|!|<=|<!|>)                           # groups without a name
    | (?P<on>[a-zA-Z]*)(?P<off>(?:-[a-zA-Z]+)?)(?P<end>[:)])  # flags
    )""",
    re.VERBOSE | re.ASCII,
)
_REFERENCE = re.compile(
    r"""\\(?: k(?:<(\w+)>|'(\w+)'|\{(\w+)\}) | g(?:\{(-?\w+)\}|(-?\d+)) )""",
    re.VERBOSE | re.ASCII,
)
_CODE = re.compile(
    r"\\(?:x\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{0,2})|o\{([0-7]+)\}|(0[0-7]{0,2})|c([\x20-\x7e]))"
)
_PROPERTY = re.compile(r"\\([pP])(?:\{(\^?)([\w&]+)\}|([A-Z]))")
_POSIX = re.compile(r"\[:(\^?)([a-z]+):\]")
_CONTROLS = {"a": 7, "e": 27, "f": 12, "n": 10, "r": 13, "t": 9}
_FLAGS = frozenset("imsx")
_SIMPLE = {
    "A": r"\A",
    "z": r"\Z",
    "Z": r"(?=\n?\Z)",
    "b": r"(?a:\b)",
    "B": r"(?a:\B)",
    "N": r"[^\n]",
    "R": r"(?>\r\n|[\n-\r\x85\u2028\u2029])",
}


class PatternError(Exception):
    """A pattern that is wrong, or that Python cannot do.

    Attributes:
        at: where.
    """

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


@dataclass(slots=True)
class _Level:
    """A group that is open: its flags, and how groups for flags in it begin, which end with it."""

    extended: bool
    wraps: list[str] = field(default_factory=list)


def python_pattern(pattern: str) -> str:
    """The pattern in Python's spelling.

    Raises:
        PatternError: for what has no meaning, or none in Python.
    """
    return _Translation(pattern).run()


class _Translation:
    def __init__(self, pattern: str) -> None:
        self.text = pattern
        self.at = 0
        self.out: list[str] = []
        self.levels = [_Level(False)]
        self.groups = 0

    def run(self) -> str:
        while self.at < len(self.text):
            self._piece(self.text[self.at])
        if len(self.levels) > 1:
            raise PatternError("missing closing parenthesis", len(self.text))
        self.out.append(")" * len(self.levels[0].wraps))
        return "".join(self.out)

    def _piece(self, char: str) -> None:
        level = self.levels[-1]
        if char == "\\":
            self._escape()
        elif char == "[":
            self._set()
        elif char == "(":
            self._open()
        elif char == ")":
            self._close()
        elif char == "|":
            self._put(")" * len(level.wraps) + "|" + "".join(level.wraps), 1)
        elif level.extended and char.isspace():
            self.at += 1
        elif level.extended and char == "#":
            end = self.text.find("\n", self.at)
            self.at = len(self.text) if end < 0 else end
        else:
            self._put(char, 1)

    def _put(self, text: str, read: int) -> None:
        self.out.append(text)
        self.at += read

    def _fail(self, message: str) -> PatternError:
        return PatternError(message, self.at)

    # Groups --------------------------------------------------------------------------------------

    def _open(self) -> None:
        text, at = self.text, self.at
        if text.startswith("(?#", at):
            end = text.find(")", at)
            if end < 0:
                raise self._fail("missing ) after (?# comment")
            self.at = end + 1
        elif text.startswith("(*", at):
            raise self._fail("verbs are not supported")
        elif not text.startswith("(?", at):
            self.groups += 1
            self._enter("(", 1)
        else:
            self._special_group()

    def _enter(self, text: str, read: int) -> None:
        self._put(text, read)
        self.levels.append(_Level(self.levels[-1].extended))

    def _special_group(self) -> None:
        match = _GROUP.match(self.text, self.at)
        if match is None:
            raise self._fail("unrecognized character after (? or (?-, or not supported")
        size = len(match[0])
        name = match["angle"] or match["quote"]
        condition = match["cond"] or match["cond2"] or match["cond3"]
        if name:
            self.groups += 1
            self._enter(f"(?P<{name}>", size)
        elif match["same"]:
            self._put(f"(?P={match['same']})", size)
        elif condition:
            self._enter(f"(?({condition})", size)
        elif match["plain"]:
            self._enter(f"(?{match['plain']}", size)
        else:
            self._flags(match["on"], match["off"][1:], match["end"] == ":", size)

    def _flags(self, on: str, off: str, has_group: bool, size: int) -> None:
        if not _FLAGS.issuperset(on + off):
            raise self._fail("unrecognized character after (? or (?-, or not supported")
        extended = "x" in on or (self.levels[-1].extended and "x" not in off)
        on, off = on.replace("x", ""), off.replace("x", "")
        begin = f"(?{on}-{off}:" if off else f"(?{on}:"
        if has_group:
            self._enter(begin, size)
        elif on or off:
            self.levels[-1].wraps.append(begin)
            self._put(begin, size)
        else:
            self.at += size
        self.levels[-1].extended = extended

    def _close(self) -> None:
        if len(self.levels) == 1:
            raise self._fail("unmatched closing parenthesis")
        level = self.levels.pop()
        self._put(")" * (len(level.wraps) + 1), 1)

    # Behind a backslash --------------------------------------------------------------------------

    def _escape(self) -> None:
        text, at = self.text, self.at
        if at + 1 >= len(text):
            raise PatternError("\\ at end of pattern", len(text))
        char = text[at + 1]
        if char == "Q":
            end = text.find("\\E", at + 2)
            quoted = text[at + 2 :] if end < 0 else text[at + 2 : end]
            self._put("".join(map(_literal, quoted)), len(text) - at if end < 0 else end + 2 - at)
        elif char == "E":
            self.at += 2
        elif char in _SIMPLE:
            self._put(_SIMPLE[char], 2)
        elif char in "123456789":
            self._reference_by_number()
        elif char in "kg":
            self._reference()
        else:
            inside, read = self._class(at)
            self._put(f"[{inside}]" if inside else self._character(), read)

    def _reference_by_number(self) -> None:
        digits = re.compile(r"\d+").match(self.text, self.at + 1)
        assert digits is not None
        self._put(f"(?:\\{int(digits[0])})", 1 + len(digits[0]))

    def _reference(self) -> None:
        match = _REFERENCE.match(self.text, self.at)
        if match is None:
            raise self._fail("a reference has no group, or calls one, which is not supported")
        name = next(found for found in match.groups() if found is not None)
        if name.lstrip("-").isdigit():
            number = int(name) if int(name) > 0 else self.groups + 1 + int(name)
            self._put(f"(?:\\{number})", len(match[0]))
        else:
            self._put(f"(?P={name})", len(match[0]))

    def _class(self, at: int) -> tuple[str, int]:
        """The set that a letter behind a backslash stands for, and how much was read."""
        char = self.text[at + 1 : at + 2]
        if char.lower() in LETTERS:
            inside = LETTERS[char.lower()]
            return (inside if char.islower() else others(inside)), 2
        match = _PROPERTY.match(self.text, at)
        if match is None:
            return "", 0
        found = category(match[3] or match[4])
        if found is None:
            raise self._fail(f"\\p{{{match[3] or match[4]}}} is not known here")
        negative = (match[1] == "P") != bool(match[2])
        return (others(found) if negative else found), len(match[0])

    def _character(self) -> str:
        """A single character behind a backslash; it counts as read."""
        code = _CODE.match(self.text, self.at)
        if code is not None:
            self.at += len(code[0])
            return _literal(chr(_code_of(code)))
        char = self.text[self.at + 1]
        if char in _CONTROLS:
            self.at += 2
            return _literal(chr(_CONTROLS[char]))
        if char.isascii() and char.isalnum():
            raise self._fail("unrecognized character follows \\, or not supported")
        self.at += 2
        return _literal(char)

    # Sets ----------------------------------------------------------------------------------------

    def _set(self) -> None:
        text = self.text
        self.at += 1
        negative = text.startswith("^", self.at)
        self.at += negative
        parts: list[str] = []
        first = True
        while first or not text.startswith("]", self.at):
            if self.at >= len(text):
                raise PatternError("missing terminating ] for character class", len(text))
            parts.append(self._part_of_set(bool(parts)))
            first = False
        self.at += 1
        self.out.append(f"[{'^' if negative else ''}{''.join(parts)}]")

    def _part_of_set(self, has_before: bool) -> str:
        posix = _POSIX.match(self.text, self.at)
        if posix is not None:
            if posix[2] not in POSIX:
                raise self._fail("unknown POSIX class name")
            self.at += len(posix[0])
            return others(POSIX[posix[2]]) if posix[1] else POSIX[posix[2]]
        if self.text[self.at] == "\\":
            inside, read = self._class(self.at)
            if inside:
                self.at += read
                return inside
        low = self._character_of_set()
        text, at = self.text, self.at
        if not text.startswith("-", at) or text[at + 1 : at + 2] in ("", "]"):
            return low
        if _POSIX.match(text, at + 1) or (text[at + 1] == "\\" and self._class(at + 1)[0]):
            return low
        self.at += 1
        return f"{low}-{self._character_of_set()}"

    def _character_of_set(self) -> str:
        char = self.text[self.at]
        if char != "\\":
            self.at += 1
            return _literal(char)
        if self.text.startswith("\\b", self.at):
            self.at += 2
            return r"\x08"
        if self.at + 1 >= len(self.text):
            raise PatternError("\\ at end of pattern", len(self.text))
        return self._character()


def _code_of(match: re.Match[str]) -> int:
    long, short, octal, zero, control = match.groups()
    if control is not None:
        return ord(control.upper()) ^ 64
    if octal is not None or zero is not None:
        return int(octal or zero, 8)
    return min(int(long or short or "0", 16), 0x10FFFF)


def _literal(char: str) -> str:
    """A character that means itself, inside and outside of sets."""
    if char.isalnum() or char == "_" or ord(char) > 127:
        return char
    return f"\\x{ord(char):02x}"
