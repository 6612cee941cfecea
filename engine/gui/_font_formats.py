"""Font files as resources: `.ttf`, `.otf` and collections are loaded as `FontFile`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.core import output
from engine.core.error import OK
from engine.gui.font_file import FontFile
from engine.scene._resource_formats import ResourceFormat

__all__ = ["FORMATS"]


class _FontFormat(ResourceFormat):
    """Font files."""

    def extensions(self) -> Sequence[str]:
        return ("ttf", "otf", "ttc", "otc")

    def handles(self, type: str) -> bool:
        return type in ("Font", "FontFile", "Resource")

    def load(self, path: str, cache_mode: int) -> Any:
        font = FontFile()
        if font.load_dynamic_font(path) != OK or not font.get_face_count():
            output.error(f"Cannot load font from file '{path}'.")
            return None
        font.take_over_path(path)
        return font


FORMATS = (_FontFormat(),)
