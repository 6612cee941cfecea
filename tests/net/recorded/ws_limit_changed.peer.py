from wire import *

lis = listener()
ready()
for i in range(2):
    c = server(lis)
    while True:
        f = c.frame_in(2)
        if f is None or f[2] == CLOSE:
            break
        if f[2] == TEXT:
            c.send(BIN, b"x" * int(f[4]))
    c.shut()
