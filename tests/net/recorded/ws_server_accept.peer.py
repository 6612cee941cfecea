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


def req(lines, first=b"GET /path?q=1 HTTP/1.1"):
    return b"\r\n".join([first] + lines + [b"", b""])


cases = [
    req(base),
    req(
        [
            b"host:x",
            b"UPGRADE:  WebSocket  ",
            b"connection:keep-alive, Upgrade",
            b"sec-websocket-key:  " + KEY + b" ",
            b"SEC-WEBSOCKET-VERSION:13",
        ]
    ),
    req(
        [
            b"Upgrade: websocket",
            b"Connection: whatever",
            b"Sec-WebSocket-Key: short",
            b"Sec-WebSocket-Version: 13",
        ]
    ),
    req(
        base
        + [
            b"Origin: http://evil.example",
            b"User-Agent: x",
            b"Cookie: a=b",
            b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
        ]
    ),
    req(base, b"GET http://127.0.0.1/abs HTTP/1.1"),
    req(base, b"GET   /spaces   HTTP/1.1   extra"),
    req(base),
    req(base + [b"Sec-WebSocket-Protocol: gamma, beta, alpha"]),
    req(base + [b"Sec-WebSocket-Protocol: gamma", b"Sec-WebSocket-Protocol:beta"]),
    req(base) + frame(TEXT, b"with the request", mask=MASK),
    req([b"Sec-WebSocket-Key: " + KEY, b"Sec-WebSocket-Key: second"] + base[:3] + base[4:]),
    req(base + [b"X: " + b"y" * 3800]),
]
for i, r in enumerate(cases):
    c = dial()
    c.raw(r)
    log("%d: %s" % (i, show(c.until(b"\r\n\r\n", 2))))
    c.fill(1)
    if c.buf:
        log("    more:", show(c.buf))
    log("   ", c.over)
    c.shut()
