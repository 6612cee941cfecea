from wire import *

lis = listener()
ready()
for i in range(10):
    c = server(lis)
    f = c.frame_in()
    if f and f[2] == TEXT:
        n, size = map(int, f[4].split(b" of "))
        c.raw(frame(BIN, b"x" * size) * n)
    c.frame_in(2)
    c.shut()
