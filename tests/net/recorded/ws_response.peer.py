from wire import *

lis = listener()
ready()


def r(*lines, first=b"HTTP/1.1 101 Switching Protocols"):
    return b"\r\n".join((first,) + lines + (b"", b""))


U, C, A = b"Upgrade: websocket", b"Connection: Upgrade", b"Sec-WebSocket-Accept: ACCEPT"
P = b"Sec-WebSocket-Protocol: "
cases = [
    ("plain", r(U, C, A)),
    ("with a frame behind it", r(U, C, A) + frame(TEXT, b"hello")),
    (
        "names in small letters, values in capitals",
        r(b"upgrade: WEBSOCKET", b"connection: UPGRADE", b"sec-websocket-accept: ACCEPT"),
    ),
    (
        "no space after the colon, spaces at the end",
        r(b"Upgrade:websocket", b"Connection:  Upgrade  ", b"Sec-WebSocket-Accept:ACCEPT "),
    ),
    (
        "more headers",
        r(b"Server: x", b"Date: Mon, 01 Jan 2024 00:00:00 GMT", U, C, A, b"Set-Cookie: a=b; c"),
    ),
    ("no reason", r(U, C, A, first=b"HTTP/1.1 101")),
    ("another reason", r(U, C, A, first=b"HTTP/1.1 101 Web Socket Protocol Handshake")),
    ("two spaces", r(U, C, A, first=b"HTTP/1.1  101  x")),
    ("HTTP/1.0", r(U, C, A, first=b"HTTP/1.0 101 Switching Protocols")),
    ("HTTP/2", r(U, C, A, first=b"HTTP/2 101")),
    ("200", r(U, C, A, first=b"HTTP/1.1 200 OK")),
    (
        "404 with a body",
        r(
            b"Content-Type: text/plain",
            b"Content-Length: 9",
            b"Connection: close",
            first=b"HTTP/1.1 404 Not Found",
        )
        + b"not found",
    ),
    (
        "301",
        r(
            b"Location: ws://127.0.0.1:1/",
            b"Content-Length: 0",
            b"X: y",
            first=b"HTTP/1.1 301 Moved Permanently",
        ),
    ),
    (
        "401",
        r(
            b'WWW-Authenticate: Basic realm="x"',
            b"Content-Length: 0",
            b"X: y",
            first=b"HTTP/1.1 401 Unauthorized",
        ),
    ),
    ("503, two lines", r(b"Retry-After: 1", first=b"HTTP/1.1 503 Service Unavailable")),
    ("100 then 101", r(first=b"HTTP/1.1 100 Continue") + r(U, C, A)),
    ("wrong accept", r(U, C, b"Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=")),
    ("accept in small letters", r(U, C, b"Sec-WebSocket-Accept: accept_lower")),
    ("no accept", r(U, C, b"X: y")),
    ("no upgrade", r(C, A, b"X: y")),
    ("no connection", r(U, A, b"X: y")),
    ("a header with a blank value", r(U, C, A, b"X-Empty: ")),
    ("a header without a colon", r(U, C, A, b"nonsense")),
    ("a folded header", r(U, C, A, b"X: a", b" b: c")),
    ("only line feeds", r(U, C, A).replace(b"\r\n", b"\n")),
    ("an extension nobody asked for", r(U, C, A, b"Sec-WebSocket-Extensions: permessage-deflate")),
    ("a protocol nobody asked for", r(U, C, A, P + b"alpha")),
    # from here on the client asks for alpha and beta
    ("alpha", r(U, C, A, P + b"alpha")),
    ("beta", r(U, C, A, P + b"beta")),
    ("no protocol", r(U, C, A)),
    ("gamma", r(U, C, A, P + b"gamma")),
    ("Alpha", r(U, C, A, P + b"Alpha")),
    ("both", r(U, C, A, P + b"alpha", P + b"beta")),
]
for i, (what, data) in enumerate(cases):
    c = accept(lis)
    q = c.until(b"\r\n\r\n")
    key = accept_for(header(q, b"Sec-WebSocket-Key"))
    c.raw(data.replace(b"ACCEPT", key).replace(b"accept_lower", key.lower()))
    c.fill(1)
    log("%d: %s -> %s" % (i, what, show(c.buf) if c.buf else c.over))
    c.shut()
log(len(cases))
