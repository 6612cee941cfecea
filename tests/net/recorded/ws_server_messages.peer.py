from wire import *

ready()
for i in range(5):
    c = client()
    c.log_frame(2, "%d: got" % i)
    c.log_frame(2, "%d: got" % i)
    if i == 0:
        c.send(TEXT, b"hi")
        c.send(PING, b"ping")
        time.sleep(0.05)
        c.send(CLOSE, close_payload(1000, b"bye"))
    elif i == 1:
        c.send(TEXT, b"unmasked", mask=None)
    elif i == 2:
        c.send(TEXT, b"zero mask", mask=b"\0\0\0\0")
        time.sleep(0.05)
        c.send(CLOSE)
    elif i == 3:
        f = c.log_frame(2, "%d: got" % i)
        c.send(CLOSE, f[4])
    elif i == 4:
        c.send(TEXT, b"and drop")
        time.sleep(0.05)
        c.shut()
        break
    c.drain(2, "%d: got" % i)
    c.shut()
