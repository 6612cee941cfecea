from wire import *

lis = listener()
ready()
F = frame
sets = [
    [F(TEXT, b"abc", fin=0) + F(CONT, b"def")],
    [F(TEXT, b"abc", fin=0), F(CONT, b"def", fin=0), F(CONT, b"ghi")],
    [F(BIN, b"abc", fin=0) + F(CONT, b"") + F(TEXT, b"next")],
    [F(TEXT, b"", fin=0) + F(CONT, b"abc")],
    [
        F(TEXT, b"abc", fin=0)
        + F(CONT, b"def")
        + F(TEXT, b"next")
        + F(BIN, b"one", fin=0)
        + F(CONT, b"two", fin=0)
        + F(CONT, b"three")
    ],
    [F(TEXT, b"abc", fin=0) + F(PING) + F(CONT, b"def")],
    [F(TEXT, b"abc", fin=0) + F(PONG) + F(CONT, b"def") + F(TEXT, b"next")],
    [
        F(TEXT, b"abc", fin=0),
        F(PING),
        F(CONT, b"def", fin=0),
        F(PING),
        F(CONT, b"ghi") + F(BIN, b"next"),
    ],
    [F(TEXT, b"abc", fin=0) + F(CLOSE, close_payload(1000, b"bye")) + F(CONT, b"def")],
    [F(TEXT, b"a" * 200, fin=0) + F(CONT, b"b" * 200)],
]
for i, parts in enumerate(sets):
    c = server(lis)
    c.frame_in()
    log(i)
    for p in parts:
        c.raw(p)
        time.sleep(0.03)
    c.drain(0.5, "    got")
    c.shut()
