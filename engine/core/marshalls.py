"""`Marshalls`: values, bytes and texts as base64, and back."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from typing import Any

from engine.core import _text_decoding
from engine.core._variant_codec import decode, encode
from engine.core.error import OK
from engine.core.object import Object
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray

__all__ = ["Marshalls"]

_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_LINE_END = re.compile(r" *(?:\r?\n|\Z)")
_NO_ASCII = re.compile(r"[^\x00-\x7f]")


class _Marshalls(Object):
    """Turns things into text that goes everywhere. There is one of it."""

    _class_name = "Marshalls"

    def variant_to_base64(self, variant: Any, full_objects: bool = False) -> str:
        """A value as base64 of its bytes.

        Args:
            variant: the value.
            full_objects: whether objects are written with all that is stored of them.

        Returns:
            Nothing, after an error, for what `var_to_bytes` refuses.
        """
        problem, data = encode(variant, full_objects)
        if problem is not OK:
            error("Error when trying to encode Variant.")
        return _text_of(data)

    def base64_to_variant(self, base64_str: str, allow_objects: bool = False) -> Any:
        """The value that `variant_to_base64` wrote; None, after an error, for anything else.

        Args:
            base64_str: the text.
            allow_objects: whether whole objects are allowed, which may contain code that is run.
        """
        data = _bytes_of(base64_str, "&len", "Variant()")
        if data is None:
            return None
        problem, value, _ = decode(data, 0, allow_objects)
        if problem is not OK:
            error("Error when trying to decode Variant.")
        return value

    def raw_to_base64(self, array: Iterable[int]) -> str:
        """Bytes as base64; none at all are an error."""
        text = _text_of(bytes(PackedByteArray(array)))
        if not text:
            error('Condition "ret.is_empty()" is true. Returning: ret')
        return text

    def base64_to_raw(self, base64_str: str) -> PackedByteArray:
        """The bytes of a text in base64; none, after an error, if it isn't one."""
        data = _bytes_of(base64_str, "&arr_len", "Vector<uint8_t>()")
        return PackedByteArray(data or b"")

    def utf8_to_base64(self, utf8_str: str) -> str:
        """A text as base64 of its UTF-8."""
        return _text_of(str(utf8_str).encode("utf-8", "replace"))

    def base64_to_utf8(self, base64_str: str) -> str:
        """The text whose UTF-8 is in base64; empty, after an error, if that isn't any."""
        return _text_decoding.utf8(_bytes_of(base64_str, "&len", "String()") or b"")


def _text_of(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes_of(text: str, size: str, otherwise: str) -> bytes | None:
    """The bytes of a text in base64, in which lines may end; None after an error message.

    Args:
        text: the text.
        size: what Godot's message calls the size of the result.
        otherwise: what Godot's message says is returned.
    """
    for odd in _NO_ASCII.findall(text):
        error(
            f"Unicode parsing error: Invalid unicode codepoint ({ord(odd):x}), "
            "cannot represent as ASCII/Latin-1"
        )
    plain = _LINE_END.sub("", _NO_ASCII.sub(" ", text))
    if len(plain) % 4 == 0 and _BASE64.fullmatch(plain):
        return base64.b64decode(plain)
    call = f"&w[0], buf.size(), {size}, (unsigned char *)cstr.get_data(), strlen"
    error(f'Condition "CryptoCore::b64_decode({call}) != OK" is true. Returning: {otherwise}')
    return None


Marshalls = _Marshalls()
