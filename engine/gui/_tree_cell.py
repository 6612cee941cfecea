"""What one cell of a `TreeItem` holds, and its buttons."""

from __future__ import annotations

from typing import Any

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.gui.text_paragraph import TextParagraph
from engine.gui.texture_2d import Texture2D

_WHITE = Color(1.0, 1.0, 1.0, 1.0)
_BLACK = Color(0.0, 0.0, 0.0, 1.0)


class CellButton:
    """A picture at the right end of a cell, to be clicked."""

    __slots__ = ("color", "description", "disabled", "id", "texture", "tooltip")

    def __init__(self, texture: Texture2D, id: int, disabled: bool, tooltip: str, text: str):
        self.texture = texture
        self.id = id
        self.disabled = disabled
        self.tooltip = tooltip
        self.description = text
        self.color = _WHITE


class Cell:
    """The state of one column of an item."""

    __slots__ = (
        "alignment",
        "as_button",
        "autowrap",
        "background",
        "background_outline",
        "bidi",
        "bidi_options",
        "buttons",
        "checked",
        "color",
        "custom_draw",
        "description",
        "direction",
        "editable",
        "expand_right",
        "expression",
        "font",
        "font_size",
        "icon",
        "icon_max_width",
        "icon_modulate",
        "icon_overlay",
        "icon_region",
        "indeterminate",
        "language",
        "maximum",
        "metadata",
        "minimum",
        "mode",
        "multiline",
        "overrun",
        "selectable",
        "selected",
        "shaped",
        "step",
        "style",
        "suffix",
        "text",
        "tooltip",
        "translate",
        "value",
    )

    def __init__(self) -> None:
        self.buttons: list[CellButton] = []
        self.reset(0)
        self.suffix = self.tooltip = self.description = self.language = ""
        self.direction = 3
        self.bidi = self.autowrap = self.translate = self.alignment = 0
        self.overrun = 3
        self.bidi_options: list[Any] = []
        self.metadata: Any = None
        self.custom_draw: Any = None
        self.style: Any = None
        self.font: Any = None
        self.font_size = -1
        self.color: Color | None = None
        self.background: Color | None = None
        self.background_outline = self.as_button = self.expand_right = self.multiline = False
        self.selectable = True
        self.selected = self.editable = False
        self.icon_overlay: Texture2D | None = None
        self.icon_region = Rect2()
        self.icon_modulate = _WHITE

    def reset(self, mode: int) -> None:
        """Makes it one of another kind; what the former kind held is gone."""
        self.mode = mode
        self.text = ""
        self.icon: Texture2D | None = None
        self.icon_max_width = 0
        self.checked = self.indeterminate = self.expression = False
        self.minimum, self.maximum, self.step, self.value = 0.0, 100.0, 1.0, 0.0
        self.shaped: TextParagraph | None = None  # made when it is measured

    def options(self) -> list[tuple[str, int]]:
        """The choices that a range names in its text, with their values."""
        found = []
        for number, option in enumerate(self.text.split(",")):
            name, colon, value = option.partition(":")
            found.append((name, int(value or 0) if colon else number))
        return found

    def shown_text(self) -> str:
        """What the cell shows as its text, with the suffix."""
        text = self.text
        if self.mode == 2:  # RANGE
            if text:
                text = next(
                    (name for name, at in self.options() if at == int(self.value)), "(Other)"
                )
            else:
                text = f"{self.value:.4f}".rstrip("0").rstrip(".")
        return f"{text} {self.suffix}" if self.suffix else text
