from wire import *

lis = listener()
ready()
F = frame
msgs = [
    ("65534", F(BIN, b"x" * 65534)),
    ("65535", F(BIN, b"x" * 65535)),
    ("65536", F(BIN, b"x" * 65536)),
    ("70000", F(BIN, b"x" * 70000)),
    ("32768 + 32767", F(BIN, b"x" * 32768, fin=0) + F(CONT, b"y" * 32767)),
    ("100", F(BIN, b"x" * 100)),
    ("101", F(BIN, b"x" * 101)),
    ("60 + 40", F(BIN, b"x" * 60, fin=0) + F(CONT, b"y" * 40)),
    ("127", F(BIN, b"x" * 127)),
    ("128", F(BIN, b"x" * 128)),
    ("129", F(BIN, b"x" * 129)),
    ("1000", F(BIN, b"x" * 1000)),
    ("1001", F(BIN, b"x" * 1001)),
    ("600 then 600", F(BIN, b"x" * 600) * 2),
    ("5 of 400", F(BIN, b"x" * 400) * 5),
    ("65536", F(BIN, b"x" * 65536)),
    ("65537", F(BIN, b"x" * 65537)),
]
for i, (what, data) in enumerate(msgs):
    c = server(lis)
    c.frame_in()
    log("%d: %s" % (i, what))
    c.raw(data)
    c.drain(0.6, "    got")
    c.shut()
