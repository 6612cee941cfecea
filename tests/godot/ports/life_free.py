"""free() and queue_free() on trees: order of exits and of PREDELETE."""

from __future__ import annotations

from collections.abc import Sequence

from engine import Node, is_instance_valid, print_


class Cell(Node):
    def __init__(self, text: str, kids: Sequence[Node] = ()) -> None:
        super().__init__()
        self.label = text
        self.name = text
        for kid in kids:
            self.add_child(kid)

    def _notification(self, what: int) -> None:
        match what:
            case Node.NOTIFICATION_EXIT_TREE:
                print_("  EXIT ", self.label)
            case Node.NOTIFICATION_PREDELETE:
                kids, parent = self.get_child_count(), self.get_parent()
                print_("  PREDELETE ", self.label, " kids=", kids, " parent=", parent is not None)
            case Node.NOTIFICATION_UNPARENTED:
                print_("  UNPARENTED ", self.label)

    def _exit_tree(self) -> None:
        print_("  _exit_tree ", self.label)


class Main(Node):
    def grove(self, tag: str) -> Cell:
        return Cell(tag, [Cell(tag + "1", [Cell(tag + "11")]), Cell(tag + "2")])

    async def _ready(self) -> None:
        print_("free outside the tree")
        self.grove("a").free()
        print_("free inside the tree")
        b = self.grove("b")
        self.add_child(b)
        b.free()
        print_("queue_free of child, then of parent")
        c = self.grove("c")
        self.add_child(c)
        c.get_node("c2").queue_free()
        c.queue_free()
        print_(
            "queued: ",
            c.is_queued_for_deletion(),
            " ",
            c.get_child(1).is_queued_for_deletion(),
            " ",
            c.get_child(0).is_queued_for_deletion(),
        )
        print_("still has ", c.get_child_count(), " children")
        await self.get_tree().process_frame
        print_("frame after: valid=", is_instance_valid(c), " children=", self.get_child_count())
        d = Cell("d")
        d.queue_free()
        print_("outside the tree too: queued=", d.is_queued_for_deletion())
        await self.get_tree().process_frame
        print_("valid=", is_instance_valid(d))
        self.get_tree().quit()
