"""NodePath: the way to a node and to a property of it, parsed once.

`"/root/Main:position:x"` has two names (`root`, `Main`), two subnames (`position`, `x`) and is
absolute. Names are kept as plain strings in tuples, for who walks them; nothing is resolved here,
`.` and `..` included.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NoReturn

from engine.core._hash import hash_text, hash_uint64
from engine.core._text import mark_inside
from engine.core.output import error
from engine.core.string_name import StringName

_Parts = tuple[tuple[str, ...], tuple[str, ...], bool]


class NodePath:
    """A path of nodes and properties; it cannot be changed.

    Args:
        from_: the text of the path, or another path. An empty name between two colons is an
            error, and gives the empty path.
    """

    __slots__ = ("_absolute", "_names", "_subnames")

    _names: tuple[str, ...]
    _subnames: tuple[str, ...]
    _absolute: bool

    def __init__(self, from_: str | NodePath = "") -> None:
        if isinstance(from_, NodePath):
            names, subnames, absolute = from_._names, from_._subnames, from_._absolute
        else:
            parts = _parse(from_)
            if parts is None:
                error(f"Invalid NodePath '{from_}'.")
                parts = (), (), False
            names, subnames, absolute = parts
        _set_names(self, names)
        _set_subnames(self, subnames)
        _set_absolute(self, absolute)

    @classmethod
    def _of(cls, names: tuple[str, ...], subnames: tuple[str, ...], absolute: bool) -> NodePath:
        path = cls.__new__(cls)
        _set_names(path, names)
        _set_subnames(path, subnames)
        _set_absolute(path, absolute)
        return path

    def get_name_count(self) -> int:
        """How many names of nodes it has."""
        return len(self._names)

    def get_name(self, idx: int) -> StringName:
        """The name at `idx`, from 0; an error and an empty name if there is none."""
        return self._part(self._names, idx, "path")

    def get_subname_count(self) -> int:
        """How many names of properties it has."""
        return len(self._subnames)

    def get_subname(self, idx: int) -> StringName:
        """The property's name at `idx`, from 0; an error and an empty name if there is none."""
        return self._part(self._subnames, idx, "subpath")

    def _part(self, parts: tuple[str, ...], idx: int, field: str) -> StringName:
        if 0 <= idx < len(parts):
            return StringName(parts[idx])
        if self.is_empty():
            error('Parameter "data" is null.')
        else:
            error(f"Index p_idx = {idx} is out of bounds (data->{field}.size() = {len(parts)}).")
        return StringName()

    def get_concatenated_names(self) -> StringName:
        """All names of nodes, with slashes between them and none in front."""
        if self.is_empty():
            error('Parameter "data" is null.')
        return StringName("/".join(self._names))

    def get_concatenated_subnames(self) -> StringName:
        """All names of properties, with colons between them and none in front."""
        if self.is_empty():
            error('Parameter "data" is null.')
        return StringName(":".join(self._subnames))

    def get_as_property_path(self) -> NodePath:
        """The same path with its nodes taken for the first property: `a/b:c` becomes `:a/b:c`."""
        if not self._names:
            return self
        return NodePath._of((), ("/".join(self._names), *self._subnames), False)

    def slice(self, begin: int, end: int = 2147483647) -> NodePath:
        """A part, counted over names, then subnames; negative numbers count from the end."""
        names, subnames = self._names, self._subnames
        total = len(names) + len(subnames)
        begin, end = _from_end(begin, total), _from_end(end, total)
        first, last = max(begin - len(names), 0), max(end - len(names), 0)
        absolute = self._absolute and begin == 0
        return NodePath._of(_slice(names, begin, end), _slice(subnames, first, last), absolute)

    def is_absolute(self) -> bool:
        """Whether it begins with a slash, at the root of the tree."""
        return self._absolute

    def is_empty(self) -> bool:
        """Whether there is nothing in it, not even a slash."""
        return not (self._names or self._subnames or self._absolute)

    def hash(self) -> int:
        """Godot's 32 bit hash of it."""
        if self.is_empty():
            return 0
        both = hash_text("/".join(self._names)) << 32 | hash_text(":".join(self._subnames))
        value = hash_uint64(both)
        return value if self._absolute else value ^ 0xFFFFFFFF

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a NodePath cannot be changed: {name} was assigned; make a new one")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NodePath):
            return NotImplemented
        return (
            self._names == other._names
            and self._subnames == other._subnames
            and self._absolute == other._absolute
        )

    def __hash__(self) -> int:
        return hash((self._names, self._subnames, self._absolute))

    def __bool__(self) -> bool:
        return bool(self._names or self._subnames or self._absolute)

    def __str__(self) -> str:
        text = "/".join(self._names)
        if self._absolute:
            text = "/" + text
        return f"{text}:{':'.join(self._subnames)}" if self._subnames else text

    def __repr__(self) -> str:
        return f'^"{self}"'

    def __copy__(self) -> NodePath:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> NodePath:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return NodePath._of, (self._names, self._subnames, self._absolute)


_set_names = NodePath._names.__set__  # type: ignore[attr-defined,misc]
_set_subnames = NodePath._subnames.__set__  # type: ignore[attr-defined,misc]
_set_absolute = NodePath._absolute.__set__  # type: ignore[attr-defined,misc]
mark_inside(NodePath, "^")


@lru_cache(maxsize=4096)
def _parse(text: str) -> _Parts | None:
    """Names, subnames and whether it is absolute; None if a subname is empty."""
    nodes, _, properties = text.partition(":")
    subnames = tuple(properties.removesuffix(":").split(":")) if properties else ()
    if not all(subnames) or properties == ":":
        return None
    return tuple(filter(None, nodes.split("/"))), subnames, text.startswith("/")


def _from_end(index: int, size: int) -> int:
    index = max(-size, min(index, size))
    return index + size if index < 0 else index


def _slice(parts: tuple[str, ...], begin: int, end: int) -> tuple[str, ...]:
    """A slice in Godot's way: an error if it would be backwards after clamping."""
    begin, end = _from_end(begin, len(parts)), _from_end(end, len(parts))
    if begin > end:
        error('Condition "begin > end" is true. Returning: result')
    return parts[begin:end]
