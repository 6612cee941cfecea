"""Godot's String functions that escape, encode and digest a text."""

from __future__ import annotations

import hashlib
from html import unescape

from engine.core._hash import hash_text
from engine.core._text import escaped
from engine.core.output import error

# In the order in which Godot replaces them: a pair of backslashes comes last.
_UNESCAPED = dict(zip("abfnrtv'\"\\", "\a\b\f\n\r\t\v'\"\\", strict=True))
_JSON_ESCAPES = str.maketrans(
    {
        "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
        "\v": "\\v", '"': '\\"',
    }
)  # fmt: skip

c_escape = escaped
hash = hash_text  # noqa: A001


def c_unescape(self: str) -> str:
    r"""The text with `\n` and its like turned into what they stand for."""
    for letter, character in _UNESCAPED.items():
        self = self.replace("\\" + letter, character)
    return self


def json_escape(self: str) -> str:
    """The text as it is written between the quotes of JSON."""
    return self.translate(_JSON_ESCAPES)


def xml_escape(self: str, escape_quotes: bool = False) -> str:
    """The text as it is written in XML."""
    self = self.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if escape_quotes:
        self = self.replace("'", "&apos;").replace('"', "&quot;")
    return self


def xml_unescape(self: str) -> str:
    """The text with entities of XML turned into what they stand for."""
    return unescape(self)


def hex_decode(self: str) -> bytes:
    """The bytes that pairs of hexadecimal digits stand for."""
    if len(self) % 2:
        error("Hexadecimal string of uneven length.")
        return b""
    for position, digit in enumerate(self):
        if digit not in "0123456789abcdefABCDEF":
            error(f'Invalid hexadecimal character "{digit}" at index {position}.')
            return b""
    return bytes.fromhex(self)


def md5_buffer(self: str) -> bytes:
    """The MD5 digest of the text in UTF-8."""
    return hashlib.md5(self.encode(), usedforsecurity=False).digest()


def md5_text(self: str) -> str:
    """The MD5 digest of the text in UTF-8, as hexadecimal digits."""
    return md5_buffer(self).hex()


def sha1_buffer(self: str) -> bytes:
    """The SHA-1 digest of the text in UTF-8."""
    return hashlib.sha1(self.encode(), usedforsecurity=False).digest()


def sha1_text(self: str) -> str:
    """The SHA-1 digest of the text in UTF-8, as hexadecimal digits."""
    return sha1_buffer(self).hex()


def sha256_buffer(self: str) -> bytes:
    """The SHA-256 digest of the text in UTF-8."""
    return hashlib.sha256(self.encode()).digest()


def sha256_text(self: str) -> str:
    """The SHA-256 digest of the text in UTF-8, as hexadecimal digits."""
    return sha256_buffer(self).hex()


class _AsAscii:
    """A table for `str.translate` that has a space for all that is not ASCII."""

    def __getitem__(self, code: int) -> int:
        return code if code < 128 else 32


def to_ascii_buffer(self: str) -> bytes:
    """The text in ASCII; what it does not have becomes a space, with an error."""
    return self.translate(_AsAscii()).encode("ascii")


def to_utf8_buffer(self: str) -> bytes:
    """The text in UTF-8."""
    return self.encode()


def to_utf16_buffer(self: str) -> bytes:
    """The text in UTF-16, little endian, without a mark."""
    return self.encode("utf-16-le")


def to_utf32_buffer(self: str) -> bytes:
    """The text in UTF-32, little endian, without a mark."""
    return self.encode("utf-32-le")


def to_wchar_buffer(self: str) -> bytes:
    """The text in the wide characters of the system: UTF-32."""
    return self.encode("utf-32-le")


def to_multibyte_char_buffer(self: str, encoding: str = "") -> bytes:
    """The text in the system's encoding, UTF-8, or in the one named, with a zero at its end."""
    if not self:
        return b""
    try:
        return self.encode(encoding or "utf-8", "replace") + b"\0"
    except LookupError:
        error("Conversion failed: Unknown encoding")
        return b""
