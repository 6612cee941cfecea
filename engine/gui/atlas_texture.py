"""`AtlasTexture`: a part of another texture."""

from __future__ import annotations

from engine.core import output
from engine.core.accessors import accessors
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.gui.image import Image
from engine.gui.texture_2d import Texture2D
from engine.servers.canvas import Drawing, Rgba


class AtlasTexture(Texture2D):
    """Shows a region of a texture, with a margin around it."""

    _stored = ("atlas", "region", "margin", "filter_clip")
    _own = ("_atlas", "_filter_clip", "_margin", "_region")

    _atlas: Texture2D | None = None
    _region: Rect2 = Rect2()
    _margin: Rect2 = Rect2()
    _filter_clip: bool = False

    def set_atlas(self, atlas: Texture2D | None) -> None:
        """The texture that it shows a part of."""
        if atlas is self:
            output.error('Condition "p_atlas == this" is true.')
            return
        if self._atlas is not None:
            self._atlas.changed.disconnect(self._picture_changed)
        self._atlas = atlas
        if atlas is not None:
            atlas.changed.connect(self._picture_changed)
        self._picture_changed()

    def get_atlas(self) -> Texture2D | None:
        """The texture that it shows a part of."""
        return self._atlas

    def set_region(self, region: Rect2) -> None:
        """The part, in pixels; a size of 0 stands for all."""
        if region != self._region:
            self._region = Rect2(region)
            self._picture_changed()

    def get_region(self) -> Rect2:
        """The part, in pixels."""
        return self._region

    def set_margin(self, margin: Rect2) -> None:
        """Where the part lies in the whole, and by how much the whole is larger."""
        if margin != self._margin:
            self._margin = Rect2(margin)
            self._picture_changed()

    def get_margin(self) -> Rect2:
        """Where the part lies in the whole, and by how much the whole is larger."""
        return self._margin

    def set_filter_clip(self, enable: bool) -> None:
        """Whether nothing outside the region shows through at its edges."""
        self._filter_clip = bool(enable)
        self._picture_changed()

    def has_filter_clip(self) -> bool:
        """Whether nothing outside the region shows through at its edges."""
        return self._filter_clip

    # Size ----------------------------------------------------------------------------------------

    def get_width(self) -> int:
        """The width in pixels."""
        if self._region.size.x == 0.0:
            return self._atlas.get_width() if self._atlas is not None else 1
        return int(self._region.size.x + self._margin.size.x)

    def get_height(self) -> int:
        """The height in pixels."""
        if self._region.size.y == 0.0:
            return self._atlas.get_height() if self._atlas is not None else 1
        return int(self._region.size.y + self._margin.size.y)

    def has_alpha(self) -> bool:
        """Whether parts of it may be transparent."""
        return self._atlas is not None and self._atlas.has_alpha()

    def get_image(self) -> Image | None:
        """A copy of the part, or None."""
        image = None if self._atlas is None else self._atlas.get_image()
        if image is None:
            return None
        found: Image = image.get_region(Rect2i(self._whole_region()))
        return found

    def is_pixel_opaque(self, x: int, y: int) -> bool:
        """Whether something is seen at a pixel."""
        if self._atlas is None:
            return True
        start = self._region.position - self._margin.position
        at = int(x + start.x), int(y + start.y)
        if not (0 <= at[0] < self._atlas.get_width() and 0 <= at[1] < self._atlas.get_height()):
            return False
        return self._atlas.is_pixel_opaque(*at)

    def _whole_region(self) -> Rect2:
        size = self._region.size
        if self._atlas is not None:
            wide, high = self._atlas.get_width(), self._atlas.get_height()
            size = Vector2(size.x or wide, size.y or high)
        return Rect2(self._region.position, size)

    # Drawing -------------------------------------------------------------------------------------

    def _draw_at(
        self, commands: Drawing, x: float, y: float, color: Rgba, transpose: bool = False
    ) -> None:
        size = Vector2(self.get_width(), self.get_height())
        self._draw_into(commands, Rect2(Vector2(x, y), size), False, color, transpose)

    def _draw_into(
        self, commands: Drawing, rect: Rect2, tile: bool, color: Rgba, transpose: bool = False
    ) -> None:
        source = Rect2(0.0, 0.0, self.get_width(), self.get_height())
        self._draw_part(commands, rect, source, color, transpose)

    def _draw_part(
        self, commands: Drawing, rect: Rect2, source: Rect2, color: Rgba, transpose: bool = False
    ) -> None:
        found = self._part_of(rect, source)
        if found is not None:
            texture, place, part = found
            texture._draw_part(commands, place, part, color, transpose)

    def _part_of(self, rect: Rect2, source: Rect2) -> tuple[Texture2D, Rect2, Rect2] | None:
        if self._atlas is None:
            return None
        region = self._whole_region()
        if source.size == Vector2():
            source = Rect2(source.position, region.size)
        scale = rect.size / source.size
        source = Rect2(source.position + region.position - self._margin.position, source.size)
        shown = region.intersection(source)
        if shown.size == Vector2():
            return None
        offset = shown.position - source.position
        if scale.x < 0.0:
            offset = Vector2(offset.x + shown.size.x - source.size.x, offset.y)
        if scale.y < 0.0:
            offset = Vector2(offset.x, offset.y + shown.size.y - source.size.y)
        place = Rect2(rect.position + offset * scale, shown.size * scale)
        return self._atlas._part_of(place, shown)

    atlas = accessors(get_atlas, set_atlas)
    region = accessors(get_region, set_region)
    margin = accessors(get_margin, set_margin)
    filter_clip = accessors(has_filter_clip, set_filter_clip)
