"""Lambdas: Python's own where one expression is all, else functions defined before the statement.

GDScript's lambdas copy the locals that they use when they are made; Python's see what those hold
later. Where that makes a difference the value is bound by a parameter that can only be given by
name, so that it does not count as one of the lambda's own.
"""

from __future__ import annotations

from abc import abstractmethod

from engine.gdscript import _types as t
from engine.gdscript._syntax import (
    ArrayLiteral,
    Binary,
    Call,
    DictionaryLiteral,
    Expression,
    Function,
    Lambda,
    Literal,
    LocalVariable,
    Name,
    Parameter,
    Parenthesized,
    Return,
    Statement,
    Unary,
)
from engine.gdscript._types import VARIANT, StaticType
from engine.gdscript.convert._calls import CallWriter, single
from engine.gdscript.convert._code import LAMBDA, TERNARY, Code
from engine.gdscript.convert._names import local_name
from engine.gdscript.convert._scope import FunctionScope, Local, assigned_inside, captured
from engine.gdscript.convert._walk import awaits, names_in, walk


class LambdaWriter(CallWriter):
    """Writes lambdas and the heads of functions."""

    taken: frozenset[str] = frozenset()

    @abstractmethod
    def block(self, statements: list[Statement], limit: int, header: int = 0) -> list[str]:
        """The lines of a block."""

    # Lambdas --------------------------------------------------------------------------------------

    def is_inline(self, node: Lambda) -> bool:
        """Whether a lambda can be one of Python's."""
        expression = single(node)
        if node.function.name or expression is None or awaits([expression]):
            return False
        if not _is_plain(node.function):
            return False
        if _is_statement(expression):
            return False
        return all(self.is_inline(inner) for inner in walk(expression) if isinstance(inner, Lambda))

    def function_value(self, node: Lambda) -> Code:
        """A lambda, as Python's own or as the name of a `def` before the statement."""
        kinds, self.lambda_types = self.lambda_types, None
        hint, self.hint_name = self.hint_name, ""
        at_once, self.at_once = self.at_once, False
        copies = [] if at_once else self._copies(node)
        if self.is_inline(node):
            return self._inline(node, kinds, copies)
        return Code(self._hoisted(node, hint or "function", kinds, copies))

    def named_function(self, node: Expression, name: str, kinds: list[StaticType]) -> str:
        """The name of a function that is called at once, maybe more than once."""
        if isinstance(node, Lambda):
            return self._hoisted(node, name, kinds, [])
        return self.function(node)

    def _hoisted(
        self, node: Lambda, name: str, kinds: list[StaticType] | None, copies: list[str]
    ) -> str:
        """Defines a function before the statement that is written; gives its name."""
        assert self.scope is not None
        name = self.scope.fresh_function(local_name(node.function.name or name, self.taken))
        self.scope.prelude += self._definition(node, name, kinds, copies)
        return name

    def _enter(self, node: Lambda, kinds: list[StaticType] | None) -> FunctionScope:
        """Goes into the scope of a lambda."""
        outer = self.scope
        function = node.function
        scope = FunctionScope(
            function.name,
            outer.static if outer is not None else True,
            list(function.body or []),
            outer,
            self.declared(function.return_type) if function.return_type else None,
            outer.raw if outer is not None else "",
            outer.raw_written if outer is not None else "",
            awaits(function.body or []),
        )
        for index, parameter in enumerate(function.parameters):
            kind = self.parameter_type(parameter)
            if kind.is_variant and kinds is not None and index < len(kinds):
                kind = kinds[index]
            scope.declare(parameter.name, Local(local_name(parameter.name, self.taken), kind))
        return scope

    def _inline(self, node: Lambda, kinds: list[StaticType] | None, copies: list[str]) -> Code:
        head = self._parameters(node.function, copies, hints=False)
        scope, self.scope = self.scope, self._enter(node, kinds)
        expression = single(node)
        assert expression is not None
        keeps = isinstance((node.function.body or [])[0], Return)
        body = (
            self.coerced(expression, self.scope.returns) if keeps else self.expression(expression)
        )
        self.scope = scope
        return Code(f"lambda{' ' if head else ''}{head}: {body.at(LAMBDA)}", LAMBDA)

    def _definition(
        self, node: Lambda, name: str, kinds: list[StaticType] | None, copies: list[str]
    ) -> list[str]:
        """The lines of a `def` for a lambda."""
        function = node.function
        head = self._parameters(function, copies, hints=True, kinds=kinds)
        scope, self.scope = self.scope, self._enter(node, kinds)
        word = "async def" if self.scope.coroutine else "def"
        body = [
            *self.late_defaults(function),
            *self.block(function.body or [], _end(function) + 1, function.line),
        ]
        result = self._result_hint(function)
        self.scope = scope
        lines = [f"    {line}" if line else line for line in body]
        return [f"{word} {name}({head}){result}:", *lines, ""]

    def _result_hint(self, function: Function) -> str:
        if function.return_type is not None:
            return f" -> {self.hint(self.declared(function.return_type))}"
        gives = any(
            isinstance(node, Return) and node.value is not None
            for node in walk(function.body or [], into_lambdas=False)
        )
        return f" -> {self.imports.typing('Any')}" if gives else " -> None"

    def _copies(self, node: Lambda) -> list[str]:
        """The parameters that keep the value of a local as it is when the lambda is made."""
        scope = self.scope
        if scope is None:
            return []
        changed = assigned_inside(node.function)
        found = []
        for name in captured(node, scope):
            local = scope.find(name)
            if local is None or local.function:
                continue
            if name in changed or scope.must_copy(name, node):
                found.append(f"{local.python}={local.python}")
        return found

    def local_function(self, node: LocalVariable) -> list[str] | None:
        """The `def` of a local variable that holds a lambda all the time."""
        assert self.scope is not None
        value = node.value.inner if isinstance(node.value, Parenthesized) else node.value
        if not isinstance(value, Lambda) or self.scope.assignments(node.name):
            return None
        if self.is_inline(value):
            return None
        name = local_name(value.function.name or node.name, self.taken)
        lines = self._definition(value, name, None, self._copies(value))
        coroutine = awaits(value.function.body or [])
        local = Local(name, t.CALLABLE, function=True, coroutine=coroutine)
        self.scope.declare(node.name, local)
        return lines

    def _local_function(self, node: Expression) -> Local | None:
        if isinstance(node, Name) and self.scope is not None:
            local = self.scope.find(node.id)
            if local is not None and local.function:
                return local
        return None

    # For comprehensions and sorting ---------------------------------------------------------------

    def inner_expression(
        self, node: Lambda, kinds: list[StaticType], condition: bool
    ) -> tuple[str, Code]:
        """Parameter and result of a lambda of one parameter, for a comprehension."""
        scope, self.scope = self.scope, self._enter(node, kinds)
        expression = single(node)
        assert expression is not None
        body = self.condition(expression) if condition else self.value(expression)
        name = local_name(node.function.parameters[0].name, self.taken)
        self.scope = scope
        return name, body

    def sort_key(self, node: Expression, kind: StaticType) -> str | None:
        """The arguments of `list.sort` that order as a comparing lambda does."""
        if not isinstance(node, Lambda) or len(node.function.parameters) != 2:
            return None
        compared = single(node)
        if not isinstance(compared, Binary) or compared.operator not in "<>":
            return None
        one, other = (parameter.name for parameter in node.function.parameters)
        left, right = names_in(compared.left), names_in(compared.right)
        if {one, other} <= left or {one, other} <= right:
            return None
        backwards = (compared.operator == ">") is (one in left)
        scope, self.scope = self.scope, self._enter(node, [kind, kind])
        name = local_name(one, self.taken)
        self.scope.declare(other, Local(name, self.scope.blocks[0][other].type))
        first, second = self.expression(compared.left), self.expression(compared.right)
        self.scope = scope
        if first != second or name not in first.text:
            return None
        given = [] if first.text == name else [f"key=lambda {name}: {first.at(LAMBDA)}"]
        return ", ".join([*given, *(["reverse=True"] if backwards else [])])

    # Heads of functions ---------------------------------------------------------------------------

    def _parameters(
        self,
        function: Function,
        copies: list[str],
        hints: bool,
        first: str = "",
        kinds: list[StaticType] | None = None,
        names: list[str] | None = None,
    ) -> str:
        """What stands between the parentheses of a function's head.

        Args:
            function: the function.
            copies: parameters for what is copied into a lambda.
            hints: whether annotations are written.
            first: `self`, for methods.
            kinds: what is known of the parameters besides what is declared.
            names: other names for the parameters.
        """
        found = [first] if first else []
        for index, parameter in enumerate(function.parameters):
            kind = self.parameter_type(parameter)
            if kind.is_variant and kinds is not None and index < len(kinds):
                kind = kinds[index]
            name = names[index] if names else local_name(parameter.name, self.taken)
            found.append(self._parameter(parameter, name, kind, hints))
        if copies:
            variadic = any(parameter.variadic for parameter in function.parameters)
            found += [*([] if variadic else ["*"]), *copies]
        return ", ".join(found)

    def _parameter(self, parameter: Parameter, name: str, kind: StaticType, hints: bool) -> str:
        if parameter.variadic:
            return f"*{name}: {self.imports.typing('Any')}" if hints else f"*{name}"
        default = parameter.default
        late = default is not None and not is_constant(default)
        if kind.is_variant and default is not None and not late and hints:
            kind = VARIANT
        nullable = late or (isinstance(default, Literal) and default.value is None)
        hint = f": {self.hint(kind, nullable)}" if hints else ""
        if default is None:
            return f"{name}{hint}"
        text = "None" if late else self.coerced(default, kind).at(TERNARY)
        return f"{name}{hint} = {text}" if hint else f"{name}={text}"

    def late_defaults(self, function: Function) -> list[str]:
        """Statements for defaults that are made anew in each call."""
        lines = []
        for parameter in function.parameters:
            default = parameter.default
            if default is None or is_constant(default):
                if parameter.variadic:
                    name = local_name(parameter.name, self.taken)
                    lines.append(f"{name} = list({name})")
                continue
            name = local_name(parameter.name, self.taken)
            value = self.coerced(default, self.parameter_type(parameter))
            lines += [f"if {name} is None:", f"    {name} = {value.text}"]
        return lines


def is_constant(node: Expression) -> bool:
    """Whether a default may be made once, when the function is."""
    match node:
        case Literal():
            return True
        case Unary(operand=operand):
            return is_constant(operand)
        case Binary(left=left, right=right):
            return is_constant(left) and is_constant(right)
        case Name(id=name):
            return name.isupper() and name not in ("self",)
        case ArrayLiteral() | DictionaryLiteral():
            return False
        case Call(callee=Name(id=name)):
            return name.startswith(("Vector", "Color", "Rect2", "NodePath", "StringName")) and all(
                is_constant(argument) for argument in node.arguments
            )
    text = type(node).__name__
    if text == "Attribute":
        base = getattr(node, "base", None)
        return isinstance(base, Name) and base.id[:1].isupper()
    return text in ("StringNameLiteral", "NodePathLiteral")


def _is_plain(function: Function) -> bool:
    """Whether its parameters can stand in a lambda of Python's."""
    return all(p.default is None or is_constant(p.default) for p in function.parameters) and not (
        any(p.variadic for p in function.parameters)
    )


def _is_statement(node: Expression) -> bool:
    """Whether it is a call that becomes a statement in Python."""
    if not isinstance(node, Call):
        return False
    if isinstance(node.callee, Name):
        return node.callee.id == "assert"
    return getattr(node.callee, "name", "") in ("erase", "remove_at", "fill", "resize", "assign")


def _end(function: Function) -> int:
    lines = [node.line for node in walk(function)]
    return max([function.last_line, *lines])
