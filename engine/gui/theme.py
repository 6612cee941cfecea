"""`Theme`: how controls look: colours, numbers, fonts, pictures and boxes by type and name."""

from __future__ import annotations

from typing import Any, cast

from engine.core._float32 import f32
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.packed_string_array import PackedStringArray
from engine.gui import _theme_fallbacks as fallbacks
from engine.gui._theme_items import ThemeItems
from engine.gui._theme_types import COLOR, CONSTANT, FONT, FONT_SIZE, ICON, OVERRIDES, STYLEBOX


class Theme(ThemeItems):
    """A set of theme items.

    A control looks into the themes above it, then into the project's and the default one, under
    its `theme_type_variation`, its class and the classes that this derives from.
    """

    _stored = ("default_base_scale", "default_font", "default_font_size")

    def _fallback(self, kind: int) -> Any:
        return fallbacks.of_kind(kind)

    # Defaults ------------------------------------------------------------------------------------

    def set_default_base_scale(self, base_scale: float) -> None:
        """Sets the scale of the theme; 0 for none."""
        if f32(base_scale) != self._base_scale:
            self._base_scale = f32(base_scale)
            self._changed()

    def get_default_base_scale(self) -> float:
        """The scale of the theme; 0 for none."""
        return self._base_scale

    def has_default_base_scale(self) -> bool:
        """Whether the theme has a scale."""
        return self._base_scale > 0.0

    default_base_scale = accessors(get_default_base_scale, set_default_base_scale)

    def set_default_font(self, font: Any) -> None:
        """Sets the font for all types without one; None for none."""
        if font is self._font:
            return
        if self._font is not None:
            self._font.changed.disconnect(self._changed)
        self._font = font
        if font is not None:
            font.changed.connect(self._changed, 8)  # CONNECT_REFERENCE_COUNTED
        self._changed()

    def get_default_font(self) -> Any:
        """The font for all types without one, or None."""
        return self._font

    def has_default_font(self) -> bool:
        """Whether the theme has a font for all types without one."""
        return self._font is not None

    default_font = accessors(get_default_font, set_default_font)

    def set_default_font_size(self, font_size: int) -> None:
        """Sets the font size for all types without one; -1 for none."""
        if font_size != self._font_size:
            self._font_size = int(font_size)
            self._changed()

    def get_default_font_size(self) -> int:
        """The font size for all types without one; -1 for none."""
        return self._font_size

    def has_default_font_size(self) -> bool:
        """Whether the theme has a font size for all types without one."""
        return self._font_size > 0

    default_font_size = accessors(get_default_font_size, set_default_font_size)

    # Properties by path --------------------------------------------------------------------------

    def set(self, property: str, value: Any) -> None:
        """Sets a property; `Button/colors/font_color` is an item."""
        parts = str(property).split("/")
        if len(parts) == 3 and parts[1] in OVERRIDES:
            self._put(OVERRIDES[parts[1]], parts[2], parts[0], value)
        elif len(parts) == 2 and parts[1] == "base_type":
            self.set_type_variation(parts[0], value)
        else:
            super().set(property, value)

    def get(self, property: str) -> Any:
        """The value of a property; `Button/colors/font_color` is an item."""
        parts = str(property).split("/")
        if len(parts) == 3 and parts[1] in OVERRIDES:
            return self._stored_item(OVERRIDES[parts[1]], parts[2], parts[0])
        if len(parts) == 2 and parts[1] == "base_type":
            return self.get_type_variation_base(parts[0])
        return super().get(property)

    # Colours --------------------------------------------------------------------------------------

    def set_color(self, name: str, theme_type: str, color: Color) -> None:
        """Sets a colour."""
        self._put(COLOR, name, theme_type, Color(color))

    def get_color(self, name: str, theme_type: str) -> Color:
        """A colour, or what stands in for a missing one."""
        return cast(Color, self._get_item(COLOR, name, theme_type))

    def has_color(self, name: str, theme_type: str) -> bool:
        """Whether there is such a colour."""
        return self._finds(COLOR, name, theme_type)

    def rename_color(self, old_name: str, name: str, theme_type: str) -> None:
        """Gives a colour another name."""
        self._rename_item(COLOR, old_name, name, theme_type)

    def clear_color(self, name: str, theme_type: str) -> None:
        """Takes a colour away."""
        self._clear_item(COLOR, name, theme_type)

    def get_color_list(self, theme_type: str) -> PackedStringArray:
        """The names of all colours of a type."""
        return self._names(COLOR, theme_type)

    def get_color_type_list(self) -> PackedStringArray:
        """The types that have colours."""
        return self._types(COLOR)

    # Constants ------------------------------------------------------------------------------------

    def set_constant(self, name: str, theme_type: str, constant: int) -> None:
        """Sets a number."""
        self._put(CONSTANT, name, theme_type, int(constant))

    def get_constant(self, name: str, theme_type: str) -> int:
        """A number, or what stands in for a missing one."""
        return cast(int, self._get_item(CONSTANT, name, theme_type))

    def has_constant(self, name: str, theme_type: str) -> bool:
        """Whether there is such a number."""
        return self._finds(CONSTANT, name, theme_type)

    def rename_constant(self, old_name: str, name: str, theme_type: str) -> None:
        """Gives a number another name."""
        self._rename_item(CONSTANT, old_name, name, theme_type)

    def clear_constant(self, name: str, theme_type: str) -> None:
        """Takes a number away."""
        self._clear_item(CONSTANT, name, theme_type)

    def get_constant_list(self, theme_type: str) -> PackedStringArray:
        """The names of all numbers of a type."""
        return self._names(CONSTANT, theme_type)

    def get_constant_type_list(self) -> PackedStringArray:
        """The types that have numbers."""
        return self._types(CONSTANT)

    # Fonts ----------------------------------------------------------------------------------------

    def set_font(self, name: str, theme_type: str, font: Any) -> None:
        """Sets a font."""
        self._put(FONT, name, theme_type, font)

    def get_font(self, name: str, theme_type: str) -> Any:
        """A font, or what stands in for a missing one."""
        return self._get_item(FONT, name, theme_type)

    def has_font(self, name: str, theme_type: str) -> bool:
        """Whether there is such a font."""
        return self._finds(FONT, name, theme_type) or self._font is not None

    def rename_font(self, old_name: str, name: str, theme_type: str) -> None:
        """Gives a font another name."""
        self._rename_item(FONT, old_name, name, theme_type)

    def clear_font(self, name: str, theme_type: str) -> None:
        """Takes a font away."""
        self._clear_item(FONT, name, theme_type)

    def get_font_list(self, theme_type: str) -> PackedStringArray:
        """The names of all fonts of a type."""
        return self._names(FONT, theme_type)

    def get_font_type_list(self) -> PackedStringArray:
        """The types that have fonts."""
        return self._types(FONT)

    # Font sizes -----------------------------------------------------------------------------------

    def set_font_size(self, name: str, theme_type: str, font_size: int) -> None:
        """Sets a font size."""
        self._put(FONT_SIZE, name, theme_type, int(font_size))

    def get_font_size(self, name: str, theme_type: str) -> int:
        """A font size, or what stands in for a missing one."""
        return cast(int, self._get_item(FONT_SIZE, name, theme_type))

    def has_font_size(self, name: str, theme_type: str) -> bool:
        """Whether there is such a font size."""
        return self._finds(FONT_SIZE, name, theme_type) or self._font_size > 0

    def rename_font_size(self, old_name: str, name: str, theme_type: str) -> None:
        """Gives a font size another name."""
        self._rename_item(FONT_SIZE, old_name, name, theme_type)

    def clear_font_size(self, name: str, theme_type: str) -> None:
        """Takes a font size away."""
        self._clear_item(FONT_SIZE, name, theme_type)

    def get_font_size_list(self, theme_type: str) -> PackedStringArray:
        """The names of all font sizes of a type."""
        return self._names(FONT_SIZE, theme_type)

    def get_font_size_type_list(self) -> PackedStringArray:
        """The types that have font sizes."""
        return self._types(FONT_SIZE)

    # Icons ----------------------------------------------------------------------------------------

    def set_icon(self, name: str, theme_type: str, texture: Any) -> None:
        """Sets a picture."""
        self._put(ICON, name, theme_type, texture)

    def get_icon(self, name: str, theme_type: str) -> Any:
        """A picture, or what stands in for a missing one."""
        return self._get_item(ICON, name, theme_type)

    def has_icon(self, name: str, theme_type: str) -> bool:
        """Whether there is such a picture."""
        return self._finds(ICON, name, theme_type)

    def rename_icon(self, old_name: str, name: str, theme_type: str) -> None:
        """Gives a picture another name."""
        self._rename_item(ICON, old_name, name, theme_type)

    def clear_icon(self, name: str, theme_type: str) -> None:
        """Takes a picture away."""
        self._clear_item(ICON, name, theme_type)

    def get_icon_list(self, theme_type: str) -> PackedStringArray:
        """The names of all pictures of a type."""
        return self._names(ICON, theme_type)

    def get_icon_type_list(self) -> PackedStringArray:
        """The types that have pictures."""
        return self._types(ICON)

    # Style boxes ----------------------------------------------------------------------------------

    def set_stylebox(self, name: str, theme_type: str, texture: Any) -> None:
        """Sets a box style."""
        self._put(STYLEBOX, name, theme_type, texture)

    def get_stylebox(self, name: str, theme_type: str) -> Any:
        """A box style, or what stands in for a missing one."""
        return self._get_item(STYLEBOX, name, theme_type)

    def has_stylebox(self, name: str, theme_type: str) -> bool:
        """Whether there is such a box style."""
        return self._finds(STYLEBOX, name, theme_type)

    def rename_stylebox(self, old_name: str, name: str, theme_type: str) -> None:
        """Gives a box style another name."""
        self._rename_item(STYLEBOX, old_name, name, theme_type)

    def clear_stylebox(self, name: str, theme_type: str) -> None:
        """Takes a box style away."""
        self._clear_item(STYLEBOX, name, theme_type)

    def get_stylebox_list(self, theme_type: str) -> PackedStringArray:
        """The names of all box styles of a type."""
        return self._names(STYLEBOX, theme_type)

    def get_stylebox_type_list(self) -> PackedStringArray:
        """The types that have box styles."""
        return self._types(STYLEBOX)
