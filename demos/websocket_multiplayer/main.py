"""Host a game or join one, in a window: `python -m engine main.py`."""

from __future__ import annotations

from game import Game
from nodes import named

from engine import (
    OK,
    OS,
    AcceptDialog,
    Button,
    Control,
    Error,
    HBoxContainer,
    Label,
    LineEdit,
    Node,
    PackedStringArray,
    Panel,
    Rect2i,
    VBoxContainer,
    Vector2i,
    WebSocketMultiplayerPeer,
    export,
)

PROTOCOL = "ludus"
MARGIN = 20.0
DIALOG = Vector2i(200, 100)


class Main(Control):
    """The rows to host and to join with, and the game below them."""

    port: int = export(8080)
    host: str = export("localhost")  # whom to join: a name, name:port, or a whole address
    nick: str = export("")
    autoplay: bool = export(False)  # rolls whenever it is its turn
    thinking: float = export(0.5)  # for so many seconds before

    def __init__(self) -> None:
        super().__init__()
        self.name = "Main"
        self.peer = WebSocketMultiplayerPeer()
        self.peer.supported_protocols = PackedStringArray([PROTOCOL])
        self.set_anchors_preset(Control.PRESET_FULL_RECT)
        self.size_flags_horizontal = self.size_flags_vertical = Control.SIZE_EXPAND_FILL

        panel = named(Panel(), "Panel", self)
        panel.set_anchors_preset(Control.PRESET_FULL_RECT)
        box = named(VBoxContainer(), "VBoxContainer", panel)
        box.set_anchors_and_offsets_preset(
            Control.PRESET_FULL_RECT, Control.PRESET_MODE_MINSIZE, int(MARGIN)
        )
        self._add_name_row(named(HBoxContainer(), "HBoxContainer", box))
        self._add_connect_row(named(HBoxContainer(), "HBoxContainer2", box))
        named(Control(), "Control", box)
        self.game = named(Game(), "Game", box)

        self.dialog = named(AcceptDialog(), "AcceptDialog", self)
        self.dialog.exclusive = False  # each pane of the combo has its own
        self.game.turn_came.connect(self._on_turn_came)

    def _add_name_row(self, row: Node) -> None:
        label = named(Label(), "Label", row)
        label.text = "Name"
        label.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        self.name_edit = named(LineEdit(), "NameEdit", row)
        self.name_edit.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        self.name_edit.size_flags_stretch_ratio = 2.0

    def _add_connect_row(self, row: Node) -> None:
        buttons = named(HBoxContainer(), "HBoxContainer", row)
        buttons.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        self.host_button = named(Button(), "Host", buttons)
        named(Control(), "Control", buttons).size_flags_horizontal = Control.SIZE_EXPAND_FILL
        self.connect_button = named(Button(), "Connect", buttons)
        self.disconnect_button = named(Button(), "Disconnect", buttons)
        self.disconnect_button.hide()
        for button, text, do in (
            (self.host_button, "Host", self.host_game),
            (self.connect_button, "Connect to", self.join_game),
            (self.disconnect_button, "Disconnect", self.close_network),
        ):
            button.text = text
            button.pressed.connect(do)
        self.host_edit = named(LineEdit(), "Hostname", row)
        self.host_edit.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        self.host_edit.size_flags_stretch_ratio = 2.0
        self.host_edit.placeholder_text = "localhost"

    def _ready(self) -> None:
        self.host_edit.text = self.host
        self.name_edit.text = self.nick or OS.get_environment("USER") or "A Godot user"
        network = self.multiplayer
        network.peer_connected.connect(self.game.on_peer_add)
        network.peer_disconnected.connect(self.game.on_peer_del)
        network.connected_to_server.connect(self._on_connected)
        network.connection_failed.connect(self.close_network)
        network.server_disconnected.connect(self.close_network)

    # The network ----------------------------------------------------------------------------------

    def host_game(self, plays: bool = True) -> Error:
        """Opens a game to others.

        Args:
            plays: whether who hosts it is a player, too.
        """
        self.multiplayer.multiplayer_peer = None
        error = self.peer.create_server(self.port)
        if error != OK:
            self.tell(f"Unable to listen on port {self.port}")
            return error
        self.multiplayer.multiplayer_peer = self.peer
        if plays:
            self.game.add_player(1, self.name_edit.text)
        self._start_game()
        return OK

    def join_game(self) -> Error:
        """Goes to where another one hosts."""
        self.multiplayer.multiplayer_peer = None
        address = self._address()
        error = self.peer.create_client(address)
        if error != OK:
            self.tell(f"Unable to connect to {address}")
            return error
        self.multiplayer.multiplayer_peer = self.peer
        self._start_game()
        return OK

    def _address(self) -> str:
        place = self.host_edit.text.strip() or "localhost"
        if "://" in place:
            return place
        has_port = place.rpartition("]")[2].count(":") == 1
        return f"ws://{place}" if has_port else f"ws://{place}:{self.port}"

    def close_network(self) -> None:
        """Ends the game here, for whatever reason."""
        self._stop_game()
        self.multiplayer.multiplayer_peer = None
        self.peer.close()
        self.tell("Connection closed")

    def _on_connected(self) -> None:
        self.game.set_player_name.rpc_id(1, self.name_edit.text)

    # The window -----------------------------------------------------------------------------------

    def _start_game(self) -> None:
        self._show_playing(True)
        self.game.start()

    def _stop_game(self) -> None:
        self._show_playing(False)
        self.game.stop()

    def _show_playing(self, playing: bool) -> None:
        self.host_button.disabled = playing
        self.name_edit.editable = self.host_edit.editable = not playing
        self.connect_button.visible = not playing
        self.disconnect_button.visible = playing

    def tell(self, text: str) -> None:
        self.dialog.dialog_text = text
        middle = Vector2i(self.get_global_rect().get_center())
        self.dialog.popup(Rect2i(middle - DIALOG / 2, DIALOG))
        self.dialog.get_ok_button().grab_focus()

    async def _on_turn_came(self) -> None:
        if self.autoplay:
            await self.get_tree().create_timer(self.thinking).timeout
            if not self.game.action.disabled:
                self.game.act()
