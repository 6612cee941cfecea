"""Bare wsproto on a selector: one connection object each, and nothing around it."""

from __future__ import annotations

import selectors
import socket
import sys

from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, BytesMessage, CloseConnection, Ping, Request

selector = selectors.DefaultSelector()


class Peer:
    def __init__(self, connection: socket.socket) -> None:
        connection.setblocking(False)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = connection
        self.protocol = WSConnection(ConnectionType.SERVER)
        self.unwritten = b""
        self.parts: list[bytes] = []
        selector.register(connection, selectors.EVENT_READ, self.ready)

    def ready(self, mask: int) -> None:
        replies = [self.unwritten]
        if mask & selectors.EVENT_READ:
            try:
                data = self.socket.recv(65536)
            except ConnectionError:
                data = b""
            self.protocol.receive_data(data or None)
            for event in self.protocol.events():
                if isinstance(event, Request):
                    replies.append(self.protocol.send(AcceptConnection()))
                elif isinstance(event, BytesMessage):
                    self.parts.append(event.data)
                    if event.message_finished:
                        whole = BytesMessage(data=b"".join(self.parts))
                        replies.append(self.protocol.send(whole))
                        self.parts.clear()
                elif isinstance(event, Ping):
                    replies.append(self.protocol.send(event.response()))
                elif isinstance(event, CloseConnection):
                    selector.unregister(self.socket)
                    self.socket.close()
                    return
        self.write(b"".join(replies))

    def write(self, data: bytes) -> None:
        try:
            count = self.socket.send(data) if data else 0
        except BlockingIOError:
            count = 0
        waited = bool(self.unwritten)
        self.unwritten = data[count:]
        if waited != bool(self.unwritten):
            writing = selectors.EVENT_WRITE if self.unwritten else 0
            selector.modify(self.socket, selectors.EVENT_READ | writing, self.ready)


def main() -> None:
    listening = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=1024)
    listening.setblocking(False)
    selector.register(listening, selectors.EVENT_READ, lambda _: Peer(listening.accept()[0]))
    while True:
        for key, mask in selector.select():
            key.data(mask)


main()
