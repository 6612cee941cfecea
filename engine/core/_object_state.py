"""What every object holds, and the values that scripts attach to it."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.string_name import StringName

if TYPE_CHECKING:
    from engine.core._connection import Connection
    from engine.core.coroutine import Coroutine
    from engine.core.signal import Signal


class ObjectState:
    """The state of an object. What few objects have lies in one dictionary, made when needed."""

    __slots__ = (
        "__dict__",
        "__weakref__",
        "_coroutines",
        "_incoming",
        "_instance_id",
        "_rare",
        "_signals",
    )

    _instance_id: int
    _signals: dict[str, Signal] | None
    _incoming: dict[int, weakref.ref[Connection]] | None
    _coroutines: dict[Coroutine, None] | None
    _rare: dict[str, Any] | None  # what few objects have: meta, user signals, flags

    # Meta ----------------------------------------------------------------------------------------

    def set_meta(self, name: str, value: Any) -> None:
        """Attaches a value under a name; None takes it away."""
        if value is None:
            self.remove_meta(name)
        elif not (name.isascii() and name.isidentifier()) and not self.has_meta(name):
            output.error(f"Invalid metadata identifier: '{name}'.")
        else:
            self._keep("meta", {**self._rarely("meta", {}), str(name): value})

    def get_meta(self, name: str, default: Any = None) -> Any:
        """An attached value, or the default; without either an error message and None."""
        meta = self._rarely("meta", {})
        if str(name) in meta:
            return meta[str(name)]
        if default is None:
            output.error(f"The object does not have any 'meta' values with the key '{name}'.")
        return default

    def has_meta(self, name: str) -> bool:
        """Whether a value is attached under that name."""
        return str(name) in self._rarely("meta", {})

    def remove_meta(self, name: str) -> None:
        """Takes an attached value away."""
        meta = dict(self._rarely("meta", {}))
        if meta.pop(str(name), None) is not None:
            self._keep("meta", meta)

    def get_meta_list(self) -> list[StringName]:
        """The names of all attached values."""
        return [StringName(name) for name in self._rarely("meta", {})]

    def _rarely(self, key: str, default: Any) -> Any:
        return default if self._rare is None else self._rare.get(key, default)

    def _keep(self, key: str, value: Any) -> None:
        if self._rare is None:
            self._rare = {}
        self._rare[key] = value
