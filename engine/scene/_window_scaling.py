"""How the content of a window fits its size.

Without scaling the view is as large as the window. With it the view has the size that the content
was made for, `content_scale_size`, made larger in one direction or with bars on two sides where the
window has other proportions:

    canvas items   the picture has the window's pixels, what is drawn is scaled
    viewport       the picture has the content's pixels, and is scaled as a whole
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from engine.core import output
from engine.core._float32 import pack_1, unpack_1
from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.scene._window_constants import WindowConstants

if TYPE_CHECKING:
    from engine.core import transform2d as _transform2d
    from engine.core.transform2d import Transform2D
else:
    _transform2d = lazy("engine.core.transform2d")


class Fit(NamedTuple):
    """How the content lies in the window.

    Attributes:
        view: the size of the view.
        screen: the size that it takes in the window.
        margin: what is left free to the left and above.
    """

    view: Vector2
    screen: Vector2
    margin: Vector2


def _single(value: float) -> float:
    number: float = unpack_1(pack_1(value))[0]
    return number


def _rounded(value: float) -> float:
    return float(int(value + 0.5))


class WindowScaling(WindowConstants):
    """The settings of how content is scaled, and what follows from them."""

    _own: ClassVar[tuple[str, ...]] = (
        "_content_scale_aspect",
        "_content_scale_factor",
        "_content_scale_mode",
        "_content_scale_size",
        "_content_scale_stretch",
        "_embedder",
        "_shown",
        "_size",
        "_visible",
    )
    _content_scale_aspect: int = 0
    _content_scale_factor: float = 1.0
    _content_scale_mode: int = 0
    _content_scale_size: Vector2i = Vector2i(0, 0)
    _content_scale_stretch: int = 0
    _embedder: Any = None  # the viewport that shows the window
    _shown: Transform2D | None = None  # from the picture to the window
    _size: Vector2i = Vector2i(100, 100)
    _visible: bool = True

    # Settings ------------------------------------------------------------------------------------

    def set_content_scale_size(self, size: Vector2i) -> None:
        """Sets `content_scale_size`."""
        if size.x < 0 or size.y < 0:
            output.error(f'Condition "p_size.{"x" if size.x < 0 else "y"} < 0" is true.')
            return
        self._content_scale_size = Vector2i(size.x, size.y)
        self._update_viewport_size()

    def get_content_scale_size(self) -> Vector2i:
        """The size that the content was made for."""
        return self._content_scale_size

    content_scale_size = accessors(get_content_scale_size, set_content_scale_size)

    def set_content_scale_mode(self, mode: int) -> None:
        """Sets `content_scale_mode`."""
        self._content_scale_mode = int(mode)
        self._update_viewport_size()

    def get_content_scale_mode(self) -> int:
        """What is scaled with the window: a `CONTENT_SCALE_MODE_*`."""
        return self._content_scale_mode

    content_scale_mode = accessors(get_content_scale_mode, set_content_scale_mode)

    def set_content_scale_aspect(self, aspect: int) -> None:
        """Sets `content_scale_aspect`."""
        self._content_scale_aspect = int(aspect)
        self._update_viewport_size()

    def get_content_scale_aspect(self) -> int:
        """What becomes of other proportions: a `CONTENT_SCALE_ASPECT_*`."""
        return self._content_scale_aspect

    content_scale_aspect = accessors(get_content_scale_aspect, set_content_scale_aspect)

    def set_content_scale_stretch(self, stretch: int) -> None:
        """Sets `content_scale_stretch`."""
        self._content_scale_stretch = int(stretch)
        self._update_viewport_size()

    def get_content_scale_stretch(self) -> int:
        """Whether scales are whole numbers: a `CONTENT_SCALE_STRETCH_*`."""
        return self._content_scale_stretch

    content_scale_stretch = accessors(get_content_scale_stretch, set_content_scale_stretch)

    def set_content_scale_factor(self, factor: float) -> None:
        """Sets `content_scale_factor`."""
        if factor <= 0:
            output.error('Condition "p_factor <= 0" is true.')
            return
        self._content_scale_factor = _single(factor)
        self._update_viewport_size()

    def get_content_scale_factor(self) -> float:
        """How many times larger everything is; 2 shows half as much."""
        return self._content_scale_factor

    content_scale_factor = accessors(get_content_scale_factor, set_content_scale_factor)

    # What follows --------------------------------------------------------------------------------

    def _is_allocated(self) -> bool:
        """Whether the window is anywhere to be seen."""
        shown = self._embedder is not None or self._parent is None
        return self._tree is not None and self._visible and shown

    def _update_viewport_size(self) -> None:
        """Has the view follow the window's size and how its content is scaled."""
        size, factor = self._size, self._content_scale_factor
        if self._content_scale_stretch == self.CONTENT_SCALE_STRETCH_INTEGER:
            factor = max(float(int(factor)), 1.0)
        self._shown = None
        wanted = self._content_scale_size
        if self._content_scale_mode == 0 or wanted.x == 0 or wanted.y == 0:
            seen = None if factor == 1.0 else Vector2(size.x / factor, size.y / factor)
            self._set_view(size, seen, self._is_allocated())
        else:
            self._scale_view(self._fit(Vector2(size), Vector2(wanted)), factor)
        self.notification(self.NOTIFICATION_WM_SIZE_CHANGED)

    def _scale_view(self, fit: Fit, factor: float) -> None:
        picture = fit.screen
        seen: Vector2 | None = fit.view / factor
        shown = _transform2d.Transform2D(0.0, fit.margin)
        if self._content_scale_mode == self.CONTENT_SCALE_MODE_VIEWPORT:
            picture = (fit.view / factor).floor()
            seen = None
            if picture.x and picture.y:
                shown = shown.scaled_local(fit.screen / picture)
        if shown != _transform2d.Transform2D.IDENTITY:
            self._shown = shown
        self._set_view(Vector2i(int(picture.x), int(picture.y)), seen, self._is_allocated())

    def _fit(self, window: Vector2, wanted: Vector2) -> Fit:
        aspect = self._content_scale_aspect
        ours, theirs = wanted.aspect(), window.aspect()
        view, screen = wanted, window
        if aspect != self.CONTENT_SCALE_ASPECT_IGNORE and abs(ours - theirs) > 0.00001 * abs(ours):
            view, screen = self._fit_other_aspect(window, wanted, ours, theirs)
        view, screen = view.floor(), screen.floor()
        if self._content_scale_stretch == self.CONTENT_SCALE_STRETCH_INTEGER:
            screen = view * max(int(min(screen.x // view.x, screen.y // view.y)), 1)
        free = window - screen
        margin = Vector2(_rounded(max(free.x, 0) / 2), _rounded(max(free.y, 0) / 2))
        return Fit(view, screen, margin)

    def _fit_other_aspect(
        self, window: Vector2, wanted: Vector2, ours: float, theirs: float
    ) -> tuple[Vector2, Vector2]:
        """View and size in a window of other proportions: with more to see, or with bars."""
        aspect = self._content_scale_aspect
        expands = aspect == self.CONTENT_SCALE_ASPECT_EXPAND
        if ours < theirs:  # the window is wider
            if expands or aspect == self.CONTENT_SCALE_ASPECT_KEEP_HEIGHT:
                return Vector2(_single(wanted.y * theirs), wanted.y), window
            return wanted, Vector2(_single(window.y * ours), window.y)
        if expands or aspect == self.CONTENT_SCALE_ASPECT_KEEP_WIDTH:
            return Vector2(wanted.x, _single(wanted.x / theirs)), window
        return wanted, Vector2(window.x, _single(window.x / ours))

    def get_final_transform(self) -> Transform2D:
        """From the viewport into the window."""
        final = super().get_final_transform()
        return final if self._shown is None else self._shown * final
