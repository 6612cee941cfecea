"""The other side stops reading: messages queue up, send() refuses at the limit, nothing is lost
once it reads again. The peer has a small receive buffer; how much the system takes first is not
recorded, only what follows.
"""

from gd import (
    OK,
    PackedByteArray,
    WebSocketPeer,
    delay_msec,
    environ,
    print_,
    ticks_msec,
)


def main():
    ws = WebSocketPeer()
    ws.outbound_buffer_size = 300000
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    sent = 0
    b = PackedByteArray()
    b.resize(100000)
    err = OK
    stuck = False
    while not stuck and sent < 1000:
        b.encode_u32(0, sent)
        err = ws.send(b)
        sent += 1
        if ws.get_current_outbound_buffered_amount() > 0:
            delay_msec(100)
            ws.poll()
            stuck = ws.get_current_outbound_buffered_amount() > 0
    print_(
        "blocked ",
        sent < 1000,
        " err ",
        err,
        " buffered ",
        ws.get_current_outbound_buffered_amount(),
    )
    for i in range(4):
        b.encode_u32(0, sent)
        err = ws.send(b)
        print_(
            "send ",
            err,
            " buffered ",
            ws.get_current_outbound_buffered_amount(),
            " state ",
            ws.get_ready_state(),
        )
        if err == OK:
            sent += 1
    c = PackedByteArray()
    c.resize(0)
    print_("send empty ", ws.send(c))
    sent += 1
    delay_msec(2000)
    print_("not polled: buffered ", ws.get_current_outbound_buffered_amount())
    last = ws.get_current_outbound_buffered_amount()
    line = ""
    t = ticks_msec()
    while last > 0 and ticks_msec() - t < 20000:
        ws.poll()
        if ws.get_current_outbound_buffered_amount() != last:
            last = ws.get_current_outbound_buffered_amount()
            if last % 100000 != 0:
                line += "odd "
        delay_msec(1)
    print_("drained: buffered ", ws.get_current_outbound_buffered_amount(), " ", line)
    ws.send_text("sent " + str(sent))
    t = ticks_msec()
    while ws.get_available_packet_count() == 0 and ticks_msec() - t < 20000:
        ws.poll()
        delay_msec(1)
    print_("peer says ", ws.get_packet().get_string_from_utf8())


main()
