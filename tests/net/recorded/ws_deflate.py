"""Compression: never offered by a client, never taken up by a server, and a compressed frame is a
protocol error.
"""

from gd import (
    TCPServer,
    WebSocketPeer,
    delay_msec,
    environ,
    print_,
    ticks_msec,
)


def main():
    ws = WebSocketPeer()
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    t = ticks_msec()
    while ws.get_ready_state() != WebSocketPeer.STATE_CLOSED and ticks_msec() - t < 2000:
        ws.poll()
        delay_msec(1)
    print_(
        "client: state ",
        ws.get_ready_state(),
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason(),
        "'",
    )
    ws = WebSocketPeer()
    ws.handshake_headers = ["Sec-WebSocket-Extensions: permessage-deflate"]
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    t = ticks_msec()
    while ws.get_ready_state() != WebSocketPeer.STATE_CLOSED and ticks_msec() - t < 2000:
        ws.poll()
        delay_msec(1)
    print_("client that asked by hand: state ", ws.get_ready_state(), " code ", ws.get_close_code())
    server = TCPServer()
    server.listen(int(environ["PORT2"]), "127.0.0.1")
    while not server.is_connection_available():
        delay_msec(1)
    ws = WebSocketPeer()
    ws.accept_stream(server.take_connection())
    t = ticks_msec()
    while ws.get_ready_state() != WebSocketPeer.STATE_CLOSED and ticks_msec() - t < 2000:
        ws.poll()
        delay_msec(1)
    print_(
        "server: state ",
        ws.get_ready_state(),
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason(),
        "'",
    )


main()
