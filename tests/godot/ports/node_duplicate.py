"""Node.duplicate: what is copied (values, groups, signals, script, children) and what is not."""

from __future__ import annotations

from engine import Node, Signal, Timer, export, print_


class Item(Node):
    power: int = export(1)
    list: list[int] = export([1, 2])
    plain = 1
    used = Signal()

    def __init__(self) -> None:
        super().__init__()
        print_("  _init")

    def on_poke(self) -> None:
        print_("  poked ", self.get_meta("tag", "?"))

    def on_used(self) -> None:
        print_("  used, heard by ", self.get_meta("tag", "?"))


class Main(Node):
    poked = Signal()

    def describe(self, node: Node) -> None:
        print_(
            "  name '",
            node.name,
            "' kids ",
            node.get_child_count(),
            " groups ",
            node.get_groups(),
            " script ",
            node.get_script() is not None,
            " parent ",
            node.get_parent() is not None,
            " owner ",
            node.owner is not None,
        )

    def _ready(self) -> None:
        item = Item()
        item.name = "Item"
        item.power = 8
        item.plain = 8
        item.list.append(3)
        item.set_meta("tag", "original")
        item.add_to_group("things")
        item.process_priority = 3
        kid = Node()
        kid.name = "Kid"
        item.add_child(kid)
        self.add_child(item)
        self.poked.connect(item.on_poke)
        item.used.connect(item.on_used)
        print_("duplicate")
        copy: Item = item.duplicate()
        copy.set_meta("tag", "copy")
        self.describe(copy)
        print_(
            "  power ",
            copy.power,
            " plain ",
            copy.plain,
            " list ",
            copy.list,
            " priority ",
            copy.process_priority,
        )
        copy.list.append(99)
        print_("  list of the original ", item.list)
        print_("  tag of the original ", item.get_meta("tag"))
        print_("plain connections are not copied")
        self.poked.emit()
        copy.used.emit()
        print_("persistent ones are, and point into the copy")
        item.used.disconnect(item.on_used)
        item.used.connect(item.on_used, Node.CONNECT_PERSIST)
        kid.renamed.connect(item.on_used, Node.CONNECT_PERSIST)
        linked: Item = item.duplicate()
        linked.set_meta("tag", "linked")
        linked.used.emit()
        linked.get_node("Kid").renamed.emit()
        self.add_child(copy)
        print_("added beside: same name kept? ", copy.name == "Item")
        print_("without anything")
        self.describe(item.duplicate(0))
        print_("only groups")
        self.describe(item.duplicate(Node.DUPLICATE_GROUPS))
        print_("only scripts")
        self.describe(item.duplicate(Node.DUPLICATE_SCRIPTS))
        print_("without signals")
        mute: Item = item.duplicate(Node.DUPLICATE_GROUPS | Node.DUPLICATE_SCRIPTS)
        mute.set_meta("tag", "mute")
        print_("  connections ", len(mute.used.get_connections()))
        print_("subtree of a tree in use")
        timer = Timer()
        timer.wait_time = 3.0
        self.add_child(timer)
        timer.start()
        timer_copy: Timer = timer.duplicate()
        print_(
            "  wait_time ",
            timer_copy.wait_time,
            " stopped ",
            timer_copy.is_stopped(),
            " name empty ",
            timer_copy.name == "",
        )
        print_(
            "flags ",
            Node.DUPLICATE_SIGNALS,
            Node.DUPLICATE_GROUPS,
            Node.DUPLICATE_SCRIPTS,
            Node.DUPLICATE_USE_INSTANTIATION,
        )
        self.get_tree().quit()
