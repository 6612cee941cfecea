"""A server and three clients in one window: `python -m engine combo.py`."""

from __future__ import annotations

from client import Client
from server import Server

from engine import Control, DisplayServer, HBoxContainer, VBoxContainer, export


class Combo(Control):
    """The server on the left, its clients on the right; they talk through real sockets.

    Without a window, where nobody can press a button, they connect by themselves.
    """

    automatic: bool = export(False)

    def __init__(self) -> None:
        super().__init__()
        self.automatic = DisplayServer.get_name() == "headless"
        self.set_anchors_preset(Control.PRESET_FULL_RECT)
        self.mouse_filter = Control.MOUSE_FILTER_PASS

        box = HBoxContainer()
        box.name = "Box"
        box.set_anchors_preset(Control.PRESET_FULL_RECT)
        self.add_child(box)
        clients = VBoxContainer()
        clients.name = "VBoxContainer"
        clients.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        for pane, name, parent in (
            (Server(), "Server", box),
            (clients, "VBoxContainer", box),
            (Client(), "Client", clients),
            (Client(), "Client2", clients),
            (Client(), "Client3", clients),
        ):
            pane.name = name
            pane.size_flags_horizontal = Control.SIZE_EXPAND_FILL
            pane.size_flags_vertical = Control.SIZE_EXPAND_FILL
            parent.add_child(pane)

    async def _ready(self) -> None:
        if not self.automatic:
            return
        server = self.get_node("Box/Server")
        server._listen.button_pressed = True
        for client in self.get_node("Box/VBoxContainer").get_children():
            client._connect.button_pressed = True
            await client._client.connected_to_server
            client._on_send_pressed()
