"""The properties that a synchronizer sends: read and set together, and encoded.

A list of paths is looked at once for a class of nodes. When all of them name plain properties of
the node itself, which is usual, one call in C reads them all; otherwise each path is walked anew at
each turn, since the nodes on the way may come and go.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.core import _variant_codec, output
from engine.core.error import OK
from engine.core.node_path import NodePath

if TYPE_CHECKING:
    from collections.abc import Callable as PyCallable

    from engine.scene.node import Node

_MISSING: Any = object()


class StateProperties:
    """Some properties of a node and of nodes below it.

    Args:
        paths: the paths, from the node; each has the name of a property.

    Attributes:
        paths: the paths.
    """

    __slots__ = ("_class", "_quick", "paths")

    def __init__(self, paths: Sequence[NodePath]) -> None:
        self.paths = tuple(paths)
        self._class: type[Node] | None = None
        self._quick: PyCallable[[Node], Any] | None = None

    def __len__(self) -> int:
        return len(self.paths)

    # Reading -------------------------------------------------------------------------------------

    def read(self, root: Node) -> Sequence[Any] | None:
        """All values; None, after an error, when one is missing."""
        found = self._read_at_once(root)
        if found is not None:
            return found
        values = []
        for path in self.paths:
            target = target_of(root, path)
            if target is None:
                output.error('Parameter "obj" is null.')
                return None
            value = read_property(target, path)
            if value is _MISSING:
                output.error(f"Property '{path}' not found.")
                return None
            values.append(value)
        return values

    def read_each(self, root: Node) -> Sequence[Any]:
        """All values, with `MISSING`, after an error, in the place of each that is missing."""
        found = self._read_at_once(root)
        if found is not None:
            return found
        values = []
        for path in self.paths:
            target = target_of(root, path)
            value = _MISSING if target is None else read_property(target, path)
            if target is None:
                output.error(f"Node not found for property '{path}'.")
            elif value is _MISSING:
                output.error(f"Property '{path}' not found.")
            values.append(value)
        return values

    def _read_at_once(self, root: Node) -> Sequence[Any] | None:
        """All values, when they are plain properties; None when it takes a walk."""
        if type(root) is not self._class:
            self._prepare(type(root))
        quick = self._quick
        if quick is None:
            return None
        try:
            return quick(root)  # type: ignore[no-any-return]
        except Exception:  # one is missing, or its getter has failed: found out on the walk
            return None

    def _prepare(self, cls: type[Node]) -> None:
        self._class = cls
        self._quick = None
        if self.paths and all(_is_plain(path) for path in self.paths):
            names = [path._subnames[0] for path in self.paths]
            read = attrgetter(*(cls._renamed.get(name, name) for name in names))
            self._quick = read if len(names) > 1 else lambda root: (read(root),)

    # Setting -------------------------------------------------------------------------------------

    def write(self, root: Node, values: Sequence[Any]) -> bool:
        """Sets all; False, after an error, when a node is missing: those behind it are not set."""
        for path, value in zip(self.paths, values, strict=True):
            target = target_of(root, path)
            if target is None:
                output.error('Parameter "obj" is null.')
                return False
            try:
                if len(path._subnames) == 1:
                    target.set(path._subnames[0], value)
                else:
                    target.set_indexed(":".join(path._subnames), value)
            except Exception as exception:  # the value came from outside: a setter may refuse it
                output.script_error(exception)
        return True


class PropertyLists(NamedTuple):
    """The properties by when they are sent."""

    spawn: StateProperties
    always: StateProperties
    on_change: StateProperties


NO_PROPERTIES = PropertyLists(StateProperties(()), StateProperties(()), StateProperties(()))


MISSING = _MISSING


def _is_plain(path: NodePath) -> bool:
    names = path._names
    own = not path._absolute and names in ((), (".",))
    return own and len(path._subnames) == 1 and path._subnames[0].isidentifier()


def target_of(root: Node, path: NodePath) -> Node | None:
    """The node that a property path begins with; None, after an error, when it is missing."""
    names = path._names
    if names == (".",) or not names:
        return root
    node: Node | None = root.get_node_or_null(NodePath._of(names, (), path._absolute))
    if node is None:
        output.error(f"Node '{path}' not found.")
    return node


def read_property(target: Node, path: NodePath) -> Any:
    """The value behind the names of properties in a path; `MISSING` when there is none."""
    subnames = path._subnames
    if not subnames:
        return _MISSING
    name = subnames[0]
    try:
        value = getattr(target, target._renamed.get(name, name), _MISSING)
    except Exception as exception:  # of a getter
        output.script_error(exception)
        return _MISSING
    if value is _MISSING:
        value = target.get(name)
        if value is None:
            return _MISSING
    for step in subnames[1:]:
        if isinstance(value, dict):
            value = value.get(step, _MISSING)
        else:
            value = getattr(value, step, _MISSING)
        if value is _MISSING:
            return value
    return value


def encode_values(values: Sequence[Any]) -> bytes | None:
    """Values as state; None, after an error, when one of them cannot be encoded."""
    try:
        problem, state = _variant_codec.encode_all(values)
    except TypeError as exception:  # of a type that Godot does not have
        output.script_error(exception)
        return None
    return state if problem is OK else None
