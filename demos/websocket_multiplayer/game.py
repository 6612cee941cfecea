"""`Game`: whoever wears the crown rolls the dice, and then it is the next one's turn.

The server keeps the list of the players and whose turn it is, and tells everybody; a player's own
program only asks. All that travels are the calls under `@rpc`. Their names have to be the same at
both ends, and they are those of Godot's demo.
"""

from __future__ import annotations

from crown import crown
from nodes import named

from engine import (
    Button,
    Control,
    HBoxContainer,
    ItemList,
    Label,
    RichTextLabel,
    Signal,
    VBoxContainer,
    randi_range,
    rpc,
)

ACTIONS = {"roll": "rolls {}", "pass": "passes"}
LONGEST_NAME = 24
LOG_LINES = 1000  # older ones are dropped


class Game(Control):
    """A log, the players, and a button for whoever's turn it is."""

    said = Signal(str)  # a line of the log
    turn_came = Signal()  # it is this player's turn now

    def __init__(self) -> None:
        super().__init__()
        self.players: list[int] = []  # their ids, in the order of their turns
        self.turn = 0  # an index into it
        self.size_flags_horizontal = self.size_flags_vertical = Control.SIZE_EXPAND_FILL
        self.mouse_filter = Control.MOUSE_FILTER_PASS

        row = named(HBoxContainer(), "HBoxContainer", self)
        row.set_anchors_preset(Control.PRESET_FULL_RECT)
        self.log = named(RichTextLabel(), "RichTextLabel", row)
        self.log.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        self.log.scroll_following = True
        column = named(VBoxContainer(), "VBoxContainer", row)
        column.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        named(Label(), "Label", column).text = "Players:"
        self.names = named(ItemList(), "ItemList", column)
        self.names.size_flags_vertical = Control.SIZE_EXPAND_FILL
        self.action = named(Button(), "Action", column)
        self.action.text = "Do Action!"
        self.action.disabled = True
        self.action.pressed.connect(self.act)

    # At both ends ---------------------------------------------------------------------------------

    def start(self) -> None:
        """Begins a game with those who are in the list."""
        self.set_turn(0)

    def stop(self) -> None:
        """Ends the game here."""
        self.players.clear()
        self.names.clear()
        self.turn = 0
        self.action.disabled = True

    def act(self) -> None:
        """Rolls the dice, or asks the server to."""
        if not self.multiplayer.is_server():
            self.request_action.rpc_id(1, "roll")
        elif self.wears_crown(1):
            self.do_action("roll")
            self.next_turn()

    def wears_crown(self, player: int) -> bool:
        """Whether it is a player's turn."""
        return self.players[self.turn : self.turn + 1] == [player]

    # What the server tells ------------------------------------------------------------------------

    @rpc("call_local")
    def add_player(self, id: int, name: str = "") -> None:
        """Somebody plays, who may not have told a name yet."""
        self.players.append(id)
        self.names.add_item(name or "... connecting ...", None, False)

    @rpc("call_local")
    def update_player_name(self, player: int, name: str) -> None:
        """A player has told a name."""
        if player in self.players:
            self.names.set_item_text(self.players.index(player), name)

    @rpc("call_local")
    def del_player(self, id: int) -> None:
        """Somebody has left."""
        if id not in self.players:
            return
        place = self.players.index(id)
        self.players.pop(place)
        self.names.remove_item(place)
        if self.turn > place:
            self.turn -= 1

    @rpc("call_local")
    def set_turn(self, turn: int) -> None:
        """It is somebody's turn: a place in the list of players."""
        self.turn = turn
        for place in range(len(self.players)):
            self.names.set_item_icon(place, crown() if place == turn else None)
        mine = self.wears_crown(self.multiplayer.get_unique_id())
        self.action.disabled = not mine
        if mine:
            self.turn_came.emit()

    @rpc
    def _log(self, message: str) -> None:
        self.log.add_text(message + "\n")
        if self.log.get_paragraph_count() > LOG_LINES:
            self.log.remove_paragraph(0)
        self.said.emit(message)

    # What the server is asked ---------------------------------------------------------------------

    @rpc("any_peer")
    def set_player_name(self, name: str) -> None:
        """A player tells its name. Godot's clients tell everybody, only the server listens."""
        if not self.multiplayer.is_server():
            return
        sender = self.multiplayer.get_remote_sender_id()
        shown = " ".join(name.split())[:LONGEST_NAME]
        self.update_player_name.rpc(sender, shown or f"Player {sender}")

    @rpc("any_peer")
    def request_action(self, action: str) -> None:
        """A player wants to do something."""
        if not self.multiplayer.is_server():
            return
        sender = self.multiplayer.get_remote_sender_id()
        if not self.wears_crown(sender):
            self.announce(f"Someone is trying to cheat! {sender}")
        elif action not in ACTIONS:
            self.announce(f"Invalid action: {action[:LONGEST_NAME]}")
        else:
            self.do_action(action)
            self.next_turn()

    # At the server --------------------------------------------------------------------------------

    def announce(self, message: str) -> None:
        """Writes a line into all logs."""
        self._log.rpc(message)
        self._log(message)

    def do_action(self, action: str) -> None:
        """Has the one whose turn it is do something."""
        name = self.names.get_item_text(self.turn)
        self.announce(f"{name}: {ACTIONS[action].format(randi_range(0, 99))}")

    def next_turn(self) -> None:
        """Hands the crown on."""
        self.set_turn.rpc((self.turn + 1) % len(self.players))

    def on_peer_add(self, id: int) -> None:
        """Tells somebody new about the others, and the others about somebody new."""
        if not self.multiplayer.is_server():
            return
        for place, player in enumerate(self.players):
            self.add_player.rpc_id(id, player, self.names.get_item_text(place))
        self.add_player.rpc(id)
        self.set_turn.rpc(self.turn)

    def on_peer_del(self, id: int) -> None:
        """Somebody left; the crown goes on if it was theirs."""
        if not self.multiplayer.is_server():
            return
        self.del_player.rpc(id)
        self.set_turn.rpc(self.turn if self.turn < len(self.players) else 0)
