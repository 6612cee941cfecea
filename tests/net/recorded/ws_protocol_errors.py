"""Frames that break the protocol, one connection each: what the client answers and tells."""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec


def go(i):
    ws = WebSocketPeer()
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    ws.send_text("go")
    t = ticks_msec()
    got = []
    line = ""
    last = 1
    while ticks_msec() - t < 200:
        ws.poll()
        while ws.get_available_packet_count() > 0:
            got.append(ws.get_packet())
        if ws.get_ready_state() != last:
            last = ws.get_ready_state()
            line += "%d(%d '%s') " % (last, ws.get_close_code(), ws.get_close_reason())
        if last == WebSocketPeer.STATE_CLOSED:
            break
        delay_msec(1)
    print_(i, ": ", line, "got ", got)
    ws.close(-1)


def main():
    for i in range(16):
        go(i)


main()
