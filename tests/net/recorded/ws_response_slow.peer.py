from wire import *

lis = listener()
ready()
for i in range(4):
    c = accept(lis)
    q = c.until(b"\r\n\r\n")
    if i == 0:
        c.slow(response(q) + frame(TEXT, b"slow"), 0.002)
    elif i == 1:
        c.raw(response(q)[:-2])
    elif i == 2:
        c.raw(response(q, b"X: " + b"y" * 4000))
    c.log_frame(3, "%d:" % i)
    c.shut()
