"""`RefCounted`: an object that goes with its last reference."""

from __future__ import annotations

import sys
import weakref as _weakref
from typing import Any, ClassVar

from engine.core import output
from engine.core.object import Object

# What sys.getrefcount sees besides the references of the script: its own argument, and `self`.
_OWN_REFERENCES = 2


class RefCounted(Object):
    """An object that Python's reference count ends.

    With its last reference its `_notification` is told `NOTIFICATION_PREDELETE`. Signals and
    callables do not keep it alive.
    """

    _ref_counted: ClassVar[bool] = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls._notification_chain and "__del__" not in vars(cls):
            cls.__del__ = _tell_of_the_end  # type: ignore[attr-defined]

    def free(self) -> None:
        """Refused: it goes by itself.

        Raises:
            RuntimeError: always.
        """
        output.error("Can't free a RefCounted object.")
        raise RuntimeError("Attempted to free a RefCounted object.")

    def get_reference_count(self) -> int:
        """How many references there are, as far as Python can tell."""
        return max(1, sys.getrefcount(self) - _OWN_REFERENCES)

    def init_ref(self) -> bool:
        """For code that counts by hand: Python does."""
        return True

    def reference(self) -> bool:
        """For code that counts by hand: Python does."""
        return True

    def unreference(self) -> bool:
        """For code that counts by hand: Python does."""
        return False


def _tell_of_the_end(self: RefCounted) -> None:
    self.notification(1, True)
    self.notification(3, True)


class WeakRef(RefCounted):
    """A reference that does not keep its object; made by `weakref`."""

    def __init__(self, obj: Object | None = None) -> None:
        self._ref = None if obj is None else _weakref.ref(obj)

    def get_ref(self) -> Any:
        """The object, or None when it has gone or was freed."""
        found = None if self._ref is None else self._ref()
        return None if found is None or type(found)._freed else found


def weakref(obj: Object | None) -> WeakRef:
    """A weak reference to an object."""
    return WeakRef(obj)
