"""A server peer from accept_stream(): requests that are accepted, the response's exact bytes, what
is told of the request.
"""

from gd import (
    TCPServer,
    WebSocketPeer,
    delay_msec,
    environ,
    print_,
    ticks_msec,
)


def wait(ws, ms):
    t = ticks_msec()
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING and ticks_msec() - t < ms:
        ws.poll()
        delay_msec(1)


def main():
    server = TCPServer()
    print_("listen ", server.listen(int(environ["PORT"]), "127.0.0.1"))
    for i in range(12):
        while not server.is_connection_available():
            delay_msec(1)
        ws = WebSocketPeer()
        if i == 6:
            ws.handshake_headers = ["X-One: 1", "Server: me"]
        if i == 7 or i == 8:
            ws.supported_protocols = ["alpha", "beta"]
        err = ws.accept_stream(server.take_connection())
        state = ws.get_ready_state()
        url = ws.get_requested_url()
        wait(ws, 2000)
        print_(
            i,
            ": accept ",
            err,
            " state ",
            state,
            " url '",
            url,
            "' -> state ",
            ws.get_ready_state(),
            " url '",
            ws.get_requested_url(),
            "' selected '",
            ws.get_selected_protocol(),
            "' host ",
            ws.get_connected_host(),
        )
        delay_msec(50)
        ws.poll()
        while ws.get_available_packet_count() > 0:
            print_("   packet ", ws.get_packet().get_string_from_utf8())
        ws.close(-1)


main()
