from wire import *

lis = listener()
ready()
F = frame
bad = [
    ("masked frame from a server", F(TEXT, b"hi", mask=MASK)),
    ("rsv1", F(TEXT, b"hi", rsv=4)),
    ("rsv2", F(TEXT, b"hi", rsv=2)),
    ("opcode 3", F(3, b"hi")),
    ("opcode 11", F(11, b"hi")),
    ("continuation first", F(CONT, b"hi")),
    ("fragmented ping", F(PING, b"hi", fin=0)),
    ("ping of 126 bytes", F(PING, b"x" * 126)),
    ("text inside a fragmented text", F(TEXT, b"a", fin=0) + F(TEXT, b"b")),
    ("16 bit length where 7 would do", F(TEXT, b"hi", width=16)),
    ("64 bit length where 7 would do", F(TEXT, b"hi", width=64)),
    ("64 bit length with the top bit", F(TEXT, b"", length=1 << 63, width=64)),
    ("close with a 1 byte body", F(CLOSE, b"\x03")),
    ("close 1005", F(CLOSE, close_payload(1005))),
    ("close with a reason that is not UTF-8", F(CLOSE, close_payload(1000, b"\xff\xfe"))),
    ("pong out of the blue", F(PONG, b"hi")),
]
for i, (what, data) in enumerate(bad):
    c = server(lis)
    f = c.frame_in()
    log("%d: %s" % (i, what))
    c.raw(data)
    c.drain(1, "    got")
    c.shut()
