"""Many messages between two polls: all are there after one poll, in order; and 4096 is the most
that queue up.
"""

from gd import WebSocketPeer, delay_msec, each, environ, print_


def main():
    ws = WebSocketPeer()
    ws.inbound_buffer_size = 1000000
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    ws.send_text("1000")
    delay_msec(200)
    ws.poll()
    print_("after one poll ", ws.get_available_packet_count())
    ok = True
    for i in each(ws.get_available_packet_count()):
        ok = ok and ws.get_packet().get_string_from_utf8() == "message %d" % i
    print_("in order ", ok)
    ws.send_text("5000")
    delay_msec(300)
    counts = []
    n = 0
    for k in range(4):
        ws.poll()
        counts.append(ws.get_available_packet_count())
    while n < 5000 and ws.get_available_packet_count() > 0:
        ok = ok and ws.get_packet().get_string_from_utf8() == "message %d" % n
        n += 1
        if ws.get_available_packet_count() == 0:
            counts.append(n)
            for k in range(20):
                ws.poll()
                delay_msec(1)
    print_("counts ", counts, " total ", n, " in order ", ok)


main()
