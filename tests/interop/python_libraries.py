"""Clients and echo servers of libraries in Python. Each is imported when it is first needed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.interop.ours import FRAGMENTS, MESSAGES, OUR_CLOSE, THEIR_CLOSE, Mode, Seen

ASK_TO_CLOSE = "close {} {}".format(*OUR_CLOSE)
LARGEST = 4 << 20
WHOLE = b"".join(FRAGMENTS)


def close_command(text: object) -> tuple[int, str] | None:
    """Code and reason, if a message asks for a close."""
    if not isinstance(text, str) or not text.startswith("close "):
        return None
    _, code, reason = text.split(" ", 2)
    return int(code), reason


# websockets ---------------------------------------------------------------------------------------


def websockets_client(url: str, mode: Mode) -> Seen:
    from websockets.exceptions import ConnectionClosed
    from websockets.sync.client import connect

    def connected() -> Any:
        return connect(
            url,
            ssl=mode.client_context(),
            subprotocols=["other", "chat"],  # type: ignore[list-item]
            compression="deflate" if mode.deflate else None,
            max_size=LARGEST,
        )

    seen = Seen()
    with connected() as client:
        seen.protocol = client.subprotocol or ""
        seen.compressed = bool(client.protocol.extensions)
        for message in MESSAGES:
            client.send(message)
            seen.echoes.append(client.recv() == message)
        client.send(iter(FRAGMENTS))
        seen.fragments = client.recv() == WHOLE
        seen.pong = client.ping(b"payload").wait(10)
        client.send(ASK_TO_CLOSE)
        try:
            client.recv()
        except ConnectionClosed as problem:
            if problem.rcvd is not None:
                seen.closed = problem.rcvd.code, problem.rcvd.reason
    with connected() as client:
        client.close(*THEIR_CLOSE)
    return seen


@contextmanager
def websockets_server(mode: Mode) -> Iterator[str]:
    from websockets.exceptions import ConnectionClosed
    from websockets.sync.server import serve

    def handle(connection: Any) -> None:
        try:
            for message in connection:
                if close := close_command(message):
                    connection.close(*close)
                elif message == "fragments":
                    connection.send(iter(FRAGMENTS))
                else:
                    connection.send(message)
        except ConnectionClosed:
            pass

    with serve(
        handle,
        "127.0.0.1",
        0,
        ssl=mode.server_context(),
        subprotocols=["chat"],  # type: ignore[list-item]
        compression="deflate" if mode.deflate else None,
        max_size=LARGEST,
    ) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"{mode.scheme}://localhost:{server.socket.getsockname()[1]}/x"
        server.shutdown()
        thread.join()


# aiohttp ------------------------------------------------------------------------------------------


def aiohttp_client(url: str, mode: Mode) -> Seen:
    return asyncio.run(_aiohttp_client(url, mode))


async def _aiohttp_client(url: str, mode: Mode) -> Seen:
    import aiohttp

    how: dict[str, Any] = {
        "protocols": ["other", "chat"],
        "compress": 15 if mode.deflate else 0,
        "max_msg_size": LARGEST,
        "autoping": False,
    }
    if mode.tls:
        how["ssl"] = mode.client_context()
    seen = Seen()
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(url, **how) as client:
            seen.protocol = client.protocol or ""
            seen.compressed = bool(client.compress)
            for message in MESSAGES:
                if isinstance(message, str):
                    await client.send_str(message)
                else:
                    await client.send_bytes(message)
                seen.echoes.append((await client.receive()).data == message)
            await client.ping(b"payload")
            seen.pong = tuple(await client.receive())[:2] == (aiohttp.WSMsgType.PONG, b"payload")
            await client.send_str(ASK_TO_CLOSE)
            last = await client.receive()
            seen.closed = last.data, last.extra or ""
        async with session.ws_connect(url, **how) as client:
            await client.close(code=THEIR_CLOSE[0], message=THEIR_CLOSE[1].encode())
    return seen


@contextmanager
def aiohttp_server(mode: Mode) -> Iterator[str]:
    from aiohttp import WSMsgType, web

    async def handle(request: web.Request) -> web.WebSocketResponse:
        response = web.WebSocketResponse(
            protocols=["chat"], compress=mode.deflate, max_msg_size=LARGEST
        )
        await response.prepare(request)
        async for message in response:
            if message.type is WSMsgType.BINARY:
                await response.send_bytes(message.data)
            elif close := close_command(message.data):
                await response.close(code=close[0], message=close[1].encode())
            else:
                await response.send_str(message.data)
        return response

    async def main() -> None:
        application = web.Application()
        application.router.add_get("/x", handle)
        runner = web.AppRunner(application)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=mode.server_context())
        await site.start()
        told["port"] = runner.addresses[0][1]
        ready.set()
        await asyncio.get_running_loop().run_in_executor(None, done.wait)
        await runner.cleanup()

    told: dict[str, int] = {}
    ready, done = threading.Event(), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(main()))
    thread.start()
    try:
        assert ready.wait(20)
        yield f"{mode.scheme}://localhost:{told['port']}/x"
    finally:
        done.set()
        thread.join()


# websocket-client ---------------------------------------------------------------------------------


def websocket_client_client(url: str, mode: Mode) -> Seen:
    import websocket

    def connected() -> Any:
        options = {"ca_certs": str(mode.tls / "certificate.pem")} if mode.tls else None
        return websocket.create_connection(
            url, subprotocols=["other", "chat"], sslopt=options, timeout=60
        )

    frame, abnf = websocket.ABNF.create_frame, websocket.ABNF
    seen = Seen()
    client = connected()
    seen.protocol = client.getsubprotocol() or ""
    for message in MESSAGES:
        client.send(message, abnf.OPCODE_TEXT if isinstance(message, str) else abnf.OPCODE_BINARY)
        opcode, data = client.recv_data()
        found = data.decode() if opcode == abnf.OPCODE_TEXT else bytes(data)
        seen.echoes.append(found == message)
    for number, part in enumerate(FRAGMENTS):
        opcode = abnf.OPCODE_CONT if number else abnf.OPCODE_BINARY
        client.send_frame(frame(part, opcode, int(number == len(FRAGMENTS) - 1)))
    seen.fragments = bytes(client.recv_data()[1]) == WHOLE
    client.ping(b"payload")
    seen.pong = client.recv_data(control_frame=True) == (abnf.OPCODE_PONG, b"payload")
    client.send(ASK_TO_CLOSE)
    opcode, data = client.recv_data(control_frame=True)
    if opcode == abnf.OPCODE_CLOSE:
        seen.closed = int.from_bytes(data[:2], "big"), bytes(data[2:]).decode()
    client.close()
    client.shutdown()
    client = connected()
    client.close(THEIR_CLOSE[0], THEIR_CLOSE[1].encode())
    client.shutdown()
    return seen
