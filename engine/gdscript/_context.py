"""The state of compiling one function, and the way in to its parts.

How each kind of expression and statement is compiled is in modules of their own, by theme: each
has functions that take the context and the syntax record. They find each other through the
context's tables, so that none imports another in a circle.

An expression gives a `Value`: a Python expression with a type. What cannot be written inside a
Python expression (the `def` of a lambda) goes before the statement, into `body`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from engine.gdscript import _code as code
from engine.gdscript._class_info import ClassInfo
from engine.gdscript._scopes import Block, Local
from engine.gdscript._syntax import Expression, ParseError, Statement, Syntax
from engine.gdscript._types import StaticType, script_instance
from engine.gdscript._values import Value

if TYPE_CHECKING:
    from engine.gdscript._resolver import Resolver

ExpressionCompiler = Callable[["Context", Any], Value]
StatementCompiler = Callable[["Context", Any], None]
EXPRESSIONS: dict[type[Expression], ExpressionCompiler] = {}
STATEMENTS: dict[type[Statement], StatementCompiler] = {}
LAST_CALLABLE = "@callable"
_MAX_DEPTH = 600


class Context:
    """A function that is being compiled.

    Attributes:
        inside: the class that it belongs to.
        static: whether there is no `self`.
        name: the function's.
        body: the Python statements so far, of the block that is open.
        block: the names that can be seen.
        returns: the declared type; None where any value may be returned.
        outer: of a lambda the function around it.
        captured: of a lambda the outer function's names that it uses.
        raw_variable: in a setter or getter, the variable that is meant itself.
        raw_access: whether such a function means it when it reads: only a getter does, where there
            is one; and when it writes: only a setter does.
        weak_only: the declarations whose variables turned out to hold values of several types.
    """

    def __init__(
        self,
        inside: ClassInfo,
        resolver: Resolver,
        *,
        static: bool = False,
        name: str = "",
        outer: Context | None = None,
        raw_variable: str = "",
    ) -> None:
        self.inside = inside
        self.resolver = resolver
        self.static = static
        self.name = name
        self.outer = outer
        self.raw_variable = raw_variable
        self.raw_access = True, True
        self.body: list[ast.stmt] = []
        self.block = Block(None)
        self.returns: StaticType | None = None
        self.captured: dict[str, Local] = {}
        self.uses_self = False
        self.awaits = False
        self.loops = 0
        self.makes_lambdas = False
        self.jumps = False
        self.line = 1
        self.column = 0
        self.depth = 0
        self.mixed: set[int] = outer.mixed if outer is not None else set()
        self.counting: frozenset[str] = frozenset()
        self.after: list[str] = []
        self._names = 0

    # Compiling ------------------------------------------------------------------------------------

    def expression(self, syntax: Expression) -> Value:
        """Compiles an expression."""
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            self.fail("Expression is nested too deeply.", syntax)
        value = EXPRESSIONS[type(syntax)](self, syntax)
        self.depth -= 1
        if self.makes_lambdas and _is_method(value.node):
            value.node = code.walrus(LAST_CALLABLE, value.node)
        known = value.node.__dict__
        if "lineno" not in known:
            known["lineno"] = known["end_lineno"] = self.line
            known["col_offset"] = known["end_col_offset"] = syntax.column - 1
        return value

    def statements(self, syntaxes: list[Statement]) -> None:
        """Compiles statements into the open body."""
        for syntax in syntaxes:
            self.line, self.column = syntax.line, syntax.column - 1
            outer, self.after = self.after, []
            STATEMENTS[type(syntax)](self, syntax)
            if self.after:
                self.forget_temporaries()
            self.after = outer

    def emit(self, *nodes: ast.stmt) -> None:
        """Adds Python statements at the place of the current one."""
        code.place(nodes, self.line, self.column)
        self.body.extend(nodes)

    @contextmanager
    def nested(self, syntax: Statement | None = None) -> Iterator[list[ast.stmt]]:
        """Opens a block with names of its own; gives its body.

        Its variables that may keep objects alive are emptied at its end, as Godot does.
        """
        body, self.body = self.body, []
        self.block = Block(self.block)
        line, column = self.line, self.column
        try:
            yield self.body
            self._let_go_of_locals()
        finally:
            self.body, self.block = body, self.block.outer or self.block
            self.line, self.column = line, column

    @contextmanager
    def apart(self) -> Iterator[list[ast.stmt]]:
        """Collects what expressions need before them, away from the open body."""
        body, self.body = self.body, []
        try:
            yield self.body
        finally:
            self.body = body

    def _let_go_of_locals(self) -> None:
        if self.body and isinstance(self.body[-1], (ast.Return, ast.Continue, ast.Break)):
            return
        for name in self.block.kept_names():
            self.emit(code.assign(code.store(name), code.constant(None)))

    def forget_temporaries(self) -> None:
        """Empties what the statement before has used, so that it keeps no object alive."""
        names, self.after = self.after, []
        if not (self.body and isinstance(self.body[-1], (ast.Return, ast.Continue, ast.Break))):
            for name in names:
                self.emit(code.assign(code.store(name), code.constant(None)))

    def temporary(self, keeps: bool = True) -> str:
        """The name of a fresh variable; one that may keep an object is emptied in the end."""
        if self.outer is not None:
            name = self.outer.temporary(False)
        else:
            self._names += 1
            name = f"@{self._names}"
        if keeps:
            self.after.append(name)
        return name

    def held(self, node: ast.expr, keeps: bool = True) -> ast.expr:
        """An expression that can be used several times: the value, kept in a variable if needed."""
        if code.is_plain(node):
            return node
        name = self.temporary(keeps)
        self.emit(code.assign(code.store(name), node))
        return code.load(name)

    # Names ----------------------------------------------------------------------------------------

    def find_local(self, name: str) -> Local | None:
        """The local of that name; of a lambda also that of the functions around it."""
        found = self.block.find(name)
        if found is None and self.outer is not None:
            found = self.captured.get(name)
            if found is None:
                found = self.outer.find_local(name)
                if found is not None and found.kind != "constant":
                    self.captured[name] = found
        return found

    def declare(self, local: Local, at: Syntax) -> Local:
        """Adds a name to the open block."""
        outer = self.outer
        while outer is not None:
            outer.block.refuse(local.name, at)
            outer = outer.outer
        return self.block.add(local, at)

    def self_value(self, at: Syntax) -> Value:
        """`self`."""
        if self.static:
            self.fail('Cannot use "self" inside a static function.', at)
        return Value(self.self_node(), script_instance(self.inside), read_only=True)

    def self_node(self) -> ast.expr:
        """The Python variable `self`, which lambdas take along."""
        context: Context | None = self
        while context is not None:
            context.uses_self = True
            context = context.outer
        return code.load("self")

    # Types ----------------------------------------------------------------------------------------

    def observe(self, local: Local, value: Value) -> None:
        """Notes that an untyped variable gets a value; it may turn out to hold several types."""
        guess = local.guess
        if guess is None or local.declaration is None:
            return
        kind = value.type
        if kind == guess or (guess.is_object and kind.name == "Nil"):
            return
        self.mixed.add(id(local.declaration))
        local.guess = None

    def fail(self, message: str, at: Syntax) -> NoReturn:
        """Refuses the script."""
        raise ParseError(message, at.line, at.column)


def _is_method(node: ast.expr) -> bool:
    """Whether an expression makes a callable of a method."""
    function = node.func if isinstance(node, ast.Call) else None
    return isinstance(function, ast.Name) and function.id == "@method"
