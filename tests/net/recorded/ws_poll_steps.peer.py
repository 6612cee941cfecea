from wire import *

lis = listener()
ready()
c = server(lis)
c.log_frame()
c.raw(frame(TEXT, b"one") + frame(TEXT, b"two"))
f = c.log_frame()
c.send(CLOSE, f[4])
c.shut()
for i in range(2):
    d = dial(port=PORT2)
    d.raw(request() + (frame(TEXT, b"with the request", mask=MASK) if i else b""))
    d.until(b"\r\n\r\n")
    d.send(TEXT, b"after it")
    f = d.log_frame()
    d.send(CLOSE, f[4])
    d.log_frame()
    d.shut()
