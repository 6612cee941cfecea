"""Which expressions are constant: those that a `const` can have."""

from __future__ import annotations

from engine.gdscript import _api
from engine.gdscript._access import base_value
from engine.gdscript._context import Context
from engine.gdscript._identifiers import find
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
    Ternary,
    TypeTest,
    Unary,
)

_PURE_OF_GDSCRIPT = frozenset(
    ("Color8", "char", "convert", "is_instance_of", "len", "ord", "preload", "type_exists")
)
_PLAIN = (Literal, StringNameLiteral, NodePathLiteral)


def is_constant(context: Context, syntax: Expression) -> bool:
    """Whether Godot takes an expression that compiles for a constant one."""
    if isinstance(syntax, _PLAIN):
        return True
    if isinstance(syntax, Name):
        found = find(context, syntax.id, syntax)
        return found is not None and found.read_only and found.type.name != "Callable"
    if isinstance(syntax, Attribute):
        return base_value(context, syntax).read_only and is_constant(context, syntax.base)
    if isinstance(syntax, Call):
        return _is_constant_call(context, syntax)
    return type(syntax) in _WITH_PARTS and all(is_constant(context, one) for one in _parts(syntax))


_WITH_PARTS = (
    Parenthesized,
    Unary,
    Binary,
    Ternary,
    Cast,
    TypeTest,
    Subscript,
    ArrayLiteral,
    DictionaryLiteral,
)


def _parts(syntax: Expression) -> list[Expression]:
    if isinstance(syntax, DictionaryLiteral):
        return [one for pair in syntax.pairs for one in pair]
    if isinstance(syntax, ArrayLiteral):
        return syntax.elements
    names = ("inner", "operand", "left", "right", "condition", "then", "otherwise", "base", "index")
    return [getattr(syntax, name) for name in names if hasattr(syntax, name)]


def _is_constant_call(context: Context, call: Call) -> bool:
    if not isinstance(call.callee, Name):
        return False
    name = call.callee.id
    facts = _api.utility(name)
    pure = name in _PURE_OF_GDSCRIPT or (name != "Nil" and _api.is_builtin(name))
    if not pure and facts is not None and not _api.is_gdscript_function(name):
        pure = not facts.vararg and not facts.returns.is_object and not name.startswith(_IMPURE)
    return pure and all(is_constant(context, one) for one in call.arguments)


# Of the global functions those that do something, or give something new each time.
_IMPURE = ("rand", "seed", "print", "push_", "error_string", "instance_from_id", "rid_")
