"""`Node.duplicate`. What is expected here is what Godot 4.6 does."""

from __future__ import annotations

from typing import Any

from engine import (
    Callable,
    Node,
    PackedInt32Array,
    PackedScene,
    Resource,
    Signal,
    Timer,
    Window,
    export,
)
from engine.testing import HeadlessTree, expect_error
from tests.scene.scenes import PERSIST, make, paths


class Unit(Node):
    power: int = export(1)
    items: list[Any] = export([])
    numbers: PackedInt32Array = export(PackedInt32Array())
    stats: Resource | None = export(None)
    target: Node | None = export(None)
    allies: list[Node | None] = export([])
    by_name: dict[str, Node] = export({})
    loose: list = export([])  # type: ignore[type-arg]
    hit = Signal("damage")

    def __init__(self) -> None:
        super().__init__()
        self.plain = 1
        self.memory: list[Any] = []
        self.friend: Node | None = None

    def hear(self, *args: Any) -> None:
        self.memory.append(args)


# Values ------------------------------------------------------------------------------------------


def test_containers_are_copied_with_all_inside_and_resources_are_shared() -> None:
    unit = make("Unit", cls=Unit)
    stats = Resource()
    unit.items = [[1], stats, {"a": [2]}]
    unit.numbers.append(3)
    unit.stats = stats
    unit.set_meta("list", [[1]])
    copy = unit.duplicate()
    assert copy.items == unit.items
    assert copy.items[0] is not unit.items[0]
    assert copy.items[1] is stats
    assert copy.items[2]["a"] is not unit.items[2]["a"]
    assert copy.numbers == unit.numbers
    assert copy.numbers is not unit.numbers
    assert copy.stats is stats
    assert copy.get_meta("list") == [[1]]
    assert copy.get_meta("list")[0] is not unit.get_meta("list")[0]


def test_only_exported_variables_are_copied() -> None:
    unit = make("Unit", cls=Unit)
    unit.power = 5
    unit.plain = 5
    unit.process_priority = 3
    unit.editor_description = "note"
    unit.set_multiplayer_authority(4)
    copy = unit.duplicate()
    assert (copy.power, copy.plain, copy.process_priority) == (5, 1, 3)
    assert copy.editor_description == "note"
    assert copy.get_multiplayer_authority() == 1
    assert copy.get_parent() is None


def test_nodes_inside_become_their_copies() -> None:
    top = make("Top")
    root = make("Root", top, None, Unit)
    kid = make("Kid", root, root, Unit)
    root.target, kid.target = kid, root
    root.allies = [kid, top, None]
    root.by_name = {"kid": kid}
    root.loose = [kid]
    root.set_meta("kid", kid)
    copy = root.duplicate()
    copied = copy.get_node("Kid")
    assert (copy.target, copied.target) == (copied, copy)
    assert copy.allies == [copied, top, None]
    assert copy.get_meta("kid") is copied
    assert copy.by_name == {"kid": kid}  # Godot leaves these alone
    assert copy.loose == [kid]
    assert kid.duplicate().target is root


def test_internal_state_is_copied_when_asked_for() -> None:
    root = make("Root", cls=Unit)
    kid = make("Kid", root, root, Unit)
    root.plain = 5
    root.memory.append([1])
    root.friend = kid
    copy = root.duplicate(Node.DUPLICATE_DEFAULT | Node.DUPLICATE_INTERNAL_STATE)
    assert copy.plain == 5
    assert copy.memory == [[1]]
    assert copy.memory[0] is not root.memory[0]
    assert copy.friend is copy.get_node("Kid")
    assert copy.get_node("Kid").owner is copy
    assert root.duplicate().get_node("Kid").owner is None


def test_internal_state_of_the_engine_is_copied_too(tree: HeadlessTree) -> None:
    timer = tree.add(Timer())
    timer.start(0.5)
    timer.paused = True
    assert not timer.duplicate().paused
    copy = timer.duplicate(Node.DUPLICATE_DEFAULT | Node.DUPLICATE_INTERNAL_STATE)
    assert copy.paused
    assert copy.is_stopped()
    assert copy.wait_time == 0.5


def test_an_owner_outside_cannot_be_kept() -> None:
    top = make("Top")
    root = make("Root", top, top)
    with expect_error("Invalid owner. Owner must be an ancestor in the tree."):
        copy = root.duplicate(Node.DUPLICATE_INTERNAL_STATE)
    assert copy.owner is None


# Nodes -------------------------------------------------------------------------------------------


def test_scripts_start_in_the_finished_tree_and_parents_come_first() -> None:
    log: list[Any] = []

    class Noisy(Node):
        power: int = export(1)

        def __init__(self) -> None:
            super().__init__()
            parent = self.get_parent()
            log.append((str(self.name), parent and str(parent.name), self.get_child_count()))
            log.append((self.get_groups(), self.power))

        def _notification(self, what: int) -> None:
            log.append(what)

    root = make("Root", cls=Noisy)
    make("Kid", root, root, Noisy)
    root.power = 2
    root.add_to_group("g")
    log.clear()
    copy = root.duplicate()
    assert log == [("Root", None, 1), (["g"], 1), ("Kid", "Root", 0), ([], 1)]
    assert copy.power == 2


def test_children_made_by_a_script_come_on_top() -> None:
    class Maker(Node):
        def __init__(self) -> None:
            super().__init__()
            self.own = make("Kid", self)
            self.own.process_priority = len(self.get_children())

    root = make("Root", cls=Maker)
    root.own.process_priority = 7
    copy = root.duplicate()
    assert copy.get_child_count() == 2
    assert copy.get_node("Kid").process_priority == 7
    assert copy.get_child(1) is copy.own
    assert copy.own.process_priority == 2


def test_internal_children_are_left_out() -> None:
    root = make("Root")
    root.add_child(make("Front"), False, Node.INTERNAL_MODE_FRONT)
    make("Kid", root)
    root.add_child(make("Back"), False, Node.INTERNAL_MODE_BACK)
    assert paths(root.duplicate()) == ". Kid"


def test_the_order_of_children_is_kept() -> None:
    root = make("Root")
    for name in "ABC":
        make(name, root)
    root.move_child(root.get_node("C"), 0)
    assert paths(root.duplicate()) == ". C A B"


def test_generated_names_are_made_plain() -> None:
    root = Node()
    root.add_child(Timer())
    copy = root.duplicate()
    assert copy.name == ""
    assert str(copy.get_child(0).name).startswith("_Timer_")


def test_unique_names_need_an_owner() -> None:
    root = make("Root")
    make("Kid", root, root).unique_name_in_owner = True
    copy = root.duplicate()
    assert copy.get_node("Kid").unique_name_in_owner
    assert copy.get_node_or_null("%Kid") is None


def test_groups_are_copied_with_their_kind() -> None:
    root = make("Root")
    root.add_to_group("kept", True)
    root.add_to_group("passing")
    copy = root.duplicate()
    assert copy.get_groups() == ["kept", "passing"]
    scene = PackedScene()
    scene.pack(copy)
    assert scene.instantiate().get_groups() == ["kept"]
    assert root.duplicate(Node.DUPLICATE_SCRIPTS).get_groups() == []


def test_without_scripts_the_engine_class_remains() -> None:
    root = make("Root", cls=Unit)
    root.process_priority = 3
    root.set_meta("k", 1)
    copy = root.duplicate(0)
    assert type(copy) is Node
    assert copy.process_priority == 3
    assert copy.get_meta("k") == 1
    assert not hasattr(copy, "power")


def test_classes_that_set_themselves_up_in_init_are_set_up_once() -> None:
    started: list[Window] = []

    class Dialog(Window):
        def __init__(self) -> None:
            super().__init__()
            started.append(self)

    dialog = make("Dialog", cls=Dialog)
    make("Inner", dialog)
    dialog.title = "Hello"
    copy = dialog.duplicate()
    assert started == [dialog, copy]
    assert copy.title == "Hello"
    assert paths(copy) == ". Inner"


def test_a_script_that_asks_for_arguments_is_left_out() -> None:
    class Needy(Node):
        def __init__(self, power: int) -> None:
            super().__init__()

    with expect_error("::_init': Method expected 1 argument(s), but called with 0"):
        assert type(Needy(1).duplicate()) is Node


def test_a_queued_node_gives_a_copy_that_stays(tree: HeadlessTree) -> None:
    node = tree.add(make("Node"))
    node.queue_free()
    copy = node.duplicate()
    assert not copy.is_queued_for_deletion()
    assert not copy.is_inside_tree()
    tree.tick()
    assert copy.name == "Node"


# Connections -------------------------------------------------------------------------------------


def test_persistent_connections_point_into_the_copy() -> None:
    root = make("Root", cls=Unit)
    kid = make("Kid", root, root, Unit)
    root.hit.connect(kid.hear, PERSIST)
    root.hit.connect(root.hear)
    kid.hit.connect(Callable(root.hear).bind("x").unbind(1), PERSIST | Node.CONNECT_ONE_SHOT)
    copy = root.duplicate()
    copied = copy.get_node("Kid")
    copy.hit.emit(1)
    copied.hit.emit(2)
    copied.hit.emit(3)
    assert copied.memory == [(1,)]
    assert copy.memory == [("x",)]
    assert root.memory == kid.memory == []
    mute = root.duplicate(Node.DUPLICATE_GROUPS | Node.DUPLICATE_SCRIPTS)
    assert not mute.hit.has_connections()


def test_connections_to_nodes_outside_are_kept_and_from_there_are_not() -> None:
    top = make("Top", cls=Unit)
    root = make("Root", top, None, Unit)
    root.hit.connect(top.hear, PERSIST)
    top.hit.connect(root.hear, PERSIST)
    copy = root.duplicate()
    copy.hit.emit(1)
    top.hit.emit(2)
    assert top.memory == [(1,)]
    assert copy.memory == []
    stranger = make("Stranger", cls=Unit)
    root.hit.disconnect(top.hear)
    root.hit.connect(stranger.hear, PERSIST)
    root.duplicate().hit.emit(3)
    assert stranger.memory == [(3,)]


def test_connections_of_scripts_need_the_scripts() -> None:
    root = make("Root", cls=Unit)
    root.hit.connect(root.hear, PERSIST)
    with expect_error() as messages:
        root.duplicate(Node.DUPLICATE_SIGNALS)
    assert [m.text for m in messages] == [
        "Nonexistent signal: 'hit'.",
        "In Object of type 'Node': Attempt to connect nonexistent signal 'hit' to callable "
        "'Node::hear'.",
    ]


def test_connections_of_internal_children_cannot_be_copied() -> None:
    root = make("Root")
    inside = make("Inside")
    root.add_child(inside, False, Node.INTERNAL_MODE_FRONT)
    inside.renamed.connect(root.queue_free, PERSIST)
    with expect_error('Node not found: "Inside" (relative to "Root").'):
        root.duplicate()


# Instances ---------------------------------------------------------------------------------------


def scene_with_path() -> PackedScene:
    base = make("Base")
    kid = make("Kid", base, base, Timer)
    make("Deep", kid, base)
    kid.wait_time = 4.0
    kid.timeout.connect(base.queue_free, PERSIST)
    scene = PackedScene()
    scene.pack(base)
    scene.take_over_path("res://duplicated.tscn")
    return scene


def test_an_instance_is_made_from_its_scene() -> None:
    scene = scene_with_path()
    node = scene.instantiate()
    node.get_node("Kid").wait_time = 6.0
    make("Added", node)
    node.move_child(node.get_node("Added"), 0)
    copy = node.duplicate()
    assert copy.scene_file_path == "res://duplicated.tscn"
    assert paths(copy) == ". Added Kid Kid/Deep"
    assert copy.get_node("Kid").owner is copy
    assert copy.get_node("Kid").wait_time == 6.0
    assert copy.get_node("Kid").timeout.is_connected(copy.queue_free)
    plain = node.duplicate(Node.DUPLICATE_DEFAULT & ~Node.DUPLICATE_USE_INSTANTIATION)
    assert plain.scene_file_path == "res://duplicated.tscn"
    assert plain.get_node("Kid").owner is None


def test_what_was_added_inside_an_instance_is_copied_into_it() -> None:
    scene = scene_with_path()
    root = make("Root")
    node = scene.instantiate()
    root.add_child(node)
    node.owner = root
    deep = node.get_node("Kid/Deep")
    make("Below", make("Added", deep, root), root)
    make("Unowned", deep)
    copy = root.duplicate()
    assert paths(copy.get_node("Base/Kid/Deep")) == ". Added Added/Below Unowned"


def test_an_instance_whose_nodes_were_renamed_loses_their_children() -> None:
    scene = scene_with_path()
    node = scene.instantiate()
    node.get_node("Kid").name = "Other"
    with expect_error('Node not found: "Other" (relative to "Base").'):
        copy = node.duplicate()
    assert paths(copy) == ". Kid Kid/Deep"


def test_without_its_scene_an_instance_cannot_be_copied() -> None:
    root = make("Root")
    node = scene_with_path().instantiate()
    root.add_child(node)
    node.scene_file_path = "res://gone.tscn"
    with expect_error() as messages:
        assert root.duplicate() is None
    assert [m.text for m in messages] == [
        "Cannot open file 'res://gone.tscn'.",
        "Failed loading resource: res://gone.tscn.",
        'Condition "res.is_null()" is true. Returning: nullptr',
        "Failed to duplicate node.",
    ]
