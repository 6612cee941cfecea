"""Writes values as JSON, as Godot does."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from engine.core import output
from engine.core._key_order import by_key
from engine.core._keys import unkey
from engine.core._string_methods_numbers import num, num_scientific
from engine.core._text import text
from engine.core.packed_array import PackedArray

_DEEPEST = 1024
_DENORMAL = 2.2250738585072014e-308
_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\b": "\\b",
        "\f": "\\f",
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
        "\v": "\\v",
    }
)
_AS_ARRAYS = (
    "PackedInt32Array",
    "PackedInt64Array",
    "PackedFloat32Array",
    "PackedFloat64Array",
    "PackedStringArray",
)
_warned_of_nan = False


def write_json(value: Any, indent: str, sort_keys: bool, full_precision: bool) -> str:
    """A value as JSON.

    Args:
        value: what is written; what JSON has no form for becomes its text.
        indent: what each level is indented by; without it everything is on one line.
        sort_keys: whether the keys of dictionaries are put in order.
        full_precision: whether floats are written with all their digits.
    """
    try:
        return _Writer(indent, sort_keys, full_precision).write(value, 0)
    except RecursionError:
        output.error("JSON structure is too deep. Bailing.")
        return ""


class _Writer:
    def __init__(self, indent: str, sort_keys: bool, full_precision: bool) -> None:
        self.indent = indent
        self.sort_keys = sort_keys
        self.full_precision = full_precision
        self.open: set[int] = set()
        self.colon = ": " if indent else ":"
        self.end = "\n" if indent else ""

    def write(self, value: Any, depth: int) -> str:
        kind = type(value)
        if value is None:
            return "null"
        if kind is bool:
            return "true" if value else "false"
        if kind is int:
            return repr(value)
        if kind is float:
            return self._float(value)
        if isinstance(value, str):
            return _quoted(value)
        if isinstance(value, Mapping):
            return self._nested(value, depth, self._dictionary)
        if isinstance(value, PackedArray):
            is_array = kind.__name__ in _AS_ARRAYS
        else:
            is_array = isinstance(value, list | tuple)
        return self._nested(value, depth, self._array) if is_array else _quoted(text(value))

    def _nested(self, value: Any, depth: int, write: Any) -> str:
        if depth > _DEEPEST:
            output.error("JSON structure is too deep. Bailing.")
            return '"..."'
        if id(value) in self.open:
            output.error("Converting circular structure to JSON.")
            return '"{...}"' if write == self._dictionary else '"[...]"'
        self.open.add(id(value))
        written: str = write(value, depth)
        self.open.discard(id(value))
        return written

    def _array(self, values: Any, depth: int) -> str:
        if not len(values):
            return "[]"
        inner = self.indent * (depth + 1)
        elements = f",{self.end}".join([inner + self.write(v, depth + 1) for v in values])
        return f"[{self.end}{elements}{self.end}{self.indent * depth}]"

    def _dictionary(self, values: Mapping[Any, Any], depth: int) -> str:
        pairs = [(unkey(key), value) for key, value in values.items()]
        if self.sort_keys:
            pairs = by_key(pairs)
        inner = self.indent * (depth + 1)
        elements = f",{self.end}".join(
            [
                f"{inner}{_quoted(text(key))}{self.colon}{self.write(value, depth + 1)}"
                for key, value in pairs
            ]
        )
        return f"{{{self.end}{elements}{self.end}{self.indent * depth}}}"

    def _float(self, value: float) -> str:
        if math.isnan(value):
            _warn_of_nan()
            return "null"
        if math.isinf(value):
            return "1e99999" if value > 0 else "-1e99999"  # what other readers take for infinity
        if abs(value) < _DENORMAL:
            return "0.0"
        if self.full_precision:
            written = num_scientific(value)
        else:
            written = num(value, max(14 - math.floor(math.log10(abs(value))), 1))
        return f"{written}.0" if written.lstrip("-").isdigit() else written


def _quoted(string: str) -> str:
    return f'"{str(string).translate(_ESCAPES)}"'


def _warn_of_nan() -> None:
    global _warned_of_nan
    if not _warned_of_nan:
        _warned_of_nan = True
        output.warning(
            '`NaN` ("Not a Number") found in argument passed to JSON.stringify(). `NaN` cannot be '
            "represented in JSON, so the value has been replaced with `null`. This warning will "
            "not be printed for any later NaN occurrences."
        )
