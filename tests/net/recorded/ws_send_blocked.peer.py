from wire import *

lis = listener()
lis.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
ready()
c = server(lis)
time.sleep(2)
n, good = 0, True
while True:
    f = c.frame_in()
    if f is None:
        break
    if f[2] == TEXT:
        break
    if f[4]:
        good = good and len(f[4]) == 100000 and struct.unpack("<I", f[4][:4])[0] == n
    n += 1
log("in order", good, "count as told", f is not None and f[4] == b"sent %d" % n)
c.send(TEXT, b"got all" if good else b"lost some")
c.drain(1)
