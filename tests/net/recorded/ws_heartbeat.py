"""heartbeat_interval: an empty ping each interval while open; when no pong came by the next one,
the peer is closed. The clock behind it is the engine's own since start, not the connection's:
the first ping can come at once.
"""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec

url = "ws://127.0.0.1:" + environ["PORT"]


def open(ws):
    ws.connect_to_url(url)
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)


# Milliseconds from STATE_OPEN at which the peer's notes of our pings came, rounded to 100.
def pings(ws, ms):
    t = ticks_msec()
    line = []
    while ticks_msec() - t < ms and ws.get_ready_state() == WebSocketPeer.STATE_OPEN:
        ws.poll()
        while ws.get_available_packet_count() > 0:
            ws.get_packet()
            line.append(round((ticks_msec() - t) / 100.0) * 100)
        delay_msec(2)
    return line


def main():
    while ticks_msec() < 1000:
        delay_msec(10)
    ws = WebSocketPeer()
    ws.heartbeat_interval = 0.5
    open(ws)
    print_("answered: ", pings(ws, 1700), " state ", ws.get_ready_state())
    ws.close(-1)
    open(ws)
    print_("same object again: ", pings(ws, 750), " state ", ws.get_ready_state())
    ws.close(-1)
    ws = WebSocketPeer()
    ws.heartbeat_interval = 60
    open(ws)
    print_("longer than the engine has run: ", pings(ws, 300), " state ", ws.get_ready_state())
    ws.heartbeat_interval = 0.1
    print_("set while open: ", pings(ws, 50), " state ", ws.get_ready_state())
    ws.close(-1)
    ws = WebSocketPeer()
    ws.heartbeat_interval = 0.5
    open(ws)
    t = ticks_msec()
    line = pings(ws, 3000)
    print_(
        "unanswered: ",
        line,
        " state ",
        ws.get_ready_state(),
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason(),
        "' after ",
        round((ticks_msec() - t) / 100.0) * 100,
    )
    ws = WebSocketPeer()
    open(ws)
    print_("off: ", pings(ws, 300), " state ", ws.get_ready_state())


main()
