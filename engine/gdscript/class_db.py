"""`ClassDB`: the classes of the engine and what they have.

What it says of classes, methods, properties and signals is what Godot's own says; `instantiate` and
`can_instantiate` go by the classes that are there.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from typing import Any, Final

from engine.core import _class_names
from engine.core._element_type import ElementType, element_type
from engine.core.error import ERR_UNAVAILABLE, OK, Error
from engine.core.object import Object
from engine.core.output import error
from engine.core.packed_string_array import PackedStringArray
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.variant_text import str_to_var
from engine.core.variant_type import TYPE_DICTIONARY
from engine.gdscript import _api
from engine.gdscript._class_entries import method_entry, property_entry, signal_entry

__all__ = ["ClassDB"]

# Enums whose values are flags; the facts of the API call all of them enums.
_FLAG_NAMES = """
Control.SizeFlags CopyTransformModifier3D.AxisFlag CopyTransformModifier3D.TransformFlag
EditorDock.DockLayout EditorExportPlatform.DebugFlags FileAccess.UnixPermissionFlags
ImageFormatLoader.LoaderFlags Mesh.ArrayFormat NavigationPathQueryParameters2D.PathMetadataFlags
NavigationPathQueryParameters3D.PathMetadataFlags Node.ProcessThreadMessages
OpenXRInterface.HandJointFlags RenderingDevice.BarrierMask RenderingDevice.BufferCreationBits
RenderingDevice.DrawFlags RenderingDevice.PipelineDynamicStateFlags
RenderingDevice.StorageBufferUsage RenderingDevice.TextureUsageBits RenderingServer.ArrayFormat
ResourceSaver.SaverFlags RetargetModifier3D.TransformFlag RichTextLabel.ImageUpdateMask
TextServer.FontStyle TextServer.GraphemeFlag TextServer.JustificationFlag
TextServer.LineBreakFlag TextServer.TextOverrunFlag XRBodyModifier3D.BodyUpdate
XRBodyTracker.BodyFlags XRBodyTracker.JointFlags XRHandTracker.HandJointFlags
"""
_FLAGS = frozenset(_FLAG_NAMES.split())


class _APIType(IntEnum):
    API_CORE = 0
    API_EDITOR = 1
    API_EXTENSION = 2
    API_EDITOR_EXTENSION = 3
    API_NONE = 4


@cache
def _dictionaries() -> ElementType:
    return element_type(int(TYPE_DICTIONARY))


def _facts(name: str) -> _api.ClassFacts | None:
    return _api.class_facts(str(name))


def _chain(name: str, no_inheritance: bool = False) -> Iterator[_api.ClassFacts]:
    """A class and those above it."""
    facts = _facts(name)
    while facts is not None:
        yield facts
        facts = None if no_inheritance else facts.base


def _names(name: str, kind: str, no_inheritance: bool) -> list[str]:
    return [own for facts in _chain(name, no_inheritance) for own in facts.own_names(kind)]


def _has(name: str, kind: str, member: str, no_inheritance: bool = False) -> bool:
    return any(str(member) in facts.own_names(kind) for facts in _chain(name, no_inheritance))


class _ClassDB(Object):
    """The classes of the engine by their names. There is one, `ClassDB`."""

    _class_name = "ClassDB"
    APIType = _APIType
    API_CORE: Final = _APIType.API_CORE
    API_EDITOR: Final = _APIType.API_EDITOR
    API_EXTENSION: Final = _APIType.API_EXTENSION
    API_EDITOR_EXTENSION: Final = _APIType.API_EDITOR_EXTENSION
    API_NONE: Final = _APIType.API_NONE

    # Classes -------------------------------------------------------------------------------------

    def get_class_list(self) -> PackedStringArray:
        """The names of all classes."""
        return PackedStringArray(sorted(_api.class_names()))

    def get_inheriters_from_class(self, class_: str) -> PackedStringArray:
        """The names of the classes that derive from a class."""
        name = str(class_)
        known = _api.class_names() if _api.is_class(name) else []
        return PackedStringArray([n for n in known if n != name and _api.is_subclass(n, name)])

    def get_parent_class(self, class_: str) -> StringName:
        """The class that a class extends; empty for `Object`, and for what is no class."""
        self._exists(class_)
        return StringName(_api.base_of(str(class_)))

    def class_exists(self, class_: str) -> bool:
        """Whether there is a class of that name."""
        return _api.is_class(str(class_))

    def is_parent_class(self, class_: str, inherits: str) -> bool:
        """Whether a class is another, or derives from it."""
        return _api.is_class(str(class_)) and _api.is_subclass(str(class_), str(inherits))

    def is_class_enabled(self, class_: str) -> bool:
        """Whether a class is there and may be used."""
        return self._exists(class_)

    def _exists(self, name: str) -> bool:
        if not _api.is_class(str(name)):
            error(f"Cannot get class '{name}'.")
            return False
        return True

    def class_get_api_type(self, class_: str) -> _APIType:
        """Which part of Godot a class belongs to; `API_NONE` for what is no class."""
        if not self._exists(class_):
            return _APIType.API_NONE
        facts = _facts(class_)
        return _APIType.API_EDITOR if facts is not None and facts.editor else _APIType.API_CORE

    def can_instantiate(self, class_: str) -> bool:
        """Whether there can be objects of a class."""
        facts = _facts(class_)
        if facts is None:
            error(f"Cannot get class '{class_}'.")
        return facts is not None and facts.instantiable

    def instantiate(self, class_: str) -> Any:
        """A new object of a class; None, after an error, where there can be none."""
        if not self._exists(class_):
            return None
        facts = _facts(class_)
        cls = _class_names.class_named(str(class_))
        if cls is None or facts is None or not facts.instantiable:
            error(f"Class '{class_}' or its base class cannot be instantiated.")
            return None
        return cls()

    # Signals -------------------------------------------------------------------------------------

    def class_has_signal(self, class_: str, signal: str) -> bool:
        """Whether a class has a signal, or one above it."""
        return _has(class_, "signals", signal)

    def class_get_signal(self, class_: str, signal: str) -> dict[str, Any]:
        """What a signal is like; empty where there is none."""
        facts = _facts(class_)
        found = None if facts is None else facts.signal(str(signal))
        return {} if found is None else signal_entry(found)

    def class_get_signal_list(self, class_: str, no_inheritance: bool = False) -> TypedArray:
        """What the signals of a class are like; with those above it unless told otherwise."""
        if not _api.is_class(str(class_)):
            error('Parameter "type" is null.')
        return self._list(class_, "signals", no_inheritance, signal_entry)

    @staticmethod
    def _list(
        name: str, kind: str, no_inheritance: bool, entry: PyCallable[[Any], dict[str, Any]]
    ) -> TypedArray:
        """Entries for all members of a kind, those of the class first."""
        singular = {"properties": "property"}.get(kind, kind[:-1])
        found = [
            entry(getattr(facts, singular)(own))
            for facts in _chain(name, no_inheritance)
            for own in facts.own_names(kind)
        ]
        return TypedArray(found, _dictionaries())

    # Properties ----------------------------------------------------------------------------------

    def class_get_property_list(self, class_: str, no_inheritance: bool = False) -> TypedArray:
        """What the properties of a class are like; with those above it unless told otherwise."""
        return self._list(class_, "properties", no_inheritance, property_entry)

    @staticmethod
    def _property(name: str, property_: str) -> _api.PropertyFacts | None:
        facts = _facts(name)
        return None if facts is None else facts.property(str(property_))

    def class_get_property_getter(self, class_: str, property: str) -> StringName:
        """The name of the method that gives a property."""
        found = self._property(class_, property)
        return StringName("" if found is None else found.getter)

    def class_get_property_setter(self, class_: str, property: str) -> StringName:
        """The name of the method that sets a property."""
        found = self._property(class_, property)
        return StringName("" if found is None else found.setter)

    def class_get_property(self, object: Object, property: str) -> Any:
        """The value of an object's property; None where there is none."""
        if self._property(object.get_class(), property) is None:
            return None
        return object.get(str(property))

    def class_set_property(self, object: Object, property: str, value: Any) -> Error:
        """Sets an object's property; `ERR_UNAVAILABLE` where there is none."""
        if self._property(object.get_class(), property) is None:
            return ERR_UNAVAILABLE
        object.set(str(property), value)
        return OK

    def class_get_property_default_value(self, class_: str, property: str) -> Any:
        """The value that a property has in a new object; None where there is no such property."""
        self._exists(class_)
        facts = _facts(class_)
        text = None if facts is None else facts.default_of(str(property))
        return None if text is None else str_to_var(text)

    # Methods -------------------------------------------------------------------------------------

    def class_has_method(self, class_: str, method: str, no_inheritance: bool = False) -> bool:
        """Whether a class has a method, or one above it unless told otherwise."""
        return _has(class_, "methods", method, no_inheritance)

    def class_get_method_argument_count(
        self, class_: str, method: str, no_inheritance: bool = False
    ) -> int:
        """How many arguments a method takes; 0 where there is none."""
        facts = _facts(class_)
        found = None if facts is None else facts.method(str(method))
        if found is None or (no_inheritance and found.owner != str(class_)):
            return 0
        return len(found.arguments)

    def class_get_method_list(self, class_: str, no_inheritance: bool = False) -> TypedArray:
        """What the methods of a class are like; with those above it unless told otherwise."""
        return self._list(class_, "methods", no_inheritance, method_entry)

    def class_call_static(self, class_: str, method: str, *args: Any) -> Any:
        """Calls a static method by name; None, after an error, where there is none."""
        facts = _facts(class_)
        found = None if facts is None else facts.method(str(method))
        cls = _class_names.class_named(str(class_))
        if found is None or not found.static or cls is None:
            error("Cannot find static method.")
            return None
        return getattr(cls, str(method))(*args)

    # Constants and enums -------------------------------------------------------------------------

    def class_get_integer_constant_list(
        self, class_: str, no_inheritance: bool = False
    ) -> PackedStringArray:
        """The names of the constants of a class, the values of its enums among them."""
        found: list[str] = []
        for facts in _chain(class_, no_inheritance):
            for enum in facts.own_names("enums"):
                values = facts.enum(enum)
                found += values.values if values is not None else ()
            found += facts.own_names("constants")
        return PackedStringArray(found)

    def class_has_integer_constant(self, class_: str, name: str) -> bool:
        """Whether a class has a constant, or one above it."""
        facts = _facts(class_)
        return facts is not None and facts.constant(str(name)) is not None

    def class_get_integer_constant(self, class_: str, name: str) -> int:
        """The value of a constant; 0, after an error, where there is none."""
        facts = _facts(class_)
        found = None if facts is None else facts.constant(str(name))
        if found is None:
            error('Condition "!found" is true. Returning: 0')
        return 0 if found is None else int(found.value)

    def class_has_enum(self, class_: str, name: str, no_inheritance: bool = False) -> bool:
        """Whether a class has an enum, or one above it unless told otherwise."""
        return _has(class_, "enums", name, no_inheritance)

    def class_get_enum_list(self, class_: str, no_inheritance: bool = False) -> PackedStringArray:
        """The names of the enums of a class."""
        return PackedStringArray(_names(class_, "enums", no_inheritance))

    def class_get_enum_constants(
        self, class_: str, enum: str, no_inheritance: bool = False
    ) -> PackedStringArray:
        """The names of the values of an enum."""
        if not self.class_has_enum(class_, enum, no_inheritance):
            return PackedStringArray()
        facts = _facts(class_)
        found = None if facts is None else facts.enum(str(enum))
        return PackedStringArray([] if found is None else found.values)

    def class_get_integer_constant_enum(
        self, class_: str, name: str, no_inheritance: bool = False
    ) -> StringName:
        """The enum that a constant is a value of; empty for a constant of no enum."""
        facts = _facts(class_)
        found = None if facts is None else facts.constant(str(name))
        if found is None or (no_inheritance and found.owner != str(class_)):
            return StringName("")
        return StringName(found.enum.rpartition(".")[2])

    def is_class_enum_bitfield(self, class_: str, enum: str, no_inheritance: bool = False) -> bool:
        """Whether the values of an enum are flags that can be combined."""
        return any(f"{one.name}.{enum}" in _FLAGS for one in _chain(class_, no_inheritance))


ClassDB = _ClassDB()
