"""await inside _ready, _enter_tree and _process: the rest of the tree goes on."""

from __future__ import annotations

from engine import Node, Signal, print_


class Sleepy(Node):
    settled = Signal()

    def __init__(self, label: str, wait: int) -> None:
        super().__init__()
        self.name = label
        self.frames = wait
        self.is_awake = False

    async def _ready(self) -> None:
        print_("  ", self.name, " _ready start")
        for _ in range(self.frames):
            await self.get_tree().process_frame
        self.is_awake = True
        print_("  ", self.name, " _ready end, node ready: ", self.is_node_ready())
        self.settled.emit()

    def _process(self, delta: float) -> None:
        print_("  ", self.name, " _process awake=", self.is_awake)


class Doubler(Node):
    busy = False

    async def _process(self, delta: float) -> None:
        if self.busy:
            print_("  Doubler is busy")
            return
        self.busy = True
        print_("  Doubler starts")
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        self.busy = False
        print_("  Doubler is done")


class Main(Node):
    async def _enter_tree(self) -> None:
        print_("enter start")
        await self.get_tree().process_frame
        print_("enter resumed")

    async def _ready(self) -> None:
        print_("ready of Main")
        slow = Sleepy("Slow", 2)
        fast = Sleepy("Fast", 0)
        slow.ready.connect(lambda: print_("  signal ready of Slow"))
        self.add_child(slow)
        print_("after adding Slow")
        self.add_child(fast)
        print_("after adding Fast")
        if not slow.is_awake:
            await slow.settled
        print_("Slow settled")
        slow.queue_free()
        fast.queue_free()
        self.add_child(Doubler())
        for i in range(5):
            await self.get_tree().process_frame
            print_("tick ", i)
        self.get_tree().quit()
