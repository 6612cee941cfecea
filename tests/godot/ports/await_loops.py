"""Waiting in loops, emitting from a resumed coroutine, and passing the turn back and forth."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from collections.abc import Callable as PyCallable
from typing import Any

from engine import Callable, Engine, Node, Object, Signal, print_, start

Job = PyCallable[[], Awaitable[Any]]


class Main(Node):
    ping = Signal("n")
    pong = Signal("n")
    all_done = Signal()

    async def left(self) -> None:
        for i in range(3):
            print_("  left emits ping ", i)
            Callable(self.ping.emit).call_deferred(i)
            back = await self.pong
            print_("  left got pong ", back)
        self.all_done.emit()

    async def right(self) -> None:
        while True:
            n = await self.ping
            print_("  right got ping ", n)
            await self.get_tree().process_frame
            print_("  right emits pong")
            self.pong.emit(n * 10)
            print_("  right emitted")

    async def hasty(self) -> None:
        n = await self.ping
        print_("  hasty got ", n)
        self.pong.emit(n)
        print_("  hasty waits again")
        print_("  hasty got ", await self.ping)

    async def count_frames(self, n: int) -> int:
        start = Engine.get_process_frames()
        for _ in range(n):
            await self.get_tree().process_frame
        return Engine.get_process_frames() - start

    async def gather(self, jobs: Sequence[Job]) -> list[Any]:
        state = {"left": len(jobs)}
        results: list[Any] = [None] * len(jobs)

        async def run(i: int) -> None:
            results[i] = await jobs[i]()
            print_("  job ", i, " finished with ", results[i])
            state["left"] -= 1
            if state["left"] == 0:
                self.all_done.emit()

        for i in range(len(jobs)):
            start(run(i), self)
        if state["left"] > 0:
            await self.all_done
        return results

    async def recursive(self, n: int) -> int:
        if n == 0:
            return 0
        await self.get_tree().process_frame
        return n + await self.recursive(n - 1)

    async def _ready(self) -> None:
        print_("ping pong")
        self.right()
        self.left()
        await self.all_done
        print_("a signal is lost on one who does not wait yet")
        self.pong.connect(lambda n: self.ping.emit(n + 1), Object.CONNECT_ONE_SHOT)
        self.hasty()
        self.ping.emit(100)
        self.ping.emit(200)
        count_frames = self.count_frames
        counted = [await count_frames(4), await count_frames(1), await count_frames(0)]
        print_("frames: ", counted[0], " ", counted[1], " ", counted[2])

        async def no_wait() -> str:
            return "no wait"

        jobs = [lambda: count_frames(3), lambda: count_frames(1), no_wait]
        print_("gather: ", await self.gather(jobs))
        print_("recursive: ", await self.recursive(4))
        await self.plain_loops()
        self.get_tree().quit()

    async def plain_loops(self) -> None:
        log_lines = []
        for word in ["x", "y"]:
            for i in range(2):
                await self.get_tree().process_frame
                log_lines.append(word + str(i))
        print_(log_lines)
        i = 0
        while i < 10:
            i += 1
            if i % 2 == 0:
                continue
            await self.get_tree().process_frame
            if i > 5:
                break
        print_("while left at ", i)
