"""`StyleBoxFlat`: a box in one colour, with a border, round corners and a shadow."""

from __future__ import annotations

from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._canvas_shapes import rgba
from engine.gui._indexed import changed, indexed, is_side
from engine.gui.style_box import StyleBox
from engine.servers.canvas import STYLE, Drawing, FlatStyle

_SIDES = ("left", "top", "right", "bottom")
_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")


class StyleBoxFlat(StyleBox):
    """A filled box; whatever it is drawn from is a number that can be set.

    Four values go left, top, right, bottom, those of corners from the top left one around.
    """

    _stored = (
        "bg_color",
        "draw_center",
        "skew",
        *(f"border_width_{side}" for side in _SIDES),
        "border_color",
        "border_blend",
        *(f"corner_radius_{corner}" for corner in _CORNERS),
        "corner_detail",
        *(f"expand_margin_{side}" for side in _SIDES),
        "shadow_color",
        "shadow_size",
        "shadow_offset",
        "anti_aliasing",
        "anti_aliasing_size",
    )
    _own = (
        "_bg_color",
        "_blend",
        "_border_color",
        "_borders",
        "_detail",
        "_draw_center",
        "_expand",
        "_radii",
        "_shadow_color",
        "_shadow_offset",
        "_shadow_size",
        "_skew",
        "_smooth",
        "_smoothing",
        "_style",
    )

    _bg_color: Color = Color(0.6, 0.6, 0.6, 1.0)
    _border_color: Color = Color(0.8, 0.8, 0.8, 1.0)
    _shadow_color: Color = Color(0.0, 0.0, 0.0, 0.6)
    _borders: tuple[int, int, int, int] = (0, 0, 0, 0)
    _radii: tuple[int, int, int, int] = (0, 0, 0, 0)
    _expand: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    _blend: bool = False
    _draw_center: bool = True
    _detail: int = 8
    _skew: Vector2 = Vector2.ZERO
    _shadow_size: int = 0
    _shadow_offset: Vector2 = Vector2.ZERO
    _smooth: bool = True
    _smoothing: float = 1.0
    _style: FlatStyle | None = None  # kept until something changes

    # Colours -------------------------------------------------------------------------------------

    def set_bg_color(self, color: Color) -> None:
        """The colour of the box."""
        self._bg_color = Color(color)
        self.emit_changed()

    def get_bg_color(self) -> Color:
        """The colour of the box."""
        return self._bg_color

    def set_draw_center(self, draw_center: bool) -> None:
        """Whether the box is filled."""
        self._draw_center = bool(draw_center)
        self.emit_changed()

    def is_draw_center_enabled(self) -> bool:
        """Whether the box is filled."""
        return self._draw_center

    def set_border_color(self, color: Color) -> None:
        """The colour of the border."""
        self._border_color = Color(color)
        self.emit_changed()

    def get_border_color(self) -> Color:
        """The colour of the border."""
        return self._border_color

    def set_border_blend(self, blend: bool) -> None:
        """Whether the border fades into the box."""
        self._blend = bool(blend)
        self.emit_changed()

    def get_border_blend(self) -> bool:
        """Whether the border fades into the box."""
        return self._blend

    # Border --------------------------------------------------------------------------------------

    def set_border_width(self, margin: int, width: int) -> None:
        """How thick the border is at a side, in pixels."""
        if is_side(margin):
            self._borders = changed(self._borders, margin, int(width))
            self.emit_changed()

    def get_border_width(self, margin: int) -> int:
        """How thick the border is at a side, in pixels."""
        return self._borders[margin] if is_side(margin) else 0

    def set_border_width_all(self, width: int) -> None:
        """Sets the border of all sides."""
        self._borders = (int(width),) * 4
        self.emit_changed()

    def get_border_width_min(self) -> int:
        """The border where it is thinnest."""
        return min(self._borders)

    # Corners -------------------------------------------------------------------------------------

    def set_corner_radius(self, corner: int, radius: int) -> None:
        """How round a corner is, in pixels."""
        if is_side(corner, "(int)p_corner"):
            self._radii = changed(self._radii, corner, int(radius))
            self.emit_changed()

    def get_corner_radius(self, corner: int) -> int:
        """How round a corner is, in pixels."""
        return self._radii[corner] if is_side(corner, "(int)p_corner") else 0

    def set_corner_radius_all(self, radius: int) -> None:
        """Sets the radius of all corners."""
        self._radii = (int(radius),) * 4
        self.emit_changed()

    def set_corner_detail(self, detail: int) -> None:
        """How many straight pieces make a round corner, 1 to 20."""
        self._detail = min(max(int(detail), 1), 20)
        self.emit_changed()

    def get_corner_detail(self) -> int:
        """How many straight pieces make a round corner."""
        return self._detail

    def set_anti_aliased(self, anti_aliased: bool) -> None:
        """Whether round and slanted edges are smooth."""
        self._smooth = bool(anti_aliased)
        self.emit_changed()

    def is_anti_aliased(self) -> bool:
        """Whether round and slanted edges are smooth."""
        return self._smooth

    def set_aa_size(self, size: float) -> None:
        """How wide the smooth edge is, 0.01 to 10 pixels."""
        self._smoothing = min(max(float(size), 0.01), 10.0)
        self.emit_changed()

    def get_aa_size(self) -> float:
        """How wide the smooth edge is, in pixels."""
        return self._smoothing

    # Size and shape ------------------------------------------------------------------------------

    def set_expand_margin(self, margin: int, size: float) -> None:
        """By how much it is drawn larger at a side."""
        if is_side(margin):
            self._expand = changed(self._expand, margin, float(size))
            self.emit_changed()

    def set_expand_margin_all(self, size: float) -> None:
        """Sets by how much it is drawn larger at all sides."""
        self._expand = (float(size),) * 4
        self.emit_changed()

    def get_expand_margin(self, margin: int) -> float:
        """By how much it is drawn larger at a side."""
        return self._expand[margin] if is_side(margin) else 0.0

    def set_skew(self, skew: Vector2) -> None:
        """By how much the sides slant."""
        self._skew = Vector2(skew)
        self.emit_changed()

    def get_skew(self) -> Vector2:
        """By how much the sides slant."""
        return self._skew

    # Shadow --------------------------------------------------------------------------------------

    def set_shadow_color(self, color: Color) -> None:
        """The colour of the shadow."""
        self._shadow_color = Color(color)
        self.emit_changed()

    def get_shadow_color(self) -> Color:
        """The colour of the shadow."""
        return self._shadow_color

    def set_shadow_size(self, size: int) -> None:
        """How far the shadow reaches, in pixels; 0 for none."""
        self._shadow_size = int(size)
        self.emit_changed()

    def get_shadow_size(self) -> int:
        """How far the shadow reaches, in pixels."""
        return self._shadow_size

    def set_shadow_offset(self, offset: Vector2) -> None:
        """Where the shadow falls."""
        self._shadow_offset = Vector2(offset)
        self.emit_changed()

    def get_shadow_offset(self) -> Vector2:
        """Where the shadow falls."""
        return self._shadow_offset

    # Drawing -------------------------------------------------------------------------------------

    def emit_changed(self) -> None:
        """Emits `changed`."""
        self._style = None
        super().emit_changed()

    def _style_margin(self, side: int) -> float:
        return float(self._borders[side])

    def _flat_style(self) -> FlatStyle | None:
        """How it looks, for drawing commands; None when there is nothing to see."""
        style = self._style
        if style is None:
            style = self._style = FlatStyle(
                rgba(self._bg_color),
                self._draw_center,
                rgba(self._border_color),
                self._borders,
                self._blend,
                self._radii,
                self._detail,
                (self._skew.x, self._skew.y),
                rgba(self._shadow_color),
                self._shadow_size,
                (self._shadow_offset.x, self._shadow_offset.y),
                self._smooth,
                self._smoothing,
            )
        if style.draw_center or style.shadow_size > 0 or any(style.borders):
            return style
        return None

    def _draw_into(self, commands: Drawing, rect: Rect2) -> None:
        style = self._flat_style()
        position, size = rect.position, rect.size
        left, top, right, bottom = self._expand
        w, h = size.x + left + right, size.y + top + bottom
        if style is not None and abs(w) > 0.00001 and abs(h) > 0.00001:
            commands.append((STYLE, style, position.x - left, position.y - top, w, h))

    def _drawn_rect(self, rect: Rect2) -> Rect2:
        grown = rect.grow_individual(*self._expand)
        if self._shadow_size > 0:
            shadow = grown.grow(self._shadow_size)
            grown = grown.merge(shadow.replace(position=shadow.position + self._shadow_offset))
        return grown

    bg_color = accessors(get_bg_color, set_bg_color)
    draw_center = accessors(is_draw_center_enabled, set_draw_center)
    skew = accessors(get_skew, set_skew)
    border_width_left = indexed(get_border_width, set_border_width, 0)
    border_width_top = indexed(get_border_width, set_border_width, 1)
    border_width_right = indexed(get_border_width, set_border_width, 2)
    border_width_bottom = indexed(get_border_width, set_border_width, 3)
    border_color = accessors(get_border_color, set_border_color)
    border_blend = accessors(get_border_blend, set_border_blend)
    corner_radius_top_left = indexed(get_corner_radius, set_corner_radius, 0)
    corner_radius_top_right = indexed(get_corner_radius, set_corner_radius, 1)
    corner_radius_bottom_right = indexed(get_corner_radius, set_corner_radius, 2)
    corner_radius_bottom_left = indexed(get_corner_radius, set_corner_radius, 3)
    corner_detail = accessors(get_corner_detail, set_corner_detail)
    expand_margin_left = indexed(get_expand_margin, set_expand_margin, 0)
    expand_margin_top = indexed(get_expand_margin, set_expand_margin, 1)
    expand_margin_right = indexed(get_expand_margin, set_expand_margin, 2)
    expand_margin_bottom = indexed(get_expand_margin, set_expand_margin, 3)
    shadow_color = accessors(get_shadow_color, set_shadow_color)
    shadow_size = accessors(get_shadow_size, set_shadow_size)
    shadow_offset = accessors(get_shadow_offset, set_shadow_offset)
    anti_aliasing = accessors(is_anti_aliased, set_anti_aliased)
    anti_aliasing_size = accessors(get_aa_size, set_aa_size)
