"""The order in which the parts of an expression are worked out, where it is not Python's.

Godot works out the arguments of a method before what stands before its dot. And a variable of the
object that is named on its own is no value yet: it is read when the operator, call or literal that
it is part of gets its turn, after all that stands to the right of it. Neither matters unless a part
does something that others notice; then that part is kept in a variable first.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from engine.gdscript import _code as code
from engine.gdscript._context import Context
from engine.gdscript._syntax import Await, Call, Expression
from engine.gdscript._walking import walk


def is_late(node: ast.expr) -> bool:
    """Whether an expression is a variable that is read as late as possible."""
    return "late" in node.__dict__


def does_something(syntax: Expression) -> bool:
    """Whether an expression calls anything or waits."""
    return any(isinstance(one, (Call, Await)) for one in walk([syntax]))


def late(node: ast.expr) -> ast.expr:
    """Marks a variable that is read as late as possible."""
    node.__dict__["late"] = True
    return node


def in_order(context: Context, nodes: Sequence[ast.expr]) -> tuple[list[ast.expr], list[ast.expr]]:
    """Parts of one operator, call or literal.

    Returns:
        What must be done first (see `after`), and the parts as they are then used.
    """
    first_late = next((at for at, node in enumerate(nodes) if is_late(node)), len(nodes))
    if all(code.is_quiet(node) for node in nodes[first_late:]):
        return [], list(nodes)
    return keep_loud(context, nodes)


def keep_loud(context: Context, nodes: Sequence[ast.expr]) -> tuple[list[ast.expr], list[ast.expr]]:
    """The parts with those that do something kept in variables, which comes first."""
    first: list[ast.expr] = []
    used: list[ast.expr] = []
    for node in nodes:
        if code.is_quiet(node):
            used.append(node)
            continue
        name = context.temporary()
        # A test that is always true.
        first.append(ast.Compare(code.walrus(name, node), [ast.Is()], [code.load(name)]))
        used.append(code.load(name))
    return first, used


def after(first: list[ast.expr], node: ast.expr) -> ast.expr:
    """An expression that is worked out after some others."""
    return code.both(*first, node) if first else node


_WRAPPERS = frozenset(("@packed", "@typed_array", "@typed_dictionary", "@result", "@object_text"))


def _inner_call(node: ast.expr) -> ast.Call | None:
    while isinstance(node, ast.Call):
        function = node.func
        if not (isinstance(function, ast.Name) and function.id in _WRAPPERS):
            return node
        node = node.args[0]
    return None


def order_call(context: Context, node: ast.expr, base: ast.expr | None) -> ast.expr:
    """A call whose arguments come before its base, and late variables among them last."""
    call = _inner_call(node)
    if call is None:
        return node
    function = call.func
    places = [at for at, one in enumerate(call.args) if one is not base]
    on_base = len(places) < len(call.args) or (
        isinstance(function, ast.Attribute) and function.value is base
    )
    arguments = [call.args[at] for at in places]
    if on_base and base is not None and not code.is_quiet(base):
        first, used = keep_loud(context, arguments)
    else:
        first, used = in_order(context, arguments)
    for at, argument in zip(places, used, strict=True):
        call.args[at] = argument
    return after(first, node)
