from wire import *

lis = listener()
ready()
for i in range(8):
    c = accept(lis)
    r = c.until(b"\r\n\r\n", 2)
    log(i, show(r.split(b"\r\n")[0]))
    if i < 2:
        c.log_frame(3)
        continue
    c.raw(response(r))
    if i == 3:
        c.log_frame(3)
        c.send(CLOSE, close_payload(4003, b"theirs"))
    f = c.log_frame(3)
    if f is None:
        continue
    if i == 2:
        c.send(CLOSE, f[4])
    if i == 5:
        c.shut()
        continue
    c.drain(3, "then")
    c.shut()
