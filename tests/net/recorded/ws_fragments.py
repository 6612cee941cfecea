"""Fragmented messages, whole and spread over polls, plain and with empty control frames in between."""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec


def go(i):
    ws = WebSocketPeer()
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    ws.send_text("go")
    t = ticks_msec()
    line = ""
    while ticks_msec() - t < 200 and ws.get_ready_state() != WebSocketPeer.STATE_CLOSED:
        ws.poll()
        while ws.get_available_packet_count() > 0:
            p = ws.get_packet()
            line += "%s '%s' " % (
                "text" if ws.was_string_packet() else "binary",
                p.get_string_from_ascii(),
            )
        delay_msec(1)
    print_(i, ": state ", ws.get_ready_state(), " code ", ws.get_close_code(), " got ", line)
    ws.close(-1)


def main():
    for i in range(10):
        go(i)


main()
