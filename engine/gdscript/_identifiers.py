"""Names on their own: which of all things they mean, from the inside outwards."""

from __future__ import annotations

from typing import NoReturn

from engine.gdscript import _api
from engine.gdscript import _code as code
from engine.gdscript._class_info import ClassInfo, FunctionInfo, SignalInfo, VariableInfo
from engine.gdscript._context import EXPRESSIONS, Context
from engine.gdscript._members import (
    BUILTIN_REFERENCE_KIND,
    class_member,
    engine_class_member,
    engine_constant,
    engine_member,
    enum_reference,
    instance_member,
    static_variable,
)
from engine.gdscript._ordering import late
from engine.gdscript._scopes import Local
from engine.gdscript._syntax import Expression, Name
from engine.gdscript._type_rules import class_node
from engine.gdscript._types import (
    CALLABLE,
    ENUM_REFERENCE_KIND,
    INT,
    SCRIPT_REFERENCE_KIND,
    StaticType,
    class_reference,
    instance_of,
)
from engine.gdscript._values import COUNT_BITS, Value


def _name(context: Context, syntax: Name) -> Value:
    name = syntax.id
    if name == "self":
        return context.self_value(syntax)
    found = find(context, name, syntax)
    if found is None:
        context.fail(f'Identifier "{name}" not declared in the current scope.', syntax)
    if found.type.kind == BUILTIN_REFERENCE_KIND:
        context.fail("Builtin type cannot be used as a name on its own.", syntax)
    if found.type.kind == ENUM_REFERENCE_KIND and _api.global_enum(name) is not None:
        context.fail(f'Global enum "{name}" cannot be used on its own.', syntax)
    return found


def find(context: Context, name: str, syntax: Expression) -> Value | None:
    """What a name means; None when nothing is called so."""
    local = context.find_local(name)
    if local is not None:
        return local_value(local)
    return find_member(context, name, syntax) or find_global(context, name)


def local_value(local: Local) -> Value:
    """The value of a local."""
    if local.value is not None:
        return local.value
    node = code.load(local.variable)
    kind, weak = local.type, False
    if kind.is_variant and local.guess is not None:
        kind, weak = local.guess, True
    value = Value(node, kind, weak, null_object=local.null_object)
    if kind == INT:
        value.bits, value.natural = local.bits, local.natural
        if local.counts:
            value.bits = min(value.bits, COUNT_BITS)
    return value


# Members ------------------------------------------------------------------------------------------


def find_member(context: Context, name: str, syntax: Expression) -> Value | None:
    """A member of the class, of its bases, or a constant of the classes around it."""
    inside = context.inside
    found = _own_member(context, inside, name, syntax)
    outer = inside.outer
    while found is None and outer is not None:
        found = class_member(context, outer, name)
        if found is None:
            facts = _api.class_facts(outer.native)
            found = engine_class_member(facts, name) if facts is not None else None
        if found is None and outer.name == name:
            return Value(class_node(outer, inside), _reference(outer), read_only=True)
        outer = outer.outer
    return found


def _reference(info: ClassInfo) -> StaticType:
    return StaticType(SCRIPT_REFERENCE_KIND, info.display_name, info=info)


def _own_member(context: Context, info: ClassInfo, name: str, syntax: Expression) -> Value | None:
    member = info.find(name)
    if member is None:
        if info.name == name:
            return Value(class_node(info, info), _reference(info), read_only=True)
        return _engine_member(context, info, name, syntax)
    if isinstance(member, (VariableInfo, FunctionInfo)) and member.static:
        return _static_member(context, member)
    if isinstance(member, VariableInfo):
        _refuse_static(context, "non-static variable", name, syntax)
        if context.raw_variable == name and context.raw_access[0]:
            return Value(code.attribute(context.self_node(), f"@value:{name}"), member.type)
    elif isinstance(member, FunctionInfo):
        _refuse_static(context, "non-static function", name, syntax)
    elif isinstance(member, SignalInfo):
        _refuse_static(context, "signal", name, syntax)
    else:
        constant = class_member(context, info, name, member)
        if constant is not None:
            return constant
    if context.static:
        return None
    found = instance_member(context, context.self_node(), info, name)
    if found is not None and isinstance(member, VariableInfo) and not member.has_getter:
        late(found.node)
    return found


def _static_member(context: Context, member: VariableInfo | FunctionInfo) -> Value:
    if isinstance(member, VariableInfo):
        if context.raw_variable == member.name and context.raw_access[0]:
            owner = class_node(member.owner, context.inside)
            return Value(code.attribute(owner, f"@value:{member.name}"), member.type)
        return static_variable(context, member)
    owner = class_node(member.owner, context.inside)
    return Value(code.call("@method", owner, code.constant(member.name)), CALLABLE, read_only=True)


def _engine_member(
    context: Context, info: ClassInfo, name: str, syntax: Expression
) -> Value | None:
    facts = _api.class_facts(info.native)
    if facts is None:
        return None
    constant = engine_class_member(facts, name)
    if constant is not None:
        return constant
    if not facts.has_member(name):
        return None
    if facts.property(name) is not None:
        _refuse_static(context, "non-static variable", name, syntax)
    elif facts.signal(name) is not None:
        _refuse_static(context, "signal", name, syntax)
    else:
        _refuse_static(context, "non-static function", name, syntax)
    return engine_member(context.self_node(), facts, name)


def _refuse_static(context: Context, kind: str, name: str, syntax: Expression) -> None:
    if context.static:
        refuse_static_access(context, kind, name, syntax)


def refuse_static_access(context: Context, kind: str, name: str, syntax: Expression) -> NoReturn:
    """Refuses what a static function cannot reach."""
    context.fail(
        f'Cannot access {kind} "{name}" from the static function "{context.name}()".', syntax
    )


# Globals ------------------------------------------------------------------------------------------


def find_global(context: Context, name: str) -> Value | None:
    """A project-wide name, or one of the engine's."""
    symbol = context.resolver.global_symbol(name)
    if symbol is not None:
        if context.resolver.is_autoload(name) and symbol.kind != "script reference":
            node = code.call("@autoload", code.constant(name))
            return Value(node, symbol, read_only=True, null_object=True)
        if symbol.info is not None:
            return Value(class_node(symbol.info, context.inside), symbol, read_only=True)
    return _of_engine(name)


def _of_engine(name: str) -> Value | None:
    singleton = _api.singleton(name)
    if singleton is not None:
        return Value(code.load(f"@engine:{name}"), instance_of(singleton), read_only=True)
    constant = _api.global_constant(name)
    if constant is not None:
        return engine_constant(constant)
    if name != "Nil" and _api.is_builtin(name):
        node = code.load(f"@engine:{name}")
        return Value(node, StaticType(BUILTIN_REFERENCE_KIND, name), read_only=True)
    if _api.is_class(name):
        return Value(code.load(f"@engine:{name}"), class_reference(name), read_only=True)
    enum = _api.global_enum(name)
    if enum is not None:
        return enum_reference(enum)
    if _api.utility(name) is not None:
        return Value(code.call("@function", code.constant(name)), CALLABLE, read_only=True)
    return None


EXPRESSIONS[Name] = _name
