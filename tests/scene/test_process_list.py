"""Who is called in a step, in which order, whatever changes on the way."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine import ManualClock, Node, SceneTree
from engine.testing import HeadlessTree, expect_error


class Worker(Node):
    """Notes when it is called, and does as it was told."""

    def __init__(self, label: str, log: list[str], act: Any = None) -> None:
        super().__init__()
        self.name = label
        self.log = log
        self.act = act

    def _process(self, delta: float) -> None:
        self.log.append(str(self.name))
        if self.act is not None:
            self.act()


def in_tree_order(node: Node) -> list[Node]:
    found = [node]
    for child in node.get_children():
        found += in_tree_order(child)
    return found


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["add", "remove", "priority", "switch", "mode", "move", "free"]),
        st.integers(0, 1000),
        st.integers(-2, 2),
    ),
    max_size=25,
)


@settings(deadline=None)
@given(ACTIONS)
def test_calls_who_can_run_by_priority_and_place(actions: list[tuple[str, int, int]]) -> None:
    tree = SceneTree(ManualClock())
    log: list[str] = []
    nodes: list[Worker] = []
    for number, (action, which, value) in enumerate(actions):
        if action == "add" or not nodes:
            node = Worker(f"N{number}", log)
            parent = nodes[which % len(nodes)] if nodes and value > 0 else tree.root
            node.process_priority = value
            parent.add_child(node)
            nodes.append(node)
            continue
        node = nodes[which % len(nodes)]
        if action == "priority":
            node.process_priority = value
        elif action == "switch":
            node.set_process(value > 0)
        elif action == "mode":
            node.process_mode = Node.PROCESS_MODE_DISABLED if value > 0 else 0
        elif action == "move":
            node.get_parent().move_child(node, 0)
            node.process_priority = node.process_priority + 1  # has the list put in order
        elif action in ("remove", "free"):
            for below in in_tree_order(node):
                nodes.remove(below)
            node.free()
        log.clear()
        tree.tick()
        running = [n for n in in_tree_order(tree.root)[1:] if n.is_processing() and n.can_process()]
        assert log == [str(n.name) for n in sorted(running, key=lambda n: n.process_priority)]
    tree.finalize()


def test_a_thousand_nodes_that_go_in_one_frame(tree: HeadlessTree) -> None:
    log: list[str] = []
    nodes = [tree.add(Worker(f"W{i}", log)) for i in range(1000)]
    nodes[0].act = lambda: [node.free() for node in nodes[1::2]]
    tree.tick()
    assert log == [f"W{i}" for i in range(1000) if i % 2 == 0]


def test_one_that_is_added_during_a_step_waits_for_the_next(tree: HeadlessTree) -> None:
    log: list[str] = []
    first = tree.add(Worker("First", log))
    added: list[Node] = []

    def add() -> None:
        if not added:
            added.append(tree.add(Worker("New", log)))

    first.act = add
    tree.tick()
    assert log == ["First"]
    tree.tick()
    assert log == ["First", "First", "New"]


def test_a_pause_in_the_middle_of_a_step_holds_the_rest(tree: HeadlessTree) -> None:
    log: list[str] = []

    def pause() -> None:
        tree.paused = True

    tree.add(Worker("A", log, pause))
    tree.add(Worker("B", log))
    always = tree.add(Worker("C", log))
    always.process_mode = Node.PROCESS_MODE_ALWAYS
    tree.tick()
    assert log == ["A", "C"]
    tree.paused = False
    log.clear()
    tree.tick()
    assert log == ["A", "C"]


def test_an_exception_stops_nobody_else(tree: HeadlessTree) -> None:
    log: list[str] = []

    def fail() -> None:
        raise ValueError("broken")

    tree.add(Worker("A", log))
    tree.add(Worker("B", log, fail))
    tree.add(Worker("C", log))
    with expect_error("ValueError: broken", count=2):
        tree.tick(2)
    assert log == ["A", "B", "C"] * 2


def test_statistics_count(tree: HeadlessTree) -> None:
    log: list[str] = []
    tree.add(Worker("A", log))
    tree.create_timer(5.0)
    tree.create_tween().tween_interval(1.0)
    tree.tick(3)
    told = tree.statistics()
    assert (told.frames, told.nodes, told.processing, told.timers, told.tweens) == (3, 2, 1, 1, 1)
