"""Short ways to make Python syntax.

Names that start with `@` cannot clash with those of a script: `@len` is Python's `len`, and
the helpers of `_runtime.py` are named so.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Any

_LOAD = ast.Load()
_STORE = ast.Store()

INT_MIN, INT_MAX = -(2**63), 2**63 - 1
SCRATCH = "@t"  # a variable for a number or text that is looked at twice, at once


def load(name: str) -> ast.Name:
    """The value of a variable."""
    return ast.Name(name, _LOAD)


def store(name: str) -> ast.Name:
    """A variable to be assigned."""
    return ast.Name(name, _STORE)


def constant(value: Any) -> ast.Constant:
    """None, a bool, a number or a text."""
    return ast.Constant(value)


def attribute(base: ast.expr, name: str) -> ast.Attribute:
    """`base.name`."""
    return ast.Attribute(base, name, _LOAD)


def attribute_target(base: ast.expr, name: str) -> ast.Attribute:
    """`base.name`, to be assigned."""
    return ast.Attribute(base, name, _STORE)


def item(base: ast.expr, index: ast.expr) -> ast.Subscript:
    """`base[index]`."""
    return ast.Subscript(base, index, _LOAD)


def item_target(base: ast.expr, index: ast.expr) -> ast.Subscript:
    """`base[index]`, to be assigned."""
    return ast.Subscript(base, index, _STORE)


def call(function: str | ast.expr, *arguments: ast.expr) -> ast.Call:
    """`function(arguments)`; a text names a variable."""
    callee = load(function) if isinstance(function, str) else function
    return ast.Call(callee, list(arguments), [])


def method(base: ast.expr, name: str, *arguments: ast.expr) -> ast.Call:
    """`base.name(arguments)`."""
    return ast.Call(attribute(base, name), list(arguments), [])


def walrus(name: str, value: ast.expr) -> ast.NamedExpr:
    """`(name := value)`."""
    return ast.NamedExpr(store(name), value)


def either(test: ast.expr, then: ast.expr, otherwise: ast.expr) -> ast.IfExp:
    """`then if test else otherwise`."""
    return ast.IfExp(test, then, otherwise)


_COMPARISONS: dict[str, type[ast.cmpop]] = {
    "==": ast.Eq,
    "!=": ast.NotEq,
    "<": ast.Lt,
    "<=": ast.LtE,
    ">": ast.Gt,
    ">=": ast.GtE,
    "in": ast.In,
    "not in": ast.NotIn,
    "is": ast.Is,
    "is not": ast.IsNot,
}
_BINARY: dict[str, type[ast.operator]] = {
    "+": ast.Add,
    "-": ast.Sub,
    "*": ast.Mult,
    "/": ast.Div,
    "//": ast.FloorDiv,
    "%": ast.Mod,
    "**": ast.Pow,
    "<<": ast.LShift,
    ">>": ast.RShift,
    "&": ast.BitAnd,
    "|": ast.BitOr,
    "^": ast.BitXor,
}
_UNARY: dict[str, type[ast.unaryop]] = {
    "-": ast.USub,
    "+": ast.UAdd,
    "~": ast.Invert,
    "not": ast.Not,
}


def compare(left: ast.expr, operator: str, right: ast.expr) -> ast.Compare:
    """`left operator right`, for `==`, `<`, `in`, `is` and their kind."""
    return ast.Compare(left, [_COMPARISONS[operator]()], [right])


def binary(left: ast.expr, operator: str, right: ast.expr) -> ast.BinOp:
    """`left operator right` for arithmetic, in Python's meaning."""
    return ast.BinOp(left, _BINARY[operator](), right)


def unary(operator: str, operand: ast.expr) -> ast.UnaryOp:
    """`-x`, `+x`, `~x`, `not x`, in Python's meaning."""
    return ast.UnaryOp(_UNARY[operator](), operand)


def both(*tests: ast.expr) -> ast.expr:
    """The tests joined by `and`."""
    return tests[0] if len(tests) == 1 else ast.BoolOp(ast.And(), list(tests))


def any_of(*tests: ast.expr) -> ast.expr:
    """The tests joined by `or`."""
    return tests[0] if len(tests) == 1 else ast.BoolOp(ast.Or(), list(tests))


def tuple_of(*values: ast.expr) -> ast.Tuple:
    """`(values)`."""
    return ast.Tuple(list(values), _LOAD)


def list_of(*values: ast.expr) -> ast.List:
    """`[values]`."""
    return ast.List(list(values), _LOAD)


def assign(target: ast.expr, value: ast.expr) -> ast.Assign:
    """`target = value`."""
    return ast.Assign([target], value)


def when(test: ast.expr, body: list[ast.stmt], otherwise: list[ast.stmt] | None = None) -> ast.If:
    """An `if` statement."""
    return ast.If(test, body or [ast.Pass()], otherwise or [])


def wrapped(value: ast.expr, low: bool = True, high: bool = True) -> ast.IfExp:
    """An int that may have left the 64 bits, brought back.

    Args:
        value: the int.
        low: whether it may be too small.
        high: whether it may be too large.
    """
    return either(
        within(walrus(SCRATCH, value), low, high), load(SCRATCH), call("@wrap", load(SCRATCH))
    )


def within(value: ast.expr, low: bool = True, high: bool = True) -> ast.Compare:
    """A test that an int fits into 64 bits."""
    if low and high:
        return ast.Compare(constant(INT_MIN), [ast.LtE(), ast.LtE()], [value, constant(INT_MAX)])
    return (
        compare(value, ">=", constant(INT_MIN)) if low else compare(value, "<=", constant(INT_MAX))
    )


# What a script error must know of an access: its mark is how far its node reaches.
OF_ENGINE, OF_NULL_OBJECT, OF_KNOWN_TYPES = 1, 2, 4


def marked(node: ast.expr, line: int, column: int, mark: int) -> ast.expr:
    """A call or attribute with a mark for the messages of errors, see `_diagnosis`."""
    node.lineno = node.end_lineno = line
    node.col_offset, node.end_col_offset = column, column + mark
    return node


def is_plain(node: ast.expr) -> bool:
    """Whether a node can be evaluated twice: a variable or a constant."""
    return isinstance(node, (ast.Name, ast.Constant))


# Helpers that run functions of scripts, or do something themselves.
_LOUD = frozenset(("@call", "@call_callable", "@new", "@preload", "@construct"))
_LOUD_GLOBALS = (
    "@class:",
    "@script:",
    "@global:print",
    "@global:push",
    "@global:rand",
    "@global:seed",
)


def quiet(call: ast.Call) -> ast.Call:
    """Marks a call that does nothing that others could notice."""
    call.__dict__["quiet"] = True
    return call


def is_quiet(node: ast.AST) -> bool:
    """Whether evaluating an expression does nothing that others could notice, getters aside."""
    kind = node.__class__
    if kind is ast.Name or kind is ast.Constant:
        return True
    if kind is ast.Await or (kind is ast.Call and not _is_quiet_call(node)):
        return False
    return all(map(is_quiet, ast.iter_child_nodes(node)))


def _is_quiet_call(node: Any) -> bool:
    function = node.func
    if "quiet" in node.__dict__:
        return True
    if function.__class__ is not ast.Name or function.id in _LOUD:
        return False
    return not function.id.startswith(_LOUD_GLOBALS)


def place(nodes: Iterable[ast.AST], line: int, column: int) -> None:
    """Gives a place to nodes that have none; what is in them takes it over in `settle`."""
    for node in nodes:
        known = node.__dict__
        if "lineno" not in known:
            known["lineno"] = known["end_lineno"] = line
            known["col_offset"] = known["end_col_offset"] = column


_TEXTS = ("arg", "asname", "attr", "id", "kind", "module", "name", "rest", "tag", "type_comment")
_MARKS = ("conversion", "ctx", "is_async", "level", "op", "ops", "simple")
_WITHOUT_NODES = frozenset((*_TEXTS, *_MARKS))
_fields_with_nodes: dict[type[ast.AST], tuple[str, ...]] = {ast.Constant: (), ast.Name: ()}


def settle(body: Iterable[ast.AST]) -> set[str]:
    """Gives every node without a place that of the node around it, from line 1 on.

    Returns:
        The names of what the code expects to find: those with a colon, as `@engine:Node`.
    """
    names: set[str] = set()
    stack: list[tuple[Any, int, int]] = [(node, 1, 0) for node in body]
    while stack:
        node, line, column = stack.pop()
        known = node.__dict__
        if "lineno" in known:
            line, column = known["lineno"], known["col_offset"]
        else:
            known["lineno"] = known["end_lineno"] = line
            known["col_offset"] = known["end_col_offset"] = column
        kind = node.__class__
        if kind is ast.Name:
            if ":" in node.id:
                names.add(node.id)
            continue
        fields = _fields_with_nodes.get(kind)
        if fields is None:
            fields = tuple(name for name in node._fields if name not in _WITHOUT_NODES)
            _fields_with_nodes[kind] = fields
        for field in fields:
            value = known.get(field)
            if type(value) is list:
                stack.extend([(one, line, column) for one in value if one is not None])
            elif isinstance(value, ast.AST):
                stack.append((value, line, column))
    return names
