"""One download: a request, the redirects it leads to, and the body, whole or into a file.

`step` is called each frame and answers with a `Result` when it is over. A status is acted upon in
the frame after it came about, as in Godot:

    disconnected, cannot connect, ...   the result says so
    connected                           the request goes out; later: a response without a body
    body                                a redirect is followed; else the body is read, bit by bit
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from enum import IntEnum
from urllib.parse import urljoin

from engine.core.error import ERR_INVALID_PARAMETER, OK, Error
from engine.core.file_access import FileAccess
from engine.core.output import error
from engine.net._http_constants import Status
from engine.net._http_url import HttpUrl, parse_http_url
from engine.net.http_client import HTTPClient
from engine.net.tls_options import TLSOptions

_CHUNKS_MAX = 64  # a step ends, however fast the other side sends
_GZIP_OR_ZLIB = 47  # zlib finds out which it is
_SECRETS = ("authorization", "cookie", "proxy-authorization")  # not for another host
_ENCODINGS = ("gzip", "deflate")


class Result(IntEnum):
    """How a request has ended."""

    RESULT_SUCCESS = 0
    RESULT_CHUNKED_BODY_SIZE_MISMATCH = 1
    RESULT_CANT_CONNECT = 2
    RESULT_CANT_RESOLVE = 3
    RESULT_CONNECTION_ERROR = 4
    RESULT_TLS_HANDSHAKE_ERROR = 5
    RESULT_NO_RESPONSE = 6
    RESULT_BODY_SIZE_LIMIT_EXCEEDED = 7
    RESULT_BODY_DECOMPRESS_FAILED = 8
    RESULT_REQUEST_FAILED = 9
    RESULT_DOWNLOAD_FILE_CANT_OPEN = 10
    RESULT_DOWNLOAD_FILE_WRITE_ERROR = 11
    RESULT_REDIRECT_LIMIT_REACHED = 12
    RESULT_TIMEOUT = 13


_ENDINGS = {
    Status.STATUS_DISCONNECTED: Result.RESULT_CANT_CONNECT,
    Status.STATUS_CANT_RESOLVE: Result.RESULT_CANT_RESOLVE,
    Status.STATUS_CANT_CONNECT: Result.RESULT_CANT_CONNECT,
    Status.STATUS_CONNECTION_ERROR: Result.RESULT_CONNECTION_ERROR,
    Status.STATUS_TLS_HANDSHAKE_ERROR: Result.RESULT_TLS_HANDSHAKE_ERROR,
}


@dataclass(slots=True)
class TransferSettings:
    """What a node's properties say.

    Attributes:
        accept_gzip: whether compressed bodies are asked for, and decompressed.
        body_size_limit: bytes of the body at most; negative: any number.
        download_file: where the body goes to; "" keeps it in memory.
        max_redirects: how many are followed; negative: any number.
        tls_options: for `https://`.
    """

    accept_gzip: bool = True
    body_size_limit: int = -1
    download_file: str = ""
    max_redirects: int = 8
    tls_options: TLSOptions | None = None


@dataclass(slots=True)
class _Request:
    url: HttpUrl
    method: int
    headers: list[str]
    body: bytes
    redirects: int = 0


@dataclass(slots=True)
class Response:
    """What has come.

    Attributes:
        code: the status.
        headers: the header lines.
        body: the body, unless it went to a file.
    """

    code: int = 0
    headers: list[str] = field(default_factory=list)
    body: bytearray = field(default_factory=bytearray)


class HttpTransfer:
    """One request at a time.

    Args:
        settings: read again for each request.

    Attributes:
        client: the connection.
        response: what has come so far.
        body_size: bytes of the body as it is sent; -1 when that is not known.
        downloaded: bytes of it that have come.
        active: whether a request is under way.
    """

    __slots__ = (
        "_file",
        "_request",
        "_sent",
        "_settings",
        "_size",
        "_told",
        "_unpacker",
        "active",
        "body_size",
        "client",
        "downloaded",
        "response",
    )

    def __init__(self, settings: TransferSettings) -> None:
        self._settings = settings
        self.client = HTTPClient()
        self.active = False
        self._request: _Request | None = None
        self._forget()

    def _forget(self) -> None:
        self.response = Response()
        self.body_size = -1
        self.downloaded = 0
        self._size = 0  # bytes of the body, decompressed
        self._sent = self._told = False
        self._file: FileAccess | None = None
        self._unpacker: zlib._Decompress | None = None

    def begin(self, url: str, method: int, headers: list[str], body: bytes) -> Error:
        """Begins; `ERR_INVALID_PARAMETER` for a bad URL."""
        parts = parse_http_url(url)
        if isinstance(parts, str):
            error(parts)
            return ERR_INVALID_PARAMETER
        lines = list(headers)
        if self._settings.accept_gzip and "accept-encoding" not in map(_name_of, lines):
            lines.append("Accept-Encoding: gzip, deflate")
        return self._connect(_Request(parts, method, lines, body))

    def _connect(self, request: _Request) -> Error:
        self.client.close()
        self._forget()
        self._request = request
        options = None
        if request.url.secure:
            options = self._settings.tls_options or TLSOptions.client()
        result = self.client.connect_to_host(request.url.host, request.url.port, options)
        self.active = result is OK
        return result

    def end(self) -> None:
        """Stops, done or not; what has come stays."""
        self.client.close()
        self.active = False
        if self._file is not None:
            self._file.close()
            self._file = None

    def step(self) -> Result | None:
        """Goes on; None: it is not over yet."""
        result = self._advance()
        if result is not None:
            self.end()
            if result in _WITHOUT_RESPONSE:
                self.response = Response()
            elif result is not Result.RESULT_SUCCESS:
                self.response.body.clear()
        return result

    def _advance(self) -> Result | None:
        client = self.client
        status = client.get_status()
        if status is Status.STATUS_CONNECTED and not self._sent:
            return self._send()
        if status not in _ENDINGS and status is not Status.STATUS_CONNECTED:
            client.poll()
            if status is not Status.STATUS_BODY:
                return None
            status = client.get_status()
        if status in _ENDINGS:
            return _ENDINGS[status]
        if not self._told:
            self._told = True
            redirected = self._hear()
            if redirected is not None or not self.active or not self._told:
                return redirected
        return self._read()

    def _send(self) -> Result | None:
        request = self._request
        assert request is not None
        self._sent = True
        result = self.client.request_raw(
            request.method, request.url.target, request.headers, request.body
        )
        return None if result is OK else Result.RESULT_CONNECTION_ERROR

    # The response --------------------------------------------------------------------------------

    def _hear(self) -> Result | None:
        """Looks at the headers, and follows them elsewhere."""
        client, settings = self.client, self._settings
        self.response.code = client.get_response_code()
        self.response.headers = list(client.get_response_headers())
        location = self._header("location")
        if self.response.code in (301, 302) and location:
            return self._follow(location)
        length = client.get_response_body_length()
        if settings.body_size_limit >= 0 and length > settings.body_size_limit:
            self.body_size = length
            return Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED
        self.body_size = length or -1
        if settings.accept_gzip and self._header("content-encoding").lower() in _ENCODINGS:
            self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
        if settings.download_file:
            self._file = FileAccess.open(settings.download_file, FileAccess.WRITE)
            if self._file is None:
                return Result.RESULT_DOWNLOAD_FILE_CANT_OPEN
        return None

    def _header(self, name: str) -> str:
        for line in self.response.headers:
            if _name_of(line) == name:
                return line.partition(":")[2].strip()
        return ""

    def _follow(self, location: str) -> Result | None:
        """Asks for what the server points to: as `GET`, without a body."""
        before, settings = self._request, self._settings
        assert before is not None
        if 0 <= settings.max_redirects <= before.redirects:
            return Result.RESULT_REDIRECT_LIMIT_REACHED
        url = parse_http_url(urljoin(before.url.whole, location))
        if isinstance(url, str):
            error(url)
            return Result.RESULT_CONNECTION_ERROR
        headers, method, body = before.headers, before.method, before.body
        if method not in (HTTPClient.METHOD_GET, HTTPClient.METHOD_HEAD):
            method, body = HTTPClient.METHOD_GET, b""
            headers = [line for line in headers if not _name_of(line).startswith("content-")]
        if url.place != before.url.place:
            headers = [line for line in headers if _name_of(line) not in _SECRETS]
        request = _Request(url, method, headers, body, before.redirects + 1)
        return None if self._connect(request) is OK else Result.RESULT_CONNECTION_ERROR

    # The body ------------------------------------------------------------------------------------

    def _read(self) -> Result | None:
        client = self.client
        for _ in range(_CHUNKS_MAX):
            if client.get_status() is not Status.STATUS_BODY:
                return self._finish(client.get_status())
            to_the_end = not client.is_response_chunked() and client.get_response_body_length() < 0
            data = bytes(client.read_response_body_chunk())
            self.downloaded += len(data)
            problem = self._keep(data)
            if problem is not None:
                return problem
            if to_the_end and client.get_status() is Status.STATUS_DISCONNECTED:
                return self._finish(Status.STATUS_CONNECTED)
            if not data and client.get_status() is Status.STATUS_BODY:
                return None
        return None

    def _keep(self, data: bytes) -> Result | None:
        """Decompresses data, and puts it where it belongs."""
        limit = self._settings.body_size_limit
        if self._unpacker is not None:
            try:
                # With a limit no more is unpacked than it takes to see that it is exceeded.
                most = max(limit + 1 - self._size, 1) if limit >= 0 else 0
                data = self._unpacker.decompress(data, most)
            except zlib.error:
                return Result.RESULT_BODY_DECOMPRESS_FAILED
        self._size += len(data)
        if 0 <= limit < self._size:
            return Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED
        if self._file is None:
            self.response.body += data
        elif not self._file.store_buffer(data):
            return Result.RESULT_DOWNLOAD_FILE_WRITE_ERROR
        return None

    def _finish(self, status: Status) -> Result:
        if status is not Status.STATUS_CONNECTED:
            return _ENDINGS.get(status, Result.RESULT_CONNECTION_ERROR)
        if self._unpacker is not None and self.downloaded and not self._unpacker.eof:
            return Result.RESULT_BODY_DECOMPRESS_FAILED
        return Result.RESULT_SUCCESS


_WITHOUT_RESPONSE = (
    Result.RESULT_CANT_CONNECT,
    Result.RESULT_CANT_RESOLVE,
    Result.RESULT_CONNECTION_ERROR,
    Result.RESULT_TLS_HANDSHAKE_ERROR,
)


def _name_of(line: str) -> str:
    return line.partition(":")[0].strip().lower()
