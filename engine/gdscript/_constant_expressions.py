"""Which expressions are constant in Godot's sense, those that `const` takes; names in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from engine.gdscript import _api
from engine.gdscript._class_info import ClassInfo, ConstantInfo, EnumInfo
from engine.gdscript._resolver import Resolver
from engine.gdscript._syntax import (
    ArrayLiteral,
    Attribute,
    Binary,
    Call,
    Cast,
    DictionaryLiteral,
    Expression,
    Literal,
    Name,
    NodePathLiteral,
    Parenthesized,
    StringNameLiteral,
    Subscript,
    Syntax,
    Ternary,
    TypeTest,
    Unary,
)

_LITERALS = (Literal, StringNameLiteral, NodePathLiteral)
# Global functions that give another value each time, or have an effect.
_NEVER_NAMES = (
    "load print prints printt printerr printraw print_rich print_verbose push_error push_warning "
    "randi randf randf_range randi_range randfn randomize seed rand_from_seed assert get_stack "
    "print_stack print_debug instance_from_id weakref range inst_to_dict dict_to_inst"
)
_NEVER = frozenset(_NEVER_NAMES.split())


def is_constant(expression: Expression, inside: ClassInfo, resolver: Resolver) -> bool:
    """Whether Godot takes an expression as the value of a constant."""

    def constant(*parts: Expression) -> bool:
        return all(is_constant(part, inside, resolver) for part in parts)

    if isinstance(expression, _LITERALS):
        return True
    if isinstance(expression, Name):
        return _is_constant_name(expression.id, inside, resolver)
    if isinstance(expression, Parenthesized):
        return constant(expression.inner)
    if isinstance(expression, (Unary, Cast, TypeTest)):
        return constant(expression.operand)
    if isinstance(expression, Binary):
        return constant(expression.left, expression.right)
    if isinstance(expression, Ternary):
        return constant(expression.condition, expression.then, expression.otherwise)
    if isinstance(expression, ArrayLiteral):
        return constant(*expression.elements)
    if isinstance(expression, DictionaryLiteral):
        return constant(*(part for pair in expression.pairs for part in pair))
    if isinstance(expression, Attribute):
        return _is_type_name(expression.base) or constant(expression.base)
    if isinstance(expression, Subscript):
        return constant(expression.base, expression.index)
    return isinstance(expression, Call) and _is_constant_call(expression, inside, resolver)


def _is_constant_call(call: Call, inside: ClassInfo, resolver: Resolver) -> bool:
    callee = call.callee
    if isinstance(callee, Name):
        if callee.id == "preload":
            return True
        if _api.is_builtin(callee.id):
            known = True
        else:
            known = _api.utility(callee.id) is not None and callee.id not in _NEVER
        return known and all(is_constant(one, inside, resolver) for one in call.arguments)
    if isinstance(callee, Attribute):  # a static function of a value type
        return isinstance(callee.base, Name) and _api.is_builtin(callee.base.id)
    return False


def _is_type_name(expression: Expression) -> bool:
    return isinstance(expression, Name) and (
        _api.is_builtin(expression.id) or expression.id == "Variant"
    )


def _is_constant_name(name: str, inside: ClassInfo, resolver: Resolver) -> bool:
    if name in ("self", "super"):
        return False
    outer: ClassInfo | None = inside
    while outer is not None:
        found = outer.find(name)
        if found is not None:
            return isinstance(found, (ConstantInfo, EnumInfo, ClassInfo))
        facts = _api.class_facts(outer.native)
        if facts is not None and facts.has_member(name):
            return facts.constant(name) is not None or facts.enum(name) is not None
        outer = outer.outer
    return not (resolver.is_autoload(name) or _api.singleton(name) is not None)


def names_in(syntax: Any) -> Iterator[Name]:
    """All names on their own in an expression or a list of statements."""
    stack = [syntax]
    while stack:
        node = stack.pop()
        if isinstance(node, Name):
            yield node
        elif isinstance(node, (list, tuple)):
            stack += node
        elif isinstance(node, Syntax):
            stack += [getattr(node, one.name) for one in fields(node)]
