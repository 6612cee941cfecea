"""Limits changed while open: the inbound ones were fixed by the handshake, the outbound ones count
at once.
"""

from gd import (
    PackedByteArray,
    WebSocketPeer,
    delay_msec,
    environ,
    print_,
    ticks_msec,
)


def open(ws):
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)


def ask(ws, n):
    ws.send_text(str(n))
    t = ticks_msec()
    while (
        ticks_msec() - t < 300
        and ws.get_available_packet_count() == 0
        and ws.get_ready_state() == WebSocketPeer.STATE_OPEN
    ):
        ws.poll()
        delay_msec(1)
    if ws.get_available_packet_count() > 0:
        return ws.get_packet().size()
    return [ws.get_ready_state(), ws.get_close_code()]


def main():
    ws = WebSocketPeer()
    ws.inbound_buffer_size = 1000
    open(ws)
    print_("1000: ", ask(ws, 1000))
    ws.inbound_buffer_size = 100
    print_("lowered to 100 while open: ", ask(ws, 500))
    ws.inbound_buffer_size = 100000
    print_("raised to 100000 while open: ", ask(ws, 1001))
    open(ws)
    print_("open again, still 100000: ", ask(ws, 5000))
    b = PackedByteArray()
    b.resize(50)
    ws.outbound_buffer_size = 49
    print_("outbound 49: ", ws.send(b))
    ws.outbound_buffer_size = 50
    print_("outbound 50: ", ws.send(b))
    ws.outbound_buffer_size = 0
    print_("outbound 0: ", ws.send(b))
    ws.max_queued_packets = 0
    print_("max_queued_packets 0: ", ws.send(b))


main()
