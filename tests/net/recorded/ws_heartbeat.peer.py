from wire import *

lis = listener()
ready()
for i in range(5):
    c = server(lis)
    first = True
    while True:
        f = c.frame_in(4)
        if f is None:
            break
        if first:
            log(i, "first", f)
            first = False
        c.send(TEXT, b"ping seen")
        if i != 3:
            c.send(PONG, f[4])
    log(i, c.over or "quiet")
