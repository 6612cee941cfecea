from wire import *

lis = listener()
lis.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
ready()
c = accept(lis)
time.sleep(0.5)
n = 0
while c.fill(3):
    n += len(c.buf)
    if c.buf.endswith(b"y"):
        break
    c.buf = b""
c.raw(struct.pack("<Q", n))
c.fill(3)
