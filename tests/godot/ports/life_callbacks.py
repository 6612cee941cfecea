"""The virtual callback against the notification and the signal of the same event."""

from __future__ import annotations

from engine import Node, print_


class Probe(Node):
    def _enter_tree(self) -> None:
        print_("  _enter_tree()")

    def _ready(self) -> None:
        print_("  _ready()")
        self.set_physics_process(False)

    def _process(self, delta: float) -> None:
        print_("  _process()")

    def _exit_tree(self) -> None:
        print_("  _exit_tree()")

    def _notification(self, what: int) -> None:
        match what:
            case Node.NOTIFICATION_ENTER_TREE:
                print_("  _notification ENTER_TREE")
            case Node.NOTIFICATION_POST_ENTER_TREE:
                print_("  _notification POST_ENTER_TREE")
            case Node.NOTIFICATION_READY:
                print_("  _notification READY")
            case Node.NOTIFICATION_PROCESS:
                print_(f"  _notification PROCESS {self.get_process_delta_time():.4f}")
            case Node.NOTIFICATION_EXIT_TREE:
                print_("  _notification EXIT_TREE")


class Watcher(Node):
    def _notification(self, what: int) -> None:
        if what == Node.NOTIFICATION_PROCESS:
            print_("  PROCESS without _process()")
        elif what == Node.NOTIFICATION_PHYSICS_PROCESS:
            print_("  PHYSICS_PROCESS without _physics_process()")
        elif what == Node.NOTIFICATION_INTERNAL_PROCESS:
            print_("  INTERNAL_PROCESS")


class Main(Node):
    async def _ready(self) -> None:
        probe = Probe()
        probe.tree_entered.connect(lambda: print_("  signal tree_entered"))
        probe.ready.connect(lambda: print_("  signal ready"))
        probe.tree_exiting.connect(lambda: print_("  signal tree_exiting"))
        probe.tree_exited.connect(lambda: print_("  signal tree_exited"))
        print_("add")
        self.add_child(probe)
        await self.get_tree().process_frame
        print_("frame")
        await self.get_tree().process_frame
        print_("free")
        probe.free()
        watcher = Watcher()
        self.add_child(watcher)
        print_("watcher processing: ", watcher.is_processing())
        await self.get_tree().process_frame
        print_("switched on")
        watcher.set_process(True)
        watcher.set_physics_process(True)
        watcher.set_process_internal(True)
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        self.get_tree().quit()
