"""`TextureButton`: a button that is nothing but pictures."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core.accessors import accessors
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.base_button import BaseButton

if TYPE_CHECKING:
    from engine.gui.texture_2d import Texture2D

_SCALE, _TILE, _KEEP, _CENTERED, _ASPECT, _ASPECT_CENTERED, _COVERED = range(7)


class TextureButton(BaseButton):
    """A button with a picture for each state; what is missing is shown as the one before it.

    A `texture_click_mask` says where it can be clicked: where the mask is set.
    """

    class StretchMode(IntEnum):
        """How pictures fill the button."""

        STRETCH_SCALE = 0
        STRETCH_TILE = 1
        STRETCH_KEEP = 2
        STRETCH_KEEP_CENTERED = 3
        STRETCH_KEEP_ASPECT = 4
        STRETCH_KEEP_ASPECT_CENTERED = 5
        STRETCH_KEEP_ASPECT_COVERED = 6

    STRETCH_SCALE = StretchMode.STRETCH_SCALE
    STRETCH_TILE = StretchMode.STRETCH_TILE
    STRETCH_KEEP = StretchMode.STRETCH_KEEP
    STRETCH_KEEP_CENTERED = StretchMode.STRETCH_KEEP_CENTERED
    STRETCH_KEEP_ASPECT = StretchMode.STRETCH_KEEP_ASPECT
    STRETCH_KEEP_ASPECT_CENTERED = StretchMode.STRETCH_KEEP_ASPECT_CENTERED
    STRETCH_KEEP_ASPECT_COVERED = StretchMode.STRETCH_KEEP_ASPECT_COVERED

    _stored: ClassVar[tuple[str, ...]] = (
        "texture_normal",
        "texture_pressed",
        "texture_hover",
        "texture_disabled",
        "texture_focused",
        "texture_click_mask",
        "ignore_texture_size",
        "stretch_mode",
        "flip_h",
        "flip_v",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_click_mask",
        "_flip_h",
        "_flip_v",
        "_ignore_size",
        "_shown_place",
        "_stretch_mode",
        "_tiled",
        "_tx_disabled",
        "_tx_focused",
        "_tx_hover",
        "_tx_normal",
        "_tx_pressed",
    )
    _tx_normal: Texture2D | None = None
    _tx_pressed: Texture2D | None = None
    _tx_hover: Texture2D | None = None
    _tx_disabled: Texture2D | None = None
    _tx_focused: Texture2D | None = None
    _click_mask: Any = None
    _ignore_size: bool = False
    _stretch_mode: int = 2
    _flip_h: bool = False
    _flip_v: bool = False
    _shown_place: Rect2 = Rect2()  # where the picture was drawn last
    _tiled: bool = False

    def get_minimum_size(self) -> Vector2:
        """The size of the picture, unless `ignore_texture_size` is set."""
        if self._ignore_size:
            return Vector2()
        for texture in (self._tx_normal, self._tx_pressed, self._tx_hover):
            if texture is not None:
                return texture.get_size().abs()
        if self._click_mask is not None:
            return Vector2(self._click_mask.get_size())
        return Vector2()

    def _engine_has_point(self, point: Vector2) -> bool:
        mask = self._click_mask
        if mask is None:
            return super()._engine_has_point(point)
        size = Vector2(mask.get_size())
        place = self._shown_place
        where = point
        if place.size.x and place.size.y:
            if not place.has_point(point):
                return False
            if self._tiled:
                rest = (point - place.position).posmodv(size)
                where = rest
            else:
                where = (point - place.position) * size / place.size
        spot = Vector2i(where)
        if not (0 <= spot.x < size.x and 0 <= spot.y < size.y):
            return False
        return bool(mask.get_bitv(spot))

    # Drawing -------------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            self._draw_all()

    def _texture_now(self) -> Texture2D | None:
        normal, mode = self._tx_normal, self.get_draw_mode()
        if mode == BaseButton.DRAW_DISABLED:
            return self._tx_disabled or normal
        if mode in (BaseButton.DRAW_PRESSED, BaseButton.DRAW_HOVER_PRESSED):
            return self._tx_pressed or self._tx_hover or normal
        if mode == BaseButton.DRAW_HOVER:
            if self._tx_hover is None and self._on:
                return self._tx_pressed or normal
            return self._tx_hover or normal
        return normal

    def _draw_all(self) -> None:
        texture = self._texture_now()
        focused = self._tx_focused if self.has_focus(True) else None
        first = texture if texture is not None else focused
        if first is None:
            self._shown_place = Rect2()
            return
        place, source = self._place_of(first)
        self._shown_place = place
        self._tiled = self._stretch_mode == _TILE
        if texture is not None:
            self._draw_texture_there(texture, place, source)
        if focused is not None:
            self._draw_texture_there(focused, place, source)

    def _draw_texture_there(self, texture: Texture2D, place: Rect2, source: Rect2) -> None:
        # A negative size mirrors a picture in its place.
        size = Vector2(
            -place.size.x if self._flip_h else place.size.x,
            -place.size.y if self._flip_v else place.size.y,
        )
        where = Rect2(place.position, size)
        if self._stretch_mode == _COVERED:
            self.draw_texture_rect_region(texture, where, source)
        else:
            self.draw_texture_rect(texture, where, self._stretch_mode == _TILE)

    def _place_of(self, texture: Texture2D) -> tuple[Rect2, Rect2]:
        """Where a picture is drawn, and which part of it."""
        size, mode = texture.get_size(), self._stretch_mode
        own = Vector2(self._w, self._h)
        whole = Rect2(Vector2(), size)
        if mode in (_SCALE, _TILE):
            return Rect2(Vector2(), own), whole
        if mode == _KEEP:
            return whole, whole
        if mode == _CENTERED:
            return Rect2((own - size) / 2.0, size), whole
        if mode == _COVERED:
            scale = max(own.x / size.x, own.y / size.y)
            part = own / scale
            return Rect2(Vector2(), own), Rect2((size - part) / 2.0, part)
        scale = min(own.x / size.x, own.y / size.y)
        fitted = size * scale
        corner = (own - fitted) / 2.0 if mode == _ASPECT_CENTERED else Vector2()
        return Rect2(corner, fitted), whole

    # Properties ----------------------------------------------------------------------------------

    def _replace(self, name: str, texture: Texture2D | None) -> None:
        before = getattr(self, name)
        if texture is before:
            return
        if before is not None:
            before.changed.disconnect(self._texture_changed)
        setattr(self, name, texture)
        if texture is not None and not texture.changed.is_connected(self._texture_changed):
            texture.changed.connect(self._texture_changed, 8)  # CONNECT_REFERENCE_COUNTED
        self._texture_changed()

    def _texture_changed(self) -> None:
        self.queue_redraw()
        self.update_minimum_size()

    def set_texture_normal(self, texture: Texture2D | None) -> None:
        """Sets the usual picture."""
        self._replace("_tx_normal", texture)

    def get_texture_normal(self) -> Texture2D | None:
        """The usual picture."""
        return self._tx_normal

    texture_normal = accessors(get_texture_normal, set_texture_normal)

    def set_texture_pressed(self, texture: Texture2D | None) -> None:
        """Sets the picture of the pressed button."""
        self._replace("_tx_pressed", texture)

    def get_texture_pressed(self) -> Texture2D | None:
        """The picture of the pressed button."""
        return self._tx_pressed

    texture_pressed = accessors(get_texture_pressed, set_texture_pressed)

    def set_texture_hover(self, texture: Texture2D | None) -> None:
        """Sets the picture while the mouse is over the button."""
        self._replace("_tx_hover", texture)

    def get_texture_hover(self) -> Texture2D | None:
        """The picture while the mouse is over the button."""
        return self._tx_hover

    texture_hover = accessors(get_texture_hover, set_texture_hover)

    def set_texture_disabled(self, texture: Texture2D | None) -> None:
        """Sets the picture of the disabled button."""
        self._replace("_tx_disabled", texture)

    def get_texture_disabled(self) -> Texture2D | None:
        """The picture of the disabled button."""
        return self._tx_disabled

    texture_disabled = accessors(get_texture_disabled, set_texture_disabled)

    def set_texture_focused(self, texture: Texture2D | None) -> None:
        """Sets the picture that is drawn over the others while the button has the focus."""
        self._replace("_tx_focused", texture)

    def get_texture_focused(self) -> Texture2D | None:
        """The picture that is drawn over the others while the button has the focus."""
        return self._tx_focused

    texture_focused = accessors(get_texture_focused, set_texture_focused)

    def set_click_mask(self, mask: Any) -> None:
        """Sets where the button can be clicked."""
        self._click_mask = mask
        self._texture_changed()

    def get_click_mask(self) -> Any:
        """Where the button can be clicked; None for everywhere."""
        return self._click_mask

    texture_click_mask = accessors(get_click_mask, set_click_mask)

    def set_ignore_texture_size(self, ignore: bool) -> None:
        """Sets whether the button may be smaller than its picture."""
        if bool(ignore) is not self._ignore_size:
            self._ignore_size = bool(ignore)
            self._texture_changed()

    def get_ignore_texture_size(self) -> bool:
        """Whether the button may be smaller than its picture."""
        return self._ignore_size

    ignore_texture_size = accessors(get_ignore_texture_size, set_ignore_texture_size)

    def set_stretch_mode(self, mode: int) -> None:
        """Sets how pictures fill the button: a `STRETCH_*`."""
        self._stretch_mode = int(mode)
        self.queue_redraw()

    def get_stretch_mode(self) -> TextureButton.StretchMode:
        """How pictures fill the button."""
        return TextureButton.StretchMode(self._stretch_mode)

    stretch_mode = accessors(get_stretch_mode, set_stretch_mode)

    def set_flip_h(self, enable: bool) -> None:
        """Sets whether pictures are mirrored from side to side."""
        self._flip_h = bool(enable)
        self.queue_redraw()

    def is_flipped_h(self) -> bool:
        """Whether pictures are mirrored from side to side."""
        return self._flip_h

    flip_h = accessors(is_flipped_h, set_flip_h)

    def set_flip_v(self, enable: bool) -> None:
        """Sets whether pictures are mirrored upside down."""
        self._flip_v = bool(enable)
        self.queue_redraw()

    def is_flipped_v(self) -> bool:
        """Whether pictures are mirrored upside down."""
        return self._flip_v

    flip_v = accessors(is_flipped_v, set_flip_v)
