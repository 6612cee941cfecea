"""Expressions whose value is used."""

from __future__ import annotations

from engine.gdscript import _code as code
from engine.gdscript._context import Context
from engine.gdscript._syntax import Expression
from engine.gdscript._values import Value, strip


def used(context: Context, syntax: Expression) -> Value:
    """Compiles an expression whose value is wanted; functions that give none are refused."""
    return wanted(context, context.expression(syntax), syntax)


def wanted(context: Context, value: Value, syntax: Expression) -> Value:
    """A value that is used: what gives none, or none at once, is refused."""
    if value.coroutine:
        name = value.coroutine
        text = f'Function "{name}()" is a coroutine, so it must be called with "await".'
        context.fail(text, syntax)
    if value.dynamic:
        value.node = code.call("@result", value.node)
        value.dynamic = False
    if value.type.kind == "void":
        callee = getattr(strip(syntax), "callee", None)
        name = getattr(callee, "id", "") or getattr(callee, "name", "")
        context.fail(
            f'Cannot get return value of call to "{name}()" because it returns "void".', syntax
        )
    return value
