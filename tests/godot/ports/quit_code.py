"""quit(code): the rest of the frame still runs, nothing of the next one; the last code wins."""

from __future__ import annotations

from engine import Callable, Node, print_


class Main(Node):
    frames = 0

    def _ready(self) -> None:
        kid = Node()
        kid.name = "Kid"
        kid.tree_exited.connect(lambda: print_("Kid left"))
        self.add_child(kid)
        self.tree_exiting.connect(lambda: print_("Main leaves"))

    def _physics_process(self, delta: float) -> None:
        print_("_physics_process")

    def _process(self, delta: float) -> None:
        self.frames += 1
        print_("_process ", self.frames)
        if self.frames == 2:
            tree = self.get_tree()
            tree.create_timer(0.0).timeout.connect(lambda: print_("timer of this frame"))
            never = "never: timer of the next frame"
            tree.create_timer(0.02).timeout.connect(lambda: print_(never))
            tree.process_frame.connect(lambda: print_("never: next process_frame"))
            Callable(self.quit_again).call_deferred()
            self.get_node("Kid").queue_free()
            tree.quit(5)
            print_("after quit")

    def quit_again(self) -> None:
        print_("deferred, quit again with 7")
        self.get_tree().quit(7)

    def _notification(self, what: int) -> None:
        match what:
            case Node.NOTIFICATION_WM_CLOSE_REQUEST:
                print_("WM_CLOSE_REQUEST")
            case Node.NOTIFICATION_EXIT_TREE:
                print_("EXIT_TREE")
            case Node.NOTIFICATION_PREDELETE:
                print_("PREDELETE")
