"""Packed scenes. What is expected here is what Godot 4.6 does, but for the script's language."""

from __future__ import annotations

from typing import Any

from engine import (
    ERR_INVALID_PARAMETER,
    OK,
    Callable,
    Node,
    NodePath,
    PackedInt32Array,
    PackedScene,
    Resource,
    Signal,
    Timer,
    export,
)
from engine.testing import HeadlessTree, expect_error
from tests.scene.scenes import PERSIST, connections, make, packed, paths, properties


class Unit(Node):
    power: int = export(1)
    items: list[Any] = export([])
    table: dict[Any, Any] = export({})
    numbers: PackedInt32Array = export(PackedInt32Array())
    target: Node | None = export(None)
    allies: list[Node | None] = export([])
    by_name: dict[str, Node] = export({})
    loose: list = export([])  # type: ignore[type-arg]
    stats: Resource | None = export(None)
    speed: float = export(1.0)
    plain = 1
    hit = Signal("damage")

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[Any] = []

    def hear(self, *args: Any) -> None:
        self.calls.append(args)


class Stats(Resource):
    sub: Resource | None = export(None)
    items: list[Any] = export([])
    ready_for: Any = None

    def _setup_local_to_scene(self) -> None:
        self.ready_for = (self.get_local_scene(), self.get_local_scene().get_child_count())


# What is stored ----------------------------------------------------------------------------------


def test_nothing_can_be_made_of_an_empty_scene() -> None:
    scene = PackedScene()
    assert not scene.can_instantiate()
    with expect_error('Failed to instantiate scene state of "", node count is 0.'):
        assert scene.instantiate() is None
    with expect_error('Parameter "p_scene" is null.'):
        assert scene.pack(None) == ERR_INVALID_PARAMETER


def test_only_what_the_root_owns_is_stored() -> None:
    root = make("Root")
    make("Part", make("Kid", root, root), root)
    make("Stray", root)
    make("Below", make("Unowned", root), root)
    inside = make("Inside")
    root.add_child(inside, False, Node.INTERNAL_MODE_FRONT)
    inside.owner = root
    assert paths(packed(root).instantiate()) == ". Inside Kid Kid/Part"


def test_only_what_differs_from_the_defaults_is_stored() -> None:
    root = make("Root", cls=Unit)
    timer = make("Timer", root, root, Timer)
    timer.wait_time = 2.5
    timer.autostart = True
    timer.one_shot = True
    timer.one_shot = False
    timer.process_mode = Node.PROCESS_MODE_ALWAYS
    timer.process_thread_group = 1
    timer.editor_description = "note"
    timer.unique_name_in_owner = True
    timer.set_meta("b", [1])
    timer.set_meta("a", 2)
    root.speed = 1.000001  # nearly equal is equal
    root.power = 1
    root.items = []
    root.plain = 9
    state = packed(root).get_state()
    assert properties(state, 0) == {"script": Unit}
    assert list(properties(state, 1).items()) == [
        ("unique_name_in_owner", True),
        ("process_mode", 3),
        ("process_thread_group", 1),
        ("process_thread_group_order", 0),
        ("process_thread_messages", 0),
        ("editor_description", "note"),
        ("wait_time", 2.5),
        ("autostart", True),
        ("metadata/b", [1]),
        ("metadata/a", 2),
    ]


def test_a_default_is_that_of_the_class_itself() -> None:
    class Boss(Unit):
        power = 9

    boss = make("Boss", cls=Boss)
    assert properties(packed(boss).get_state(), 0) == {"script": Boss}
    boss.power = 1
    assert packed(boss).instantiate().power == 1


def test_properties_that_a_script_lists_are_stored() -> None:
    class Dynamic(Node):
        def __init__(self) -> None:
            super().__init__()
            self.values = {"seen": 44}

        def _get_property_list(self) -> list[dict[str, Any]]:
            return [{"name": "seen", "usage": 2}, {"name": "unseen", "usage": 4}]

        def _get(self, property: str) -> Any:
            return self.values.get(property)

        def _set(self, property: str, value: Any) -> bool:
            self.values[property] = value
            return True

    node = make("Node", cls=Dynamic)
    node.values["seen"] = 45
    scene = packed(node)
    assert properties(scene.get_state(), 0) == {"script": Dynamic, "seen": 45}
    assert scene.instantiate().values == {"seen": 45}


def test_groups_are_stored_when_they_are_persistent() -> None:
    root = make("Root")
    for group, persistent in (("z", True), ("no", False), ("a", True)):
        root.add_to_group(group, persistent)
    scene = packed(root)
    assert list(scene.get_state().get_node_groups(0)) == ["z", "a"]
    copy = scene.instantiate()
    assert copy.get_groups() == ["z", "a"]
    assert packed(copy).instantiate().get_groups() == ["z", "a"]


def test_the_state_tells_of_every_node() -> None:
    root = make("Root")
    make("Part", make("Timer", root, root, Timer), root)
    scene = packed(root)
    state = scene.get_state()
    assert scene.get_state() is state
    assert state.get_node_count() == 3
    assert [str(state.get_node_name(i)) for i in range(3)] == ["Root", "Timer", "Part"]
    assert [str(state.get_node_type(i)) for i in range(3)] == ["Node", "Timer", "Node"]
    assert [str(state.get_node_path(i)) for i in range(3)] == [".", "./Timer", "./Timer/Part"]
    assert [str(state.get_node_path(i, True)) for i in range(3)] == ["", ".", "./Timer"]
    assert [str(state.get_node_owner_path(i)) for i in range(3)] == ["", ".", "."]
    assert [state.get_node_index(i) for i in range(3)] == [-1, -1, -1]
    assert state.get_node_instance(1) is None
    assert state.get_base_scene_state() is None
    scene.resource_path = "res://told.tscn"
    assert state.get_path() == "res://told.tscn"


def test_the_state_says_what_is_out_of_bounds() -> None:
    root = make("Root")
    root.process_priority = 1
    state = packed(root).get_state()
    with expect_error("Index p_idx = 7 is out of bounds (nodes.size() = 1).", count=11):
        assert state.get_node_name(7) == ""
        assert state.get_node_type(7) == ""
        assert state.get_node_path(7) == NodePath("")
        assert state.get_node_owner_path(7) == NodePath("")
        assert list(state.get_node_groups(7)) == []
        assert state.get_node_index(7) == -1
        assert state.get_node_instance(7) is None
        assert not state.is_node_instance_placeholder(7)
        assert state.get_node_instance_placeholder(7) == ""
        assert state.get_node_property_count(7) == -1
        assert state.get_node_property_value(7, 0) is None
    with expect_error("Index p_prop = 3 is out of bounds (nodes[p_idx].properties.size() = 1)."):
        assert state.get_node_property_name(0, 3) == ""
    with expect_error("Index p_idx = 0 is out of bounds (connections.size() = 0).", count=7):
        assert state.get_connection_source(0) == NodePath("")
        assert state.get_connection_target(0) == NodePath("")
        assert state.get_connection_signal(0) == ""
        assert state.get_connection_method(0) == ""
        assert state.get_connection_flags(0) == -1
        assert state.get_connection_binds(0) == []
        assert state.get_connection_unbinds(0) == -1


# Making ------------------------------------------------------------------------------------------


def test_values_come_before_the_parent_and_the_scene_is_told_last() -> None:
    log: list[tuple[Any, ...]] = []

    class Noisy(Node):
        power: int = export(1)

        def __init__(self) -> None:
            super().__init__()
            log.append(("init", self.power, str(self.name)))

        def _notification(self, what: int) -> None:
            if what in (Node.NOTIFICATION_PARENTED, Node.NOTIFICATION_SCENE_INSTANTIATED):
                parent = self.get_parent()
                log.append((what, str(self.name), self.power, parent and str(parent.name)))
                log.append((self.owner, self.get_groups(), self.get_child_count()))

    root = make("Root", cls=Noisy)
    kid = make("Kid", root, root, Noisy)
    kid.power = 3
    kid.add_to_group("g", True)
    log.clear()
    packed(root).instantiate()
    assert log == [
        ("init", 1, ""),
        ("init", 1, ""),
        (Node.NOTIFICATION_PARENTED, "Kid", 3, "Root"),
        (None, ["g"], 0),
        (Node.NOTIFICATION_SCENE_INSTANTIATED, "Root", 1, None),
        (None, [], 1),
    ]


def test_owners_and_unique_names_are_set() -> None:
    root = make("Root")
    kid = make("Kid", root, root)
    make("Deep", kid, root).unique_name_in_owner = True
    copy = packed(root).instantiate()
    assert copy.owner is None
    assert copy.get_node("Kid").owner is copy
    assert copy.get_node("%Deep").owner is copy


def test_containers_are_copied_for_each_instance_one_level_deep() -> None:
    unit = make("Unit", cls=Unit)
    unit.items = [[1]]
    unit.table = {"a": [1]}
    unit.numbers = PackedInt32Array([1])
    unit.set_meta("list", [1])
    scene = packed(unit)
    unit.items.append("stored is the list itself")
    one, two = scene.instantiate(), scene.instantiate()
    one.items.append(2)
    one.table["b"] = 2
    one.numbers.append(2)
    one.get_meta("list").append(2)
    one.items[0].append("shared")
    assert two.items == [[1, "shared"], "stored is the list itself"]
    assert two.table == {"a": [1]}
    assert two.numbers == PackedInt32Array([1])
    assert two.get_meta("list") == [1]


def test_nodes_in_exported_variables_become_paths_and_nodes_again() -> None:
    root = make("Root", cls=Unit)
    kid = make("Kid", root, root, Unit)
    make("Deep", kid, root)
    deep = kid.get_node("Deep")
    root.target, kid.target = deep, root
    root.allies = [kid, None, deep]
    root.by_name = {"kid": kid}
    root.loose = [kid, 1]
    scene = packed(root)
    stored = properties(scene.get_state(), 0)
    assert stored["target"] == NodePath("Kid/Deep")
    assert stored["allies"] == [NodePath("Kid"), None, NodePath("Kid/Deep")]
    assert stored["by_name"] == {"kid": NodePath("Kid")}
    assert stored["loose"] == [kid, 1]  # nothing says what it holds
    copy = scene.instantiate()
    copied = copy.get_node("Kid")
    assert copy.target is copied.get_node("Deep")
    assert copied.target is copy
    assert copy.allies == [copied, None, copied.get_node("Deep")]
    assert copy.by_name == {"kid": copied}
    assert copy.loose == [kid, 1]


def test_nodes_outside_are_not_found_again() -> None:
    top = make("Top")
    root = make("Root", top, None, Unit)
    root.target = make("Beside", top)
    scene = packed(root)
    assert properties(scene.get_state(), 0)["target"] == NodePath("../Beside")
    assert scene.instantiate().target is None
    root.target = make("Elsewhere")
    with expect_error('Parameter "common_parent" is null.'):
        scene = packed(root)
    assert scene.instantiate().target is None


def test_a_script_that_asks_for_arguments_is_left_out() -> None:
    class Needy(Node):
        power: int = export(1)

        def __init__(self, power: int) -> None:
            super().__init__()
            self.power = power

    scene = packed(make("Needy", cls=lambda: Needy(3)))
    with expect_error("::_init': Method expected 1 argument(s), but called with 0") as messages:
        copy = scene.instantiate()
    assert messages[0].text.startswith("Error constructing a GDScriptInstance: 'Node(")
    assert type(copy) is Node
    assert copy.name == "Needy"


def test_an_exception_in_init_is_reported_and_the_node_stays() -> None:
    failing = [False]

    class Failing(Node):
        power: int = export(1)

        def __init__(self) -> None:
            super().__init__()
            if failing[0]:
                raise RuntimeError("not today")

    node = make("Node", cls=Failing)
    node.power = 4
    scene = packed(node)
    failing[0] = True
    with expect_error("RuntimeError: not today"):
        copy = scene.instantiate()
    assert type(copy) is Failing
    assert copy.power == 4


def test_children_made_by_a_script_give_way_to_stored_ones() -> None:
    class Maker(Node):
        busy = False

        def __init__(self) -> None:
            super().__init__()
            self.own = Node()
            self.own.name = "Kid"
            if Maker.busy:
                self.add_child(self.own)

    root = make("Root", cls=Maker)
    make("Kid", root, root, Timer)
    scene = packed(root)
    Maker.busy = True
    copy = scene.instantiate()
    assert copy.get_child_count() == 2
    assert isinstance(copy.get_node("Kid"), Timer)
    assert copy.own.get_parent() is copy


# Connections -------------------------------------------------------------------------------------


def test_persistent_connections_are_stored_with_flags_and_binds() -> None:
    root = make("Root", cls=Unit)
    kid = make("Kid", root, root, Unit)
    root.hit.connect(kid.hear, PERSIST | Node.CONNECT_DEFERRED)
    root.renamed.connect(kid.hear)
    kid.hit.connect(Callable(root.hear).bind(4).unbind(1), PERSIST)
    kid.hit.connect(Callable(kid.hear).bind("x"), PERSIST | Node.CONNECT_ONE_SHOT)
    kid.child_entered_tree.connect(Callable(root.hear).unbind(1), PERSIST)
    scene = packed(root)
    assert connections(scene.get_state()) == [
        (".", "hit", "./Kid", "hear", 3, [], 0),
        ("./Kid", "child_entered_tree", ".", "hear", 2, [], 1),
        ("./Kid", "hit", ".", "hear", 2, [4], 1),
        ("./Kid", "hit", "./Kid", "hear", 6, ["x"], 0),
    ]
    copy = scene.instantiate()
    copied = copy.get_node("Kid")
    copied.hit.emit(1)
    copied.hit.emit(2)
    assert copy.calls == [(4,), (4,)]
    assert copied.calls == [(1, "x")]
    assert [c["flags"] for c in copy.hit.get_connections()] == [3 | 32]  # 32: from a scene
    assert connections(packed(copy).get_state())[0] == (".", "hit", "./Kid", "hear", 3, [], 0)


def test_connections_to_nodes_outside_are_stored_but_not_made() -> None:
    top = make("Top", cls=Unit)
    root = make("Root", top, None, Unit)
    unowned = make("Unowned", root)
    root.hit.connect(top.hear, PERSIST)
    unowned.renamed.connect(root.hear, PERSIST)
    scene = packed(root)
    assert connections(scene.get_state()) == [
        (".", "hit", "..", "hear", 2, [], 0),
        ("Unowned", "renamed", ".", "hear", 2, [], 0),
    ]
    copy = scene.instantiate()
    assert not copy.hit.has_connections()
    loose = make("Loose", cls=Unit)
    root.hit.connect(loose.hear, PERSIST)
    with expect_error('Condition "!common_parent" is true. Continuing.'):
        assert packed(root).get_state().get_connection_count() == 2


def test_a_lambda_cannot_be_stored() -> None:
    class Listening(Node):
        def __init__(self) -> None:
            super().__init__()
            self.heard = 0

        def listen(self) -> None:
            self.renamed.connect(lambda: self.hear(), PERSIST)

        def hear(self) -> None:
            self.heard += 1

    node = make("Node", cls=Listening)
    node.listen()
    scene = packed(node)
    with expect_error() as messages:
        copy = scene.instantiate()
    assert [m.text for m in messages] == [
        "Method argument to Callable constructor must be a non-empty string.",
        "Cannot connect to 'renamed': the provided callable is null.",
    ]
    assert not copy.renamed.has_connections()


def test_added_signals_are_not_there_in_the_copy() -> None:
    node = make("Node")
    node.add_user_signal("bang")
    node.connect("bang", node.queue_free, PERSIST)
    scene = packed(node)
    assert scene.get_state().get_connection_count() == 1
    with expect_error("Attempt to connect nonexistent signal 'bang'"):
        assert not scene.instantiate().has_signal("bang")


# Resources ---------------------------------------------------------------------------------------


def test_resources_are_shared_unless_they_are_local() -> None:
    root = make("Root", cls=Unit)
    kid = make("Kid", root, root, Unit)
    shared, local, inner = Stats(), Stats(), Stats()
    local.resource_local_to_scene = inner.resource_local_to_scene = True
    local.sub = inner
    local.items = [shared, inner, [inner]]
    root.stats = local
    kid.stats = local
    kid.items = [local, shared, [local]]
    scene = packed(root)
    one, two = scene.instantiate(), scene.instantiate()
    copy = one.stats
    assert copy is not local
    assert copy is not two.stats
    assert one.get_node("Kid").stats is copy
    assert one.get_node("Kid").items[:2] == [copy, shared]
    assert one.get_node("Kid").items[2] == [local]  # only the first level is looked at
    assert copy.sub is not inner
    assert copy.items == [shared, copy.sub, [copy.sub]]
    assert copy.get_local_scene() is one
    assert copy.ready_for == (one, 1)
    assert two.stats.get_local_scene() is two


# The resource ------------------------------------------------------------------------------------


def test_packing_again_replaces_what_was_stored() -> None:
    scene = packed(make("One"))
    state = scene.get_state()
    two = make("Two")
    make("Kid", two, two)
    assert scene.pack(two) == OK
    assert scene.get_state() is state
    assert state.get_node_count() == 2


def test_a_copy_of_a_scene_has_a_state_of_its_own() -> None:
    root = make("Root")
    scene = packed(root, "res://copied.tscn")
    copy = scene.duplicate()
    scene.pack(make("Other"))
    assert copy.resource_path == ""
    assert copy.get_state().get_node_name(0) == "Root"
    assert copy.instantiate().scene_file_path == ""


def test_a_scene_inside_a_file_gives_no_file_path() -> None:
    scene = packed(make("Root"))
    scene.resource_path = "res://a.tscn::1"
    assert scene.instantiate().scene_file_path == ""


def test_a_packed_scene_can_become_the_current_one(tree: HeadlessTree) -> None:
    scene = packed(make("Level"), "res://level.tscn")
    changed: list[str] = []
    tree.scene_changed.connect(lambda: changed.append(str(tree.current_scene.name)))
    assert tree.change_scene_to_packed(scene) == OK
    tree.tick()
    assert changed == ["Level"]
    assert tree.current_scene.scene_file_path == "res://level.tscn"
