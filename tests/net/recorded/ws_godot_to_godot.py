"""A server and two clients in one process, driven by frames."""

from gd import TCPServer, WebSocketPeer, delay_msec, environ, print_, ticks_msec


class P:
    def __init__(self, ws, last, name):
        self.ws, self.last, self.name, self.sent = ws, last, name, 0


server = TCPServer()
peers = []
clients = []
lines = {}


def ready():
    print_("listen ", server.listen(int(environ["PORT"])))
    for i in range(2):
        c = WebSocketPeer()
        c.supported_protocols = ["chat"]
        url = "ws://localhost:" + environ["PORT"] + "/c" + str(i)
        print_("connect ", c.connect_to_url(url))
        clients.append(P(c, 3, "c" + str(i)))


def say(p, text):
    lines.setdefault(p.name, []).append(text)


def watch(p):
    ws = p.ws
    ws.poll()
    s = ws.get_ready_state()
    if s != p.last:
        p.last = s
        if s == WebSocketPeer.STATE_OPEN:
            if p.name == "":
                p.name = "server of " + ws.get_requested_url().split("/")[3]
            say(p, "open " + ws.get_requested_url() + " " + ws.get_selected_protocol())
        if s == WebSocketPeer.STATE_CLOSED:
            say(p, "closed %d '%s'" % (ws.get_close_code(), ws.get_close_reason()))
    got = []
    while ws.get_available_packet_count() > 0:
        got.append(ws.get_packet().get_string_from_utf8())
    return got


def process():
    while server.is_connection_available():
        ws = WebSocketPeer()
        ws.supported_protocols = ["other", "chat"]
        ws.accept_stream(server.take_connection())
        peers.append(P(ws, 0, ""))
    for p in peers:
        for text in watch(p):
            say(p, "got " + text)
            if text == "message 3":
                p.ws.close(4000, "enough")
            else:
                p.ws.send_text("echo " + text)
    for c in clients:
        for text in watch(c):
            say(c, "got " + text)
            if c.sent < 4:
                c.ws.send_text("message " + str(c.sent))
                c.sent += 1
        if c.last == WebSocketPeer.STATE_OPEN and c.sent == 0:
            c.ws.send_text("message 0")
            c.sent = 1
    done = sum(p.last == WebSocketPeer.STATE_CLOSED for p in peers + clients)
    if done == 4 or ticks_msec() > 8000:
        for n in sorted(lines):
            print_(n, ": ", lines[n])
        return False
    delay_msec(2)
    return True


ready()
while process():
    pass
