"""The nodes that a step of the frame calls, sorted, as flat lists.

`run` walks a list of plain functions. Everything that changes who is called is collected and
settled before the next run: nodes that joined are merged in by priority and place in the tree,
those that left are filtered out. During a run the list is patched in place instead: a node that is
gone, paused or switched off is passed over from then on, and one that joined waits for the next
run.

As in Godot, the whole list is put in order when a node joins or changes its priority, and not when
a node is moved; `SceneTree._order_epoch` tells whether anything was moved since.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from engine.core import output
from engine.scene._node_children import tree_order
from engine.scene._node_process import Entry, skip
from engine.scene._node_state import INTERNAL, PHYSICS, PHYSICS_INTERNAL, PROCESS

if TYPE_CHECKING:
    from engine.scene.node import Node
    from engine.scene.scene_tree import SceneTree

_MERGED_ONE_BY_ONE = 16


class ProcessList:
    """One kind of step, idle or physics.

    Attributes:
        flags: the process flags that make a node part of it.
    """

    def __init__(self, tree: SceneTree, physics: bool) -> None:
        self.flags = PHYSICS | PHYSICS_INTERNAL if physics else PROCESS | INTERNAL
        self._tree = tree
        self._physics = physics
        self._nodes: list[Node] = []
        self._entries: list[Entry] = []
        self._added: dict[Node, None] = {}
        self._removed: set[Node] = set()
        self._left: set[Node] = set()  # those that left the tree during this run
        self._dirty = False  # anything to settle
        self._stale = False  # entries have to be made anew
        self._unsorted = False
        self._touched = False  # to be sorted if anything was moved since it last was
        self._epoch = 0
        self._running: dict[Node, int] | None = None
        self._is_running = False

    def add(self, node: Node) -> None:
        """A node begins to process; it is called from the next run on.

        One that stopped during this run, and has not left the tree since, still gets its turn.
        """
        self._added[node] = None
        self._dirty = True
        if self._is_running and node in self._removed and node not in self._left:
            self._patch(node, self._entry(node))

    def remove(self, node: Node) -> None:
        """A node stops processing."""
        if node in self._added:
            del self._added[node]
        else:
            self._removed.add(node)
            self._dirty = True
        if self._is_running:
            self._patch(node, skip)

    def leave(self, node: Node) -> None:
        """A node leaves the tree: should it come back during this run, it waits for the next."""
        self.remove(node)
        if self._is_running:
            self._left.add(node)

    def refresh(self, node: Node) -> None:
        """What the node does in this step has changed."""
        self._stale = True
        self.touch()
        if self._is_running and node not in self._left:
            self._patch(node, self._entry(node))

    def touch(self) -> None:
        """A node was taken out and put back, after which Godot has the list in order again."""
        self._touched = self._dirty = True

    def refresh_all(self) -> None:
        """Who runs has changed: the tree was paused, or a process mode was set."""
        self._stale = self._dirty = True
        if self._is_running:
            for node in self._nodes:
                if node not in self._removed and node not in self._left:
                    self._patch(node, self._entry(node))

    def sort_anew(self) -> None:
        """A priority has changed."""
        self._unsorted = self._dirty = True

    def run(self, delta: float) -> None:
        """Calls every node of the list; errors of scripts are reported."""
        if self._dirty:
            self._settle()
        entries = self._entries
        if not entries:
            return
        self._is_running = True
        try:
            for entry in entries:
                try:
                    entry(delta)
                except Exception as exception:
                    output.script_error(exception)
        finally:
            self._is_running = False
            self._running = None
            self._left.clear()

    def _entry(self, node: Node) -> Entry:
        return node._process_entry(self._physics) if node._runs() else skip

    def _patch(self, node: Node, entry: Entry) -> None:
        if self._running is None:
            self._running = {n: i for i, n in enumerate(self._nodes)}
        at = self._running.get(node)
        if at is not None:
            self._entries[at] = entry

    # Settling ------------------------------------------------------------------------------------

    def _settle(self) -> None:
        removed, added = self._removed, self._added
        self._removed, self._added = set(), {}
        if removed:
            kept = [
                (n, e) for n, e in zip(self._nodes, self._entries, strict=True) if n not in removed
            ]
            self._nodes = [n for n, _ in kept]
            self._entries = [e for _, e in kept]
        if self._touched and self._epoch != self._tree._order_epoch:
            self._unsorted = True
        if added or self._unsorted:
            self._merge(added)
        elif self._stale:
            self._entries = [self._entry(node) for node in self._nodes]
        self._dirty = self._stale = self._unsorted = self._touched = False

    def _merge(self, added: dict[Node, None]) -> None:
        tree = self._tree
        if self._unsorted or self._epoch != tree._order_epoch or len(added) > _MERGED_ONE_BY_ONE:
            known = {} if self._stale else dict(zip(self._nodes, self._entries, strict=True))
            self._nodes = sorted([*self._nodes, *added], key=self._key)
            self._entries = [known.get(n) or self._entry(n) for n in self._nodes]
            self._epoch = tree._order_epoch
            return
        for node in added:
            key = self._key(node)
            at = len(self._nodes)
            if at and key < self._key(self._nodes[-1]):
                at = bisect(self._nodes, key, key=self._key)
            self._nodes.insert(at, node)
            self._entries.insert(at, self._entry(node))
        if self._stale:
            self._entries = [self._entry(node) for node in self._nodes]

    def _key(self, node: Node) -> tuple[int, tuple[int, ...]]:
        priority = node._physics_priority if self._physics else node._priority
        return priority, tree_order(node)

    def __len__(self) -> int:
        return len(self._nodes) + len(self._added) - len(self._removed)
