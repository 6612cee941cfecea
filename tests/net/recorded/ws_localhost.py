"""PORT is served on 127.0.0.1 only, PORT2 on ::1 only: localhost (whatever it maps to) finds PORT,
literals are exact, a name that does not resolve is an error of a later poll.
"""

from gd import (
    WebSocketPeer,
    delay_msec,
    environ,
    print_,
    ticks_msec,
)


def go(url):
    ws = WebSocketPeer()
    err = ws.connect_to_url(url)
    t = ticks_msec()
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING and ticks_msec() - t < 5000:
        ws.poll()
        delay_msec(1)
    host = ws.get_connected_host() if ws.get_ready_state() == WebSocketPeer.STATE_OPEN else "-"
    if "no..host" in url:
        err = "OK or FAILED"  # by whether the lookup is over before connect_to_url() returns
    print_(
        url,
        " -> ",
        err,
        " state ",
        ws.get_ready_state(),
        " host ",
        host,
        " code ",
        ws.get_close_code(),
    )
    ws.close(-1)


def main():
    p4 = environ["PORT"]
    p6 = environ["PORT2"]
    go("ws://localhost:" + p4)
    go("ws://127.0.0.1:" + p4)
    go("ws://[::1]:" + p4)
    go("ws://[::1]:" + p6)
    go("ws://127.0.0.1:" + p6)
    go("ws://no..host:" + p4)


main()
