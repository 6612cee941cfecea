"""The store of a theme: items by kind, type and name, types, and variations of types."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Self

from engine.core import output
from engine.core.color import Color
from engine.core.packed_string_array import PackedStringArray
from engine.core.resource import Resource
from engine.core.string_name import StringName
from engine.gui._theme_types import (
    COLOR,
    CONSTANT,
    FONT,
    FONT_SIZE,
    ICON,
    OVERRIDES,
    STYLEBOX,
)

_Items = dict[str, dict[str, Any]]
_WORDS = ("color", "constant", "font", "font size", "icon", "stylebox")
_EMPTY: dict[str, Any] = {}


class ThemeItems(Resource):
    """Theme items of every kind."""

    class DataType(IntEnum):
        """Kinds of theme items."""

        DATA_TYPE_COLOR = 0
        DATA_TYPE_CONSTANT = 1
        DATA_TYPE_FONT = 2
        DATA_TYPE_FONT_SIZE = 3
        DATA_TYPE_ICON = 4
        DATA_TYPE_STYLEBOX = 5
        DATA_TYPE_MAX = 6

    DATA_TYPE_COLOR = DataType.DATA_TYPE_COLOR
    DATA_TYPE_CONSTANT = DataType.DATA_TYPE_CONSTANT
    DATA_TYPE_FONT = DataType.DATA_TYPE_FONT
    DATA_TYPE_FONT_SIZE = DataType.DATA_TYPE_FONT_SIZE
    DATA_TYPE_ICON = DataType.DATA_TYPE_ICON
    DATA_TYPE_STYLEBOX = DataType.DATA_TYPE_STYLEBOX
    DATA_TYPE_MAX = DataType.DATA_TYPE_MAX

    _own = ("_base_scale", "_font", "_font_size", "_items", "_quiet", "_variations")

    _items: tuple[_Items, _Items, _Items, _Items, _Items, _Items]
    _variations: dict[str, str]
    _base_scale: float
    _font: Any
    _font_size: int
    _quiet: bool

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._items = ({}, {}, {}, {}, {}, {})
        self._variations = {}
        self._base_scale = 0.0
        self._font = None
        self._font_size = -1
        self._quiet = False
        return self

    def _changed(self) -> None:
        if not self._quiet:
            self.emit_changed()

    # Items of any kind ---------------------------------------------------------------------------

    def _stored_item(self, kind: int, name: str, theme_type: str) -> Any:
        return self._items[kind].get(theme_type, _EMPTY).get(name)

    def _finds(self, kind: int, name: str, theme_type: str) -> bool:
        """Whether it answers for an item.

        A default font or size answers for all of its kind, but not for variations, so that what
        these vary is asked, too.
        """
        found = self._items[kind].get(theme_type, _EMPTY).get(name)
        if kind == FONT_SIZE:
            if found and found > 0:
                return True
            return self._font_size > 0 and theme_type not in self._variations
        if found is None and kind == FONT:
            return self._font is not None and theme_type not in self._variations
        return found is not None

    def _find(self, kind: int, name: str, theme_type: str) -> Any:
        """What it answers, or None."""
        found = self._items[kind].get(theme_type, _EMPTY).get(name)
        if kind == FONT and found is None:
            return self._font
        if kind == FONT_SIZE and not (found and found > 0):
            return self._font_size if self._font_size > 0 else None
        return found

    def _put(self, kind: int, name: str, theme_type: str, value: Any) -> None:
        names = self._items[kind].setdefault(str(theme_type), {})
        before: Any = names.get(str(name))
        if before is not None and hasattr(before, "changed"):
            before.changed.disconnect(self._changed)
        names[str(name)] = value
        if hasattr(value, "changed"):
            value.changed.connect(self._changed, 8)  # CONNECT_REFERENCE_COUNTED
        self._changed()

    def _has_in_store(self, kind: int, name: str, theme_type: str) -> bool:
        return str(name) in self._items[kind].get(str(theme_type), _EMPTY)

    def _clear_item(self, kind: int, name: str, theme_type: str) -> None:
        if not self._has_in_store(kind, name, theme_type):
            _missing(kind, "clear", name, theme_type)
            return
        value = self._items[kind][str(theme_type)].pop(str(name))
        if hasattr(value, "changed"):
            value.changed.disconnect(self._changed)
        self._changed()

    def _rename_item(self, kind: int, old_name: str, name: str, theme_type: str) -> None:
        names = self._items[kind].get(str(theme_type))
        if names is None or str(old_name) not in names:
            _missing(kind, "rename", old_name, theme_type)
        elif str(name) in names:
            output.error(
                f"Cannot rename the {_WORDS[kind]} '{old_name}' because the new name '{name}' "
                "already exists."
            )
        else:
            names[str(name)] = names.pop(str(old_name))
            self._changed()

    def _names(self, kind: int, theme_type: str) -> PackedStringArray:
        return PackedStringArray(list(self._items[kind].get(str(theme_type), _EMPTY)))

    def _types(self, kind: int) -> PackedStringArray:
        return PackedStringArray(list(self._items[kind]))

    def set_theme_item(self, data_type: int, name: str, theme_type: str, value: Any) -> None:
        """Sets an item of a kind."""
        if _is_kind(data_type):
            self._put(data_type, name, theme_type, value)

    def get_theme_item(self, data_type: int, name: str, theme_type: str) -> Any:
        """An item of a kind, or what stands in for a missing one."""
        return self._get_item(data_type, name, theme_type) if _is_kind(data_type) else None

    def _get_item(self, kind: int, name: str, theme_type: str) -> Any:
        found = self._find(kind, name, theme_type)
        return self._fallback(kind) if found is None else found

    def _fallback(self, kind: int) -> Any:
        """What stands in for a missing item."""
        return Color(0.0, 0.0, 0.0, 1.0) if kind == COLOR else 0 if kind == CONSTANT else None

    def has_theme_item(self, data_type: int, name: str, theme_type: str) -> bool:
        """Whether there is such an item."""
        return _is_kind(data_type) and self._finds(data_type, name, theme_type)

    def rename_theme_item(self, data_type: int, old_name: str, name: str, theme_type: str) -> None:
        """Gives an item another name."""
        if _is_kind(data_type):
            self._rename_item(data_type, old_name, name, theme_type)

    def clear_theme_item(self, data_type: int, name: str, theme_type: str) -> None:
        """Takes an item away."""
        if _is_kind(data_type):
            self._clear_item(data_type, name, theme_type)

    def get_theme_item_list(self, data_type: int, theme_type: str) -> PackedStringArray:
        """The names of the items of a kind and type."""
        return self._names(data_type, theme_type) if _is_kind(data_type) else PackedStringArray()

    def get_theme_item_type_list(self, data_type: int) -> PackedStringArray:
        """The types that have items of a kind."""
        return self._types(data_type) if _is_kind(data_type) else PackedStringArray()

    # Types ---------------------------------------------------------------------------------------

    def add_type(self, theme_type: str) -> None:
        """Adds a type without items."""
        for items in self._items:
            items.setdefault(str(theme_type), {})

    def remove_type(self, theme_type: str) -> None:
        """Takes a type with its items away."""
        name = str(theme_type)
        for items in self._items:
            for value in items.pop(name, _EMPTY).values():
                if hasattr(value, "changed"):
                    value.changed.disconnect(self._changed)
        self._variations = {
            own: base for own, base in self._variations.items() if name not in (own, base)
        }
        self._changed()

    def rename_type(self, old_theme_type: str, theme_type: str) -> None:
        """Gives a type with its items another name."""
        old, new = str(old_theme_type), str(theme_type)
        for items in self._items:
            if old in items:
                items[new] = items.pop(old)
        self._variations = {
            (new if own == old else own): (new if base == old else base)
            for own, base in self._variations.items()
        }
        self._changed()

    def get_type_list(self) -> PackedStringArray:
        """All types that have items."""
        kinds = (ICON, STYLEBOX, FONT, FONT_SIZE, COLOR, CONSTANT)
        names = dict.fromkeys(name for kind in kinds for name in self._items[kind])
        return PackedStringArray(list(names))

    # Variations ----------------------------------------------------------------------------------

    def set_type_variation(self, theme_type: str, base_type: str) -> None:
        """Makes a type a variation of another one: what it lacks is looked up there."""
        name, base = str(theme_type), str(base_type)
        if not name:
            output.error("An empty theme type cannot be marked as a variation of another type.")
            return
        if not base:
            output.error(
                "An empty theme type cannot be the base type of a variation. Use "
                "clear_type_variation() instead if you want to unmark '"
                f"{name}' as a variation."
            )
            return
        self._variations[name] = base
        self._changed()

    def is_type_variation(self, theme_type: str, base_type: str) -> bool:
        """Whether a type is a variation of another one."""
        return self._variations.get(str(theme_type)) == str(base_type)

    def clear_type_variation(self, theme_type: str) -> None:
        """Makes a type a variation of none."""
        if str(theme_type) not in self._variations:
            output.error(
                f"Cannot clear the type variation '{theme_type}' because it does not exist."
            )
            return
        del self._variations[str(theme_type)]
        self._changed()

    def get_type_variation_base(self, theme_type: str) -> StringName:
        """The type that a type is a variation of, or an empty name."""
        return StringName(self._variations.get(str(theme_type), ""))

    def get_type_variation_list(self, base_type: str) -> PackedStringArray:
        """All variations of a type, and of those."""
        found: list[str] = []
        for name, base in self._variations.items():
            if base == str(base_type):
                found += [name, *self.get_type_variation_list(name)]
        return PackedStringArray(found)

    def _also_stored(self, names: list[str]) -> list[str]:
        """The stored properties with one for each item and variation, in alphabetic order."""
        paths = [
            f"{theme_type}/{kind_name}/{name}"
            for kind_name, kind in OVERRIDES.items()
            for theme_type, items in self._items[kind].items()
            for name in items
        ]
        paths += [f"{name}/base_type" for name in self._variations]
        return [*names, *sorted(paths)]

    # All -----------------------------------------------------------------------------------------

    def merge_with(self, other: ThemeItems) -> None:
        """Adds all items and variations of another theme; its items win."""
        if other is None:
            output.error('Condition "p_other.is_null()" is true.')
            return
        self._quiet = True
        for kind in (COLOR, CONSTANT, FONT, FONT_SIZE, ICON, STYLEBOX):
            for theme_type, names in other._items[kind].items():
                for name, value in names.items():
                    self._put(kind, name, theme_type, value)
        self._variations.update(other._variations)
        self._quiet = False
        self._changed()

    def clear(self) -> None:
        """Takes everything away."""
        for items in self._items:
            for names in items.values():
                for value in names.values():
                    if hasattr(value, "changed"):
                        value.changed.disconnect(self._changed)
            items.clear()
        self._variations.clear()
        self._changed()


def _is_kind(kind: int) -> bool:
    return 0 <= kind < 6


def _missing(kind: int, verb: str, name: str, theme_type: str) -> None:
    where = f" because the node type '{theme_type}' does not exist" if not theme_type else ""
    reason = where or " because it does not exist"
    output.error(f"Cannot {verb} the {_WORDS[kind]} '{name}'{reason}.")
