"""`RichTextEffect`: the base of a script's own effects for rich text."""

from __future__ import annotations

from engine.core.resource import Resource
from engine.gui.char_fx_transform import CharFXTransform


class RichTextEffect(Resource):
    """An effect with a tag of its own.

    A script sets `bbcode`, the name of the tag, and overrides `_process_custom_fx`, which is called
    for each glyph whenever the label is drawn. Hand it to `RichTextLabel.install_effect`.
    """

    def _process_custom_fx(self, char_fx: CharFXTransform) -> bool:
        """May change a glyph's colour, offset and so on; True when it did what it should."""
        return False
