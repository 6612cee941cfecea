"""Text messages: valid and broken UTF-8, in and out; and how a binary message with the same bytes
is taken.
"""

from gd import (
    PackedByteArray,
    WebSocketPeer,
    delay_msec,
    environ,
    print_,
    ticks_msec,
)


def go(i):
    ws = WebSocketPeer()
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    ws.send_text("go")
    t = ticks_msec()
    while (
        ticks_msec() - t < 100
        and ws.get_ready_state() != WebSocketPeer.STATE_CLOSED
        and ws.get_available_packet_count() == 0
    ):
        ws.poll()
        delay_msec(1)
    print_(
        i,
        ": state ",
        ws.get_ready_state(),
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason(),
        "' available ",
        ws.get_available_packet_count(),
    )
    if ws.get_available_packet_count() > 0:
        p = ws.get_packet()
        print_("    ", p, " string ", ws.was_string_packet())
    if i == 0:
        print_(
            "send_text ",
            ws.send_text("grüß € 😀"),
            " send bad utf-8 as text ",
            ws.send(PackedByteArray([0x61, 0xFF, 0x62]), WebSocketPeer.WRITE_MODE_TEXT),
            " empty ",
            ws.send_text(""),
            " nul ",
            ws.send(PackedByteArray([0x61, 0, 0x62]), WebSocketPeer.WRITE_MODE_TEXT),
        )
        ws.poll()
        delay_msec(50)
    ws.close(-1)


def main():
    for i in range(10):
        go(i)


main()
