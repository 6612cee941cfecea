"""Server and client in one tree: two nodes that talk through a real socket."""

from client import Client
from server import Server

from engine import Node


class Both(Node):
    def _ready(self) -> None:
        self.add_child(Server())
        self.add_child(Client())
