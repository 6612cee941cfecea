"""The response comes byte by byte, never ends, is too big, or never comes: there is no timeout of
its own.
"""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec


def main():
    for i in range(4):
        ws = WebSocketPeer()
        ws.connect_to_url("ws://127.0.0.1:" + environ["PORT"])
        t = ticks_msec()
        while ws.get_ready_state() == WebSocketPeer.STATE_CONNECTING and ticks_msec() - t < 1500:
            ws.poll()
            delay_msec(1)
        line = "%d: state %d code %d" % (i, ws.get_ready_state(), ws.get_close_code())
        t = ticks_msec()
        while (
            ws.get_ready_state() == WebSocketPeer.STATE_OPEN
            and ws.get_available_packet_count() == 0
            and ticks_msec() - t < 500
        ):
            ws.poll()
            delay_msec(1)
        while ws.get_available_packet_count() > 0:
            line += " packet " + ws.get_packet().get_string_from_utf8()
        print_(line)
        ws.close(-1)


main()
