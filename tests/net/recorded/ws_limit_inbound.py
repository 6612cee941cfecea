"""inbound_buffer_size: which message sizes still pass, whole and fragmented, and what happens to
the first that does not.
"""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec


def go(size, i):
    ws = WebSocketPeer()
    if size > 0:
        ws.inbound_buffer_size = size
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    ws.send_text("go")
    t = ticks_msec()
    sizes = []
    while ticks_msec() - t < 250 and ws.get_ready_state() != WebSocketPeer.STATE_CLOSED:
        ws.poll()
        while ws.get_available_packet_count() > 0:
            sizes.append(ws.get_packet().size())
        delay_msec(1)
    print_(
        i,
        ": buffer ",
        ws.inbound_buffer_size,
        " state ",
        ws.get_ready_state(),
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason(),
        "' sizes ",
        sizes,
    )
    ws.close(-1)


def main():
    sizes = [0, 0, 0, 0, 0, 100, 100, 100, 128, 128, 128, 1000, 1000, 1000, 1000, 65536, 65536]
    for i in range(len(sizes)):
        go(sizes[i], i)


main()
