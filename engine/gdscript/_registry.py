"""All scripts of one project: found by path and by name, loaded once, linked to each other.

Loading a script has three steps, because scripts may refer to each other in a circle:

1. Its classes are made, after those that they extend. What it was compiled to comes from the disk
   when nothing has changed that it goes by (`_script_cache`); else from the compiler, which is not
   even imported before that.
2. The scripts that it names are loaded, too, and put into its namespace.
3. When nothing is left to link, constants are made and static variables get their values, those of
   the scripts that it goes by first.

A script that cannot be loaded is said once, and stands as a class without instances.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._lazy import lazy
from engine.core.output import Message
from engine.core.project_settings import ProjectSettings
from engine.gdscript import _script_cache as cache
from engine.gdscript._runtime import RUNTIME
from engine.gdscript._script_classes import (
    autoload,
    broken_class,
    facts_of,
    finish_class,
    static_class,
    static_property,
)
from engine.gdscript._script_errors import allow_deep_calls
from engine.gdscript._script_scan import RES, class_name_in, root_script, script_files, whole_path
from engine.gdscript._symbols import engine_symbol

if TYPE_CHECKING:
    from engine.gdscript import _compilation
    from engine.gdscript._syntax import ParseError
else:
    _compilation = lazy("engine.gdscript._compilation")

_DEEPEST_SCENES = 16  # scenes whose root is an instance of another


class _Unit:
    """One script: its namespace, and how far it has come."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.cls: type[Any] | None = None
        self.classes: dict[str, type[Any]] = {}
        self.namespace: dict[str, Any] = {}
        self.constants: Any = None  # code that is still to be run
        self.statics: Any = None
        self.scripts: list[str] = []
        self.borrowed: tuple[str, ...] = ()
        self.compiled: Any = None  # classes, parts and names; or errors
        self.begun = False
        self.failed = False

    def needs(self) -> list[str]:
        """The scripts that its code names."""
        if not isinstance(self.compiled, tuple):
            return []
        paths = (
            name.partition(":")[2]
            for name in self.compiled[2]
            if name.startswith(("@script:", "@base:"))
        )
        return [path for path in paths if path.endswith(".gd") or "::" in path]


class Project:
    """The scripts below one folder.

    Attributes:
        folder: what `res://` is.
        singletons: the nodes of autoloads, by name.
        use_cache: whether compiled scripts are kept on disk.
        load_python: gives the class of a Python file, by its `res://` path.
    """

    def __init__(self, folder: Path | None = None) -> None:
        allow_deep_calls()
        self.folder = folder
        self.singletons: dict[str, Any] = {}
        self.use_cache = not cache.is_off()
        self.load_python: Callable[[str], type[Any] | None] | None = None
        self._python_classes: dict[str, type[Any]] = {}
        self._units: dict[str, _Unit] = {}
        self._sources: dict[str, bytes | None] = {}
        self._digests: dict[str, bytes] = {}
        self._names: dict[str, str] | None = None
        self._workspace: Any = None
        self._loading = 0
        self._unlinked: list[_Unit] = []
        self._unready: list[_Unit] = []

    # Files ---------------------------------------------------------------------------------------

    def file_of(self, path: str) -> str:
        """The file of a `res://` or `user://` path."""
        if self.folder is not None and path.startswith(RES):
            return os.path.join(self.folder, path[len(RES) :])
        return ProjectSettings.globalize_path(path) if "://" in path else path

    def source(self, path: str) -> bytes | None:
        """The text of a script, as it was when it was first read."""
        if path not in self._sources:
            try:
                self._sources[path] = Path(self.file_of(path)).read_bytes()
            except OSError:
                self._sources[path] = None
        return self._sources[path]

    def set_source(self, path: str, source: str) -> None:
        """Gives the text of a script that has no file; it is loaded anew."""
        self._units.pop(path, None)
        self._digests.pop(path, None)
        if self._workspace is not None:
            self._workspace.forget(path)
        self._sources[path] = source.encode()

    def exists(self, path: str) -> bool:
        """Whether there is a file."""
        return os.path.isfile(self.file_of(path))

    def _digest(self, path: str) -> bytes:
        found = self._digests.get(path)
        if found is None:
            source = self.source(path)
            found = self._digests[path] = b"" if source is None else cache.digest(source)
        return found

    def class_names(self) -> dict[str, str]:
        """The files of all classes with a project-wide name."""
        if self._names is None:
            self._names = {}
            folder = self.folder or Path(ProjectSettings.globalize_path(RES))
            for path, _ in script_files(folder):
                source = self.source(path)
                name = class_name_in(source) if source else ""
                if name:
                    self._names.setdefault(name, path)
        return self._names

    def class_path(self, name: str) -> str | None:
        """The file whose `class_name` it is."""
        return self.class_names().get(name)

    def autoload_path(self, name: str) -> str | None:
        """The file of an autoloaded singleton."""
        key = f"autoload/{name}"
        if not ProjectSettings.has_setting(key):
            return None
        path = str(ProjectSettings.get_setting(key))
        return whole_path(path[1:]) if path.startswith("*") else None

    def scene_script(self, path: str) -> str:
        """The path of the script that the root of a scene has; nothing without one."""
        for _ in range(_DEEPEST_SCENES):
            if not path.endswith(".tscn"):
                return path
            try:
                text = Path(self.file_of(path)).read_text("utf-8")
            except (OSError, UnicodeDecodeError):
                return ""
            path = root_script(text)
        return ""

    def python_class(self, path: str) -> type[Any] | None:
        """The class of a Python file, or the one that was registered under a name."""
        if path.endswith(".py"):
            return self.load_python(path) if self.load_python is not None else None
        return self._python_classes.get(path)

    def register_class(self, cls: type[Any], name: str = "") -> None:
        """Lets scripts extend a Python class by its name."""
        self._python_classes[name or cls.__name__] = cls

    # Loading -------------------------------------------------------------------------------------

    def load(self, path: str) -> type[Any] | None:
        """The class of a script; None, with error messages, when there is no such file."""
        path = whole_path(path)
        if path not in self._units and self.source(path) is None:
            output.error(f"Attempt to open script '{path}' resulted in error 'File not found'.")
            output.error(f"Failed loading resource: {path}.")
            return None
        unit = self._unit(path)
        self._loading += 1
        try:
            if not unit.begun:
                self._check(unit)
                self._make(unit)
            if self._loading == 1:
                self._settle(unit)
        finally:
            self._loading -= 1
        return unit.cls

    def _unit(self, path: str) -> _Unit:
        unit = self._units.get(path)
        if unit is None:
            unit = self._units[path] = _Unit(path)
        return unit

    def is_loaded(self, path: str) -> bool:
        """Whether a script has been loaded."""
        return path in self._units

    def loaded(self, path: str) -> type[Any] | None:
        """The class of a script that has been loaded."""
        unit = self._units.get(path)
        return None if unit is None else unit.cls

    def _check(self, unit: _Unit) -> None:
        """Compiles a script with all that it names; says what is wrong with any of them.

        One that only names a script that is wrong can be used all the same, as in Godot.
        """
        wrong = [one for one in self._compiled_with(unit) if isinstance(one.compiled, list)]
        for one in wrong:
            self._fail(one, one.compiled)
        if unit in wrong:
            if unit.compiled:
                self._say_failed(unit, "Parse error")
        elif any(one.compiled for one in wrong):
            where = f"GDScript::reload ({unit.path}:0)"
            text = "Compile Error: Failed to compile depended scripts."
            output.report(Message("SCRIPT ERROR", text, where))
            self._say_failed(unit, "Compilation failed")

    def _compiled_with(self, unit: _Unit) -> list[_Unit]:
        found = [unit]
        for one in found:
            if one.compiled is None:
                one.compiled = self._compiled(one.path)
            for path in one.needs():
                other = self._unit(path)
                if not other.begun and other not in found:
                    found.append(other)
        return found

    def _make(self, unit: _Unit) -> None:
        """Makes the classes of a script that has been compiled."""
        unit.begun = True
        if unit.failed:
            return
        classes, parts, names, unit.borrowed = unit.compiled
        define, unit.constants, unit.statics = parts
        namespace = unit.namespace
        namespace.update(RUNTIME)
        namespace["__name__"] = namespace["__file__"] = unit.path
        namespace["@autoload"] = autoload(self)
        namespace["@static_class"] = static_class
        namespace["@static_property"] = static_property
        for name in names:
            self._find_name(unit, name)
        if unit.failed:
            return
        exec(define, namespace)
        for data in classes:
            unit.classes[data["name"]] = namespace[f"@class:{data['name']}"]
        for data in classes:
            finish_class(unit.classes[data["name"]], data, self, namespace)
        for data in classes:
            outer, _, own = data["name"].rpartition(".")
            if own:
                setattr(unit.classes[outer], own, unit.classes[data["name"]])
        unit.cls = unit.classes[""]
        self._unlinked.append(unit)
        self._unready.append(unit)

    def _find_name(self, unit: _Unit, name: str) -> None:
        """Puts something into a namespace that its code expects; scripts follow later."""
        kind, _, rest = name[1:].partition(":")
        if kind == "base":
            base = self._base(rest)
            if base is None or is_broken(base):
                self._fail(unit, [])
                self._say_failed(unit, "Compilation failed")
            unit.namespace[name] = base
        elif kind == "script":
            unit.scripts.append(rest)
        elif kind not in ("class", "const", "value"):
            unit.namespace[name] = engine_symbol(kind, rest)

    def _base(self, path: str) -> type[Any] | None:
        if path.startswith("python:"):
            return self._python_classes.get(path.removeprefix("python:"))
        if path.endswith(".py"):
            return self.python_class(path)
        return self.load(path)

    def _settle(self, first: _Unit) -> None:
        """Links what has been made, makes constants, then lets it all begin."""
        while self._unlinked:
            unit = self._unlinked.pop(0)
            for path in unit.scripts:
                unit.namespace[f"@script:{path}"] = self._base(path)
        waiting, self._unready = self._unready, []
        for unit in waiting:
            self._make_constants(unit)
        for unit in (first, *waiting):
            self._begin(unit)

    def _make_constants(self, unit: _Unit) -> None:
        part, unit.constants = unit.constants, None
        if part is not None:
            for path in unit.borrowed:
                if path in self._units:
                    self._make_constants(self._units[path])
            self._run(part, unit)

    def _run(self, part: Any, unit: _Unit) -> None:
        try:
            exec(part, unit.namespace)
        except Exception as exception:
            RUNTIME["@failed"](exception)

    def _begin(self, unit: _Unit) -> None:
        """Runs what gives static variables their values, after that of the scripts it names."""
        part, unit.statics = unit.statics, None
        if part is None:
            return
        base = None if unit.cls is None else facts_of(unit.cls.__mro__[1])
        others = [base.path] if base is not None else []
        for path in (*others, *unit.scripts):
            if path in self._units:
                self._begin(self._units[path])
        self._run(part, unit)

    def _fail(self, unit: _Unit, errors: list[ParseError]) -> None:
        """Says what is wrong with a script, and puts a class in its place that has no instances."""
        unit.failed = unit.begun = True
        for error in errors:
            where = f"GDScript::reload ({unit.path}:{error.line}:{error.column})"
            output.report(Message("SCRIPT ERROR", f"Parse Error: {error.message}", where))
        unit.cls = broken_class(unit.path, self)

    def _say_failed(self, unit: _Unit, why: str) -> None:
        if not unit.path.startswith("gdscript://"):  # made while the program runs
            output.error(f'Failed to load script "{unit.path}" with error "{why}".')

    # Compiled code -------------------------------------------------------------------------------

    def _compiled(self, path: str) -> Any:
        """What a script was compiled to, as three values; or the errors that it has."""
        source = self.source(path) or b""
        key = cache.key_of(path, source, self._surroundings) if self.use_cache else ""
        kept = cache.read(key) if key else None
        if kept is not None:
            depends, *compiled = kept
            if all(self._digest(other) == digest for other, digest in depends):
                return tuple(compiled)
        return self._compile(path, key)

    def _compile(self, path: str, key: str) -> Any:
        workspace = self._workspace = self._workspace or _compilation.workspace_for(self)
        compiled = _compilation.compile_script(path, workspace)
        if isinstance(compiled, list):
            return compiled
        if key:
            depends = [
                (other, self._digest(other))
                for other in workspace.used_by(path)
                if other != path and not other.startswith("python:")
            ]
            cache.write(key, (depends, *compiled))
        return compiled

    @cached_property
    def _surroundings(self) -> bytes:
        """What scripts go by besides each other: names, and which paths they stand for."""
        found = [f"{name}={path}" for name, path in sorted(self.class_names().items())]
        for entry in ProjectSettings.get_property_list():
            name = str(entry["name"])
            if name.startswith("autoload/"):
                found.append(f"{name}={ProjectSettings.get_setting(name)}")
        return "\n".join(found).encode()

    # Types ---------------------------------------------------------------------------------------

    def specification(self, kind: Any) -> Any:
        """A type as the helpers take it, from the plain values that stand for it."""
        if kind is None or isinstance(kind, str):
            return kind
        if kind[0] == "@engine":
            return engine_symbol("type", kind[1])
        if kind[0] == "@script":
            return self.class_at(kind[1], kind[2])
        return (kind[0], *(self.specification(inner) for inner in kind[1:]))

    def class_at(self, path: str, name: str) -> type[Any] | None:
        """A class by its file and the names inside it."""
        unit = self._units.get(path)
        if unit is not None and name in unit.classes:  # it may be under way
            return unit.classes[name]
        cls: Any = self._base(path)
        for part in name.split(".") if name else ():
            cls = getattr(cls, part)
        found: type[Any] | None = cls
        return found


def is_broken(cls: Any) -> bool:
    """Whether a class stands for a script that could not be loaded."""
    facts = facts_of(cls)
    return facts is not None and facts.broken
