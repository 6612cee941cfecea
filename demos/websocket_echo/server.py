"""An echo server for large messages: sends everything back as it came, text as text.

Options, behind `--`: `--port N` (9001; 0 is any free one), `--compression`.
"""

from options import user_options

from engine import OK, Engine, Node, TCPServer, WebSocketPeer, print_, push_error

# The largest message that is taken, and what may wait to be sent.
BUFFER_SIZE = 32 * 1024 * 1024


class EchoServer(Node):
    def __init__(self) -> None:
        super().__init__()
        self.options = user_options(port=9001, compression=False)
        self._tcp_server = TCPServer()
        self._peers: list[WebSocketPeer] = []

    def _ready(self) -> None:
        Engine.wake_on_traffic = True  # an answer does not wait for the next tick
        port = self.options["port"]
        if self._tcp_server.listen(port) == OK:
            print_(f"Listening on port {self._tcp_server.get_local_port()}.")
        else:
            push_error(f"Unable to listen on port {port}.")
            self.get_tree().quit(1)

    def _process(self, delta: float) -> None:
        while self._tcp_server.is_connection_available():
            ws = WebSocketPeer()
            ws.inbound_buffer_size = BUFFER_SIZE
            ws.outbound_buffer_size = 2 * BUFFER_SIZE
            ws.max_queued_packets = 65536
            ws.permessage_deflate = self.options["compression"]
            ws.accept_stream(self._tcp_server.take_connection())
            self._peers.append(ws)

        for peer in self._peers:
            peer.poll()
            while peer.get_available_packet_count():
                packet = peer.get_packet()
                if peer.was_string_packet():
                    peer.send(packet, WebSocketPeer.WRITE_MODE_TEXT)
                else:
                    peer.send(packet)

        # Forget those that have gone.
        closed = WebSocketPeer.STATE_CLOSED
        self._peers = [peer for peer in self._peers if peer.get_ready_state() != closed]
