"""Theme items of windows, which hand themes on to the controls in them."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.string_name import StringName
from engine.scene._theme_holder import ThemeHolder
from engine.scene._window_popups import WindowPopups

_NO_NAME = StringName("")


class WindowTheme(ThemeHolder, WindowPopups):
    """The theme, and where its items are looked up."""

    _own: ClassVar[tuple[str, ...]] = (
        "_overrides",
        "_owner_theme",
        "_theme",
        "_kept_items",
        "_measuring",
        "_theme_bulk",
        "_themed",
        "_theme_cache",
        "_theme_late",
        "_variation",
    )
    _theme_notification = 32

    _overrides: dict[tuple[int, str], Any] | None = None
    _owner_theme: Any = None  # the nearest control or window above, or itself, with a theme
    _theme: Any = None
    _kept_items: dict[Any, Any] | None = None
    _measuring: bool = False
    _themed: bool = False
    _theme_bulk: bool = False
    _theme_cache: dict[Any, Any] | None = None
    _theme_late: bool = False
    _variation: StringName = _NO_NAME

    def _theme_parent(self) -> Any:
        """The nearest control or window above, if nothing else lies between."""
        parent = self._parent
        return parent if hasattr(parent, "_theme_parent") else None

    def _theme_children(self) -> list[Any]:
        return [child for child in self.get_children(True) if hasattr(child, "_theme_parent")]

    def _theme_changed(self) -> None:
        self.notification(self._theme_notification)

    def _window_enters(self) -> None:
        super()._window_enters()
        above = self._theme_parent()
        if self._theme is None and above is not None:
            self._owner_theme = above._owner_theme
        self._theme_changed()

    def _window_leaves(self) -> None:
        super()._window_leaves()
        self._theme_cache = None
        if self._owner_theme is not self:
            self._owner_theme = None

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self._theme_notification:
            self._theme_cache = self._kept_items = None
            self._themed = True
            self._emit_if_heard("theme_changed")
