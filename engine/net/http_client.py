"""`HTTPClient`: a connection to a web server, one request after the other.

    client = HTTPClient()
    client.connect_to_host("https://example.com")
    while client.get_status() in (client.STATUS_RESOLVING, client.STATUS_CONNECTING):
        client.poll()
    client.request(client.METHOD_GET, "/", [])
    while client.get_status() == client.STATUS_REQUESTING:
        client.poll()
    while client.get_status() == client.STATUS_BODY:
        client.poll()
        data += client.read_response_body_chunk()

`_http_session` reads the responses; here are the connection, the states and the script's view.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from engine.core._lazy import lazy
from engine.core._public_names import version
from engine.core.clock import Clock
from engine.core.error import (
    ERR_CANT_CONNECT,
    ERR_CANT_RESOLVE,
    ERR_CONNECTION_ERROR,
    ERR_FILE_EOF,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    OK,
    Error,
)
from engine.core.os import OS
from engine.core.output import error
from engine.core.packed_array import PackedArray
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_string_array import PackedStringArray
from engine.core.print import str_
from engine.net._bytes import BytesLike, bytes_of
from engine.net._http_constants import Method, Status, _HttpConstants
from engine.net._http_route import Route
from engine.net._statistics import HTTPStatistics, StreamStatistics
from engine.net.stream_peer import StreamPeer
from engine.net.tls_options import TLSOptions

if TYPE_CHECKING:
    from engine.net import _http_session
else:
    _http_session = lazy("engine.net._http_session")  # it loads h11

_HOST_MIN = 4
_CHUNK_MIN, _CHUNK_MAX = 256, 1 << 24
_HEAD_SIZE = 4096  # bytes that are read at once while the headers are awaited
_NAP = 0.05  # seconds between two looks of a client that blocks

_SERVER_OPTIONS = (
    'Condition "tls_options.is_valid() && tls_options->is_server()" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)
_NO_HOST = 'Condition "conn_host.length() < HOST_MIN_LEN" is true. Returning: ERR_INVALID_PARAMETER'
_NOT_CONNECTED = 'Condition "status != STATUS_CONNECTED" is true. Returning: ERR_INVALID_PARAMETER'
_BAD_TARGET = (
    'Condition "!_check_request_url(p_method, p_url)" is true. Returning: ERR_INVALID_PARAMETER'
)
_NO_BODY = 'Condition "status != STATUS_BODY" is true. Returning: PackedByteArray()'
_BAD_SIZE = 'Condition "p_size < 256 || p_size > (1 << 24)" is true.'

_TROUBLE = {
    Status.STATUS_DISCONNECTED: ERR_UNCONFIGURED,
    Status.STATUS_CANT_RESOLVE: ERR_CANT_RESOLVE,
    Status.STATUS_CANT_CONNECT: ERR_CANT_CONNECT,
    Status.STATUS_CONNECTION_ERROR: ERR_CONNECTION_ERROR,
    Status.STATUS_TLS_HANDSHAKE_ERROR: ERR_CONNECTION_ERROR,
}


class HTTPClient(_HttpConstants):
    """Talks to a web server; nothing happens by itself, so call `poll` regularly.

    Responses that Godot cannot read are read here: chunked ones with a trailer, those that end with
    the connection, and those without a body in spite of their headers.

    Args:
        clock: what the time-out of connecting goes by; by default the engine's.
    """

    __slots__ = (
        "_blocks",
        "_chunk_size",
        "_dropped",
        "_head",
        "_proxies",
        "_requests",
        "_route",
        "_session",
        "_status",
        "_stream",
        "_unsent",
    )

    def __init__(self, *, clock: Clock | None = None) -> None:
        super().__init__()
        self._route = Route(clock)
        self._stream: StreamPeer | None = None
        self._session = _http_session.HttpSession()
        self._status = Status.STATUS_DISCONNECTED
        self._unsent = b""
        self._requests = 0
        self._head: list[str] = []
        self._chunk_size = 65536
        self._blocks = False
        self._dropped = False  # the last read met an error, not an orderly end
        self._proxies: dict[bool, tuple[str, int]] = {}

    # Connecting ----------------------------------------------------------------------------------

    def connect_to_host(
        self, host: str, port: int = -1, tls_options: TLSOptions | None = None
    ) -> Error:
        """Begins to connect.

        Args:
            host: a name or an address; `http://` or `https://` in front decides about TLS.
            port: by default 80, or 443 with TLS.
            tls_options: for TLS.

        Returns:
            `OK` when it is under way; `ERR_INVALID_PARAMETER` for what is no host or port, or for
            options of a server.
        """
        if tls_options is not None and tls_options.is_server():
            error(_SERVER_OPTIONS)
            return ERR_INVALID_PARAMETER
        self.close()
        scheme, sign, rest = host.partition("://")
        if sign and scheme.lower() in ("http", "https"):
            host = rest
            secure = scheme.lower() == "https"
            tls_options = (tls_options or TLSOptions.client()) if secure else None
        if len(host) < _HOST_MIN:
            error(_NO_HOST)
            return ERR_INVALID_PARAMETER
        proxy = self._proxies.get(tls_options is not None)
        self._status = Status.STATUS_CONNECTING
        result = self._route.begin(host.strip("[]"), port, tls_options, proxy)
        self._status = self._route.status()
        return result

    def close(self) -> None:
        """Ends the connection, and forgets the response."""
        self._route.end()
        self._stream = None
        self._session = _http_session.HttpSession()
        self._status = Status.STATUS_DISCONNECTED
        self._unsent = b""
        self._head = []

    @property
    def connection(self) -> StreamPeer | None:
        """The stream that is used; another one, connected by the script, can be set."""
        return self._stream or self._route.stream

    @connection.setter
    def connection(self, connection: StreamPeer | None) -> None:
        if not isinstance(connection, StreamPeer):
            error("Connection is not a reference to a valid StreamPeer object.")
        elif connection is not self.connection:
            self.close()
            self._stream = connection
            self._status = Status.STATUS_CONNECTED

    def get_connection(self) -> StreamPeer | None:
        """The value of `connection`."""
        return self.connection

    def set_connection(self, connection: StreamPeer | None) -> None:
        """Sets `connection`."""
        self.connection = connection

    def set_http_proxy(self, host: str, port: int) -> None:
        """Has requests without TLS go by a proxy; none with "" or -1."""
        self._set_proxy(False, host, port)

    def set_https_proxy(self, host: str, port: int) -> None:
        """Has connections with TLS go by a proxy; none with "" or -1."""
        self._set_proxy(True, host, port)

    def _set_proxy(self, secure: bool, host: str, port: int) -> None:
        self._proxies.pop(secure, None)
        if host and port != -1:
            self._proxies[secure] = host, port

    # Requests ------------------------------------------------------------------------------------

    def request(self, method: int, url: str, headers: Iterable[str], body: str = "") -> Error:
        """Begins a request; `poll` sends it.

        Args:
            method: `METHOD_*`.
            url: what is asked for, from the first slash on.
            headers: header lines, `Name: value`.
            body: text to be sent with it.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` when the status is not `STATUS_CONNECTED`, or for bad
            arguments.
        """
        return self.request_raw(method, url, headers, str(body).encode("utf-8", "replace"))

    def request_raw(self, method: int, url: str, headers: Iterable[str], body: BytesLike) -> Error:
        """Begins a request with bytes; see `request`."""
        if isinstance(headers, str):
            raise TypeError("request() takes a list of header lines, not a str")
        lines = [str(line) for line in headers]
        problem = self._request_problem(method, url, lines)
        if problem:
            error(problem)
            return ERR_INVALID_PARAMETER
        route = self._route
        self._requests += 1
        self._session.begin(method)
        self._unsent = _http_session.build_request(
            method,
            route.target(url),
            lines,
            bytes(bytes_of(body, "request_raw")),
            route.host_header(),
            f"Scenetick/{version()} ({OS.get_name()})",
        )
        self._head = []
        self._status = Status.STATUS_REQUESTING
        return OK

    def _request_problem(self, method: int, url: str, lines: list[str]) -> str:
        if not 0 <= method < Method.METHOD_MAX:
            return f"Index p_method = {method & 0xFFFFFFFF} is out of bounds (METHOD_MAX = 9)."
        if _http_session.bad_target(method, url):
            return _BAD_TARGET
        if self._status is not Status.STATUS_CONNECTED:
            return _NOT_CONNECTED
        return _http_session.bad_header(lines)

    def _send(self) -> bool:
        """Writes as much of the request as is taken now; whether that was the last of it."""
        stream = self.connection
        if self._unsent and stream is not None:
            problem, count = stream._give(self._unsent, False)
            if problem is not OK:
                self._fail()
                return False
            self._unsent = self._unsent[count:]
        return not self._unsent

    def poll(self) -> Error:
        """Goes on with connecting, sending, and waiting for the response.

        Returns:
            `OK`, or what is the matter: `ERR_UNCONFIGURED`, `ERR_CANT_RESOLVE`, `ERR_CANT_CONNECT`
            or `ERR_CONNECTION_ERROR`.
        """
        result = self._step()
        while self._blocks and self._status is Status.STATUS_REQUESTING:
            self._route.nap(_NAP)
            result = self._step()
        return result

    def _step(self) -> Error:
        status = self._status
        if status in (Status.STATUS_RESOLVING, Status.STATUS_CONNECTING):
            self._route.advance()
            self._status = self._route.status()
            if self._status in _TROUBLE:
                self._route.end()
            return _TROUBLE.get(self._status, OK)
        if status is Status.STATUS_CONNECTED and self._stream is None and not self._route.alive():
            self._fail()
        elif status is Status.STATUS_REQUESTING and self._send():
            self._await_response()
        elif status is Status.STATUS_BODY and self._is_cut():
            self._fail()
        return _TROUBLE.get(self._status, OK)

    def _is_cut(self) -> bool:
        """Whether the other side has gone, with less than it announced."""
        session = self._session
        if self._stream is not None or session.complete or session.waiting():
            return False
        return not session.reading_to_the_end and not self._route.alive()

    def _await_response(self) -> None:
        session = self._session
        while not session.code and not session.failed:
            data = self._receive(_HEAD_SIZE)
            if data is None:
                return
            session.feed(data)
        if session.failed and not session.code:
            self._fail()
            return
        self._head = session.headers
        nothing = session.complete and not session.framed
        self._status = Status.STATUS_CONNECTED if nothing else Status.STATUS_BODY

    def _receive(self, size: int) -> bytes | None:
        """Reads what is there; None: nothing now, `b""`: the end, or an error."""
        stream = self.connection
        if stream is None or (self._stream is None and not self._route.is_open()):
            return b""
        problem, data = stream._take(size, False)
        self._dropped = problem not in (OK, ERR_FILE_EOF)
        return data if data or problem is not OK else None

    def _fail(self) -> None:
        self.close()
        self._status = Status.STATUS_CONNECTION_ERROR

    # Responses -----------------------------------------------------------------------------------

    def read_response_body_chunk(self) -> PackedByteArray:
        """Takes what has come of the body, at most `read_chunk_size` bytes, or nothing yet.

        With the last of it the status becomes `STATUS_CONNECTED`; or `STATUS_DISCONNECTED`, where
        the connection has ended, too.
        """
        if self._status is not Status.STATUS_BODY:
            error(_NO_BODY)
            return PackedByteArray()
        data = self._read_body()
        while self._blocks and not data and self._status is Status.STATUS_BODY:
            self._route.nap(_NAP)
            data = self._read_body()
        return PackedByteArray(data)

    def _read_body(self) -> bytes:
        session = self._session
        while session.waiting() < self._chunk_size and not (session.complete or session.failed):
            received = self._receive(self._chunk_size - session.waiting())
            if received is None:
                break
            session.feed(received)
        data = session.take(self._chunk_size)
        if session.waiting():
            return data
        if session.failed:
            if session.chunked or self._dropped:
                self._fail()
            else:
                self.close()
        elif session.complete and session.reading_to_the_end:
            self.close()
        elif session.complete:
            self._status = Status.STATUS_CONNECTED
        return data

    def get_status(self) -> Status:
        """Where it stands, as of the last call."""
        return self._status

    def has_response(self) -> bool:
        """Whether there are headers that were not taken yet."""
        return bool(self._head)

    def is_response_chunked(self) -> bool:
        """Whether the body comes in chunks."""
        return self._session.chunked

    def get_response_code(self) -> int:
        """What the server answered, such as `RESPONSE_OK`; 0 while it has not."""
        return self._session.code

    def get_response_headers(self) -> PackedStringArray:
        """The header lines, `Name: value`; they are handed out once."""
        head, self._head = self._head, []
        return PackedStringArray(head)

    def get_response_headers_as_dictionary(self) -> dict[str, str]:
        """The headers by name; they are handed out once."""
        head, self._head = self._head, []
        parts = (line.partition(":") for line in head)
        return {name.strip(): value.strip() for name, colon, value in parts if colon}

    def get_response_body_length(self) -> int:
        """Bytes of the body; -1 when that is not known."""
        session = self._session
        return 0 if session.framed and session.headless else session.length

    # Settings ------------------------------------------------------------------------------------

    @property
    def blocking_mode_enabled(self) -> bool:
        """Whether `poll` waits for the headers of a response, and reading for its body."""
        return self._blocks

    @blocking_mode_enabled.setter
    def blocking_mode_enabled(self, enabled: bool) -> None:
        self._blocks = bool(enabled)

    def is_blocking_mode_enabled(self) -> bool:
        """The value of `blocking_mode_enabled`."""
        return self._blocks

    def set_blocking_mode(self, enabled: bool) -> None:
        """Sets `blocking_mode_enabled`."""
        self._blocks = bool(enabled)

    @property
    def read_chunk_size(self) -> int:
        """Bytes that are taken at once at most: 256 to 16 MiB."""
        return self._chunk_size

    @read_chunk_size.setter
    def read_chunk_size(self, size: int) -> None:
        if _CHUNK_MIN <= size <= _CHUNK_MAX:
            self._chunk_size = int(size)
        else:
            error(_BAD_SIZE)

    def get_read_chunk_size(self) -> int:
        """The value of `read_chunk_size`."""
        return self._chunk_size

    def set_read_chunk_size(self, bytes_: int) -> None:
        """Sets `read_chunk_size`."""
        self.read_chunk_size = bytes_

    def statistics(self) -> HTTPStatistics:
        """What the connection has carried, and how many requests were begun."""
        stream = self.connection
        carried = StreamStatistics() if stream is None else stream.statistics()
        return HTTPStatistics(
            carried.bytes_in, carried.bytes_out, len(self._unsent), self._requests
        )

    def query_string_from_dict(self, fields: Mapping[Any, Any]) -> str:
        """`key=value&key=value`, escaped; a list gives several, None a key alone."""
        parts: list[str] = []
        for key, value in fields.items():
            name = quote(str_(key), safe="")
            if value is None:
                parts.append(name)
                continue
            several = isinstance(value, list | tuple) and not isinstance(value, PackedArray)
            values = value if several else [value]
            parts += [f"{name}={quote(str_(one), safe='')}" for one in values]
        return "&".join(parts)
