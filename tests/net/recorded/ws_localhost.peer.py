# Listens on 127.0.0.1 only (PORT) and on ::1 only (PORT2).
import threading

from wire import *

four, six = listener(), listener("::1", PORT2)
log("READY")


def serve(lis, name):
    lis.settimeout(6)
    n = 0
    while True:
        try:
            c = accept(lis)
        except OSError:
            break
        r = c.until(b"\r\n\r\n", 2)
        logs.append("%s %d %s" % (name, n, show(header(r, b"Host") or b"")))
        n += 1
        c.raw(response(r))


logs = []
ts = [threading.Thread(target=serve, args=a) for a in ((four, "v4"), (six, "v6"))]
[t.start() for t in ts]
[t.join() for t in ts]
for line in sorted(logs):
    log(line)
