from wire import *

lis = listener()
ready()
F = frame
msgs = [
    F(TEXT, "grüß € \U0001f600".encode()),
    F(TEXT, b""),
    F(BIN, b"\xff\xfe"),
    F(TEXT, b"ok\xff"),
    F(TEXT, b"\xc0\xaf"),
    F(TEXT, b"\xed\xa0\x80"),
    F(TEXT, b"\xf4\x90\x80\x80"),
    F(TEXT, b"cut \xe2\x82"),
    F(TEXT, b"a\x00b"),
    F(TEXT, b"\xe2", fin=0) + F(CONT, b"\x82", fin=0) + F(CONT, b"\xac"),
]
for i, m in enumerate(msgs):
    c = server(lis)
    c.frame_in()
    log("%d: %s" % (i, show(m)))
    c.raw(m)
    c.drain(0.5, "    got")
    c.shut()
