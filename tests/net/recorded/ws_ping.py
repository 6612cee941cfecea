"""Pings are answered by poll() with their payload, are never seen as packets, and pongs are
ignored.
"""

from gd import WebSocketPeer, delay_msec, environ, print_


def main():
    ws = WebSocketPeer()
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    ws.send_text("go")
    delay_msec(150)
    print_("before poll: available ", ws.get_available_packet_count())
    ws.poll()
    print_(
        "after poll: available ",
        ws.get_available_packet_count(),
        " state ",
        ws.get_ready_state(),
        " outbound ",
        ws.get_current_outbound_buffered_amount(),
    )
    while ws.get_available_packet_count() > 0:
        print_(ws.get_packet().get_string_from_utf8())
    ws.send_text("done")
    delay_msec(50)


main()
