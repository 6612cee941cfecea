from wire import *
import gzip, threading
lis = listener()
ready()
lis.settimeout(15)
def serve(c):
    while True:
        r = c.until(b'\r\n\r\n', 4)
        if r.startswith(b'QUIT'):
            os._exit(0)
        if b'\r\n\r\n' not in r:
            return
        n = int(header(r, b'Content-Length') or 0)
        body = c.take(n, 3) if n else b''
        m, path = r.split(b' ')[:2]
        b, extra, code = b'', [], b'200 OK'
        if path == b'/hello': b = b'hello'
        elif path == b'/echo': b = m + b' ' + body + b' ' + (header(r, b'X-Own') or b'-') + b' ' + (header(r, b'Accept-Encoding') or b'-')
        elif path.startswith(b'/r30'): code = path[2:5] + b' Moved'; extra = [b'Location: /echo']
        elif path == b'/abs': code = b'302 Found'; extra = [b'Location: http://127.0.0.1:%d/hello' % PORT]
        elif path == b'/loop': code = b'302 Found'; extra = [b'Location: /loop']
        elif path == b'/noloc': code = b'302 Found'
        elif path == b'/gzip': b = gzip.compress(b'zipped ' * 100, mtime=0); extra = [b'Content-Encoding: gzip']
        elif path == b'/badgzip': b = b'not gzip at all'; extra = [b'Content-Encoding: gzip']
        elif path == b'/big': b = b'x' * 200000
        elif path == b'/missing': code = b'404 Not Found'; b = b'nothing here'
        elif path == b'/silent':
            time.sleep(3); c.shut(); return
        elif path == b'/drop': c.shut(); return
        elif path == b'/half': c.raw(b'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'); time.sleep(.1); c.shut(); return
        elif path == b'/chunked':
            c.raw(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
            for i in range(5): c.raw(b'5\r\npart' + str(i).encode() + b'\r\n'); time.sleep(.03)
            c.raw(b'0\r\n\r\n'); continue
        elif path == b'/chunkedbig':
            c.raw(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
            for i in range(30): c.raw(b'1000\r\n' + b'z' * 4096 + b'\r\n')
            c.raw(b'0\r\n\r\n'); continue
        elif path == b'/none': code = b'204 No Content'
        c.raw(b'\r\n'.join([b'HTTP/1.1 ' + code, b'Content-Length: %d' % len(b)] + extra + [b'', b'']) + b)
while True:
    try:
        c = accept(lis)
    except OSError:
        break
    threading.Thread(target=serve, args=(c,), daemon=True).start()
