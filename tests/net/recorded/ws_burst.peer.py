from wire import *

lis = listener()
ready()
c = server(lis)
while True:
    f = c.frame_in(3)
    if f is None:
        break
    c.raw(b"".join(frame(TEXT, b"message %d" % i) for i in range(int(f[4]))))
