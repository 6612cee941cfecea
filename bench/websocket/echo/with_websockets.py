"""The asyncio server of the package `websockets`."""

from __future__ import annotations

import asyncio
import sys

from websockets.asyncio.server import ServerConnection, serve


async def echo(connection: ServerConnection) -> None:
    async for message in connection:
        await connection.send(message)


async def main() -> None:
    # No compression and no pings of its own, as on the other sides.
    async with serve(
        echo, "127.0.0.1", int(sys.argv[1]), compression=None, ping_interval=None, backlog=1024
    ) as server:
        await server.serve_forever()


asyncio.run(main())
