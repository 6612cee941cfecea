"""Theme items of controls and windows: overrides of their own, then what the themes above say.

What was looked up is kept by the node until its theme, its overrides or something above change.
Looking up is the gui layer's (`_gui_hook.theme_lookup`), which is loaded when something is looked
up for the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from engine.core import output
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.string_name import StringName
from engine.scene import _gui_hook

COLOR, CONSTANT, FONT, FONT_SIZE, ICON, STYLEBOX = range(6)
_OVERRIDE = "theme_override_"
_KINDS = {
    "colors": COLOR,
    "constants": CONSTANT,
    "fonts": FONT,
    "font_sizes": FONT_SIZE,
    "icons": ICON,
    "styles": STYLEBOX,
}


class ThemeHolder:
    """Theme, theme items and overrides.

    Subclasses have the state below, and `_theme_notification`: what they are told when items of
    their theme may have changed.
    """

    _theme_notification: ClassVar[int]
    if not TYPE_CHECKING:
        __slots__ = ()
    else:
        _overrides: dict[tuple[int, str], Any] | None
        _theme: Any
        _theme_bulk: bool
        _theme_cache: dict[Any, Any] | None
        _theme_late: bool
        _tree: Any
        _variation: StringName
        _class_name: ClassVar[str]
        _kept_items: dict[Any, Any] | None  # of the last tree, where overrides changed outside
        _measuring: bool  # whether a minimum size is being measured outside of a tree
        _themed: bool  # whether it has ever been told of its theme, as in a tree

        def notification(self, what: int, reversed: bool = False) -> None: ...

    # Overrides as properties ---------------------------------------------------------------------

    def set(self, property: str, value: Any) -> None:
        """Sets a property; `theme_override_colors/font_color` is an override."""
        if not property.startswith(_OVERRIDE):
            super().set(property, value)  # type: ignore[misc]
            return
        kind, _, name = property[len(_OVERRIDE) :].partition("/")
        if kind in _KINDS and name:
            if value is None:
                self._remove_override(_KINDS[kind], name)
            else:
                self._add_override(_KINDS[kind], name, value)

    def get(self, property: str) -> Any:
        """The value of a property; `theme_override_colors/font_color` is an override."""
        if property.startswith(_OVERRIDE):
            kind, _, name = property[len(_OVERRIDE) :].partition("/")
            return (self._overrides or {}).get((_KINDS.get(kind, -1), name))
        return super().get(property)  # type: ignore[misc]

    def _also_stored(self, names: list[str]) -> list[str]:
        """The stored properties with the overrides that the class knows, in Godot's order."""
        if not self._overrides:
            return names
        found = [
            f"{_OVERRIDE}{kind}/{name}"
            for kind, name in _gui_hook.lookup().item_names(self)
            if (_KINDS[kind], name) in self._overrides
        ]
        at = names.index("theme_type_variation") + 1
        return names[:at] + found + names[at:]

    # Theme ---------------------------------------------------------------------------------------

    def set_theme(self, theme: Any) -> None:
        """Sets the theme of this node and of those below it."""
        if theme is self._theme:
            return
        if self._theme is not None:
            self._theme.changed.disconnect(self._theme_resource_changed)
        self._theme = theme
        if theme is not None:
            _gui_hook.lookup().spread_owner(self, self)
            theme.changed.connect(self._theme_resource_changed, 1)  # CONNECT_DEFERRED
        else:
            _gui_hook.lookup().spread_owner(self, _gui_hook.lookup().owner_above(self))

    def get_theme(self) -> Any:
        """The theme of this node and of those below it, or None."""
        return self._theme

    theme = accessors(get_theme, set_theme)

    def _theme_resource_changed(self) -> None:
        if self._tree is not None:
            _gui_hook.lookup().spread_owner(self, self)

    def set_theme_type_variation(self, theme_type: str) -> None:
        """Sets under which name the node looks into themes before its class."""
        name = StringName(theme_type)
        if name == self._variation:
            return
        self._variation = name
        if self._tree is not None:
            self.notification(self._theme_notification)

    def get_theme_type_variation(self) -> StringName:
        """Under which name the node looks into themes before its class."""
        return self._variation

    theme_type_variation = accessors(get_theme_type_variation, set_theme_type_variation)

    def _forget_theme_items(self) -> None:
        self._theme_cache = None

    # Items ---------------------------------------------------------------------------------------

    def _item(self, kind: int, name: str, theme_type: str) -> Any:
        cache = self._theme_cache
        if cache is None:
            cache = self._theme_cache = {}
        key = kind, name, theme_type
        if self._tree is None or self._kept_items is not None or not self._themed:
            return self._item_outside(key, cache)
        if key in cache:
            return cache[key]
        found = self._own_item(kind, name, theme_type)
        if found is None:
            found = _gui_hook.lookup().find(self, kind, name, theme_type)
        cache[key] = found
        return found

    def _item_outside(self, key: tuple[int, str, str], cache: dict[Any, Any]) -> Any:
        """An item before the node is told of its theme: outside of a tree, or just entering.

        The items that a class needs were taken when the node was made, those of a node that has
        left a tree are the last ones in there. Measuring goes by them, whatever overrides say.
        """
        lookup = _gui_hook.lookup()
        found = None
        if self._measuring:
            kept = self._kept_items
            if kept is not None and key in kept:
                return kept[key]
            found = None if self._themed else lookup.at_birth(self, *key)
        if found is None:
            found = self._own_item(*key)
        if found is not None or key in cache:
            return cache[key] if found is None else found
        if not self._themed:
            found = lookup.at_birth(self, *key)
        cache[key] = lookup.find(self, *key) if found is None else found
        return cache[key]

    def _own_item(self, kind: int, name: str, theme_type: str) -> Any:
        overrides = self._overrides
        if overrides and theme_type in ("", self._class_name, self._variation):
            return overrides.get((kind, name))
        return None

    def _has_item(self, kind: int, name: str, theme_type: str) -> bool:
        found = self._own_item(kind, name, theme_type)
        return found is not None or _gui_hook.lookup().has(self, kind, name, theme_type)

    def get_theme_color(self, name: str, theme_type: str = "") -> Color:
        """A colour of the theme."""
        return cast(Color, self._item(COLOR, name, theme_type))

    def get_theme_constant(self, name: str, theme_type: str = "") -> int:
        """A number of the theme."""
        return cast(int, self._item(CONSTANT, name, theme_type))

    def get_theme_font(self, name: str, theme_type: str = "") -> Any:
        """A font of the theme."""
        return self._item(FONT, name, theme_type)

    def get_theme_font_size(self, name: str, theme_type: str = "") -> int:
        """A font size of the theme."""
        return cast(int, self._item(FONT_SIZE, name, theme_type))

    def get_theme_icon(self, name: str, theme_type: str = "") -> Any:
        """A picture of the theme."""
        return self._item(ICON, name, theme_type)

    def get_theme_stylebox(self, name: str, theme_type: str = "") -> Any:
        """A box style of the theme."""
        return self._item(STYLEBOX, name, theme_type)

    def has_theme_color(self, name: str, theme_type: str = "") -> bool:
        """Whether there is such a colour, as an override or in a theme."""
        return self._has_item(COLOR, name, theme_type)

    def has_theme_constant(self, name: str, theme_type: str = "") -> bool:
        """Whether there is such a number, as an override or in a theme."""
        return self._has_item(CONSTANT, name, theme_type)

    def has_theme_font(self, name: str, theme_type: str = "") -> bool:
        """Whether there is such a font, as an override or in a theme."""
        return self._has_item(FONT, name, theme_type)

    def has_theme_font_size(self, name: str, theme_type: str = "") -> bool:
        """Whether there is such a font size, as an override or in a theme."""
        return self._has_item(FONT_SIZE, name, theme_type)

    def has_theme_icon(self, name: str, theme_type: str = "") -> bool:
        """Whether there is such a picture, as an override or in a theme."""
        return self._has_item(ICON, name, theme_type)

    def has_theme_stylebox(self, name: str, theme_type: str = "") -> bool:
        """Whether there is such a box style, as an override or in a theme."""
        return self._has_item(STYLEBOX, name, theme_type)

    def get_theme_default_base_scale(self) -> float:
        """The scale that the nearest theme with one says."""
        return cast(float, _gui_hook.lookup().default_of(self, "default_base_scale"))

    def get_theme_default_font(self) -> Any:
        """The font of the nearest theme with one."""
        return _gui_hook.lookup().default_of(self, "default_font")

    def get_theme_default_font_size(self) -> int:
        """The font size of the nearest theme with one."""
        return cast(int, _gui_hook.lookup().default_of(self, "default_font_size"))

    # Overrides -----------------------------------------------------------------------------------

    def _add_override(self, kind: int, name: str, value: Any) -> None:
        overrides = self._overrides
        if overrides is None:
            overrides = self._overrides = {}
        key = kind, str(name)
        self._stop_watching(overrides.get(key))
        overrides[key] = value
        if hasattr(value, "changed"):
            value.changed.connect(self._override_changed, 8)  # CONNECT_REFERENCE_COUNTED
        self._override_changed()

    def _remove_override(self, kind: int, name: str) -> None:
        key = kind, str(name)
        if self._overrides and key in self._overrides:
            self._stop_watching(self._overrides.pop(key))
        self._override_changed()

    def _stop_watching(self, value: Any) -> None:
        if value is not None and hasattr(value, "changed"):
            value.changed.disconnect(self._override_changed)

    def _override_changed(self) -> None:
        if self._tree is None and self._themed and self._kept_items is None:
            self._kept_items = self._theme_cache
        self._theme_cache = None
        if self._theme_bulk:
            self._theme_late = True
        elif self._tree is not None:
            self.notification(self._theme_notification)

    def _has_override(self, kind: int, name: str) -> bool:
        return bool(self._overrides) and (kind, str(name)) in cast(Any, self._overrides)

    def begin_bulk_theme_override(self) -> None:
        """Until `end_bulk_theme_override`, changed overrides are not told one by one."""
        self._theme_bulk = True

    def end_bulk_theme_override(self) -> None:
        """Tells of the overrides that have changed since `begin_bulk_theme_override`."""
        if not self._theme_bulk:
            output.error('Condition "!data.bulk_theme_override" is true.')
            return
        self._theme_bulk = False
        if self._theme_late:
            self._theme_late = False
            self._override_changed()

    def add_theme_color_override(self, name: str, color: Color) -> None:
        """Sets a colour for this node alone."""
        self._add_override(COLOR, name, Color(color))

    def add_theme_constant_override(self, name: str, constant: int) -> None:
        """Sets a number for this node alone."""
        self._add_override(CONSTANT, name, int(constant))

    def add_theme_font_override(self, name: str, font: Any) -> None:
        """Sets a font for this node alone."""
        self._add_resource(FONT, name, font, "rp_font")

    def add_theme_font_size_override(self, name: str, font_size: int) -> None:
        """Sets a font size for this node alone."""
        self._add_override(FONT_SIZE, name, int(font_size))

    def add_theme_icon_override(self, name: str, texture: Any) -> None:
        """Sets a picture for this node alone."""
        self._add_resource(ICON, name, texture, "rp_icon")

    def add_theme_stylebox_override(self, name: str, stylebox: Any) -> None:
        """Sets a box style for this node alone."""
        self._add_resource(STYLEBOX, name, stylebox, "rp_style")

    def _add_resource(self, kind: int, name: str, value: Any, argument: str) -> None:
        if value is None:
            output.error(f'Required object "{argument}" is null.')
        else:
            self._add_override(kind, name, value)

    def remove_theme_color_override(self, name: str) -> None:
        """Takes away what `add_theme_color_override` set."""
        self._remove_override(COLOR, name)

    def remove_theme_constant_override(self, name: str) -> None:
        """Takes away what `add_theme_constant_override` set."""
        self._remove_override(CONSTANT, name)

    def remove_theme_font_override(self, name: str) -> None:
        """Takes away what `add_theme_font_override` set."""
        self._remove_override(FONT, name)

    def remove_theme_font_size_override(self, name: str) -> None:
        """Takes away what `add_theme_font_size_override` set."""
        self._remove_override(FONT_SIZE, name)

    def remove_theme_icon_override(self, name: str) -> None:
        """Takes away what `add_theme_icon_override` set."""
        self._remove_override(ICON, name)

    def remove_theme_stylebox_override(self, name: str) -> None:
        """Takes away what `add_theme_stylebox_override` set."""
        self._remove_override(STYLEBOX, name)

    def has_theme_color_override(self, name: str) -> bool:
        """Whether this node has such a colour of its own."""
        return self._has_override(COLOR, name)

    def has_theme_constant_override(self, name: str) -> bool:
        """Whether this node has such a number of its own."""
        return self._has_override(CONSTANT, name)

    def has_theme_font_override(self, name: str) -> bool:
        """Whether this node has such a font of its own."""
        return self._has_override(FONT, name)

    def has_theme_font_size_override(self, name: str) -> bool:
        """Whether this node has such a font size of its own."""
        return self._has_override(FONT_SIZE, name)

    def has_theme_icon_override(self, name: str) -> bool:
        """Whether this node has such a picture of its own."""
        return self._has_override(ICON, name)

    def has_theme_stylebox_override(self, name: str) -> bool:
        """Whether this node has such a box style of its own."""
        return self._has_override(STYLEBOX, name)
