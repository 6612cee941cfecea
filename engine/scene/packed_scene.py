"""`PackedScene`: a branch of nodes put away, to make any number of copies from."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.error import ERR_INVALID_PARAMETER, OK, Error
from engine.core.resource import Resource
from engine.scene._bundled_scene import unbundled
from engine.scene._scene_instancing import SceneInstancing
from engine.scene._scene_packing import ScenePacking
from engine.scene._stored_scene import StoredScene
from engine.scene.node import Node
from engine.scene.scene_state import SceneState


class PackedScene(Resource):
    """A scene: nodes with their properties, groups and connections.

    `pack` stores a node and what it owns: nodes below it whose `owner` it is. Of each are stored
    the engine's properties and exported variables that differ from their defaults, attached
    values, persistent groups, and persistent connections (`CONNECT_PERSIST`).
    """

    GenEditState = SceneState.GenEditState
    GEN_EDIT_STATE_DISABLED = GenEditState.GEN_EDIT_STATE_DISABLED
    GEN_EDIT_STATE_INSTANCE = GenEditState.GEN_EDIT_STATE_INSTANCE
    GEN_EDIT_STATE_MAIN = GenEditState.GEN_EDIT_STATE_MAIN
    GEN_EDIT_STATE_MAIN_INHERITED = GenEditState.GEN_EDIT_STATE_MAIN_INHERITED

    __slots__ = ("_state",)
    _stored = ("_bundled",)
    _state: SceneState

    def __new__(cls, *args: Any, **kwargs: Any) -> PackedScene:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: PackedScene = super().__new__(cls)
        self._state = SceneState()
        return self

    @property
    def _bundled(self) -> StoredScene:
        """Everything that is stored."""
        return self._state._scene

    @_bundled.setter
    def _bundled(self, scene: StoredScene | dict[str, Any]) -> None:
        self._state._scene = scene if isinstance(scene, StoredScene) else unbundled(scene)

    def _path_changed(self) -> None:
        self._state._path = self.resource_path

    def pack(self, path: Node | None) -> Error:
        """Stores a node and everything that it owns, in place of what is stored.

        Args:
            path: the root of the scene.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` for None; `ERR_CANT_OPEN` when the scene of an instance
            below cannot be loaded, and then nothing is stored.
        """
        if path is None:
            output.error('Parameter "p_scene" is null.')
            return ERR_INVALID_PARAMETER
        self._state._scene = StoredScene()
        packing = ScenePacking(path)
        problem = packing.pack()
        if problem != OK:
            output.error("Method/function failed. Returning: err")
            return problem
        self._state._scene = packing.result()
        return OK

    def can_instantiate(self) -> bool:
        """Whether anything is stored."""
        return self._state.get_node_count() > 0

    def instantiate(self, edit_state: int = 0) -> Any:
        """A new node with everything below it, outside the tree; None, with an error, without one.

        The root is told `NOTIFICATION_SCENE_INSTANTIATED` when everything is in place.

        Args:
            edit_state: `GEN_EDIT_STATE_*`: anything else than 0 has the instance remember the
                scene, so that packing it inside another stores only what was changed.
        """
        root = SceneInstancing(self._state, edit_state).run()
        if root is None:
            return None
        path = self.resource_path
        if path and "::" not in path:
            root.scene_file_path = path
        if edit_state:
            root._keep("instance_state", self._state)
        root.notification(Node.NOTIFICATION_SCENE_INSTANTIATED)
        return root

    def get_state(self) -> SceneState:
        """What is stored; the same object each time."""
        return self._state
