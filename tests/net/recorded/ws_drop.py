"""The TCP connection ends without a close frame: orderly, reset, in the handshake, after half a
frame.
"""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec


def go(i):
    ws = WebSocketPeer()
    err = ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"] + "/" + str(i))
    if i == 0:
        delay_msec(100)
    last = -1
    line = ""
    t = ticks_msec()
    while ticks_msec() - t < 3000:
        ws.poll()
        s = ws.get_ready_state()
        if s != last:
            line += "%d(%d '%s') " % (s, ws.get_close_code(), ws.get_close_reason())
            last = s
            if s == WebSocketPeer.STATE_OPEN:
                ws.send_text("go")
        if s == WebSocketPeer.STATE_CLOSED:
            break
        delay_msec(1)
    print_(i, ": ", err, " ", line, "send ", ws.send_text("x"))


def main():
    for i in range(8):
        go(i)
    ws = WebSocketPeer()
    err = ws.connect_to_url("ws://127.0.0.1:" + environ["PORT2"])
    print_("closed port: ", err, " state ", ws.get_ready_state())
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    print_(
        "closed port: state ",
        ws.get_ready_state(),
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason(),
        "'",
    )


main()
