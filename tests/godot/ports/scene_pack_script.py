"""Packing nodes that carry a script: exported values are stored, others are not.

Also the order of events when an instance is made and added.
"""

from __future__ import annotations

from engine import OK, Node, PackedScene, export, print_


class Unit(Node):
    power: int = export(1)
    label: str = export("none")
    secret = 1

    def __init__(self) -> None:
        super().__init__()
        print_("    _init power=", self.power)

    def _enter_tree(self) -> None:
        print_("    _enter_tree ", self.name, " power=", self.power)

    def _ready(self) -> None:
        print_(
            "    _ready ",
            self.name,
            " power=",
            self.power,
            " secret=",
            self.secret,
            " label=",
            self.label,
        )

    def _notification(self, what: int) -> None:
        if what == self.NOTIFICATION_SCENE_INSTANTIATED:
            print_(
                "    SCENE_INSTANTIATED ",
                self.name,
                " power=",
                self.power,
                " kids=",
                self.get_child_count(),
            )


class Main(Node):
    def _ready(self) -> None:
        print_("reload ", OK)  # a class needs no compiling
        print_("build")
        root = Unit()
        root.name = "Unit"
        root.power = 5
        root.secret = 5
        kid = Unit()
        kid.name = "Kid"
        kid.power = 6
        root.add_child(kid)
        kid.owner = root
        print_("pack")
        packed = PackedScene()
        packed.pack(root)
        print_("instantiate")
        copy: Unit = packed.instantiate()
        print_(
            "power ", copy.power, " secret ", copy.secret, " kid power ", copy.get_node("Kid").power
        )
        print_("add")
        self.add_child(copy)
        print_("instantiate again and change before adding")
        second: Unit = packed.instantiate()
        second.power = 99
        self.add_child(second, True)
        print_("names: ", copy.name, " ", second.name)
        print_("same script: ", copy.get_script() == Unit)
        root.free()
        self.get_tree().quit()
