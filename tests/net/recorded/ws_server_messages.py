"""A server peer: its frames are unmasked, it wants masked ones, and it answers pings and closes."""

from gd import (
    PackedByteArray,
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
    for i in range(5):
        while not server.is_connection_available():
            delay_msec(1)
        ws = WebSocketPeer()
        ws.accept_stream(server.take_connection())
        t = ticks_msec()
        line = "%d:" % i
        sent = False
        while ws.get_ready_state() != WebSocketPeer.STATE_CLOSED and ticks_msec() - t < 400:
            ws.poll()
            if ws.get_ready_state() == WebSocketPeer.STATE_OPEN and not sent:
                sent = True
                ws.send_text("hello")
                ws.send(PackedByteArray([1, 2]))
                if i == 3:
                    ws.close(1001, "away")
            while ws.get_available_packet_count() > 0:
                line += " got " + ws.get_packet().get_string_from_utf8()
            delay_msec(1)
        print_(
            line,
            " state ",
            ws.get_ready_state(),
            " code ",
            ws.get_close_code(),
            " reason '",
            ws.get_close_reason(),
            "'",
        )
        ws.close(-1)


main()
