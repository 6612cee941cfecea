from wire import *

lis = listener()
ready()
c = accept(lis)
c.take(1)
c.raw(b"12345")
c.take(1)
c.raw(b"abc")
time.sleep(0.4)
c.raw(b"def")
c.take(1)
c.raw(b"last")
c.shut()
for i in range(4, 10):
    c = accept(lis)
    d = c.take(1, 2)
    log("got", d)
    if i == 5:
        c.raw(b"some")
    if i in (6, 7):
        c.reset()
    elif i == 9:
        log("then", c.take(1, 2), c.over)
    else:
        c.shut()
