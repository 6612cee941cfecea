"""`Node`: the building block of trees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import message_queue, output
from engine.core._lazy import lazy
from engine.core.engine_singleton import Engine
from engine.core.object import Object
from engine.core.rid import RID
from engine.core.signal import is_locked
from engine.scene import _deletion
from engine.scene._node_children import WALKS
from engine.scene._node_input import NodeInput
from engine.scene._node_state import PHYSICS, PROCESS

if TYPE_CHECKING:
    from engine.scene import _node_duplicate
    from engine.scene.scene_tree import SceneTree
    from engine.scene.tween import Tween
else:
    _node_duplicate = lazy("engine.scene._node_duplicate")


class Node(NodeInput):
    """A part of a tree of nodes, with a name, children and callbacks.

    A script derives from it and overrides what it needs: `_enter_tree`, `_ready`, `_process`,
    `_physics_process`, `_exit_tree`, `_notification`. Any of them may be `async def`. Exported
    variables are made with `export`, those set before `_ready` with `onready`.

    Signals: `ready`, `renamed`, `tree_entered`, `tree_exiting`, `tree_exited`,
        `child_entered_tree`,
    `child_exiting_tree`, `child_order_changed`, `replacing_by`.
    """

    _stored: ClassVar[tuple[str, ...]] = (
        "unique_name_in_owner",
        "process_mode",
        "process_priority",
        "process_physics_priority",
        "process_thread_group",
        "physics_interpolation_mode",
        "auto_translate_mode",
        "editor_description",
    )

    _is_viewport: ClassVar[bool] = False
    _is_window: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()

    # Callbacks -----------------------------------------------------------------------------------

    def _enter_tree(self) -> Any:
        """Called when the node enters the tree, before its children do."""

    def _exit_tree(self) -> Any:
        """Called before the node leaves the tree, after its children have."""

    def _ready(self) -> Any:
        """Called once, when the node and all its children have entered the tree."""

    def _get_configuration_warnings(self) -> list[str]:
        """What is wrong with the way the node is set up, for editors."""
        return []

    def _get_accessibility_configuration_warnings(self) -> list[str]:
        """What is wrong for screen readers, for editors."""
        return []

    def _get_focused_accessibility_element(self) -> RID:
        """The focused element for screen readers."""
        return RID()

    # Entering and leaving ------------------------------------------------------------------------

    def _entered_tree(self, tree: SceneTree) -> None:
        cls = type(self)
        if self._groups:
            for group in self._groups:
                tree._join_group(group, self)
        if self._process_flags:
            for step in tree._steps:
                if self._process_flags & step.flags:
                    step.add(self)
        if self._input_flags:
            self._join_stages(tree, True)
        self._engine_notification(10)  # ENTER_TREE
        for method in self._notification_chain:
            self._tell(method, 10)
        tree._node_count += 1
        if cls._enter_tree is not Node._enter_tree:
            self._run_callback(self._enter_tree)
        if self._tree is not tree:
            return  # it has been taken out again
        if self._signals is not None:
            self._emit_if_heard("tree_entered")
        tree._node_entered(self)
        parent = self._parent
        if parent is not None and parent._signals is not None:
            parent._emit_if_heard("child_entered_tree", self)

    def _entered_with_all_children(self) -> None:
        self._engine_notification(27)  # POST_ENTER_TREE
        chain = self._notification_chain
        if chain:
            for method in chain:
                self._tell(method, 2010)  # TRANSLATION_CHANGED
            for method in chain:
                self._tell(method, 27)
        if not self._ready_first:
            return
        self._ready_first = False
        cls = type(self)
        if cls._process is not Node._process:
            self._switch(PROCESS, True)
        if cls._physics_process is not Node._physics_process:
            self._switch(PHYSICS, True)
        self._switch_input_on(cls)
        if cls._onready:
            self._run_callback(self._set_onready_variables)
        if cls._ready is not Node._ready:
            self._run_callback(self._ready)
        self._engine_notification(13)  # READY
        for method in chain:
            self._tell(method, 13)
        if self._signals is not None:
            self._emit_if_heard("ready")

    def _switch_input_on(self, cls: type[Node]) -> None:
        if cls._input is not NodeInput._input:
            self.set_process_input(True)
        if cls._shortcut_input is not NodeInput._shortcut_input:
            self.set_process_shortcut_input(True)
        if cls._unhandled_input is not NodeInput._unhandled_input:
            self.set_process_unhandled_input(True)
        if cls._unhandled_key_input is not NodeInput._unhandled_key_input:
            self.set_process_unhandled_key_input(True)

    def _set_onready_variables(self) -> None:
        for name, source in type(self)._onready:
            if name[0] == "@":  # a function of GDScript's that sets several
                source(self)
            else:
                setattr(self, name, source(self) if callable(source) else self.get_node(source))

    def _exiting_tree(self, tree: SceneTree) -> None:
        cls = type(self)
        if cls._exit_tree is not Node._exit_tree:
            self._run_callback(self._exit_tree)
        if self._signals is not None:
            self._emit_if_heard("tree_exiting")
        for method in self._notification_chain[::-1]:
            self._tell(method, 11)  # EXIT_TREE
        self._engine_notification(11)
        if self._process_flags:
            for step in tree._steps:
                if self._process_flags & step.flags:
                    step.leave(self)
        if self._input_flags:
            self._join_stages(tree, False)
        tree._node_left(self)
        parent = self._parent
        if parent is not None and parent._signals is not None:
            parent._emit_if_heard("child_exiting_tree", self)
        if self._groups:
            for group in self._groups:
                tree._leave_group(group, self)
        tree._emit_if_heard("tree_changed")

    def _run_callback(self, callback: Any) -> None:
        try:
            callback()
        except Exception as exception:
            output.script_error(exception)

    def request_ready(self) -> None:
        """Has `_ready` called again when the node enters the tree next."""
        self._ready_first = True

    def is_node_ready(self) -> bool:
        """Whether `_ready` has been called, and no other was asked for."""
        return not self._ready_first

    # Ending --------------------------------------------------------------------------------------

    def free(self) -> None:
        """Ends the node at once, with all below it; none of them can be used after that.

        Raises:
            RuntimeError: while one of its signals is being emitted, while it or something below it
                enters the tree or leaves it, or while its parent is busy with its children.
        """
        super().free()

    def _is_locked(self) -> bool:
        if self._parent is not None and self._parent._blocked > 0:
            return True
        return is_locked(self, Object._free_now.__code__, WALKS)

    def queue_free(self) -> None:
        """Frees the node, with all below it, at the end of this frame's step."""
        if not self._queued:
            self._queued = True
            (self._tree._deletions if self._tree is not None else _deletion.current()).append(self)

    def is_queued_for_deletion(self) -> bool:
        """Whether `queue_free` was called."""
        return self._queued

    def _engine_notification(self, what: int) -> None:
        if what == 1:  # PREDELETE
            self._leave_owner()
            for owned in list(self._owned or ()):
                owned._leave_owner()
            if self._parent is not None:
                self._parent.remove_child(self)
            while self._children:
                next(reversed(self._children.values()))._free_now()

    def _let_go(self) -> None:
        if self._parent is not None:  # added again by what was told of its end
            self._parent.remove_child(self)
        super()._let_go()
        self._owned = self._unique_names = self._groups = None
        self._child_list = self._child_index = self._children = None

    # Moving --------------------------------------------------------------------------------------

    def reparent(self, new_parent: Node, keep_global_transform: bool = True) -> None:
        """Moves the node, with all below it, to another parent; owners that still fit are kept."""
        if new_parent is None:
            output.error('Required object "rp_parent" is null.')
            return
        parent, owner = self._parent, self._owner
        if parent is None:
            output.error("Node needs a parent to be reparented.")
            return
        if new_parent is self:
            output.error(f"Can't reparent '{self._key}' to itself.")
            return
        if new_parent is parent:
            return
        keeps = owner is not None and (owner is new_parent or owner.is_ancestor_of(new_parent))
        owned = [node for node in self._branch() if node._owner is owner] if keeps else []
        parent.remove_child(self)
        new_parent.add_child(self)
        for node in owned:
            node.set_owner(owner)

    def _branch(self) -> list[Node]:
        """This node and all below it."""
        nodes: list[Node] = [self]
        for node in nodes:
            nodes += node._listed_children()
        return nodes

    def replace_by(self, node: Node, keep_groups: bool = False) -> None:
        """Puts another node in this one's place, with its children; this one is not freed."""
        if node is None:
            output.error('Required object "rp_node" is null.')
            return
        if node._parent is not None:
            output.error('Condition "p_node->data.parent" is true.')
            return
        owner = node if self._owner is self else self._owner
        owned = list(self._owned or ())
        shared = [n for n in self._branch()[1:] if owner is not None and n._owner is owner]
        for group, persistent in (self._groups or {}).items() if keep_groups else ():
            node.add_to_group(group, persistent)
        parent = self._parent
        if parent is not None:
            index = self.get_index()
            parent.remove_child(self)
            parent.add_child(node)
            parent.move_child(node, index)
        self._emit_if_heard("replacing_by", node)
        for child in self.get_children(True):
            self.remove_child(child)
            if not child._internal:  # internal ones are left to whoever made them
                node.add_child(child)
        node.set_owner(owner)
        for child in owned:
            child.set_owner(node)
        for child in shared:
            child.set_owner(owner)
        node.scene_file_path = self.scene_file_path

    def duplicate(self, flags: int = 15) -> Any:
        """A copy of the node with all below it, outside the tree.

        Args:
            flags: a sum of `DUPLICATE_*`: whether connections, groups and scripts are copied, too.
        """
        return _node_duplicate.duplicate(self, flags)

    # Telling -------------------------------------------------------------------------------------

    def propagate_notification(self, what: int) -> None:
        """Notifies this node and all below it."""
        self._blocked += 1
        self.notification(what)
        for child in list(self._children.values()) if self._children else ():
            child.propagate_notification(what)
        self._blocked -= 1

    def propagate_call(
        self,
        method: str,
        args: Sequence[Any] = [],
        parent_first: bool = False,
    ) -> None:
        """Calls a method of this node and of all below it, where there is one."""
        self._blocked += 1
        if parent_first and self.has_method(method):
            self.callv(method, args)
        for child in list(self._children.values()) if self._children else ():
            child.propagate_call(method, args, parent_first)
        if not parent_first and self.has_method(method):
            self.callv(method, args)
        self._blocked -= 1

    def _defer(self, function: Any, args: tuple[Any, ...]) -> None:
        if self._tree is not None:
            self._tree._queue.push(function, args)
        else:
            message_queue.push(function, args)

    # Surroundings --------------------------------------------------------------------------------

    def get_tree(self) -> SceneTree:
        """The tree; None, with an error message, outside of one."""
        tree = self._tree
        if tree is None:
            output.error('Parameter "data.tree" is null.')
        return tree  # type: ignore[return-value]

    def get_viewport(self) -> Any:
        """The nearest viewport above, or None outside the tree."""
        node: Node | None = self if self._tree is not None else None
        while node is not None and not node._is_viewport:
            node = node._parent
        return node

    def get_window(self) -> Any:
        """The nearest window above, or None outside the tree."""
        node: Node | None = self if self._tree is not None else None
        while node is not None and not node._is_window:
            node = node._parent
        return node

    def get_last_exclusive_window(self) -> Any:
        """The window above that input goes to: not one that waits for a dialog of its own."""
        window = self.get_window()
        while window is not None and window._exclusive_child is not None:
            window = window._exclusive_child
        return window

    def create_tween(self) -> Tween:
        """A tween that is bound to this node; outside the tree it waits until the node enters."""
        tree = self._tree or Engine.get_main_loop()
        return tree.create_tween().bind_node(self)

    def _to_string(self) -> str:
        text = super()._to_string()
        return f"{self._key}:{text}" if self._key else text
