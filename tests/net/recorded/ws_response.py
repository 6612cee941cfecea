"""Server responses a client accepts or refuses, one connection each."""

from gd import (
    WebSocketPeer,
    delay_msec,
    each,
    environ,
    print_,
    ticks_msec,
)


def main():
    n = 33
    for i in each(n):
        ws = WebSocketPeer()
        if i >= n - 6:
            ws.supported_protocols = ["alpha", "beta"]
        ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
        t = ticks_msec()
        while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING and ticks_msec() - t < 400:
            ws.poll()
            delay_msec(5)
        line = "%d: state %d code %d selected '%s'" % (
            i,
            ws.get_ready_state(),
            ws.get_close_code(),
            ws.get_selected_protocol(),
        )
        delay_msec(20)
        ws.poll()
        while ws.get_available_packet_count() > 0:
            line += " packet " + ws.get_packet().get_string_from_utf8()
        print_(line)
        ws.close(-1)


main()
