"""The current scene of a tree and its changes.

A change takes the old scene out of the tree at once, and at the end of the step frees it and brings
the new one in.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.error import (
    ERR_CANT_CREATE,
    ERR_CANT_OPEN,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    OK,
    Error,
)
from engine.core.object import is_instance_valid
from engine.scene._tree_groups import TreeGroups

if TYPE_CHECKING:
    from engine.scene.node import Node
    from engine.scene.window import Window

SceneLoader = PyCallable[[str], Any]


class TreeScenes(TreeGroups):
    """Scene changes of a tree."""

    _root: Window

    def __init__(self) -> None:
        super().__init__()
        self._current_scene: Node | None = None
        self._scene_before: Node | None = None
        self._scene_after: Node | None = None
        self._load_scene: SceneLoader | None = (
            None  # a file's scene, made anew; says why it is None
        )

    @property
    def current_scene(self) -> Any:
        """The scene that runs: a child of the root, or None."""
        return self._current_scene

    @current_scene.setter
    def current_scene(self, scene: Node | None) -> None:
        if scene is not None and scene._parent is not self._root:
            output.error('Condition "p_scene && p_scene->get_parent() != root" is true.')
            return
        self._current_scene = scene

    def set_current_scene(self, child_node: Node | None) -> None:
        """Sets `current_scene`."""
        self.current_scene = child_node

    def get_current_scene(self) -> Any:
        """The value of `current_scene`."""
        return self._current_scene

    def change_scene_to_packed(self, packed_scene: Any) -> Error:
        """Replaces the current scene by an instance of a packed one, at the end of this step.

        Returns:
            `OK`, `ERR_INVALID_PARAMETER` for None, `ERR_CANT_CREATE` when it cannot be instanced.
        """
        if packed_scene is None:
            output.error(
                "Can't change to a null scene. Use unload_current_scene() if you wish to unload it."
            )
            return ERR_INVALID_PARAMETER
        scene = packed_scene.instantiate()
        if scene is None:
            output.error('Parameter "new_scene" is null.')
            return ERR_CANT_CREATE
        return self.change_scene_to_node(scene)

    def change_scene_to_file(self, path: str) -> Error:
        """Replaces the current scene by the one of a file, at the end of this step.

        Returns:
            `OK`, or `ERR_CANT_OPEN` when the file cannot be loaded.
        """
        if self._load_scene is None:
            output.error(f"Cannot open file '{path}'.")
            output.error(f"Failed loading resource: {path}.")
            return ERR_CANT_OPEN
        scene = self._load_scene(str(path))
        return ERR_CANT_OPEN if scene is None else self.change_scene_to_node(scene)

    def change_scene_to_node(self, node: Any) -> Error:
        """Replaces the current scene by a node without a parent, at the end of this step."""
        if node is None:
            output.error(
                "Can't change to a null node. Use unload_current_scene() if you wish to unload it."
            )
            return ERR_INVALID_PARAMETER
        if node._tree is not None:
            output.error("The new scene node can't already be inside scene tree.")
            return ERR_UNCONFIGURED
        if self._scene_after is not None:
            self._scene_after.queue_free()
            self._scene_after = None
        if self._current_scene is not None:
            self._scene_before = self._current_scene
            self._root.remove_child(self._current_scene)
        self._scene_after = node
        return OK

    def reload_current_scene(self) -> Error:
        """Replaces the current scene by a fresh one from the same file.

        Returns:
            `OK`, `ERR_UNCONFIGURED` without a current scene, `ERR_CANT_OPEN` when it has no file.
        """
        if self._current_scene is None:
            output.error('Parameter "current_scene" is null.')
            return ERR_UNCONFIGURED
        return self.change_scene_to_file(self._current_scene.scene_file_path)

    def unload_current_scene(self) -> None:
        """Frees the current scene."""
        if self._current_scene is not None:
            self._current_scene.free()
            self._current_scene = None

    def _flush_scene_change(self) -> None:
        before, self._scene_before = self._scene_before, None
        scene, self._scene_after = self._scene_after, None
        if is_instance_valid(before):
            assert before is not None
            before._free_now()
        if not is_instance_valid(scene):
            return
        assert scene is not None
        self._current_scene = scene
        self._root.add_child(scene)
        self._emit_if_heard("scene_changed")

    def _drop_scene_change(self) -> None:
        """The tree ends before the change: neither scene is needed."""
        for scene in (self._scene_before, self._scene_after):
            if is_instance_valid(scene):
                assert scene is not None
                scene._free_now()
        self._scene_before = self._scene_after = None
