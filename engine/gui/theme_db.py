"""`ThemeDB`: the default theme, the project's theme, and what stands in for missing items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from engine.core._lazy import lazy
from engine.core.accessors import accessors
from engine.core.object import Object
from engine.core.project_settings import ProjectSettings
from engine.core.signal import Signal
from engine.gui import _theme_fallbacks as fallbacks
from engine.gui._theme_types import FONT, FONT_SIZE, ICON, STYLEBOX
from engine.gui.theme import Theme
from engine.scene.resource_loader import ResourceLoader

if TYPE_CHECKING:
    from engine.gui import _default_theme
else:
    _default_theme = lazy("engine.gui._default_theme")

_CUSTOM_THEME = "gui/theme/custom"
_CUSTOM_FONT = "gui/theme/custom_font"


class _ThemeDB(Object):
    """The themes that every control falls back to.

    Signals: `fallback_changed` when one of the `fallback_*` values was set.
    """

    fallback_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._default: Theme | None = None
        self._project: Theme | None = None
        self._project_path = ""
        self._base_scale = 1.0

    def get_default_theme(self) -> Theme:
        """The engine's own theme."""
        if self._default is None:
            self._default = _default_theme.make()
        return self._default

    def get_project_theme(self) -> Any:
        """The theme that the project's settings name, or None."""
        path = str(ProjectSettings.get_setting(_CUSTOM_THEME, "") or "")
        if path != self._project_path:
            self._project_path = path
            self._project = ResourceLoader.load(path) if path else None
        return self._project

    def _themes(self) -> tuple[Theme, ...]:
        """The themes below all others, in the order in which they are asked."""
        project = self.get_project_theme()
        default = self.get_default_theme()
        return (default,) if project is None else (project, default)

    def _replace(self, kind: int, value: Any) -> None:
        if fallbacks.of_kind(kind) != value:
            fallbacks.replace(kind, value)
            self.fallback_changed.emit()

    def set_fallback_base_scale(self, base_scale: float) -> None:
        """Sets the scale for themes without one."""
        if base_scale != self._base_scale:
            self._base_scale = float(base_scale)
            self.fallback_changed.emit()

    def get_fallback_base_scale(self) -> float:
        """The scale for themes without one."""
        return self._base_scale

    fallback_base_scale = accessors(get_fallback_base_scale, set_fallback_base_scale)

    def set_fallback_font(self, font: Any) -> None:
        """Sets the font that stands in for missing ones."""
        self._replace(FONT, font)

    def get_fallback_font(self) -> Any:
        """The font that stands in for missing ones."""
        return fallbacks.of_kind(FONT)

    fallback_font = accessors(get_fallback_font, set_fallback_font)

    def set_fallback_font_size(self, font_size: int) -> None:
        """Sets the font size that stands in for missing ones."""
        self._replace(FONT_SIZE, int(font_size))

    def get_fallback_font_size(self) -> int:
        """The font size that stands in for missing ones."""
        return cast(int, fallbacks.of_kind(FONT_SIZE))

    fallback_font_size = accessors(get_fallback_font_size, set_fallback_font_size)

    def set_fallback_icon(self, icon: Any) -> None:
        """Sets the picture that stands in for missing ones."""
        self._replace(ICON, icon)

    def get_fallback_icon(self) -> Any:
        """The picture that stands in for missing ones."""
        return fallbacks.of_kind(ICON)

    fallback_icon = accessors(get_fallback_icon, set_fallback_icon)

    def set_fallback_stylebox(self, stylebox: Any) -> None:
        """Sets the box style that stands in for missing ones."""
        self._replace(STYLEBOX, stylebox)

    def get_fallback_stylebox(self) -> Any:
        """The box style that stands in for missing ones."""
        return fallbacks.of_kind(STYLEBOX)

    fallback_stylebox = accessors(get_fallback_stylebox, set_fallback_stylebox)


_ThemeDB._class_name = "ThemeDB"
ThemeDB = _ThemeDB()
