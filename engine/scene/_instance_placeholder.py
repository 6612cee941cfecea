"""`InstancePlaceholder`: stands in a scene for an instance that is made later."""

from __future__ import annotations

from typing import Any

from engine.core import _resource_cache, output
from engine.core._stored_values import write
from engine.scene.node import Node


class InstancePlaceholder(Node):
    """Knows a scene and the values that its instance gets, and makes it when it is asked to.

    A scene has one in place of an instance with `set_scene_instance_load_placeholder`.
    """

    @property
    def _values(self) -> dict[str, Any]:
        return dict(self._rarely("placeholder_values", {}))

    def _set(self, property: str, value: Any) -> bool:
        """Keeps a value for the instance."""
        self._keep("placeholder_values", {**self._values, property: value})
        return True

    def get_instance_path(self) -> str:
        """The path of the scene."""
        return str(self._rarely("placeholder_path", ""))

    def get_stored_values(self, with_order: bool = False) -> dict[str, Any]:
        """The values that the instance gets, and their names in order as `.order` if asked for."""
        values = self._values
        if with_order:
            values[".order"] = list(values)
        return values

    def create_instance(self, replace: bool = False, custom_scene: Any = None) -> Any:
        """Makes the instance beside the placeholder, and gives it.

        Args:
            replace: whether the placeholder goes, and the instance has its name.
            custom_scene: a packed scene to take in place of the one that is stored.
        """
        parent = self._parent
        if self._tree is None or parent is None:
            output.error('Condition "!is_inside_tree()" is true. Returning: nullptr')
            return None
        scene = custom_scene or _resource_cache.load(self.get_instance_path())
        made = None if scene is None else scene.instantiate()
        if made is None:
            return None
        made.name = self.name
        made.set_multiplayer_authority(self.get_multiplayer_authority())
        for name, value in self._values.items():
            write(made, name, value)
        index = self.get_index(True)
        if replace:
            self.queue_free()
            parent.remove_child(self)
        parent.add_child(made)
        if made._parent is parent:
            parent._move(made, index)
        return made
