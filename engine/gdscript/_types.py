"""What is known of a value before it exists: static types.

A type says of a value what its declaration, or the expression it comes from, guarantees. `VARIANT`
guarantees nothing. `int`, `float`, `bool` and `String` values are never null; those of object
types may be, and may have been freed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.gdscript._class_info import ClassInfo

VARIANT_KIND = "variant"
VOID_KIND = "void"
BUILTIN_KIND = "builtin"
CLASS_KIND = "class"
SCRIPT_KIND = "script"
ENUM_KIND = "enum"
CLASS_REFERENCE_KIND = "class reference"
SCRIPT_REFERENCE_KIND = "script reference"
ENUM_REFERENCE_KIND = "enum reference"


@dataclass(frozen=True, slots=True)
class StaticType:
    """A static type.

    Attributes:
        kind: "variant" for any value; "void"; "builtin" for Godot's value types (also "Nil");
            "class" for instances of an engine class; "script" for instances of a script's class;
            "enum" for an int of a named enum; and "... reference" for a class or enum itself.
        name: `int`, `Array`, `Vector2`; the engine class; the enum as `Class.Name`; the class.
        element: of typed arrays the element's type, of typed dictionaries the value's.
        key: of typed dictionaries the key's type.
        info: the class of a script kind.
    """

    kind: str
    name: str
    element: StaticType | None = None
    key: StaticType | None = None
    info: ClassInfo | None = None

    @property
    def is_variant(self) -> bool:
        """Whether nothing is known."""
        return self.kind == VARIANT_KIND

    @property
    def is_object(self) -> bool:
        """Whether values are objects, or null."""
        return self.kind in (CLASS_KIND, SCRIPT_KIND)

    @property
    def is_number(self) -> bool:
        """Whether values are ints (those of enums, too) or floats."""
        return self.kind == ENUM_KIND or self in (INT, FLOAT)

    def __str__(self) -> str:
        if self.key is not None and self.element is not None:
            return f"{self.name}[{self.key}, {self.element}]"
        return f"{self.name}[{self.element}]" if self.element is not None else self.name


def builtin(name: str) -> StaticType:
    """The type of one of Godot's value types."""
    return StaticType(BUILTIN_KIND, name)


def instance_of(class_name: str) -> StaticType:
    """The type of instances of an engine class."""
    return StaticType(CLASS_KIND, class_name)


def script_instance(info: ClassInfo) -> StaticType:
    """The type of instances of a script's class."""
    return StaticType(SCRIPT_KIND, info.display_name, info=info)


def class_reference(class_name: str) -> StaticType:
    """The type of an engine class used as a value (`Node` in `Node.new()`)."""
    return StaticType(CLASS_REFERENCE_KIND, class_name)


def script_reference(info: ClassInfo) -> StaticType:
    """The type of a script's class used as a value."""
    return StaticType(SCRIPT_REFERENCE_KIND, info.display_name, info=info)


def enum_value(name: str) -> StaticType:
    """The type of values of a named enum."""
    return StaticType(ENUM_KIND, name)


def array_of(element: StaticType) -> StaticType:
    """`Array[element]`."""
    return StaticType(BUILTIN_KIND, "Array", element=element)


def dictionary_of(key: StaticType, value: StaticType) -> StaticType:
    """`Dictionary[key, value]`."""
    return StaticType(BUILTIN_KIND, "Dictionary", element=value, key=key)


VARIANT = StaticType(VARIANT_KIND, "Variant")
VOID = StaticType(VOID_KIND, "void")
NIL = builtin("Nil")
BOOL = builtin("bool")
INT = builtin("int")
FLOAT = builtin("float")
STRING = builtin("String")
STRING_NAME = builtin("StringName")
NODE_PATH = builtin("NodePath")
ARRAY = builtin("Array")
DICTIONARY = builtin("Dictionary")
CALLABLE = builtin("Callable")
SIGNAL = builtin("Signal")
OBJECT = instance_of("Object")
