"""From the classes of a file to Python code.

The code of a file comes in three parts that share one namespace, because files may refer to each
other in a circle: first all classes are made, of all files; then their constants that are no plain
values; then static variables get their values, and `_static_init` runs.

A class statement is written for each class, outer ones and bases first. They are all called `_`, so
that Python leaves names alone that begin with two underscores. Besides the script's functions a
class has `@implicit_new`, which gives its own variables their values, and `@implicit_ready`.
What else is known of a class goes into a dictionary of plain values: see `_script_classes`.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from engine.gdscript import _code as code
from engine.gdscript._bodies import (
    compile_constant,
    compile_function,
    compile_initializer,
)
from engine.gdscript._class_checks import check_classes
from engine.gdscript._class_data import class_data
from engine.gdscript._class_info import ClassInfo, ConstantInfo, VariableInfo
from engine.gdscript._constant_expressions import is_constant
from engine.gdscript._names import attribute_name
from engine.gdscript._syntax import Constant, Expression, Function, ParseError
from engine.gdscript._workspace import Workspace, all_classes

_MISFIT = re.compile(r'Cannot assign a value of type (.*) to \w+ ".*" with specified type (.*)\.')


class CompiledFile(NamedTuple):
    """What is made of a file, all of it plain values and code.

    Attributes:
        classes: the data of each class, in the order in which they are made.
        parts: code that makes the classes, their constants, and their static variables.
        names: the names that the code expects to find, save those of the helpers.
        borrowed: the scripts of whose constants its own are made.
    """

    classes: list[dict[str, Any]]
    parts: tuple[Any, Any, Any]
    names: tuple[str, ...]
    borrowed: tuple[str, ...]


def compile_file(root: ClassInfo, workspace: Workspace) -> CompiledFile:
    """Compiles the classes of a file; errors are left with the workspace."""
    return _FileCompiler(root, workspace).run()


class _FileCompiler:
    def __init__(self, root: ClassInfo, workspace: Workspace) -> None:
        self._root = root
        self._workspace = workspace
        self._names: set[str] = set()
        self._borrowed: dict[str, None] = {}

    def run(self) -> CompiledFile:
        check_classes(self._root, self._workspace)
        infos = _bases_first(list(all_classes(self._root)))
        data = [class_data(info, self._workspace) for info in infos]
        define: list[ast.stmt] = []
        for info in infos:
            define += self._class(info)
        constants = self._constants(infos)
        statics: list[ast.stmt] = []
        for info in all_classes(self._root):
            statics += self._statics(info)
        parts = tuple(self._code(body) for body in (define, constants, statics))
        names, borrowed = self._ordered_names(), tuple(self._borrowed)
        return CompiledFile(data, parts, names, borrowed)

    def _ordered_names(self) -> tuple[str, ...]:
        """The names, those of other scripts in the order in which they are first used."""
        uses = [f"@script:{path}" for path in self._workspace.unit(self._root.path).uses]
        rest = sorted(self._names.difference(uses))
        return (*(name for name in uses if name in self._names), *rest)

    def _code(self, body: list[ast.stmt]) -> Any:
        module = ast.Module(body, [])
        self._names |= code.settle(body)
        if self._workspace.unit(self._root.path).errors:
            return None
        with warnings.catch_warnings():  # what Python finds odd may be fine in a script
            warnings.simplefilter("ignore", SyntaxWarning)
            return compile(module, self._root.path, "exec", dont_inherit=True)

    # Classes -------------------------------------------------------------------------------------

    def _class(self, info: ClassInfo) -> list[ast.stmt]:
        body: list[ast.stmt] = [
            code.assign(code.store("__qualname__"), code.constant(_title(info)))
        ]
        for function in info.functions.values():
            kind = "static" if function.static else "method"
            raw = _accessor_of(info, function.name)
            body += self._function(info, function.syntax, kind, function.name, *raw)
        for variable in info.variables.values():
            if _has_accessor(variable):
                body += self._accessors(info, variable)
        at_start = [v for v in info.variables.values() if not v.static and not v.onready]
        late = [v for v in info.variables.values() if not v.static and v.onready]
        body += self._initializer(info, "@implicit_new", at_start)
        body += self._initializer(info, "@implicit_ready", late)
        base = self._base(info)
        keywords = []
        statics = [v.name for v in info.variables.values() if v.static and _has_accessor(v)]
        if statics:
            names = (code.constant(attribute_name(name, info.native)) for name in statics)
            metaclass = code.call("@static_class", base, *names)
            keywords.append(ast.keyword("metaclass", metaclass))
        made = ast.ClassDef("_", [base], keywords, body, [])
        kept = code.assign(code.store(f"@class:{info.qualified_name}"), code.load("_"))
        return [made, kept]

    def _base(self, info: ClassInfo) -> ast.expr:
        base = info.base
        if base is None:
            return code.load(f"@engine:{info.native}")
        if base.root is info.root:
            return code.load(f"@class:{base.qualified_name}")
        node: ast.expr = code.load(f"@base:{base.path}")
        for name in base.qualified_name.split(".") if base.qualified_name else ():
            node = code.attribute(node, name)
        return node

    def _own(self, info: ClassInfo) -> ast.expr:
        return code.load(f"@class:{info.qualified_name}")

    def _function(
        self,
        info: ClassInfo,
        syntax: Function,
        kind: str,
        name: str,
        raw: VariableInfo | None = None,
        accessor: str = "",
    ) -> list[ast.stmt]:
        """A function; one that is an accessor of a variable means that itself when it names it."""
        if syntax.body is None:
            return []
        raw_name, access = "", (True, True)
        if raw is not None:
            raw_name = raw.name
            access = (
                accessor == "getter" or not raw.has_getter,
                accessor == "setter" or not raw.has_setter,
            )
        try:
            made = compile_function(
                syntax, info, self._workspace, kind, raw_variable=raw_name, raw_access=access
            )
        except ParseError as error:
            self._workspace.note_error(info, error)
            return []
        made.name = attribute_name(name, info.native)
        if kind == "static":
            made.decorator_list.append(code.load("staticmethod"))
        return [made]

    def _accessors(self, info: ClassInfo, variable: VariableInfo) -> list[ast.stmt]:
        """The property of a variable with a setter or getter, or both."""
        name = variable.name
        body: list[ast.stmt] = []
        names: list[str] = []
        for kind, accessor in (
            ("getter", variable.syntax.getter),
            ("setter", variable.syntax.setter),
        ):
            label = f"@{name}_{kind}"
            names.append(label)
            if isinstance(accessor, Function):
                accessor = replace(accessor, static=variable.static)
                made = self._function(info, accessor, kind, label, variable, kind)
                for function in made:
                    function.name = label  # type: ignore[attr-defined]
                body += made
            elif accessor is not None:
                called = attribute_name(accessor, info.native)
                if variable.static:
                    body.append(_static_redirect(label, self._own(info), called, kind))
                else:
                    body.append(_redirect(label, called, kind))
            else:
                owner = self._own(info) if variable.static else code.load("self")
                body.append(_plain_accessor(label, owner, variable, kind))
        if variable.static:
            for function in body:
                assert isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
                function.decorator_list[:] = [code.load("staticmethod")]
            own = attribute_name(name, info.native)
            for_instances = code.call("@static_property", code.constant(own))
            return [*body, code.assign(code.store(own), for_instances)]
        made_property = code.call("@property", *(code.load(label) for label in names))
        target = code.store(attribute_name(name, info.native))
        return [*body, code.assign(target, made_property)]

    def _initializer(
        self, info: ClassInfo, name: str, variables: list[VariableInfo]
    ) -> list[ast.stmt]:
        if not variables:
            return []
        made, errors = compile_initializer(name, variables, info, self._workspace)
        values = [v.syntax.value for v in variables]
        for error in errors:
            value = next((v for v in values if v is not None and v.line == error.line), None)
            self._note_value(info, error, value)
        return [made] if made is not None else []

    def _note_value(self, info: ClassInfo, error: ParseError, value: Expression | None) -> None:
        """Notes what is wrong with a value; of a constant one Godot says it twice."""
        found = _MISFIT.match(error.message)
        if found and value is not None and is_constant(value, info, self._workspace):
            text = f'Cannot assign a value of type "{found[1]}" as "{found[2]}".'
            self._workspace.note(info, text, value)
        self._workspace.note_error(info, error)

    # Constants, static variables -----------------------------------------------------------------

    def _constants(self, infos: list[ClassInfo]) -> list[ast.stmt]:
        """Constants that are no plain values, those first that others are made of."""
        made: dict[str, list[ast.stmt]] = {}
        needs: dict[str, set[str]] = {}
        for info in infos:
            for constant in info.constants.values():
                node = self._constant(info, constant)
                if node is None:
                    continue
                name = _constant_name(info, constant.name)
                member = code.attribute_target(self._own(info), constant.name)
                made[name] = [
                    code.assign(code.store(name), node),
                    code.assign(member, code.load(name)),
                ]
                needs[name] = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
                self._borrowed.update(dict.fromkeys(_borrowed(node)))
        return [statement for name in _in_order(needs) for statement in made[name]]

    def _constant(self, info: ClassInfo, constant: ConstantInfo) -> ast.expr | None:
        """The value of a constant; None where nothing has to be made, or can be."""
        syntax: Constant | None = getattr(constant, "syntax", None)
        plain = constant.known and _is_plain(constant.value)
        if syntax is None or (plain and syntax.type is None):
            return None
        if not is_constant(syntax.value, info, self._workspace):
            text = f'Assigned value for constant "{constant.name}" isn\'t a constant expression.'
            self._workspace.note(info, text, syntax.value)
            return None
        try:
            node = compile_constant(constant, info, self._workspace)
        except ParseError as error:
            self._note_value(info, error, syntax.value)
            return None
        return None if plain else node

    def _statics(self, info: ClassInfo) -> list[ast.stmt]:
        variables = [v for v in info.variables.values() if v.static]
        body: list[ast.stmt] = []
        for made in self._initializer(info, "@static_initializer", variables):
            body += [made, ast.Expr(code.call("@static_initializer"))]
        if "_static_init" in info.functions:
            body.append(ast.Expr(code.method(self._own(info), "_static_init")))
        return body


def _has_accessor(variable: VariableInfo) -> bool:
    return variable.has_setter or variable.has_getter


def _title(info: ClassInfo) -> str:
    return info.qualified_name or info.name or info.path.rpartition("/")[2].partition(".")[0]


def _is_plain(value: Any) -> bool:
    return value is None or type(value) in (bool, int, float, str)


def _borrowed(node: ast.expr) -> Iterator[str]:
    """The scripts of which an expression takes something."""
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            kind, _, path = part.value.id.partition(":")
            if kind == "@script":
                yield path


def _constant_name(info: ClassInfo, name: str) -> str:
    qualified = info.qualified_name
    return f"@const:{qualified}.{name}" if qualified else f"@const:{name}"


def _accessor_of(info: ClassInfo, function: str) -> tuple[VariableInfo | None, str]:
    """The variable whose setter or getter a function is, and which of them."""
    for variable in info.variables.values():
        if function == variable.syntax.setter:
            return variable, "setter"
        if function == variable.syntax.getter:
            return variable, "getter"
    return None, ""


def _redirect(label: str, function: str, kind: str) -> ast.FunctionDef:
    """An accessor that calls the function that was named."""
    names = ["self", "value"] if kind == "setter" else ["self"]
    called = code.method(code.load("self"), function, *(code.load(n) for n in names[1:]))
    return _small_function(label, names, [ast.Return(called)])


def _static_redirect(label: str, owner: ast.expr, function: str, kind: str) -> ast.FunctionDef:
    names = ["value"] if kind == "setter" else []
    called = code.method(owner, function, *(code.load(n) for n in names))
    return _small_function(label, names, [ast.Return(called)])


def _plain_accessor(
    label: str, owner: ast.expr, variable: VariableInfo, kind: str
) -> ast.FunctionDef:
    """The accessor that was not written: the value as it is."""
    held = f"@value:{variable.name}"
    names = [] if variable.static else ["self"]
    if kind == "getter":
        return _small_function(label, names, [ast.Return(code.attribute(owner, held))])
    stored = code.assign(code.attribute_target(owner, held), code.load("value"))
    return _small_function(label, [*names, "value"], [stored])


def _small_function(name: str, arguments: list[str], body: list[ast.stmt]) -> ast.FunctionDef:
    listed = [ast.arg(argument) for argument in arguments]
    return ast.FunctionDef(name, ast.arguments([], listed, None, [], [], None, []), body, [])


def _bases_first(infos: list[ClassInfo]) -> list[ClassInfo]:
    """The classes of a file in an order in which they can be made."""
    found: dict[ClassInfo, None] = {}

    def visit(info: ClassInfo) -> None:
        if info not in found:
            if info.base is not None and info.base.root is info.root:
                visit(info.base)
            found[info] = None

    for info in infos:
        visit(info)
    return list(found)


def _in_order(needs: dict[str, set[str]]) -> list[str]:
    found: dict[str, None] = {}
    begun: set[str] = set()

    def visit(name: str) -> None:
        if name in begun:
            return
        begun.add(name)
        for other in needs:
            if other in needs[name]:
                visit(other)
        found[name] = None

    for name in needs:
        visit(name)
    return list(found)
