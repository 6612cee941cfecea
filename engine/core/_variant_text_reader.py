"""Reading Godot's text of values: what `var_to_str` writes, and scenes and settings consist of.

A reader goes through a text word by word, each function reading what its name says from where the
reader stands. What is wrong raises `VariantTextError` with Godot's words for it. Scenes and their
like are read by the same reader: `tag` reads `[node name="A"]`, `assignment` reads `name = value`.

What a value says about things outside of the text (resources, classes of objects) is asked of an
`Outside`; each kind of file has one of its own.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from engine.core import _class_names, _resource_cache, output
from engine.core._element_type import ANYTHING, ElementType, element_type
from engine.core._keys import key as keyed
from engine.core._script_attachment import class_with_script, script_class
from engine.core._script_instances import engine_class, made_without_arguments
from engine.core._type_of import annotated_type
from engine.core._value_fitting import set_fitting
from engine.core._variant_constructors import (
    BYTE_ARRAYS,
    CONSTRUCTORS,
    STRING_ARRAYS,
    Constructor,
)
from engine.core._variant_text_tokens import (
    COLOR,
    END,
    ERROR,
    IDENTIFIER,
    NUMBER,
    SPACE,
    STRING,
    STRING_NAME,
    Word,
    Words,
    number_of,
)
from engine.core.callable import Callable as GodotCallable
from engine.core.color import Color
from engine.core.error import ERR_FILE_CORRUPT, ERR_PARSE_ERROR, Error
from engine.core.node_path import NodePath
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_string_array import PackedStringArray
from engine.core.resource_uid import ResourceUID
from engine.core.rid import RID, rid_with_id
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.core.variant_type import TYPE_NIL, TYPE_OBJECT

_NUMBER = r"-?[0-9]++(?:\.[0-9]*+)?+(?:[eE][-+]?[0-9]++)?+"
_PLAIN_ARGUMENTS = re.compile(
    rf"[ \t]*\([\s]*(?:({_NUMBER}(?:\s*+,\s*+{_NUMBER})*+)\s*)?\)", re.ASCII
)
_KEY = re.compile(rf"{SPACE}([^\s\[;\"=]++)[ \t]*+=")
_CONSTANTS = {
    "true": True, "false": False, "null": None, "nil": None,
    "inf": float("inf"), "-inf": float("-inf"), "inf_neg": float("-inf"), "nan": float("nan"),
}  # fmt: skip
_PLAIN = (NUMBER, STRING)
_REFERENCES = ("Resource", "ExtResource", "SubResource")
Pairs = list[tuple[Any, Any]]


class VariantTextError(Exception):
    """A text that is no value.

    Attributes:
        message: in Godot's words.
        code: the `Error` that Godot answers with.
        partial: what had been read; `str_to_var` gives it in spite of the error.
    """

    def __init__(self, message: str, code: Error = ERR_PARSE_ERROR, partial: Any = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.partial = partial


class MissingResourceError(VariantTextError):
    """A resource that a file refers to is not there; readers go on behind it, as Godot does."""


class Tag(NamedTuple):
    """`[name field=value ...]`."""

    name: str
    fields: dict[str, Any]


class Outside:
    """What a text of a value alone knows of the world: resources by path, the engine's classes."""

    def resource(self, path: str, uid: str) -> Any:
        """The resource with a path or, if it has a `uid://`, by that.

        Raises:
            VariantTextError: there is none.
        """
        target = ResourceUID.ensure_path(uid) or path
        found = _resource_cache.load(target) if target else None
        if found is None:
            raise VariantTextError(f"Can't load resource at path: {path} with uid: {uid}")
        return found

    def external(self, id: str) -> Any:
        """The resource that `ExtResource` names."""
        return self.resource(id, "")

    def internal(self, id: str) -> Any:
        """The resource that `SubResource` names."""
        return self.resource(id, "")

    def instance(self, class_name: str) -> Any:
        """A new object of a class.

        Raises:
            VariantTextError: there is no such class.
        """
        cls = _class_names.class_named(class_name)
        if cls is None:
            output.error(f"Cannot get class '{class_name}'.")
        elif not getattr(cls, "_instantiable", True):
            output.error(f"Class '{class_name}' or its base class cannot be instantiated.")
            cls = None
        if cls is None:
            raise VariantTextError(f"Can't instantiate Object() of type '{class_name}'")
        return made_without_arguments(cls)


class VariantTextReader:
    """Reads values, tags and assignments from a text.

    Args:
        text: the text.
        outside: what the text refers to.
        simple_tags: whether tags are names alone, as those of sections are.
    """

    def __init__(
        self, text: str, outside: Outside | None = None, *, simple_tags: bool = False
    ) -> None:
        self.words = Words(text)
        self._simple_tags = simple_tags
        self._outside = outside or Outside()

    # Values --------------------------------------------------------------------------------------

    def value(self) -> Any:
        """Reads a value."""
        return self.value_from(self.words.next())

    def value_from(self, word: Word) -> Any:
        """Reads a value whose first word has been read already."""
        kind, value = word
        if kind in _PLAIN:
            return value
        if kind == IDENTIFIER:
            return self._named(value)
        if kind == STRING_NAME:
            return StringName(value)
        if kind == "[":
            return self._array()
        if kind == "{":
            return dict(self._pairs())
        if kind == COLOR:
            return Color.html(value)
        raise VariantTextError(f"Expected value, got '{_described(kind)}'")

    def _named(self, name: str) -> Any:
        """Reads what begins with an identifier."""
        constructor = CONSTRUCTORS.get(name)
        if constructor is not None:
            return self._constructed(name, constructor)
        if name in _CONSTANTS:
            return _CONSTANTS[name]
        reader = _NAMED.get(name)
        if reader is None:
            raise VariantTextError(f"Unexpected identifier '{name}'")
        return reader(self, name)

    def _array(self) -> list[Any]:
        """Reads an array, behind its `[`."""
        values: list[Any] = []
        words = self.words
        while True:
            word = words.next()
            if word[0] == "]":
                return values
            values.append(self.value_from(word))
            word = words.next()
            if word[0] == "]":
                return values
            if word[0] == END:
                raise VariantTextError("Unexpected EOF while parsing array", ERR_FILE_CORRUPT)
            if word[0] != ",":
                raise VariantTextError("Expected ','")

    def _pairs(self) -> Pairs:
        """Reads a dictionary, behind its `{`."""
        pairs: Pairs = []
        words = self.words
        while True:
            word = words.next()
            if word[0] == "}":
                return pairs
            key = self.value_from(word)
            if words.next()[0] != ":":
                raise VariantTextError("Expected ':'")
            try:
                value = self.value()
            except MissingResourceError:
                value = None
            pairs.append((keyed(key), value))
            word = words.next()
            if word[0] == "}":
                return pairs
            if word[0] == END:
                raise VariantTextError("Unexpected EOF while parsing dictionary", ERR_FILE_CORRUPT)
            if word[0] != ",":
                raise VariantTextError("Expected '}' or ','")

    # Constructors --------------------------------------------------------------------------------

    def _constructed(self, name: str, constructor: Constructor) -> Any:
        if name in BYTE_ARRAYS:
            found = self._base64()
            if found is not None:
                return found
        numbers = self._plain_numbers()
        if numbers is None:
            numbers = self._numbers()
        if constructor.size not in (-1, len(numbers)):
            raise VariantTextError(f"Expected {constructor.size} arguments for constructor")
        return constructor.make(numbers)

    def _plain_numbers(self) -> list[Any] | None:
        """The arguments in brackets, when they are nothing but plain numbers."""
        match = _PLAIN_ARGUMENTS.match(self.words.text, self.words.at)
        if match is None:
            return None
        self.words.at = match.end()
        return [number_of(number.strip()) for number in match[1].split(",")] if match[1] else []

    def _numbers(self) -> list[Any]:
        """The arguments in brackets, word by word."""
        words = self.words
        if words.next()[0] != "(":
            raise VariantTextError("Expected '(' in constructor")
        numbers: list[Any] = []
        while True:
            kind, value = words.next()
            if not numbers and kind == ")":
                return numbers
            number = value if kind == NUMBER else _CONSTANTS.get(value)
            if kind not in (NUMBER, IDENTIFIER) or not isinstance(number, int | float):
                raise VariantTextError("Expected float in constructor")
            numbers.append(number)
            kind = words.next()[0]
            if kind == ")":
                return numbers
            if kind != ",":
                raise VariantTextError("Expected ',' or ')' in constructor")

    def _base64(self) -> PackedByteArray | None:
        """The bytes that a string in brackets stands for, when there is one."""
        begin = self.words.at
        self._expect("(", "Expected '(' in constructor")
        kind, text = self.words.next()
        if kind != STRING:
            self.words.at = begin
            return None
        try:
            data = PackedByteArray(base64.b64decode(text, validate=True))
        except (binascii.Error, ValueError):
            raise VariantTextError("Invalid base64-encoded string") from None
        self._expect(")", "Expected ')' in constructor")
        return data

    def _strings(self, name: str) -> PackedStringArray:
        self._expect("(", "Expected '('")
        strings: list[str] = []
        words = self.words
        while True:
            kind, value = words.next()
            if kind == ")":
                return PackedStringArray(strings)
            if kind != STRING:
                raise VariantTextError("Expected string")
            strings.append(value)
            kind = words.next()[0]
            if kind == ")":
                return PackedStringArray(strings)
            if kind != ",":
                raise VariantTextError("Expected ',' or ')'")

    def _node_path(self, name: str) -> NodePath:
        self._expect("(", "Expected '('")
        kind, value = self.words.next()
        if kind != STRING:
            raise VariantTextError("Expected string as argument for NodePath()")
        path = NodePath(value)
        self._expect(")", "Expected ')'", path)
        return path

    def _rid(self, name: str) -> RID:
        self._expect("(", "Expected '('")
        kind, value = self.words.next()
        if kind == ")":
            return RID()
        if kind != NUMBER:
            raise VariantTextError("Expected number as argument or ')'")
        rid = rid_with_id(int(value))
        self._expect(")", "Expected ')'", rid)
        return rid

    def _empty_callable(self, name: str) -> GodotCallable:
        self._expect("(", "Expected '('")
        found = GodotCallable()
        self._expect(")", "Expected ')'", found)
        return found

    def _empty_signal(self, name: str) -> Signal:
        self._expect("(", "Expected '('")
        found = Signal()
        self._expect(")", "Expected ')'", found)
        return found

    def _expect(self, kind: str, message: str, partial: Any = None) -> None:
        if self.words.next()[0] != kind:
            raise VariantTextError(message, partial=partial)

    # Typed containers ----------------------------------------------------------------------------

    def _typed_array(self, name: str) -> Any:
        self._expect("[", "Expected '['")
        element = self._element_type()
        self._expect("]", "Expected ']'")
        self._expect("(", "Expected '('")
        self._expect("[", "Expected '['")
        values = self._array()
        self._expect(")", "Expected ')'")
        return list(values) if element is ANYTHING else TypedArray(values, element)

    def _typed_dictionary(self, name: str) -> Any:
        self._expect("[", "Expected '['")
        key = self._element_type()
        self._expect(",", "Expected ',' after key type")
        value = self._element_type()
        self._expect("]", "Expected ']'")
        self._expect("(", "Expected '('")
        self._expect("{", "Expected '{'")
        pairs = self._pairs()
        self._expect(")", "Expected ')'")
        if key is ANYTHING and value is ANYTHING:
            return dict(pairs)
        return TypedDictionary(dict(pairs), key, value)

    def _element_type(self) -> ElementType:
        """Reads the type of elements: a value type, a class, or a resource that is a script."""
        kind, name = self.words.next()
        if kind != IDENTIFIER:
            raise VariantTextError("Expected type identifier")
        if name in _REFERENCES:
            begin = self.words.at
            if self.words.next()[0] == "(":
                self.words.at = begin
                script = script_class(self._reference(name))
                return ANYTHING if script is None else element_type(int(TYPE_OBJECT), script)
            self.words.at = begin
        known = type_named(name)
        if known not in (TYPE_NIL, TYPE_OBJECT):
            return element_type(known)
        cls = _class_names.class_named(name)
        return ANYTHING if cls is None else element_type(int(TYPE_OBJECT), cls)

    # Objects -------------------------------------------------------------------------------------

    def _reference(self, name: str) -> Any:
        """Reads the brackets behind `Resource`, `ExtResource` or `SubResource`."""
        self._expect("(", "Expected '('")
        kind, value = self.words.next()
        if name != "Resource" and kind == NUMBER:  # as older versions wrote it
            kind, value = STRING, str(value)
        if kind != STRING:
            raise VariantTextError(f"Expected string as argument for {name}()")
        if name != "Resource":
            try:
                found = getattr(self._outside, _SOURCES[name])(value)
            except MissingResourceError:
                self._expect(")", "Expected ')'")
                raise
            self._expect(")", "Expected ')'", found)
            return found
        path, uid = ("", value) if value.startswith("uid://") else (value, "")
        kind, other = self.words.next()
        if kind == ",":
            kind, other = self.words.next()
            if kind != STRING:
                raise VariantTextError("Expected string in Resource reference")
            path, uid = (path, other) if other.startswith("uid://") else (other, uid)
            kind = self.words.next()[0]
        found = self._outside.resource(path, uid)
        if kind != ")":
            raise VariantTextError("Expected ')'", partial=found)
        return found

    def _object(self, name: str) -> Any:
        """Reads `(Class, "property": value, ...)`."""
        self._expect("(", "Expected '('")
        kind, class_name = self.words.next()
        if kind != IDENTIFIER:
            raise VariantTextError("Expected identifier with type of object")
        instance = self._outside.instance(class_name)
        self._expect(",", "Expected ',' after object type")
        while True:
            kind, key = self.words.next()
            if kind == ")":
                return instance
            if kind != STRING:
                raise VariantTextError("Expected property name as string")
            self._expect(":", "Expected ':'")
            set_property(instance, key, self.value())
            kind = self.words.next()[0]
            if kind == ")":
                return instance
            if kind != ",":
                raise VariantTextError("Expected '}' or ','")

    # Files ---------------------------------------------------------------------------------------

    def tag(self) -> Tag | None:
        """Reads a tag from its `[` on; None at the end of the text."""
        kind = self.words.next()[0]
        if kind == END:
            return None
        if kind != "[":
            raise VariantTextError("Expected '['")
        return self._tag()

    def _simple_tag(self) -> Tag:
        """Reads a tag that has nothing but a name, which may consist of any characters."""
        words = self.words
        end = words.text.find("]", words.at)
        if end < 0:
            raise VariantTextError("Unexpected EOF while parsing simple tag")
        name = words.text[words.at : end].strip()
        words.at = end + 1
        return Tag(name, {})

    def _tag(self) -> Tag:
        """Reads a tag, behind its `[`."""
        if self._simple_tags:
            return self._simple_tag()
        words = self.words
        kind, name = words.next()
        if kind != IDENTIFIER:
            raise VariantTextError("Expected identifier (tag name)")
        fields: dict[str, Any] = {}
        kind, value = words.next()
        dotted = True
        while dotted and kind in (".", ":"):
            name += value + str(words.next()[1])
            kind, value = words.next()
        while kind != "]":
            if kind != IDENTIFIER:
                raise VariantTextError("Expected identifier")
            if words.next()[0] != "=":
                raise VariantTextError("Expected '=' after identifier")
            try:
                fields[value] = self.value()
            except MissingResourceError as problem:
                problem.partial = Tag(name, fields)
                raise
            kind, value = words.next()
        return Tag(name, fields)

    def item(self) -> Tag | tuple[str, Any] | None:
        """Reads what stands next on its own lines: a tag, or an assignment; None at the end."""
        match = _KEY.match(self.words.text, self.words.at)
        try:
            if match is not None:
                self.words.at = match.end()
                return match[1], self.value()
            return self._rare_item()
        except RecursionError:
            raise VariantTextError("Too deeply nested") from None

    def _rare_item(self) -> Tag | tuple[str, Any] | None:
        """As `item`, character by character; a name may be in quotes, or spread over lines."""
        words = self.words
        name = ""
        while words.at < len(words.text):
            char = words.text[words.at]
            if char == '"':
                kind, value = words.next()
                if kind != STRING:
                    raise VariantTextError(
                        str(value) if kind == ERROR else "Error reading quoted string"
                    )
                name = value
                continue
            words.at += 1
            if char == ";" and not name:
                words.at = _line_end(words.text, words.at)
            elif char == "[" and not name:
                words.at -= 1
                return self.tag()
            elif char == "=":
                return name, self.value()
            elif char > " ":
                name += char
        return None


def type_named(name: str) -> int:
    """The `TYPE_*` of one of Godot's value types by its name; `TYPE_NIL` for other names."""
    return annotated_type(_PYTHON_NAMES.get(name, name))


def set_property(instance: Any, name: str, value: Any) -> None:
    """Sets a property of an object that was read; its script, too."""
    if name == "script":
        target = class_with_script(engine_class(type(instance)), value)
        instance.set_script(None if target is engine_class(type(instance)) else target)
    else:
        set_fitting(instance, name, value)


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _described(kind: str) -> str:
    return f"'{kind}'" if len(kind) == 1 else kind


_SOURCES = {"ExtResource": "external", "SubResource": "internal"}
# Godot's value types that have other names in Python.
_PYTHON_NAMES = {"String": "str", "Array": "list", "Dictionary": "dict"}
_NAMED: dict[str, Callable[[VariantTextReader, str], Any]] = {
    "NodePath": VariantTextReader._node_path,
    "RID": VariantTextReader._rid,
    "Signal": VariantTextReader._empty_signal,
    "Callable": VariantTextReader._empty_callable,
    "Object": VariantTextReader._object,
    "Resource": VariantTextReader._reference,
    "ExtResource": VariantTextReader._reference,
    "SubResource": VariantTextReader._reference,
    "Array": VariantTextReader._typed_array,
    "Dictionary": VariantTextReader._typed_dictionary,
    **dict.fromkeys(STRING_ARRAYS, VariantTextReader._strings),
}
