"""Groups: changes during calls, flags, unique and deferred calls, missing properties."""

from __future__ import annotations

from typing import Any

from engine import Node, SceneTree, StringName, print_


class M(Node):
    def __init__(self) -> None:
        super().__init__()
        self.hits = 0
        self.speed = 1

    def hit(self, x: Any = 0) -> None:
        self.hits += 1
        print_("    ", self.name, " hit ", x)
        self.get_parent().during(self)

    def only(self, x: Any = None, y: Any = None) -> None:
        print_("    ", self.name, " only ", x, " ", y)

    def _notification(self, what: Any) -> None:
        if what == 7777:
            print_("    ", self.name, " told")


class Other(Node):
    pass


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.mode = ""
        self.spare = None

    def during(self, n: Any) -> None:
        if self.mode == "remove_next" and n.name == StringName("A"):
            self.get_node("B").remove_from_group("g")
        if self.mode == "free_next" and n.name == StringName("A"):
            self.get_node("B").free()
        if self.mode == "out" and n.name == StringName("A"):
            self.spare = self.get_node("B")
            self.remove_child(self.spare)
        if self.mode == "out_in" and n.name == StringName("A"):
            self.spare = self.get_node("B")
            self.remove_child(self.spare)
            self.add_child(self.spare)
        if self.mode == "add" and n.name == StringName("A"):
            self.mode = ""
            self.make("N")

    def make(self, label: Any) -> Any:
        n = M()
        n.name = label
        n.add_to_group("g")
        self.add_child(n)
        return n

    async def _ready(self) -> None:
        t = self.get_tree()
        self.make("A")
        self.make("B")
        self.make("C")
        o = Other()
        o.name = "O"
        o.add_to_group("g")
        self.add_child(o)
        for m in ["plain", "remove_next", "add", "out_in", "out"]:
            self.mode = m
            print_(m)
            t.call_group("g", "hit", 1)
            print_(
                "  count ",
                t.get_node_count_in_group("g"),
                " first ",
                t.get_first_node_in_group("g").name,
            )
            if m == "remove_next":
                self.get_node("B").add_to_group("g")
        self.add_child(self.spare)
        self.mode = ""
        print_("reverse")
        t.call_group_flags(SceneTree.GROUP_CALL_REVERSE, "g", "hit", 2)
        print_("deferred")
        t.call_group_flags(SceneTree.GROUP_CALL_DEFERRED, "g", "hit", 3)
        self.get_node("C").remove_from_group("g")
        self.make("Late")
        print_("  queued")
        await t.process_frame
        print_("unique alone")
        t.call_group_flags(SceneTree.GROUP_CALL_UNIQUE, "g", "hit", 4)
        print_("unique deferred")
        t.call_group_flags(
            SceneTree.GROUP_CALL_UNIQUE | SceneTree.GROUP_CALL_DEFERRED, "g", "only", 5
        )
        t.call_group_flags(
            SceneTree.GROUP_CALL_UNIQUE | SceneTree.GROUP_CALL_DEFERRED, "g", "only", 6
        )
        t.call_group_flags(
            SceneTree.GROUP_CALL_UNIQUE
            | SceneTree.GROUP_CALL_DEFERRED
            | SceneTree.GROUP_CALL_REVERSE,
            "g",
            "hit",
            7,
        )
        t.call_group_flags(SceneTree.GROUP_CALL_DEFERRED, "g", "only", 8)
        self.make("Later")
        print_("  queued")
        await t.process_frame
        print_("  frame")
        await t.process_frame
        print_("properties")
        t.set_group("g", "speed", 9)
        print_("  ", self.get_node("A").speed, " ", o.get("speed"))
        t.set_group_flags(SceneTree.GROUP_CALL_DEFERRED, "g", "speed", 10)
        print_("  ", self.get_node("A").speed)
        await t.process_frame
        print_("  ", self.get_node("A").speed)
        t.set_group("g", "process_priority", 3)
        print_("  ", self.get_node("A").process_priority, " ", o.process_priority)
        t.notify_group("g", 7777)
        t.notify_group_flags(SceneTree.GROUP_CALL_REVERSE, "g", 7777)
        t.notify_group_flags(SceneTree.GROUP_CALL_DEFERRED, "g", 7777)
        print_("  queued")
        await t.process_frame
        print_("names")
        self.add_to_group("")
        self.add_to_group("x")
        self.add_to_group("x", True)
        print_(
            self.get_groups(),
            " ",
            t.has_group("x"),
            " ",
            t.has_group("y"),
            " ",
            t.get_nodes_in_group("y"),
            " ",
            t.get_first_node_in_group("y"),
            " ",
            t.get_node_count_in_group("y"),
        )
        self.remove_from_group("y")
        self.remove_from_group("x")
        print_(t.has_group("x"), " ", self.is_in_group("x"))
        t.call_group("y", "hit")
        t.call_group("g", "nope")
        n = self.get_node("A")
        n.add_to_group("z")
        self.remove_child(n)
        print_(t.has_group("z"), " ", n.is_in_group("z"))
        n.add_to_group("w")
        print_(t.has_group("w"))
        self.add_child(n)
        print_(t.has_group("z"), " ", t.has_group("w"), " ", n.get_groups())
        self.move_child(n, 0)
        self.mode = "free_next"
        t.call_group("g", "only")
        n.name = "A"
        print_(n.name)
        self.get_tree().quit()
