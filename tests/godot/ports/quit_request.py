"""Close requests: as a notification to the whole tree nothing quits.

As a signal of the root window auto_accept_quit decides. Also propagate_notification and propagate_call.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine import Node, print_


class Part(Node):
    def __init__(self, label: str, kids: Sequence[Node] = ()) -> None:
        super().__init__()
        self.name = label
        for kid in kids:
            self.add_child(kid)

    def _notification(self, what: int) -> None:
        match what:
            case Node.NOTIFICATION_WM_CLOSE_REQUEST:
                print_("  ", self.name, " WM_CLOSE_REQUEST")
            case Node.NOTIFICATION_WM_GO_BACK_REQUEST:
                print_("  ", self.name, " WM_GO_BACK_REQUEST")
            case Node.NOTIFICATION_APPLICATION_FOCUS_OUT:
                print_("  ", self.name, " FOCUS_OUT")
            case 777:
                print_("  ", self.name, " custom 777")


class Main(Node):
    async def _ready(self) -> None:
        tree, root = self.get_tree(), self.get_tree().root
        self.add_child(Part("A", [Part("A1"), Part("A2")]))
        self.add_child(Part("B"))
        root.close_requested.connect(lambda: print_("  signal close_requested"))
        print_(
            "auto_accept_quit ", tree.auto_accept_quit, " quit_on_go_back ", tree.quit_on_go_back
        )
        tree.auto_accept_quit = False
        tree.quit_on_go_back = False
        print_("propagate 777")
        self.propagate_notification(777)
        print_("close request, not accepted")
        root.propagate_notification(Node.NOTIFICATION_WM_CLOSE_REQUEST)
        await tree.process_frame
        print_("still here")
        print_("direct notification of one node")
        self.get_node("A").notification(Node.NOTIFICATION_WM_CLOSE_REQUEST)
        print_("go back")
        root.propagate_notification(Node.NOTIFICATION_WM_GO_BACK_REQUEST)
        print_("focus out")
        root.propagate_notification(Node.NOTIFICATION_APPLICATION_FOCUS_OUT)
        await tree.process_frame
        self.propagate_calls()
        print_("signal close_requested of the root, not accepted")
        root.close_requested.emit()
        await tree.process_frame
        print_("still here")
        tree.auto_accept_quit = True
        root.close_requested.emit()
        print_("accepted")
        await tree.process_frame
        print_("never printed")

    def propagate_calls(self) -> None:
        print_("propagate_call")
        self.propagate_call("set_meta", ["seen", True])
        seen = self.get_node("A/A1").get_meta("seen")
        print_("  ", seen, " ", self.get_node("B").has_meta("seen"), " ", self.has_meta("seen"))
        self.propagate_call("print_own_name")

    def print_own_name(self) -> None:
        print_("  own name ", self.name)
