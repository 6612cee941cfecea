"""`JSON`: values as text that other programs read, and back."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core._json_native import from_native, to_native
from engine.core._json_reader import JsonError, read_json
from engine.core._json_writer import write_json
from engine.core.error import ERR_OUT_OF_MEMORY, ERR_PARSE_ERROR, OK, Error
from engine.core.resource import Resource

__all__ = ["JSON"]


class JSON(Resource):
    """A JSON text, read, or what is wrong with it.

    `JSON.parse_string` and `JSON.stringify` do for most uses; an instance also tells where an error
    is. All numbers are read as floats, as in Godot.
    """

    def __init__(self) -> None:
        super().__init__()
        self._data: Any = None
        self._text = ""
        self._message = ""
        self._line = 0

    _own = ("_data", "_text", "_message", "_line")

    @property
    def data(self) -> Any:
        """The value that was read; setting it forgets the text."""
        return self._data

    @data.setter
    def data(self, value: Any) -> None:
        self._data = value
        self._text = ""

    def get_data(self) -> Any:
        """The value that was read."""
        return self._data

    def set_data(self, data: Any) -> None:
        """Sets the value, and forgets the text."""
        self.data = data

    def parse(self, json_text: str, keep_text: bool = False) -> Error:
        """Reads a text into `data`.

        Args:
            json_text: the text.
            keep_text: whether `get_parsed_text` is to give it.

        Returns:
            `OK`, or `ERR_PARSE_ERROR`, with `data` as None; `ERR_OUT_OF_MEMORY` for what is nested
            more than 1,024 deep.
        """
        self._text = str(json_text) if keep_text else ""
        self._message, self._line, self._data = "", 0, None
        try:
            self._data = read_json(str(json_text))
        except JsonError as problem:
            self._message, self._line = problem.message, problem.line
            return ERR_OUT_OF_MEMORY if problem.too_deep else ERR_PARSE_ERROR
        return OK

    def get_parsed_text(self) -> str:
        """The text, where `parse` was asked to keep it."""
        return self._text

    def get_error_line(self) -> int:
        """In which line the last error was, counted from 0; 0 without one."""
        return self._line

    def get_error_message(self) -> str:
        """What the last error was; empty without one."""
        return self._message

    @staticmethod
    def parse_string(json_string: str) -> Any:
        """The value of a text; None, with an error message, when it has none."""
        try:
            return read_json(str(json_string))
        except JsonError as problem:
            output.error(f"Parse JSON failed. Error at line {problem.line}: {problem.message}")
            return None

    @staticmethod
    def stringify(
        data: Any, indent: str = "", sort_keys: bool = True, full_precision: bool = False
    ) -> str:
        """The JSON text of a value.

        Args:
            data: what is written; vectors and the like become strings.
            indent: what each level is indented by; without it everything is on one line.
            sort_keys: whether keys are put in order.
            full_precision: whether floats are written with all their digits.
        """
        return write_json(data, str(indent), sort_keys, full_precision)

    @staticmethod
    def from_native(variant: Any, full_objects: bool = False) -> Any:
        """A value in a form that JSON can hold and that `to_native` turns back into it.

        Objects are refused, whether or not `full_objects` is set.
        """
        return from_native(variant)

    @staticmethod
    def to_native(json: Any, allow_objects: bool = False) -> Any:
        """The value of a form that `from_native` gave.

        Objects are refused, whether or not `allow_objects` is set.
        """
        return to_native(json)
