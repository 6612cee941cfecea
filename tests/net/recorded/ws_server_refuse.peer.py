from wire import *

ready()
H = b"Host: 127.0.0.1:%d" % PORT
base = [
    H,
    b"Upgrade: websocket",
    b"Connection: Upgrade",
    b"Sec-WebSocket-Key: " + KEY,
    b"Sec-WebSocket-Version: 13",
]


def req(lines, first=b"GET / HTTP/1.1"):
    return b"\r\n".join([first] + lines + [b"", b""])


cases = [
    ("version 8", req(base[:4] + [b"Sec-WebSocket-Version: 8"])),
    ("no version", req(base[:4])),
    ("no key", req(base[:3] + base[4:])),
    ("no upgrade", req(base[:1] + base[2:])),
    ("upgrade h2c", req([H, b"Upgrade: h2c"] + base[2:])),
    ("two upgrades", req([H, b"Upgrade: websocket, h2c"] + base[2:])),
    ("no connection", req(base[:2] + base[3:])),
    ("POST", req(base, b"POST / HTTP/1.1")),
    ("HTTP/1.0", req(base, b"GET / HTTP/1.0")),
    ("HTTP/2", req(base, b"GET / HTTP/2")),
    ("get in small letters", req(base, b"get / HTTP/1.1")),
    ("header without a colon", req(base + [b"nonsense"])),
    ("protocol asked, none supported", req(base + [b"Sec-WebSocket-Protocol: alpha"])),
    ("unknown protocol", req(base + [b"Sec-WebSocket-Protocol: gamma, Alpha"])),
    ("no protocol asked, two supported", req(base)),
    ("plain GET", req([H])),
    ("only line feeds", req(base).replace(b"\r\n", b"\n")),
    ("not HTTP", b"\x16\x03\x01\x02\x00hello\r\n\r\n"),
]
for i, (what, r) in enumerate(cases):
    c = dial()
    c.raw(r)
    c.fill(1)
    log("%d: %s: got %s %s" % (i, what, show(c.buf), c.over))
    c.shut()
