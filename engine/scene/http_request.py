"""`HTTPRequest`: a node that asks a web server for something."""

from __future__ import annotations

from collections.abc import Iterable

from engine.core import message_queue, output
from engine.core.accessors import accessors
from engine.core.error import ERR_BUSY, ERR_UNCONFIGURED, OK, Error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_string_array import PackedStringArray
from engine.core.signal import Signal
from engine.net._bytes import BytesLike, bytes_of
from engine.net._http_constants import Status
from engine.net._http_transfer import HttpTransfer, Response, TransferSettings
from engine.net._http_transfer import Result as RequestResult
from engine.net.tls_options import TLSOptions
from engine.scene._node_names import count_helpers
from engine.scene._node_state import INTERNAL
from engine.scene.node import Node

_NOT_INSIDE = 'Condition "!is_inside_tree()" is true. Returning: ERR_UNCONFIGURED'
_BUSY = (
    "HTTPRequest is processing a request. Wait for completion or cancel it before attempting a "
    "new one."
)
_UNDER_WAY = 'Condition "get_http_client_status() != HTTPClient::STATUS_DISCONNECTED" is true.'


class HTTPRequest(Node):
    """Asks for one thing at a time, and tells by a signal what has come of it.

        request = HTTPRequest()
        self.add_child(request)
        request.request("https://example.com/scores.json")
        result, code, headers, body = await request.request_completed

    It works while it is inside the tree, a bit in each frame, and reads as fast as the data comes.

    Signals: `request_completed(result, response_code, headers, body)`.
    """

    Result = RequestResult
    RESULT_SUCCESS = RequestResult.RESULT_SUCCESS
    RESULT_CHUNKED_BODY_SIZE_MISMATCH = RequestResult.RESULT_CHUNKED_BODY_SIZE_MISMATCH
    RESULT_CANT_CONNECT = RequestResult.RESULT_CANT_CONNECT
    RESULT_CANT_RESOLVE = RequestResult.RESULT_CANT_RESOLVE
    RESULT_CONNECTION_ERROR = RequestResult.RESULT_CONNECTION_ERROR
    RESULT_TLS_HANDSHAKE_ERROR = RequestResult.RESULT_TLS_HANDSHAKE_ERROR
    RESULT_NO_RESPONSE = RequestResult.RESULT_NO_RESPONSE
    RESULT_BODY_SIZE_LIMIT_EXCEEDED = RequestResult.RESULT_BODY_SIZE_LIMIT_EXCEEDED
    RESULT_BODY_DECOMPRESS_FAILED = RequestResult.RESULT_BODY_DECOMPRESS_FAILED
    RESULT_REQUEST_FAILED = RequestResult.RESULT_REQUEST_FAILED
    RESULT_DOWNLOAD_FILE_CANT_OPEN = RequestResult.RESULT_DOWNLOAD_FILE_CANT_OPEN
    RESULT_DOWNLOAD_FILE_WRITE_ERROR = RequestResult.RESULT_DOWNLOAD_FILE_WRITE_ERROR
    RESULT_REDIRECT_LIMIT_REACHED = RequestResult.RESULT_REDIRECT_LIMIT_REACHED
    RESULT_TIMEOUT = RequestResult.RESULT_TIMEOUT

    request_completed = Signal(int, int, PackedStringArray, PackedByteArray)

    _stored = (
        "download_file",
        "download_chunk_size",
        "use_threads",
        "accept_gzip",
        "body_size_limit",
        "max_redirects",
        "timeout",
    )
    _own = ("_settings", "_timeout", "_transfer", "_use_threads", "_waited")

    def __new__(cls, *args: object, **kwargs: object) -> HTTPRequest:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: HTTPRequest = super().__new__(cls)
        self._settings = TransferSettings()
        self._transfer = HttpTransfer(self._settings)
        self._timeout = 0.0
        self._waited = 0.0
        count_helpers(1)  # a timer
        return self

    _settings: TransferSettings
    _transfer: HttpTransfer
    _timeout: float
    _waited: float  # seconds since the request began
    _use_threads: bool = False

    # Requests ------------------------------------------------------------------------------------

    def request(
        self,
        url: str,
        custom_headers: Iterable[str] = (),
        method: int = 0,
        request_data: str = "",
    ) -> Error:
        """Begins a request; `request_completed` tells of its end.

        Args:
            url: `http://` or `https://`.
            custom_headers: header lines, `Name: value`.
            method: `HTTPClient.METHOD_*`.
            request_data: text to be sent with it.

        Returns:
            `OK`; `ERR_UNCONFIGURED` outside the tree; `ERR_BUSY` while a request is under way;
            `ERR_INVALID_PARAMETER` for a bad URL.
        """
        data = str(request_data).encode("utf-8", "replace")
        return self.request_raw(url, custom_headers, method, data)

    def request_raw(
        self,
        url: str,
        custom_headers: Iterable[str] = (),
        method: int = 0,
        request_data_raw: BytesLike = b"",
    ) -> Error:
        """Begins a request with bytes; see `request`."""
        if self._tree is None:
            output.error(_NOT_INSIDE)
            return ERR_UNCONFIGURED
        if self._transfer.active:
            output.error(_BUSY)
            return ERR_BUSY
        headers = [str(line) for line in custom_headers]
        body = bytes(bytes_of(request_data_raw, "request_raw"))
        result = self._transfer.begin(str(url), int(method), headers, body)
        if result is OK:
            self._waited = 0.0
            self._switch(INTERNAL, True)
        return result

    def cancel_request(self) -> None:
        """Stops the request that is under way; nothing more is heard of it."""
        self._transfer.end()
        self._switch(INTERNAL, False)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == Node.NOTIFICATION_EXIT_TREE:
            self.cancel_request()

    def _internal_process(self, delta: float) -> None:
        transfer = self._transfer
        result = transfer.step() if transfer.active else None
        if result is None and transfer.active and self._timeout > 0.0:
            self._waited += delta
            if self._waited >= self._timeout:
                transfer.response = Response()
                result = RequestResult.RESULT_TIMEOUT
        if result is not None:
            self.cancel_request()
            message_queue.push(self._report, (result, transfer.response))

    def _report(self, result: RequestResult, response: Response) -> None:
        headers, body = PackedStringArray(response.headers), PackedByteArray(response.body)
        self._emit_if_heard("request_completed", result, response.code, headers, body)

    # What is known of it -------------------------------------------------------------------------

    def get_http_client_status(self) -> Status:
        """Where the connection stands, `HTTPClient.STATUS_*`."""
        return self._transfer.client.get_status()

    def get_body_size(self) -> int:
        """Bytes of the body as it is sent; -1 when that is not known."""
        return self._transfer.body_size

    def get_downloaded_bytes(self) -> int:
        """Bytes of the body that have come."""
        return self._transfer.downloaded

    # Settings ------------------------------------------------------------------------------------

    @property
    def download_file(self) -> str:
        """Where the body goes to, instead of into `request_completed`."""
        return self._settings.download_file

    @download_file.setter
    def download_file(self, path: str) -> None:
        if self._is_free():
            self._settings.download_file = str(path)

    def get_download_file(self) -> str:
        """The value of `download_file`."""
        return self.download_file

    def set_download_file(self, path: str) -> None:
        """Sets `download_file`."""
        self.download_file = path

    @property
    def download_chunk_size(self) -> int:
        """Bytes that are read at once: 256 to 16 MiB."""
        return self._transfer.client.read_chunk_size

    @download_chunk_size.setter
    def download_chunk_size(self, size: int) -> None:
        if self._is_free():
            self._transfer.client.read_chunk_size = size

    def get_download_chunk_size(self) -> int:
        """The value of `download_chunk_size`."""
        return self.download_chunk_size

    def set_download_chunk_size(self, chunk_size: int) -> None:
        """Sets `download_chunk_size`."""
        self.download_chunk_size = chunk_size

    def _is_free(self) -> bool:
        if self._transfer.active:
            output.error(_UNDER_WAY)
        return not self._transfer.active

    def is_using_threads(self) -> bool:
        """The value of `use_threads`."""
        return self._use_threads

    def set_use_threads(self, enable: bool) -> None:
        """Sets `use_threads`."""
        if self._is_free():
            self._use_threads = bool(enable)

    use_threads = accessors(is_using_threads, set_use_threads)
    """Of no account: nothing here waits for the network."""

    @property
    def accept_gzip(self) -> bool:
        """Whether compressed bodies are asked for, and decompressed."""
        return self._settings.accept_gzip

    @accept_gzip.setter
    def accept_gzip(self, enable: bool) -> None:
        self._settings.accept_gzip = bool(enable)

    def is_accepting_gzip(self) -> bool:
        """The value of `accept_gzip`."""
        return self.accept_gzip

    def set_accept_gzip(self, enable: bool) -> None:
        """Sets `accept_gzip`."""
        self.accept_gzip = enable

    @property
    def body_size_limit(self) -> int:
        """Bytes of the body at most, decompressed; negative: any number."""
        return self._settings.body_size_limit

    @body_size_limit.setter
    def body_size_limit(self, size: int) -> None:
        if self._is_free():
            self._settings.body_size_limit = int(size)

    def get_body_size_limit(self) -> int:
        """The value of `body_size_limit`."""
        return self.body_size_limit

    def set_body_size_limit(self, bytes_: int) -> None:
        """Sets `body_size_limit`."""
        self.body_size_limit = bytes_

    @property
    def max_redirects(self) -> int:
        """How many redirects are followed; negative: any number."""
        return self._settings.max_redirects

    @max_redirects.setter
    def max_redirects(self, amount: int) -> None:
        self._settings.max_redirects = int(amount)

    def get_max_redirects(self) -> int:
        """The value of `max_redirects`."""
        return self.max_redirects

    def set_max_redirects(self, amount: int) -> None:
        """Sets `max_redirects`."""
        self.max_redirects = amount

    @property
    def timeout(self) -> float:
        """Seconds that a request may take; 0: as long as it likes."""
        return self._timeout

    @timeout.setter
    def timeout(self, seconds: float) -> None:
        if seconds < 0.0:
            output.error('Condition "p_timeout < 0" is true.')
        else:
            self._timeout = float(seconds)

    def get_timeout(self) -> float:
        """The value of `timeout`."""
        return self._timeout

    def set_timeout(self, timeout: float) -> None:
        """Sets `timeout`."""
        self.timeout = timeout

    def set_tls_options(self, client_options: TLSOptions) -> None:
        """What `https://` is to be like; by default `TLSOptions.client()`."""
        if client_options is None or client_options.is_server():
            output.error('Condition "p_options.is_null() || p_options->is_server()" is true.')
        else:
            self._settings.tls_options = client_options

    def set_http_proxy(self, host: str, port: int) -> None:
        """Has `http://` go by a proxy; none with "" or -1."""
        self._transfer.client.set_http_proxy(host, port)

    def set_https_proxy(self, host: str, port: int) -> None:
        """Has `https://` go by a proxy; none with "" or -1."""
        self._transfer.client.set_https_proxy(host, port)
