"""close() with unread packets in the queue, and messages that arrive while CLOSING."""

from gd import WebSocketPeer, delay_msec, environ, print_


def tell(ws, what):
    print_(
        what,
        ": state ",
        ws.get_ready_state(),
        " available ",
        ws.get_available_packet_count(),
        " code ",
        ws.get_close_code(),
        " reason '",
        ws.get_close_reason(),
        "'",
    )


def main():
    ws = WebSocketPeer()
    ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
    while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING:
        ws.poll()
        delay_msec(1)
    ws.send_text("go")
    while ws.get_available_packet_count() < 2:
        ws.poll()
        delay_msec(1)
    tell(ws, "two queued")
    ws.send_text("last")
    ws.close(1000, "done")
    tell(ws, "closed by us")
    print_("get_packet ", ws.get_packet(), " ", ws.get_packet_error())
    delay_msec(100)
    ws.poll()
    tell(ws, "while closing")
    print_("get_packet ", ws.get_packet(), " ", ws.get_packet_error())
    delay_msec(200)
    ws.poll()
    tell(ws, "after the answer")
    print_("get_packet ", ws.get_packet(), " ", ws.get_packet_error())


main()
