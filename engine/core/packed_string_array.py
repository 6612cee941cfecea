"""PackedStringArray."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, final

from engine.core._packed_lists import ListArray
from engine.core._text import quoted, text
from engine.core.node_path import NodePath
from engine.core.packed_array import wrong_value
from engine.core.packed_byte_array import PackedByteArray


@final
class PackedStringArray(ListArray[str]):
    """An array of strings.

    Args:
        from_: values of any kind; those that are no strings become what `str_` makes of them.
    """

    __slots__ = ()
    _filler = ""

    def __init__(self, from_: Iterable[Any] = (), /) -> None:
        if isinstance(from_, str):
            raise TypeError(f"PackedStringArray takes strings: write [{from_!r}] around the one")
        list.__init__(self, map(text, from_))

    @staticmethod
    def _one(value: Any) -> str:
        if value.__class__ is str:
            return value
        if isinstance(value, (str, NodePath)):
            return str(value)
        raise wrong_value("PackedStringArray", "strings", value)

    def __str__(self) -> str:
        return f"[{', '.join(map(quoted, self))}]"

    def to_byte_array(self) -> PackedByteArray:
        """The strings in UTF-8, each with a zero behind it."""
        return PackedByteArray(b"".join([s.encode("utf-8", "replace") + b"\0" for s in self]))
