"""What is known of a script's class before it is compiled: its members and their types.

`ClassInfo` is made from the syntax tree of a file, and lets other files (and the functions of its
own) be compiled against it. It knows nothing of instances.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from engine.gdscript._python_members import own_members
from engine.gdscript._syntax import (
    ClassDeclaration,
    Function,
    SignalDeclaration,
    Variable,
)
from engine.gdscript._types import VARIANT, StaticType


@dataclass(slots=True, eq=False)
class ParameterInfo:
    """A parameter of a function or signal."""

    name: str
    type: StaticType
    has_default: bool = False
    variadic: bool = False


@dataclass(slots=True, eq=False)
class VariableInfo:
    """A variable of a class.

    Attributes:
        type: as declared or inferred with `:=`; VARIANT without either.
        has_setter: whether assignments call a function.
        has_getter: whether reads call a function.
        onready: whether it gets its value before `_ready`.
        exported: whether it has an `@export...` annotation.
    """

    name: str
    type: StaticType
    owner: ClassInfo
    syntax: Variable
    static: bool = False
    has_setter: bool = False
    has_getter: bool = False
    onready: bool = False
    exported: bool = False


@dataclass(slots=True, eq=False)
class FunctionInfo:
    """A function of a class.

    Attributes:
        returns: VARIANT where nothing is declared, VOID for `-> void`.
        coroutine: whether its body awaits.
    """

    name: str
    owner: ClassInfo
    syntax: Function
    parameters: list[ParameterInfo]
    returns: StaticType = VARIANT
    static: bool = False
    coroutine: bool = False

    @property
    def least(self) -> int:
        """How many arguments it needs."""
        return sum(not (p.has_default or p.variadic) for p in self.parameters)

    @property
    def most(self) -> int:
        """How many arguments it takes; -1 for any number."""
        if any(p.variadic for p in self.parameters):
            return -1
        return len(self.parameters)


@dataclass(slots=True, eq=False)
class SignalInfo:
    """A signal of a class."""

    name: str
    owner: ClassInfo
    syntax: SignalDeclaration
    parameters: list[ParameterInfo]


@dataclass(slots=True, eq=False)
class ConstantInfo:
    """A constant, or a value of an enum without a name.

    Attributes:
        value: what it stands for, when `known`: None, bool, int, float, str, StringName, NodePath,
            or an immutable value type. Others (arrays, dictionaries, scripts) are made when the
            class is.
    """

    name: str
    owner: ClassInfo
    type: StaticType
    known: bool = False
    value: Any = None


@dataclass(slots=True, eq=False)
class EnumInfo:
    """An enum with a name."""

    name: str
    owner: ClassInfo
    values: dict[str, int]


@dataclass(slots=True, eq=False)
class ClassInfo:
    """A class of a script: the file's, or one inside it.

    Attributes:
        path: the file (`res://...`).
        name: of an inner class its name, of a file its `class_name`, or nothing.
        outer: the class around it.
        syntax: its declaration; None for a class that a Python file has.
        base: the script's class that it extends; None when it extends the engine's.
        native: the engine class at the end of the chain of bases.
        python: the class, where it is Python's: its members are looked up in it, without types.
        freezes: of a file's class, whether the file mentions `make_read_only`, so that its arrays
            and dictionaries must be able to become read-only.
    """

    path: str
    name: str
    outer: ClassInfo | None
    syntax: ClassDeclaration | None
    base: ClassInfo | None = None
    native: str = "RefCounted"
    python: type[Any] | None = None
    abstract: bool = False
    freezes: bool = False
    variables: dict[str, VariableInfo] = field(default_factory=dict)
    functions: dict[str, FunctionInfo] = field(default_factory=dict)
    signals: dict[str, SignalInfo] = field(default_factory=dict)
    constants: dict[str, ConstantInfo] = field(default_factory=dict)
    enums: dict[str, EnumInfo] = field(default_factory=dict)
    classes: dict[str, ClassInfo] = field(default_factory=dict)

    @property
    def display_name(self) -> str:
        """How messages name it: `class_name`, inner name, or the file's name."""
        return self.name or self.path.rpartition("/")[2]

    @property
    def root(self) -> ClassInfo:
        """The class of the whole file."""
        return self if self.outer is None else self.outer.root

    @property
    def qualified_name(self) -> str:
        """Its names from the file's class inwards, joined by dots; empty for the file's class."""
        if self.outer is None:
            return ""
        outer = self.outer.qualified_name
        return f"{outer}.{self.name}" if outer else self.name

    def find(
        self, name: str
    ) -> (
        VariableInfo | FunctionInfo | SignalInfo | ConstantInfo | EnumInfo | ClassInfo | type | None
    ):
        """The member of that name, here or in a base.

        Returns:
            The record of the member; the Python class in whose dictionary it is found, for members
            of Python bases; None when there is none.
        """
        for members in (
            self.variables,
            self.functions,
            self.signals,
            self.constants,
            self.enums,
            self.classes,
        ):
            if name in members:
                return members[name]
        if self.python is not None:
            for cls in self.python.__mro__:
                if not cls.__module__.startswith("engine.") and name in own_members(cls):
                    return cls
        return self.base.find(name) if self.base is not None else None

    def extends(self, other: ClassInfo) -> bool:
        """Whether it is that class or derives from it."""
        at: ClassInfo | None = self
        while at is not None:
            if at is other:
                return True
            at = at.base
        return False
