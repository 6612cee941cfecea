"""What is left of a freed object.

A freed object changes its class to a twin of the same layout whose attribute access raises. Twins
are made once for each class, when its first instance is freed.
"""

from __future__ import annotations

from typing import Any, TypeVar

T = TypeVar("T")
_twins: dict[type[Any], type[Any]] = {}
_ALLOWED = frozenset(("__class__", "__weakref__"))


def _refuse(self: Any, name: str) -> Any:
    if name in _ALLOWED:
        return object.__getattribute__(self, name)
    raise ReferenceError(
        f"Invalid access to property or key '{name}' on a base object of type 'previously freed'. "
        "Check is_instance_valid(...) before you use an object that may have been freed."
    )


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    raise ReferenceError(
        f"Invalid assignment of property or key '{name}' with value of type "
        f"'{type(value).__name__}' on a base object of type 'previously freed'."
    )


def _equals(self: Any, other: object) -> bool:
    return other is None or other is self or bool(getattr(type(other), "_freed", False))


def freed_twin(cls: type[T]) -> type[T]:
    """The class that instances of `cls` have once they are freed."""
    twin = _twins.get(cls)
    if twin is None:
        body = {
            "__slots__": (),
            "__module__": "engine.core._freed",
            "_freed": True,
            "__getattribute__": _refuse,
            "__setattr__": _refuse_to_set,
            "__eq__": _equals,
            "__hash__": object.__hash__,
            "__bool__": lambda self: False,
            "__str__": lambda self: "<Freed Object>",
            "__repr__": lambda self: "<Freed Object>",
            "__init_subclass__": classmethod(lambda c, **k: None),
        }
        twin = _twins[cls] = type.__new__(type, "_Freed" + cls.__name__, (cls,), body)
    return twin
