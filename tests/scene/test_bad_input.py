"""What scripts get wrong: it is said, stays with the one who did it, and the tree goes on."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import Any

import pytest

from engine import Callable, Node, is_instance_valid
from engine.testing import HeadlessTree, expect_error

BUSY_ADDING = "Parent node is busy setting up children, `add_child()` failed."
BUSY_REMOVING = "Parent node is busy adding/removing children, `remove_child()` can't be called"


class Part(Node):
    """Does something, once, in one of its callbacks."""

    def __init__(self, label: str, when: str = "", act: PyCallable[[Any], None] | None = None):
        super().__init__()
        self.name = label
        self.when = when
        self.act = act
        self.seen: list[str] = []

    def see(self, what: str) -> None:
        self.seen.append(what)
        if what == self.when and self.act is not None:
            self.act, act = None, self.act
            act(self)

    def _enter_tree(self) -> None:
        self.see("enter")

    def _ready(self) -> None:
        self.see("ready")

    def _exit_tree(self) -> None:
        self.see("exit")

    def _process(self, delta: float) -> None:
        self.see("process")

    def _physics_process(self, delta: float) -> None:
        self.see("physics")

    def _notification(self, what: int) -> None:
        if what == Node.NOTIFICATION_PREDELETE:
            self.see("end")


def fail(part: Part) -> None:
    raise ValueError(f"{part.name} is at fault")


def family(*parts: Node) -> Node:
    box = Node()
    box.name = "Box"
    for part in parts:
        box.add_child(part)
    return box


class TestExceptions:
    @pytest.mark.parametrize("when", ["enter", "ready", "process", "physics", "exit", "end"])
    def test_the_others_go_on(self, tree: HeadlessTree, when: str) -> None:
        parts = Part("A"), Part("B", when, fail), Part("C")
        logs = [part.seen for part in parts]
        with expect_error("ValueError: B is at fault", count=1) as found:
            box = tree.add(family(*parts))
            tree.tick(2)
            box.queue_free()
            tree.tick()
        assert found[0].kind == "SCRIPT ERROR"
        assert "in fail" in found[0].details()
        assert logs[0] == logs[1] == logs[2]
        assert logs[0][:4] == ["enter", "ready", "physics", "process"]
        assert tree.get_node_count() == 1

    def test_each_frame_reports_its_own(self, tree: HeadlessTree) -> None:
        class Broken(Node):
            def _process(self, delta: float) -> None:
                raise ValueError("again")

        tree.add(Broken())
        with expect_error("ValueError: again", count=3):
            tree.tick(3)

    def test_in_a_coroutine_callback_before_and_after_its_wait(self, tree: HeadlessTree) -> None:
        class Late(Node):
            async def _ready(self) -> None:
                await self.get_tree().process_frame
                raise ValueError("late")

        class Early(Node):
            async def _process(self, delta: float) -> None:
                raise ValueError("early")

        tree.add(Late())
        tree.add(Early())
        with expect_error("ValueError: late", count=1), expect_error("ValueError: early", count=2):
            tree.tick(2)

    def test_in_a_deferred_call_a_group_call_and_a_timeout(self, tree: HeadlessTree) -> None:
        parts = [Part(label) for label in "ABC"]
        for part in parts:
            part.add_to_group("team")
        tree.add(family(*parts))

        class Failing(Part):
            def go(self) -> None:
                self.see("go")
                fail(self)

        failing = tree.add(Failing("F"))
        failing.add_to_group("team")
        order: list[str] = []
        tree.create_timer(0.0).timeout.connect(failing.go)
        tree.create_timer(0.0).timeout.connect(lambda: order.append("timer"))
        Callable(failing.go).call_deferred()
        Callable(order.append).call_deferred("deferred")
        with expect_error("ValueError: F is at fault", count=3):
            tree.call_group("team", "go")
            tree.tick()
        assert order == ["deferred", "timer"]
        assert failing.seen.count("go") == 3


class TestBusyParents:
    def test_a_child_is_not_added_to_a_parent_that_enters(self, tree: HeadlessTree) -> None:
        extra = Part("Extra")
        box = family(Part("A", "ready", lambda a: a.get_parent().add_child(extra)))
        with expect_error(BUSY_ADDING):
            tree.add(box)
        assert extra.get_parent() is None
        Callable(box.add_child).call_deferred(extra)
        tree.tick()
        assert extra.seen[:2] == ["enter", "ready"]

    @pytest.mark.parametrize("when", ["enter", "ready"])
    def test_a_child_is_not_removed_from_it(self, tree: HeadlessTree, when: str) -> None:
        box = family(
            Part("A", when, lambda a: a.get_parent().remove_child(a.get_node("../B"))), Part("B")
        )
        with expect_error(BUSY_REMOVING):
            tree.add(box)
        assert box.get_child_count() == 2

    @pytest.mark.parametrize("when", ["enter", "ready", "exit"])
    @pytest.mark.parametrize("path", ["../B", "..", "."])
    def test_nothing_around_it_is_freed(self, tree: HeadlessTree, when: str, path: str) -> None:
        box = family(Part("A", when, lambda a: a.get_node(path).free()), Part("B"))
        with (
            expect_error("Object is locked and can't be freed.", count=1),
            expect_error("Free it later, with queue_free()", count=1),
        ):
            tree.add(box)
            tree.root.remove_child(box)
        assert box.get_child_count() == 2
        box.free()
        assert tree.get_node_count() == 1

    def test_what_is_below_it_may_be_freed(self, tree: HeadlessTree) -> None:
        a = Part("A", "ready", lambda a: a.get_node("Kid").free())
        a.add_child(Part("Kid"))
        tree.add(family(a))
        assert a.get_child_count() == 0

    def test_freed_when_it_processes_it_is_gone_for_the_rest(self, tree: HeadlessTree) -> None:
        parts = Part("A", "process", lambda a: a.get_node("../B").free()), Part("B"), Part("C")
        logs = [part.seen for part in parts]
        tree.add(family(*parts))
        tree.tick(2)
        assert logs[0].count("process") == logs[2].count("process") == 2
        assert logs[1][-2:] == ["end", "exit"]
        assert "process" not in logs[1]

    def test_one_that_frees_itself_when_it_processes(self, tree: HeadlessTree) -> None:
        class Brief(Node):
            def _process(self, delta: float) -> None:
                self.free()

        brief, after = Brief(), Part("B")
        tree.add(family(brief, after))
        tree.tick(2)
        assert not is_instance_valid(brief)
        assert after.seen.count("process") == 2

    def test_one_that_frees_itself_in_a_method_that_was_called(self, tree: HeadlessTree) -> None:
        part = Part("A", "process", lambda a: a.free())
        tree.add(part)
        said = "Object is locked and can't be freed.", "Attempted to free a locked object"
        with expect_error(said[0], count=1), expect_error(said[1], count=1):
            tree.tick(2)
        assert is_instance_valid(part)

    def test_one_that_takes_itself_out_when_it_enters(self, tree: HeadlessTree) -> None:
        box = tree.add(Node())
        a = Part("A", "enter", lambda a: box.remove_child(a))
        a.add_child(Part("Kid"))
        box.add_child(a)
        assert not a.is_inside_tree()
        assert not a.get_child(0).is_inside_tree()
        assert tree.get_node_count() == 2
        box.add_child(a)
        assert a.seen == ["enter", "exit", "enter", "ready"]
        assert tree.get_node_count() == 4

    def test_one_that_is_taken_out_when_it_gets_its_parent(self, tree: HeadlessTree) -> None:
        class Shy(Node):
            def _notification(self, what: int) -> None:
                if what == Node.NOTIFICATION_PARENTED:
                    self.get_parent().remove_child(self)

        shy = tree.add(Shy())
        assert shy.get_parent() is None
        assert not shy.is_inside_tree()

    def test_one_that_is_added_again_at_its_end_ends_all_the_same(self, tree: HeadlessTree) -> None:
        box = tree.add(Node())

        class Clinging(Node):
            def _notification(self, what: int) -> None:
                if what == Node.NOTIFICATION_UNPARENTED and self.is_queued_for_deletion():
                    self.call_deferred("set_name", "Gone")
                if what == 3:
                    box.add_child(self)

        tree.add(Clinging()).queue_free()
        tree.tick(2)
        assert box.get_child_count() == 0


class TestWrongNodes:
    def test_adding(self, tree: HeadlessTree) -> None:
        box, other = tree.add(family(Part("A"))), tree.add(Node())
        with expect_error("Can't add child 'A' to 'Node', already has a parent 'Box'."):
            other.add_child(box.get_node("A"))
        with expect_error("Can't add child 'Box' to itself."):
            box.add_child(box)
        with expect_error('Required object "rp_child" is null.'):
            box.add_child(None)  # type: ignore[arg-type]
        tree.root.remove_child(box)
        with expect_error("as it would result in a cyclic dependency since 'Box' is already"):
            box.get_node("A").add_child(box)
        box.free()

    def test_removing_and_moving(self, tree: HeadlessTree) -> None:
        box, other = tree.add(family(Part("A"), Part("B"))), tree.add(Node())
        with expect_error('Condition "p_child->data.parent != this" is true.'):
            other.remove_child(box.get_node("A"))
        with expect_error("Child is not a child of this node."):
            other.move_child(box.get_node("A"), 0)
        with expect_error("Invalid new child index: 3."):
            box.move_child(box.get_node("A"), 3)
        with expect_error("Invalid new child index: -1."):
            box.move_child(box.get_node("A"), -3)

    def test_reparenting(self, tree: HeadlessTree) -> None:
        loose, box = Node(), tree.add(Node())
        with expect_error("Node needs a parent to be reparented."):
            loose.reparent(box)
        with expect_error("Can't reparent 'Node' to itself."):
            box.reparent(box)
        loose.free()

    def test_a_sibling_that_has_a_parent_stays_where_it_is(self, tree: HeadlessTree) -> None:
        box, other = tree.add(family(Part("A"), Part("B"))), tree.add(family(Part("C")))
        c = other.get_node("C")
        with expect_error("already has a parent"):
            box.get_node("A").add_sibling(c)
        assert c.get_parent() is other
        assert box.get_child_count() == 2

    def test_owners(self, tree: HeadlessTree) -> None:
        box = tree.add(family(Part("A")))
        a = box.get_node("A")
        a.owner = box
        with expect_error("Invalid owner. Owner must be an ancestor in the tree."):
            box.owner = a
        with expect_error('Condition "p_owner == this" is true.'):
            a.owner = a
        assert a.owner is None

    def test_a_freed_node(self, tree: HeadlessTree) -> None:
        box, gone = tree.add(Node()), Node()
        gone.free()
        for use in (
            lambda: box.add_child(gone),
            lambda: gone.add_child(box),
            lambda: gone.get_node("."),
            lambda: gone.queue_free(),
            lambda: gone.name,
        ):
            with pytest.raises(ReferenceError, match="previously freed"):
                use()
        assert box.get_child_count() == 0


class TestWrongPaths:
    def test_what_is_not_found(self, tree: HeadlessTree) -> None:
        box = tree.add(family(Part("A")))
        with expect_error('Node not found: "A/Nobody" (relative to "/root/Box").'):
            assert box.get_node("A/Nobody") is None
        with expect_error('Node not found: "/root/No" (absolute path attempted from "/root/Box").'):
            assert box.get_node("/root/No") is None
        with expect_error('Node not found: "%No" (relative to "/root/Box").'):
            assert box.get_node("%No") is None
        for path in ("", "Nobody", "../../..", "A/../../../..", "/nowhere", "%", "A//Nobody"):
            assert box.get_node_or_null(path) is None

    def test_outside_the_tree(self) -> None:
        loose = Part("Loose")
        with expect_error("Can't use get_node() with absolute paths from outside the active"):
            assert loose.get_node_or_null("/root") is None
        with expect_error("Cannot get path of node as it is not in a scene tree."):
            assert str(loose.get_path()) == ""
        with expect_error('Parameter "data.tree" is null.'):
            assert loose.get_tree() is None
        loose.free()

    def test_children_by_number(self, tree: HeadlessTree) -> None:
        box = tree.add(family(Part("A")))
        for index in (1, -2):
            with expect_error("is out of bounds"):
                assert box.get_child(index) is None


class TestCoroutinesOfNodes:
    def test_it_ends_with_its_node(self, tree: HeadlessTree) -> None:
        steps: list[str] = []

        class Waiter(Node):
            async def _ready(self) -> None:
                try:
                    await self.get_tree().create_timer(0.05).timeout
                    steps.append("never")
                finally:
                    steps.append("tidied up")

        waiter = tree.add(Waiter())
        tree.tick()
        waiter.queue_free()
        tree.tick()
        assert steps == ["tidied up"]
        tree.tick(5)
        assert steps == ["tidied up"]

    def test_outside_the_tree_it_goes_on(self, tree: HeadlessTree) -> None:
        class Waiter(Node):
            done = False

            async def _ready(self) -> None:
                await self.get_tree().process_frame
                self.done = True

        waiter = tree.add(Waiter())
        tree.root.remove_child(waiter)
        tree.tick()
        assert waiter.done
        waiter.free()

    def test_it_ends_with_the_tree(self, make_tree: PyCallable[[], HeadlessTree]) -> None:
        steps: list[str] = []

        class Waiter(Node):
            async def _ready(self) -> None:
                try:
                    await self.get_tree().process_frame
                finally:
                    steps.append("tidied up")

        tree = make_tree()
        tree.add(Waiter())
        tree.finalize()
        assert steps == ["tidied up"]


class TestDeferredCalls:
    def test_what_does_not_fit_is_said_when_its_turn_comes(self, tree: HeadlessTree) -> None:
        part = tree.add(Part("A"))
        part.call_deferred("nope")
        part.call_deferred("see")
        with (
            expect_error("::nope': Method not found.", count=1),
            expect_error("::see': Method expected 1 argument(s), but called with 0.", count=1),
        ):
            tree.tick()

    def test_calls_to_what_is_gone_are_dropped(self, tree: HeadlessTree) -> None:
        part = tree.add(Part("A"))
        log = part.seen
        Callable(part.see).call_deferred("deferred")
        part.call_deferred("see", "deferred")
        part.set_deferred("process_priority", 3)
        part.free()
        tree.tick()
        assert "deferred" not in log
