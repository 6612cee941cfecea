"""The smallest WebSocket client: connects, sends a line, and prints what comes back."""

from engine import OK, Node, WebSocketPeer, export, print_, push_error


class Client(Node):
    # The URL we will connect to.
    # Use "ws://localhost:9080" if testing with the minimal server example beside this file.
    # `wss://` is used for secure connections,
    # while `ws://` is used for plain text (insecure) connections.
    websocket_url: str = export("ws://localhost:9080")

    def __init__(self) -> None:
        super().__init__()
        # Our WebSocket instance.
        self.socket = WebSocketPeer()

    async def _ready(self) -> None:
        # Initiate connection to the given URL.
        err = self.socket.connect_to_url(self.websocket_url)
        if err == OK:
            print_(f"Connecting to {self.websocket_url}...")
            # Wait for the socket to connect.
            await self.get_tree().create_timer(2).timeout

            # Send data.
            print_("> Sending test packet.")
            self.socket.send_text("Test packet")
        else:
            push_error("Unable to connect.")
            self.set_process(False)

    def _process(self, delta: float) -> None:
        # Call this in `_process()` or `_physics_process()`.
        # Data transfer and state updates will only happen when calling this function.
        self.socket.poll()

        # get_ready_state() tells you what state the socket is in.
        state = self.socket.get_ready_state()

        # `WebSocketPeer.STATE_OPEN` means the socket is connected and ready
        # to send and receive data.
        if state == WebSocketPeer.STATE_OPEN:
            while self.socket.get_available_packet_count():
                packet = self.socket.get_packet()
                if self.socket.was_string_packet():
                    packet_text = packet.get_string_from_utf8()
                    print_(f"< Got text data from server: {packet_text}")
                else:
                    print_(f"< Got binary data from server: {packet.size()} bytes")

        # `WebSocketPeer.STATE_CLOSING` means the socket is closing.
        # It is important to keep polling for a clean close.
        elif state == WebSocketPeer.STATE_CLOSING:
            pass

        # `WebSocketPeer.STATE_CLOSED` means the connection has fully closed.
        # It is now safe to stop polling.
        elif state == WebSocketPeer.STATE_CLOSED:
            # The code will be `-1` if the disconnection was not properly notified by the remote
            # peer.
            code = self.socket.get_close_code()
            print_(f"WebSocket closed with code: {code}. Clean: ", code != -1)
            self.set_process(False)  # Stop processing.
