from wire import *
import gzip
lis = listener()
ready()
BODY = b'0123456789' * 10
def answer(path, r):
    if path == b'/length': return b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX-A: 1\r\nx-a: 2\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n' + BODY
    if path == b'/chunked': return b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n' + b'a\r\n0123456789\r\n' * 3 + b'5\r\nabcde\r\n0\r\n\r\n'
    if path == b'/none': return b'HTTP/1.1 204 No Content\r\n\r\n'
    if path == b'/notmod': return b'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n'
    if path == b'/empty': return b'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
    if path == b'/missing': return b'HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone'
    if path == b'/error': return b'HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\nConnection: keep-alive\r\n\r\noops'
    if path == b'/echo': return b'HTTP/1.1 201 Created\r\nContent-Length: %d\r\n\r\n' % len(r) + r
    if path == b'/close': return b'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n' + BODY
    if path == b'/ten': return b'HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nold'
    if path == b'/odd': return b'HTTP/1.1 299 Some Thing Odd\r\nContent-Length: 2\r\nX-Empty:\r\n\r\nok'
    return b'HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n'
lis.settimeout(15)
while True:
    try:
        c = accept(lis)
    except OSError:
        break
    log('connection')
    while True:
        r = c.until(b'\r\n\r\n', 3)
        if r.startswith(b'QUIT'):
            os._exit(0)
        if b'\r\n\r\n' not in r:
            log('end')
            break
        n = int(header(r, b'Content-Length') or 0)
        body = c.take(n, 3) if n else b''
        log(show(b'\r\n'.join(l for l in r.split(b'\r\n') if b'User-Agent: G' not in l and b'User-Agent: S' not in l)), show(body))
        path = r.split(b' ')[1]
        a = answer(path, r + body)
        if r.startswith(b'HEAD'): a = a.split(b'\r\n\r\n')[0] + b'\r\n\r\n'
        c.raw(a)
        if path in (b'/close', b'/ten'):
            c.shut()
            break
