"""CONNECT_DEFERRED, CONNECT_ONE_SHOT, CONNECT_REFERENCE_COUNTED and their mixes."""

from __future__ import annotations

from engine import Node, Object, Signal, print_

CONNECT_DEFERRED = Object.CONNECT_DEFERRED
CONNECT_ONE_SHOT = Object.CONNECT_ONE_SHOT
CONNECT_PERSIST = Object.CONNECT_PERSIST
CONNECT_REFERENCE_COUNTED = Object.CONNECT_REFERENCE_COUNTED


class Main(Node):
    ping = Signal("n")

    def plain(self, n: int) -> None:
        print_("  plain ", n)

    def late(self, n: int) -> None:
        print_("  late ", n)

    def once(self, n: int) -> None:
        print_("  once ", n, " still connected: ", self.ping.is_connected(self.once))

    def once_late(self, n: int) -> None:
        print_("  once_late ", n, " still connected: ", self.ping.is_connected(self.once_late))

    def counted(self, n: int) -> None:
        print_("  counted ", n)

    async def _ready(self) -> None:
        ping = self.ping
        ping.connect(self.late, CONNECT_DEFERRED)
        ping.connect(self.once, CONNECT_ONE_SHOT)
        ping.connect(self.plain)
        ping.connect(self.once_late, CONNECT_DEFERRED | CONNECT_ONE_SHOT)
        print_("emit 1")
        ping.emit(1)
        print_("emit 2")
        ping.emit(2)
        print_("_ready goes on")
        await self.get_tree().process_frame
        listeners = [self.late, self.once, self.plain, self.once_late]
        print_("connected after: ", *(ping.is_connected(listener) for listener in listeners))
        ping.disconnect(self.late)
        ping.disconnect(self.plain)

        print_("reference counted")
        print_(*(ping.connect(self.counted, CONNECT_REFERENCE_COUNTED) for _ in range(3)))
        ping.emit(3)
        for i in range(3):
            ping.disconnect(self.counted)
            print_("  after disconnect ", i + 1, ": ", ping.is_connected(self.counted))
        ping.emit(4)

        print_("deferred, then disconnected before its turn")
        ping.connect(self.late, CONNECT_DEFERRED)
        ping.emit(5)
        ping.disconnect(self.late)
        await self.get_tree().process_frame
        print_("one shot that emits again")
        ping.connect(self.echo, CONNECT_ONE_SHOT)
        ping.emit(6)
        print_(
            "flags: ",
            CONNECT_DEFERRED,
            " ",
            CONNECT_PERSIST,
            " ",
            CONNECT_ONE_SHOT,
            " ",
            CONNECT_REFERENCE_COUNTED,
        )
        self.get_tree().quit()

    def echo(self, n: int) -> None:
        print_("  echo ", n)
        if n < 9:
            self.ping.emit(n + 1)
