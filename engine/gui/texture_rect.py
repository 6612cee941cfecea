"""`TextureRect`: shows a texture in a user interface."""

from __future__ import annotations

from enum import IntEnum

from engine.core.accessors import accessors
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.control import Control
from engine.gui.texture_2d import Texture2D
from engine.servers.canvas import WHITE


class TextureRect(Control):
    """Shows a texture, scaled, tiled or as it is."""

    class ExpandMode(IntEnum):
        """How the minimum size depends on the texture."""

        EXPAND_KEEP_SIZE = 0
        EXPAND_IGNORE_SIZE = 1
        EXPAND_FIT_WIDTH = 2
        EXPAND_FIT_WIDTH_PROPORTIONAL = 3
        EXPAND_FIT_HEIGHT = 4
        EXPAND_FIT_HEIGHT_PROPORTIONAL = 5

    class StretchMode(IntEnum):
        """How the texture fills the control."""

        STRETCH_SCALE = 0
        STRETCH_TILE = 1
        STRETCH_KEEP = 2
        STRETCH_KEEP_CENTERED = 3
        STRETCH_KEEP_ASPECT = 4
        STRETCH_KEEP_ASPECT_CENTERED = 5
        STRETCH_KEEP_ASPECT_COVERED = 6

    EXPAND_KEEP_SIZE = ExpandMode.EXPAND_KEEP_SIZE
    EXPAND_IGNORE_SIZE = ExpandMode.EXPAND_IGNORE_SIZE
    EXPAND_FIT_WIDTH = ExpandMode.EXPAND_FIT_WIDTH
    EXPAND_FIT_WIDTH_PROPORTIONAL = ExpandMode.EXPAND_FIT_WIDTH_PROPORTIONAL
    EXPAND_FIT_HEIGHT = ExpandMode.EXPAND_FIT_HEIGHT
    EXPAND_FIT_HEIGHT_PROPORTIONAL = ExpandMode.EXPAND_FIT_HEIGHT_PROPORTIONAL
    STRETCH_SCALE = StretchMode.STRETCH_SCALE
    STRETCH_TILE = StretchMode.STRETCH_TILE
    STRETCH_KEEP = StretchMode.STRETCH_KEEP
    STRETCH_KEEP_CENTERED = StretchMode.STRETCH_KEEP_CENTERED
    STRETCH_KEEP_ASPECT = StretchMode.STRETCH_KEEP_ASPECT
    STRETCH_KEEP_ASPECT_CENTERED = StretchMode.STRETCH_KEEP_ASPECT_CENTERED
    STRETCH_KEEP_ASPECT_COVERED = StretchMode.STRETCH_KEEP_ASPECT_COVERED

    _stored = ("texture", "expand_mode", "stretch_mode", "flip_h", "flip_v")
    _own = ("_expand_mode", "_flip_h", "_flip_v", "_stretch_mode", "_texture")

    _mouse_filter: int = Control.MOUSE_FILTER_PASS
    _texture: Texture2D | None = None
    _expand_mode: TextureRect.ExpandMode = EXPAND_KEEP_SIZE
    _stretch_mode: TextureRect.StretchMode = STRETCH_SCALE
    _flip_h: bool = False
    _flip_v: bool = False

    def set_texture(self, texture: Texture2D | None) -> None:
        """What it shows."""
        if texture is self._texture:
            return
        if self._texture is not None:
            self._texture.changed.disconnect(self._texture_changed)
        self._texture = texture
        if texture is not None:
            texture.changed.connect(self._texture_changed)
        self._texture_changed()

    def get_texture(self) -> Texture2D | None:
        """What it shows."""
        return self._texture

    def _texture_changed(self) -> None:
        self.queue_redraw()
        self.update_minimum_size()

    def set_expand_mode(self, expand_mode: int) -> None:
        """How the minimum size depends on the texture."""
        if expand_mode != self._expand_mode:
            self._expand_mode = TextureRect.ExpandMode(expand_mode)
            self._texture_changed()

    def get_expand_mode(self) -> TextureRect.ExpandMode:
        """How the minimum size depends on the texture."""
        return self._expand_mode

    def set_stretch_mode(self, stretch_mode: int) -> None:
        """How the texture fills the control."""
        if stretch_mode != self._stretch_mode:
            self._stretch_mode = TextureRect.StretchMode(stretch_mode)
            self.queue_redraw()

    def get_stretch_mode(self) -> TextureRect.StretchMode:
        """How the texture fills the control."""
        return self._stretch_mode

    def set_flip_h(self, enable: bool) -> None:
        """Whether the texture is mirrored from left to right."""
        self._flip_h = bool(enable)
        self.queue_redraw()

    def is_flipped_h(self) -> bool:
        """Whether the texture is mirrored from left to right."""
        return self._flip_h

    def set_flip_v(self, enable: bool) -> None:
        """Whether the texture is mirrored from top to bottom."""
        self._flip_v = bool(enable)
        self.queue_redraw()

    def is_flipped_v(self) -> bool:
        """Whether the texture is mirrored from top to bottom."""
        return self._flip_v

    def get_minimum_size(self) -> Vector2:
        """The texture's size, or what `expand_mode` makes of the own one."""
        texture, mode = self._texture, self._expand_mode
        if texture is None or mode == self.EXPAND_IGNORE_SIZE:
            return Vector2()
        if mode == self.EXPAND_KEEP_SIZE:
            return texture.get_size()
        width, height = texture.get_size()
        if mode == self.EXPAND_FIT_WIDTH:
            return Vector2(self._h, 0)
        if mode == self.EXPAND_FIT_WIDTH_PROPORTIONAL:
            return Vector2(self._h * width / height if height else 0.0, 0)
        if mode == self.EXPAND_FIT_HEIGHT:
            return Vector2(0, self._w)
        return Vector2(0, self._w * height / width if width else 0.0)

    # Drawing -------------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 30:  # DRAW
            if self._texture is not None:
                self._draw_texture(self._texture)
        elif what == 40:  # RESIZED
            self.update_minimum_size()

    def _draw_texture(self, texture: Texture2D) -> None:
        size, mode = texture.get_size(), self._stretch_mode
        whole = Vector2(self._w, self._h)
        at, shown = Vector2.ZERO, whole
        region: Rect2 | None = None
        if mode in (self.STRETCH_KEEP, self.STRETCH_KEEP_CENTERED):
            shown = size
            if mode == self.STRETCH_KEEP_CENTERED:
                at = (whole - size) / 2.0
        elif size.x == 0.0 or size.y == 0.0:
            return
        elif mode in (self.STRETCH_KEEP_ASPECT, self.STRETCH_KEEP_ASPECT_CENTERED):
            shown = _fitted(size, whole)
            if mode == self.STRETCH_KEEP_ASPECT_CENTERED:
                at = (whole - shown) / 2.0
        elif mode == self.STRETCH_KEEP_ASPECT_COVERED:
            scale = max(whole.x / size.x, whole.y / size.y)
            if scale > 0.0:
                start = ((size * scale - whole) / scale).abs() / 2.0
                region = Rect2(start, whole / scale)
        turned = Vector2(
            -shown.x if self._flip_h else shown.x, -shown.y if self._flip_v else shown.y
        )
        rect = Rect2(at, turned)
        if region is not None and region.has_area():
            texture._draw_part(self._commands, rect, region, WHITE)
        else:
            texture._draw_into(self._commands, rect, mode == self.STRETCH_TILE, WHITE)

    texture = accessors(get_texture, set_texture)
    expand_mode = accessors(get_expand_mode, set_expand_mode)
    stretch_mode = accessors(get_stretch_mode, set_stretch_mode)
    flip_h = accessors(is_flipped_h, set_flip_h)
    flip_v = accessors(is_flipped_v, set_flip_v)


def _fitted(size: Vector2, whole: Vector2) -> Vector2:
    """The largest whole size of a texture's shape that fits."""
    width, height = int(size.x * whole.y / size.y), int(whole.y)
    if width > whole.x:
        width = int(whole.x)
        height = int(size.y * width / size.x)
    return Vector2(width, height)
