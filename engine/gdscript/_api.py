"""Facts of Godot's API: which members its classes and value types have, and of which types.

The facts are real Godot's own (`_api_data.jsonl`, made by `tests/godot/vendor_api.py`). They say
what GDScript may expect, whether or not this engine has it; `engine_class` says what it has. The
file's first line is an index; a record is read when it is first asked for, and its members become
records of their own one by one.

    class_facts("Node").method("add_child").arguments[0].type     # StaticType of Node
    class_facts("Timer").property("process_mode").type            # members of bases are found, too
    builtin_facts("Vector2").members["x"]
    operator_result("*", builtin("Vector2"), FLOAT)
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from engine.gdscript import _types as types
from engine.gdscript._types import (
    BOOL,
    FLOAT,
    INT,
    VARIANT,
    VOID,
    StaticType,
)

_FILE = Path(__file__).with_name("_api_data.jsonl")
# Letters for flags of methods in the file.
_VARARG, _STATIC, _VIRTUAL, _CONST = "asvc"


class ArgumentFacts(NamedTuple):
    """An argument: its name, its type, and the text of its default where it has one."""

    name: str
    type: StaticType
    default: str | None = None


class MethodFacts(NamedTuple):
    """A method, or a global function.

    Attributes:
        owner: the class or value type that has it; empty for functions.
        vararg: whether any number of further arguments may follow.
        virtual: whether the engine calls it and scripts define it.
        const: whether it leaves its object as it was.
    """

    name: str
    owner: str
    returns: StaticType
    arguments: tuple[ArgumentFacts, ...]
    vararg: bool = False
    static: bool = False
    virtual: bool = False
    const: bool = False

    @property
    def least(self) -> int:
        """How many arguments it needs."""
        return sum(argument.default is None for argument in self.arguments)

    @property
    def most(self) -> int:
        """How many arguments it takes; -1 for any number."""
        return -1 if self.vararg else len(self.arguments)


class PropertyFacts(NamedTuple):
    """A property, with the names of its methods (empty where it has none)."""

    name: str
    owner: str
    type: StaticType
    setter: str
    getter: str


class SignalFacts(NamedTuple):
    """A signal."""

    name: str
    owner: str
    arguments: tuple[ArgumentFacts, ...]


class ConstantFacts(NamedTuple):
    """A constant, or one value of an enum, then with the enum's name (`Node.ProcessMode`)."""

    name: str
    owner: str
    type: StaticType
    value: Any
    enum: str = ""


class EnumFacts(NamedTuple):
    """An enum: its name (`Error`, `Node.ProcessMode`) and values."""

    name: str
    values: dict[str, int]


# The file -----------------------------------------------------------------------------------------


@cache
def _index() -> tuple[dict[str, tuple[str, int, int]], int]:
    """Base class, start and size of each record; and where the first one begins."""
    with _FILE.open("rb") as file:
        line = file.readline()
    return json.loads(line), len(line)


def _record(name: str) -> dict[str, Any] | None:
    index, first = _index()
    found = index.get(name)
    if found is None:
        return None
    with _FILE.open("rb") as file:
        file.seek(first + found[1])
        record: dict[str, Any] = json.loads(file.read(found[2]))
    return record


@cache
def _table(name: str) -> dict[str, Any]:
    return _record(name) or {}


# Types --------------------------------------------------------------------------------------------


@cache
def type_of_code(code: str) -> StaticType:
    """The type that the file's word for it means: a name, or one behind `enum:` or `array:`."""
    if not code:
        return VOID
    if code == "Variant":
        return VARIANT
    kind, colon, rest = code.partition(":")
    if not colon:
        return types.builtin(code) if is_builtin(code) else types.instance_of(code)
    if kind == "enum":
        return types.enum_value(rest)
    if kind == "array":
        return types.array_of(type_of_code(rest))
    key, _, value = rest.partition(";")
    return types.dictionary_of(type_of_code(key), type_of_code(value))


def _arguments(listed: list[list[str]]) -> tuple[ArgumentFacts, ...]:
    return tuple(
        ArgumentFacts(one[0], type_of_code(one[1]), one[2] if len(one) > 2 else None)
        for one in listed
    )


def _method(name: str, owner: str, record: list[Any]) -> MethodFacts:
    flags, returns, *arguments = record
    return MethodFacts(
        name,
        owner,
        type_of_code(returns),
        _arguments(arguments),
        _VARARG in flags,
        _STATIC in flags,
        _VIRTUAL in flags,
        _CONST in flags,
    )


# Classes ------------------------------------------------------------------------------------------


class ClassFacts:
    """A class of Godot's. Its look-ups go up to its bases; what they find is kept.

    Attributes:
        base: the class that it extends; None for Object.
        refcounted: whether it derives from RefCounted.
        instantiable: whether scripts can make one.
        editor: whether only the editor has it; of those no members are known.
    """

    __slots__ = ("_found", "_record", "base", "editor", "instantiable", "name", "refcounted")

    def __init__(self, name: str, record: dict[str, Any]) -> None:
        self.name = name
        self.base = class_facts(record["base"]) if record["base"] else None
        flags = record["flags"]
        self.refcounted = "r" in flags
        self.instantiable = "i" in flags
        self.editor = "e" in flags
        self._record = record
        self._found: dict[tuple[str, str], Any] = {}

    def __repr__(self) -> str:
        return f"<ClassFacts {self.name}>"

    def method(self, name: str) -> MethodFacts | None:
        """The method of that name."""
        found: MethodFacts | None = self._find("methods", name)
        return found

    def property(self, name: str) -> PropertyFacts | None:
        """The property of that name."""
        found: PropertyFacts | None = self._find("properties", name)
        return found

    def signal(self, name: str) -> SignalFacts | None:
        """The signal of that name."""
        found: SignalFacts | None = self._find("signals", name)
        return found

    def constant(self, name: str) -> ConstantFacts | None:
        """The constant or value of an enum of that name."""
        found: ConstantFacts | None = self._find("constants", name)
        return found

    def enum(self, name: str) -> EnumFacts | None:
        """The enum of that name."""
        found: EnumFacts | None = self._find("enums", name)
        return found

    def has_member(self, name: str) -> bool:
        """Whether there is anything of that name."""
        return any(
            self._find(kind, name) is not None
            for kind in ("methods", "properties", "signals", "constants", "enums")
        )

    def own_names(self, kind: str) -> tuple[str, ...]:
        """The class's own `methods`, `properties`, `signals`, `constants` or `enums`."""
        return tuple(self._record.get(kind, ()))

    def accessors(self) -> list[tuple[str, str, str]]:
        """The class's own properties: name, setter and getter of each."""
        listed: dict[str, Any] = self._record.get("properties", {})
        return [(name, setter, getter) for name, (_, setter, getter) in listed.items()]

    def results(self) -> list[tuple[str, str]]:
        """The class's own methods that scripts do not define: name, and word for the result."""
        listed: dict[str, list[Any]] = self._record.get("methods", {})
        return [(name, one[1]) for name, one in listed.items() if _VIRTUAL not in one[0]]

    def default_of(self, name: str) -> str | None:
        """The text of a property's default (as `var_to_str` writes it); None for null."""
        found: str | None = self._record.get("defaults", {}).get(name)
        if found is None and self.base is not None:
            return self.base.default_of(name)
        return found

    def is_subclass(self, other: str) -> bool:
        """Whether it is that class or derives from it."""
        return is_subclass(self.name, other)

    def _find(self, kind: str, name: str) -> Any:
        key = kind, name
        if key in self._found:
            return self._found[key]
        record = self._record.get(kind, {}).get(name)
        if record is not None:
            found = getattr(self, f"_make_{kind}")(name, record)
        elif kind == "constants" and (enum := _enum_with(self._record, name)) is not None:
            found = _enum_constant(name, self.name, f"{self.name}.{enum}", self._record, enum)
        else:
            found = self.base._find(kind, name) if self.base is not None else None
        self._found[key] = found
        return found

    def _make_methods(self, name: str, record: list[Any]) -> MethodFacts:
        return _method(name, self.name, record)

    def _make_properties(self, name: str, record: list[str]) -> PropertyFacts:
        code, setter, getter = record
        method = self.method(getter) if getter else None
        kind = type_of_code(code)
        # Enums and typed arrays are told by the getter; the property itself says `int`.
        if method is not None and not method.returns.is_variant and method.returns is not VOID:
            kind = method.returns
        return PropertyFacts(name, self.name, kind, setter, getter)

    def _make_signals(self, name: str, record: list[list[str]]) -> SignalFacts:
        return SignalFacts(name, self.name, _arguments(record))

    def _make_constants(self, name: str, record: int) -> ConstantFacts:
        return ConstantFacts(name, self.name, INT, record)

    def _make_enums(self, name: str, record: dict[str, int]) -> EnumFacts:
        return EnumFacts(f"{self.name}.{name}", record)


def _enum_with(record: dict[str, Any], value_name: str) -> str | None:
    for enum, values in record.get("enums", {}).items():
        if value_name in values:
            return str(enum)
    return None


def _enum_constant(
    name: str, owner: str, enum: str, record: dict[str, Any], key: str
) -> ConstantFacts:
    value = record["enums"][key][name]
    return ConstantFacts(name, owner, types.enum_value(enum), value, enum)


@cache
def class_facts(name: str) -> ClassFacts | None:
    """What is known of a class of Godot's; None when there is none of that name."""
    record = None if name.startswith("@") else _record(name)
    return None if record is None else ClassFacts(name, record)


def is_class(name: str) -> bool:
    """Whether Godot has a class of that name."""
    return name in _index()[0] and not name.startswith("@")


def base_of(name: str) -> str:
    """The class that a class extends; empty for Object, and for what is no class."""
    found = _index()[0].get(name)
    return found[0] if found is not None else ""


def is_subclass(name: str, base: str) -> bool:
    """Whether a class is another, or derives from it."""
    index = _index()[0]
    while name and name != base:
        name = index[name][0] if name in index else ""
    return bool(name)


def class_names() -> list[str]:
    """All classes of Godot's."""
    return [name for name in _index()[0] if not name.startswith("@")]


# Value types --------------------------------------------------------------------------------------


class BuiltinFacts:
    """A value type (`String`, `Vector2`, `Array`, ...; `Nil` is one).

    Attributes:
        members: types of its fields.
        index: the type of what `value[i]` gives; None where it cannot be indexed.
        keyed: whether it is indexed by keys.
        constructors: the arguments of each.
    """

    __slots__ = ("_found", "_record", "constructors", "index", "keyed", "members", "name")

    def __init__(self, name: str, record: dict[str, Any]) -> None:
        self.name = name
        self._record = record
        self._found: dict[str, Any] = {}
        self.members = {key: type_of_code(code) for key, code in record.get("members", {}).items()}
        code = record.get("index", "")
        self.index = type_of_code(code) if code else None
        self.keyed = bool(record.get("keyed"))
        self.constructors = tuple(_arguments(one) for one in record.get("constructors", ()))

    def __repr__(self) -> str:
        return f"<BuiltinFacts {self.name}>"

    def method(self, name: str) -> MethodFacts | None:
        """The method of that name."""
        if name not in self._found:
            record = self._record.get("methods", {}).get(name)
            self._found[name] = None if record is None else _method(name, self.name, record)
        found: MethodFacts | None = self._found[name]
        return found

    def method_names(self) -> tuple[str, ...]:
        """The names of all methods."""
        return tuple(self._record.get("methods", ()))

    def constant(self, name: str) -> ConstantFacts | None:
        """The constant or value of an enum of that name; its value is the engine's."""
        record = self._record.get("constants", {}).get(name)
        if record is not None:
            cls = engine_class(self.name)
            value = int(record[1]) if record[0] == "int" else getattr(cls, name)
            return ConstantFacts(name, self.name, type_of_code(record[0]), value)
        enum = _enum_with(self._record, name)
        if enum is None:
            return None
        return _enum_constant(name, self.name, f"{self.name}.{enum}", self._record, enum)

    def constant_names(self) -> tuple[str, ...]:
        """The names of all constants, not those of enums."""
        return tuple(self._record.get("constants", ()))

    def enum(self, name: str) -> EnumFacts | None:
        """The enum of that name."""
        values = self._record.get("enums", {}).get(name)
        return None if values is None else EnumFacts(f"{self.name}.{name}", values)

    def operator(self, op: str, right: str = "") -> str | None:
        """The type's name of the result of an operator; None where there is none.

        Args:
            op: as Godot names it; `unary-`, `unary+`, `~` and `not` have no right side.
            right: the type's name of the right side; `Variant` for null.
        """
        found: str | None = self._record.get("operators", {}).get(op, {}).get(right)
        return found


@cache
def builtin_facts(name: str) -> BuiltinFacts | None:
    """What is known of a value type; None when there is none of that name."""
    record = _record(f"@builtin {name}")
    return None if record is None else BuiltinFacts(name, record)


def is_builtin(name: str) -> bool:
    """Whether a name is that of a value type, `Nil` among them."""
    return f"@builtin {name}" in _index()[0]


# Operators ----------------------------------------------------------------------------------------

_SPELLINGS = {"&&": "and", "||": "or", "!": "not"}
_LOGICAL = ("and", "or", "not", "xor")
_COMPARING = (*_LOGICAL, "==", "!=", "<", "<=", ">", ">=", "in")
_UNARY = {"-": "unary-", "+": "unary+"}


def _operand(value: StaticType) -> str:
    """The name under which operators know a type."""
    if value.kind == types.ENUM_KIND:
        return "int"
    if value.kind == types.ENUM_REFERENCE_KIND:
        return "Dictionary"
    return value.name if value.kind == types.BUILTIN_KIND else "Object"


def operator_result(
    op: str, left: StaticType, right: StaticType | None = None
) -> StaticType | None:
    """The type of what an operator gives; None where Godot refuses its operands.

    Args:
        op: as written in GDScript.
        left: the type of the left side, or of a unary operator's only one.
        right: the type of the right side; None for unary operators.
    """
    op = _SPELLINGS.get(op, op)
    if op in _LOGICAL:
        return BOOL
    if left.is_variant or (right is not None and right.is_variant):
        return BOOL if op in _COMPARING else VARIANT
    name = _operand(left)
    if right is None:
        return _result(name, _UNARY.get(op, op), "")
    if op == "+" and left.element is not None and left == right:
        return left  # arrays of the same type
    other = _operand(right)
    return _result(name, op, "Variant" if other == "Nil" else other)


@cache
def _result(left: str, op: str, right: str) -> StaticType | None:
    if left == "Object":
        compares = op in ("==", "!=") and right in ("Object", "Variant")
        return BOOL if compares or (op == "in" and right in ("Array", "Dictionary")) else None
    facts = builtin_facts(left)
    found = facts.operator(op, right) if facts is not None else None
    return None if found is None else type_of_code(found)


# The global scope ---------------------------------------------------------------------------------

_NUMBERS = {
    "PI": 3.141592653589793,
    "TAU": 6.283185307179586,
    "INF": float("inf"),
    "NAN": float("nan"),
}


@cache
def utility(name: str) -> MethodFacts | None:
    """The global function of that name, GDScript's own (`range`, `preload`, ...) among them."""
    record = _table("@functions").get(name) or _table("@gdscript").get(name)
    return None if record is None else _method(name, "", record)


def is_gdscript_function(name: str) -> bool:
    """Whether only GDScript has the global function."""
    return name in _table("@gdscript")


def utility_names() -> tuple[str, ...]:
    """The names of all global functions."""
    return (*_table("@functions"), *_table("@gdscript"))


@cache
def _global_constants() -> dict[str, tuple[str, int]]:
    return {
        name: (enum, value)
        for enum, values in _table("@enums").items()
        for name, value in values.items()
    }


@cache
def global_constant(name: str) -> ConstantFacts | None:
    """The global constant of that name: a value of a global enum, or PI, TAU, INF, NAN."""
    number = _NUMBERS.get(name)
    if number is not None:
        return ConstantFacts(name, "", FLOAT, number)
    found = _global_constants().get(name)
    if found is None:
        return None
    return ConstantFacts(name, "", types.enum_value(found[0]), found[1], found[0])


@cache
def global_enum(name: str) -> EnumFacts | None:
    """The global enum of that name: `Error`, `Key`, `Variant.Type`, ..."""
    values = _table("@enums").get(name)
    return None if values is None else EnumFacts(name, values)


def singleton(name: str) -> str | None:
    """The class of the global object of that name (`OS`, `Input`, ...)."""
    found: str | None = _table("@singletons").get(name)
    return found


def enum_facts(name: str) -> EnumFacts | None:
    """An enum by its whole name: `Error`, `Variant.Type`, `Node.ProcessMode`, `Vector2.Axis`."""
    found = global_enum(name)
    owner, dot, own = name.rpartition(".")
    if found is not None or not dot:
        return found
    builtin = builtin_facts(owner)
    if builtin is not None:
        return builtin.enum(own)
    cls = class_facts(owner)
    return cls.enum(own) if cls is not None else None


def type_named(name: str) -> StaticType | None:
    """The type that a name written in GDScript means, if it is the engine's.

    `Variant`, `void`, value types, classes, and enums by their whole names.
    """
    if name == "Variant":
        return VARIANT
    if name == "void":
        return VOID
    if name != "Nil" and is_builtin(name):
        return types.builtin(name)
    if is_class(name):
        return types.instance_of(name)
    return types.enum_value(name) if enum_facts(name) is not None else None


# What this engine has -----------------------------------------------------------------------------

_NATIVE: dict[str, type] = {
    "Nil": type(None),
    "bool": bool,
    "int": int,
    "float": float,
    "String": str,
    "Array": list,
    "Dictionary": dict,
}


def has_engine_class(name: str) -> bool:
    """Whether the engine has a class of Godot's; nothing is imported for it."""
    return name in _NATIVE or (name in _root().HOME and (is_class(name) or is_builtin(name)))


@cache
def engine_class(name: str) -> type[Any] | None:
    """The Python class of a class or value type of Godot's; None where the engine has none."""
    if name in _NATIVE:
        return _NATIVE[name]
    value = _engine_value(name)
    return value if value is None or isinstance(value, type) else type(value)


def engine_singleton(name: str) -> Any:
    """The object of that name (`OS`, `Engine`, ...); None where the engine has none."""
    value = _engine_value(name) if singleton(name) else None
    return None if isinstance(value, type) else value


def _engine_value(name: str) -> Any:
    return getattr(_root(), name) if has_engine_class(name) else None


def _root() -> Any:
    """The package itself, which loads its public names when they are asked for."""
    return sys.modules["engine"]
