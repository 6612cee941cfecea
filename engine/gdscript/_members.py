"""Members of script and engine classes, as values: `self.x`, `Class.CONSTANT`, `node.signal`."""

from __future__ import annotations

import ast
import keyword
from dataclasses import dataclass

from engine.gdscript import _code as code
from engine.gdscript._api import (
    BuiltinFacts,
    ClassFacts,
    ConstantFacts,
    EnumFacts,
    builtin_facts,
    class_facts,
    enum_facts,
)
from engine.gdscript._class_info import (
    ClassInfo,
    ConstantInfo,
    EnumInfo,
    FunctionInfo,
    SignalInfo,
    VariableInfo,
)
from engine.gdscript._context import Context
from engine.gdscript._names import attribute_name
from engine.gdscript._type_rules import class_node
from engine.gdscript._types import (
    CALLABLE,
    ENUM_REFERENCE_KIND,
    SIGNAL,
    STRING,
    VARIANT,
    StaticType,
    enum_value,
    script_reference,
)
from engine.gdscript._values import Value, of_constant

BUILTIN_REFERENCE_KIND = "builtin reference"  # `Vector2` in `Vector2.ZERO`


@dataclass(slots=True)
class EnumReference(Value):
    """An enum used as a value: a dictionary of its constants."""

    values: dict[str, int] | None = None


def attribute_of(name: str, info: ClassInfo) -> str:
    """The Python attribute that a member of a script's class is."""
    return attribute_name(name, info.native)


def engine_attribute(name: str) -> str:
    """The Python attribute that a member of an engine class is."""
    return name + "_" if keyword.iskeyword(name) else name


def enum_name(info: EnumInfo) -> str:
    """The whole name of a script's enum."""
    inner = info.owner.qualified_name
    return ".".join(part for part in (info.owner.path, inner, info.name) if part)


def bound_method(base: ast.expr, name: str) -> Value:
    """A method as a value."""
    return Value(code.call("@method", base, code.constant(name)), CALLABLE, read_only=True)


# Script classes -----------------------------------------------------------------------------------


def instance_member(context: Context, base: ast.expr, info: ClassInfo, name: str) -> Value | None:
    """A member of an instance of a script's class; None when it has none of that name."""
    found = info.find(name)
    if isinstance(found, VariableInfo):
        if found.static:
            return static_variable(context, found)
        node = code.attribute(base, attribute_of(name, found.owner))
        return Value(node, found.type, bits=64)
    if isinstance(found, SignalInfo):
        node = code.attribute(base, attribute_of(name, found.owner))
        return Value(node, SIGNAL, read_only=True)
    if isinstance(found, FunctionInfo):
        owner = class_node(found.owner, context.inside) if found.static else base
        return bound_method(owner, name)
    if isinstance(found, type):
        return Value(code.call("@get", base, code.constant(name)))
    member = class_member(context, info, name, found)
    if member is not None:
        return member
    facts = class_facts(info.native)
    return engine_member(base, facts, name) if facts is not None else None


def class_member(
    context: Context, info: ClassInfo, name: str, found: object = None
) -> Value | None:
    """A constant, enum or inner class of a script's class; None when it has none of that name."""
    found = found or info.find(name)
    if isinstance(found, ConstantInfo):
        return _constant(context, found)
    if isinstance(found, EnumInfo):
        kind = StaticType(ENUM_REFERENCE_KIND, enum_name(found))
        node = _constant_node(context, found.owner, name)
        return EnumReference(node, kind, read_only=True, values=found.values)
    if isinstance(found, ClassInfo):
        node = class_node(found, context.inside)
        return Value(node, script_reference(found), read_only=True)
    return None


def _constant(context: Context, info: ConstantInfo) -> Value:
    if info.known and (info.value is None or type(info.value) in (bool, int, float, str)):
        return of_constant(info.value, info.type)
    made = Value(_constant_node(context, info.owner, info.name), info.type, read_only=True)
    reference = info.type
    if reference.kind == ENUM_REFERENCE_KIND:
        facts = enum_facts(reference.name)
        return EnumReference(
            made.node, reference, read_only=True, values=facts.values if facts else None
        )
    return made


def _constant_node(context: Context, owner: ClassInfo, name: str) -> ast.expr:
    if owner.root is context.inside.root:
        inner = owner.qualified_name
        return code.load(f"@const:{inner}.{name}" if inner else f"@const:{name}")
    return code.attribute(class_node(owner, context.inside), attribute_of(name, owner))


def static_variable(context: Context, info: VariableInfo) -> Value:
    """A static variable."""
    base = class_node(info.owner, context.inside)
    return Value(code.attribute(base, attribute_of(info.name, info.owner)), info.type)


# Engine classes -----------------------------------------------------------------------------------


def engine_member(base: ast.expr, facts: ClassFacts, name: str) -> Value | None:
    """A member of an instance of an engine class; None when it has none of that name."""
    found = facts.property(name)
    if found is not None:
        node = code.attribute(base, engine_attribute(name))
        return Value(node, found.type, null_object=found.type.is_object, of_engine=True)
    if facts.signal(name) is not None:
        return Value(code.attribute(base, engine_attribute(name)), SIGNAL, read_only=True)
    if facts.method(name) is not None:
        return bound_method(base, name)
    return engine_class_member(facts, name)


def engine_class_member(facts: ClassFacts | BuiltinFacts, name: str) -> Value | None:
    """A constant or enum of an engine class or value type; None when there is none."""
    constant = facts.constant(name)
    if constant is not None:
        return engine_constant(constant)
    enum = facts.enum(name)
    return None if enum is None else enum_reference(enum)


def engine_constant(facts: ConstantFacts) -> Value:
    """A constant of the engine's."""
    if type(facts.value) in (bool, int, float, str):
        return of_constant(facts.value, facts.type)
    if isinstance(facts.value, int):
        return of_constant(int(facts.value), facts.type)
    base = code.load(f"@engine:{facts.owner}")
    return Value(code.attribute(base, facts.name), facts.type, read_only=True)


def enum_reference(facts: EnumFacts) -> EnumReference:
    """An enum of the engine's: a dictionary, when it is used as one."""
    pairs = facts.values.items()
    keys: list[ast.expr | None] = [code.constant(key) for key, _ in pairs]
    node = ast.Dict(keys, [code.constant(value) for _, value in pairs])
    kind = StaticType(ENUM_REFERENCE_KIND, facts.name)
    return EnumReference(node, kind, read_only=True, values=facts.values)


def enum_member(base: EnumReference, name: str) -> Value | None:
    """`Enum.NAME`; None when it has no such value."""
    kind = enum_value(base.type.name)
    if base.values is None:
        return Value(code.item(base.node, code.constant(name)), kind, read_only=True)
    value = base.values.get(name)
    return None if value is None else of_constant(value, kind)


# Value types --------------------------------------------------------------------------------------


def value_member(base: Value, name: str) -> Value | None:
    """A field, constant or method of a value; None when its type has none of that name."""
    facts = builtin_facts(base.type.name)
    if facts is None:
        return None
    if base.type.name == "Dictionary":
        element = base.type.element or VARIANT
        return Value(code.item(base.node, code.constant(name)), element, base.weak)
    field = facts.members.get(name)
    if field is not None:
        return Value(code.attribute(base.node, name), field, base.weak, read_only=base.read_only)
    if facts.method(name) is not None:
        return bound_method(base.node, name)
    return engine_class_member(facts, name)


def short_enum_name(name: str) -> str:
    """An enum as messages write it: `script.gd.State` for `res://dir/script.gd.State`."""
    return name.rpartition("/")[2]


__all__ = [
    "BUILTIN_REFERENCE_KIND",
    "STRING",
    "EnumReference",
    "attribute_of",
    "bound_method",
    "class_member",
    "engine_attribute",
    "engine_class_member",
    "engine_constant",
    "engine_member",
    "enum_member",
    "enum_name",
    "enum_reference",
    "instance_member",
    "short_enum_name",
    "static_variable",
    "value_member",
]
