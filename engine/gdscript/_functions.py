"""Whole functions: parameters, their defaults and conversions, the body, and what errors do.

What a function is given is made to fit before its `try`, so that a wrong call is the caller's
error. An error inside ends the function, which then gives the default of its return type:

    def f(self, x, y=1):
        if type(x) is not float:
            x = @argument(x, "float", 1, "f", self)
        try:
            ...
        except Exception as @error:
            return @failed(@error, 0)
"""

from __future__ import annotations

import ast

from engine.gdscript import _code as code
from engine.gdscript._api import class_facts
from engine.gdscript._class_info import VariableInfo
from engine.gdscript._context import Context
from engine.gdscript._conversions import check, convert, expression_for, misfit, refit
from engine.gdscript._scopes import Local, python_name
from engine.gdscript._statements import inferred
from engine.gdscript._syntax import Function, Parameter
from engine.gdscript._type_rules import class_node, default_of, specification
from engine.gdscript._types import ARRAY, VARIANT, VOID, StaticType
from engine.gdscript._values import Value
from engine.gdscript._walking import always_returns, counting_names

MISSING = "@missing"


class FunctionBody:
    """Compiles a function in a context of its own.

    Args:
        context: fresh.
        function: its syntax.
        accessor: "setter" or "getter" of the context's raw variable, or nothing.
    """

    def __init__(self, context: Context, function: Function, accessor: str = "") -> None:
        self._context = context
        self._function = function
        self._accessor = accessor
        self._prologue: list[ast.stmt] = []
        self._defaults: list[ast.stmt] = []

    def compile(self) -> ast.FunctionDef | ast.AsyncFunctionDef:
        """The Python function, without decorators."""
        context, function = self._context, self._function
        statements = function.body or []
        context.line, context.column = function.line, function.column - 1
        context.counting = counting_names(statements)
        context.returns = self._return_type()
        arguments = self._arguments()
        if self._must_return() and not always_returns(statements):
            context.fail("Not all code paths return a value.", function)
        context.statements(statements)
        body = [*self._prologue, *self._guarded([*self._defaults, *context.body])]
        kind = ast.AsyncFunctionDef if context.awaits else ast.FunctionDef
        made = kind(function.name, arguments, body, [], lineno=function.line, col_offset=0)
        made.end_lineno, made.end_col_offset = function.line, 0
        code.place(body, function.line, function.column - 1)
        return made

    # Types ----------------------------------------------------------------------------------------

    def _return_type(self) -> StaticType | None:
        context, function = self._context, self._function
        if function.return_type is not None:
            return context.resolver.type_of(function.return_type, context.inside)
        if self._accessor == "getter":
            return self._variable_type()
        return None

    def _variable_type(self) -> StaticType:
        found = self._context.inside.find(self._context.raw_variable)
        return found.type if isinstance(found, VariableInfo) else VARIANT

    def _must_return(self) -> bool:
        declared = self._context.returns
        if self._function.return_type is None or declared is None:
            return False
        return declared != VOID

    # Parameters -----------------------------------------------------------------------------------

    def _arguments(self) -> ast.arguments:
        context = self._context
        arguments = ast.arguments([], [], None, [], [], None, [])
        if not context.static and context.outer is None:
            arguments.args.append(ast.arg("self"))
        for number, parameter in enumerate(self._function.parameters, 1):
            if parameter.name in context.block.names:
                context.fail(
                    f'Parameter with name "{parameter.name}" was already declared for this '
                    "function.",
                    parameter,
                )
            if parameter.variadic:
                arguments.vararg = ast.arg(python_name(parameter.name))
                self._variadic(parameter)
                continue
            kind, default = self._parameter(parameter, number)
            arguments.args.append(ast.arg(python_name(parameter.name)))
            if default is not None:
                arguments.defaults.append(default)
            local = Local(parameter.name, "parameter", kind, declaration=parameter)
            context.block.names[parameter.name] = local
        return arguments

    def _variadic(self, parameter: Parameter) -> None:
        name = python_name(parameter.name)
        context = self._context
        if parameter.type is not None:
            kind = context.resolver.type_of(parameter.type, context.inside)
            if kind.element is not None:
                text = "Typed arrays are currently not supported for the rest parameter."
                context.fail(text, parameter)
            if kind != ARRAY and not kind.is_variant:
                text = f'The rest parameter type must be "Array", but "{kind}" is specified.'
                context.fail(text, parameter)
        self._prologue.append(code.assign(code.store(name), code.call("@list", code.load(name))))
        local = Local(parameter.name, "parameter", ARRAY, declaration=parameter)
        self._context.block.names[parameter.name] = local

    def _parameter(self, parameter: Parameter, number: int) -> tuple[StaticType, ast.expr | None]:
        context = self._context
        kind = VARIANT
        if parameter.type is not None:
            kind = context.resolver.type_of(parameter.type, context.inside)
        elif self._accessor == "setter":
            kind = self._variable_type()
        name = python_name(parameter.name)
        if parameter.default is None:
            self._convert(name, kind, number, None)
            return kind, None
        with context.apart() as before:
            value = expression_for(context, parameter.default, kind if parameter.type else None)
        if parameter.inferred:
            kind = inferred(context, value, parameter.name, "parameter", parameter.default)
        check(
            context,
            value,
            kind,
            parameter.default,
            f'Cannot assign a value of type {{0}} to parameter "{parameter.name}" with specified '
            "type {1}.",
        )
        value = refit(value, kind)
        constant = value.is_constant and not before and isinstance(value.node, ast.Constant)
        if constant and convert(value, kind, context.inside) is value.node:
            self._convert(name, kind, number, value)
            return kind, value.node
        self._late_default(name, kind, number, [*before], value)
        return kind, code.load(MISSING)

    def _late_default(
        self, name: str, kind: StaticType, number: int, before: list[ast.stmt], value: Value
    ) -> None:
        """A default that is worked out in each call, where its errors are the function's own."""
        node = convert(value, kind, self._context.inside)
        body = [*before, code.assign(code.store(name), node)]
        missing = code.compare(code.load(name), "is", code.load(MISSING))
        self._context.emit(code.when(missing, body))
        conversion = self._conversion(name, kind, number)
        if conversion:
            given = code.compare(code.load(name), "is not", code.load(MISSING))
            self._prologue.append(code.when(given, conversion))

    def _convert(self, name: str, kind: StaticType, number: int, default: Value | None) -> None:
        if not self._comes_from_engine(number, kind):
            self._prologue += self._conversion(name, kind, number)

    def _conversion(self, name: str, kind: StaticType, number: int) -> list[ast.stmt]:
        """Makes an argument fit the declared type, or raises the caller's error."""
        if kind.is_variant:
            return []
        context = self._context
        inside = context.inside
        owner: ast.expr = code.constant(None)
        if context.outer is None:
            owner = class_node(inside, inside) if context.static else code.load("self")
        converted = code.call(
            "@argument",
            code.load(name),
            specification(kind, inside),
            code.constant(number),
            code.constant(context.name),
            owner,
        )
        change = code.assign(code.store(name), converted)
        test = misfit(code.load(name), kind, inside)
        return [change if test is None else code.when(test, [change])]

    def _comes_from_engine(self, number: int, kind: StaticType) -> bool:
        """Whether only the engine calls the function, with what the parameter is declared as."""
        context = self._context
        if context.outer is not None or self._accessor:
            return False
        facts = class_facts(context.inside.native)
        method = facts.method(context.name) if facts is not None else None
        if method is None or not method.virtual or number > len(method.arguments):
            return False
        return method.arguments[number - 1].type == kind and kind.name in ("float", "int")

    # Errors ---------------------------------------------------------------------------------------

    def _guarded(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """The body, with what happens when something in it goes wrong."""
        if all(_is_harmless(statement) for statement in body):
            return body or [ast.Pass()]
        returns = self._context.returns or VARIANT
        default = default_of(returns, self._context.inside)
        failed = code.call("@failed", code.load("@error"), default)
        handler = ast.ExceptHandler(code.load("@Exception"), "@error", [ast.Return(failed)])
        return [ast.Try(body, [handler], [], [])]


def _is_harmless(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Return):
        return statement.value is None or isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass)
