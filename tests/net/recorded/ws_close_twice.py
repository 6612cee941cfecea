"""close() while CONNECTING, twice, and crossed with the other side's close; is the TCP connection
dropped at once?
"""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec

url = "ws://127.0.0.1:" + environ["PORT"]


def wait(ws, state, ms=2000):
    t = ticks_msec()
    while ws.get_ready_state() != state and ticks_msec() - t < ms:
        ws.poll()
        delay_msec(1)
    return ws.get_ready_state()


def tell(ws, what):
    print_(
        what,
        ": state ",
        ws.get_ready_state(),
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason(),
        "'",
    )


def main():
    ws = WebSocketPeer()
    ws.connect_to_url(url + "/0")
    ws.close(1000, "early")
    tell(ws, "closed before the first poll")
    ws.poll()
    tell(ws, "polled")

    ws = WebSocketPeer()
    ws.connect_to_url(url + "/1")
    for i in range(50):
        ws.poll()
        delay_msec(1)
    tell(ws, "request sent, no response")
    ws.close(4001, "early")
    tell(ws, "closed while connecting")

    ws = WebSocketPeer()
    ws.connect_to_url(url + "/2")
    wait(ws, WebSocketPeer.STATE_OPEN)
    ws.close(1000, "first")
    tell(ws, "close")
    ws.close(4002, "second")
    tell(ws, "close again")
    wait(ws, WebSocketPeer.STATE_CLOSED)
    tell(ws, "after")

    ws = WebSocketPeer()
    ws.connect_to_url(url + "/3")
    wait(ws, WebSocketPeer.STATE_OPEN)
    ws.send_text("go")
    delay_msec(100)
    ws.close(1000, "mine")
    tell(ws, "crossed, before poll")
    wait(ws, WebSocketPeer.STATE_CLOSED)
    tell(ws, "crossed, after poll")

    ws = WebSocketPeer()
    ws.connect_to_url(url + "/4")
    wait(ws, WebSocketPeer.STATE_OPEN)
    ws.close(1000, "unanswered")
    tell(ws, "unanswered")
    wait(ws, WebSocketPeer.STATE_CLOSED, 500)
    tell(ws, "unanswered, 0.5 s later")
    ws.close(-1)
    tell(ws, "close(-1) while closing")

    ws = WebSocketPeer()
    ws.connect_to_url(url + "/5")
    wait(ws, WebSocketPeer.STATE_OPEN)
    ws.close(1000, "dropped")
    wait(ws, WebSocketPeer.STATE_CLOSED)
    tell(ws, "answered by a dropped connection")

    ws = WebSocketPeer()
    ws.connect_to_url(url + "/6")
    wait(ws, WebSocketPeer.STATE_OPEN)
    ws = None
    print_("dropped the last reference while open")
    ws = WebSocketPeer()
    ws.connect_to_url(url + "/7")
    wait(ws, WebSocketPeer.STATE_OPEN)
    ws.close(-1, "now")
    tell(ws, "close(-1) while open")


main()
