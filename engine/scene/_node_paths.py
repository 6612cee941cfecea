"""Paths: finding nodes by path, by pattern and by unique name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from engine.core import output
from engine.core.node_path import NodePath
from engine.scene._node_children import NodeChildren

if TYPE_CHECKING:
    from engine.scene.node import Node


@lru_cache(maxsize=4096)
def _parsed(path: str) -> NodePath:
    return NodePath(path)


# The names of paths that are nothing but children's names, as scripts write them most often.
_plain_paths: dict[str, tuple[str, ...]] = {}
_MOST_PLAIN_PATHS = 4096


def _remember_if_plain(path: str) -> None:
    names = _parsed(path)._names
    special = path.startswith("/") or any(n in (".", "..") or n.startswith("%") for n in names)
    if names and not special and len(_plain_paths) < _MOST_PLAIN_PATHS:
        _plain_paths[path] = names


@lru_cache(maxsize=512)
def pattern(text: str) -> re.Pattern[str]:
    """A name pattern, with `*` and `?`, as a regular expression; `*` and `?` do not match a dot."""
    parts = {"*": "[^.]*", "?": "[^.]"}
    return re.compile("".join(parts.get(c, re.escape(c)) for c in text), re.DOTALL)


class NodePaths(NodeChildren):
    """Finding other nodes."""

    def get_node_or_null(self, path: str | NodePath) -> Any:
        """The node at a path, or None."""
        if type(path) is not NodePath:
            path = _parsed(str(path))
        names = path._names
        current: Node | None = cast("Node", self)
        if path._absolute:
            return self._from_root(names)
        if not names:
            return self if path._subnames else None
        for name in names:
            assert current is not None
            children = current._children
            found = children.get(name) if children is not None else None
            if found is None:
                found = _special_step(current, name)
                if found is None:
                    return None
            current = found
        return current

    def _from_root(self, names: tuple[str, ...]) -> Any:
        if self._tree is None:
            output.error(
                "Can't use get_node() with absolute paths from outside the active scene tree."
            )
            return None
        root: Node = cast("Node", self)
        while root._parent is not None:
            root = root._parent
        if not names or names[0] != root._key:
            return None
        rest = "/".join(names[1:])
        return root.get_node_or_null(rest) if rest else root

    def get_node(self, path: str | NodePath) -> Any:
        """The node at a path; None, with an error message, when there is none.

        Paths are relative (`Hall/Desk`, `../Lamp`, `.`), absolute (`/root/Main`), or begin with a
        unique name (`%Health/Label`).
        """
        node: Any = self
        try:
            for name in _plain_paths[path]:  # type: ignore[index]  # a NodePath is not in it
                node = node._children[name]
            return node
        except (KeyError, TypeError):  # not a plain path, no such child, or no children at all
            if isinstance(path, str) and path not in _plain_paths:
                _remember_if_plain(path)
        found = self.get_node_or_null(path)
        if found is None:
            self._say_not_found(NodePath(str(path)))
        return found

    def _say_not_found(self, path: NodePath) -> None:
        here = str(self.get_path()) if self._tree is not None else self._description()
        if path.is_absolute():
            how = f'absolute path attempted from "{here}"'
        else:
            how = f'relative to "{here}"'
        output.error(f'Node not found: "{path}" ({how}).')

    def _description(self) -> str:
        return self._key or str(self)

    def has_node(self, path: str | NodePath) -> bool:
        """Whether there is a node at a path."""
        return self.get_node_or_null(path) is not None

    def get_node_and_resource(self, path: str | NodePath) -> list[Any]:
        """The node, the resource that the path names in a property of it, and the path's rest."""
        full = NodePath(str(path))
        names = full.get_concatenated_names()
        node = self.get_node_or_null(str(names)) if names else self
        if node is None:
            return [None, None, NodePath("")]
        value: Any = node
        for at in range(full.get_subname_count()):
            value = getattr(value, str(full.get_subname(at)), None)
            if value is None or not hasattr(value, "resource_path"):
                break
            rest = ":".join(
                str(full.get_subname(i)) for i in range(at + 1, full.get_subname_count())
            )
            return [node, value, NodePath(f":{rest}" if rest else "")]
        rest = str(full.get_concatenated_subnames())
        return [node, None, NodePath(f":{rest}" if rest else "")]

    def has_node_and_resource(self, path: str | NodePath) -> bool:
        """Whether there is a node at a path, whatever it names in it."""
        return self.get_node_and_resource(path)[0] is not None

    # Paths of nodes ------------------------------------------------------------------------------

    def get_path(self) -> NodePath:
        """The absolute path; empty, with an error message, outside the tree."""
        if self._tree is None:
            output.error("Cannot get path of node as it is not in a scene tree.")
            return NodePath("")
        names = [node._key for node in reversed(list(self._line()))]
        return NodePath("/" + "/".join(names))

    def _line(self) -> list[Node]:
        """This node and its ancestors."""
        line = []
        current: Node | None = cast("Node", self)
        while current is not None:
            line.append(current)
            current = current._parent
        return line

    def _path_text(self, base: Node) -> str:
        return str(
            self.get_path() if self._tree is not None else base.get_path_to(cast("Node", self))
        )

    def get_path_to(self, node: Node, use_unique_path: bool = False) -> NodePath:
        """The path that leads from this node to another one of the same tree.

        Args:
            node: the other node.
            use_unique_path: begins with a `%Name` where one lies on the way that belongs to this
                node's owner: down to the other node, or else up from here.
        """
        if node is None:
            output.error('Required object "rp_node" is null.')
            return NodePath("")
        if node is self:
            return NodePath(".")
        mine, theirs = self._line()[::-1], node._line()[::-1]
        if mine[0] is not theirs[0]:
            output.error('Parameter "common_parent" is null.')
            return NodePath("")
        shared = 0
        while shared < min(len(mine), len(theirs)) and mine[shared] is theirs[shared]:
            shared += 1
        above, below = mine[shared:], theirs[shared:]
        start, up = "", len(above)
        if use_unique_path:
            start, up, below = self._unique_start(above, below)
        steps = [start] * bool(start) + [".."] * up + [n._key for n in below]
        return NodePath("/".join(steps))

    def _unique_start(self, above: list[Node], below: list[Node]) -> tuple[str, int, list[Node]]:
        """Where a path may begin instead: a unique name, the steps up from it and down."""
        for at in reversed(range(len(below))):
            if below[at]._unique and below[at]._owner is self._owner:
                return "%" + below[at]._key, 0, below[at + 1 :]
        for at, node in enumerate(above):
            if node._unique and node._owner is self._owner:
                return "%" + node._key, at + 1, below
        return "", len(above), below

    # Patterns ------------------------------------------------------------------------------------

    def find_child(self, pattern: str, recursive: bool = True, owned: bool = True) -> Any:
        """The first node below whose name matches a pattern with `*` and `?`, depth first.

        Args:
            pattern: matched against the name, with case.
            recursive: whether to look below the children, too.
            owned: only nodes that have an owner.
        """
        if not pattern:
            output.error('Condition "p_pattern.is_empty()" is true. Returning: nullptr')
            return None
        return next(self._matches(pattern, "", recursive, owned), None)

    def find_children(
        self, pattern: str, type: str = "", recursive: bool = True, owned: bool = True
    ) -> list[Any]:
        """All nodes below whose name matches a pattern and which are of a class; or all of it."""
        if not pattern and not type:
            output.error(
                'Condition "p_pattern.is_empty() && p_type.is_empty()" is true. Returning: ret'
            )
            return []
        return list(self._matches(pattern, type, recursive, owned))

    def _matches(self, wanted: str, type_: str, recursive: bool, owned: bool) -> Any:
        match = pattern(wanted or "*").fullmatch
        for child in self._listed_children():
            if owned and child._owner is None:
                continue  # with all below it
            of_type = not type_ or child.is_class(type_) or _script_is(child, type_)
            if of_type and match(child._key):
                yield child
            if recursive:
                yield from child._matches(wanted, type_, recursive, owned)

    def find_parent(self, pattern: str) -> Any:
        """The nearest ancestor whose name matches a pattern."""
        match = globals()["pattern"](pattern).fullmatch
        above = self._parent
        while above is not None:
            if match(above._key):
                return above
            above = above._parent
        return None


def _special_step(current: Node, name: str) -> Node | None:
    """A step of a path that is not the name of a child."""
    if name == "..":
        return current._parent
    if name == ".":
        return current
    if name.startswith("%"):
        for holder in (current, current._owner):
            names = holder._unique_names if holder is not None else None
            if names is not None and name[1:] in names:
                return names[name[1:]]
    return None


def _script_is(node: Node, name: str) -> bool:
    """Whether a script class of that name is among the node's classes."""
    return any(base.__name__ == name for base in type(node).__mro__)
