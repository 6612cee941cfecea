from wire import *

lis = listener()
ready()
lis.settimeout(6)
while True:
    try:
        c = accept(lis)
    except OSError:
        break
    r = c.until(b'\r\n\r\n')
    log('---')
    for line in r.split(b'\r\n'):
        if line.startswith(b'Sec-WebSocket-Key: '):
            key = line[19:]
            line = b'Sec-WebSocket-Key: KEY (%d characters, %d bytes)' % (len(key), len(base64.b64decode(key)))
        log(show(line))
    p = header(r, b'Sec-WebSocket-Protocol')
    c.raw(response(r, *([b'Sec-WebSocket-Protocol: ' + p.split(b',')[0]] if p else [])))
    f = c.frame_in()
    c.send(CLOSE, f[4] if f else b'')
    c.shut()
