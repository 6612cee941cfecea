"""What a node keeps for editors, threads, translators and renderers.

Nothing in a headless tree acts on these, but they are read and written, stored in scenes and
copied. There is one thread: what Godot sends to a thread group is called, or deferred, in place.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any, cast

from engine.core import output
from engine.core.object import Object
from engine.core.print import print_
from engine.core.rid import RID
from engine.scene._node_state import NodeState
from engine.scene._node_text import NodeText

if TYPE_CHECKING:
    from engine.scene.node import Node


def _kept(name: str, default: Any, doc: str) -> Any:
    """A property that is kept with the rare data of the object."""

    def read(self: Object) -> Any:
        return self._rarely(name, default)

    def write(self: Object, value: Any) -> None:
        self._keep(name, type(default)(value))

    return property(read, write, doc=doc)


class NodeSettings(NodeText):
    """Properties without effect in a headless tree."""

    scene_file_path = _kept("scene_file_path", "", "The file that the node's scene came from.")
    process_thread_group = _kept(
        "process_thread_group",
        NodeState.ProcessThreadGroup.PROCESS_THREAD_GROUP_INHERIT,
        "The thread that runs the node; here always the tree's.",
    )
    process_thread_group_order = _kept(
        "process_thread_group_order", 0, "The order of the thread group among others."
    )
    process_thread_messages = _kept(
        "process_thread_messages",
        NodeState.ProcessThreadMessages(0),
        "When the thread group handles its messages.",
    )
    physics_interpolation_mode = _kept(
        "physics_interpolation_mode",
        NodeState.PhysicsInterpolationMode.PHYSICS_INTERPOLATION_MODE_INHERIT,
        "Whether positions are smoothed between physics ticks.",
    )
    auto_translate_mode = _kept(
        "auto_translate_mode",
        NodeState.AutoTranslateMode.AUTO_TRANSLATE_MODE_INHERIT,
        "Whether texts of the node are translated by themselves.",
    )

    @property
    def editor_description(self) -> str:
        """A note about the node."""
        return str(self._rarely("editor_description", ""))

    @editor_description.setter
    def editor_description(self, text: str) -> None:
        if text != self.editor_description:
            self._keep("editor_description", str(text))
            self._emit_if_heard("editor_description_changed", self)

    # Translation ---------------------------------------------------------------------------------

    def can_auto_translate(self) -> bool:
        """Whether texts are translated by themselves, by this node's mode or its parents'."""
        node: NodeSettings | None = self
        while node is not None:
            mode = node.auto_translate_mode
            if mode != NodeState.AutoTranslateMode.AUTO_TRANSLATE_MODE_INHERIT:
                return bool(mode == NodeState.AutoTranslateMode.AUTO_TRANSLATE_MODE_ALWAYS)
            node = node._parent
        return True

    def atr(self, message: str, context: str = "") -> str:
        """The message translated, where the node translates."""
        return self.tr(message, context) if self.can_auto_translate() else str(message)

    def atr_n(self, message: str, plural_message: str, n: int, context: str = "") -> str:
        """The message or its plural translated, where the node translates."""
        return self.tr_n(message, plural_message, n, context)

    def set_translation_domain_inherited(self) -> None:
        """Takes the translation domain of the parent again."""
        self._keep("translation_domain", "")

    # Threads -------------------------------------------------------------------------------------

    def call_deferred_thread_group(self, method: str, *args: Any) -> Any:
        """Defers a call; there is one thread."""
        self.call_deferred(method, *args)

    def call_thread_safe(self, method: str, *args: Any) -> Any:
        """Calls a method; there is one thread."""
        return self.call(method, *args)

    def set_deferred_thread_group(self, property: str, value: Any) -> None:
        """Sets a property at the end of the step; there is one thread."""
        self.set_deferred(property, value)

    def set_thread_safe(self, property: str, value: Any) -> None:
        """Sets a property; there is one thread."""
        self.set(property, value)

    def notify_deferred_thread_group(self, what: int) -> None:
        """Notifies the node at the end of the step; there is one thread."""
        self.call_deferred("notification", what)

    def notify_thread_safe(self, what: int) -> None:
        """Notifies the node; there is one thread."""
        self.notification(what)

    # Physics interpolation -----------------------------------------------------------------------

    def is_physics_interpolated(self) -> bool:
        """Whether positions are smoothed, by this node's mode or that of its parents."""
        node: NodeSettings | None = self
        while node is not None:
            mode = node.physics_interpolation_mode
            if mode != NodeState.PhysicsInterpolationMode.PHYSICS_INTERPOLATION_MODE_INHERIT:
                return bool(
                    mode == NodeState.PhysicsInterpolationMode.PHYSICS_INTERPOLATION_MODE_ON
                )
            node = node._parent
        return True

    def is_physics_interpolated_and_enabled(self) -> bool:
        """Whether positions are smoothed and the tree does it."""
        tree = self._tree
        return tree is not None and tree.physics_interpolation and self.is_physics_interpolated()

    def reset_physics_interpolation(self) -> None:
        """Tells the node and all below it that it has jumped."""
        cast("Node", self).propagate_notification(self.NOTIFICATION_RESET_PHYSICS_INTERPOLATION)

    # Editors -------------------------------------------------------------------------------------

    def is_displayed_folded(self) -> bool:
        """Whether an editor shows the node closed."""
        return bool(self._rarely("folded", False))

    def set_display_folded(self, fold: bool) -> None:
        """Whether an editor shows the node closed."""
        self._keep("folded", bool(fold))

    def is_editable_instance(self, node: Node | None) -> bool:
        """Whether the children of an instance below this node can be edited in its scene."""
        if node is None:
            return False
        if not self.is_ancestor_of(node):
            output.error('Condition "!is_ancestor_of(p_node)" is true. Returning: false')
            return False
        return bool(node._rarely("editable", False))

    def set_editable_instance(self, node: Node | None, is_editable: bool) -> None:
        """Whether the children of an instance below this node can be edited in its scene."""
        if node is None:
            output.error('Required object "rp_node" is null.')
        elif not self.is_ancestor_of(node):
            output.error('Condition "!is_ancestor_of(p_node)" is true.')
        else:
            node._keep("editable", bool(is_editable))

    def get_scene_instance_load_placeholder(self) -> bool:
        """Whether the node's scene is loaded as a placeholder."""
        return bool(self._rarely("placeholder", False))

    def set_scene_instance_load_placeholder(self, load_placeholder: bool) -> None:
        """Whether the node's scene is loaded as a placeholder."""
        self._keep("placeholder", bool(load_placeholder))

    def is_part_of_edited_scene(self) -> bool:
        """Whether an editor has the node open; there is none."""
        return False

    def update_configuration_warnings(self) -> None:
        """Says that the configuration warnings may have changed."""
        if self._tree is not None:
            self._tree._emit_if_heard("node_configuration_warning_changed", self)

    def get_accessibility_element(self) -> RID:
        """The element for screen readers; there is none."""
        return RID()

    def queue_accessibility_update(self) -> None:
        """Asks for an update for screen readers; there are none."""

    # Orphans -------------------------------------------------------------------------------------

    @staticmethod
    def get_orphan_node_ids() -> list[int]:
        """The instance ids of all nodes outside of any tree."""
        return [node.get_instance_id() for node in _orphans()]

    @staticmethod
    def print_orphan_nodes() -> None:
        """Prints all nodes outside of any tree."""
        for node in _orphans():
            path = "/".join(n._key for n in reversed(node._line()))
            print_(f"{node.get_instance_id()} - Stray Node: {path} (Type: {node.get_class()})")


def _orphans() -> list[Node]:
    """Nodes outside of any tree that something still holds, in the order of their ids."""
    found = [
        cast("Node", thing)
        for thing in gc.get_objects()
        if issubclass(type(thing), NodeSettings) and not type(thing)._freed and thing._tree is None
    ]
    return sorted(found, key=lambda node: node.get_instance_id())
