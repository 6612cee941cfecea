"""The operator `%` on a constant text, made a Python f-string where that gives the same."""

from __future__ import annotations

import ast
import re

from engine.gdscript import _code as code
from engine.gdscript._type_rules import PACKED
from engine.gdscript._types import BUILTIN_KIND, NIL, STRING
from engine.gdscript._values import Value, written

_pieces = re.compile(r"%(%|s|(-?)(0?)(\d*)d)").split
_other = re.compile(r"%(?!%|s|-?\d*d)").search
_WIDEST = 1000


def formatted(text: str, values: list[Value]) -> ast.expr | None:
    """The f-string of a text and its values; None when only the engine knows how."""
    if "%" not in text or _other(text.replace("%%", "")):
        return None
    parts: list[ast.expr] = []
    left = list(values)
    pieces = _pieces(text)
    for at in range(0, len(pieces), 5):
        _add_text(parts, pieces[at])
        if at + 1 == len(pieces):
            break
        kind, minus, zero, width = pieces[at + 1 : at + 5]
        if kind == "%":
            _add_text(parts, "%")
            continue
        part = _placed(left.pop(0), kind, minus, zero, width) if left else None
        if part is None:
            return None
        parts.append(part)
    return None if left else ast.JoinedStr(parts)


def _add_text(parts: list[ast.expr], text: str) -> None:
    if text:
        parts.append(code.constant(text))


def _placed(value: Value, kind: str, minus: str, zero: str, width: str) -> ast.expr | None:
    if kind == "s":
        plain = value.type == STRING or value.is_int
        node = value.node if plain else code.call("@global:str", written(value))
        return ast.FormattedValue(node, -1, None)
    if not value.is_int or (minus and zero) or int(width or 0) > _WIDEST:
        return None
    spec = f"{'<' if minus else ''}{zero}{width}"
    shape = ast.JoinedStr([code.constant(spec)]) if spec else None
    return ast.FormattedValue(value.node, -1, shape)


def is_single(value: Value) -> bool:
    """Whether a value stands for itself behind `%`: it is no array of values."""
    kind = value.type
    if kind.is_object or value.is_int or kind == NIL:
        return True
    return kind.kind == BUILTIN_KIND and kind.name != "Array" and kind.name not in PACKED
