"""Values made to fit a declared type, while the program runs; type tests and casts.

A type is what the compiler writes for it: None for any value, a text for a value type, a class for
objects, `("Array", element)` and `("Dictionary", key, value)` for typed containers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import EnumMeta
from functools import cache
from typing import Any

from engine.core._element_type import ANYTHING, ElementType, element_type
from engine.core._reflection import is_engine_class
from engine.core._scalar_math import whole
from engine.core._script_error import CallError, ScriptError
from engine.core._type_functions import type_string
from engine.core._type_of import type_of
from engine.core.node_path import NodePath
from engine.core.packed_array import PackedArray
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.core.variant_type import TYPE_OBJECT, VariantType
from engine.gdscript._construction import STRICT, construct_from
from engine.gdscript._value_names import assigned_name, builtin_name, described, engine_name

TYPE_NUMBERS: dict[str, int] = {type_string(one): int(one) for one in range(VariantType.TYPE_MAX)}


def type_title(specification: Any) -> str:
    """A type as messages write it."""
    if specification is None:
        return "Variant"
    if isinstance(specification, tuple):
        name, *inner = specification
        return f"{name}[{', '.join(map(type_title, inner))}]"
    if isinstance(specification, type):
        if is_engine_class(specification):
            return engine_name(specification)
        facts = getattr(specification, "_gd_info", None)
        return str(getattr(facts, "label", "") or getattr(specification, "_script_name", ""))
    return str(specification)


class MisfitError(ScriptError):
    """A value that does not fit where it goes.

    Attributes:
        value: the value.
        specification: the type that is wanted.
    """

    def __init__(self, text: str, value: Any, specification: Any) -> None:
        super().__init__(text)
        self.value = value
        self.specification = specification

    def as_returned(self) -> str:
        """The message where the value was to be returned."""
        wanted = self.specification
        if not isinstance(wanted, tuple):
            return self._as_returned(type_title(wanted))
        if wanted[0] == "Array" and not is_array(self.value):
            element = "Object" if isinstance(wanted[1], type) else type_title(wanted[1])
            return self._as_returned(f"Array[{element}]")
        kind = _container_title(self.value, wanted)
        return (
            f'Trying to return {kind} of type "{described(self.value)}" where expected return '
            f'type is "{type_title(wanted)}".'
        )

    def _as_returned(self, wanted: str) -> str:
        return (
            f'Trying to return value of type "{assigned_name(self.value)}" from a function whose '
            f'return type is "{wanted}".'
        )

    def as_argument(self, number: int) -> str:
        """The end of the message where the value was an argument."""
        return argument_problem(self.value, self.specification, number)


def _assign_error(value: Any, specification: Any) -> ScriptError:
    return MisfitError(_misfit(value, specification), value, specification)


def _misfit(value: Any, specification: Any) -> str:
    if getattr(type(value), "_freed", False):
        return "Trying to assign invalid previously freed instance."
    if isinstance(specification, tuple):
        kind = _container_title(value, specification)
        return (
            f'Trying to assign {kind} of type "{described(value)}" to a variable of type '
            f'"{type_title(specification)}".'
        )
    given, title = assigned_name(value), type_title(specification)
    if isinstance(specification, type) and not is_engine_class(specification):
        title = _file_of(specification)
        if not is_engine_class(type(value)) and type_of(value) == TYPE_OBJECT:
            given = _file_of(type(value))
    return f"Trying to assign value of type '{given}' to a variable of type '{title}'."


def _container_title(value: Any, specification: Any) -> str:
    """What messages call a value where a typed container is wanted."""
    if not _is_container(value, specification[0]):
        return "a value"
    return "an array" if specification[0] == "Array" else "a dictionary"


def _is_container(value: Any, name: str) -> bool:
    """Whether it is an Array, or a Dictionary."""
    return is_array(value) if name == "Array" else isinstance(value, dict)


def is_array(value: Any) -> bool:
    """Whether it is an Array; packed arrays are lists, too."""
    return type(value) is list or (isinstance(value, list) and not isinstance(value, PackedArray))


def _file_of(cls: type[Any]) -> str:
    """The name of a script's file; nothing for classes inside of it."""
    path: str = getattr(getattr(cls, "_gd_info", None), "resource_path", "")
    return path.rpartition("/")[2]


# One type each ------------------------------------------------------------------------------------


def to_int(value: Any) -> int:
    """An int for a variable of that type."""
    kind = type(value)
    if kind is int:
        return value  # type: ignore[no-any-return]
    if kind is float:
        return whole(value)
    if isinstance(value, int):
        return int(value)
    raise _assign_error(value, "int")


def to_float(value: Any) -> float:
    """A float for a variable of that type."""
    if isinstance(value, (int, float)):
        return float(value)
    raise _assign_error(value, "float")


def to_bool(value: Any) -> bool:
    """A bool for a variable of that type."""
    if isinstance(value, (int, float)):
        return bool(value)
    raise _assign_error(value, "bool")


def to_string(value: Any) -> str:
    """A String for a variable of that type."""
    if type(value) is str:
        return value
    if isinstance(value, (str, NodePath)):
        return str(value)
    raise _assign_error(value, "String")


def to_string_name(value: Any) -> StringName:
    """A StringName for a variable of that type."""
    if isinstance(value, str):
        return value if isinstance(value, StringName) else StringName(value)
    raise _assign_error(value, "StringName")


def to_node_path(value: Any) -> NodePath:
    """A NodePath for a variable of that type."""
    if isinstance(value, NodePath):
        return value
    if isinstance(value, str) and not isinstance(value, StringName):
        return NodePath(value)
    raise _assign_error(value, "NodePath")


def to_array(value: Any) -> list[Any]:
    """An Array for a variable of that type."""
    if is_array(value):
        return value  # type: ignore[no-any-return]
    if isinstance(value, (tuple, PackedArray)):
        return list(value)
    raise _assign_error(value, "Array")


def to_dictionary(value: Any) -> dict[Any, Any]:
    """A Dictionary for a variable of that type."""
    if isinstance(value, dict):
        return value
    if isinstance(value, EnumMeta):
        members: Mapping[str, Any] = value.__members__
        return {name: int(member) for name, member in members.items()}
    raise _assign_error(value, "Dictionary")


def to_builtin(value: Any, name: str) -> Any:
    """A value of a value type for a variable of that type."""
    given = builtin_name(value)
    if given == name:
        return value
    if given in STRICT.get(name, ()):
        return construct_from(name, value)
    raise _assign_error(value, name)


def to_object(value: Any, cls: type[Any]) -> Any:
    """An object, or null, for a variable of a class."""
    if value is None:
        return None
    if isinstance(value, cls) and not type(value)._freed:
        return value
    if is_object_of(value, cls):
        return value
    raise _assign_error(value, cls)


def is_object_of(value: Any, cls: type[Any]) -> bool:
    """Whether a value is an object of a class; a script is one of `GDScript`, too."""
    if isinstance(value, type):
        return engine_name(cls) in _CLASSES_OF_SCRIPTS and is_engine_class(cls)
    return isinstance(value, cls) and not getattr(type(value), "_freed", False)


_CLASSES_OF_SCRIPTS = frozenset(("GDScript", "Script", "Resource", "RefCounted", "Object"))


# Containers ---------------------------------------------------------------------------------------


@cache
def element_of(specification: Any) -> ElementType:
    """The type of elements that a type stands for."""
    if specification is None:
        return ANYTHING
    if isinstance(specification, type):
        cls = (
            None
            if engine_name(specification) == "Object" and is_engine_class(specification)
            else specification
        )
        return element_type(TYPE_OBJECT, cls)
    name = specification[0] if isinstance(specification, tuple) else specification
    return element_type(TYPE_NUMBERS[name])


def typed_array(values: list[Any], specification: Any) -> TypedArray:
    """A typed array from a literal, whose elements have been converted."""
    element = element_of(specification[1])
    if type(values) is TypedArray and values.element is element:
        return values
    return TypedArray._of(values, element)


def typed_dictionary(values: dict[Any, Any], specification: Any) -> TypedDictionary:
    """A typed dictionary from a literal, whose keys and values have been converted."""
    return TypedDictionary._of(values, element_of(specification[1]), element_of(specification[2]))


def to_typed_array(value: Any, specification: Any) -> Any:
    """A typed array for a variable of that type."""
    element = element_of(specification[1])
    if isinstance(value, TypedArray) and value.element is element:
        return value
    if element is ANYTHING and isinstance(value, (list, PackedArray)):
        return to_array(value)
    raise _assign_error(value, specification)


def to_typed_dictionary(value: Any, specification: Any) -> Any:
    """A typed dictionary for a variable of that type."""
    if is_typed_as(value, specification):
        return value
    raise _assign_error(value, specification)


def is_typed_as(value: Any, specification: Any) -> bool:
    """Whether a container is typed exactly so."""
    if specification[0] == "Array":
        found = value.element if isinstance(value, TypedArray) else ANYTHING
        return isinstance(value, list) and found is element_of(specification[1])
    if not isinstance(value, dict):
        return False
    typed = isinstance(value, TypedDictionary)
    types = (value.key_type, value.value_type) if typed else (ANYTHING, ANYTHING)  # type: ignore[attr-defined]
    return types == (element_of(specification[1]), element_of(specification[2]))


# Any type -----------------------------------------------------------------------------------------

_CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "bool": to_bool,
    "int": to_int,
    "float": to_float,
    "String": to_string,
    "StringName": to_string_name,
    "NodePath": to_node_path,
    "Array": to_array,
    "Dictionary": to_dictionary,
}


def to_type(value: Any, specification: Any) -> Any:
    """A value for a variable of a type."""
    if specification is None:
        return value
    if isinstance(specification, tuple):
        return _to_container(value, specification)
    if isinstance(specification, type):
        return to_object(value, specification)
    converter = _CONVERTERS.get(specification)
    return converter(value) if converter is not None else to_builtin(value, specification)


def _to_container(value: Any, specification: Any) -> Any:
    if specification[0] == "Array":
        return to_typed_array(value, specification)
    return to_typed_dictionary(value, specification)


def argument(value: Any, specification: Any, number: int, function: str, owner: Any) -> Any:
    """An argument as the function has declared it.

    Args:
        value: what was given.
        specification: the declared type.
        number: which argument it is, from 1.
        function: the function's name.
        owner: the object or class whose function it is; None for lambdas.

    Raises:
        CallError: it cannot be converted.
    """
    try:
        if isinstance(value, PackedArray):
            return from_packed(value, specification)
        return to_type(value, specification)
    except ScriptError:
        problem = argument_problem(value, specification, number)
    if owner is None:
        raise CallError(
            f"Invalid type in function '{function}(lambda) (Callable)'. {problem}", problem
        )
    base = described(owner)
    raise CallError(f"Invalid type in function '{function}' in base '{base}'. {problem}", problem)


def from_packed(value: Any, specification: Any) -> Any:
    """A packed array as an argument; what elements cannot be converted to stays empty."""
    if isinstance(specification, tuple) and specification[0] == "Array":
        return TypedArray(list(value), element_of(specification[1]))
    return to_type(value, specification)


def argument_problem(value: Any, specification: Any, number: int) -> str:
    """Why a value does not fit as an argument."""
    if isinstance(specification, tuple) and _is_container(value, specification[0]):
        kind = specification[0].lower()
        return (
            f"The {kind} of argument {number} ({described(value)}) does not have the same element "
            f"type as the expected typed {kind} argument."
        )
    if isinstance(specification, type) and type_of(value) == TYPE_OBJECT:
        return (
            f"The Object-derived class of argument {number} ({described(value)}) is not a subclass "
            "of the expected argument class."
        )
    wanted = "Object" if isinstance(specification, type) else specification
    if isinstance(wanted, tuple):
        wanted = wanted[0]
    return f"Cannot convert argument {number} from {builtin_name(value)} to {wanted}."


def returned(value: Any, specification: Any) -> Any:
    """What a function gives, as it has declared it."""
    try:
        return to_type(value, specification)
    except MisfitError as misfit:
        raise ScriptError(misfit.as_returned()) from None


# Tests and casts ----------------------------------------------------------------------------------


def is_type(value: Any, specification: Any) -> bool:
    """`value is type`."""
    if isinstance(specification, type):
        if getattr(type(value), "_freed", False):
            raise ScriptError("Left operand of 'is' is a previously freed instance.")
        return is_object_of(value, specification)
    if isinstance(specification, tuple):
        return is_typed_as(value, specification)
    return specification is None or builtin_name(value) == specification


def cast(value: Any, specification: Any) -> Any:
    """`value as type`: null where an object is of another class."""
    if specification is None:
        return value
    if isinstance(specification, type):
        if value is None:
            return None
        if getattr(type(value), "_freed", False):
            raise ScriptError("Trying to cast a freed object.")
        if type_of(value) != TYPE_OBJECT:
            raise ScriptError("Invalid cast: can't convert a non-object value to an object type.")
        return value if is_object_of(value, specification) else None
    if isinstance(specification, tuple):
        return _cast_container(value, specification)
    if builtin_name(value) == specification:
        return value
    try:
        return construct_from(specification, value)
    except (ScriptError, TypeError, ValueError):
        text = f"Invalid cast: could not convert value to '{specification}'."
        raise ScriptError(text) from None


def _cast_container(value: Any, specification: Any) -> Any:
    if is_typed_as(value, specification):
        return value
    # The elements stay what they are, and so does the type.
    if isinstance(value, PackedArray) and specification[0] == "Array":
        return list(value)
    if _is_container(value, specification[0]):
        return value
    raise ScriptError(f"Invalid cast: could not convert value to '{specification[0]}'.")
