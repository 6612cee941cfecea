"""`StyleBoxEmpty`: a box of which nothing is seen."""

from __future__ import annotations

from engine.gui.style_box import StyleBox


class StyleBoxEmpty(StyleBox):
    """Draws nothing; its content margins count."""
