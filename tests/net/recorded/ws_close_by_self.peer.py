from wire import *

lis = listener()
ready()
for i in range(21):
    c = server(lis)
    f = c.log_frame(2, "%d:" % i)
    if f and f[2] == CLOSE:
        c.send(CLOSE, f[4])
        c.log_frame(2, "    then")
    c.shut()
