from wire import *

lis = listener()
ready()
c = server(lis)
c.log_frame()
F = frame
c.raw(
    F(TEXT, b"one")
    + F(PING)
    + F(PING, b"a")
    + F(PING, b"\x00\xff" * 20)
    + F(TEXT, b"two")
    + F(PING, b"x" * 125)
    + F(PONG, b"?")
    + F(PONG)
    + F(TEXT, b"three")
)
c.drain(2)
