"""Kinds of theme items, as numbers: what `Theme.DATA_TYPE_*` says."""

from __future__ import annotations

COLOR, CONSTANT, FONT, FONT_SIZE, ICON, STYLEBOX = range(6)

# The kinds as they are called in properties: `theme_override_colors/font_color` of a control,
# `Button/colors/font_color` of a theme.
OVERRIDES = {
    "icons": ICON,
    "styles": STYLEBOX,
    "fonts": FONT,
    "font_sizes": FONT_SIZE,
    "colors": COLOR,
    "constants": CONSTANT,
}
