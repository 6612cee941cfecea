"""Reads JSON as Godot does.

Godot's reader differs from the standard in small things: every number is a float, a comma may come
before a closing bracket, numbers may begin with zeros, strings may hold line breaks. What Python's
own reader takes is the same in both, so it reads nearly everything; the reader here has the word
on the rest, and knows Godot's messages.
"""

from __future__ import annotations

import json
import re
from typing import Any

from engine.core._string_methods_numbers import to_float

_DEEPEST = 1024
_CLOSING = {"[": "]", "{": "}"}
_TOKEN = re.compile(
    r"""(?P<mark>[\[\]{}:,])|"(?P<text>[^"\\\0]*)"|(?P<open>")"""
    r"""|(?P<number>-?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?)|(?P<minus>-)|(?P<word>[A-Za-z]+)"""
)
_SPACE = re.compile(r"[\x01-\x20]*")
_PLAIN = re.compile(r'[^"\\\0]*')
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "/": "/", '"': '"', "\\": "\\"}
_WORDS = {"true": True, "false": False, "null": None}
_END = "EOF"
_VALUE = "value"
_WORD = "word"


class JsonError(Exception):
    """A text that is no JSON, or too deep.

    Attributes:
        message: in Godot's words.
        line: how many line breaks come before.
        too_deep: whether it is nested too deeply.
    """

    def __init__(self, message: str, line: int, too_deep: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.too_deep = too_deep


def read_json(text: str) -> Any:
    """The value of a JSON text.

    Raises:
        JsonError: it has none.
    """
    if "\\u" not in text and text.count("[") + text.count("{") < _DEEPEST // 2:
        try:
            return json.loads(text, parse_int=_number, parse_float=_number, parse_constant=_refuse)
        except ValueError:
            pass  # the reader below says why, or takes it
    return _Reader(text).read()


def _refuse(name: str) -> Any:
    raise ValueError(name)


def _number(text: str) -> float:
    value = float(text) if len(text) < 16 and "e" not in text.lower() else to_float(text)
    return value or 0.0  # without the sign of -0


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 0

    def read(self) -> Any:
        if not self.text:
            raise self._error("Unknown error getting token")
        kind, value = self._token()
        open_ones: list[Any] = []
        keys: list[str | None] = []  # of each open dictionary the key that waits for its value
        while True:
            if len(open_ones) > _DEEPEST:
                raise JsonError("JSON structure is too deep", self.line, too_deep=True)
            if kind in _CLOSING:
                open_ones.append([] if kind == "[" else {})
                keys.append(None)
                comma = False
            else:
                value = self._plain(kind, value)
                comma = _keep(open_ones, keys, value)
            while open_ones:
                kind, value, closed = self._next(open_ones[-1], keys, comma)
                if not closed:
                    break
                value = open_ones.pop()
                keys.pop()
                comma = _keep(open_ones, keys, value)
            else:
                self._expect_end()
                return value

    def _expect_end(self) -> None:
        try:
            kind, _ = self._token()
        except JsonError:
            kind = ""
        if kind != _END:
            raise self._error("Expected 'EOF'")

    def _next(self, container: Any, keys: list[str | None], comma: bool) -> tuple[str, Any, bool]:
        """The token of the container's next value, or that the container is closed."""
        is_list = type(container) is list
        closing = "]" if is_list else "}"
        while self.at < len(self.text):
            kind, value = self._token()
            if kind == closing and keys[-1] is None:
                return kind, value, True
            if comma:
                if kind != ",":
                    raise self._error("Expected ','" if is_list else "Expected '}' or ','")
                comma = False
            elif is_list or keys[-1] is not None:
                return kind, value, False
            else:
                if kind != _VALUE or type(value) is not str:
                    raise self._error("Expected key")
                keys[-1] = value
                if self._token()[0] != ":":
                    raise self._error("Expected ':'")
        raise self._error(f"Expected '{closing}'")

    def _plain(self, kind: str, value: Any) -> Any:
        if kind == _VALUE:
            return value
        if kind == _WORD:
            if value in _WORDS:
                return _WORDS[value]
            raise self._error(f"Expected 'true', 'false', or 'null', got '{value}'")
        raise self._error(f"Expected value, got '{kind if kind == _END else repr(kind)}'")

    def _token(self) -> tuple[str, Any]:
        self._skip(_SPACE)
        if self.at >= len(self.text) or self.text[self.at] == "\0":
            return _END, None
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            raise self._error("Unexpected character")
        kind, text = found.lastgroup, found[found.lastgroup or 0]
        if kind == "open":
            return _VALUE, self._string()
        if kind == "minus":  # a number without digits ends where it begins
            return _VALUE, 0.0
        self.at = found.end()
        if kind == "text":
            self.line += text.count("\n")
            return _VALUE, text
        if kind == "number":
            return _VALUE, _number(text)
        return (text, None) if kind == "mark" else (_WORD, text)

    def _skip(self, what: re.Pattern[str]) -> str:
        found = what.match(self.text, self.at)
        text = found[0] if found else ""
        self.at += len(text)
        self.line += text.count("\n")
        return text

    def _string(self) -> str:
        """A string with escapes in it."""
        self.at += 1
        parts: list[str] = []
        while True:
            parts.append(self._skip(_PLAIN))
            mark = self.text[self.at : self.at + 1]
            self.at += 1
            if mark == '"':
                return "".join(parts)
            escape = self.text[self.at : self.at + 1]
            if mark != "\\" or not escape:
                raise self._error("Unterminated string")
            self.at += 1
            if escape == "u":
                parts.append(self._character())
            elif escape in _ESCAPED:
                parts.append(_ESCAPED[escape])
            else:
                raise self._error("Invalid escape sequence")

    def _character(self) -> str:
        """A character behind its escape, which may be the first of two."""
        code = self._hexadecimal()
        if 0xDC00 <= code < 0xE000:
            raise self._error("Invalid UTF-16 sequence in string, unpaired trail surrogate")
        if 0xD800 <= code < 0xDC00:
            if self.text[self.at : self.at + 2] == "\\u":
                self.at += 2
                trail = self._hexadecimal()
                if 0xDC00 <= trail < 0xE000:
                    return chr(0x10000 + ((code - 0xD800) << 10) + trail - 0xDC00)
            raise self._error("Invalid UTF-16 sequence in string, unpaired lead surrogate")
        return chr(code) if code else "\ufffd"

    def _hexadecimal(self) -> int:
        digits = self.text[self.at : self.at + 4]
        if not re.fullmatch("[0-9a-fA-F]{4}", digits):
            raise self._error("Malformed hex constant in string")
        self.at += 4
        return int(digits, 16)

    def _error(self, message: str) -> JsonError:
        return JsonError(message, self.line)


def _keep(open_ones: list[Any], keys: list[str | None], value: Any) -> bool:
    """Puts a value where it belongs; a comma comes next."""
    if open_ones:
        if type(open_ones[-1]) is list:
            open_ones[-1].append(value)
        else:
            open_ones[-1][keys[-1]] = value
            keys[-1] = None
    return True
