"""reload_current_scene: a fresh instance from the file; class variables stay.

Listeners and waiting functions of the old one are dropped.
"""

from __future__ import annotations

from engine import Callable, Node, print_


class Main(Node):
    visits = 0
    own = 0

    def __init__(self) -> None:
        super().__init__()
        print_("_init visits=", self.visits)

    def _enter_tree(self) -> None:
        Main.visits += 1
        self.own += 1
        print_("_enter_tree visits=", self.visits, " own=", self.own)

    async def _ready(self) -> None:
        tree = self.get_tree()
        print_("_ready name=", self.name, " root children=", tree.root.get_child_count())
        if self.visits == 1:
            tree.root.set_meta("kept", "yes")
            tree.create_timer(0.1).timeout.connect(self.never)
            self.waits()
            extra = Node()
            extra.name = "Beside"
            Callable(tree.root.add_child).call_deferred(extra)
            await tree.process_frame
            print_("reload: ", tree.reload_current_scene())
            inside, current = self.is_inside_tree(), tree.current_scene
            print_(
                "after the call: inside=",
                inside,
                " current=",
                current,
                " get_tree()=",
                self.get_tree(),
            )
        elif self.visits == 2:
            print_(
                "kept on root: ",
                tree.root.get_meta("kept"),
                " beside: ",
                tree.root.has_node("Beside"),
                " current is self: ",
                tree.current_scene == self,
            )
            await tree.create_timer(0.15).timeout
            print_("reload in the same frame as quit")
            tree.reload_current_scene()
            tree.quit()
        else:
            print_("third visit")

    async def waits(self) -> None:
        await self.get_tree().create_timer(0.1).timeout
        print_("never printed, the waiter is gone")

    def never(self) -> None:
        print_("never printed, the listener is gone")

    def _exit_tree(self) -> None:
        print_("_exit_tree visits=", self.visits)

    def _notification(self, what: int) -> None:
        if what == Node.NOTIFICATION_PREDELETE:
            print_("gone own=", self.own)
