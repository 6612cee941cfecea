"""Properties of numbered things, as scene files name them: `item_3/text`, `tab_0/title`.

A class says once which parts its things have (`_parts`), under which prefix, and how many there
are just now (`_numbered_count`); reading, writing, listing and storing follow from that. Only what
differs from a part's default is stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from engine.core.object import Object
from engine.core.property_info import (
    PROPERTY_HINT_ENUM,
    PROPERTY_HINT_NONE,
    PROPERTY_HINT_RANGE,
    PROPERTY_HINT_RESOURCE_TYPE,
    PROPERTY_USAGE_ARRAY,
    PROPERTY_USAGE_DEFAULT,
    PROPERTY_USAGE_EDITOR,
    PROPERTY_USAGE_STORAGE,
)
from engine.core.string_name import StringName
from engine.core.variant_type import TYPE_BOOL, TYPE_INT, TYPE_OBJECT, TYPE_STRING

_NULL_IS_STORED = 8192  # no class knows its default


class Part(NamedTuple):
    """One of the properties that each of the things has.

    Attributes:
        setter, getter: the methods behind it; they take the number first.
        kind: a Variant type.
        default: what need not be stored.
        always: whether it is stored all the same.
    """

    setter: str
    getter: str
    kind: int = TYPE_STRING
    default: Any = ""
    hint: int = PROPERTY_HINT_NONE
    hint_string: str = ""
    always: bool = False


def icon_part(setter: str, getter: str) -> Part:
    """A part that holds a texture."""
    return Part(setter, getter, TYPE_OBJECT, None, PROPERTY_HINT_RESOURCE_TYPE, "Texture2D")


def flag_part(setter: str, getter: str, default: bool = False) -> Part:
    """A part that is on or off."""
    return Part(setter, getter, TYPE_BOOL, default)


def menu_parts(checkable: str = "") -> dict[str, Part]:
    """The parts of a menu's entries; `checkable` names the kinds of marks, if there are any."""
    marks = {
        "checkable": Part(
            "_set_item_mark", "_get_item_mark", TYPE_INT, 0, PROPERTY_HINT_ENUM, checkable
        ),
        "checked": flag_part("set_item_checked", "is_item_checked"),
    }
    number = PROPERTY_HINT_RANGE, "0,10,1,or_greater"
    return {
        "text": Part("set_item_text", "get_item_text"),
        "icon": icon_part("set_item_icon", "get_item_icon"),
        **(marks if checkable else {}),
        "id": Part("set_item_id", "get_item_id", TYPE_INT, 0, *number, always=True),
        "disabled": flag_part("set_item_disabled", "is_item_disabled"),
        "separator": flag_part("set_item_as_separator", "is_item_separator"),
    }


class NumberedProperties(Object):
    """A class of which each thing it holds has properties of its own."""

    _prefix: ClassVar[str] = "item_"
    _parts: ClassVar[dict[str, Part]] = {}
    _count_entry: ClassVar[tuple[str, str]] = ("item_count", "Items")  # and what it heads

    def _numbered_count(self) -> int:
        """How many things there are."""
        return int(getattr(self, self._count_entry[0]))

    def _numbered_holder(self) -> Any:
        """Who has the methods that the parts name."""
        return self

    def _named_part(self, property: str) -> tuple[int, Part] | None:
        """The number and the part that a property means."""
        if not property.startswith(self._prefix):
            return None
        number, _, name = property[len(self._prefix) :].partition("/")
        part = self._parts.get(name)
        return None if part is None or not number.isdecimal() else (int(number), part)

    def _part_of(self, property: str) -> tuple[int, Part] | None:
        """The number and the part that a property means, if there is such a thing just now."""
        found = self._named_part(property)
        return None if found is None or found[0] >= self._numbered_count() else found

    def _part_default(self, index: int, part: Part) -> Any:
        """What a part of a thing is before anybody sets it."""
        return part.default

    def set(self, property: str, value: Any) -> None:
        """Sets a property; `item_3/text` is one of the fourth item."""
        found = self._part_of(str(property))
        if found is None:
            super().set(property, value)
        else:
            index, part = found
            getattr(self._numbered_holder(), part.setter)(index, value)

    def get(self, property: str) -> Any:
        """The value of a property; `item_3/text` is one of the fourth item."""
        found = self._part_of(str(property))
        if found is None:
            return super().get(property)
        return getattr(self._numbered_holder(), found[1].getter)(found[0])

    def property_can_revert(self, property: str) -> bool:
        """Whether the property has a value to go back to, as those with a number have."""
        found = self._named_part(str(property))
        return found is not None or super().property_can_revert(property)

    def property_get_revert(self, property: str) -> Any:
        """The value that the property can go back to."""
        found = self._named_part(str(property))
        return (
            super().property_get_revert(property) if found is None else self._part_default(*found)
        )

    # Lists ---------------------------------------------------------------------------------------

    def _values(self) -> Iterator[tuple[str, Part, bool]]:
        """Name and part of every property with a number, and whether it is stored."""
        holder = self._numbered_holder()
        for index in range(self._numbered_count()):
            for name, part in self._parts.items():
                value = getattr(holder, part.getter)(index)
                stored = part.always or value != self._part_default(index, part)
                yield f"{self._prefix}{index}/{name}", part, stored

    def _more_entries(self) -> Iterator[dict[str, Any]]:
        """What the property list has behind the class's own properties."""
        for name, part, stored in self._values():
            usage = PROPERTY_USAGE_EDITOR | (PROPERTY_USAGE_STORAGE if stored else 0)
            is_resource = part.hint == PROPERTY_HINT_RESOURCE_TYPE
            yield {
                "name": name,
                "class_name": StringName(part.hint_string if is_resource else ""),
                "type": int(part.kind),
                "hint": int(part.hint),
                "hint_string": part.hint_string,
                "usage": int(usage) | (_NULL_IS_STORED if part.always else 0),
            }

    def _engine_validate(self, property: dict[str, Any]) -> None:
        super()._engine_validate(property)
        count, heading = self._count_entry
        if property["name"] == count:
            property["class_name"] = StringName(f"{heading},{self._prefix}")
            property["usage"] = int(PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_ARRAY)

    def _also_stored(self, names: list[str]) -> list[str]:
        """The stored properties, with those that have numbers behind them."""
        inherited = getattr(super(), "_also_stored", None)
        names = names if inherited is None else inherited(names)
        return names + [name for name, _, stored in self._values() if stored]
