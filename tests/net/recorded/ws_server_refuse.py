"""Requests a server peer refuses: what it answers (nothing), and its state."""

from gd import (
    TCPServer,
    WebSocketPeer,
    delay_msec,
    environ,
    print_,
    ticks_msec,
)


def main():
    server = TCPServer()
    server.listen(int(environ["PORT"]), "127.0.0.1")
    for i in range(18):
        while not server.is_connection_available():
            delay_msec(1)
        ws = WebSocketPeer()
        if i == 13 or i == 14:
            ws.supported_protocols = ["alpha", "beta"]
        ws.accept_stream(server.take_connection())
        t = ticks_msec()
        while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING and ticks_msec() - t < 300:
            ws.poll()
            delay_msec(1)
        print_(
            i,
            ": state ",
            ws.get_ready_state(),
            " code ",
            ws.get_close_code(),
            " reason '",
            ws.get_close_reason(),
            "' url '",
            ws.get_requested_url(),
            "'",
        )
        ws.close(-1)


main()
