"""Living classes: what is added to a script's Python class when it has been made.

`ScriptFacts` hangs at each class as `_gd_info`. It answers what scripts and the engine ask of the
class while the program runs, from the plain values of `_class_data`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from types import FunctionType
from typing import TYPE_CHECKING, Any

from engine.core import output, property_info
from engine.core._calls import class_and_file
from engine.core._class_setup import Export, FreshDefault
from engine.core._reflection import is_engine_class
from engine.core._text import write_with
from engine.core.object import Object
from engine.core.string_name import StringName
from engine.gdscript._runtime import RUNTIME

if TYPE_CHECKING:
    from engine.gdscript._registry import Project

STATIC, SETTER, GETTER, ONREADY, EXPORTED = 1, 2, 4, 8, 16
UNKNOWN_DEFAULT = "@unknown"
_new_ids = itertools.count(-(1 << 63) + 20_000_000_000, 1)
_PLAIN_DEFAULTS: dict[str, Any] = {"bool": False, "int": 0, "float": 0.0, "String": ""}
_MISFIT = object()


class ScriptFacts:
    """What is known of a script's class at run time.

    Attributes:
        cls: the Python class.
        path: the file.
        name: the names from the file's class inwards; empty for the file's own.
        label: the `class_name`; empty without one.
        data: the plain values; see `_class_data`.
        broken: whether the script could not be loaded, so that there are no instances.
    """

    __slots__ = (
        "_converters",
        "_defaults",
        "_id",
        "broken",
        "cls",
        "data",
        "label",
        "meta",
        "name",
        "path",
        "project",
        "script",
    )

    def __init__(
        self, cls: type[Any], data: dict[str, Any], project: Project, broken: bool = False
    ) -> None:
        self.cls = cls
        self.data = data
        self.path: str = data["path"]
        self.name: str = data["name"]
        self.label: str = data["label"]
        self.project = project
        self.broken = broken
        self.script: Any = cls  # what `get_script` gives
        self.meta: dict[str, Any] = {}
        self._id = 0
        self._converters: dict[str, Callable[[Any], Any]] = {}
        self._defaults: dict[str, Any] | None = None

    def __repr__(self) -> str:
        return f"<ScriptFacts {self.path} {self.name}>"

    @property
    def instance_id(self) -> int:
        """The id of the script as an object."""
        if not self._id:
            self._id = next(_new_ids)
        return self._id

    @property
    def resource_path(self) -> str:
        """The file's path; nothing for inner classes."""
        return "" if self.name else self.path

    @property
    def file_name(self) -> str:
        """The file's name, without its folder."""
        return self.path.rpartition("/")[2]

    def text(self) -> str:
        """The class as it is printed."""
        return f"({self.resource_path}):<GDScript#{self.instance_id}>"

    def shown(self) -> str:
        """The class as messages name it: `Node (main.gd)`, `Node (Main)`."""
        native = self.data["native"]
        return f"{native} ({self.name.rpartition('.')[2] or self.label or self.file_name})"

    def variable(self, name: str) -> tuple[Any, ...] | None:
        """The record of a variable, here or in a base."""
        found: tuple[Any, ...] | None = self._find("variables", name)
        return found

    def function(self, name: str) -> tuple[Any, ...] | None:
        """The record of a function, here or in a base."""
        found: tuple[Any, ...] | None = self._find("functions", name)
        return found

    def signal(self, name: str) -> tuple[Any, ...] | None:
        """The record of a signal, here or in a base."""
        found: tuple[Any, ...] | None = self._find("signals", name)
        return found

    def _find(self, kind: str, name: str) -> Any:
        for facts in chain(self.cls):
            found = facts.data[kind].get(name)
            if found is not None:
                return found
        return None

    # Types ---------------------------------------------------------------------------------------

    def converter(self, name: str) -> Callable[[Any], Any] | None:
        """Makes a value fit a variable; None where any value does. It raises TypeError."""
        found = self._converters.get(name)
        if found is None:
            for facts in chain(self.cls):
                variable = facts.data["variables"].get(name)
                if variable is not None:
                    found = facts._make_converter(variable[1])
                    break
            self._converters[name] = found or _as_it_is
        return None if found is None or found is _as_it_is else found

    def _make_converter(self, kind: Any) -> Callable[[Any], Any] | None:
        specification = self.project.specification(kind)
        if specification is None:
            return None
        is_type, construct = RUNTIME["@is_type"], RUNTIME["@construct"]
        is_object = isinstance(specification, type)

        def fitted(value: Any) -> Any:
            if is_type(value, specification) or (value is None and is_object):
                return value
            if value is None or not isinstance(specification, str):
                raise TypeError("a value of another type")
            return construct(specification, value)

        return fitted

    # Lists ---------------------------------------------------------------------------------------

    def title(self, by_file: bool) -> str:
        """What stands in brackets behind the engine's class where callables are printed."""
        if self.name:
            return ""
        return self.file_name if by_file or not self.label else self.label

    def variable_names(self) -> Iterator[str]:
        """The variables of all levels that are not static, the base's first."""
        for facts in reversed(chain(self.cls)):
            for name, variable in facts.data["variables"].items():
                if not variable[2] & STATIC:
                    yield name

    def property_list(self, instance: Any) -> list[dict[str, Any]]:
        """The entries of all levels, derived classes first, each under its category."""
        found: list[dict[str, Any]] = []
        for facts in chain(self.cls):
            found.append(facts.category())
            found += [property_entry(entry) for entry in facts.data["entries"]]
            listing = vars(facts.cls).get("_get_property_list")
            if listing is not None:
                found += map(_completed, listing(instance) or ())
        return found

    def listed(self, instance: Any) -> list[dict[str, Any]]:
        """What `_get_property_list` of each level gives."""
        found: list[dict[str, Any]] = []
        for facts in chain(self.cls):
            listing = vars(facts.cls).get("_get_property_list")
            if listing is not None:
                found += map(_completed, listing(instance) or ())
        return found

    def told_default_of(self, name: str) -> Any:
        """The value that an exported variable begins with, as far as Godot tells; else None."""
        for facts in chain(self.cls):
            variable = facts.data["variables"].get(name)
            if variable is None or facts.name or not variable[2] & EXPORTED:
                continue
            default = variable[3]
            if default is None:
                return default_value(variable[1], self.project)
            return None if default == UNKNOWN_DEFAULT else default
        return None

    def category(self) -> dict[str, Any]:
        """The entry over those of a class."""
        path = self.resource_path
        name = self.file_name if path else "Built-in script"
        return property_entry((name, "", 0, 0, path, _CATEGORY))

    def method_list(self) -> list[dict[str, Any]]:
        """The functions of all levels, derived classes first."""
        return [
            method_entry(name, record[1], record[2], record[3], record[4])
            for facts in chain(self.cls)
            for name, record in facts.data["functions"].items()
        ]

    def signal_entries(self) -> dict[str, dict[str, Any]]:
        """The signals of all levels, derived classes first."""
        found: dict[str, dict[str, Any]] = {}
        for facts in chain(self.cls):
            for name, (_, arguments) in facts.data["signals"].items():
                found.setdefault(name, method_entry(name, arguments, [], _NOTHING, 1))
        return found

    # Making instances ----------------------------------------------------------------------------

    def refuses_instances(self) -> bool:
        """Whether the engine can make no instance without arguments; it says why."""
        if self.data["abstract"]:
            output.error(
                f"Cannot set object script. Script '{self.resource_path}' should not be abstract."
            )
            return True
        return self.expected_arguments(0) >= 0

    def expected_arguments(self, given: int) -> int:
        """How many arguments `_init` expects, with a message, when it was given others; else -1."""
        init = self.function("_init")
        least, most = (0, 0) if init is None else init[5:7]
        if given >= least and (most < 0 or given <= most):
            return -1
        expected = int(least if given < least else most)
        place = class_and_file(self.cls)
        output.error(
            f"Error constructing a GDScriptInstance: '{place}::_init': Method expected "
            f"{expected} argument(s), but called with {given}"
        )
        return expected

    # Asking and setting --------------------------------------------------------------------------

    def ask_get(self, instance: Any, name: str) -> Any:
        """What the first `_get` of the chain says that says anything."""
        for function in self._functions("_get"):
            value = function(instance, StringName(name))
            if value is not None:
                return value
        return None

    def ask_set(self, instance: Any, name: str, value: Any) -> bool:
        """Whether a `_set` of the chain takes a value."""
        return any(
            function(instance, StringName(name), value) for function in self._functions("_set")
        )

    def _functions(self, name: str) -> list[Any]:
        """A function as each class of the chain has it, derived ones first."""
        return [
            vars(base)[name]
            for base in self.cls.__mro__
            if name in vars(base) and not is_engine_class(base)
        ]

    def default_of(self, name: str) -> Any:
        """What an exported variable has in a fresh instance, so that scenes need not store it.

        None where Godot knows none: in classes inside of a file, and in scripts without one.
        """
        if self.name or "::" in self.path or not self.project.exists(self.path):
            return None
        if self._defaults is None:
            fresh: Any = self.cls.__new__(self.cls)  # type: ignore[call-overload]
            for facts in reversed(chain(self.cls)):
                start = vars(facts.cls).get("@implicit_new")
                if start is not None:
                    start(fresh)
            self._defaults = {one: fresh.get(one) for one in self.cls._exports}
            if not self.cls._ref_counted:
                fresh._free_now()
        return self._defaults.get(name)

    def set_variable(self, instance: Any, name: str, value: Any) -> bool:
        """Sets a variable of an instance by name, as Godot does.

        Returns:
            Whether there is such a variable; a value that does not fit is passed over.
        """
        variable = self.variable(name)
        if variable is None:
            return False
        convert = self.converter(name)
        if convert is not None:
            try:
                value = convert(value)
            except (TypeError, RUNTIME["@ScriptError"]):
                return True
        if variable[2] & STATIC:
            holder = next(f.cls for f in chain(self.cls) if name in f.data["variables"])
            setattr(holder, variable[0], value)
        else:
            setattr(instance, variable[0], value)
        return True


_CATEGORY = int(property_info.PROPERTY_USAGE_CATEGORY)
_NOTHING = ("", "", 0, 0, "", int(property_info.PROPERTY_USAGE_DEFAULT))


def property_entry(entry: Sequence[Any]) -> dict[str, Any]:
    """An entry of a property list."""
    name, class_name, kind, hint, hint_string, usage = entry
    return {
        "name": name,
        "class_name": StringName(class_name),
        "type": kind,
        "hint": hint,
        "hint_string": hint_string,
        "usage": usage,
    }


def _completed(entry: Any) -> dict[str, Any]:
    """An entry that a script gives, with what it leaves out."""
    whole = property_entry(_NOTHING)
    whole.update({str(key): value for key, value in entry.items()})
    return whole


def method_entry(
    name: str, arguments: Sequence[Any], defaults: Sequence[Any], result: Any, flags: int
) -> dict[str, Any]:
    """An entry of a method or signal list."""
    return {
        "name": name,
        "args": [property_entry(argument) for argument in arguments],
        "default_args": list(defaults),
        "flags": flags,
        "id": 0,
        "return": property_entry(result),
    }


def _class_text(cls: type[Any]) -> str:
    """A class as it is printed: a script, or one of the engine's."""
    facts = vars(cls).get("_gd_info")
    if facts is not None:
        return str(facts.script if facts.script is not cls else facts.text())
    if is_engine_class(cls) and hasattr(cls, "_class_name"):
        return f"<GDScriptNativeClass#{id(cls) - (1 << 63)}>"
    return str(cls)


write_with(type, _class_text)


def _as_it_is(value: Any) -> Any:
    return value


def facts_of(cls: Any) -> ScriptFacts | None:
    """What is known of a class, if it is a script's own."""
    found = vars(cls).get("_gd_info") if isinstance(cls, type) else None
    return found if isinstance(found, ScriptFacts) else None


def chain(cls: type[Any]) -> list[ScriptFacts]:
    """What is known of a class and those above it that are scripts', derived ones first."""
    return [found for base in cls.__mro__ if (found := vars(base).get("_gd_info")) is not None]


# Finishing ---------------------------------------------------------------------------------------


def finish_class(
    cls: type[Any], data: dict[str, Any], project: Project, namespace: dict[str, Any]
) -> ScriptFacts:
    """Adds to a fresh class what is not in its class statement."""
    facts = ScriptFacts(cls, data, project)
    cls._gd_info = facts
    name = cls.__qualname__.rpartition(".")[2]
    cls.__name__ = name
    cls._script_name = data["name"].rpartition(".")[2] or data["label"] or facts.file_name
    _add_signals(cls, data)
    for constant, value in data["constants"].items():
        setattr(cls, constant, value)
    prefix = f"@const:{data['name']}." if data["name"] else "@const:"
    for enum, values in data["enums"].items():
        namespace[prefix + enum] = RUNTIME["@read_only"](dict(values))
        setattr(cls, enum, namespace[prefix + enum])
    _add_variables(cls, data, project)
    _add_renamed(cls, data)
    _add_start(cls)
    # What `@rpc` marks here or above: overriding such a method without it changes nothing.
    cls._gd_remote = getattr(cls, "_gd_remote", frozenset()) | data["rpc"].keys()
    for function, config in data["rpc"].items():
        method = vars(cls)[data["functions"][function][0]]
        method._rpc_config = config
    return facts


def _add_signals(cls: type[Any], data: dict[str, Any]) -> None:
    from_names = RUNTIME["@Signal"]
    for name, (attribute, arguments) in data["signals"].items():
        declared = from_names(**{argument[0]: argument[2] for argument in arguments})
        declared._name = name
        setattr(cls, attribute, declared)


def _add_variables(cls: type[Any], data: dict[str, Any], project: Project) -> None:
    exports: dict[str, Export] = {}
    for name, (attribute, kind, flags, default) in data["variables"].items():
        value = default_value(kind, project)
        held = f"@value:{name}" if flags & (SETTER | GETTER) else attribute
        fresh = isinstance(value, (list, dict)) or hasattr(value, "append")
        setattr(cls, held, FreshDefault(held, value) if fresh and not flags & STATIC else value)
        if flags & EXPORTED:
            exports[name] = Export(name, value if default is None else default, _words(kind))
    base: Any = cls.__mro__[1]  # which has been finished, but had not been when this was made
    cls._exports = {**base._exports, **exports}
    late = vars(cls).get("@implicit_ready")
    cls._onready = base._onready if late is None else (*base._onready, (f"@{id(cls)}", late))


def static_class(base: type[Any], *names: str) -> type[Any]:
    """The type of a class with static variables that have setters or getters."""
    return type("ScriptClass", (type(base),), {name: _on_class(name) for name in names})


def _on_class(name: str) -> property:
    label = name if name[0] == "@" else f"@{name}"
    return property(
        lambda cls: getattr(cls, f"{label}_getter")(),
        lambda cls, value: getattr(cls, f"{label}_setter")(value),
    )


def static_property(name: str) -> property:
    """Such a variable, as instances have it."""
    return property(
        lambda self: getattr(type(self), name),
        lambda self, value: setattr(type(self), name, value),
    )


def _words(kind: Any) -> str:
    """A type as annotations write it."""
    if isinstance(kind, tuple) and kind[0] in ("Array", "Dictionary"):
        return f"{'list' if kind[0] == 'Array' else 'dict'}[{_words(kind[-1])}]"
    if isinstance(kind, tuple):
        return str(kind[-1] or kind[0])
    return {"Array": "list", "Dictionary": "dict", "String": "str", None: ""}.get(kind, str(kind))


def default_value(kind: Any, project: Project) -> Any:
    """What a variable of a type holds before anything is assigned."""
    if kind is None or kind in _PLAIN_DEFAULTS:
        return None if kind is None else _PLAIN_DEFAULTS[kind]
    if isinstance(kind, str):
        return RUNTIME["@construct"](kind)
    if kind[0] in ("Array", "Dictionary"):
        helper = RUNTIME[f"@typed_{kind[0].lower()}"]
        return helper([] if kind[0] == "Array" else {}, project.specification(kind))
    return None


def _add_renamed(cls: type[Any], data: dict[str, Any]) -> None:
    """The members that are kept under another name, for look-ups by name."""
    renamed = {
        name: record[0]
        for kind in ("variables", "functions", "signals")
        for name, record in data[kind].items()
        if record[0] != name
    }
    base: Any = cls.__mro__[1]
    cls._renamed = {**base._renamed, **renamed}
    for name, attribute in renamed.items():
        function = vars(cls).get(attribute)
        function = getattr(function, "__func__", getattr(function, "__wrapped__", function))
        if isinstance(function, FunctionType):  # in messages it is called as it was written
            function.__name__ = name
            function.__code__ = function.__code__.replace(co_name=name)


# Making instances --------------------------------------------------------------------------------


def _add_start(cls: type[Any]) -> None:
    """Gives a class its `__init__`: variables of all levels, then the nearest `_init`."""
    own = vars(cls)
    if "@implicit_new" not in own and "_init" not in own and chain(cls)[1:]:
        return  # the base's does the same
    levels = [own["@implicit_new"]] if "@implicit_new" in own else []
    base = cls.__mro__[1]
    init = own.get("_init")
    while facts_of(base) is not None:
        level = vars(base).get("@implicit_new")
        if level is not None:
            levels.insert(0, level)
        init = init or vars(base).get("_init")
        base = base.__mro__[1]
    if is_engine_class(base):
        cls.__init__ = _start(base, levels, init)
    else:
        cls.__init__ = _start_over_python(cls, base, levels, init)


def _start(base: type[Any], levels: list[Any], init: Any) -> Callable[..., None]:
    """An `__init__` over one of the engine's classes."""
    begin = base.__init__
    if begin is not Object.__init__:
        return _start_over_engine(begin, levels, init)
    if init is None:
        return _start_plainly(levels)
    if len(levels) == 1:
        level = levels[0]

        def start_level(self: Any, *args: Any) -> None:
            level(self)
            init(self, *args)

        return start_level

    def start(self: Any, *args: Any) -> None:
        for level in levels:
            level(self)
        init(self, *args)

    return start


def _start_plainly(levels: list[Any]) -> Callable[..., None]:
    if not levels:
        return lambda self: None
    if len(levels) == 1:
        level = levels[0]
        return lambda self: level(self)

    def start(self: Any) -> None:
        for level in levels:
            level(self)

    return start


def _start_over_engine(begin: Any, levels: list[Any], init: Any) -> Callable[..., None]:
    """Some of the engine's classes have an `__init__` of their own; the engine may name options."""

    def start(self: Any, *args: Any, **options: Any) -> None:
        begin(self, **options)
        for level in levels:
            level(self)
        if init is not None:
            init(self, *args)

    return start


def _start_over_python(
    cls: type[Any], base: type[Any], levels: list[Any], init: Any
) -> Callable[..., None]:
    """An `__init__` over Python's, which runs first, then the variables, then `_init`.

    Python's gets the arguments where no script has an `_init`. An `_init` that calls `super` says
    itself with what, and where; nothing has happened then before it.
    """
    calls_super = any(facts.data["starts"] for facts in chain(cls))

    def begin(self: Any, *args: Any) -> None:
        self.__dict__["@started"] = True
        base.__init__(self, *args)
        for level in levels:
            level(self)

    def start(self: Any, *args: Any) -> None:
        if not calls_super:
            begin(self, *(() if init is not None else args))
        if init is not None:
            init(self, *args)
        if not self.__dict__.pop("@started", False):
            begin(self)
            self.__dict__.pop("@started", None)

    setattr(cls, "@start", begin)
    return start


# Broken scripts ----------------------------------------------------------------------------------


def broken_class(path: str, project: Project) -> type[Any]:
    """Stands for a script that could not be loaded: it has no instances."""
    data: dict[str, Any] = {
        "path": path,
        "name": "",
        "label": "",
        "native": "RefCounted",
        "base": None,
        "abstract": False,
        "tool": False,
        "variables": {},
        "entries": [],
        "functions": {},
        "signals": {},
        "constants": {},
        "enums": {},
        "order": [],
        "rpc": {},
        "starts": False,
    }

    def refuse(cls: type[Any], *args: Any) -> Any:
        text = "Invalid call. Nonexistent function 'new' in base 'GDScript'."
        raise RUNTIME["@ScriptError"](text)

    body = {"__module__": path, "__new__": refuse, "__init_subclass__": classmethod(_nothing)}
    cls = type.__new__(type, path.rpartition("/")[2], (object,), body)
    cls._gd_info = ScriptFacts(cls, data, project, broken=True)  # type: ignore[attr-defined]
    return cls


def _nothing(cls: type[Any], /, **kwargs: Any) -> None:
    pass


def autoload(project: Project) -> Callable[[str], Any]:
    """Gives the node of an autoloaded singleton."""

    def find(name: str) -> Any:
        return project.singletons.get(name)

    return find
