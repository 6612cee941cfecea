"""One entry of a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core.color import Color

if TYPE_CHECKING:
    from engine.core.shortcut import Shortcut
    from engine.gui.popup_menu import PopupMenu
    from engine.gui.text_line import TextLine
    from engine.gui.texture_2d import Texture2D

_WHITE = Color(1.0, 1.0, 1.0, 1.0)


class MenuItem:
    """What a menu knows of an entry.

    Attributes:
        text: as it was given.
        shown: the text as translated.
        check: 0 plain, 1 with a check box, 2 with a radio button.
        shaped: the text as it is drawn; None until it is needed.
        shaped_accelerator: the words for the key, in the same way.
        top: where it begins in the list of entries, when it was drawn last.
        height: how high it was then.
    """

    __slots__ = (
        "accel",
        "allow_echo",
        "check",
        "checked",
        "direction",
        "disabled",
        "height",
        "icon",
        "icon_max_width",
        "icon_modulate",
        "id",
        "indent",
        "language",
        "max_states",
        "metadata",
        "separator",
        "shaped",
        "shaped_accelerator",
        "shortcut",
        "shortcut_disabled",
        "shortcut_everywhere",
        "shown",
        "state",
        "submenu",
        "text",
        "tooltip",
        "top",
        "translate",
    )

    def __init__(
        self, text: str, *, icon: Texture2D | None = None, check: int = 0, accel: int = 0
    ) -> None:
        self.text = self.shown = str(text)
        self.icon = icon
        self.check = check
        self.accel = int(accel)
        self.id = -1
        self.checked = self.disabled = self.separator = self.allow_echo = False
        self.direction = self.translate = self.indent = self.icon_max_width = 0
        self.state = self.max_states = 0
        self.language = self.tooltip = ""
        self.icon_modulate = _WHITE
        self.metadata: Any = None
        self.submenu: PopupMenu | None = None
        self.shortcut: Shortcut | None = None
        self.shortcut_disabled = self.shortcut_everywhere = False
        self.shaped: TextLine | None = None
        self.shaped_accelerator: TextLine | None = None
        self.top = self.height = 0.0

    @property
    def selectable(self) -> bool:
        """Whether it can be chosen."""
        return not (self.separator or self.disabled)
