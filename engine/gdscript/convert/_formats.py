"""Godot's `%` on strings as f-strings, where both write the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.gdscript import _types as t
from engine.gdscript._types import StaticType
from engine.gdscript.convert._code import Code, escaped

_PLACEHOLDER = re.compile(r"%(?P<flags>[-+0]*)(?P<width>[1-9]\d*)?(?P<digits>\.\d+)?(?P<kind>.)")
_KNOWN = "sdfxXo%"


class Part(NamedTuple):
    """A piece of a template: plain text, or a placeholder.

    Attributes:
        text: of plain text.
        kind: of a placeholder its letter, else empty.
        specification: how Python lays it out.
    """

    text: str
    kind: str = ""
    specification: str = ""


def parts_of(template: str) -> list[Part] | None:
    """A template taken apart; None when it has something that Python does not write alike."""
    parts: list[Part] = []
    at = 0
    for match in _PLACEHOLDER.finditer(template):
        between = template[at : match.start()]
        if "%" in between or match["kind"] not in _KNOWN:
            return None
        at = match.end()
        parts.append(Part(between))
        if match["kind"] == "%":
            if match[0] != "%%":
                return None
            parts.append(Part("%"))
            continue
        part = _placeholder(match)
        if part is None:
            return None
        parts.append(part)
    if "%" in template[at:]:
        return None
    return [*parts, Part(template[at:])]


def _placeholder(match: re.Match[str]) -> Part | None:
    kind, flags, width = match["kind"], match["flags"], match["width"] or ""
    digits = match["digits"] or ""
    if kind == "s":
        if digits or flags.strip("-"):
            return None
        align = ("<" if "-" in flags else ">") if width else ""
        return Part("", kind, f"{align}{width}")
    if kind != "f" and digits:
        return None
    if "-" in flags and "0" in flags:
        return None
    align = "<" if "-" in flags and width else ""
    sign = "+" if "+" in flags else ""
    zero = "0" if "0" in flags and width else ""
    letter = {"d": "", "f": "f"}.get(kind, kind)
    return Part("", kind, f"{align}{sign}{zero}{width}{digits}{letter}")


def count(parts: list[Part]) -> int:
    """How many values a template takes."""
    return sum(bool(part.kind) for part in parts)


def is_plain(kind: StaticType) -> bool:
    """Whether Python's `str` writes values of a type as Godot does."""
    return kind in (t.STRING, t.STRING_NAME, t.INT)


def f_string(parts: list[Part], values: list[tuple[Code, StaticType]], text_function: str) -> str:
    """The f-string of a template and its values.

    Args:
        parts: the template.
        values: for each placeholder the value and its type.
        text_function: what writes values as Godot does.
    """
    quote = '"'
    pieces: list[str] = []
    waiting = iter(values)
    for part in parts:
        if not part.kind:
            pieces.append(escaped(part.text, quote).replace("{", "{{").replace("}", "}}"))
            continue
        value, kind = next(waiting)
        pieces.append(f"{{{_written(part, value, kind, text_function)}}}")
    found = "".join(pieces)
    return f"f{quote}{found}{quote}" if values else f"{quote}{found}{quote}"


def _written(part: Part, value: Code, kind: StaticType, text_function: str) -> str:
    text = value.at(2)
    if part.kind == "s" and not is_plain(kind):
        text = f"{text_function}({text})"
    elif part.kind in "dxXo" and kind != t.INT and kind.kind != t.ENUM_KIND:
        text = f"int({text})"
    if text.startswith("{"):
        text = f" {text}"
    return f"{text}:{part.specification}" if part.specification else text


def fits(values: list[Code]) -> bool:
    """Whether values may stand inside an f-string: Python 3.11 allows no quotes or backslashes."""
    return not any(mark in value.text for value in values for mark in ('"', "\\", "\n", "#"))


def single_quoted(text: str) -> str | None:
    """An expression with its string literals in single quotes; None where that cannot be."""
    if "\\" in text or "'" in text or "\n" in text or "#" in text:
        return None
    return text.replace('"', "'")
