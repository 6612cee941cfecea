"""The way to a web server: looking up, TCP, perhaps a proxy's tunnel, perhaps TLS."""

from __future__ import annotations

from engine.core.clock import Clock
from engine.core.error import ERR_CANT_RESOLVE, ERR_INVALID_PARAMETER, OK, Error
from engine.net._http_constants import Status
from engine.net._poller import poller
from engine.net.stream_peer import StreamPeer
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tls_options import TLSOptions

_REPLY_MAX = 16384  # bytes of a proxy's answer


class Route:
    """One connection, or the attempt at one.

    Args:
        clock: what the time-out of connecting goes by.
    """

    __slots__ = (
        "_clock",
        "_host",
        "_options",
        "_port",
        "_proxy",
        "_reply",
        "_status",
        "_tcp",
        "_tls",
        "_tunnel",
    )

    def __init__(self, clock: Clock | None) -> None:
        self._clock = clock
        self.end()

    def end(self) -> None:
        """Closes everything."""
        self._tcp: StreamPeerTCP | None = None
        self._tls: StreamPeerTLS | None = None
        self._options: TLSOptions | None = None
        self._proxy: tuple[str, int] | None = None
        self._tunnel = b""  # what is still to be said to the proxy
        self._reply: bytearray | None = None  # what it has answered so far
        self._host, self._port = "", -1
        self._status = Status.STATUS_DISCONNECTED

    def begin(
        self, host: str, port: int, options: TLSOptions | None, proxy: tuple[str, int] | None
    ) -> Error:
        """Begins to connect; `ERR_INVALID_PARAMETER` for a bad port."""
        self.end()
        self._options, self._proxy = options, proxy
        self._host = host
        self._port = port if port >= 0 else 80 if options is None else 443
        if proxy is not None and options is not None:
            place = f"{self._place()}:{self._port}"
            self._tunnel = f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n\r\n".encode()
            self._reply = bytearray()
        self._tcp = StreamPeerTCP(clock=self._clock)
        result = self._tcp.connect_to_host(*(proxy or (host, self._port)))
        self._status = Status.STATUS_CONNECTING
        if result is ERR_CANT_RESOLVE:  # known at once; told by the next poll, as in Godot
            self._status = Status.STATUS_RESOLVING
            self._tcp = None
        elif result is not OK:
            self._status = Status.STATUS_CANT_CONNECT
            return result if result is ERR_INVALID_PARAMETER else OK
        elif not self._tcp.get_connected_host():
            self._status = Status.STATUS_RESOLVING
        return OK

    def advance(self) -> None:
        """Goes on."""
        tcp = self._tcp
        if tcp is None:
            self._status = Status.STATUS_CANT_RESOLVE
            return
        if self._tls is not None:
            self._tls.poll()
            self._look_at_tls(self._tls)
            return
        result = tcp.poll()
        if tcp.get_status() == tcp.STATUS_CONNECTING:
            if tcp.get_connected_host():
                self._status = Status.STATUS_CONNECTING
        elif tcp.get_status() != tcp.STATUS_CONNECTED:
            resolved = result is not ERR_CANT_RESOLVE
            self._status = Status.STATUS_CANT_CONNECT if resolved else Status.STATUS_CANT_RESOLVE
        elif self._reply is None or self._tunnelled(tcp, self._reply):
            self._secure(tcp)

    def _tunnelled(self, tcp: StreamPeerTCP, reply: bytearray) -> bool:
        """Whether the proxy has let us through."""
        if self._tunnel:
            _, count = tcp._give(self._tunnel, False)
            self._tunnel = self._tunnel[count:]
        problem, data = tcp._take(_REPLY_MAX - len(reply), False)
        reply += data
        if b"\r\n\r\n" in reply:
            words = bytes(reply).split(b"\r\n", 1)[0].split(b" ")
            if len(words) > 1 and words[1] == b"200":
                self._reply = None
                return True
            problem = ERR_INVALID_PARAMETER
        if problem is not OK or len(reply) >= _REPLY_MAX:
            self._status = Status.STATUS_CANT_CONNECT
        return False

    def _secure(self, tcp: StreamPeerTCP) -> None:
        if self._options is None:
            self._status = Status.STATUS_CONNECTED
            return
        self._tls = StreamPeerTLS()
        self._tls.connect_to_stream(tcp, self._host, self._options)
        self._status = Status.STATUS_CONNECTING
        self._look_at_tls(self._tls)

    def _look_at_tls(self, tls: StreamPeerTLS) -> None:
        if tls.get_status() == tls.STATUS_CONNECTED:
            self._status = Status.STATUS_CONNECTED
        elif tls.get_status() != tls.STATUS_HANDSHAKING:
            self._status = Status.STATUS_TLS_HANDSHAKE_ERROR

    def status(self) -> Status:
        """`STATUS_RESOLVING` and so on, up to `STATUS_CONNECTED` or what has gone wrong."""
        return self._status

    @property
    def stream(self) -> StreamPeer | None:
        """What requests go over."""
        return self._tls or self._tcp

    def is_open(self) -> bool:
        """Whether bytes can be exchanged, as far as is known."""
        if self._tls is not None:
            return self._tls.get_status() == self._tls.STATUS_CONNECTED
        return self._tcp is not None and self._tcp.get_status() == self._tcp.STATUS_CONNECTED

    def alive(self) -> bool:
        """Whether the other side is still there."""
        if self._tls is not None and self.is_open():
            self._tls.poll()
        elif self._tcp is not None:
            self._tcp.poll()
        return self.is_open()

    def host_header(self) -> str:
        """What the header `Host` says."""
        usual = self._port == (80 if self._options is None else 443)
        return self._place() if usual else f"{self._place()}:{self._port}"

    def target(self, url: str) -> str:
        """What is asked for: of a proxy the whole URL."""
        if self._proxy is None or self._options is not None:
            return url
        return f"http://{self._place()}:{self._port}{url}"

    def _place(self) -> str:
        return f"[{self._host}]" if ":" in self._host else self._host

    @staticmethod
    def nap(seconds: float) -> None:
        """Sleeps until something has come, or not."""
        poller().wait(seconds)
