"""What goes on the wire for different URLs, sub-protocols and handshake_headers."""

from gd import WebSocketPeer, delay_msec, environ, print_, ticks_msec

port = environ["PORT"]


def wait(ws, state):
    t = ticks_msec()
    while ws.get_ready_state() != state and ticks_msec() - t < 3000:
        ws.poll()
        delay_msec(1)
    return ws.get_ready_state()


def go(url, protos=[], headers=[]):
    ws = WebSocketPeer()
    ws.supported_protocols = protos
    ws.handshake_headers = headers
    err = ws.connect_to_url(url)
    print_(url, " ", protos, " ", headers, " -> ", err)
    print_(
        "  state ",
        wait(ws, WebSocketPeer.STATE_OPEN),
        " selected '",
        ws.get_selected_protocol(),
        "' url '",
        ws.get_requested_url(),
        "' host ",
        ws.get_connected_host(),
        " port ",
        ws.get_connected_port(),
    )
    ws.close()
    print_("  state ", wait(ws, WebSocketPeer.STATE_CLOSED), " code ", ws.get_close_code())


def main():
    b = "ws://127.0.0.1:" + port
    go(b)
    go(b + "/")
    go(b + "/chat/room?q=1&b=%20#frag")
    go(b + "/two words")
    go(b + "/ü€")
    go(b + "//double")
    go("WS://127.0.0.1:" + port + "/Upper")
    go("127.0.0.1:" + port + "/noscheme")
    go("ws://user:pw@127.0.0.1:" + port + "/userinfo")
    go("ws://localhost:" + port + "/lh")
    go("ws://LocalHost:" + port + "/lh")
    go(b + "/p", ["one"])
    go(b + "/p", ["one", "two", "three"])
    go(b + "/p", ["with space", ""])
    go(b + "/h", [], ["X-A: 1", "Origin: http://example.com", "User-Agent: me"])
    go(b + "/h", [], ["Host: other", "no colon here"])
    go(b + "/h", ["one"], ["X-B: ü"])


main()
