"""Calls: of functions by name, of methods, of `super`, and of classes (`new`)."""

from __future__ import annotations

import ast

from engine.gdscript import _api
from engine.gdscript import _code as code
from engine.gdscript._access import MAY_BE_SCRIPTS, base_value
from engine.gdscript._api import MethodFacts, builtin_facts, class_facts
from engine.gdscript._arguments import (
    engine_arguments,
    parameter_arguments,
    plain_arguments,
    script_arguments,
)
from engine.gdscript._calls_builtin import builtin_call, construct
from engine.gdscript._calls_global import special_call, utility_call
from engine.gdscript._class_info import ClassInfo, FunctionInfo
from engine.gdscript._context import EXPRESSIONS, Context
from engine.gdscript._members import (
    BUILTIN_REFERENCE_KIND,
    attribute_of,
    engine_attribute,
    short_enum_name,
)
from engine.gdscript._names import is_risky
from engine.gdscript._ordering import order_call
from engine.gdscript._syntax import Attribute, Call, Name
from engine.gdscript._type_rules import PACKED, class_node, shown, specification
from engine.gdscript._types import (
    BUILTIN_KIND,
    CLASS_KIND,
    CLASS_REFERENCE_KIND,
    DICTIONARY,
    ENUM_REFERENCE_KIND,
    SCRIPT_KIND,
    SCRIPT_REFERENCE_KIND,
    VARIANT,
    VOID,
    StaticType,
    instance_of,
    script_instance,
)
from engine.gdscript._used import used
from engine.gdscript._values import Value


def _call(context: Context, call: Call) -> Value:
    value, base = _called(context, call)
    value.node = order_call(context, value.node, base)
    return value


def _called(context: Context, call: Call) -> tuple[Value, ast.expr | None]:
    """The call, and the expression before its dot."""
    callee = call.callee
    if isinstance(callee, Name):
        if callee.id == "super":
            return _super_call(context, call, context.name), None
        return _call_by_name(context, call, callee.id), None
    if isinstance(callee, Attribute):
        if isinstance(callee.base, Name) and callee.base.id == "super":
            return _super_call(context, call, callee.name), None
        base = base_value(context, callee.base)
        return _method_call(context, call, base, callee.name), base.node
    return context.fail('Cannot call on an expression. Use ".call()" if it\'s a Callable.', call)


# By name ------------------------------------------------------------------------------------------


def _call_by_name(context: Context, call: Call, name: str) -> Value:
    special = special_call(context, call, name)
    if special is not None:
        return special
    if name != "Nil" and _api.is_builtin(name):
        return construct(context, call, name)
    facts = _api.utility(name)
    if facts is not None:
        return utility_call(context, call, facts)
    found = _own_call(context, call, name)
    if found is None and name == "new":
        inside = context.inside
        return _new(context, call, Value(class_node(inside, inside)), inside)
    if found is None:
        context.fail(f'Function "{name}()" not found in base self.', call.callee)
    return found


def _own_call(context: Context, call: Call, name: str) -> Value | None:
    info = context.inside
    member = info.find(name)
    if isinstance(member, FunctionInfo) and member.static:
        owner = class_node(member.owner, info)
        arguments = script_arguments(context, call, member)
        return _result_of(member, code.method(owner, attribute_of(name, member.owner), *arguments))
    facts = class_facts(info.native)
    method = facts.method(name) if facts is not None else None
    if not isinstance(member, (FunctionInfo, type)) and method is None:
        return None
    if context.static and not (method is not None and method.static):
        context.fail(
            f'Cannot call non-static function "{name}()" from the static function '
            f'"{context.name}()".',
            call.callee,
        )
    if context.static and method is not None:
        return _engine_call(context, call, code.load(f"@engine:{method.owner}"), method)
    return _instance_call(context, call, context.self_node(), info, name)


def _instance_call(
    context: Context, call: Call, base: ast.expr, info: ClassInfo, name: str, weak: bool = False
) -> Value | None:
    """A method of an instance of a script's class; None when it has none of that name."""
    member = info.find(name)
    if isinstance(member, FunctionInfo):
        arguments = script_arguments(context, call, member)
        attribute = attribute_of(name, member.owner)
        return _result_of(member, code.method(base, attribute, *arguments), weak)
    if isinstance(member, type):
        return Value(code.method(base, name, *plain_arguments(context, call)))
    facts = class_facts(info.native)
    method = facts.method(name) if facts is not None else None
    return None if method is None else _engine_call(context, call, base, method)


def _result_of(function: FunctionInfo, node: ast.expr, weak: bool = False) -> Value:
    waits = function.name if function.coroutine else ""
    own = function.syntax.return_type is None
    if weak and waits:
        return Value(node, function.returns, weak, dynamic=True, own=own)
    return Value(node, function.returns, weak, coroutine=waits, own=own)


def _engine_call(
    context: Context, call: Call, base: ast.expr, facts: MethodFacts, weak: bool = False
) -> Value:
    arguments = engine_arguments(context, call, facts)
    node = code.method(base, engine_attribute(facts.name), *arguments)
    if not weak:
        code.marked(node.func, context.line, context.column, code.OF_ENGINE)
    made: ast.expr = code.quiet(node) if facts.const else node
    if facts.returns.name in PACKED:
        made = code.call("@packed", node, code.load(f"@engine:{facts.returns.name}"))
    if facts.returns.element is not None and facts.returns.element.kind == BUILTIN_KIND:
        helper = "@typed_array" if facts.returns.key is None else "@typed_dictionary"
        made = code.call(helper, made, specification(facts.returns, context.inside))
    return Value(made, facts.returns, null_object=facts.returns.is_object)


# super --------------------------------------------------------------------------------------------


def _super_call(context: Context, call: Call, name: str) -> Value:
    base = context.inside.base
    if base is not None:
        found = _super_of_script(context, call, base, name)
        if found is not None:
            return found
    native = context.inside.native
    facts = class_facts(native)
    method = facts.method(name) if facts is not None else None
    if method is None and name != "_init":
        context.fail(f'Function "{name}()" not found in base {native}.', call.callee)
    if method is None or (method.virtual and name not in _CALLABLE_VIRTUALS):
        context.fail(
            f"Cannot call the parent class' virtual function \"{name}()\" because it hasn't been "
            "defined.",
            call.callee,
        )
    arguments = engine_arguments(context, call, method)
    base_class = code.load(f"@engine:{native}")
    node = code.method(base_class, engine_attribute(name), context.self_node(), *arguments)
    return Value(node, method.returns)


_CALLABLE_VIRTUALS: frozenset[str] = frozenset()


def _super_of_script(context: Context, call: Call, base: ClassInfo, name: str) -> Value | None:
    member = base.find(name)
    if isinstance(member, FunctionInfo):
        arguments = script_arguments(context, call, member)
        owner = class_node(member.owner, context.inside)
        if not member.static:
            arguments.insert(0, context.self_node())
        return _result_of(member, code.method(owner, attribute_of(name, member.owner), *arguments))
    if name == "_init" and _is_python(base):
        arguments = plain_arguments(context, call)
        return Value(code.method(context.self_node(), "@start", *arguments), VOID)
    if isinstance(member, type):
        owner = class_node(base, context.inside)
        arguments = [context.self_node(), *plain_arguments(context, call)]
        return Value(code.method(owner, name, *arguments))
    return None


# Methods ------------------------------------------------------------------------------------------


def _method_call(context: Context, call: Call, base: Value, name: str) -> Value:
    kind = base.type
    found: Value | None = None
    if kind.kind == SCRIPT_KIND and kind.info is not None:
        found = _instance_call(context, call, base.node, kind.info, name, base.weak)
        if found is None and isinstance(base.node, ast.Name) and base.node.id == "self":
            context.fail(f'Function "{name}()" not found in base self.', call.callee)
    elif kind.kind == CLASS_KIND:
        facts = class_facts(kind.name)
        method = facts.method(name) if facts is not None else None
        if method is not None and kind.name in MAY_BE_SCRIPTS:
            found = _call_of_script(context, call, base, method)
        elif method is not None:
            found = _engine_call(context, call, base.node, method, base.weak)
        elif _is_singleton(base):
            context.fail(
                f'Static function "{name}()" not found in base "GDScriptNativeClass".', call.callee
            )
    elif kind.kind == BUILTIN_KIND and kind.name != "Nil":
        return _builtin_method(context, call, base, name)
    elif kind.kind == ENUM_REFERENCE_KIND:
        return _enum_call(context, call, base, name)
    elif kind.kind in (SCRIPT_REFERENCE_KIND, CLASS_REFERENCE_KIND, BUILTIN_REFERENCE_KIND):
        return _call_on_type(context, call, base, name)
    return found or dynamic_call(context, call, base, name)


def _call_of_script(context: Context, call: Call, base: Value, facts: MethodFacts) -> Value:
    """A method of what may be a script, and so a Python class."""
    arguments = engine_arguments(context, call, facts)
    node = code.call("@call", base.node, code.constant(facts.name), *arguments)
    return Value(node, facts.returns, null_object=facts.returns.is_object)


def _is_singleton(base: Value) -> bool:
    node = base.node
    return (
        isinstance(node, ast.Name) and _api.singleton(node.id.removeprefix("@engine:")) is not None
    )


def _builtin_method(context: Context, call: Call, base: Value, name: str) -> Value:
    facts = builtin_facts(base.type.name)
    method = facts.method(name) if facts is not None else None
    if method is not None:
        return builtin_call(context, call, base, method)
    if base.weak or base.type.name == "Dictionary":
        return dynamic_call(context, call, base, name)
    text = f'Function "{name}()" not found in base {shown(base.type)}.'
    return context.fail(text, call.callee)


def _enum_call(context: Context, call: Call, base: Value, name: str) -> Value:
    facts = builtin_facts("Dictionary")
    method = facts.method(name) if facts is not None else None
    if method is None:
        enum = short_enum_name(base.type.name).rpartition(".")[2]
        context.fail(
            f'Enums only have Dictionary built-in methods. Function "{name}()" does not exist '
            f'for enum "{enum}".',
            call.callee,
        )
    return builtin_call(context, call, Value(base.node, DICTIONARY), method)


def dynamic_call(context: Context, call: Call, base: Value, name: str) -> Value:
    """A method of something whose class is unknown, or does not have it as far as is known."""
    arguments = plain_arguments(context, call)
    if name in _NATIVE_NAMES or is_risky(name):
        node = code.call("@call", base.node, code.constant(name), *arguments)
    else:
        node = code.method(base.node, engine_attribute(name), *arguments)
    if base.null_object:
        accessed = node if isinstance(node.func, ast.Name) else node.func
        code.marked(accessed, context.line, context.column, code.OF_NULL_OBJECT)
    return Value(node, dynamic=name not in _NEVER_WAIT)


def _native_names() -> frozenset[str]:
    """Names of methods that values of Python's own classes have, in Godot or in Python."""
    names = {"new", "call", "callv", "bind", "bindv", "unbind", "call_deferred"}
    for cls in (str, int, float, bool, list, dict, tuple, type, type(None), type(len)):
        names.update(dir(cls))
    for kind in ("String", "Array", "Dictionary"):
        facts = builtin_facts(kind)
        names.update(facts.method_names() if facts is not None else ())
    for kind in MAY_BE_SCRIPTS:
        own = class_facts(kind)
        names.update(own.own_names("methods") if own is not None else ())
    return frozenset(names)


_NATIVE_NAMES = _native_names()
_NEVER_WAIT = _NATIVE_NAMES - {"call", "callv", "new"}


# Classes ------------------------------------------------------------------------------------------


def _call_on_type(context: Context, call: Call, base: Value, name: str) -> Value:
    kind = base.type
    if kind.kind == SCRIPT_REFERENCE_KIND and kind.info is not None:
        return _call_on_script(context, call, base, kind.info, name)
    if name == "new" and kind.kind == CLASS_REFERENCE_KIND:
        arguments = parameter_arguments(context, call, "new", (), 0, 0)
        return Value(code.call(base.node, *arguments), instance_of(kind.name))
    method = _static_facts(kind, name)
    if method is None:
        if kind.kind == BUILTIN_REFERENCE_KIND:
            context.fail(f'Function "{name}()" not found in base {kind.name}.', call.callee)
        context.fail(
            f'Static function "{name}()" not found in base "GDScriptNativeClass".', call.callee
        )
    if not method.static:
        _refuse_instance_method(context, call, name, kind)
    if kind.name == "String":
        arguments = engine_arguments(context, call, method)
        return Value(code.call(f"@String.{name}", *arguments), method.returns)
    return _engine_call(context, call, base.node, method)


def _static_facts(kind: StaticType, name: str) -> MethodFacts | None:
    if kind.kind == BUILTIN_REFERENCE_KIND:
        builtin = builtin_facts(kind.name)
        return builtin.method(name) if builtin is not None else None
    facts = class_facts(kind.name)
    return facts.method(name) if facts is not None else None


def _refuse_instance_method(context: Context, call: Call, name: str, kind: StaticType) -> None:
    context.fail(
        f'Cannot call non-static function "{name}()" on the class "{shown(kind)}" directly. '
        "Make an instance instead.",
        call.callee,
    )


def _call_on_script(context: Context, call: Call, base: Value, info: ClassInfo, name: str) -> Value:
    member = info.find(name)
    if name == "new":
        return _new(context, call, base, info)
    if isinstance(member, FunctionInfo):
        if not member.static:
            _refuse_instance_method(context, call, name, base.type)
        arguments = script_arguments(context, call, member)
        owner = class_node(member.owner, context.inside)
        return _result_of(member, code.method(owner, attribute_of(name, member.owner), *arguments))
    arguments = plain_arguments(context, call)
    if isinstance(member, type):
        return Value(code.method(base.node, name, *arguments))
    facts = class_facts(info.native)
    method = facts.method(name) if facts is not None else None
    if method is not None and method.static:
        return _engine_call(context, call, base.node, method)
    return Value(code.call("@call", base.node, code.constant(name), *arguments))


def _new(context: Context, call: Call, base: Value, info: ClassInfo) -> Value:
    if info.abstract:
        context.fail(f'Cannot construct abstract class "{info.display_name}".', call)
    constructor = info.find("_init")
    if isinstance(constructor, FunctionInfo):
        arguments = parameter_arguments(
            context, call, "new", constructor.parameters, constructor.least, constructor.most
        )
    elif isinstance(constructor, type) or _is_python(info):
        arguments = plain_arguments(context, call)
    else:
        arguments = parameter_arguments(context, call, "new", (), 0, 0)
    return Value(code.call(base.node, *arguments), script_instance(info), fresh=True)


def _is_python(info: ClassInfo | None) -> bool:
    while info is not None:
        if info.python is not None:
            return True
        info = info.base
    return False


EXPRESSIONS[Call] = _call
__all__ = ["VARIANT", "dynamic_call", "used"]
