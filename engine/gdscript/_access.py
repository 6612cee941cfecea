"""`base.name` and `base[index]`, read."""

from __future__ import annotations

import ast

from engine.gdscript import _code as code
from engine.gdscript._api import builtin_facts, class_facts, is_builtin, singleton
from engine.gdscript._class_info import FunctionInfo, VariableInfo
from engine.gdscript._context import EXPRESSIONS, Context
from engine.gdscript._conversions import keyed
from engine.gdscript._identifiers import find
from engine.gdscript._members import (
    BUILTIN_REFERENCE_KIND,
    EnumReference,
    class_member,
    engine_class_member,
    engine_member,
    enum_member,
    instance_member,
    short_enum_name,
    static_variable,
    value_member,
)
from engine.gdscript._syntax import Attribute, Expression, Name, Subscript
from engine.gdscript._type_rules import PACKED, class_node, may_assign, shown
from engine.gdscript._types import (
    BUILTIN_KIND,
    CALLABLE,
    CLASS_KIND,
    CLASS_REFERENCE_KIND,
    ENUM_REFERENCE_KIND,
    FLOAT,
    INT,
    SCRIPT_KIND,
    SCRIPT_REFERENCE_KIND,
    STRING,
    VARIANT,
    StaticType,
)
from engine.gdscript._used import used
from engine.gdscript._values import Value, strip

# Types whose values may be scripts, which are Python classes and no instances.
MAY_BE_SCRIPTS = frozenset(("Object", "RefCounted", "Resource", "Script", "GDScript"))


def base_value(context: Context, syntax: Expression) -> Value:
    """What stands before a dot: also a type, which is no value on its own."""
    inner = strip(syntax)
    if isinstance(inner, Name) and inner.id not in ("self", "super"):
        found = find(context, inner.id, inner)
        if found is not None:
            return found
    if isinstance(inner, Attribute):
        return read_attribute(context, inner)
    return used(context, syntax)


def read_attribute(context: Context, syntax: Attribute) -> Value:
    """`base.name`."""
    if isinstance(syntax.base, Attribute) or not isinstance(syntax.base, Name):
        base = base_value(context, syntax.base)
    else:
        base = _global_enum_scope(syntax.base, context) or base_value(context, syntax.base)
    return attribute_of_value(context, base, syntax.name, syntax)


def _global_enum_scope(syntax: Name, context: Context) -> Value | None:
    """`Variant` in `Variant.Type`: no value, but a place for enums."""
    if syntax.id != "Variant" or context.find_local("Variant") is not None:
        return None
    return Value(code.constant(None), StaticType(BUILTIN_REFERENCE_KIND, "Variant"))


def attribute_of_value(context: Context, base: Value, name: str, syntax: Expression) -> Value:
    """A member of a compiled value."""
    kind = base.type.kind
    found: Value | None
    if kind == SCRIPT_KIND and base.type.info is not None:
        found = instance_member(context, base.node, base.type.info, name)
    elif kind == CLASS_KIND:
        facts = class_facts(base.type.name)
        found = engine_member(base.node, facts, name) if facts is not None else None
        if found is not None and base.type.name in MAY_BE_SCRIPTS and not found.is_constant:
            node = code.call("@get", base.node, code.constant(name))
            found = Value(node, found.type, null_object=found.null_object)
        if found is None and isinstance(base.node, ast.Name) and singleton(base.node.id[8:]):
            _missing(context, base, name, syntax)
    elif kind == BUILTIN_KIND and base.type.name != "Nil":
        found = value_member(base, name)
        if found is None and not base.weak:
            _missing(context, base, name, syntax)
    elif kind in _REFERENCES:
        return _reference_member(context, base, name, syntax)
    else:
        found = None
    found = found or Value(code.call("@get", base.node, code.constant(name)))
    if base.null_object and isinstance(found.node, (ast.Attribute, ast.Call)):
        code.marked(found.node, context.line, context.column, code.OF_NULL_OBJECT)
    return found


_REFERENCES = (
    BUILTIN_REFERENCE_KIND,
    CLASS_REFERENCE_KIND,
    SCRIPT_REFERENCE_KIND,
    ENUM_REFERENCE_KIND,
)


def _missing(context: Context, base: Value, name: str, syntax: Expression) -> Value:
    shown_type = shown(base.type)
    if base.type.kind == ENUM_REFERENCE_KIND:
        shown_type = short_enum_name(base.type.name)
    context.fail(f'Cannot find member "{name}" in base "{shown_type}".', syntax)


def _reference_member(context: Context, base: Value, name: str, syntax: Expression) -> Value:
    """A member of a class, enum or value type itself."""
    kind = base.type.kind
    found: Value | None = None
    if kind == ENUM_REFERENCE_KIND:
        if isinstance(base, EnumReference):
            found = enum_member(base, name)
        else:
            found = Value(code.item(base.node, code.constant(name)), INT)
    elif kind == SCRIPT_REFERENCE_KIND:
        found = _script_member(context, base, name, syntax)
    elif kind == CLASS_REFERENCE_KIND:
        facts = class_facts(base.type.name)
        found = engine_class_member(facts, name) if facts is not None else None
        method = facts.method(name) if facts is not None and found is None else None
        if name == "new":
            found = Value(code.call("@constructor", base.node), CALLABLE, read_only=True)
        elif method is not None and method.static:
            found = Value(code.call("@method", base.node, code.constant(name)), CALLABLE)
    elif base.type.name == "Variant":
        found = find(context, f"Variant.{name}", syntax)
    else:
        builtin = builtin_facts(base.type.name)
        found = engine_class_member(builtin, name) if builtin is not None else None
    return found or _missing(context, base, name, syntax)


def _script_member(context: Context, base: Value, name: str, syntax: Expression) -> Value | None:
    info = base.type.info
    if name == "new":
        return Value(code.call("@constructor", base.node), CALLABLE, read_only=True)
    if info is None or info.python is not None:
        return Value(code.call("@get", base.node, code.constant(name)))
    member = info.find(name)
    if isinstance(member, VariableInfo):
        return static_variable(context, member) if member.static else None
    if isinstance(member, FunctionInfo):
        owner = class_node(member.owner, context.inside)
        return Value(code.call("@method", owner, code.constant(name)), CALLABLE)
    found = class_member(context, info, name, member)
    if found is None:
        facts = class_facts(info.native)
        found = engine_class_member(facts, name) if facts is not None else None
    of_script = class_facts("GDScript")
    if found is None and of_script is not None and not of_script.has_member(name):
        return None
    return found or Value(code.call("@get", base.node, code.constant(name)))


# Subscripts ---------------------------------------------------------------------------------------

# Value types that are indexed in Python as in Godot.
_INDEXED_BY_INT = PACKED | {"String", "StringName"}


def _subscript(context: Context, syntax: Subscript) -> Value:
    base = used(context, syntax.base)
    index = used(context, syntax.index)
    return item_of_value(context, base, index, syntax)


def item_of_value(context: Context, base: Value, index: Value, syntax: Subscript) -> Value:
    """`base[index]` of compiled values."""
    check_index(context, base, index, syntax)
    node, kind = item_access(base, index)
    if node is None:
        return Value(code.call("@index", base.node, index.node), kind)
    made = code.item(base.node, node)
    if not base.weak and not index.weak and index.is_int:
        code.marked(made, context.line, context.column, code.OF_KNOWN_TYPES)
    return Value(made, kind, base.weak and not kind.is_variant)


def item_access(base: Value, index: Value) -> tuple[ast.expr | None, StaticType]:
    """The index as Python's subscript takes it, and the type of the item.

    The index is None where a helper must find the item.
    """
    kind = base.type
    if kind.kind == ENUM_REFERENCE_KIND:
        return index.node, INT
    if kind.kind != BUILTIN_KIND:
        return None, VARIANT
    if kind.name == "Dictionary":
        if kind.key == FLOAT and index.is_int:
            index = index.with_node(code.binary(index.node, "+", code.constant(0.0)))
            index.type = FLOAT
        return keyed(index), kind.element or VARIANT
    facts = builtin_facts(kind.name)
    element = kind.element or (facts.index if facts is not None else None) or VARIANT
    if kind.name == "Array":
        element = kind.element or VARIANT
    if kind.name in ("String", "StringName"):
        element = STRING
    if index.is_int and (kind.name == "Array" or kind.name in _INDEXED_BY_INT):
        return index.as_index, element
    return None, element


def check_index(context: Context, base: Value, index: Value, syntax: Subscript) -> None:
    """Refuses what can never be indexed, or never so."""
    if base.weak or base.type.kind != BUILTIN_KIND:
        return
    name = base.type.name
    key = base.type.key
    if key is not None and not index.weak and not may_assign(key, index.type):
        kind = shown(index.type)
        message = f'Invalid index type "{kind}" for a base of type "{shown(base.type)}".'
        context.fail(message, syntax)
    facts = builtin_facts(name)
    if name == "Nil" or (facts is not None and facts.index is None and not facts.keyed):
        message = f'Cannot use subscript operator on a base of type "{shown(base.type)}".'
        if name not in ("Array", "Dictionary", "String", "StringName") and name not in PACKED:
            context.fail(message, syntax)
    if name == "Array" or name in _INDEXED_BY_INT:
        fits = index.is_int or index.type == FLOAT or index.type.is_variant
        if not fits and not index.weak and is_builtin(index.type.name):
            kind = shown(index.type)
            message = f'Invalid index type "{kind}" for a base of type "{shown(base.type)}".'
            context.fail(message, syntax)


EXPRESSIONS[Attribute] = read_attribute
EXPRESSIONS[Subscript] = _subscript
