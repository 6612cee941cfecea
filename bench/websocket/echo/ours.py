"""This engine: a plain node script, written as in Godot's tutorial."""

from __future__ import annotations

from engine import OS, Node, TCPServer, WebSocketPeer, push_error


class Echo(Node):
    def __init__(self) -> None:
        super().__init__()
        self.server = TCPServer()
        self.peers: dict[int, WebSocketPeer] = {}
        self.last_id = 1

    def _ready(self) -> None:
        if self.server.listen(int(OS.get_cmdline_user_args()[0]), "127.0.0.1") != 0:
            push_error("Unable to start server.")
            self.get_tree().quit(1)

    def _process(self, delta: float) -> None:
        while self.server.is_connection_available():
            self.last_id += 1
            peer = WebSocketPeer()
            peer.accept_stream(self.server.take_connection())
            self.peers[self.last_id] = peer
        for peer_id in list(self.peers):
            peer = self.peers[peer_id]
            peer.poll()
            state = peer.get_ready_state()
            if state == WebSocketPeer.STATE_OPEN:
                while peer.get_available_packet_count():
                    packet = peer.get_packet()
                    if peer.was_string_packet():
                        peer.send_text(packet.get_string_from_utf8())
                    else:
                        peer.send(packet)
            elif state == WebSocketPeer.STATE_CLOSED:
                del self.peers[peer_id]
