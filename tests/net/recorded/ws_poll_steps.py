"""How many polls each step takes when everything has had time to arrive (100 ms) between them.
Addresses, not names.
"""

from gd import (
    TCPServer,
    WebSocketPeer,
    delay_msec,
    each,
    environ,
    print_,
)


def step(ws, what, n):
    line = []
    for i in each(n):
        delay_msec(100)
        ws.poll()
        line.append(ws.get_ready_state())
    print_(what, ": ", line, " available ", ws.get_available_packet_count())


def main():
    ws = WebSocketPeer()
    print_("connect ", ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"]))
    step(ws, "client, polls until open", 4)
    print_("send ", ws.send_text("go"))
    step(ws, "messages", 2)
    while ws.get_available_packet_count() > 0:
        print_(ws.get_packet().get_string_from_utf8())
    ws.close(1000, "bye")
    print_("close: state ", ws.get_ready_state())
    step(ws, "polls until closed", 2)
    print_(
        "connect to nobody ",
        ws.connect_to_url("ws://127.0.0.1:" + environ["PORT2"]),
        " state ",
        ws.get_ready_state(),
    )
    step(ws, "polls until closed", 2)
    server = TCPServer()
    server.listen(int(environ["PORT2"]), "127.0.0.1")
    for i in range(2):
        while not server.is_connection_available():
            delay_msec(1)
        ws = WebSocketPeer()
        print_(
            "accept ", ws.accept_stream(server.take_connection()), " state ", ws.get_ready_state()
        )
        step(ws, "server, polls until open", 2)
        delay_msec(60)
        step(ws, "one more", 1)
        while ws.get_available_packet_count() > 0:
            print_(ws.get_packet().get_string_from_utf8())
        ws.close(1001)
        print_("close: state ", ws.get_ready_state())
        step(ws, "polls until closed", 2)


main()
