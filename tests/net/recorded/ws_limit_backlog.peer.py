from wire import *

lis = listener()
ready()
F = frame
for i, data in enumerate(
    [
        F(BIN, b"x" * 300) * 10,
        F(BIN, b"x" * 10) * 10,
        F(BIN, b"x" * 10) * 10,
        F(BIN, b"x" * 10) * 10,
        F(BIN, b"x" * 150) * 4,
    ]
):
    c = server(lis)
    c.frame_in()
    c.raw(data)
    c.drain(0.6, "%d:" % i)
    c.shut()
