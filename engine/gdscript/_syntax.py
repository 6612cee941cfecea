"""The syntax tree of a GDScript file.

Plain records without behaviour: the parser makes them, the compiler and the converter read them.
Lines and columns count from 1, as Godot's messages do; they are those of the first character (of a
binary operator, an attribute or a call: of the operator, the name after the dot, the parenthesis).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Syntax:
    """Anything that has a place in the file."""

    line: int
    column: int


@dataclass(slots=True)
class TypeRef(Syntax):
    """A type as written: `int`, `Outer.Inner`, `Array[int]`, `Dictionary[String, Node]`, `void`."""

    names: tuple[str, ...]
    arguments: tuple[TypeRef, ...] = ()


# Expressions -------------------------------------------------------------------------------------


@dataclass(slots=True)
class Expression(Syntax):
    """Something that has a value."""


@dataclass(slots=True)
class Literal(Expression):
    """`null`, `true`, `12`, `1.5`, `"text"`; also the constants PI, TAU, INF and NAN are Names.

    Attributes:
        value: None, a bool, an int (wrapped to 64 bits), a float or a str, escapes resolved.
        source: as it was written.
    """

    value: Any
    source: str = ""


@dataclass(slots=True)
class StringNameLiteral(Expression):
    """`&"name"`."""

    text: str


@dataclass(slots=True)
class NodePathLiteral(Expression):
    """`^"path"`."""

    text: str


@dataclass(slots=True)
class GetNode(Expression):
    """`$Path`, `$"path"`, `%Unique`: `path` is what `get_node` takes (`%Unique` with its sign)."""

    path: str
    source: str = ""


@dataclass(slots=True)
class Name(Expression):
    """A name on its own; `self` and `super` are names, too."""

    id: str


@dataclass(slots=True)
class Unary(Expression):
    """`-x`, `+x`, `~x`, `not x` (also written `!x`)."""

    operator: str
    operand: Expression


@dataclass(slots=True)
class Binary(Expression):
    """Two operands and an operator.

    `&&` and `||` are `and` and `or`; `not in` is an operator of its own.
    """

    operator: str
    left: Expression
    right: Expression


@dataclass(slots=True)
class Ternary(Expression):
    """`then if condition else otherwise`."""

    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(slots=True)
class TypeTest(Expression):
    """`operand is type`, or `operand is not type` when negated."""

    operand: Expression
    type: TypeRef
    negated: bool = False


@dataclass(slots=True)
class Cast(Expression):
    """`operand as type`."""

    operand: Expression
    type: TypeRef


@dataclass(slots=True)
class Attribute(Expression):
    """`base.name`."""

    base: Expression
    name: str


@dataclass(slots=True)
class Subscript(Expression):
    """`base[index]`."""

    base: Expression
    index: Expression


@dataclass(slots=True)
class Call(Expression):
    """`callee(arguments)`; `super(...)` and `super.name(...)` are calls of a Name or Attribute."""

    callee: Expression
    arguments: list[Expression]


@dataclass(slots=True)
class Await(Expression):
    """`await operand`."""

    operand: Expression


@dataclass(slots=True)
class ArrayLiteral(Expression):
    """`[a, b]`."""

    elements: list[Expression]


@dataclass(slots=True)
class DictionaryLiteral(Expression):
    """`{key: value}`; of `{name = value}` the keys are string literals and `lua_style` is true."""

    pairs: list[tuple[Expression, Expression]]
    lua_style: bool = False


@dataclass(slots=True)
class Lambda(Expression):
    """`func(...): ...`; the name of the function may be empty."""

    function: Function


@dataclass(slots=True)
class Parenthesized(Expression):
    """`(inner)`: kept for the converter, without a meaning of its own."""

    inner: Expression


# Statements --------------------------------------------------------------------------------------


@dataclass(slots=True)
class Annotation(Syntax):
    """`@name(arguments)`."""

    name: str
    arguments: list[Expression] = field(default_factory=list)


@dataclass(slots=True)
class Statement(Syntax):
    """A statement of a function body."""


@dataclass(slots=True)
class Pass(Statement):
    """`pass`."""


@dataclass(slots=True)
class Break(Statement):
    """`break`."""


@dataclass(slots=True)
class Continue(Statement):
    """`continue`."""


@dataclass(slots=True)
class Breakpoint(Statement):
    """`breakpoint`."""


@dataclass(slots=True)
class ExpressionStatement(Statement):
    """An expression for its effect; `assert(...)` is a call of the Name `assert`."""

    expression: Expression


@dataclass(slots=True)
class Assign(Statement):
    """`target operator value`; the operator is `=`, or one such as `+=`."""

    target: Expression
    operator: str
    value: Expression


@dataclass(slots=True)
class LocalVariable(Statement):
    """`var name: type = value` in a function, or `const` when constant.

    Attributes:
        type: as declared; None without one.
        inferred: whether it was written `:=`.
    """

    name: str
    type: TypeRef | None
    inferred: bool
    value: Expression | None
    constant: bool = False


@dataclass(slots=True)
class Return(Statement):
    """`return value`."""

    value: Expression | None


@dataclass(slots=True)
class If(Statement):
    """`if`, its `elif`s, and the body of `else`, None without one.

    The place of each branch is that of its `if`, `elif` or `else`.
    """

    branches: list[tuple[Expression, list[Statement]]]
    otherwise: list[Statement] | None


@dataclass(slots=True)
class While(Statement):
    """`while condition:`."""

    condition: Expression
    body: list[Statement]


@dataclass(slots=True)
class For(Statement):
    """`for name: type in iterable:`."""

    name: str
    type: TypeRef | None
    iterable: Expression
    body: list[Statement]


@dataclass(slots=True)
class Pattern(Syntax):
    """What a branch of `match` compares with."""


@dataclass(slots=True)
class ExpressionPattern(Pattern):
    """A value."""

    expression: Expression


@dataclass(slots=True)
class BindPattern(Pattern):
    """`var name`: anything, kept under that name."""

    name: str


@dataclass(slots=True)
class WildcardPattern(Pattern):
    """`_`: anything."""


@dataclass(slots=True)
class ArrayPattern(Pattern):
    """`[a, var b, ..]`; `open_ended` with `..` at the end."""

    items: list[Pattern]
    open_ended: bool = False


@dataclass(slots=True)
class DictionaryPattern(Pattern):
    """`{"key": pattern, "other", ..}`; a key alone has no pattern."""

    pairs: list[tuple[Expression, Pattern | None]]
    open_ended: bool = False


@dataclass(slots=True)
class MatchBranch(Syntax):
    """`pattern, pattern when guard: body`."""

    patterns: list[Pattern]
    guard: Expression | None
    body: list[Statement]


@dataclass(slots=True)
class Match(Statement):
    """`match subject:`."""

    subject: Expression
    branches: list[MatchBranch]


# Declarations ------------------------------------------------------------------------------------


@dataclass(slots=True)
class Parameter(Syntax):
    """A parameter of a function or signal; `variadic` is `...name`."""

    name: str
    type: TypeRef | None = None
    inferred: bool = False
    default: Expression | None = None
    variadic: bool = False


@dataclass(slots=True)
class Declaration(Syntax):
    """A member of a class, with the annotations above or before it."""

    annotations: list[Annotation]


@dataclass(slots=True)
class Function(Declaration):
    """A function, lambda, setter (one parameter) or getter.

    Attributes:
        body: None for an abstract function.
        return_type: as declared; None without one.
        last_line: the last line of the body.
    """

    name: str
    parameters: list[Parameter]
    return_type: TypeRef | None
    body: list[Statement] | None
    static: bool = False
    last_line: int = 0


@dataclass(slots=True)
class Variable(Declaration):
    """`var`, `static var`.

    Attributes:
        setter: the function written in place, or the name of one (`set = name`).
        getter: likewise.
    """

    name: str
    type: TypeRef | None
    inferred: bool
    value: Expression | None
    static: bool = False
    setter: Function | str | None = None
    getter: Function | str | None = None


@dataclass(slots=True)
class Constant(Declaration):
    """`const NAME: type = value`."""

    name: str
    type: TypeRef | None
    inferred: bool
    value: Expression


@dataclass(slots=True)
class EnumEntry(Syntax):
    """`NAME` or `NAME = value`."""

    name: str
    value: Expression | None


@dataclass(slots=True)
class Enum(Declaration):
    """`enum Name {A, B = 3}`; the name may be empty."""

    name: str
    entries: list[EnumEntry]


@dataclass(slots=True)
class SignalDeclaration(Declaration):
    """`signal name(parameters)`."""

    name: str
    parameters: list[Parameter]


@dataclass(slots=True)
class Extends(Syntax):
    """`extends "res://path.gd".Inner` or `extends Outer.Inner`.

    Attributes:
        path: the file; None when a class is named.
        names: the class, or the inner classes of the file.
    """

    path: str | None
    names: tuple[str, ...]


@dataclass(slots=True)
class ClassDeclaration(Declaration):
    """`class Name extends Base:`, or a whole file.

    Attributes:
        name: of a file what `class_name` says, else empty.
        members: declarations in the order of the file.
    """

    name: str
    extends: Extends | None
    members: list[Declaration]
    last_line: int = 0


@dataclass(slots=True)
class Comment(Syntax):
    """A comment with its `#`; `own_line` when nothing but space stands before it."""

    text: str
    own_line: bool


@dataclass(slots=True)
class Script:
    """A whole file.

    Attributes:
        path: where the file is, as `res://...` or a path of the operating system's.
        body: its class; `annotations` of it are those of the file (`@tool`, `@icon`, `@abstract`).
        comments: all of them, in order; gathered only when asked for.
        lines: the source's lines.
    """

    path: str
    body: ClassDeclaration
    comments: list[Comment] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


class ParseError(Exception):
    """A file that is no GDScript.

    Attributes:
        message: in Godot's words where it has some.
        line: where, from 1.
        column: where, from 1.
    """

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
