"""Driven by frames, one poll each: connect, open, message, close; never before a poll."""

from gd import WebSocketPeer, delay_msec, environ, print_

ws = WebSocketPeer()
last = WebSocketPeer.STATE_CONNECTING
opened = 0
url = "ws://127.0.0.1:" + environ["PORT"]


def process():
    global last, opened
    if ws.get_ready_state() != last:
        print_("changed between polls")
    ws.poll()
    s = ws.get_ready_state()
    if s != last:
        print_("state ", s)
        last = s
    while ws.get_available_packet_count() > 0:
        p = ws.get_packet()
        print_("packet ", p.get_string_from_utf8(), " in state ", ws.get_ready_state())
        ws.send(p)
    if s == WebSocketPeer.STATE_OPEN:
        opened += 1
        if opened == 60:
            ws.close(1000, "sixty frames")
            last = ws.get_ready_state()
            print_("close: state ", last)
    if s == WebSocketPeer.STATE_CLOSED:
        print_("code ", ws.get_close_code(), " ", ws.get_close_reason())
        return False
    delay_msec(5)
    return True


print_("connect ", ws.connect_to_url(url), " state ", ws.get_ready_state())
while process():
    pass
