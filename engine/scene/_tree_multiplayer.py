"""The multiplayer APIs of a tree: one for all nodes, and others for branches.

The tree's own is made when somebody asks for it, so that a tree without multiplayer loads nothing
of that and a frame spends nothing on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.node_path import NodePath
from engine.scene._tree_scenes import TreeScenes
from engine.scene.multiplayer_api import MultiplayerAPI

if TYPE_CHECKING:
    from engine.scene._node_rpc import NodeRpc


class TreeMultiplayer(TreeScenes):
    """Multiplayer APIs of a tree."""

    multiplayer_poll: bool = True
    """Whether the tree polls them before each `process_frame`."""

    def __init__(self) -> None:
        super().__init__()
        self._multiplayer: MultiplayerAPI | None = None
        self._branch_multiplayers: dict[NodePath, MultiplayerAPI] = {}
        self._sole_multiplayer: MultiplayerAPI | None = None  # that of all nodes, without branches
        self._polled: tuple[MultiplayerAPI, ...] = ()

    def is_multiplayer_poll_enabled(self) -> bool:
        """The value of `multiplayer_poll`."""
        return self.multiplayer_poll

    def set_multiplayer_poll_enabled(self, enabled: bool) -> None:
        """Sets `multiplayer_poll`."""
        self.multiplayer_poll = bool(enabled)

    def get_multiplayer(self, for_path: NodePath | str = "") -> Any:
        """The multiplayer API of the tree, or of the branch that a path lies in."""
        if self._branch_multiplayers:
            names = NodePath(str(for_path))._names
            for path, multiplayer in self._branch_multiplayers.items():
                if names[: len(path._names)] == path._names:
                    return multiplayer
        return self._multiplayer or self._make_multiplayer()

    def set_multiplayer(
        self, multiplayer: MultiplayerAPI | None, root_path: NodePath | str = ""
    ) -> None:
        """Sets the multiplayer API of the tree or of a branch.

        Args:
            multiplayer: the API; None takes that of a branch away.
            root_path: the absolute path of the branch; nothing for the tree's own.
        """
        path = NodePath(str(root_path))
        if path.is_empty():
            self._set_own_multiplayer(multiplayer)
        else:
            self._set_branch_multiplayer(multiplayer, path)
        own = () if self._multiplayer is None else (self._multiplayer,)
        self._polled = (*own, *self._branch_multiplayers.values())
        self._sole_multiplayer = None if self._branch_multiplayers else self._multiplayer

    def _set_own_multiplayer(self, multiplayer: MultiplayerAPI | None) -> None:
        if multiplayer is None:
            output.error('Condition "p_multiplayer.is_null()" is true.')
            return
        root = NodePath(f"/{self._root.name}")
        if self._multiplayer is not None:
            self._multiplayer.object_configuration_remove(None, root)
        self._multiplayer = multiplayer
        multiplayer._tree = self
        multiplayer.object_configuration_add(None, root)

    def _set_branch_multiplayer(self, multiplayer: MultiplayerAPI | None, path: NodePath) -> None:
        branches = self._branch_multiplayers
        if path in branches:
            branches[path].object_configuration_remove(None, path)
        elif multiplayer is not None:
            for other in branches:
                if path._names[: len(other._names)] == other._names:
                    output.error(
                        "Multiplayer is already configured for a parent of this path: "
                        f"'{path}' in '{other}'."
                    )
                    return
        if multiplayer is None:
            branches.pop(path, None)
        else:
            branches[path] = multiplayer
            multiplayer._tree = self
            multiplayer.object_configuration_add(None, path)

    def _make_multiplayer(self) -> MultiplayerAPI | None:
        made: MultiplayerAPI | None = MultiplayerAPI.create_default_interface()
        if made is not None:
            self.set_multiplayer(made)
        return made

    def _multiplayer_of(self, node: NodeRpc) -> MultiplayerAPI | None:
        """The API of a node in the tree."""
        if self._sole_multiplayer is not None:
            return self._sole_multiplayer
        if self._branch_multiplayers:
            found: MultiplayerAPI | None = self.get_multiplayer(node.get_path())
            return found
        return self._make_multiplayer()

    def _multiplayer_unused(self) -> bool:
        """Whether nobody has asked for an API yet; everything is this peer's then."""
        return not self._polled and MultiplayerAPI._default_interface == "SceneMultiplayer"

    def _poll_multiplayer(self) -> None:
        for multiplayer in self._polled:
            multiplayer.poll()

    def _end_multiplayer(self) -> None:
        """Lets go of all APIs and of their connections, without a word."""
        for multiplayer in self._polled:
            multiplayer.set_multiplayer_peer(None)
            multiplayer._tree = None
        self._multiplayer = self._sole_multiplayer = None
        self._polled = ()
        self._branch_multiplayers.clear()
