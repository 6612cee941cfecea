"""Lambdas: functions inside functions.

The `def` of a lambda stands before the statement that uses it. What it captures it gets by value,
when it is made, as defaults of parameters that only it knows: each call begins with them anew.
"""

from __future__ import annotations

import ast

from engine.gdscript import _code as code
from engine.gdscript._context import EXPRESSIONS, LAST_CALLABLE, Context
from engine.gdscript._functions import FunctionBody
from engine.gdscript._scopes import python_name
from engine.gdscript._syntax import Lambda
from engine.gdscript._types import CALLABLE
from engine.gdscript._values import Value

# As in Godot what a lambda has captured lives on until the function makes another callable.
ANONYMOUS = "<anonymous lambda>"


def _lambda(context: Context, syntax: Lambda) -> Value:
    function = syntax.function
    name = function.name or ANONYMOUS
    inner = Context(
        context.inside, context.resolver, static=context.static, name=name, outer=context
    )
    made = FunctionBody(inner, function).compile()
    _capture(context, inner, made)
    kept = context.temporary()
    # A local variable of that name must not be lost.
    made.name = ANONYMOUS if context.find_local(name) is not None else name
    owner = code.load("self") if inner.uses_self else code.constant(None)
    context.emit(made, code.assign(code.store(kept), code.load(made.name)))
    context.after.append(made.name)
    wrapped = code.call("@lambda", code.load(kept), owner)
    context.makes_lambdas = True
    return Value(code.walrus(LAST_CALLABLE, wrapped), CALLABLE, read_only=True)


def _capture(
    context: Context, inner: Context, made: ast.FunctionDef | ast.AsyncFunctionDef
) -> None:
    arguments = made.args
    names = list(inner.captured)
    if inner.uses_self:
        names.insert(0, "self")
    for name in names:
        if name != "self":
            context.find_local(name)  # so that the functions further out hand it on
        arguments.kwonlyargs.append(ast.arg(python_name(name)))
        arguments.kw_defaults.append(code.load(python_name(name)))


EXPRESSIONS[Lambda] = _lambda
