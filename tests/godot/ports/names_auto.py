"""What a node is called when its name is taken, missing or not allowed."""

from __future__ import annotations

from engine import Node, StringName, Timer, print_


class Main(Node):
    def add(self, parent: Node, label: str, readable: bool = False) -> str:
        node = Node()
        if label != "":
            node.name = label
        parent.add_child(node, readable)
        got = str(node.name)
        return "(generated)" if got.startswith("@") else got

    def _ready(self) -> None:
        box = Node()
        box.name = "Box"
        self.add_child(box)

        def three(label: str, readable: bool = True) -> str:
            return " ".join(self.add(box, label, readable) for _ in range(3))

        def two(label: str) -> str:
            return " ".join(self.add(box, label, True) for _ in range(2))

        print_("plain: ", three("Orc", False))
        print_("readable: ", three("Orc"))
        print_("digits: ", three("Elf7"))
        print_("padded: ", three("Run09"))
        print_("round: ", two("Big99"))
        print_("number only: ", two("5"))
        print_("no name: ", self.add(box, ""), " readable: ", two(""))
        generated = box.get_child(1)
        parts = str(generated.name).split("@")
        number = parts[2].isdecimal()
        print_(
            f"generated parts: '{parts[0]}' '{parts[1]}'", " number=", number, " of ", len(parts)
        )
        timer = Timer()
        box.add_child(timer)
        print_("nameless timer is @Timer@number: ", str(timer.name).startswith("@Timer@"))
        timer.name = "Orc"
        print_("rename to a taken name: ", timer.name)
        timer.name = "Orc"
        print_("again: ", timer.name)
        timer.name = 'a/b:c.d@e%f"g'
        print_("characters not allowed: ", timer.name)
        timer.name = "with space-and_under"
        print_("allowed: ", timer.name)
        loose = Node()
        print_("fresh name: '", loose.name, "' type ", type(loose.name).__name__)
        loose.name = "Elf7"
        box.add_child(loose)
        print_("added with a taken name keeps it? ", loose.name == StringName("Elf7"))
        first = box.get_node("Elf7")
        print_("get_node finds the first: ", first == loose)
        self.get_tree().quit()
