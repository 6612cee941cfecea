"""The smallest WebSocket server: takes every connection and sends back what it gets."""

from engine import OK, Node, TCPServer, WebSocketPeer, print_, push_error

# The port we will listen to.
PORT = 9080


class Server(Node):
    def __init__(self) -> None:
        super().__init__()
        # Our TCP Server instance.
        self._tcp_server = TCPServer()

        # Our connected peers list.
        self._peers: dict[int, WebSocketPeer] = {}

        self.last_peer_id = 1

    def _ready(self) -> None:
        # Start listening on the given port.
        err = self._tcp_server.listen(PORT)
        if err == OK:
            print_("Server started.")
        else:
            push_error("Unable to start server.")
            self.set_process(False)

    def _process(self, delta: float) -> None:
        while self._tcp_server.is_connection_available():
            self.last_peer_id += 1
            print_(f"+ Peer {self.last_peer_id} connected.")
            ws = WebSocketPeer()
            ws.accept_stream(self._tcp_server.take_connection())
            self._peers[self.last_peer_id] = ws

        # Iterate over a copy of the keys so we can erase in the loop.
        for peer_id in list(self._peers):
            peer = self._peers[peer_id]

            peer.poll()

            peer_state = peer.get_ready_state()
            if peer_state == WebSocketPeer.STATE_OPEN:
                while peer.get_available_packet_count():
                    packet = peer.get_packet()
                    if peer.was_string_packet():
                        packet_text = packet.get_string_from_utf8()
                        print_(f"< Got text data from peer {peer_id}: {packet_text} ... echoing")
                        # Echo the packet back.
                        peer.send_text(packet_text)
                    else:
                        size = packet.size()
                        print_(f"< Got binary data from peer {peer_id}: {size} ... echoing")
                        # Echo the packet back.
                        peer.send(packet)
            elif peer_state == WebSocketPeer.STATE_CLOSED:
                # Remove the disconnected peer.
                del self._peers[peer_id]
                code = peer.get_close_code()
                reason = peer.get_close_reason()
                print_(
                    f"- Peer {peer_id} closed with code: {code}, reason {reason}. Clean: ",
                    code != -1,
                )
