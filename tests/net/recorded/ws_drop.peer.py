from wire import *

lis = listener()
ready()
for i in range(8):
    c = accept(lis)
    if i == 0:
        c.shut()
        continue
    r = c.until(b"\r\n\r\n")
    log(i, show(r.split(b"\r\n")[0]))
    if i == 1:
        c.shut()
        continue
    if i == 2:
        c.reset()
        continue
    if i == 3:
        c.raw(response(r)[:40])
        c.shut()
        continue
    c.raw(response(r))
    c.log_frame()
    if i == 4:
        c.shut()
    elif i == 5:
        c.reset()
    elif i == 6:
        c.raw(c.frame(TEXT, b"hello")[:4])
        c.shut()
    elif i == 7:
        c.sock.shutdown(socket.SHUT_WR)
        c.drain()
