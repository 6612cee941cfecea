"""What a node holds. The other `_node_*` modules each add one theme of methods on top of it.

`Node` is one class in Godot with some two hundred members. Here it is a chain of classes, one for
each theme and file, so that each can be read by itself:

    NodeState -> NodeNames -> NodeChildren -> NodePaths -> NodeGroups -> NodeProcess -> NodeText
    -> NodeSettings -> NodeRpc -> Node

Internal state lies in slots: it is read on every path, and a node that no script extends stays
small.

Children are held in a dictionary by name, in the order in which they came: this is the order in
which the tree enters, readies and leaves. The order that scripts see differs from it only after
`move_child` or with internal children; from then on the node keeps a list of its own (`_ordered`).
"""

from __future__ import annotations

from enum import IntEnum, IntFlag
from typing import TYPE_CHECKING, Any

from engine.core.object import Object
from engine.core.signal import Signal

if TYPE_CHECKING:
    from engine.core.string_name import StringName
    from engine.scene.node import Node
    from engine.scene.scene_tree import SceneTree

PROCESS = 1
PHYSICS = 2
INTERNAL = 4
PHYSICS_INTERNAL = 8


class NodeState(Object):
    """The state, constants and signals of a node."""

    __slots__ = (
        "_blocked",
        "_child_index",
        "_child_list",
        "_children",
        "_depth",
        "_groups",
        "_input_flags",
        "_internal",
        "_key",
        "_name",
        "_ordered",
        "_owned",
        "_owner",
        "_parent",
        "_physics_priority",
        "_priority",
        "_process_flags",
        "_process_mode",
        "_queued",
        "_ready_first",
        "_ready_notified",
        "_tree",
        "_unique",
        "_unique_names",
    )

    class ProcessMode(IntEnum):
        """Whether a node runs while the tree is paused."""

        PROCESS_MODE_INHERIT = 0
        PROCESS_MODE_PAUSABLE = 1
        PROCESS_MODE_WHEN_PAUSED = 2
        PROCESS_MODE_ALWAYS = 3
        PROCESS_MODE_DISABLED = 4

    class ProcessThreadGroup(IntEnum):
        """Which thread runs a node; here it is always the one of the tree."""

        PROCESS_THREAD_GROUP_INHERIT = 0
        PROCESS_THREAD_GROUP_MAIN_THREAD = 1
        PROCESS_THREAD_GROUP_SUB_THREAD = 2

    class ProcessThreadMessages(IntFlag):
        """When a thread group handles its messages."""

        FLAG_PROCESS_THREAD_MESSAGES = 1
        FLAG_PROCESS_THREAD_MESSAGES_PHYSICS = 2
        FLAG_PROCESS_THREAD_MESSAGES_ALL = 3

    class PhysicsInterpolationMode(IntEnum):
        """Whether positions are smoothed between physics ticks."""

        PHYSICS_INTERPOLATION_MODE_INHERIT = 0
        PHYSICS_INTERPOLATION_MODE_ON = 1
        PHYSICS_INTERPOLATION_MODE_OFF = 2

    class DuplicateFlags(IntFlag):
        """What `duplicate` copies besides the properties."""

        DUPLICATE_SIGNALS = 1
        DUPLICATE_GROUPS = 2
        DUPLICATE_SCRIPTS = 4
        DUPLICATE_USE_INSTANTIATION = 8
        DUPLICATE_DEFAULT = 15
        DUPLICATE_INTERNAL_STATE = 16

    class InternalMode(IntEnum):
        """Where a child stands that is not counted among the plain ones."""

        INTERNAL_MODE_DISABLED = 0
        INTERNAL_MODE_FRONT = 1
        INTERNAL_MODE_BACK = 2

    class AutoTranslateMode(IntEnum):
        """Whether texts of the node are translated by themselves."""

        AUTO_TRANSLATE_MODE_INHERIT = 0
        AUTO_TRANSLATE_MODE_ALWAYS = 1
        AUTO_TRANSLATE_MODE_DISABLED = 2

    AUTO_TRANSLATE_MODE_INHERIT = AutoTranslateMode.AUTO_TRANSLATE_MODE_INHERIT
    AUTO_TRANSLATE_MODE_ALWAYS = AutoTranslateMode.AUTO_TRANSLATE_MODE_ALWAYS
    AUTO_TRANSLATE_MODE_DISABLED = AutoTranslateMode.AUTO_TRANSLATE_MODE_DISABLED
    DUPLICATE_SIGNALS = DuplicateFlags.DUPLICATE_SIGNALS
    DUPLICATE_GROUPS = DuplicateFlags.DUPLICATE_GROUPS
    DUPLICATE_SCRIPTS = DuplicateFlags.DUPLICATE_SCRIPTS
    DUPLICATE_USE_INSTANTIATION = DuplicateFlags.DUPLICATE_USE_INSTANTIATION
    DUPLICATE_DEFAULT = DuplicateFlags.DUPLICATE_DEFAULT
    DUPLICATE_INTERNAL_STATE = DuplicateFlags.DUPLICATE_INTERNAL_STATE
    FLAG_PROCESS_THREAD_MESSAGES = ProcessThreadMessages.FLAG_PROCESS_THREAD_MESSAGES
    FLAG_PROCESS_THREAD_MESSAGES_PHYSICS = (
        ProcessThreadMessages.FLAG_PROCESS_THREAD_MESSAGES_PHYSICS
    )
    FLAG_PROCESS_THREAD_MESSAGES_ALL = ProcessThreadMessages.FLAG_PROCESS_THREAD_MESSAGES_ALL
    INTERNAL_MODE_DISABLED = InternalMode.INTERNAL_MODE_DISABLED
    INTERNAL_MODE_FRONT = InternalMode.INTERNAL_MODE_FRONT
    INTERNAL_MODE_BACK = InternalMode.INTERNAL_MODE_BACK
    NOTIFICATION_ENTER_TREE = 10
    NOTIFICATION_EXIT_TREE = 11
    NOTIFICATION_MOVED_IN_PARENT = 12
    NOTIFICATION_READY = 13
    NOTIFICATION_PAUSED = 14
    NOTIFICATION_UNPAUSED = 15
    NOTIFICATION_PHYSICS_PROCESS = 16
    NOTIFICATION_PROCESS = 17
    NOTIFICATION_PARENTED = 18
    NOTIFICATION_UNPARENTED = 19
    NOTIFICATION_SCENE_INSTANTIATED = 20
    NOTIFICATION_DRAG_BEGIN = 21
    NOTIFICATION_DRAG_END = 22
    NOTIFICATION_PATH_RENAMED = 23
    NOTIFICATION_CHILD_ORDER_CHANGED = 24
    NOTIFICATION_INTERNAL_PROCESS = 25
    NOTIFICATION_INTERNAL_PHYSICS_PROCESS = 26
    NOTIFICATION_POST_ENTER_TREE = 27
    NOTIFICATION_DISABLED = 28
    NOTIFICATION_ENABLED = 29
    NOTIFICATION_WM_MOUSE_ENTER = 1002
    NOTIFICATION_WM_MOUSE_EXIT = 1003
    NOTIFICATION_WM_WINDOW_FOCUS_IN = 1004
    NOTIFICATION_WM_WINDOW_FOCUS_OUT = 1005
    NOTIFICATION_WM_CLOSE_REQUEST = 1006
    NOTIFICATION_WM_GO_BACK_REQUEST = 1007
    NOTIFICATION_WM_SIZE_CHANGED = 1008
    NOTIFICATION_WM_DPI_CHANGE = 1009
    NOTIFICATION_VP_MOUSE_ENTER = 1010
    NOTIFICATION_VP_MOUSE_EXIT = 1011
    NOTIFICATION_WM_POSITION_CHANGED = 1012
    NOTIFICATION_RESET_PHYSICS_INTERPOLATION = 2001
    NOTIFICATION_OS_MEMORY_WARNING = 2009
    NOTIFICATION_TRANSLATION_CHANGED = 2010
    NOTIFICATION_WM_ABOUT = 2011
    NOTIFICATION_CRASH = 2012
    NOTIFICATION_OS_IME_UPDATE = 2013
    NOTIFICATION_APPLICATION_RESUMED = 2014
    NOTIFICATION_APPLICATION_PAUSED = 2015
    NOTIFICATION_APPLICATION_FOCUS_IN = 2016
    NOTIFICATION_APPLICATION_FOCUS_OUT = 2017
    NOTIFICATION_TEXT_SERVER_CHANGED = 2018
    NOTIFICATION_ACCESSIBILITY_UPDATE = 3000
    NOTIFICATION_ACCESSIBILITY_INVALIDATE = 3001
    NOTIFICATION_EDITOR_PRE_SAVE = 9001
    NOTIFICATION_EDITOR_POST_SAVE = 9002
    PHYSICS_INTERPOLATION_MODE_INHERIT = PhysicsInterpolationMode.PHYSICS_INTERPOLATION_MODE_INHERIT
    PHYSICS_INTERPOLATION_MODE_ON = PhysicsInterpolationMode.PHYSICS_INTERPOLATION_MODE_ON
    PHYSICS_INTERPOLATION_MODE_OFF = PhysicsInterpolationMode.PHYSICS_INTERPOLATION_MODE_OFF
    PROCESS_MODE_INHERIT = ProcessMode.PROCESS_MODE_INHERIT
    PROCESS_MODE_PAUSABLE = ProcessMode.PROCESS_MODE_PAUSABLE
    PROCESS_MODE_WHEN_PAUSED = ProcessMode.PROCESS_MODE_WHEN_PAUSED
    PROCESS_MODE_ALWAYS = ProcessMode.PROCESS_MODE_ALWAYS
    PROCESS_MODE_DISABLED = ProcessMode.PROCESS_MODE_DISABLED
    PROCESS_THREAD_GROUP_INHERIT = ProcessThreadGroup.PROCESS_THREAD_GROUP_INHERIT
    PROCESS_THREAD_GROUP_MAIN_THREAD = ProcessThreadGroup.PROCESS_THREAD_GROUP_MAIN_THREAD
    PROCESS_THREAD_GROUP_SUB_THREAD = ProcessThreadGroup.PROCESS_THREAD_GROUP_SUB_THREAD

    child_entered_tree = Signal("node")
    child_exiting_tree = Signal("node")
    child_order_changed = Signal()
    editor_description_changed = Signal("node")
    editor_state_changed = Signal()
    ready = Signal()
    renamed = Signal()
    replacing_by = Signal("node")
    tree_entered = Signal()
    tree_exited = Signal()
    tree_exiting = Signal()

    _tree: SceneTree | None
    _parent: Node | None
    _children: dict[str, Node] | None  # by name, in the order of adding
    _child_list: list[Node] | None  # in the order scripts see; None: as in _children
    _child_index: dict[Node, int] | None  # made when an index is asked for
    _ordered: bool  # whether _child_list is a list of its own rather than a copy of _children
    _key: str  # the name as a plain string
    _name: StringName | None  # the name as scripts see it, made when it is asked for
    _owner: Node | None
    _owned: dict[Node, None] | None
    _unique: bool
    _unique_names: dict[str, Node] | None  # of the nodes that this one owns
    _internal: int
    _depth: int
    _groups: dict[str, bool] | None  # whether each is stored in scenes
    _blocked: int  # while above 0, children must not be added, removed or moved
    _queued: bool
    _ready_first: bool
    _ready_notified: bool
    _process_flags: int
    _process_mode: int
    _priority: int
    _physics_priority: int
    _input_flags: int

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        self = object.__new__(cls)
        self._instance_id = 0
        self._signals = self._incoming = self._coroutines = self._rare = None
        self._tree = self._parent = self._children = self._child_list = self._child_index = None
        self._ordered = self._unique = self._queued = self._ready_notified = False
        self._ready_first = True
        self._key = ""
        self._name = self._owner = self._owned = self._unique_names = self._groups = None
        self._internal = self._blocked = self._process_flags = self._input_flags = 0
        self._process_mode = self._priority = self._physics_priority = 0
        self._depth = -1
        return self

    def is_inside_tree(self) -> bool:
        """Whether the node is part of a tree that runs."""
        return self._tree is not None

    def get_parent(self) -> Any:
        """The parent, or None."""
        return self._parent
