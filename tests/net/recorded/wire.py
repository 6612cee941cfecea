"""The scripted other end of a case: raw sockets, WebSocket frames built and read byte by byte (stdlib only).

A peer program NAME.peer.py does `from wire import *`. It takes its port from the environment variable PORT,
prints READY once it may be connected to (or, when it connects itself, at once), and then logs what it saw;
record.py keeps the log, without the READY line, as NAME.peer.out.
"""

import base64
import hashlib
import os
import socket
import struct
import sys
import time

PORT = int(os.environ["PORT"])
PORT2 = int(os.environ.get("PORT2", "0"))
GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
KEY = b"dGhlIHNhbXBsZSBub25jZQ=="
TEXT, BIN, CONT, CLOSE, PING, PONG = 1, 2, 0, 8, 9, 10
MASK = b"\x11\x22\x33\x44"


def log(*words):
    print(*words, flush=True)


def ready():
    log("READY")


def accept_for(key):
    return base64.b64encode(hashlib.sha1(key + GUID).digest())


def show(data):
    """Bytes as readable ASCII, long runs cut short."""
    if len(data) > 200:
        return "%s... (%d bytes, sha1 %s)" % (
            show(data[:24]),
            len(data),
            hashlib.sha1(data).hexdigest()[:12],
        )
    return repr(data)[1:]


def masked(payload, mask):
    return bytes(b ^ mask[i & 3] for i, b in enumerate(payload))


def frame(op, payload=b"", fin=1, rsv=0, mask=None, length=None, width=None):
    """One frame. length: what the header claims; width: 7, 16 or 64 to force the size of the length field."""
    n = len(payload) if length is None else length
    width = width or (7 if n < 126 else 16 if n < 65536 else 64)
    top = 0x80 if mask else 0
    head = bytes([(fin << 7) | (rsv << 4) | op])
    if width == 7:
        head += bytes([top | n])
    elif width == 16:
        head += bytes([top | 126]) + struct.pack("!H", n)
    else:
        head += bytes([top | 127]) + struct.pack("!Q", n)
    if mask:
        return head + mask + masked(payload, mask)
    return head + payload


def close_payload(code, reason=b""):
    return struct.pack("!H", code) + reason


class Conn:
    def __init__(self, sock, client):
        self.sock = sock
        self.client = client  # True: this end is the WebSocket client, so its frames are masked
        self.buf = b""
        self.over = None
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def frame(self, op, payload=b"", **kw):
        if self.client and "mask" not in kw:
            kw["mask"] = MASK
        return frame(op, payload, **kw)

    def send(self, op, payload=b"", **kw):
        self.raw(self.frame(op, payload, **kw))

    def raw(self, data):
        try:
            self.sock.sendall(data)
        except OSError as e:
            log("send failed:", type(e).__name__)

    def slow(self, data, gap=0.002, step=1):
        for i in range(0, len(data), step):
            self.raw(data[i : i + step])
            time.sleep(gap)

    def fill(self, timeout):
        """Reads once more. False when the stream is over or nothing came in time."""
        if self.over:
            return False
        self.sock.settimeout(timeout)
        try:
            d = self.sock.recv(1 << 20)
        except TimeoutError:
            return False
        except OSError:  # whether an end shows as FIN or RST is the system's affair: both are 'end'
            self.over = "end"
            return False
        if not d:
            self.over = "end"
            return False
        self.buf += d
        return True

    def until(self, mark, timeout=10):
        """Bytes up to and with mark, or what came before the end."""
        end = time.time() + timeout
        while mark not in self.buf:
            if not self.fill(max(0.01, end - time.time())) and (self.over or time.time() >= end):
                d, self.buf = self.buf, b""
                return d
        i = self.buf.index(mark) + len(mark)
        d, self.buf = self.buf[:i], self.buf[i:]
        return d

    def take(self, n, timeout=10):
        end = time.time() + timeout
        while len(self.buf) < n:
            if not self.fill(max(0.01, end - time.time())) and (self.over or time.time() >= end):
                return None
        d, self.buf = self.buf[:n], self.buf[n:]
        return d

    def frame_in(self, timeout=10):
        """The next frame as (fin, rsv, op, mask?, payload), or None when none came."""
        h = self.take(2, timeout)
        if h is None:
            return None
        n = h[1] & 127
        if n == 126:
            n = struct.unpack("!H", self.take(2, timeout))[0]
        elif n == 127:
            n = struct.unpack("!Q", self.take(8, timeout))[0]
        mask = self.take(4, timeout) if h[1] & 128 else None
        data = self.take(n, timeout)
        if data is None:
            log("frame cut short: op=%d length=%d" % (h[0] & 15, n))
            return None
        if mask:
            data = masked(data, mask)
        return h[0] >> 7, (h[0] >> 4) & 7, h[0] & 15, int(bool(mask)), data

    def log_frame(self, timeout=10, prefix="got"):
        f = self.frame_in(timeout)
        if f is None:
            log(prefix, "nothing" if not self.over else self.over)
            return None
        fin, rsv, op, mask, data = f
        if op == CLOSE and len(data) >= 2:
            log(
                "%s fin=%d rsv=%d op=%d mask=%d close %d %s"
                % (prefix, fin, rsv, op, mask, struct.unpack("!H", data[:2])[0], show(data[2:]))
            )
        else:
            log(
                "%s fin=%d rsv=%d op=%d mask=%d len=%d %s"
                % (prefix, fin, rsv, op, mask, len(data), show(data))
            )
        return f

    def drain(self, timeout=3, prefix="got"):
        """Logs every frame until the stream is over or silent for `timeout` seconds."""
        while True:
            if self.log_frame(timeout, prefix) is None:
                return

    def shut(self):
        """An orderly end of the TCP stream (FIN)."""
        self.sock.close()

    def reset(self):
        """An abortive end (RST)."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


def listener(host="127.0.0.1", port=None, family=None):
    s = socket.socket(
        family or (socket.AF_INET6 if ":" in host else socket.AF_INET), socket.SOCK_STREAM
    )
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if s.family == socket.AF_INET6:
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    s.bind((host, port or PORT))
    s.listen(64)
    s.settimeout(20)
    return s


def header(request, name):
    for line in request.split(b"\r\n")[1:]:
        k, _, v = line.partition(b":")
        if k.strip().lower() == name.lower():
            return v.strip()
    return None


def response(request, *extra):
    key = header(request, b"Sec-WebSocket-Key") or b""
    lines = [
        b"HTTP/1.1 101 Switching Protocols",
        b"Upgrade: websocket",
        b"Connection: Upgrade",
        b"Sec-WebSocket-Accept: " + accept_for(key),
    ]
    return b"\r\n".join(lines + list(extra) + [b"", b""])


def accept(lis):
    s, _ = lis.accept()
    return Conn(s, client=False)


def server(lis, *extra):
    """Accepts one connection and does the server's half of the opening handshake."""
    c = accept(lis)
    c.request = c.until(b"\r\n\r\n")
    c.raw(response(c.request, *extra))
    return c


def dial(host="127.0.0.1", port=None, tries=2000):
    for _ in range(tries):
        try:
            return Conn(socket.create_connection((host, port or PORT), timeout=10), client=True)
        except OSError:
            time.sleep(0.005)
    log("could not connect")
    sys.exit(0)


def request(path=b"/", *extra, version=b"13", key=KEY):
    lines = [
        b"GET " + path + b" HTTP/1.1",
        b"Host: 127.0.0.1:%d" % PORT,
        b"Upgrade: websocket",
        b"Connection: Upgrade",
        b"Sec-WebSocket-Key: " + key,
        b"Sec-WebSocket-Version: " + version,
    ]
    return b"\r\n".join(lines + list(extra) + [b"", b""])


def client(path=b"/", *extra):
    """Connects and does the client's half of the opening handshake."""
    c = dial()
    c.raw(request(path, *extra))
    c.response = c.until(b"\r\n\r\n")
    return c
