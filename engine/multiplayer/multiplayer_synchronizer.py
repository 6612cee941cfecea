"""`MultiplayerSynchronizer`: a node that keeps properties the same at all peers."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.node_path import NodePath
from engine.core.signal import Signal
from engine.multiplayer._state_properties import NO_PROPERTIES, PropertyLists
from engine.multiplayer._sync_state import SyncState
from engine.multiplayer.scene_replication_config import SceneReplicationConfig
from engine.scene._node_state import INTERNAL, PHYSICS_INTERNAL
from engine.scene.node import Node

if TYPE_CHECKING:
    from collections.abc import Callable as PyCallable

_MICROSECONDS = 1_000_000
_PUBLIC = 0  # stands for all peers where a peer is meant


class MultiplayerSynchronizer(Node):
    """Sends properties of the node at `root_path` from its authority to the other peers.

    Which ones, and when, lies in `replication_config`. Its authority sends; who receives takes what
    comes from the authority that this end knows. Peers to which it is not visible get nothing, and
    a node that a `MultiplayerSpawner` made is not even spawned for them.

    Signals: `synchronized` and `delta_synchronized` after state was received, of the properties
    that are sent in each round and of those that are sent on change; `visibility_changed(for_peer)`
    when visibility is to be looked at again, for all with 0.
    """

    class VisibilityUpdateMode(IntEnum):
        """When the visibility filters are asked again."""

        VISIBILITY_PROCESS_IDLE = 0
        VISIBILITY_PROCESS_PHYSICS = 1
        VISIBILITY_PROCESS_NONE = 2

    VISIBILITY_PROCESS_IDLE = VisibilityUpdateMode.VISIBILITY_PROCESS_IDLE
    VISIBILITY_PROCESS_PHYSICS = VisibilityUpdateMode.VISIBILITY_PROCESS_PHYSICS
    VISIBILITY_PROCESS_NONE = VisibilityUpdateMode.VISIBILITY_PROCESS_NONE

    synchronized = Signal()
    delta_synchronized = Signal()
    visibility_changed = Signal("for_peer")

    _stored = (
        "root_path",
        "replication_interval",
        "delta_interval",
        "replication_config",
        "visibility_update_mode",
        "public_visibility",
    )
    _own = (
        "_config",
        "_delta_interval",
        "_filters",
        "_replication_interval",
        "_root",
        "_root_path",
        "_seen_by",
        "_state",
        "_update_mode",
    )

    def __new__(cls, *args: Any, **kwargs: Any) -> MultiplayerSynchronizer:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: MultiplayerSynchronizer = super().__new__(cls)
        self._config = None
        self._replication_interval = self._delta_interval = 0
        self._filters = {}
        self._root = None
        self._root_path = NodePath("..")
        self._seen_by = {_PUBLIC: None}
        self._update_mode = cls.VISIBILITY_PROCESS_IDLE
        self._state = SyncState()
        return self

    _config: SceneReplicationConfig | None
    _replication_interval: int  # microseconds
    _delta_interval: int
    _filters: dict[Callable, None]
    _root: Node | None
    _root_path: NodePath
    _seen_by: dict[int, None]
    _update_mode: VisibilityUpdateMode
    _state: SyncState

    # Settings ------------------------------------------------------------------------------------

    def set_root_path(self, path: NodePath | str) -> None:
        """Sets `root_path`."""
        wanted = NodePath(path)
        if wanted == self._root_path:
            return
        self._stop()
        self._root_path = wanted
        self._start()

    def get_root_path(self) -> NodePath:
        """The value of `root_path`."""
        return self._root_path

    def set_replication_interval(self, milliseconds: float) -> None:
        """Sets `replication_interval`."""
        if _is_interval(milliseconds):
            self._replication_interval = int(milliseconds * _MICROSECONDS)
            SceneReplicationConfig._count_change()

    def get_replication_interval(self) -> float:
        """The value of `replication_interval`."""
        return self._replication_interval / _MICROSECONDS

    def set_delta_interval(self, milliseconds: float) -> None:
        """Sets `delta_interval`."""
        if _is_interval(milliseconds):
            self._delta_interval = int(milliseconds * _MICROSECONDS)
            SceneReplicationConfig._count_change()

    def get_delta_interval(self) -> float:
        """The value of `delta_interval`."""
        return self._delta_interval / _MICROSECONDS

    def set_replication_config(self, config: SceneReplicationConfig | None) -> None:
        """Sets `replication_config`."""
        self._config = config
        SceneReplicationConfig._count_change()

    def get_replication_config(self) -> SceneReplicationConfig | None:
        """The value of `replication_config`."""
        return self._config

    def set_visibility_update_mode(self, mode: int) -> None:
        """Sets `visibility_update_mode`."""
        self._update_mode = self.VisibilityUpdateMode(mode)
        self._choose_step()

    def get_visibility_update_mode(self) -> MultiplayerSynchronizer.VisibilityUpdateMode:
        """The value of `visibility_update_mode`."""
        return self._update_mode

    def set_visibility_public(self, visible: bool) -> None:
        """Sets `public_visibility`."""
        self.set_visibility_for(_PUBLIC, visible)

    def is_visibility_public(self) -> bool:
        """The value of `public_visibility`."""
        return _PUBLIC in self._seen_by

    root_path = accessors(get_root_path, set_root_path)
    """The node whose properties are sent; the parent by default."""
    replication_interval = accessors(get_replication_interval, set_replication_interval)
    """Seconds between rounds of the properties that are always sent; 0 for each frame."""
    delta_interval = accessors(get_delta_interval, set_delta_interval)
    """Seconds between looks at the properties that are sent on change; 0 for each frame."""
    replication_config = accessors(get_replication_config, set_replication_config)
    """What is sent, and when."""
    visibility_update_mode = accessors(get_visibility_update_mode, set_visibility_update_mode)
    """When the visibility filters are asked again."""
    public_visibility = accessors(is_visibility_public, set_visibility_public)
    """Whether all peers see it that no filter refuses."""

    # Visibility ----------------------------------------------------------------------------------

    def set_visibility_for(self, peer: int, visible: bool) -> None:
        """Makes it visible to one peer; 0 means all, as `public_visibility` does."""
        if (peer in self._seen_by) == bool(visible):
            return
        if visible:
            self._seen_by[int(peer)] = None
        else:
            del self._seen_by[peer]
        self.update_visibility(peer)

    def get_visibility_for(self, peer: int) -> bool:
        """Whether `set_visibility_for` made it visible to a peer."""
        return peer in self._seen_by

    def add_visibility_filter(self, filter: PyCallable[..., Any]) -> None:
        """Adds a function that is asked, with a peer's id, whether the peer may see it.

        It is visible to those that all filters let through. A filter is also asked about 0: whether
        all peers may see it.
        """
        self._filters[Callable(filter)] = None
        self._choose_step()

    def remove_visibility_filter(self, filter: PyCallable[..., Any]) -> None:
        """Takes back what `add_visibility_filter` was given."""
        self._filters.pop(Callable(filter), None)
        self._choose_step()

    def update_visibility(self, for_peer: int = 0) -> None:
        """Has visibility looked at again: for one peer, or for all with 0."""
        if self._tree is None or self._find_root() is None:
            return
        if self.multiplayer.has_multiplayer_peer() and self.is_multiplayer_authority():
            self.visibility_changed.emit(for_peer)

    def _is_visible_to(self, peer: int) -> bool:
        for asked in list(self._filters):
            try:
                answer = asked(peer)
            except Exception as exception:
                output.script_error(exception)
                answer = None
            if not isinstance(answer, bool):
                output.error("The visibility filter must accept an int argument and return a bool.")
                return False
            if not answer:
                return False
        return _PUBLIC in self._seen_by or peer in self._seen_by

    def _choose_step(self) -> None:
        if self._tree is None or self._find_root() is None:
            return
        asked = self._update_mode if self._filters else None
        self._switch(INTERNAL, asked == self.VISIBILITY_PROCESS_IDLE)
        self._switch(PHYSICS_INTERNAL, asked == self.VISIBILITY_PROCESS_PHYSICS)

    def _internal_process(self, delta: float) -> None:
        self.update_visibility()

    def _internal_physics_process(self, delta: float) -> None:
        self.update_visibility()

    # In the tree ---------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == Node.NOTIFICATION_ENTER_TREE:
            self._start()
        elif what == Node.NOTIFICATION_EXIT_TREE:
            self._stop()

    def _lists(self) -> PropertyLists:
        config = self._config
        return NO_PROPERTIES if config is None else config._made_lists or config._lists()

    def _find_root(self) -> Any:
        path = self._root_path
        return None if self._tree is None or path.is_empty() else self.get_node_or_null(path)

    def _start(self) -> None:
        root = self._find_root()
        if root is not None:
            self._root = root
            self._reset()
            self.multiplayer.object_configuration_add(root, self)
            self._choose_step()

    def _stop(self) -> None:
        root, self._root = self._find_root(), None
        if root is not None:
            self.multiplayer.object_configuration_remove(root, self)
        self._reset()

    def _reset(self) -> None:
        self._state = SyncState()

    def set_multiplayer_authority(self, id: int, recursive: bool = True) -> None:
        """Sets who sends."""
        root = self._find_root()
        if root is None or self.get_multiplayer_authority() == id:
            super().set_multiplayer_authority(id, recursive)
            return
        self.multiplayer.object_configuration_remove(root, self)
        super().set_multiplayer_authority(id, recursive)
        self.multiplayer.object_configuration_add(root, self)


def _is_interval(seconds: float) -> bool:
    if seconds < 0:
        output.error("Interval must be greater or equal to 0 (where 0 means default)")
        return False
    return True
