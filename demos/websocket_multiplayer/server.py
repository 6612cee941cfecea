"""A game that is open at once: `python -m engine --headless server.py`."""

from __future__ import annotations

from main import Main

from engine import OK, DisplayServer, export, print_, push_error


class Server(Main):
    """Hosts. Without a window nobody sits there, so it only sees to the others' game."""

    plays: bool = export(DisplayServer.get_name() != "headless")

    def _ready(self) -> None:
        super()._ready()
        self.game.said.connect(print_)
        self.multiplayer.peer_connected.connect(lambda who: print_(f"Player {who} joined"))
        self.multiplayer.peer_disconnected.connect(lambda who: print_(f"Player {who} left"))
        if self.host_game(self.plays) != OK:
            push_error(f"Unable to listen on port {self.port}.")
            self.get_tree().quit(1)
            return
        print_(f"Listening on port {self.port}")
