from wire import *

lis = listener()
ready()
c = server(lis)
for i in range(3):
    time.sleep(0.03)
    c.send(TEXT, b"number %d" % i)
    c.log_frame()
f = c.log_frame()
c.send(CLOSE, f[4])
c.log_frame(2, "then")
