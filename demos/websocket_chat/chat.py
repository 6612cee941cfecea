"""`Chat`: the window that client and server have in common."""

from __future__ import annotations

from typing import TypeVar

from engine import (
    Button,
    Control,
    HBoxContainer,
    LineEdit,
    Node,
    Panel,
    RichTextLabel,
    SpinBox,
    VBoxContainer,
    print_,
)

LOG_LINES = 10_000  # older ones are dropped
N = TypeVar("N", bound=Node)


def named(node: N, name: str, parent: Node) -> N:
    """Puts a node with a name below another."""
    node.name = name
    parent.add_child(node)
    return node


class Chat(Control):
    """A row to connect with, a row to write in, and a log."""

    def __init__(self) -> None:
        super().__init__()
        self.set_anchors_preset(Control.PRESET_FULL_RECT)
        self.mouse_filter = Control.MOUSE_FILTER_PASS

        panel = named(Panel(), "Panel", self)
        panel.set_anchors_preset(Control.PRESET_FULL_RECT)
        box = named(VBoxContainer(), "VBoxContainer", panel)
        box.set_anchors_preset(Control.PRESET_FULL_RECT)
        self._add_connect_row(named(HBoxContainer(), "Connect", box))
        self._add_send_row(named(HBoxContainer(), "Send", box))
        self._log_dest = named(RichTextLabel(), "RichTextLabel", box)
        self._log_dest.size_flags_vertical = Control.SIZE_EXPAND_FILL
        self._log_dest.scroll_following = True
        self._log_dest.selection_enabled = True
        self._log_dest.focus_mode = Control.FOCUS_CLICK

    def _add_connect_row(self, row: Node) -> None:
        self._host = named(LineEdit(), "Host", row)
        self._host.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        self._host.text = "ws://localhost:8765/test/"
        self._host.placeholder_text = "ws://my.server/path/"

        self._connect = named(Button(), "Connect", row)
        self._connect.toggle_mode = True
        self._connect.text = "Connect"

        self._listen_port = named(SpinBox(), "Port", row)
        self._listen_port.min_value = 1
        self._listen_port.max_value = 65535
        self._listen_port.value = 8765

        self._listen = named(Button(), "Listen", row)
        self._listen.toggle_mode = True
        self._listen.text = "Listen"

    def _add_send_row(self, row: Node) -> None:
        self._line_edit = named(LineEdit(), "LineEdit", row)
        self._line_edit.size_flags_horizontal = Control.SIZE_EXPAND_FILL
        self._line_edit.text = "Hello there"
        self._line_edit.placeholder_text = "Enter sends; /nick NAME names you"
        self._line_edit.keep_editing_on_text_submit = True
        self._line_edit.text_submitted.connect(lambda _text: self._on_send_pressed())

        send = named(Button(), "Send", row)
        send.text = "Send"
        send.pressed.connect(self._on_send_pressed)

    def info(self, message: str) -> None:
        """Writes a line into the log, and prints it."""
        print_(message)
        self._log_dest.add_text(message + "\n")
        if self._log_dest.get_paragraph_count() > LOG_LINES:
            self._log_dest.remove_paragraph(0)

    def _on_send_pressed(self) -> None:
        pass
