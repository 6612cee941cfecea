"""Theme items of a control, as properties and as links in the chain of themes."""

from __future__ import annotations

from engine.gui._control_presets import ControlPresets
from engine.scene._theme_holder import ThemeHolder

_THEME_CHANGED = 45
_SEEN_TO = frozenset(  # by a container
    (
        *(
            f"{what}_{s}"
            for what in ("anchor", "offset")
            for s in ("left", "top", "right", "bottom")
        ),
        *("anchors_preset", "grow_horizontal", "grow_vertical"),
        *("rotation", "scale", "pivot_offset", "pivot_offset_ratio"),
    )
)


class ControlTheme(ThemeHolder, ControlPresets):
    """Theme, theme items and overrides; see `ThemeHolder`."""

    _theme_notification = _THEME_CHANGED

    def _also_stored(self, names: list[str]) -> list[str]:
        """The stored properties: without those that a container sees to, with overrides."""
        parent = self._parent_control
        if parent is not None and parent._sorts_children:
            names = [name for name in names if name not in _SEEN_TO]
        return super()._also_stored(names)

    def _when_theme_changed(self) -> None:
        self._emit_if_heard("theme_changed")
        known, self._theme_cache = self._theme_cache, None
        self._kept_items, self._themed = None, True
        for kind, name, theme_type in known or ():  # later changes count from the next time on
            self._item(kind, name, theme_type)
        self.queue_redraw()
        self.update_minimum_size()
        self._size_changed()
