"""Other libraries' clients at our server, and ours at their servers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.interop import node, python_libraries
from tests.interop.ours import OUR_CLOSE, THEIR_CLOSE, Mode, Seen, check, exchange, our_server

CLIENTS: dict[str, Callable[[str, Mode], Seen]] = {
    "websockets": python_libraries.websockets_client,
    "aiohttp": python_libraries.aiohttp_client,
    "websocket": python_libraries.websocket_client_client,
    "node": node.node_client,
}
SERVERS: dict[str, Callable[[Mode], AbstractContextManager[str]]] = {
    "websockets": python_libraries.websockets_server,
    "aiohttp": python_libraries.aiohttp_server,
    "node": node.node_server,
}
CANNOT_COMPRESS = {"websocket"}
SENDS_FRAGMENTS = {"websockets", "node"}
# To a close frame; the others send it back as it is.
ANSWERS = {"aiohttp": (1000, ""), "websocket": (1000, "")}


def find(library: str, mode: Mode) -> None:
    """The test is skipped where a library is not installed."""
    if library == "node":
        node.modules()
    else:
        pytest.importorskip(library, reason=f"the package {library} is not installed")
    if mode.deflate and library in CANNOT_COMPRESS:
        pytest.skip(f"{library} cannot compress")


@pytest.mark.parametrize("library", CLIENTS)
def test_their_client(library: str, mode: Mode) -> None:
    find(library, mode)
    with our_server(mode) as server:
        check(CLIENTS[library](server.url, mode), mode)
        assert server.ended() == (*ANSWERS.get(library, OUR_CLOSE), "chat")
        assert server.ended() == (*THEIR_CLOSE, "chat")


@pytest.mark.parametrize("library", SERVERS)
def test_their_server(library: str, mode: Mode) -> None:
    find(library, mode)
    with SERVERS[library](mode) as url:
        exchange(url, mode, library in SENDS_FRAGMENTS, ANSWERS.get(library, OUR_CLOSE))
