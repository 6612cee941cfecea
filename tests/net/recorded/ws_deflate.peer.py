import zlib

from wire import *


def deflated(text):
    z = zlib.compressobj(wbits=-15)
    return (z.compress(text) + z.flush(zlib.Z_SYNC_FLUSH))[:-4]


lis = listener()
ready()
for i in range(2):
    c = server(lis, b"Sec-WebSocket-Extensions: permessage-deflate")
    log("offered", header(c.request, b"Sec-WebSocket-Extensions"))
    c.send(TEXT, deflated(b"compressed"), rsv=4)
    c.drain(2)
    c.shut()
c = dial(port=PORT2)
c.raw(request(b"/", b"Sec-WebSocket-Extensions: permessage-deflate"))
log("taken up", header(c.until(b"\r\n\r\n"), b"Sec-WebSocket-Extensions"))
c.send(TEXT, deflated(b"compressed"), rsv=4)
c.drain(2)
