"""How much waits unread for several inbound_buffer_size; sizes of 0 and less; heartbeat steps; a
stream accepted while CLOSING.
"""

from gd import TCPServer, WebSocketPeer, delay_msec, environ, print_


def open(ws):
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)


def main():
    for size in [127, 128, 255, 256, 1000, 1024, 65535]:
        ws = WebSocketPeer()
        ws.inbound_buffer_size = size
        open(ws)
        ws.send_text("5000 of 60" if size > 2000 else "40 of 60")
        delay_msec(150)
        ws.poll()
        waiting = ws.get_available_packet_count()
        n = 0
        for i in range(3000):
            while ws.get_available_packet_count() > 0:
                ws.get_packet()
                n += 1
            ws.poll()
            if n == (5000 if size > 2000 else 40):
                break
            if i > 20:
                delay_msec(1)
        print_(
            "inbound ",
            size,
            ": waiting ",
            waiting,
            " in the end ",
            n,
            " state ",
            ws.get_ready_state(),
        )
    for size in [0, -1]:
        ws = WebSocketPeer()
        ws.outbound_buffer_size = size
        open(ws)
        print_("outbound ", size, ": ", ws.send_text("1 of 1"))
    ws = WebSocketPeer()
    for v in [0.0004, 0.0016, 0.9999]:
        ws.heartbeat_interval = v
        print_("heartbeat ", v, " -> ", ws.heartbeat_interval)
    ws.heartbeat_interval = 0
    open(ws)
    ws.close(1000)
    server = TCPServer()
    server.listen(int(environ["PORT2"]), "127.0.0.1")
    c = WebSocketPeer()
    c.connect_to_url("ws://127.0.0.1:" + environ["PORT2"] + "/other")
    while not server.is_connection_available():
        c.poll()
        delay_msec(1)
    print_(
        "accept_stream while closing ",
        ws.get_ready_state(),
        " -> ",
        ws.accept_stream(server.take_connection()),
        " state ",
        ws.get_ready_state(),
        " url '",
        ws.get_requested_url(),
        "'",
    )
    for i in range(50):
        c.poll()
        ws.poll()
        delay_msec(1)
    print_(
        "states ",
        c.get_ready_state(),
        " ",
        ws.get_ready_state(),
        " url ends in /other ",
        ws.get_requested_url().endswith("/other"),
    )


main()
