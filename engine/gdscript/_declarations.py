"""From the syntax tree of a file to what is known of its classes.

All classes of a file are laid out at once, with the names of their members; what a member's type or
value is gets found out when it is first asked for. So it does not matter in which order members
refer to each other, nor that files do. A member whose type depends on itself is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from engine.gdscript._annotation_checks import KINDS, check_annotations
from engine.gdscript._class_info import (
    ClassInfo,
    ConstantInfo,
    EnumInfo,
    FunctionInfo,
    ParameterInfo,
    SignalInfo,
    VariableInfo,
)
from engine.gdscript._syntax import (
    ClassDeclaration,
    Constant,
    Declaration,
    Enum,
    EnumEntry,
    Expression,
    Function,
    Literal,
    Parameter,
    ParseError,
    Script,
    SignalDeclaration,
    Syntax,
    TypeRef,
    Variable,
)
from engine.gdscript._types import INT, VARIANT, StaticType


class Finder(Protocol):
    """What finds out about members: the compiler of one project."""

    def declared_type(self, ref: TypeRef, inside: ClassInfo) -> StaticType:
        """The type that was written; VARIANT, with the error noted, when there is none."""

    def inferred_type(
        self,
        expression: Expression,
        inside: ClassInfo,
        static: bool,
        parameters: Sequence[ParameterInfo] = (),
    ) -> StaticType:
        """The type of an expression; VARIANT, with the error noted, when it is wrong."""

    def folded(self, expression: Expression, inside: ClassInfo) -> tuple[bool, Any, StaticType]:
        """Whether an expression's value is known beforehand, the value, and its type."""

    def awaits(self, function: Function) -> bool:
        """Whether a function waits somewhere in its body."""

    def note(self, inside: ClassInfo, message: str, place: Syntax) -> None:
        """Keeps an error of a file."""


def annotation(declaration: Declaration, *names: str) -> bool:
    """Whether a member has one of some annotations."""
    return any(a.name in names for a in declaration.annotations)


def is_exported(variable: Variable) -> bool:
    """Whether a variable has an `@export...` that makes it a property."""
    return any(
        a.name.startswith("export")
        and a.name not in ("export_group", "export_subgroup", "export_category", "export_tool")
        for a in variable.annotations
    )


class _Pending:
    """Something that is found out once, when it is asked for."""

    __slots__ = ("_find", "_state", "_value")

    def __init__(self, find: Callable[[], Any], name: str, cyclic: Callable[[str], Any]) -> None:
        self._find: Callable[[], Any] | None = find
        self._state = 0
        self._value: Any = lambda: cyclic(name)

    def get(self) -> Any:
        if self._state == 2:
            return self._value
        if self._state == 1 or self._find is None:
            return self._value()
        self._state = 1
        found = self._find()
        self._value, self._find, self._state = found, None, 2
        return found


class _Found:
    """An attribute that is found out when it is read; what the record is made with is ignored."""

    __slots__ = ("_part",)

    def __init__(self, part: int | None = None) -> None:
        self._part = part

    def __get__(self, instance: Any, owner: type[Any]) -> Any:
        found = instance._pending.get()
        return found if self._part is None else found[self._part]

    def __set__(self, instance: Any, value: Any) -> None:
        pass


class LazyVariable(VariableInfo):
    """A variable whose type is found out when it is asked for."""

    __slots__ = ("_pending",)
    _pending: _Pending
    type: Any = _Found()


class LazyConstant(ConstantInfo):
    """A constant whose type and value are found out when they are asked for."""

    __slots__ = ("_pending", "syntax")
    _pending: _Pending
    syntax: Constant | None
    known: Any = _Found(0)
    value: Any = _Found(1)
    type: Any = _Found(2)


class LazyEnum(EnumInfo):
    """An enum whose values are found out when they are asked for."""

    __slots__ = ("_pending",)
    _pending: _Pending
    values: Any = _Found()


class LazyParameter(ParameterInfo):
    """A parameter whose type is found out when it is asked for."""

    __slots__ = ("_pending",)
    _pending: _Pending
    type: Any = _Found()


class LazyFunction(FunctionInfo):
    """A function whose return type is found out when it is asked for."""

    __slots__ = ("_pending",)
    _pending: _Pending
    returns: Any = _Found()


def _check_form(member: Declaration) -> None:
    """Refuses what Godot's parser refuses in a member."""
    if isinstance(member, Function) and member.name == "_static_init":
        if not member.static:
            raise parse_error("Static constructor must be declared static.", member)
        if member.parameters:
            raise parse_error("Static constructor cannot have parameters.", member)
    if isinstance(member, Function) and member.name == "_init":
        returns = member.return_type
        if returns is not None and returns.names != ("void",):
            raise parse_error("Constructor cannot return a value.", member)
    refs = [getattr(member, "type", None)]
    refs += [parameter.type for parameter in getattr(member, "parameters", ())]
    for ref in refs:
        for one in (ref, *ref.arguments) if ref is not None else ():
            if one.names == ("void",):
                raise parse_error('"void" is only allowed for a function return type.', one)


class Declarer:
    """Lays out the classes of one file."""

    def __init__(self, script: Script, finder: Finder) -> None:
        self._script = script
        self._finder = finder

    def root(self) -> ClassInfo:
        """The class of the file, with all inside it; bases are still to be found."""
        body = self._script.body
        info = ClassInfo(self._script.path, body.name, None, body)
        self._fill(info, body)
        return info

    def _fill(self, info: ClassInfo, body: ClassDeclaration) -> None:
        check_annotations(body)
        info.abstract = annotation(body, "abstract")
        taken: dict[str, str] = {}
        for member in body.members:
            if isinstance(member, Enum) and not member.name:
                self._values(info, member, taken)
                continue
            if isinstance(member, Enum):
                self._refuse_twice(member)
            check_annotations(member)
            name = getattr(member, "name", "")
            if name:
                _check_form(member)
                self._take(info, member, name, taken)
                self._add(info, member)

    def _take(self, info: ClassInfo, member: Syntax, name: str, taken: dict[str, str]) -> None:
        """Refuses a name that the class has already; the rest of the file is not looked at then."""
        kind = KINDS.get(type(member), "enum value")
        before = taken.get(name)
        if before is not None:
            raise parse_error(
                f'{kind.capitalize()} "{name}" has the same name as a previously declared '
                f"{before}.",
                member,
            )
        taken[name] = kind

    def _refuse_twice(self, syntax: Enum) -> None:
        lines: dict[str, int] = {}
        for entry in syntax.entries:
            if entry.name in lines:
                line = lines[entry.name]
                text = f'Name "{entry.name}" was already in this enum (at line {line}).'
                raise parse_error(text, entry)
            lines[entry.name] = entry.line

    def _add(self, info: ClassInfo, member: Declaration) -> None:
        if isinstance(member, Variable):
            info.variables[member.name] = self._variable(info, member)
        elif isinstance(member, Function):
            info.functions[member.name] = self._function(info, member)
        elif isinstance(member, SignalDeclaration):
            parameters: list[ParameterInfo] = [
                self._parameter(info, p, False) for p in member.parameters
            ]
            info.signals[member.name] = SignalInfo(member.name, info, member, parameters)
        elif isinstance(member, Constant):
            info.constants[member.name] = self._constant(info, member)
        elif isinstance(member, Enum):
            info.enums[member.name] = self._enum(info, member)
        elif isinstance(member, ClassDeclaration):
            inner = ClassInfo(info.path, member.name, info, member)
            info.classes[member.name] = inner
            self._fill(inner, member)

    def _pending(
        self, info: ClassInfo, name: str, place: Syntax, find: Callable[[], Any], lost: Any
    ) -> _Pending:
        def cyclic(name: str) -> Any:
            self._finder.note(info, f'Could not resolve member "{name}": Cyclic reference.', place)
            return lost

        return _Pending(find, name, cyclic)

    # Variables, functions ------------------------------------------------------------------------

    def _variable(self, info: ClassInfo, syntax: Variable) -> LazyVariable:
        made = LazyVariable(
            syntax.name,
            VARIANT,
            info,
            syntax,
            static=syntax.static,
            has_setter=syntax.setter is not None,
            has_getter=syntax.getter is not None,
            onready=annotation(syntax, "onready"),
            exported=is_exported(syntax),
        )
        made._pending = self._pending(
            info,
            syntax.name,
            syntax,
            lambda: self._type(
                info, syntax.type, syntax.inferred, syntax.value, syntax.static, syntax
            ),
            VARIANT,
        )
        return made

    def _type(
        self,
        info: ClassInfo,
        ref: TypeRef | None,
        inferred: bool,
        value: Expression | None,
        static: bool,
        place: Any,
        before: Sequence[ParameterInfo] = (),
    ) -> StaticType:
        if ref is not None:
            return self._finder.declared_type(ref, info)
        if not inferred or value is None:
            return VARIANT
        found = self._finder.inferred_type(value, info, static, before)
        if found.is_variant:
            return found
        if found.kind == "builtin" and found.name == "Nil":
            self._finder.note(
                info,
                f'Cannot infer the type of "{place.name}" variable because the value is "null".',
                value,
            )
            return VARIANT
        return found

    def _function(self, info: ClassInfo, syntax: Function) -> LazyFunction:
        parameters: list[ParameterInfo] = []
        for parameter in syntax.parameters:
            before = tuple(parameters)  # which its default may use
            parameters.append(self._parameter(info, parameter, syntax.static, before))
        coroutine = self._finder.awaits(syntax)
        made = LazyFunction(
            syntax.name, info, syntax, parameters, VARIANT, syntax.static, coroutine
        )
        made._pending = self._pending(
            info,
            syntax.name,
            syntax,
            lambda: (
                VARIANT
                if syntax.return_type is None
                else self._finder.declared_type(syntax.return_type, info)
            ),
            VARIANT,
        )
        return made

    def _parameter(
        self,
        info: ClassInfo,
        syntax: Parameter,
        static: bool,
        before: Sequence[ParameterInfo] = (),
    ) -> LazyParameter:
        made = LazyParameter(syntax.name, VARIANT, syntax.default is not None, syntax.variadic)
        made._pending = self._pending(
            info,
            syntax.name,
            syntax,
            lambda: self._type(
                info, syntax.type, syntax.inferred, syntax.default, static, syntax, before
            ),
            VARIANT,
        )
        return made

    # Constants, enums ----------------------------------------------------------------------------

    def _constant(self, info: ClassInfo, syntax: Constant) -> LazyConstant:
        made = LazyConstant(syntax.name, info, VARIANT)
        made.syntax = syntax
        made._pending = self._pending(
            info, syntax.name, syntax, lambda: self._folded(info, syntax), (False, None, VARIANT)
        )
        return made

    def _folded(self, info: ClassInfo, syntax: Constant) -> tuple[bool, Any, StaticType]:
        known, value, found = self._finder.folded(syntax.value, info)
        known = known and found.name != "StringName"
        if syntax.type is None:
            return known, value, found
        declared = self._finder.declared_type(syntax.type, info)
        if known and declared.name == "float" and type(value) is int:
            value = float(value)
        if known and declared.name == "int" and type(value) is float:
            value = int(value)
        return known and declared.kind != "variant", value, declared

    def _enum(self, info: ClassInfo, syntax: Enum) -> LazyEnum:
        made = LazyEnum(syntax.name, info, {})
        made._pending = self._pending(
            info, syntax.name, syntax, lambda: self._numbered(info, syntax), {}
        )
        return made

    def _numbered(self, info: ClassInfo, syntax: Enum) -> dict[str, int]:
        values: dict[str, int] = {}
        following = 0
        for entry in syntax.entries:
            if entry.value is not None:
                following = self._number(info, _in_terms_of(entry.value, values))
            values[entry.name] = following
            following += 1
        return values

    def _number(self, info: ClassInfo, expression: Expression) -> int:
        known, value, _ = self._finder.folded(expression, info)
        if known and type(value) is int:
            return value
        wrong = "Enum values must be integers." if known else "Enum values must be constant."
        self._finder.note(info, wrong, expression)
        return 0

    def _values(self, info: ClassInfo, syntax: Enum, taken: dict[str, str]) -> None:
        """The values of an enum without a name, which are constants of the class."""
        before: LazyConstant | None = None
        for entry in syntax.entries:
            self._take(info, entry, entry.name, taken)
            made = LazyConstant(entry.name, info, INT)
            made.syntax = None
            find = partial(self._value, info, entry, before)
            made._pending = self._pending(info, entry.name, entry, find, (True, 0, INT))
            info.constants[entry.name] = before = made

    def _value(
        self, info: ClassInfo, entry: EnumEntry, before: LazyConstant | None
    ) -> tuple[bool, int, StaticType]:
        if entry.value is not None:
            return True, self._number(info, entry.value), INT
        return True, 0 if before is None else before.value + 1, INT


def _in_terms_of(expression: Expression, values: dict[str, int]) -> Expression:
    """The expression with the enum's own earlier values in the place of their names."""
    if not values:
        return expression
    return replaced_names(expression, values)


def replaced_names(expression: Expression, values: dict[str, int]) -> Expression:
    """A copy of an expression in which names are replaced by numbers."""
    from_name = getattr(expression, "id", None)
    if from_name in values:
        value = values[from_name]
        return Literal(expression.line, expression.column, value, str(value))
    slots: dict[str, Any] = {}
    changed = False
    for slot in _fields(expression):
        old = getattr(expression, slot)
        new = replaced_names(old, values) if isinstance(old, Expression) else old
        changed = changed or new is not old
        slots[slot] = new
    return type(expression)(**slots) if changed else expression


def _fields(expression: Expression) -> tuple[str, ...]:
    return tuple(expression.__dataclass_fields__)


def parse_error(message: str, place: Syntax) -> ParseError:
    """An error at the place of something."""
    return ParseError(message, place.line, place.column)
