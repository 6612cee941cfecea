"""What the running program knows of a script's class, as plain values that can be kept on disk.

The keys of a class's dictionary:

    path, name, label       the file; the names from the file's class inwards; its `class_name`
    native, base            the engine class; the script's class that it extends: path and name
    abstract, tool
    variables               name: (attribute, type, flags, default); flags are `STATIC` and so on
    entries                 what `get_script_property_list` shows: `_property_entries.Entry`
    functions               name: (attribute, arguments, plain defaults, result, flags, least, most)
    signals                 name: (attribute, arguments)
    constants, enums        plain constants by name; the values of enums by name
    order                   names of constants, enums and inner classes, in the file's order
    rpc                     what `@rpc` says of functions, by name
    starts                  whether `_init` calls that of the base itself

A type is None for any value, a text for a value type, `("@engine", class)`, `("@script", path,
name)`, `("Array", type)` or `("Dictionary", type, type)`.
"""

from __future__ import annotations

from typing import Any

from engine.core import property_info
from engine.gdscript._bodies import fold_constant
from engine.gdscript._class_info import ClassInfo, FunctionInfo, ParameterInfo, VariableInfo
from engine.gdscript._constant_expressions import names_in
from engine.gdscript._declarations import annotation
from engine.gdscript._names import attribute_name
from engine.gdscript._property_entries import Entry, described, entries_of
from engine.gdscript._syntax import (
    Annotation,
    ClassDeclaration,
    Constant,
    Enum,
    Expression,
    Function,
    ParseError,
    Variable,
)
from engine.gdscript._types import ENUM_KIND, NIL, SCRIPT_KIND, VARIANT, VOID, StaticType
from engine.gdscript._workspace import Workspace

STATIC, SETTER, GETTER, ONREADY, EXPORTED = 1, 2, 4, 8, 16
UNKNOWN_DEFAULT = "@unknown"
_MODES = {"authority": 2, "any_peer": 1}
_TRANSFERS = {"unreliable": 0, "unreliable_ordered": 1, "reliable": 2}
_NO_VALUE = int(property_info.PROPERTY_USAGE_DEFAULT)


def class_data(info: ClassInfo, workspace: Workspace) -> dict[str, Any]:
    """The dictionary of a class."""
    return _Describer(info, workspace).run()


def type_data(kind: StaticType) -> Any:
    """A type as plain values."""
    if kind.is_variant or kind == VOID:
        return None
    if kind.kind == ENUM_KIND:
        return "int"
    if kind.kind == SCRIPT_KIND and kind.info is not None:
        return "@script", kind.info.path, kind.info.qualified_name
    if kind.is_object:
        return "@engine", kind.name
    if kind.key is not None and kind.element is not None:
        return "Dictionary", type_data(kind.key), type_data(kind.element)
    if kind.element is not None:
        return "Array", type_data(kind.element)
    return kind.name if kind.kind == "builtin" else None


class _Describer:
    def __init__(self, info: ClassInfo, workspace: Workspace) -> None:
        self._info = info
        self._workspace = workspace

    def run(self) -> dict[str, Any]:
        info, base = self._info, self._info.base
        syntax = info.syntax
        assert syntax is not None
        return {
            "path": info.path,
            "name": info.qualified_name,
            "label": info.name if info.outer is None else "",
            "native": info.native,
            "base": None if base is None else (base.path, base.qualified_name),
            "abstract": info.abstract,
            "tool": annotation(info.root.syntax or syntax, "tool"),
            "variables": {v.name: self._variable(v) for v in info.variables.values()},
            "entries": self._entries(),
            "functions": self._functions(syntax),
            "signals": {
                s.name: (
                    attribute_name(s.name, info.native),
                    [described(p.name, p.type) for p in s.parameters],
                )
                for s in info.signals.values()
            },
            "constants": {
                c.name: c.value
                for c in info.constants.values()
                if c.known and (c.value is None or type(c.value) in (bool, int, float, str))
            },
            "enums": {e.name: e.values for e in info.enums.values()},
            "order": self._order(syntax),
            "rpc": self._rpc(),
            "starts": self._starts(),
        }

    def _fold(self, expression: Expression) -> Any:
        try:  # what is wrong with it is said where it is compiled
            known, value, _ = fold_constant(expression, self._info, self._workspace)
        except ParseError:
            return None
        return value if known else None

    # Variables -----------------------------------------------------------------------------------

    def _variable(self, variable: VariableInfo) -> tuple[Any, ...]:
        flags = (
            STATIC * variable.static
            | SETTER * variable.has_setter
            | GETTER * variable.has_getter
            | ONREADY * variable.onready
            | EXPORTED * variable.exported
        )
        default: Any = UNKNOWN_DEFAULT
        value = variable.syntax.value
        if value is None:
            default = None
        elif variable.exported:
            known, folded, _ = self._workspace.folded(value, self._info)
            if known and type(folded) in (bool, int, float, str):
                is_float = variable.type.name == "float"
                default = float(folded) if is_float and type(folded) is int else folded
        attribute = attribute_name(variable.name, self._info.native)
        return attribute, type_data(variable.type), flags, default

    def _entries(self) -> list[Entry]:
        found: list[Entry] = []
        for variable in self._info.variables.values():
            if not variable.static:
                found += entries_of(variable, self._guess(variable), self._fold)
        return found

    def _guess(self, variable: VariableInfo) -> StaticType:
        value = variable.syntax.value
        if not variable.exported or value is None or not variable.type.is_variant:
            return VARIANT
        found = self._workspace.inferred_type(value, self._info, False)
        return VARIANT if found == NIL else found

    # Functions -----------------------------------------------------------------------------------

    def _functions(self, syntax: ClassDeclaration) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for member in syntax.members:
            if isinstance(member, Function) and member.name in self._info.functions:
                function = self._info.functions[member.name]
                found[member.name] = self._function(function)
            elif isinstance(member, Variable):
                for accessor in (member.getter, member.setter):
                    if isinstance(accessor, Function):
                        found |= self._accessor(member, accessor)
        return found

    def _accessor(self, variable: Variable, accessor: Function) -> dict[str, Any]:
        info = self._info.variables.get(variable.name)
        if info is None:
            return {}
        if not accessor.parameters:
            result = described("", info.type)
            name = f"@{variable.name}_getter"
            return {name: (name, [], [], result, 1, 0, 0)}
        argument = described(accessor.parameters[0].name, info.type)
        name = f"@{variable.name}_setter"
        return {name: (name, [argument], [], _nothing(), 1, 1, 1)}

    def _function(self, function: FunctionInfo) -> tuple[Any, ...]:
        plain = [p for p in function.parameters if not p.variadic]
        flags = (
            1
            | (32 if function.static else 0)
            | (16 if len(plain) < len(function.parameters) else 0)
        )
        if function.syntax.body is None:
            flags |= int(property_info.METHOD_FLAG_VIRTUAL_REQUIRED)
        declared = function.syntax.return_type is not None and function.returns != VOID
        result = described("", function.returns) if declared else _nothing()
        return (
            attribute_name(function.name, self._info.native),
            [described(p.name, p.type) for p in plain],
            self._defaults(function, plain),
            result,
            flags,
            function.least,
            function.most,
        )

    def _defaults(self, function: FunctionInfo, parameters: list[ParameterInfo]) -> list[Any]:
        found = []
        for parameter in function.syntax.parameters[: len(parameters)]:
            if parameter.default is not None:
                value = self._fold(parameter.default)
                found.append(value if type(value) in (bool, int, float, str) else None)
        return found

    def _starts(self) -> bool:
        init = self._info.functions.get("_init")
        body = init.syntax.body if init is not None else None
        return any(name.id == "super" for name in names_in(body))

    def _order(self, syntax: ClassDeclaration) -> list[str]:
        names: list[str] = []
        for member in syntax.members:
            if isinstance(member, Enum) and not member.name:
                names += [entry.name for entry in member.entries]
            elif isinstance(member, (Constant, Enum, ClassDeclaration)):
                names.append(member.name)
        return names

    def _rpc(self) -> dict[str, Any]:
        return {
            function.name: self._rpc_config(mark)
            for function in self._info.functions.values()
            for mark in function.syntax.annotations
            if mark.name == "rpc"
        }

    def _rpc_config(self, mark: Annotation) -> dict[str, Any]:
        config: dict[str, Any] = {"rpc_mode": 2}
        for argument in mark.arguments:
            word = self._fold(argument)
            if isinstance(word, int):
                config["channel"] = word
            elif word in _MODES:
                config["rpc_mode"] = _MODES[word]
            elif word in ("call_local", "call_remote"):
                config["call_local"] = word == "call_local"
            elif word in _TRANSFERS:
                config["transfer_mode"] = _TRANSFERS[word]
            else:
                message = (
                    'Invalid RPC argument. Must be one of: "call_local"/"call_remote" (local '
                    'calls), "any_peer"/"authority" (permission), "reliable"/"unreliable"/'
                    '"unreliable_ordered" (transfer mode).'
                )
                self._workspace.note(self._info, message, mark)
        return config


def _nothing() -> Entry:
    return "", "", 0, 0, "", _NO_VALUE
