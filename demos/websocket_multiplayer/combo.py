"""Four players in one window: `python -m engine combo.py`."""

from __future__ import annotations

from main import Main
from nodes import named

from engine import (
    Control,
    DisplayServer,
    GridContainer,
    MultiplayerAPI,
    NodePath,
    export,
    print_,
)

PLAYERS = {"Main": "Mina", "Main2": "Jun", "Main3": "Ada", "Main4": "Noor"}


class Combo(Control):
    """One of the panes hosts, the others join it; they talk through real sockets.

    Each has a multiplayer API of its own, so each is a peer by itself. Without a window, where
    nobody can press a button, they play by themselves.
    """

    port: int = export(8080)
    automatic: bool = export(False)

    def __init__(self) -> None:
        super().__init__()
        self.name = "Combo"
        self.automatic = DisplayServer.get_name() == "headless"
        self.paths: list[NodePath] = []
        self.set_anchors_preset(Control.PRESET_FULL_RECT)
        self.grid = named(GridContainer(), "GridContainer", self)
        self.grid.set_anchors_preset(Control.PRESET_FULL_RECT)
        self.grid.columns = 2
        for name, nick in PLAYERS.items():
            named(Main(), name, self.grid).nick = nick

    def _enter_tree(self) -> None:
        self.paths = [NodePath(f"{self.get_path()}/GridContainer/{name}") for name in PLAYERS]
        for path in self.paths:
            self.get_tree().set_multiplayer(MultiplayerAPI.create_default_interface(), path)
        for pane in self.grid.get_children():
            pane.port = self.port

    def _exit_tree(self) -> None:
        for path in self.paths:
            self.get_tree().set_multiplayer(None, path)

    def _ready(self) -> None:
        if not self.automatic:
            return
        host, *guests = self.grid.get_children()
        for pane in (host, *guests):
            pane.autoplay = True
        host.game.said.connect(print_)
        host.host_game()
        for guest in guests:
            guest.join_game()
