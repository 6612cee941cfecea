"""The other side closes: state poll by poll, code and reason, for several close frames."""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec


def go(i):
    ws = WebSocketPeer()
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    last = -1
    t = ticks_msec()
    line = ""
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
    print_(i, ": ", line)


def main():
    for i in range(16):
        go(i)


main()
