"""The scripts of a project while they are compiled: what each declares, and what names mean.

A file is parsed and laid out when something first refers to it. Errors are gathered by file; what a
wrong member was to be is then unknown, so that one mistake brings one message.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from engine.gdscript import _api
from engine.gdscript._bodies import awaits, fold_constant, infer_type
from engine.gdscript._class_info import ClassInfo, ConstantInfo, EnumInfo, ParameterInfo
from engine.gdscript._constant_expressions import is_constant
from engine.gdscript._declarations import Declarer
from engine.gdscript._parser import parse
from engine.gdscript._script_scan import RES, whole_path
from engine.gdscript._syntax import (
    Expression,
    Extends,
    Function,
    ParseError,
    Syntax,
    TypeRef,
)
from engine.gdscript._types import (
    CLASS_KIND,
    CLASS_REFERENCE_KIND,
    ENUM_REFERENCE_KIND,
    SCRIPT_KIND,
    SCRIPT_REFERENCE_KIND,
    VARIANT,
    StaticType,
    array_of,
    class_reference,
    dictionary_of,
    enum_value,
    instance_of,
    script_instance,
    script_reference,
)

_FINDING, _FOUND = 1, 2
_CYCLIC = "Could not resolve super class inheritance from"
_SCENES = (".tscn", ".scn")


class Files(Protocol):
    """What the compiler asks of the project itself."""

    def source(self, path: str) -> bytes | None:
        """The text of a file; None when there is none."""

    def exists(self, path: str) -> bool:
        """Whether there is a file."""

    def class_path(self, name: str) -> str | None:
        """The file whose `class_name` it is."""

    def autoload_path(self, name: str) -> str | None:
        """The file of an autoloaded singleton."""

    def scene_script(self, path: str) -> str:
        """The script of the root of a scene; other paths as they are."""

    def python_class(self, path: str) -> type[Any] | None:
        """The class that a Python file has for nodes, or the registered class of a name."""


class Unit:
    """One file: its classes, its errors, and the files that it goes by."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.info: ClassInfo | None = None
        self.errors: list[ParseError] = []
        self.uses: dict[str, None] = {}


class Workspace:
    """The resolver of names, and the finder of types, of one project."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._units: dict[str, Unit] = {}
        self._base_state: dict[ClassInfo, int] = {}

    # Files ---------------------------------------------------------------------------------------

    def unit(self, path: str) -> Unit:
        """A file, parsed and laid out; its bases are known."""
        unit = self._units.get(path)
        if unit is None:
            unit = self._units[path] = Unit(path)
            self._read(unit)
        return unit

    def used_by(self, path: str) -> list[str]:
        """All files that a file goes by, itself among them, in the order of their first use."""
        found = {path: None}
        waiting = [path]
        for at in waiting:
            for other in self._units[at].uses if at in self._units else ():
                if other not in found:
                    found[other] = None
                    waiting.append(other)
        return list(found)

    def forget(self, path: str) -> None:
        """Has a file read again when it is asked for next."""
        self._units.pop(path, None)

    def _read(self, unit: Unit) -> None:
        if unit.path.endswith(".py"):
            unit.info = self._python_info(unit.path)
            return
        source = self._files.source(unit.path)
        if source is None:
            return
        try:
            text = source.decode("utf-8-sig")
        except UnicodeDecodeError:
            unit.errors.append(ParseError("The file is no UTF-8 text.", 1, 1))
            return
        try:
            unit.info = Declarer(parse(text, unit.path), self).root()
            unit.info.freezes = "make_read_only" in text
        except ParseError as error:
            unit.errors.append(error)
            return
        self._find_bases(unit.info)

    def _python_info(self, path: str) -> ClassInfo | None:
        cls = self._files.python_class(path)
        if cls is None:
            return None
        name = cls.__name__
        return ClassInfo(path, name, None, None, native=cls._class_name, python=cls)

    def _info_at(self, path: str, inside: ClassInfo) -> ClassInfo | None:
        """The class of another file, which the file of `inside` then goes by."""
        unit = self.unit(path)
        if inside.path != path:
            self.unit(inside.path).uses[path] = None
        return unit.info

    def note(self, inside: ClassInfo, message: str, place: Syntax) -> None:
        """Keeps an error of the file of a class."""
        self.note_error(inside, ParseError(message, place.line, place.column))

    def note_error(self, inside: ClassInfo, error: ParseError) -> None:
        """Keeps an error of the file of a class."""
        unit = self._units[inside.path]
        seen = {(e.message, e.line, e.column) for e in unit.errors}
        if (error.message, error.line, error.column) not in seen:
            unit.errors.append(error)

    # Inheritance ---------------------------------------------------------------------------------

    def _find_bases(self, info: ClassInfo) -> None:
        self._find_base(info)
        for inner in info.classes.values():
            self._find_bases(inner)

    def _find_base(self, info: ClassInfo) -> None:
        """Finds the base of one class, if nobody has, and is not just about to."""
        if info in self._base_state or info.syntax is None:
            return
        self._base_state[info] = _FINDING
        extends = info.syntax.extends
        if extends is not None:
            try:
                self._set_base(info, extends)
            except ParseError as error:
                self.note_error(info, error)
        self._base_state[info] = _FOUND

    def _set_base(self, info: ClassInfo, extends: Extends) -> None:
        if extends.path is not None:
            found = script_reference(self._super_file(info, extends))
            rest: tuple[str, ...] = extends.names
        else:
            first = extends.names[0]
            at = self._class_named(first, info)
            if at is None:
                raise _error(f'Could not find base class "{first}".', extends)
            found, rest = at, extends.names[1:]
        for name in rest:
            if found.info is None:
                raise _error(
                    f'Cannot get nested types for extension from non-GDScript type "{found.name}".',
                    extends,
                )
            inner = _inner_type(found.info, name)
            if inner is None or inner.info is None:
                raise _error(f'Could not find nested type "{name}".', extends)
            found = inner
        if found.info is None:
            info.native = found.name
            return
        self._inherit(info, found.info, extends)

    def _inherit(self, info: ClassInfo, base: ClassInfo, extends: Extends) -> None:
        self._find_base(base)
        if self._base_state.get(base) == _FINDING or base.extends(info):
            if base.path == info.path:
                raise _error("Cyclic inheritance.", extends)
            raise _error(f'{_CYCLIC} "{base.path}".', extends)
        info.base = base
        info.native = base.native

    def _super_file(self, info: ClassInfo, extends: Extends) -> ClassInfo:
        path = whole_path(extends.path or "", info.path)
        if not self._files.exists(path):
            raise _error(f'Could not resolve super class path "{extends.path}".', extends)
        base = self._info_at(path, info)
        errors = self.unit(path).errors
        if any(error.message.startswith(_CYCLIC) for error in errors):
            raise _error(f'{_CYCLIC} "{path}".', extends)
        if base is None or errors:
            raise _error(f'Could not resolve class "{path}".', extends)
        return base

    def _class_named(self, name: str, info: ClassInfo) -> StaticType | None:
        """A class that `extends NAME` may mean."""
        if _api.singleton(name) is not None:
            message = f'Cannot inherit native class "{name}" because it is an engine singleton.'
            raise _error(message, info.syntax.extends if info.syntax else None)
        if _api.is_class(name):
            return class_reference(name)
        found = self.global_symbol(name, info)
        if found is not None:
            return found
        at = info.outer or info
        while at is not None:
            inner = _inner_type(at, name)
            if inner is not None and inner.info is not info:
                return inner
            if at.outer is None:
                break
            at = at.outer
        python = self._files.python_class(name)
        if python is not None:
            path = f"python:{name}"
            if path not in self._units:
                self._units[path] = Unit(path)
                self._units[path].info = ClassInfo(
                    path, name, None, None, native=python._class_name, python=python
                )
            python_info = self._units[path].info
            assert python_info is not None
            return script_reference(python_info)
        return None

    # Resolver ------------------------------------------------------------------------------------

    def global_symbol(self, name: str, inside: ClassInfo | None = None) -> StaticType | None:
        """What a project-wide name stands for; see `Resolver`."""
        path = self._files.class_path(name)
        if path is not None:
            info = self.unit(path).info if inside is None else self._info_at(path, inside)
            return None if info is None else script_reference(info)
        path = self._files.autoload_path(name)
        if path is None:
            return None
        path = self._files.scene_script(path)
        if path.endswith((".gd", ".py")):
            info = self.unit(path).info if inside is None else self._info_at(path, inside)
            if info is not None:
                return script_instance(info)
        return instance_of("Node")

    def is_autoload(self, name: str) -> bool:
        """Whether the project has an autoloaded singleton of that name."""
        return self._files.autoload_path(name) is not None

    def class_path(self, name: str) -> str | None:
        """The file whose `class_name` it is."""
        return self._files.class_path(name)

    def preloaded(self, path: str, inside: ClassInfo) -> StaticType:
        """The type of `preload("path")`; see `Resolver`."""
        whole = whole_path(path, inside.path)
        if not self._files.exists(whole):
            raise ParseError(f'Preload file "{whole}" does not exist.', 0, 0)
        if whole.endswith((".gd", ".py")):
            info = self._info_at(whole, inside)
            if info is None and self.unit(whole).errors:
                raise ParseError(f'Could not resolve script "{whole}".', 0, 0)
            return instance_of("GDScript") if info is None else script_reference(info)
        return instance_of("PackedScene" if whole.endswith(_SCENES) else "Resource")

    def type_of(self, ref: TypeRef, inside: ClassInfo) -> StaticType:
        """The type that was written; see `Resolver`."""
        first = ref.names[0]
        if len(ref.names) == 1:
            if ref.arguments:
                return self._container(ref, inside)
            if first != "Nil" and (first in ("Variant", "void") or _api.is_builtin(first)):
                found = _api.type_named(first)
                assert found is not None
                return found
        found = self._scoped(first, inside, ref)
        if found is None:
            whole = _api.type_named(".".join(ref.names))
            if whole is not None:
                return whole
            raise _error(f'Could not find type "{first}" in the current scope.', ref)
        for name in ref.names[1:]:
            found = self._nested(found, name, ref)
        return found

    def _container(self, ref: TypeRef, inside: ClassInfo) -> StaticType:
        arguments = [self.type_of(argument, inside) for argument in ref.arguments]
        if ref.names[0] == "Array":
            return (
                _api.type_named("Array") or VARIANT
                if arguments[0].is_variant
                else array_of(arguments[0])
            )
        return dictionary_of(arguments[0], arguments[1])

    def _scoped(self, name: str, inside: ClassInfo, ref: TypeRef) -> StaticType | None:
        if _api.is_class(name):
            return instance_of(name)
        found = self.global_symbol(name, inside)
        if found is not None:
            return _instances_of(found) if found.kind == SCRIPT_REFERENCE_KIND else found
        outer: ClassInfo | None = inside
        while outer is not None:
            at: ClassInfo | None = outer
            while at is not None:
                found = _inner_type(at, name)
                if found is not None:
                    return _instances_of(found)
                if at.find(name) is not None and at.python is None:
                    member = type(at.find(name)).__name__.removeprefix("Lazy")
                    kind = member.removesuffix("Info").lower()
                    raise _error(f'"{name}" is a {kind} but does not contain a type.', ref)
                at = at.base
            native = _api.class_facts(outer.native)
            if native is not None and (enum := native.enum(name)) is not None:
                return enum_value(enum.name)
            if outer.name == name:
                return script_instance(outer)
            outer = outer.outer
        return _api.type_named(name)

    def _nested(self, found: StaticType, name: str, ref: TypeRef) -> StaticType:
        if found.info is not None:
            at: ClassInfo | None = found.info
            while at is not None:
                inner = _inner_type(at, name)
                if inner is not None:
                    return _instances_of(inner)
                at = at.base
        elif found.kind == CLASS_KIND:
            facts = _api.class_facts(found.name)
            enum = facts.enum(name) if facts is not None else None
            if enum is not None:
                return enum_value(enum.name)
        raise _error(f'Could not find nested type "{name}" under base "{found.name}".', ref)

    # Finder --------------------------------------------------------------------------------------

    def declared_type(self, ref: TypeRef, inside: ClassInfo) -> StaticType:
        """The type that was written; VARIANT, with the error noted, when there is none."""
        try:
            return self.type_of(ref, inside)
        except ParseError as error:
            self.note_error(inside, error)
            return VARIANT

    def inferred_type(
        self,
        expression: Expression,
        inside: ClassInfo,
        static: bool,
        parameters: Sequence[ParameterInfo] = (),
    ) -> StaticType:
        """The type of an expression; VARIANT, with the error noted, when it is wrong."""
        try:
            return infer_type(expression, inside, self, parameters)
        except ParseError as error:
            self.note_error(inside, error)
            return VARIANT

    def folded(self, expression: Expression, inside: ClassInfo) -> tuple[bool, Any, StaticType]:
        """Whether an expression's value is known beforehand, the value, and its type."""
        if not is_constant(expression, inside, self):
            return False, None, VARIANT
        try:
            return fold_constant(expression, inside, self)
        except ParseError as error:
            self.note_error(inside, error)
            return False, None, VARIANT

    def awaits(self, function: Function) -> bool:
        """Whether a function waits somewhere in its body."""
        return awaits(function)


def _inner_type(info: ClassInfo, name: str) -> StaticType | None:
    """What a class, enum or constant of a class stands for as a type; a reference to it."""
    if name in info.classes:
        return script_reference(info.classes[name])
    member: EnumInfo | ConstantInfo | None = info.enums.get(name)
    if member is not None:
        return StaticType(ENUM_REFERENCE_KIND, enum_type_name(info, name))
    member = info.constants.get(name)
    if member is not None and member.type.kind in (
        SCRIPT_REFERENCE_KIND,
        CLASS_REFERENCE_KIND,
        ENUM_REFERENCE_KIND,
    ):
        return member.type
    return None


def enum_type_name(info: ClassInfo, name: str) -> str:
    """The whole name of an enum of a script: `res://x.gd.Inner.Name`."""
    qualified = info.qualified_name
    return f"{info.path}.{qualified}.{name}" if qualified else f"{info.path}.{name}"


def _instances_of(reference: StaticType) -> StaticType:
    """The type of what a reference refers to."""
    if reference.kind == SCRIPT_REFERENCE_KIND and reference.info is not None:
        return script_instance(reference.info)
    if reference.kind == ENUM_REFERENCE_KIND:
        return enum_value(reference.name)
    return instance_of(reference.name)


def _error(message: str, place: Syntax | None) -> ParseError:
    return ParseError(message, place.line if place else 1, place.column if place else 1)


def all_classes(info: ClassInfo) -> Iterable[ClassInfo]:
    """A class and all inside it, outer ones first."""
    yield info
    for inner in info.classes.values():
        yield from all_classes(inner)


__all__ = ["RES", "SCRIPT_KIND", "Files", "Unit", "Workspace", "all_classes", "enum_type_name"]
