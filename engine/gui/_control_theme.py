"""Theme items of a control, as properties and as links in the chain of themes."""

from __future__ import annotations

from typing import Any

from engine.gui._control_presets import ControlPresets
from engine.gui._theme_types import (
    COLOR,
    CONSTANT,
    FONT,
    FONT_SIZE,
    ICON,
    OVERRIDES,
    STYLEBOX,
)
from engine.gui.theme_db import ThemeDB
from engine.scene import _gui_hook
from engine.scene._theme_holder import ThemeHolder

_OVERRIDE = "theme_override_"
_THEME_CHANGED = 45
_ORDER = (STYLEBOX, COLOR, FONT, FONT_SIZE, CONSTANT, ICON)  # in which overrides are stored
_KIND_NAMES = {kind: name for name, kind in OVERRIDES.items()}


class ControlTheme(ThemeHolder, ControlPresets):
    """Theme, theme items and overrides; see `ThemeHolder`."""

    _theme_notification = _THEME_CHANGED

    def set(self, property: str, value: Any) -> None:
        """Sets a property; `theme_override_colors/font_color` is an override."""
        if not property.startswith(_OVERRIDE):
            super().set(property, value)
            return
        kind, _, name = property[len(_OVERRIDE) :].partition("/")
        if kind in OVERRIDES and name:
            if value is None:
                self._remove_override(OVERRIDES[kind], name)
            else:
                self._add_override(OVERRIDES[kind], name, value)

    def get(self, property: str) -> Any:
        """The value of a property; `theme_override_colors/font_color` is an override."""
        if property.startswith(_OVERRIDE):
            kind, _, name = property[len(_OVERRIDE) :].partition("/")
            return (self._overrides or {}).get((OVERRIDES.get(kind, -1), name))
        return super().get(property)

    def _also_stored(self, names: list[str]) -> list[str]:
        """The stored properties with the overrides that the class knows, behind the variation."""
        if not self._overrides:
            return names
        types = _gui_hook.lookup().types(self, "")
        known = ThemeDB.get_default_theme()._items
        found = [
            f"{_OVERRIDE}{_KIND_NAMES[kind]}/{name}"
            for kind, name in sorted(self._overrides, key=lambda key: _ORDER.index(key[0]))
            if any(name in known[kind].get(theme_type, ()) for theme_type in types)
        ]
        at = names.index("theme_type_variation") + 1
        return names[:at] + found + names[at:]

    def _when_theme_changed(self) -> None:
        self._emit_if_heard("theme_changed")
        known, self._theme_cache = self._theme_cache, None
        self._kept_items, self._themed = None, True
        for kind, name, theme_type in known or ():  # later changes count from the next time on
            self._item(kind, name, theme_type)
        self.queue_redraw()
        self.update_minimum_size()
        self._size_changed()
