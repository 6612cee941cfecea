"""`Sprite2D`: shows a texture in the world."""

from __future__ import annotations

from engine.core import output
from engine.core.accessors import accessors
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.node_2d import Node2D
from engine.gui.texture_2d import Texture2D
from engine.servers.canvas import WHITE


class Sprite2D(Node2D):
    """Shows a texture, a region of it, or one of its frames.

    Signals: `texture_changed`, `frame_changed`.
    """

    frame_changed = Signal()
    texture_changed = Signal()

    _stored = (
        "texture",
        "centered",
        "offset",
        "flip_h",
        "flip_v",
        "hframes",
        "vframes",
        "frame",
        "region_enabled",
        "region_rect",
        "region_filter_clip_enabled",
    )
    _own = (
        "_centered",
        "_filter_clip",
        "_flip_h",
        "_flip_v",
        "_frame",
        "_hframes",
        "_offset",
        "_region",
        "_region_enabled",
        "_texture",
        "_vframes",
    )

    _texture: Texture2D | None = None
    _centered: bool = True
    _offset: Vector2 = Vector2.ZERO
    _flip_h: bool = False
    _flip_v: bool = False
    _hframes: int = 1
    _vframes: int = 1
    _frame: int = 0
    _region: Rect2 = Rect2()
    _region_enabled: bool = False
    _filter_clip: bool = False

    # Texture -------------------------------------------------------------------------------------

    def set_texture(self, texture: Texture2D | None) -> None:
        """What it shows."""
        if texture is self._texture:
            return
        if self._texture is not None:
            self._texture.changed.disconnect(self._texture_changed)
        self._texture = texture
        if texture is not None:
            texture.changed.connect(self._texture_changed)
        self.queue_redraw()
        self._emit_if_heard("texture_changed")
        self._item_rect_changed()

    def get_texture(self) -> Texture2D | None:
        """What it shows."""
        return self._texture

    def _texture_changed(self) -> None:
        if self._texture is not None:
            self.queue_redraw()

    def set_centered(self, centered: bool) -> None:
        """Whether the texture's middle lies at the position."""
        self._centered = bool(centered)
        self._item_rect_changed()

    def is_centered(self) -> bool:
        """Whether the texture's middle lies at the position."""
        return self._centered

    def set_offset(self, offset: Vector2) -> None:
        """By how much the texture is moved from the position."""
        self._offset = Vector2(offset)
        self._item_rect_changed()

    def get_offset(self) -> Vector2:
        """By how much the texture is moved from the position."""
        return self._offset

    def set_flip_h(self, flip_h: bool) -> None:
        """Whether the texture is mirrored from left to right."""
        self._flip_h = bool(flip_h)
        self.queue_redraw()

    def is_flipped_h(self) -> bool:
        """Whether the texture is mirrored from left to right."""
        return self._flip_h

    def set_flip_v(self, flip_v: bool) -> None:
        """Whether the texture is mirrored from top to bottom."""
        self._flip_v = bool(flip_v)
        self.queue_redraw()

    def is_flipped_v(self) -> bool:
        """Whether the texture is mirrored from top to bottom."""
        return self._flip_v

    # Region --------------------------------------------------------------------------------------

    def set_region_enabled(self, enabled: bool) -> None:
        """Whether only a region of the texture is shown."""
        self._region_enabled = bool(enabled)
        self.queue_redraw()

    def is_region_enabled(self) -> bool:
        """Whether only a region of the texture is shown."""
        return self._region_enabled

    def set_region_rect(self, rect: Rect2) -> None:
        """The region, in pixels of the texture."""
        if rect != self._region:
            self._region = Rect2(rect)
            if self._region_enabled:
                self._item_rect_changed()

    def get_region_rect(self) -> Rect2:
        """The region, in pixels of the texture."""
        return self._region

    def set_region_filter_clip_enabled(self, enabled: bool) -> None:
        """Whether nothing outside the region shows through at its edges."""
        self._filter_clip = bool(enabled)
        self.queue_redraw()

    def is_region_filter_clip_enabled(self) -> bool:
        """Whether nothing outside the region shows through at its edges."""
        return self._filter_clip

    # Frames --------------------------------------------------------------------------------------

    def set_frame(self, frame: int) -> None:
        """Which of the frames is shown, counted row by row from 0."""
        count = self._hframes * self._vframes
        if not 0 <= frame < count:
            output.error(
                f"Index p_frame = {int(frame)} is out of bounds (vframes * hframes = {count})."
            )
            return
        if frame != self._frame:
            self._frame = int(frame)
            self._item_rect_changed()
            self._emit_if_heard("frame_changed")

    def get_frame(self) -> int:
        """Which of the frames is shown."""
        return self._frame

    def set_frame_coords(self, coords: Vector2i) -> None:
        """Which of the frames is shown, as column and row."""
        x, y = Vector2i(coords)
        if not 0 <= x < self._hframes:
            output.error(f"Index p_coord.x = {x} is out of bounds (hframes = {self._hframes}).")
        elif not 0 <= y < self._vframes:
            output.error(f"Index p_coord.y = {y} is out of bounds (vframes = {self._vframes}).")
        else:
            self.set_frame(y * self._hframes + x)

    def get_frame_coords(self) -> Vector2i:
        """Which of the frames is shown, as column and row."""
        return Vector2i(self._frame % self._hframes, self._frame // self._hframes)

    def set_vframes(self, vframes: int) -> None:
        """In how many rows the frames lie."""
        if vframes < 1:
            output.error("Amount of vframes cannot be smaller than 1.")
            return
        self._vframes = int(vframes)
        self._frames_changed(self._frame)

    def get_vframes(self) -> int:
        """In how many rows the frames lie."""
        return self._vframes

    def set_hframes(self, hframes: int) -> None:
        """In how many columns the frames lie; the frame stays in its column and row."""
        if hframes < 1:
            output.error("Amount of hframes cannot be smaller than 1.")
            return
        frame = self._frame
        if self._vframes > 1:
            row, column = divmod(frame, self._hframes)
            frame = row * hframes + column if column < hframes else self._hframes * self._vframes
        self._hframes = int(hframes)
        self._frames_changed(frame)

    def get_hframes(self) -> int:
        """In how many columns the frames lie."""
        return self._hframes

    def _frames_changed(self, frame: int) -> None:
        self._frame = frame if frame < self._hframes * self._vframes else 0
        self._item_rect_changed()

    # Drawing -------------------------------------------------------------------------------------

    def _whole(self, texture: Texture2D) -> Rect2:
        """The part of the texture in which the frames lie."""
        if self._region_enabled:
            return self._region
        return Rect2(0.0, 0.0, texture.get_width(), texture.get_height())

    def get_rect(self) -> Rect2:
        """What it fills, in its own coordinates."""
        if self._texture is None:
            return Rect2(0.0, 0.0, 1.0, 1.0)
        size = self._whole(self._texture).size / Vector2(self._hframes, self._vframes)
        start = self._offset - size / 2.0 if self._centered else self._offset
        if size == Vector2():
            size = Vector2(1.0, 1.0)
        return Rect2(start, size)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 30 and self._texture is not None:  # DRAW
            self._draw_sprite(self._texture)

    def _draw_sprite(self, texture: Texture2D) -> None:
        whole = self._whole(texture)
        size = whole.size / Vector2(self._hframes, self._vframes)
        column, row = self._frame % self._hframes, self._frame // self._hframes
        source = Rect2(whole.position + Vector2(column, row) * size, size)
        start = self._offset - size / 2.0 if self._centered else self._offset
        if self.get_viewport().snap_2d_transforms_to_pixel:
            start = (start + Vector2(0.5, 0.5)).floor()
        turned = Vector2(-size.x if self._flip_h else size.x, -size.y if self._flip_v else size.y)
        texture._draw_part(self._commands, Rect2(start, turned), source, WHITE)

    def is_pixel_opaque(self, pos: Vector2) -> bool:
        """Whether something of the texture is seen at a point of its own coordinates."""
        texture = self._texture
        if texture is None or texture.get_width() == 0 or texture.get_height() == 0:
            return False
        rect = self.get_rect()
        if not rect.has_point(pos):
            return False
        x, y = (Vector2(pos) - rect.position) / rect.size
        x, y = (1.0 - x if self._flip_h else x), (1.0 - y if self._flip_v else y)
        whole = self._whole(texture)
        size = whole.size / Vector2(self._hframes, self._vframes)
        column, row = self._frame % self._hframes, self._frame // self._hframes
        at = whole.position + Vector2(column + x, row + y) * size
        return texture.is_pixel_opaque(int(at.x), int(at.y))

    texture = accessors(get_texture, set_texture)
    centered = accessors(is_centered, set_centered)
    offset = accessors(get_offset, set_offset)
    flip_h = accessors(is_flipped_h, set_flip_h)
    flip_v = accessors(is_flipped_v, set_flip_v)
    hframes = accessors(get_hframes, set_hframes)
    vframes = accessors(get_vframes, set_vframes)
    frame = accessors(get_frame, set_frame)
    frame_coords = accessors(get_frame_coords, set_frame_coords)
    region_enabled = accessors(is_region_enabled, set_region_enabled)
    region_rect = accessors(get_region_rect, set_region_rect)
    region_filter_clip_enabled = accessors(
        is_region_filter_clip_enabled, set_region_filter_clip_enabled
    )
