"""Members of classes that Godot has and the engine lacks, made from the facts of Godot's API.

Properties hold values of their types, with Godot's defaults; signals can be connected and emitted;
setters and getters work. Other methods do nothing but say so once, and give the empty value of
their type; those that should give an object are not there at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import output
from engine.core._script_instances import engine_class
from engine.core._stored_values import forget_defaults
from engine.core._type_convert import type_convert
from engine.core._variant_text_reader import type_named
from engine.core.node_path import NodePath
from engine.core.property_info import PROPERTY_USAGE_STORAGE
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.variant_text import str_to_var
from engine.gdscript._api import ClassFacts, MethodFacts, PropertyFacts, class_facts
from engine.gdscript._types import VOID, StaticType

_VALUES = "missing values"  # where objects keep what is set
_EFFECTS = {"show": ("visible", True), "hide": ("visible", False)}
_TEXTS: dict[str, Callable[[Any], Any]] = {
    "String": str, "StringName": StringName, "NodePath": NodePath,
}  # fmt: skip


class MissingProperty:
    """A property that holds a value and has no effect."""

    __slots__ = ("name", "type")

    def __init__(self, name: str, kind: StaticType) -> None:
        self.name = name
        self.type = kind

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        values = instance._rarely(_VALUES, None)
        if values is not None and self.name in values:
            return values[self.name]
        return self.default(type(instance)._class_name)

    def __set__(self, instance: Any, value: Any) -> None:
        keep_value(instance, self.name, self.fitted(value))

    def default(self, class_name: str) -> Any:
        """The value of a fresh object of a class."""
        facts = class_facts(class_name)
        text = None if facts is None else facts.default_of(self.name)
        return empty_of(self.type) if text is None else str_to_var(text)

    def fitted(self, value: Any) -> Any:
        """A value as one of the property's type, where Godot converts it."""
        name = self.type.name
        if name == "float" and type(value) is int:
            return float(value)
        if (name == "int" or self.type.kind == "enum") and isinstance(value, float):
            return int(value)
        if name in _TEXTS and isinstance(value, str | NodePath):
            return _TEXTS[name](str(value))
        return value


def keep_value(instance: Any, name: str, value: Any) -> None:
    """Keeps a value with an object."""
    values = instance._rarely(_VALUES, None)
    if values is None:
        values = {}
        instance._keep(_VALUES, values)
    values[name] = value


def empty_of(kind: StaticType) -> Any:
    """The empty value of a type."""
    if kind is VOID or kind.is_variant or kind.is_object:
        return None
    return type_convert(None, type_named("int" if kind.kind == "enum" else kind.name))


class MissingMembers:
    """What all classes have that stand in for others, besides their members.

    Values of properties that are made up of parts (`theme_override_colors/font_color`) are kept as
    they come.
    """

    __slots__ = ()

    def get(self, property: str) -> Any:
        """The value of a property, also of one in parts."""
        name = str(property)
        values = self._rarely(_VALUES, {})  # type: ignore[attr-defined]
        if "/" in name and name in values:
            return values[name]
        return super().get(property)  # type: ignore[misc]

    def _get(self, property: str) -> Any:
        """The value of a property in parts."""
        return self._rarely(_VALUES, {}).get(property)  # type: ignore[attr-defined]

    def set(self, property: str, value: Any) -> None:
        """Sets a property; the value of one in parts is kept as it comes."""
        name = str(property)
        if "/" in name and not name.startswith("metadata/"):
            keep_value(self, name, value)
        else:
            super().set(property, value)  # type: ignore[misc]

    def _get_property_list(self) -> list[dict[str, Any]]:
        """The properties in parts."""
        values = self._rarely(_VALUES, {})  # type: ignore[attr-defined]
        return [
            {"name": name, "type": 0, "usage": int(PROPERTY_USAGE_STORAGE)}
            for name in values
            if "/" in name
        ]


def members(facts: ClassFacts, base: type[Any]) -> dict[str, Any]:
    """The body of a class with the members that Godot's class has by itself.

    Args:
        facts: what is known of Godot's class.
        base: the class that it is to extend; what it has stays.
    """
    body: dict[str, Any] = {}
    for enum in facts.own_names("enums"):
        values = facts.enum(enum)
        body.update(values.values if values is not None else {})
    for name in facts.own_names("constants"):
        constant = facts.constant(name)
        body[name] = None if constant is None else constant.value
    for name in facts.own_names("methods"):
        method = facts.method(name)
        if method is not None and not method.virtual and not method.returns.is_object:
            body[name] = _method(method)
    stored = []
    for name in facts.own_names("properties"):
        found = facts.property(name)
        if found is not None and "/" not in name and not hasattr(base, name):
            body.update(property_members(facts, found))
            stored.append(name)
    for name in facts.own_names("signals"):
        signal = facts.signal(name)
        if signal is not None:
            body[name] = Signal(*(argument.name for argument in signal.arguments))
    own = {name: value for name, value in body.items() if not hasattr(base, name)}
    return {"__slots__": (), "_stored": tuple(stored), **own}


def add_missing_property(cls: type[Any], name: str) -> None:
    """Gives an engine's class a property that Godot's class has; a warning says so."""
    own = engine_class(cls)
    facts = class_facts(own._class_name)
    found = None if facts is None else facts.property(name)
    if facts is None or found is None:
        return
    output.warning(
        f"The property '{name}' of '{own._class_name}' is not there yet: its value is kept, and "
        "has no effect."
    )
    setattr(own, name, MissingProperty(name, found.type))
    for member, value in property_members(facts, found).items():
        if not hasattr(own, member):
            setattr(own, member, value)
    own._stored = (*vars(own).get("_stored", ()), name)
    forget_defaults(own)


def property_members(facts: ClassFacts, found: PropertyFacts) -> dict[str, Any]:
    """A property, and its setter and getter."""
    name = found.name
    body: dict[str, Any] = {name: MissingProperty(name, found.type)}
    getter, setter = facts.method(found.getter), facts.method(found.setter)
    if getter is not None and not getter.arguments:
        body[found.getter] = lambda self: getattr(self, name)
    if setter is not None and len(setter.arguments) == 1:
        body[found.setter] = lambda self, value: setattr(self, name, value)
    return body


def _method(method: MethodFacts) -> Any:
    """A method without effect, or with one on a property."""
    if method.name in _EFFECTS:
        name, value = _EFFECTS[method.name]
        return lambda self: setattr(self, name, value)
    said: list[bool] = []
    least, most = method.least, method.most

    def call(self: Any, *arguments: Any) -> Any:
        if not (least <= len(arguments) and (most < 0 or len(arguments) <= most)):
            raise TypeError(
                f"{method.name}() takes {least} to {most} arguments but {len(arguments)} were given"
            )
        if not said:
            said.append(True)
            output.warning(
                f"The method '{method.name}' of '{method.owner}' is not there yet: it does nothing."
            )
        return empty_of(method.returns)

    call.__name__ = method.name
    call.__qualname__ = f"{method.owner}.{method.name}"
    return staticmethod(lambda *arguments: call(None, *arguments)) if method.static else call
