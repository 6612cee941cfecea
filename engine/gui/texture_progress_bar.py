"""`TextureProgressBar`: how much of something is done, shown with pictures."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.geometry_enums import Side
from engine.core.vector2 import Vector2
from engine.gui import _texture_progress
from engine.gui._indexed import indexed, is_side
from engine.gui.range import Range

if TYPE_CHECKING:
    from engine.gui.texture_2d import Texture2D

_WHITE = Color(1, 1, 1, 1)


class TextureProgressBar(Range):
    """A bar of up to three pictures: below, the part that is done, and above."""

    class FillMode(IntEnum):
        """From where to where it fills up."""

        FILL_LEFT_TO_RIGHT = 0
        FILL_RIGHT_TO_LEFT = 1
        FILL_TOP_TO_BOTTOM = 2
        FILL_BOTTOM_TO_TOP = 3
        FILL_CLOCKWISE = 4
        FILL_COUNTER_CLOCKWISE = 5
        FILL_BILINEAR_LEFT_AND_RIGHT = 6
        FILL_BILINEAR_TOP_AND_BOTTOM = 7
        FILL_CLOCKWISE_AND_COUNTER_CLOCKWISE = 8

    FILL_LEFT_TO_RIGHT = FillMode.FILL_LEFT_TO_RIGHT
    FILL_RIGHT_TO_LEFT = FillMode.FILL_RIGHT_TO_LEFT
    FILL_TOP_TO_BOTTOM = FillMode.FILL_TOP_TO_BOTTOM
    FILL_BOTTOM_TO_TOP = FillMode.FILL_BOTTOM_TO_TOP
    FILL_CLOCKWISE = FillMode.FILL_CLOCKWISE
    FILL_COUNTER_CLOCKWISE = FillMode.FILL_COUNTER_CLOCKWISE
    FILL_BILINEAR_LEFT_AND_RIGHT = FillMode.FILL_BILINEAR_LEFT_AND_RIGHT
    FILL_BILINEAR_TOP_AND_BOTTOM = FillMode.FILL_BILINEAR_TOP_AND_BOTTOM
    FILL_CLOCKWISE_AND_COUNTER_CLOCKWISE = FillMode.FILL_CLOCKWISE_AND_COUNTER_CLOCKWISE

    _stored: ClassVar[tuple[str, ...]] = (
        "fill_mode",
        "radial_initial_angle",
        "radial_fill_degrees",
        "radial_center_offset",
        "nine_patch_stretch",
        "stretch_margin_left",
        "stretch_margin_top",
        "stretch_margin_right",
        "stretch_margin_bottom",
        "texture_under",
        "texture_over",
        "texture_progress",
        "texture_progress_offset",
        "tint_under",
        "tint_over",
        "tint_progress",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_center_offset",
        "_fill_degrees",
        "_fill_mode",
        "_initial_angle",
        "_margins",
        "_nine_patch",
        "_over",
        "_progress",
        "_progress_offset",
        "_tint_over",
        "_tint_progress",
        "_tint_under",
        "_under",
    )
    _mouse_filter: int = Range.MOUSE_FILTER_PASS
    _center_offset: Vector2 = Vector2.ZERO
    _fill_degrees: float = 360.0
    _fill_mode: int = 0
    _initial_angle: float = 0.0
    _margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    _nine_patch: bool = False
    _over: Texture2D | None = None
    _progress: Texture2D | None = None
    _progress_offset: Vector2 = Vector2.ZERO
    _tint_over: Color = _WHITE
    _tint_progress: Color = _WHITE
    _tint_under: Color = _WHITE
    _under: Texture2D | None = None

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._v_flags = 1
        return self

    # Pictures ------------------------------------------------------------------------------------

    def _swap(self, name: str, texture: Texture2D | None) -> None:
        old = getattr(self, name)
        if old is texture:
            return
        if old is not None:
            old.changed.disconnect(self._texture_changed)
        setattr(self, name, texture)
        if texture is not None and not texture.changed.is_connected(self._texture_changed):
            texture.changed.connect(self._texture_changed)
        self._texture_changed()

    def _texture_changed(self) -> None:
        self.update_minimum_size()
        self.queue_redraw()

    def set_under_texture(self, tex: Texture2D | None) -> None:
        """Sets `texture_under`."""
        self._swap("_under", tex)

    def get_under_texture(self) -> Texture2D | None:
        """The picture below."""
        return self._under

    texture_under = accessors(get_under_texture, set_under_texture)

    def set_progress_texture(self, tex: Texture2D | None) -> None:
        """Sets `texture_progress`."""
        self._swap("_progress", tex)

    def get_progress_texture(self) -> Texture2D | None:
        """The picture of which a part is shown."""
        return self._progress

    texture_progress = accessors(get_progress_texture, set_progress_texture)

    def set_over_texture(self, tex: Texture2D | None) -> None:
        """Sets `texture_over`."""
        self._swap("_over", tex)

    def get_over_texture(self) -> Texture2D | None:
        """The picture above."""
        return self._over

    texture_over = accessors(get_over_texture, set_over_texture)

    def _put(self, name: str, value: Any) -> None:
        if getattr(self, name) != value:
            setattr(self, name, value)
            self.queue_redraw()

    def set_tint_under(self, tint: Color) -> None:
        """Sets `tint_under`."""
        self._put("_tint_under", tint)

    def get_tint_under(self) -> Color:
        """What the colours of the picture below are multiplied with."""
        return self._tint_under

    tint_under = accessors(get_tint_under, set_tint_under)

    def set_tint_progress(self, tint: Color) -> None:
        """Sets `tint_progress`."""
        self._put("_tint_progress", tint)

    def get_tint_progress(self) -> Color:
        """What the colours of the part that is done are multiplied with."""
        return self._tint_progress

    tint_progress = accessors(get_tint_progress, set_tint_progress)

    def set_tint_over(self, tint: Color) -> None:
        """Sets `tint_over`."""
        self._put("_tint_over", tint)

    def get_tint_over(self) -> Color:
        """What the colours of the picture above are multiplied with."""
        return self._tint_over

    tint_over = accessors(get_tint_over, set_tint_over)

    def set_texture_progress_offset(self, offset: Vector2) -> None:
        """Sets `texture_progress_offset`."""
        self._put("_progress_offset", offset)

    def get_texture_progress_offset(self) -> Vector2:
        """Where the part that is done is drawn."""
        return self._progress_offset

    texture_progress_offset = accessors(get_texture_progress_offset, set_texture_progress_offset)

    # Filling -------------------------------------------------------------------------------------

    def set_fill_mode(self, mode: int) -> None:
        """Sets `fill_mode`."""
        self._put("_fill_mode", int(mode))

    def get_fill_mode(self) -> int:
        """From where to where it fills up: a `FILL_*`."""
        return self._fill_mode

    fill_mode = accessors(get_fill_mode, set_fill_mode)

    def set_radial_initial_angle(self, mode: float) -> None:
        """Sets `radial_initial_angle`."""
        angle = float(mode)
        if not 0.0 <= angle <= 360.0:
            angle %= 360.0
        self._put("_initial_angle", angle)

    def get_radial_initial_angle(self) -> float:
        """Where a circle begins to fill, in degrees from the top."""
        return self._initial_angle

    radial_initial_angle = accessors(get_radial_initial_angle, set_radial_initial_angle)

    def set_fill_degrees(self, mode: float) -> None:
        """Sets `radial_fill_degrees`."""
        self._put("_fill_degrees", min(max(float(mode), 0.0), 360.0))

    def get_fill_degrees(self) -> float:
        """How much of a circle fills up, in degrees."""
        return self._fill_degrees

    radial_fill_degrees = accessors(get_fill_degrees, set_fill_degrees)

    def set_radial_center_offset(self, mode: Vector2) -> None:
        """Sets `radial_center_offset`."""
        self._put("_center_offset", mode)

    def get_radial_center_offset(self) -> Vector2:
        """Where the middle of a circle is, from the middle of the picture."""
        return self._center_offset

    radial_center_offset = accessors(get_radial_center_offset, set_radial_center_offset)

    def set_nine_patch_stretch(self, stretch: bool) -> None:
        """Sets `nine_patch_stretch`."""
        if bool(stretch) != self._nine_patch:
            self._nine_patch = bool(stretch)
            self._texture_changed()

    def get_nine_patch_stretch(self) -> bool:
        """Whether the pictures fill the control, their corners as they are."""
        return self._nine_patch

    nine_patch_stretch = accessors(get_nine_patch_stretch, set_nine_patch_stretch)

    def set_stretch_margin(self, margin: int, value: int) -> None:
        """Sets how much of a side keeps its size."""
        if is_side(margin, "p_side"):
            margins = list(self._margins)
            margins[margin] = int(value)
            self._margins = (margins[0], margins[1], margins[2], margins[3])
            self._texture_changed()

    def get_stretch_margin(self, margin: int) -> int:
        """How much of a side keeps its size."""
        return self._margins[margin] if is_side(margin, "p_side") else 0

    stretch_margin_left = indexed(get_stretch_margin, set_stretch_margin, Side.SIDE_LEFT)
    stretch_margin_top = indexed(get_stretch_margin, set_stretch_margin, Side.SIDE_TOP)
    stretch_margin_right = indexed(get_stretch_margin, set_stretch_margin, Side.SIDE_RIGHT)
    stretch_margin_bottom = indexed(get_stretch_margin, set_stretch_margin, Side.SIDE_BOTTOM)

    # Drawing -------------------------------------------------------------------------------------

    def get_minimum_size(self) -> Vector2:
        """The size of the first picture there is; with fixed corners room for these."""
        if self._nine_patch:
            left, top, right, bottom = self._margins
            return Vector2(left + right, top + bottom)
        for texture in (self._under, self._over, self._progress):
            if texture is not None:
                return texture.get_size()
        return Vector2(1, 1)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            _texture_progress.draw(self)
