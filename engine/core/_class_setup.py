"""What happens once for each class that derives from `Object`.

A class is read when it is defined, so that its instances are cheap: exported and `onready`
variables are collected and leave plain defaults behind, the `_notification` methods of the whole
chain are lined up, and each `async def` becomes a method that starts running when it is called, as
a function with `await` does in GDScript.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, overload

from engine.core._calls import is_async
from engine.core._reserved_names import check_names
from engine.core.coroutine import starts_when_called, static_starts_when_called

if TYPE_CHECKING:
    from engine.core.object import Object

T = TypeVar("T")
_MUTABLE = (list, dict, set, bytearray)


class Export(NamedTuple):
    """An exported variable: its default and, where known, its type.

    Attributes:
        name: the variable.
        default: its value in a fresh instance.
        annotation: what the class says of its type, as written; empty when it says nothing.
    """

    name: str
    default: Any
    annotation: str = ""


class _ExportMark:
    __slots__ = ("default",)

    def __init__(self, default: Any) -> None:
        self.default = default


class _OnreadyMark:
    __slots__ = ("source",)

    def __init__(self, source: Any) -> None:
        self.source = source


class FreshDefault:
    """Gives each instance a copy of its own of a mutable default, when it is first read."""

    __slots__ = ("default", "name")

    def __init__(self, name: str, default: Any) -> None:
        self.name = name
        self.default = default

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self.default
        value = self.default.copy()
        setattr(instance, self.name, value)
        return value


@overload
def export(default: property) -> Any: ...
@overload
def export(default: T) -> T: ...
@overload
def export() -> Any: ...


def export(default: Any = None) -> Any:
    """Makes a class variable an exported one.

    `speed: float = export(4.0)` is Godot's `@export var speed := 4.0`.

    Exported variables can be set from the command line and are stored in scenes and copied by
    `Node.duplicate`. A list, dictionary or packed array given as default is copied for each
    instance. Over a property (`@export` above `@property`) it exports that property.
    """
    return _ExportMark(default)


def onready(source: str | PyCallable[[Any], Any]) -> Any:
    """Marks a class variable that gets its value just before `_ready`.

    Args:
        source: a node path (`onready("Panel/Log")` is Godot's `@onready var log = $Panel/Log`), or
            a function of the node (`onready(lambda self: self.kid.name)`).
    """
    return _OnreadyMark(source)


# Whoever adds something to the engine's classes hears of each one that is made from then on.
on_engine_class: PyCallable[[type[Any]], None] | None = None


def set_up_class(cls: type[Object]) -> None:
    """Reads a fresh subclass of `Object`; see the head of this module."""
    own = vars(cls)
    if not cls.__module__.startswith(("engine.", "res://")):  # GDScript has names of its own
        check_names(cls)
    _collect_marks(cls, dict(own))
    if "_get" in own and not hasattr(cls, "__getattr__"):
        cls.__getattr__ = _ask_get  # type: ignore[attr-defined]
    if not cls.__module__.startswith("engine."):
        for name, value in list(own.items()):
            if isinstance(value, staticmethod) and is_async(value):
                setattr(cls, name, staticmethod(static_starts_when_called(value.__func__)))
            elif is_async(value):
                setattr(cls, name, starts_when_called(value))
        _collect_notifications(cls)
    elif not cls.__name__.startswith("_"):
        if "_class_name" not in own:
            cls._class_name = cls.__name__
        if on_engine_class is not None:
            on_engine_class(cls)


def _collect_marks(cls: type[Object], own: dict[str, Any]) -> None:
    exports = dict(cls._exports)
    late = {name: source for name, source in cls._onready if name not in own}
    annotations = own.get("__annotations__", {})
    for name, value in own.items():
        if isinstance(value, _ExportMark):
            default = value.default
            exports[name] = Export(name, default, str(annotations.get(name, "")))
            fresh = isinstance(default, _MUTABLE) or hasattr(default, "append")
            setattr(cls, name, FreshDefault(name, default) if fresh else default)
        elif isinstance(value, _OnreadyMark):
            late[name] = value.source
            setattr(cls, name, None)
    cls._exports = exports
    cls._onready = tuple(late.items())


_asked: set[tuple[int, str]] = set()


def _ask_get(self: Object, name: str) -> Any:
    """Reads what is not declared, in classes that have a `_get`; None is no answer."""
    question = id(self), name
    value = None
    if question not in _asked and not name.startswith("__"):  # `_get` itself may look in vain
        _asked.add(question)
        try:
            value = self._answer(name)
        finally:
            _asked.discard(question)
    if value is None:
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
    return value


def _collect_notifications(cls: type[Object]) -> None:
    chain = [
        vars(base)["_notification"]
        for base in reversed(cls.__mro__)
        if "_notification" in vars(base) and not base.__module__.startswith("engine.")
    ]
    cls._notification_chain = tuple(chain)
