"""The pictures of the default theme: drawn here, as a few shapes each.

An icon is a size and a list of layers; a layer is a shape in one colour. A shape is a function that
tells how far a point lies from its edge (negative inside), so that a pixel at the edge is covered
in part. Pictures are made when somebody paints or asks for them; sizes are known before.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from engine.gui.image import Image
from engine.gui.texture_2d import Texture2D
from engine.servers.canvas import Pixels

Shape = Callable[[float, float], float]


# Shapes -------------------------------------------------------------------------------------------


def disc(x: float, y: float, radius: float) -> Shape:
    """A filled circle around a point."""
    return lambda px, py: math.hypot(px - x, py - y) - radius


def box(left: float, top: float, right: float, bottom: float, radius: float = 0.0) -> Shape:
    """A filled rectangle, with round corners if it has a radius."""
    x, y = (left + right) / 2, (top + bottom) / 2
    w, h = (right - left) / 2 - radius, (bottom - top) / 2 - radius

    def distance(px: float, py: float) -> float:
        dx, dy = abs(px - x) - w, abs(py - y) - h
        outside = math.hypot(max(dx, 0.0), max(dy, 0.0))
        return outside + min(max(dx, dy), 0.0) - radius

    return distance


def stroke(*points: tuple[float, float], width: float = 2.0) -> Shape:
    """A line through some points, with round ends."""
    pieces = list(pairwise(points))

    def distance(px: float, py: float) -> float:
        return min(_to_piece(px, py, a, b) for a, b in pieces) - width / 2

    return distance


def _to_piece(px: float, py: float, a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = ((px - a[0]) * dx + (py - a[1]) * dy) / (dx * dx + dy * dy)
    t = min(max(t, 0.0), 1.0)
    return math.hypot(px - a[0] - t * dx, py - a[1] - t * dy)


def cross(near: float, far: float, half: float) -> Shape:
    """Two crossing diagonals with square ends, from one coordinate to another."""
    middle, long = (near + far) / 2, (far - near) / math.sqrt(2.0)

    def distance(px: float, py: float) -> float:
        u = abs(px + py - 2 * middle) / math.sqrt(2.0)
        v = abs(px - py) / math.sqrt(2.0)
        return min(max(u - long, v - half), max(v - long, u - half))

    return distance


# Pictures -----------------------------------------------------------------------------------------


class Layer(NamedTuple):
    """A shape in a grey of an opacity."""

    shape: Shape
    grey: int
    alpha: float


class Icon(NamedTuple):
    """A size and what is painted, the lowest layer first."""

    width: int
    height: int
    layers: tuple[Layer, ...]
    mirrored: bool = False


def rendered(icon: Icon) -> Pixels:
    """The picture of an icon."""
    data = bytearray()
    for y in range(icon.height):
        row = [_pixel(icon.layers, x + 0.5, y + 0.5) for x in range(icon.width)]
        for pixel in reversed(row) if icon.mirrored else row:
            data += pixel
    return Pixels(icon.width, icon.height, bytes(data))


def _pixel(layers: tuple[Layer, ...], x: float, y: float) -> bytes:
    grey = alpha = 0.0
    for layer in layers:
        cover = min(max(0.5 - layer.shape(x, y), 0.0), 1.0) * layer.alpha
        if cover > 0.0:
            below = alpha * (1.0 - cover)
            alpha = cover + below
            grey = (layer.grey * cover + grey * below) / alpha
    shade = round(grey)
    return bytes((shade, shade, shade, round(alpha * 255)))


class IconTexture(Texture2D):
    """A texture whose picture is made when it is needed."""

    _own = ("_icon", "_made")

    _icon: Icon
    _made: Pixels | None = None

    def get_width(self) -> int:
        """The width in pixels."""
        return self._icon.width

    def get_height(self) -> int:
        """The height in pixels."""
        return self._icon.height

    def _pixels(self) -> Pixels:
        if self._made is None:
            self._made = rendered(self._icon)
        return self._made

    def get_image(self) -> Image:
        """A copy of the picture."""
        image: Image = Image._of_pixels(self._pixels())
        return image


# The icons ----------------------------------------------------------------------------------------

_DARK, _MID, _LIGHT = 26, 178, 255


def _icon(width: int, height: int, *layers: tuple[Shape, int, float]) -> Icon:
    return Icon(width, height, tuple(Layer(*layer) for layer in layers))


def _check_box(on: bool, alpha: float, mark: float) -> Icon:
    ground = box(1, 1, 15, 15, 2.5)
    if not on:
        return _icon(16, 16, (ground, _DARK, alpha))
    tick = stroke((3.4, 8.7), (5.7, 10.8), (11.6, 4.8), width=2.1)
    return _icon(16, 16, (ground, _LIGHT, alpha), (tick, _DARK, mark))


def _radio(on: bool, alpha: float, mark: float) -> Icon:
    ground = disc(8, 8, 7)
    if not on:
        return _icon(16, 16, (ground, _DARK, alpha))
    dot = disc(8, 8, 4), _DARK, mark
    if mark < 1.0:
        return _icon(16, 16, (ground, _LIGHT, alpha), dot)
    return _icon(16, 16, (disc(8, 8, 5.4), _DARK, 1.0), (ground, _LIGHT, alpha), dot)


def _switch(on: bool, alpha: float, knob: float) -> Icon:
    ground = box(1, 1, 31, 15, 7), _LIGHT if on else _DARK, alpha
    return _icon(32, 16, ground, (disc(24 if on else 8, 8, 5), _DARK if on else _LIGHT, knob))


def _step(right: bool, bright: bool) -> Icon:
    arrow = ((6.7, 5.4), (9.3, 8), (6.7, 10.6)) if right else ((9.3, 5.4), (6.7, 8), (9.3, 10.6))
    mark = _DARK, 1.0 if bright else 0.65
    return _icon(16, 16, (disc(8, 8, 6), _LIGHT, 1.0 if bright else 0.75), (stroke(*arrow), *mark))


def _dots(alpha: float) -> Icon:
    return _icon(16, 16, *[(disc(8, y, 2), _MID, alpha) for y in (2, 8, 14)])


def _faded(width: int, height: int, down: bool) -> Icon:
    """A light that fades away, down or to the right."""
    steps = height if down else width
    layers = [
        (
            box(0, i, width, i + 1) if down else box(i, 0, i + 1, height),
            _LIGHT,
            0.29 * (1.0 - i / steps),
        )
        for i in range(steps)
    ]
    return _icon(width, height, *layers)


def _bar(width: int, height: int, shape: Shape) -> Icon:
    return _icon(width, height, (shape, 128, 0.65))


def _cross(alpha: float) -> Icon:
    return _icon(16, 16, (cross(2, 14, math.sqrt(2.0)), _LIGHT, alpha))


def _chevron(width: int, height: int, alpha: float, *points: tuple[float, float]) -> Icon:
    return _icon(width, height, (stroke(*points), _MID, alpha))


_UP = (4.4, 5.2), (8.0, 2.5), (11.6, 5.2)
_DOWN = (4.4, 2.8), (8.0, 5.5), (11.6, 2.8)
_ICONS: dict[str, Callable[[], Icon]] = {
    "arrow": lambda: _chevron(12, 12, 0.85, (2, 4), (6, 8), (10, 4)),
    "checked": lambda: _check_box(True, 0.75, 1.0),
    "checked_disabled": lambda: _check_box(True, 0.37, 0.5),
    "unchecked": lambda: _check_box(False, 0.5, 0.0),
    "unchecked_disabled": lambda: _check_box(False, 0.25, 0.0),
    "indeterminate": lambda: _icon(
        16, 16, (box(1, 1, 15, 15, 2.5), _LIGHT, 0.75), (box(3, 7, 13, 9), _DARK, 1.0)
    ),
    "indeterminate_disabled": lambda: _icon(
        16, 16, (box(1, 1, 15, 15, 2.5), _LIGHT, 0.37), (box(3, 7, 13, 9), _DARK, 0.5)
    ),
    "radio_checked": lambda: _radio(True, 0.75, 1.0),
    "radio_checked_disabled": lambda: _radio(True, 0.37, 0.5),
    "radio_unchecked": lambda: _radio(False, 0.5, 0.0),
    "radio_unchecked_disabled": lambda: _radio(False, 0.25, 0.0),
    "toggle_on": lambda: _switch(True, 0.75, 1.0),
    "toggle_on_disabled": lambda: _switch(True, 0.37, 0.5),
    "toggle_off": lambda: _switch(False, 0.5, 0.5),
    "toggle_off_disabled": lambda: _switch(False, 0.25, 0.25),
    "toggle_on_mirrored": lambda: _switch(True, 0.75, 1.0)._replace(mirrored=True),
    "toggle_on_disabled_mirrored": lambda: _switch(True, 0.37, 0.5)._replace(mirrored=True),
    "toggle_off_mirrored": lambda: _switch(False, 0.5, 0.5)._replace(mirrored=True),
    "toggle_off_disabled_mirrored": lambda: _switch(False, 0.25, 0.25)._replace(mirrored=True),
    "close": lambda: _cross(0.75),
    "close_highlight": lambda: _cross(1.0),
    "tab": lambda: _icon(
        8,
        8,
        (stroke((1.0, 1.2), (3.9, 4.0), (1.0, 6.8), width=2.0), 180, 0.25),
        (box(6, 0, 8, 8), 180, 0.25),
    ),
    "space": lambda: _icon(8, 8, (disc(4, 4, 1.6), 180, 0.25)),
    "up": lambda: _icon(16, 8, (stroke(*_UP), _LIGHT, 1.0)),
    "down": lambda: _icon(16, 8, (stroke(*_DOWN), _LIGHT, 1.0)),
    "updown": lambda: _icon(
        16,
        16,
        (stroke(*_UP), _LIGHT, 0.75),
        (stroke(*[(x, y + 8.0) for x, y in _DOWN]), _LIGHT, 0.75),
    ),
    "grabber": lambda: _icon(16, 16, (disc(8, 8, 7), 254, 0.75)),
    "grabber_highlight": lambda: _icon(16, 16, (disc(8, 8, 7), 254, 1.0)),
    "grabber_disabled": lambda: _icon(16, 16, (disc(8, 8, 7), _LIGHT, 0.37)),
    "h_tick": lambda: _icon(4, 8, (box(1, 0, 3, 8), _LIGHT, 0.25)),
    "v_tick": lambda: _icon(8, 4, (box(0, 1, 8, 3), _LIGHT, 0.25)),
    "increment": lambda: _step(True, False),
    "increment_highlight": lambda: _step(True, True),
    "decrement": lambda: _step(False, False),
    "decrement_highlight": lambda: _step(False, True),
    "menu": lambda: _dots(0.45),
    "menu_highlight": lambda: _dots(0.65),
    "drop_mark": lambda: _icon(16, 32, (box(5, 1, 11, 31), 211, 1.0)),
    "submenu": lambda: _chevron(8, 16, 0.45, (2, 5), (5, 8), (2, 11)),
    "submenu_mirrored": lambda: _chevron(8, 16, 0.45, (6, 5), (3, 8), (6, 11)),
    "arrow_down": lambda: _chevron(16, 16, 0.45, (5, 7), (8, 10), (11, 7)),
    "arrow_up": lambda: _chevron(16, 16, 0.45, (5, 9), (8, 6), (11, 9)),
    "arrow_right": lambda: _chevron(16, 16, 0.45, (6, 5), (9, 8), (6, 11)),
    "arrow_left": lambda: _chevron(16, 16, 0.45, (10, 5), (7, 8), (10, 11)),
    "scroll_hint_vertical": lambda: _faded(32, 24, True),
    "scroll_hint_horizontal": lambda: _faded(24, 32, False),
    "h_grabber": lambda: _bar(8, 48, box(3, 4, 5, 44)),
    "v_grabber": lambda: _bar(48, 8, box(4, 3, 44, 5)),
    "h_touch_dragger": lambda: _bar(30, 60, box(11, 10, 19, 50, 4)),
    "v_touch_dragger": lambda: _bar(60, 30, box(10, 11, 50, 19, 4)),
    "none": lambda: _icon(0, 0),
    "horizontal_rule": lambda: _icon(2, 2, (box(-1, -1, 3, 3), _LIGHT, 1.0)),
}

_BOXES = [
    f"{kind}{state}"
    for kind in ("checked", "unchecked", "radio_checked", "radio_unchecked")
    for state in ("", "_disabled")
]
_SWITCHES = {
    f"{name}{state}{way}": f"{shape}{state}{way}"
    for name, shape in (("checked", "toggle_on"), ("unchecked", "toggle_off"))
    for state in ("", "_disabled")
    for way in ("", "_mirrored")
}
_BUTTONS = [f"{way}{state}" for way in ("increment", "decrement") for state in ("", "_highlight")]
_NO_BUTTONS = [*_BUTTONS, "increment_pressed", "decrement_pressed"]
_GRABBERS = ("grabber", "grabber_highlight", "grabber_disabled")
_TAB_ICONS = {**{name: name for name in _BUTTONS}, "drop_mark": "drop_mark"}

# Which icons the default theme has, by control: name of the item, name of the picture.
THEME_ICONS: dict[str, dict[str, str]] = {
    "OptionButton": {"arrow": "arrow"},
    "CheckBox": {name: name for name in _BOXES},
    "CheckButton": _SWITCHES,
    "LineEdit": {"clear": "close"},
    "TextEdit": {"tab": "tab", "space": "space"},
    "SpinBox": {
        "updown": "none",
        **{
            f"{way}{state}": way
            for way in ("up", "down")
            for state in ("", "_hover", "_pressed", "_disabled")
        },
    },
    "ItemList": {"scroll_hint": "scroll_hint_vertical"},
    "RichTextLabel": {"horizontal_rule": "horizontal_rule"},
    "HScrollBar": dict.fromkeys(_NO_BUTTONS, "none"),
    "VScrollBar": dict.fromkeys(_NO_BUTTONS, "none"),
    "HSlider": {**{name: name for name in _GRABBERS}, "tick": "h_tick"},
    "VSlider": {**{name: name for name in _GRABBERS}, "tick": "v_tick"},
    "TabContainer": {**_TAB_ICONS, "menu": "menu", "menu_highlight": "menu_highlight"},
    "TabBar": {**_TAB_ICONS, "close": "close"},
    "PopupMenu": {
        **{name: name for name in _BOXES},
        "submenu": "submenu",
        "submenu_mirrored": "submenu_mirrored",
    },
    "Window": {"close": "close", "close_pressed": "close_highlight"},
    "Icons": {"close": "close"},
    "ScrollContainer": {
        "scroll_hint_vertical": "scroll_hint_vertical",
        "scroll_hint_horizontal": "scroll_hint_horizontal",
    },
    "SplitContainer": {
        name: name for name in ("h_touch_dragger", "v_touch_dragger", "h_grabber", "v_grabber")
    },
    "HSplitContainer": {"touch_dragger": "h_touch_dragger", "grabber": "h_grabber"},
    "VSplitContainer": {"touch_dragger": "v_touch_dragger", "grabber": "v_grabber"},
    "Tree": {
        **{name: name for name in _BOXES if not name.startswith("radio")},
        "indeterminate": "indeterminate",
        "indeterminate_disabled": "indeterminate_disabled",
        "updown": "updown",
        "select_arrow": "arrow",
        "arrow": "arrow_down",
        "arrow_collapsed": "arrow_right",
        "arrow_collapsed_mirrored": "arrow_left",
        "scroll_hint": "scroll_hint_vertical",
    },
    "FoldableContainer": {
        "expanded_arrow": "arrow_down",
        "expanded_arrow_mirrored": "arrow_up",
        "folded_arrow": "arrow_right",
        "folded_arrow_mirrored": "arrow_left",
    },
}


@cache
def picture(name: str) -> IconTexture:
    """The texture of a picture, always the same one."""
    texture = IconTexture()
    texture._icon = _ICONS[name]()
    return texture


def icon(name: str) -> Texture2D:
    """The icon of a control, as in `icon("CheckBox/checked")`, or a picture by its own name."""
    control, slash, item = name.partition("/")
    return picture(THEME_ICONS[control][item] if slash else name)
