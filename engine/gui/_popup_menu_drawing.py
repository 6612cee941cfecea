"""How the entries of a `PopupMenu` are measured and drawn.

    | start | check box | gap | icon | gap | text ...             key | submenu | end |

With `gutter_compact` check box and icon share one column unless an entry has both.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from engine.core.color import Color
from engine.core.os import OS
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.text_line import TextLine

if TYPE_CHECKING:
    from engine.gui._menu_item import MenuItem
    from engine.gui.control import Control
    from engine.gui.popup_menu import PopupMenu
    from engine.gui.texture_2d import Texture2D

_RADIO = 2
_INHERITED = 3
_WHITE = Color(1.0, 1.0, 1.0, 1.0)
_LINES = ("separator", "labeled_separator_left", "labeled_separator_right")


class _Columns(NamedTuple):
    """Where things stand in a row.

    Attributes:
        icon: where icons begin.
        text: where texts begin.
    """

    icon: float
    text: float


def measure(menu: PopupMenu) -> tuple[float, float]:
    """Width and height of all entries; each entry gets to know its place."""
    gap = menu.get_theme_constant("v_separation")
    widest = keys = y = 0.0
    for item in menu._items:
        text = shaped(menu, item)
        item.top, item.height = y, row_height(menu, item) + gap
        y += item.height
        width = text.get_size().x + item.indent * menu.get_theme_constant("indent")
        if item.submenu is not None:
            width += menu.get_theme_icon("submenu").get_width()
        widest = max(widest, width)
        key = shaped_key(menu, item)
        if key is not None:
            keys = max(keys, key.get_size().x + 2 * menu.get_theme_constant("h_separation"))
    bar = menu._scroller.get_v_scroll_bar().get_combined_minimum_size().x
    end = menu.get_theme_constant("item_end_padding")
    return _columns(menu).text + widest + keys + end + bar, y


def _columns(menu: PopupMenu) -> _Columns:
    gap = menu.get_theme_constant("h_separation")
    start = float(menu.get_theme_constant("item_start_padding"))
    check = max(menu.get_theme_icon(name).get_width() for name in ("checked", "radio_checked"))
    icon = max((_icon_size(menu, item)[0] for item in menu._items), default=0.0)
    compact = bool(menu.get_theme_constant("gutter_compact"))
    if compact:
        apart = any(item.icon is not None and item.check for item in menu._items)
    else:
        apart = icon > 0.0 and any(item.check for item in menu._items)
    if apart:
        return _Columns(start + check + gap, start + check + gap + icon + gap)
    return _Columns(start, start + max(check, icon) + gap)


def shaped(menu: PopupMenu, item: MenuItem) -> TextLine:
    """The text of an entry as it is drawn."""
    if item.shaped is None:
        kind = "_separator" if item.separator else ""
        item.shaped = _shape(menu, item, item.shown, kind)
    return item.shaped


def shaped_key(menu: PopupMenu, item: MenuItem) -> TextLine | None:
    """The words for the key of an entry; None when it has none."""
    if item.shaped_accelerator is None:
        words = ""
        if item.shortcut is not None and item.shortcut.has_valid_event():
            words = item.shortcut.get_as_text()
        elif item.accel:
            words = OS.get_keycode_string(item.accel)
        if not words:
            return None
        item.shaped_accelerator = _shape(menu, item, words, "")
    return item.shaped_accelerator


def _shape(menu: PopupMenu, item: MenuItem, text: str, kind: str) -> TextLine:
    line = TextLine()
    direction = item.direction
    if direction == _INHERITED:
        direction = 2 if menu.is_layout_rtl() else 1
    line.set_direction(direction)
    font = menu.get_theme_font("font" + kind)
    line.add_string(text, font, menu.get_theme_font_size(f"font{kind}_size"), item.language)
    return line


def row_height(menu: PopupMenu, item: MenuItem) -> float:
    """How high an entry is, without the gap between entries."""
    height: float = _icon_size(menu, item)[1]
    if item.separator:
        height = max(height, *(menu.get_theme_stylebox(n).get_minimum_size().y for n in _LINES))
        return max(height, shaped(menu, item).get_size().y if item.shown else 0.0)
    if item.check:
        for name in ("checked", "radio_checked"):
            height = max(height, menu.get_theme_icon(name).get_height())
    if item.shown:
        return max(height, shaped(menu, item).get_size().y)
    line: float = menu.get_theme_font("font").get_height(menu.get_theme_font_size("font_size"))
    return max(height, line)


def _icon_size(menu: PopupMenu, item: MenuItem) -> tuple[float, float]:
    if item.icon is None:
        return 0.0, 0.0
    size = item.icon.get_size()
    widths = (item.icon_max_width, menu.get_theme_constant("icon_max_width"))
    most = min((width for width in widths if width > 0), default=0)
    if most and size.x > most:
        return float(most), size.y * most / size.x
    return size.x, size.y


# Drawing ------------------------------------------------------------------------------------------


def draw(menu: PopupMenu, area: Control) -> None:
    """Draws all entries."""
    measure(menu)
    columns = _columns(menu)
    width = area.size.x
    for index, item in enumerate(menu._items):
        lit = index == menu._lit
        if lit:
            hover = menu.get_theme_stylebox("hover")
            hover.draw(area.get_canvas_item(), Rect2(0.0, item.top, width, item.height))
        if item.separator:
            _draw_separator(menu, area, item, width)
        else:
            _draw_item(menu, area, item, columns, width, lit)


def _content(menu: PopupMenu, item: MenuItem) -> tuple[float, float]:
    """Top and height of an entry's row without the gap around it."""
    gap = menu.get_theme_constant("v_separation")
    return item.top + gap // 2, item.height - gap


def _draw_item(
    menu: PopupMenu, area: Control, item: MenuItem, columns: _Columns, width: float, lit: bool
) -> None:
    top, height = _content(menu, item)
    indent = float(item.indent * menu.get_theme_constant("indent"))
    start = menu.get_theme_constant("item_start_padding") + indent
    if item.check:
        icon = menu.get_theme_icon(_check_name(item))
        y = top + math.floor((height - icon.get_height()) / 2.0)
        _place(menu, area, icon, (start, y), (icon.get_width(), icon.get_height()), _WHITE)
    if item.icon is not None:
        size = _icon_size(menu, item)
        y = top + math.floor((height - size[1]) / 2.0)
        _place(menu, area, item.icon, (columns.icon + indent, y), size, item.icon_modulate)
    end = menu.get_theme_constant("item_end_padding")
    if item.submenu is not None:
        icon = menu.get_theme_icon("submenu")
        y = top + math.floor((height - icon.get_height()) / 2.0)
        place = width - icon.get_width() - end, y
        _place(menu, area, icon, place, (icon.get_width(), icon.get_height()), _WHITE)
    name = "font_disabled_color" if item.disabled else "font_hover_color" if lit else "font_color"
    _draw_line(menu, area, shaped(menu, item), columns.text + indent, (top, height), name)
    key = shaped_key(menu, item)
    if key is not None:
        name = "font_hover_color" if lit else "font_accelerator_color"
        _draw_line(menu, area, key, width - key.get_size().x - end, (top, height), name)


def _place(
    menu: PopupMenu,
    area: Control,
    icon: Texture2D,
    place: tuple[float, float],
    size: tuple[float, float],
    color: Color,
) -> None:
    x, y = place
    if menu.is_layout_rtl():
        x = area.size.x - x - size[0]
    area.draw_texture_rect(icon, Rect2(x, y, *size), False, color)


def _draw_line(
    menu: PopupMenu,
    area: Control,
    line: TextLine,
    x: float,
    row: tuple[float, float],
    color: str,
) -> None:
    size = line.get_size()
    if menu.is_layout_rtl():
        x = area.size.x - x - size.x
    place = Vector2(x, row[0] + math.floor((row[1] - size.y) / 2.0))
    item = area.get_canvas_item()
    outline = menu.get_theme_constant("outline_size")
    if outline > 0:
        line.draw_outline(item, place, outline, menu.get_theme_color("font_outline_color"))
    line.draw(item, place, menu.get_theme_color(color))


def _check_name(item: MenuItem) -> str:
    name = "radio_" if item.check == _RADIO else ""
    name += "checked" if item.checked else "unchecked"
    return name + "_disabled" if item.disabled else name


def _draw_separator(menu: PopupMenu, area: Control, item: MenuItem, width: float) -> None:
    top, height = _content(menu, item)
    canvas_item = area.get_canvas_item()
    if not item.shown:
        style = menu.get_theme_stylebox("separator")
        thick = style.get_minimum_size().y
        style.draw(canvas_item, Rect2(0.0, top + math.floor((height - thick) / 2.0), width, thick))
        return
    text = shaped(menu, item)
    room = int(text.get_size().x) + 2 * menu.get_theme_constant("h_separation")
    middle = int(width / 2)
    left, right = middle - int(room / 2), middle + int(room / 2)
    for name, begin, end in (
        ("labeled_separator_left", 0.0, float(left)),
        ("labeled_separator_right", float(right), width),
    ):
        style = menu.get_theme_stylebox(name)
        thick = style.get_minimum_size().y
        y = top + math.floor((height - thick) / 2.0)
        if end > begin:
            style.draw(canvas_item, Rect2(begin, y, end - begin, thick))
    size = text.get_size()
    place = Vector2(int(middle - size.x / 2.0), top + math.floor((height - size.y) / 2.0))
    text.draw(canvas_item, place, menu.get_theme_color("font_separator_color"))
