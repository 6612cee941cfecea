"""The function that is being converted: its local names, and which of them lambdas must copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from engine.gdscript._syntax import (
    Assign,
    BindPattern,
    For,
    Function,
    Lambda,
    LocalVariable,
    Name,
    Parameter,
    Syntax,
    While,
)
from engine.gdscript._types import VARIANT, StaticType
from engine.gdscript.convert._walk import children, walk


@dataclass(eq=False, slots=True)
class Local:
    """A local variable, parameter or constant.

    Attributes:
        python: its name in Python.
        type: what is known of its values.
        function: whether it is a `def` of its own in Python, made of a lambda.
        coroutine: whether that is an `async def`.
        natural: whether it is an int that is never negative.
        typed: whether it is declared as an array or dictionary of some type.
    """

    python: str
    type: StaticType = VARIANT
    function: bool = False
    coroutine: bool = False
    natural: bool = False
    typed: bool = False


@dataclass(slots=True)
class _Binding:
    """Where a local name gets a value: its line, and the lines of the loop around it."""

    line: int
    loop: tuple[int, int] | None


@dataclass(eq=False, slots=True)
class FunctionScope:
    """A function or lambda while it is being converted.

    Attributes:
        name: as in GDScript.
        static: whether there is no `self`.
        body: its statements.
        outer: of a lambda, the function around it.
        returns: the declared type of what it gives.
        raw: the variable whose bare name, when read, is its stored value: that of a getter.
        raw_written: the variable whose bare name, when written, is its stored value: of a setter.
        coroutine: whether it becomes an `async def`.
        blocks: the names that are known, block by block.
        prelude: lines that must come before the statement that is being written.
        functions: the names of functions that were made of lambdas.
    """

    name: str
    static: bool
    body: list[Syntax]
    outer: FunctionScope | None = None
    returns: StaticType | None = None
    raw: str = ""
    raw_written: str = ""
    coroutine: bool = False
    blocks: list[dict[str, Local]] = field(default_factory=lambda: [{}])
    prelude: list[str] = field(default_factory=list)
    functions: set[str] = field(default_factory=set)
    _bindings: dict[str, list[_Binding]] | None = None
    _read: set[str] | None = None

    def find(self, name: str) -> Local | None:
        """The local of that name, in the functions around a lambda, too."""
        for block in reversed(self.blocks):
            if name in block:
                return block[name]
        return self.outer.find(name) if self.outer is not None else None

    def fresh_function(self, name: str) -> str:
        """A name for a function made of a lambda, numbered where it has been given before."""
        found, number = name, 1
        while found in self.functions or self.find(found) is not None:
            number += 1
            found = f"{name}{number}"
        self.functions.add(found)
        return found

    def own(self, name: str) -> bool:
        """Whether a local of that name is its own, not one of the function around it."""
        return any(name in block for block in self.blocks)

    def declare(self, name: str, local: Local) -> None:
        """Makes a name known in the block at hand."""
        self.blocks[-1][name] = local

    def is_read(self, name: str) -> bool:
        """Whether a local name is read anywhere."""
        if self._read is None:
            written = {id(node.target) for node in walk(self.body) if isinstance(node, Assign)}
            self._read = {
                node.id
                for node in walk(self.body)
                if isinstance(node, Name) and id(node) not in written
            }
        return name in self._read

    def assignments(self, name: str) -> list[Assign]:
        """What is assigned to a local name after its declaration."""
        return [
            node
            for node in walk(self.body, into_lambdas=False)
            if isinstance(node, Assign) and isinstance(node.target, Name) and node.target.id == name
        ]

    def must_copy(self, name: str, at: Lambda) -> bool:
        """Whether a lambda has to copy a local, because it changes after the lambda is made."""
        if self._bindings is None:
            self._bindings = {}
            self._collect(self.body, None)
        for binding in self._bindings.get(name, ()):
            if binding.line > at.line:
                return True
            if binding.loop is not None and binding.loop[0] <= at.line <= binding.loop[1]:
                return True
        return self.outer is not None and not self.own(name) and self.outer.must_copy(name, at)

    def _collect(self, nodes: Iterable[Syntax], loop: tuple[int, int] | None) -> None:
        for node in nodes:
            name = bound_name(node)
            inner = loop
            if isinstance(node, (For, While)):
                inner = node.line, max(n.line for n in walk(node))
            if name:
                assert self._bindings is not None
                found = self._bindings.setdefault(name, [])
                found.append(_Binding(node.line, inner))
            if not isinstance(node, Lambda):
                self._collect(children(node), inner)


def bound_name(node: Syntax) -> str:
    """The local name that a statement gives a value to."""
    match node:
        case LocalVariable(name=name) | For(name=name) | BindPattern(name=name):
            return name
        case Assign(target=Name(id=name)):
            return name
    return ""


def captured(lambda_: Lambda, scope: FunctionScope) -> list[str]:
    """The locals of the functions around a lambda that it uses, in order of their use."""
    own = {parameter.name for parameter in lambda_.function.parameters}
    found: dict[str, None] = {}
    for node in walk(lambda_.function):
        if isinstance(node, (LocalVariable, For, BindPattern)):
            own.add(node.name)
        elif isinstance(node, Lambda):
            own.update(parameter.name for parameter in node.function.parameters)
        elif isinstance(node, Name) and node.id not in own and scope.find(node.id):
            found[node.id] = None
    return list(found)


def assigned_inside(function: Function) -> set[str]:
    """The names that a function gives values to without declaring them."""
    declared = {p.name for p in function.parameters if isinstance(p, Parameter)}
    assigned = set()
    for node in walk(function.body or []):
        if isinstance(node, (LocalVariable, For, BindPattern)):
            declared.add(node.name)
        elif isinstance(node, Assign) and isinstance(node.target, Name):
            assigned.add(node.target.id)
    return assigned - declared
