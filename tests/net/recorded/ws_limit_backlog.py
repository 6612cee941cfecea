"""Unread packets fill the inbound buffer or the packet queue: reading stops and goes on once
packets are taken.
"""

from gd import WebSocketPeer, delay_msec, environ, print_


def go(i, size, queue):
    ws = WebSocketPeer()
    ws.inbound_buffer_size = size
    ws.max_queued_packets = queue
    print_(i, ": connect ", ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"]))
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    ws.send_text("go")
    delay_msec(150)
    for n in range(3):
        ws.poll()
        print_(
            "   poll ",
            n,
            " state ",
            ws.get_ready_state(),
            " available ",
            ws.get_available_packet_count(),
        )
    total = 0
    rounds = []
    for n in range(40):
        got = []
        while ws.get_available_packet_count() > 0:
            p = ws.get_packet()
            got.append(p.size())
        total += len(got)
        if len(got) > 0:
            rounds.append(len(got))
        ws.poll()
        delay_msec(2)
    print_("   total ", total, " by round ", rounds, " state ", ws.get_ready_state())
    ws.close(-1)


def main():
    go(0, 1000, 4096)
    go(1, 65535, 4)
    go(2, 65535, 1)
    go(3, 65535, 0)
    go(4, 200, 4096)


main()
