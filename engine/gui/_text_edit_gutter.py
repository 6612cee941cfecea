"""Gutters: the columns left of a TextEdit's text."""

from __future__ import annotations

from typing import Any

from engine.core.color import Color

_WHITE = Color(1, 1, 1, 1)


class Cell:
    """What a line shows in a gutter."""

    __slots__ = ("clickable", "color", "icon", "metadata", "text")

    def __init__(self) -> None:
        self.metadata: Any = None
        self.text = ""
        self.icon: Any = None
        self.color = _WHITE
        self.clickable = False


class Gutter:
    """A gutter; `type` is a `TextEdit.GUTTER_TYPE_*`."""

    __slots__ = ("clickable", "custom_draw", "draw", "name", "overwritable", "type", "width")

    def __init__(self) -> None:
        self.type = 0
        self.name = ""
        self.width = 24
        self.draw = True
        self.clickable = False
        self.overwritable = False
        self.custom_draw: Any = None
