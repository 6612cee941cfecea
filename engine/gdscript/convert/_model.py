"""The classes of a file that is converted, and what is known of their members.

This is a lighter view than the compiler's: types of variables without a declared one are those of
all the values that the file gives them, which the compiler may not assume. A wrong guess would cost
a less pretty line, not a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from engine.gdscript import _types as t
from engine.gdscript._api import is_builtin, is_class
from engine.gdscript._parser import parse
from engine.gdscript._syntax import (
    Assign,
    Attribute,
    BindPattern,
    Call,
    ClassDeclaration,
    Constant,
    Declaration,
    DictionaryLiteral,
    Enum,
    Expression,
    Extends,
    For,
    Function,
    Literal,
    LocalVariable,
    Name,
    Parameter,
    ParseError,
    Script,
    SignalDeclaration,
    Subscript,
    Syntax,
    Variable,
)
from engine.gdscript._types import StaticType
from engine.gdscript.convert._names import class_name_of, member_module, member_name, module_name_of
from engine.gdscript.convert._walk import awaits, names_in, walk


@dataclass(eq=False, slots=True)
class Member:
    """A member of a class.

    Attributes:
        name: in GDScript.
        python: in Python.
        owner: the class that declares it.
        syntax: its declaration; of values of enums without a name, the enum's.
        static: whether it belongs to the class.
        coroutine: whether the function has to be an `async def`.
        at_module: whether the constant or enum stands outside the class.
        inside: whether the class has it, too.
    """

    name: str
    python: str
    owner: ScriptClass
    syntax: Declaration
    static: bool = False
    coroutine: bool = False
    at_module: bool = False
    inside: bool = False


@dataclass(eq=False, slots=True)
class ScriptClass:
    """A class of a file.

    Attributes:
        name: in GDScript; empty for a file without `class_name`.
        python: in Python; unique within what a file sees.
        native: the engine class at the end of the chain of bases.
        module: where to import it from; empty within its own file.
        missing: module and name of a base whose file is not there.
    """

    name: str
    python: str
    syntax: ClassDeclaration
    outer: ScriptClass | None
    module: str = ""
    base: ScriptClass | None = None
    native: str = "RefCounted"
    missing: tuple[str, str] | None = None
    members: dict[str, Member] = field(default_factory=dict)
    classes: dict[str, ScriptClass] = field(default_factory=dict)

    def chain(self) -> Iterator[ScriptClass]:
        """The class and its bases."""
        at: ScriptClass | None = self
        seen: set[int] = set()
        while at is not None and id(at) not in seen:
            seen.add(id(at))
            yield at
            at = at.base

    def find(self, name: str) -> Member | None:
        """The member of that name, here or in a base."""
        return next((c.members[name] for c in self.chain() if name in c.members), None)

    def find_class(self, name: str) -> ScriptClass | None:
        """The inner class of that name, here or in a base."""
        return next((c.classes[name] for c in self.chain() if name in c.classes), None)

    def own_init(self) -> Function | None:
        """Its `_init`."""
        member = self.members.get("_init")
        return member.syntax if member and isinstance(member.syntax, Function) else None

    @property
    def is_file(self) -> bool:
        """Whether it is that of a whole file."""
        return self.outer is None


class Project:
    """The files around the one that is converted.

    Args:
        path: the file.
    """

    def __init__(self, path: str) -> None:
        file = Path(path)
        self.folder = next(
            (place for place in file.resolve().parents if (place / "project.godot").is_file()),
            file.resolve().parent,
        )
        self._files: dict[str, ScriptFile | None] = {}
        self._names: dict[str, str] | None = None
        self._autoloads: dict[str, str] | None = None

    def file(self, path: str, near: str = "") -> ScriptFile | None:
        """The script of a `res://` path, or one beside another; None where there is none."""
        if not path.startswith("res://"):
            folder = near.removeprefix("res://").rpartition("/")[0]
            path = f"res://{folder}/{path}" if folder else f"res://{path}"
        if path not in self._files:
            self._files[path] = None
            self._files[path] = self._read(path)
        return self._files[path]

    def _read(self, path: str) -> ScriptFile | None:
        place = self.folder / path.removeprefix("res://")
        if place.suffix != ".gd" or not place.is_file():
            return None
        try:
            script = parse(place.read_text(encoding="utf-8"), path)
        except (ParseError, OSError, UnicodeDecodeError):
            return None
        return ScriptFile(script, self, module_name_of(path))

    def refers(self, module: str, file: ScriptFile) -> bool:
        """Whether another script speaks of a file or its class."""
        other = next((f for f in self._files.values() if f and f.module == module), None)
        if other is None:
            return False
        text = "\n".join(other.script.lines)
        name = file.script.body.name
        by_path = file.script.path.rpartition("/")[2] in text
        return by_path or bool(name and re.search(rf"\b{name}\b", text))

    def path_of(self, class_name: str) -> str | None:
        """The file whose `class_name` it is."""
        if self._names is None:
            self._names = dict(self._class_names())
        return self._names.get(class_name)

    def _class_names(self) -> Iterator[tuple[str, str]]:
        if not (self.folder / "project.godot").is_file():
            files = sorted(self.folder.glob("*.gd"))
        else:
            files = sorted(self.folder.rglob("*.gd"))
        for file in files:
            text = file.read_text(encoding="utf-8", errors="replace")
            found = re.search(r"^\s*class_name\s+(\w+)", text, re.MULTILINE)
            if found:
                yield found[1], f"res://{file.relative_to(self.folder).as_posix()}"

    def autoload(self, name: str) -> str | None:
        """The file of an autoloaded singleton of that name."""
        if self._autoloads is None:
            self._autoloads = self._read_autoloads()
        return self._autoloads.get(name)

    def _read_autoloads(self) -> dict[str, str]:
        settings = self.folder / "project.godot"
        if not settings.is_file():
            return {}
        text = settings.read_text(encoding="utf-8", errors="replace")
        section = re.search(r"^\[autoload\]\s*$(.*?)(?=^\[|\Z)", text, re.MULTILINE | re.DOTALL)
        entries = re.findall(r'^(\w+)\s*=\s*"\*([^"]*)"', section[1], re.M) if section else []
        return dict(entries)


class ScriptFile:
    """A file: its classes, and what its functions assign.

    Attributes:
        root: the class of the whole file.
        classes: all of its classes by the names that they have in Python.
        project: the files around it.
        contents: what is put into arrays and dictionaries, by their names.
        keys: strings that are keys of dictionaries, with what stands under them.
        members: the names of all members of its classes.
        locals: the names of all local variables and parameters.
    """

    def __init__(self, script: Script, project: Project, module: str = "") -> None:
        self.script = script
        self.project = project
        self.module = module
        self.classes: dict[str, ScriptClass] = {}
        self.root = self._make_class(script.body, None)
        for cls in list(self.classes.values()):
            self._find_base(cls)
        self._asked: set[str] = set()
        self._mentioned: dict[str, int] = {}
        self._calls: dict[str, list[Call]] = {}
        self.contents: dict[str, list[Expression]] = {}
        self.keys: dict[str, list[Expression]] = {}
        self.locals: set[str] = set()
        self._assigned = self._find_assigned()
        for cls in self.classes.values():
            self._fill(cls)
        self._keep_together()
        self._expose()
        self.members = {name for cls in self.classes.values() for name in cls.members}
        self._spread_coroutines()

    # Classes --------------------------------------------------------------------------------------

    def _make_class(self, syntax: ClassDeclaration, outer: ScriptClass | None) -> ScriptClass:
        python = syntax.name or class_name_of(self.script.path)
        while python in self.classes:
            python = f"{outer.python if outer else 'Main'}{python}"
        cls = ScriptClass(syntax.name, python, syntax, outer, self.module)
        self.classes[python] = cls
        for member in syntax.members:
            if isinstance(member, ClassDeclaration):
                cls.classes[member.name] = self._make_class(member, cls)
        return cls

    def _find_base(self, cls: ScriptClass) -> None:
        extends = cls.syntax.extends
        if extends is None:
            return
        cls.base = self._script_base(extends, cls)
        if cls.base is not None:
            return
        if extends.path is None and is_class(extends.names[0]):
            cls.native = extends.names[0]
        elif extends.path is not None:
            path = extends.path.removeprefix("res://")
            cls.missing = module_name_of(path), class_name_of(path)
        else:
            cls.missing = member_module(extends.names[0]), extends.names[0]

    def _script_base(self, extends: Extends, cls: ScriptClass) -> ScriptClass | None:
        names = list(extends.names)
        found: ScriptClass | None
        if extends.path is not None:
            file = self.project.file(extends.path, self.script.path)
            found = file.root if file else None
        else:
            found = self.class_named(names.pop(0), cls.outer or cls)
        for name in names:
            found = found.find_class(name) if found else None
        return None if found is cls else found

    def class_named(self, name: str, inside: ScriptClass) -> ScriptClass | None:
        """The script's class that a name stands for, as seen from a class."""
        at: ScriptClass | None = inside
        while at is not None:
            if at.name == name:
                return at
            found = at.find_class(name) or self._preloaded(at.find(name))
            if found is not None:
                return found
            at = at.outer
        if is_class(name) or is_builtin(name):
            return None
        path = self.project.path_of(name)
        if path is None or path == self.script.path:
            return None
        file = self.project.file(path)
        return file.root if file else None

    def _preloaded(self, member: Member | None) -> ScriptClass | None:
        """The class that a constant names: `const Other = preload("other.gd")`."""
        if member is None or not isinstance(member.syntax, Constant):
            return None
        return self.class_value(member.syntax.value, member.owner)

    def class_value(self, value: Expression, inside: ScriptClass) -> ScriptClass | None:
        """The script's class that an expression stands for."""
        match value:
            case Call(callee=Name(id="preload" | "load"), arguments=[Literal(value=str(path))]):
                file = self.project.file(path, self.script.path)
                return file.root if file else None
            case Name(id=name) if name not in ("self", "super"):
                member = inside.find(name)
                if member is not None and isinstance(member.syntax, Constant):
                    return None if member.syntax.value is value else self._preloaded(member)
                return self.class_named(name, inside)
            case Attribute(base=base, name=name):
                outer = self.class_value(base, inside)
                if outer is None:
                    return None
                return outer.find_class(name) or self._preloaded(outer.find(name))
        return None

    # Members --------------------------------------------------------------------------------------

    def _fill(self, cls: ScriptClass) -> None:
        cls.native = next((c.native for c in cls.chain() if c.base is None), "RefCounted")
        for syntax in cls.syntax.members:
            match syntax:
                case Enum(name="", entries=entries):
                    for entry in entries:
                        self._add(cls, entry.name, syntax)
                case Function(name=name, static=static):
                    member = self._add(cls, name, syntax)
                    member.static = static
                    member.coroutine = awaits(syntax.body or [])
                case Variable(name=name, static=static):
                    self._add(cls, name, syntax).static = static
                case Constant(name=name) | Enum(name=name) | SignalDeclaration(name=name):
                    self._add(cls, name, syntax)

    def _add(self, cls: ScriptClass, name: str, syntax: Declaration) -> Member:
        member = Member(name, member_name(name, cls.native), cls, syntax)
        if isinstance(syntax, (Constant, Enum)):
            member.at_module = (
                cls.is_file and not cls.name and not self.module and name not in self._asked
            )
            if member.at_module and name in self.classes:
                member.at_module = False
        cls.members[name] = member
        return member

    def _keep_together(self) -> None:
        """Constants stand outside of the class only where they need nothing that is in it."""
        inside = True
        while inside:
            inside = False
            for member in self.root.members.values():
                if not member.at_module:
                    continue
                for name in names_in(member.syntax):
                    other = self.root.members.get(name)
                    if name in self.root.classes or (other is not None and not other.at_module):
                        member.at_module = False
                        inside = True

    def _expose(self) -> None:
        """Constants that inner classes need before the class of the file is there."""
        needed: set[str] = set()
        for cls in self.classes.values():
            if not cls.is_file:
                needed |= names_in([_early_values(member) for member in cls.syntax.members])
        waiting = [name for name in needed if name in self.root.members]
        while waiting:
            member = self.root.members[waiting.pop()]
            if member.at_module or not isinstance(member.syntax, (Constant, Enum)):
                continue
            if self.module or names_in(member.syntax) & self.root.classes.keys():
                continue
            member.at_module = member.inside = True
            waiting += names_in(member.syntax) & self.root.members.keys()

    def _spread_coroutines(self) -> None:
        """Functions that are awaited are coroutines in every class of a chain, or in none."""
        awaited = {
            member.name
            for cls in self.classes.values()
            for member in cls.members.values()
            if member.coroutine
        }
        for cls in self.classes.values():
            for name in awaited & cls.members.keys():
                mine = cls.members[name]
                for base in list(cls.chain())[1:]:
                    other = base.members.get(name)
                    if other is None or not (mine.coroutine or other.coroutine):
                        continue
                    if not name.startswith("_"):
                        mine.coroutine = other.coroutine = True

    # Values ---------------------------------------------------------------------------------------

    def _find_assigned(self) -> dict[str, list[Assign]]:
        found: dict[str, list[Assign]] = {}
        for node in walk(self.script.body):
            match node:
                case Assign(target=Name(id=name) | Attribute(name=name)):
                    found.setdefault(name, []).append(node)
                case Assign(target=Subscript(base=base, index=index)):
                    self._put(base, node.value)
                    if isinstance(index, Literal) and isinstance(index.value, str):
                        self.keys.setdefault(index.value, []).append(node.value)
                case Call(callee=Attribute(base=base, name=name), arguments=[*_, last]):
                    if name in ("append", "push_back", "push_front", "insert"):
                        self._put(base, last)
                case DictionaryLiteral(pairs=pairs):
                    for key, value in filter(None, pairs):
                        if isinstance(key, Literal) and isinstance(key.value, str):
                            self.keys.setdefault(key.value, []).append(value)
                case Subscript(index=Literal(value=str(key))):
                    self.keys.setdefault(key, [])
                case LocalVariable(name=name) | For(name=name) | BindPattern(name=name):
                    self.locals.add(name)
                case Parameter(name=name):
                    self.locals.add(name)
            match node:
                case Attribute(base=base, name=name):
                    if not (isinstance(base, Name) and base.id == "self"):
                        self._asked.add(name)
                    self._mentioned[name] = self._mentioned.get(name, 0) + 1
                case Name(id=name):
                    self._mentioned[name] = self._mentioned.get(name, 0) + 1
                case Call(callee=Attribute(name=name) | Name(id=name)):
                    self._calls.setdefault(name, []).append(node)
        return found

    def _put(self, base: Expression, value: Expression) -> None:
        name = base.id if isinstance(base, Name) else getattr(base, "name", "")
        if name:
            self.contents.setdefault(name, []).append(value)

    def calls(self, name: str) -> list[Call] | None:
        """All calls of functions of a name; None when they are used in other ways, too."""
        found = self._calls.get(name, [])
        return found if found and len(found) == self._mentioned.get(name, 0) else None

    def assigned(self, name: str) -> list[Assign]:
        """All assignments to something of that name."""
        return self._assigned.get(name, [])


def _early_values(member: Declaration) -> list[Syntax]:
    """What Python looks at when it makes the class of a member."""
    match member:
        case Constant() | Enum():
            return [member]
        case Variable(value=Expression() as value):
            early = member.static or any(a.name.startswith("export") for a in member.annotations)
            return [value] if early else []
        case Function(parameters=parameters):
            return [p.default for p in parameters if p.default is not None]
    return []


def script_type(cls: ScriptClass) -> StaticType:
    """The type of instances of a script's class."""
    return StaticType(t.SCRIPT_KIND, cls.python)


def script_reference(cls: ScriptClass) -> StaticType:
    """The type of a script's class used as a value."""
    return StaticType(t.SCRIPT_REFERENCE_KIND, cls.python)
