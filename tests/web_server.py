"""A web server for tests: each path is answered with bytes made by hand; requests are kept."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from types import TracebackType

ZIPPED = gzip.compress(b"zipped" * 10, mtime=0)


def plain(body: bytes, *headers: bytes, status: bytes = b"200 OK") -> bytes:
    length = b"Content-Length: %d" % len(body)
    return b"\r\n".join([b"HTTP/1.1 " + status, *headers, length, b"", body])


def moved(place: bytes, status: bytes = b"301 M") -> bytes:
    return plain(b"", b"Location: " + place, status=status)


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
# CLOSE at the end: the connection ends there. HANG: nothing more comes.
ANSWERS = {
    b"/plain": plain(b"hello", b"X-A: 1", b"x-b:2", b"X-A:  3 "),
    b"/chunked": CHUNKED + b"5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n",
    b"/trailer": CHUNKED + b"5\r\nhello\r\n0\r\nTrailer: t\r\n\r\n",
    b"/eof": b"HTTP/1.1 200 OK\r\n\r\nuntil the end!CLOSE",
    b"/close": plain(b"hello", b"Connection: close") + b"CLOSE",
    b"/short": b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhelloCLOSE",
    b"/empty": plain(b""),
    b"/204": b"HTTP/1.1 204 No Content\r\n\r\n",
    b"/304": b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
    b"/404": plain(b"gone", status=b"404 Not Found"),
    b"/http10": b"HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhelloCLOSE",
    b"/100": b"HTTP/1.1 100 Continue\r\n\r\n" + plain(b"hello"),
    b"/rubbish": b"rubbish\r\n\r\nCLOSE",
    b"/nothing": b"CLOSE",
    b"/lf": b"HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
    b"/badchunk": CHUNKED + b"zz\r\nhello\r\n0\r\n\r\n",
    b"/chunkcut": CHUNKED + b"5\r\nhelCLOSE",
    b"/badlen": b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nhelloCLOSE",
    b"/endless": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 30_000 + b"HANG",
    b"/moved": moved(b"/plain", b"302 Found"),
    b"/moved/there": moved(b"http://localhost:PORT/echo"),
    b"/moved/near": moved(b"here"),
    b"/moved/here": plain(b"here"),
    b"/moved/bad": moved(b"ftp://x/"),
    b"/moved/303": moved(b"/plain", b"303 S"),
    b"/moved/307": moved(b"/plain", b"307 T"),
    b"/moved/nowhere": plain(b"abc", status=b"301 M"),
    b"/loop": moved(b"/loop"),
    b"/gzip": plain(ZIPPED, b"Content-Encoding: gzip"),
    b"/gzipcut": plain(ZIPPED[:-9], b"Content-Encoding: gzip"),
    b"/badgzip": plain(b"hello", b"Content-Encoding: gzip"),
    b"/bomb": plain(gzip.compress(bytes(20_000_000)), b"Content-Encoding: gzip"),
    b"/big": plain(b"x" * 300_000),
    b"/bigchunk": CHUNKED + (b"7530\r\n" + b"y" * 30_000 + b"\r\n") * 5 + b"0\r\n\r\n",
    b"/slow": b"HANG",
    b"/half": b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhelloHANG",
}


class WebServer:
    """Runs in threads of its own until the end of the `with`.

    Args:
        context: for TLS.

    Attributes:
        port: where it listens.
        requests: the requests that came, as bytes.
    """

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.requests: list[bytes] = []
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    def __enter__(self) -> WebServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._threads[0].join(10)
        for one in self._open:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # it has gone already
        for thread in self._threads:
            thread.join(10)
        for one in self._open:
            one.close()

    def _start(self, work: object, *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                taken, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(taken)
            self._start(self._serve, taken)

    def _serve(self, taken: socket.socket) -> None:
        try:
            if self._context is not None:
                taken = self._context.wrap_socket(taken, server_side=True)
                self._open.append(taken)
            taken.settimeout(20)
            data = b""
            while self._answer(taken, data):
                data = b""
        except OSError:
            pass
        taken.close()

    def _answer(self, taken: socket.socket, data: bytes) -> bool:
        """Answers a request; false: that was the last one."""
        while b"\r\n\r\n" not in data:
            data += taken.recv(65536) or _gone()
        head, _, body = data.partition(b"\r\n\r\n")
        length = 0
        for line in head.split(b"\r\n"):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        while len(body) < length:
            body += taken.recv(65536) or _gone()
        request = head + b"\r\n\r\n" + body
        self.requests.append(request)
        method, path = head.split(b" ")[:2]
        answer = ANSWERS.get(path.split(b"?")[0], plain(request))
        answer = answer.replace(b"PORT", b"%d" % self.port)
        if method == b"HEAD":
            answer = answer.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        for end in (b"CLOSE", b"HANG"):
            if answer.endswith(end):
                taken.sendall(answer.removesuffix(end))
                if end == b"HANG":
                    taken.recv(1)
                return False
        taken.sendall(answer)
        return True


def _gone() -> bytes:
    raise ConnectionResetError("the client has gone")
