"""PackedScene: only nodes owned by the packed root are stored; groups, connections and values."""

from __future__ import annotations

from engine import Node, PackedScene, Timer, print_


class Main(Node):
    def make(
        self, parent: Node, label: str, node_owner: Node | None, node: Node | None = None
    ) -> Node:
        if node is None:
            node = Node()
        node.name = label
        parent.add_child(node)
        node.owner = node_owner
        return node

    def names(self, node: Node) -> str:
        return node.get_tree_string().strip().replace("\n", " ")

    def _ready(self) -> None:
        base = Node()
        base.name = "Base"
        self.add_child(base)
        timer = Timer()
        self.make(base, "Clock", base, timer)
        timer.wait_time = 2.5
        timer.one_shot = True
        self.make(timer, "Part", base)
        self.make(base, "Stray", None)
        self.make(self.make(base, "Unowned", None), "Below", base)
        base.add_to_group("saved", True)
        base.add_to_group("passing")
        timer.add_to_group("saved", True)
        timer.timeout.connect(base.queue_free, Node.CONNECT_PERSIST)
        timer.timeout.connect(base.print_tree)
        base.set_meta("score", 12)
        timer.unique_name_in_owner = True
        packed = PackedScene()
        print_("before: can_instantiate ", packed.can_instantiate())
        print_("pack: ", packed.pack(base), " can_instantiate ", packed.can_instantiate())
        timer.wait_time = 9.0
        copy: Node = packed.instantiate()
        print_("original: ", self.names(base))
        print_(
            "copy: ",
            self.names(copy),
            " parent ",
            copy.get_parent(),
            " in tree ",
            copy.is_inside_tree(),
        )
        clock: Timer = copy.get_node("Clock")
        print_(
            "values: ",
            clock.wait_time,
            " ",
            clock.one_shot,
            " ",
            clock.autostart,
            " meta ",
            copy.get_meta("score"),
        )
        print_(
            "owner: ",
            clock.owner == copy,
            " ",
            copy.get_node("Clock/Part").owner == copy,
            " root owner ",
            copy.owner,
        )
        print_("groups: ", copy.get_groups(), " ", clock.get_groups())
        print_(
            "connections: ",
            len(clock.timeout.get_connections()),
            " to the copy: ",
            clock.timeout.is_connected(copy.queue_free),
        )
        print_("unique: ", copy.get_node("%Clock") == clock)
        self.add_child(copy)
        print_(
            "added: ",
            copy.name == "Base",
            " in group ",
            len(self.get_tree().get_nodes_in_group("saved")),
        )
        state = packed.get_state()
        print_(
            "state: ",
            state.get_node_count(),
            " nodes, ",
            state.get_connection_count(),
            " connections, first ",
            state.get_node_name(0),
            " ",
            state.get_node_type(1),
            " at ",
            state.get_node_path(2),
        )
        clock.timeout.emit()
        print_("queued by the stored connection: ", copy.is_queued_for_deletion())
        self.get_tree().quit()
