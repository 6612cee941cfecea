"""close(code, reason) from OPEN: what goes out, and what is told afterwards when the peer echoes
the frame.
"""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec


def wait(ws, state, ms):
    t = ticks_msec()
    while ws.get_ready_state() != state and ticks_msec() - t < ms:
        ws.poll()
        delay_msec(1)
    return ws.get_ready_state()


def go(code, reason):
    ws = WebSocketPeer()
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    wait(ws, WebSocketPeer.STATE_OPEN, 2000)
    ws.close(code, reason)
    a = ws.get_ready_state()
    c = ws.get_close_code()
    b = wait(ws, WebSocketPeer.STATE_CLOSED, 300)
    print_(
        code,
        " '",
        reason[:20],
        "' (",
        len(reason.encode()),
        " bytes): state ",
        a,
        " code ",
        c,
        " -> state ",
        b,
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason()[:20],
        "'",
    )
    ws.close(-1)
    print_(
        "  close(-1): state ",
        ws.get_ready_state(),
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason()[:20],
        "'",
    )


def main():
    go(1000, "")
    go(1000, "bye")
    go(1001, "")
    go(4000, "grüß")
    go(4999, "")
    go(0, "")
    go(0, "with reason")
    go(1, "")
    go(999, "")
    go(1004, "")
    go(1005, "")
    go(1006, "")
    go(2000, "")
    go(5000, "")
    go(65535, "")
    go(65536, "x")
    go(66536, "x")
    go(1000, "x" * 123)
    go(1000, "ü" * 61)
    go(-1, "now")
    go(-1000, "now")


main()
