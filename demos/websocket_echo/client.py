"""An echo client: connects to one URL after another, and sends back all that comes.

Options, behind `--`:

    --url URL           the URL; `{n}` in it stands for the number of the connection, from 1
    --count N           connections to make, one after the other (1)
    --first-url URL     asked before all: the first message that comes is the count
    --last-url URL      visited after all
    --compression       offer to compress messages
"""

from options import user_options

from engine import OK, Engine, Node, WebSocketPeer, print_, push_error

# The largest message that is taken, and what may wait to be sent.
BUFFER_SIZE = 32 * 1024 * 1024


class EchoClient(Node):
    def __init__(self) -> None:
        super().__init__()
        self.options = user_options(
            url="ws://localhost:9001", count=1, first_url="", last_url="", compression=False
        )
        self.count = self.options["count"]
        self.number = 0  # of the connection; 0 is the one that asks for the count
        self.asking = False
        self.echoed = 0
        self._socket = WebSocketPeer()

    def _ready(self) -> None:
        Engine.wake_on_traffic = True  # an answer does not wait for the next tick
        self._socket.inbound_buffer_size = BUFFER_SIZE
        self._socket.outbound_buffer_size = 2 * BUFFER_SIZE
        self._socket.max_queued_packets = 65536
        self._socket.permessage_deflate = self.options["compression"]
        if self.options["first_url"]:
            self.asking = True
            self._connect(self.options["first_url"])
        else:
            self._next()

    def _next(self) -> None:
        """Makes the next connection, or ends the program."""
        self.asking = False
        self.number += 1
        if self.number <= self.count:
            self._connect(self.options["url"].replace("{n}", str(self.number)))
        elif self.number == self.count + 1 and self.options["last_url"]:
            self._connect(self.options["last_url"])
        else:
            print_(f"{self.count} connections, {self.echoed} messages echoed.")
            self.set_process(False)
            self.get_tree().quit()

    def _connect(self, url: str) -> None:
        if self._socket.connect_to_url(url) != OK:
            push_error(f"Unable to connect to {url}.")
            self.set_process(False)
            self.get_tree().quit(1)

    def _process(self, delta: float) -> None:
        self._socket.poll()
        while self._socket.get_available_packet_count():
            packet = self._socket.get_packet()
            if self.asking:
                self.count = int(packet.get_string_from_utf8())
            elif self._socket.was_string_packet():
                self._socket.send(packet, WebSocketPeer.WRITE_MODE_TEXT)
                self.echoed += 1
            else:
                self._socket.send(packet)
                self.echoed += 1
        if self._socket.get_ready_state() == WebSocketPeer.STATE_CLOSED:
            self._next()
