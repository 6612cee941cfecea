"""The stream of notifications one node and its parent receive."""

from __future__ import annotations

from engine import Node, print_

NAMES = {
    Node.NOTIFICATION_POSTINITIALIZE: "POSTINITIALIZE",
    Node.NOTIFICATION_PREDELETE: "PREDELETE",
    Node.NOTIFICATION_ENTER_TREE: "ENTER_TREE",
    Node.NOTIFICATION_EXIT_TREE: "EXIT_TREE",
    Node.NOTIFICATION_READY: "READY",
    Node.NOTIFICATION_PARENTED: "PARENTED",
    Node.NOTIFICATION_UNPARENTED: "UNPARENTED",
    Node.NOTIFICATION_PROCESS: "PROCESS",
    Node.NOTIFICATION_PHYSICS_PROCESS: "PHYSICS_PROCESS",
    Node.NOTIFICATION_CHILD_ORDER_CHANGED: "CHILD_ORDER_CHANGED",
    Node.NOTIFICATION_POST_ENTER_TREE: "POST_ENTER_TREE",
    Node.NOTIFICATION_PATH_RENAMED: "PATH_RENAMED",
    Node.NOTIFICATION_PAUSED: "PAUSED",
    Node.NOTIFICATION_UNPAUSED: "UNPAUSED",
    Node.NOTIFICATION_DISABLED: "DISABLED",
    Node.NOTIFICATION_ENABLED: "ENABLED",
    Node.NOTIFICATION_TRANSLATION_CHANGED: "TRANSLATION_CHANGED",
}


class Spy(Node):
    label = "?"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.label = text
        self.name = text

    def _notification(self, what: int) -> None:
        print_("  ", self.label, ": ", NAMES.get(what, str(what)))


class Main(Node):
    def _ready(self) -> None:
        print_("new")
        top = Spy("Top")
        kid = Spy("Kid")
        pal = Spy("Pal")
        print_("kid under top")
        top.add_child(kid)
        print_("top under root")
        self.add_child(top)
        print_("pal under top")
        top.add_child(pal)
        print_("move pal first")
        top.move_child(pal, 0)
        print_("move pal first again")
        top.move_child(pal, 0)
        print_("rename kid")
        kid.name = "Renamed"
        print_("rename top")
        top.name = "Summit"
        print_("remove kid")
        top.remove_child(kid)
        print_("add kid again")
        top.add_child(kid)
        print_("disable top")
        top.process_mode = Node.PROCESS_MODE_DISABLED
        print_("enable top")
        top.process_mode = Node.PROCESS_MODE_INHERIT
        print_("pause")
        self.get_tree().paused = True
        print_("unpause")
        self.get_tree().paused = False
        print_("free top")
        top.free()
        print_("done")
        self.get_tree().quit()
