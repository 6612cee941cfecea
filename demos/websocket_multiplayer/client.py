"""Joins a game at once: `python -m engine client.py`."""

from __future__ import annotations

from main import Main

from engine import DisplayServer, print_


class Client(Main):
    """Joins. Without a window it rolls by itself, and ends with the game."""

    def _ready(self) -> None:
        super()._ready()
        self.game.said.connect(print_)
        if DisplayServer.get_name() == "headless":
            self.autoplay = True
            self.multiplayer.server_disconnected.connect(self._end)
            self.multiplayer.connection_failed.connect(self._end)
        self.join_game()

    def _end(self) -> None:
        print_("Connection closed")
        self.get_tree().quit()
