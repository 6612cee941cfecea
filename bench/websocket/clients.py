"""Idle clients: `python -m bench.websocket.clients PORT COUNT` holds open connections.

It says "open" when all are, then throws away what comes, until its standard input ends.
"""

from __future__ import annotations

import selectors
import sys

from bench.websocket.load import open_many


def main() -> None:
    port, count = int(sys.argv[1]), int(sys.argv[2])
    selector = selectors.DefaultSelector()
    for one in open_many(port, count):
        one.socket.setblocking(False)
        selector.register(one.socket, selectors.EVENT_READ)
    print("open", flush=True)
    selector.register(sys.stdin, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            if key.fileobj is sys.stdin:
                return
            key.fileobj.recv(0x10000)  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
