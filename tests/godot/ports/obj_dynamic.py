"""_get, _set and _get_property_list; setters and getters, and what goes through them.

In Python an attribute that is assigned is there from then on: `_set` is for `set`.
"""

from __future__ import annotations

from typing import Any

from engine import TYPE_ARRAY, TYPE_INT, Node, Object, Signal, print_


class Bag(Object):
    def __init__(self) -> None:
        super().__init__()
        self.store: dict[str, Any] = {"gold": 5}
        self.plain = 1

    def _get(self, property: str) -> Any:
        if property in self.store:
            print_("    _get ", property)
            return self.store[property]
        if property == "nothing":
            print_("    _get nothing -> null")
        return None

    def _set(self, property: str, value: Any) -> bool:
        if property.startswith("x_"):
            print_("    _set refuses ", property)
            return False
        if property == "plain":
            print_("    _set never sees plain")
        print_("    _set ", property, " = ", value)
        self.store[property] = value
        return True

    def _get_property_list(self) -> list[dict[str, Any]]:
        return [{"name": "gold", "type": TYPE_INT}, {"name": "gems", "type": TYPE_ARRAY}]


class Meter(Node):
    changed = Signal("old", "new")

    def __init__(self) -> None:
        super().__init__()
        self._level = 0

    @property
    def level(self) -> int:
        print_("    get level")
        return self._level

    @level.setter
    def level(self, value: int) -> None:
        print_("    set level ", value)
        old = self.level
        self._level = min(max(value, 0), 10)
        self.changed.emit(old, self.level)

    @property
    def half(self) -> float:
        return self.level / 2.0

    @property
    def alias(self) -> int:
        return self.level

    @alias.setter
    def alias(self, value: int) -> None:
        self.level = value

    def inside(self) -> None:
        self.level = 20
        self.level += 1


class Main(Node):
    def _ready(self) -> None:
        bag: Any = Bag()
        print_("gold ", bag.gold)
        bag.set("gems", ["ruby"])
        print_("gems ", bag.gems)
        got = [bag.get("gold"), bag["gems"], bag.get("nothing")]
        print_("through get: ", got[0], " ", got[1], " ", got[2])
        bag.plain = 7
        print_("plain ", bag.plain)
        bag.set("x_no", 1)
        print_("refused: ", bag.get("x_no"))
        names = []
        for entry in bag.get_property_list():
            if entry["name"] in ["gold", "gems", "plain", "store"]:
                names.append(entry["name"])
        print_("listed: ", names, " in: ", "gold" in bag, " ", "copper" in bag)
        bag.free()
        self.use_meter()
        self.get_tree().quit()

    def use_meter(self) -> None:
        print_("meter")
        meter = Meter()
        meter.changed.connect(lambda old, new: print_("    changed ", old, " -> ", new))
        print_("  assign")
        meter.level = 5
        print_("  add")
        meter.level += 3
        print_("  set()")
        meter.set("level", 99)
        print_("  alias")
        meter.alias = 2
        print_("  half ", meter.half)
        print_("  inside the class")
        meter.inside()
        print_("  initial value went through no setter; alias reads ", meter.alias)
        meter.free()
