"""Awaiters and connected callbacks of one signal run in the order in which they were attached."""

from __future__ import annotations

from engine import Node, Object, Signal, print_


class Main(Node):
    beat = Signal("n")

    async def waiter(self, tag: str) -> None:
        while True:
            n = await self.beat
            print_("  ", tag, " awoke ", n)
            if n >= 3:
                break
        print_("  ", tag, " leaves")

    def hook(self, n: int) -> None:
        print_("  hook ", n)

    async def deep(self, tag: str) -> int:
        n: int = await self.beat
        print_("  ", tag, " inner ", n)
        return n

    async def outer(self, tag: str) -> None:
        print_("  ", tag, " outer ", await self.deep(tag))

    async def _ready(self) -> None:
        beat, tree = self.beat, self.get_tree()
        self.waiter("A")
        beat.connect(self.hook)
        self.waiter("B")
        self.outer("O")
        beat.connect(lambda n: print_("  lambda ", n))
        beat.connect(lambda n: print_("  deferred ", n), Object.CONNECT_DEFERRED)
        for i in [1, 2, 3]:
            print_("emit ", i)
            beat.emit(i)
        print_("emit 4")
        beat.emit(4)
        print_("end of the synchronous part")
        await tree.process_frame
        print_("several on process_frame:")
        for i in range(3):
            self.frame_waiter(i)
        tree.process_frame.connect(lambda: print_("  frame hook"), Object.CONNECT_ONE_SHOT)
        await tree.process_frame
        print_("  main awoke")
        await tree.process_frame
        tree.quit()

    async def frame_waiter(self, i: int) -> None:
        await self.get_tree().process_frame
        print_("  frame waiter ", i)
        await self.get_tree().process_frame
        print_("  frame waiter ", i, " again")
