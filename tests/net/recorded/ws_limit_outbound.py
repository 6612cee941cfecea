"""outbound_buffer_size and max_queued_packets on the sending side; the other end does not read
until told to.
"""

from gd import (
    PackedByteArray,
    WebSocketPeer,
    delay_msec,
    each,
    environ,
    print_,
)


def go(i, size, queue, sizes):
    ws = WebSocketPeer()
    if size != 0:
        ws.outbound_buffer_size = size
    ws.max_queued_packets = queue
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    line = []
    for s in each(sizes):
        b = PackedByteArray()
        b.resize(s)
        line.append("%d->%d(%d)" % (s, ws.send(b), ws.get_current_outbound_buffered_amount()))
    print_(
        i,
        ": ",
        ws.outbound_buffer_size,
        " ",
        ws.max_queued_packets,
        " ",
        line,
        " state ",
        ws.get_ready_state(),
    )
    ws.close(-1)


def main():
    go(0, 0, 4096, [65534, 65535, 65536, 70000])
    go(1, 100, 4096, [99, 100, 101, 200, 50])
    go(2, -1, 4096, [65535, 65536, 200000])
    go(3, 65535, 1, [10, 10, 10])
    go(4, 65535, 0, [10, 0])
    go(5, 65535, -1, [10])


main()
