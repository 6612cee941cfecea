"""Object: get and set of odd properties, meta, indexed paths, user signals, notifications, reverts."""

# As the program says it in GDScript.
# ruff: noqa: E711, E742, RET503
from __future__ import annotations

from typing import Any

from engine import (
    TYPE_INT,
    Callable,
    Color,
    Node,
    Rect2,
    Signal,
    StringName,
    Vector2,
    is_instance_valid,
    print_,
    str_,
)


class O(Node):
    def __init__(self) -> None:
        super().__init__()
        self.plain = 1
        self.vec = Vector2(1, 2)
        self.rect = Rect2(1, 2, 3, 4)
        self.col = Color(0.5, 0.25, 0.125, 1)
        self.dict = {"a": {"b": 3}}
        self.hidden = {}

    def _get(self, property: Any) -> Any:
        if property == StringName("magic"):
            return 42
        if property in self.hidden:
            return self.hidden[property]

    def _set(self, property: Any, value: Any) -> Any:
        print_("  _set ", property, " ", value)
        if str_(property) == "taken":
            self.hidden[property] = value
            return True
        return False

    def _property_can_revert(self, property: Any) -> Any:
        print_("  can_revert ", property)
        return property == StringName("plain")

    def _property_get_revert(self, property: Any) -> Any:
        return 7 if property == StringName("plain") else None

    def _to_string(self) -> Any:
        return "O!"


class Base(Node):
    def _notification(self, what: Any) -> None:
        if what > 5000:
            print_("  base ", what)


class Derived(Base):
    def _notification(self, what: Any) -> None:
        if what > 5000:
            print_("  derived ", what)


class Main(Node):
    declared = Signal("a", "b")

    def _ready(self) -> None:
        o = O()
        print_(
            o.get("plain"),
            " ",
            o.get("magic"),
            " ",
            o.get("nope"),
            " ",
            o.get("name"),
            "|",
            o.get("process_priority"),
            " ",
            o.get(""),
        )
        o.set("plain", 5)
        o.set("taken", 6)
        o.set("nope", 7)
        o.set("process_priority", 8)
        print_(o.plain, " ", o.get("taken"), " ", o.process_priority, " ", o.get("nope"))
        print_("indexed")
        print_(
            o.get_indexed("vec:x"),
            " ",
            o.get_indexed("rect:position:y"),
            " ",
            o.get_indexed("col:g"),
            " ",
            o.get_indexed("dict:a:b"),
            " ",
            o.get_indexed("vec:nope"),
            " ",
            o.get_indexed("nope:x"),
            " ",
            o.get_indexed("plain"),
            " ",
            o.get_indexed(":plain"),
        )
        o.set_indexed("vec:y", 20)
        o.set_indexed("rect:size:x", 30)
        o.set_indexed("rect:position", Vector2(9, 9))
        o.set_indexed("col:a", 0.5)
        o.set_indexed("dict:a:b", 4)
        o.set_indexed("plain", 11)
        print_(o.vec, " ", o.rect, " ", o.col, " ", o.dict, " ", o.plain)
        print_("revert")
        print_(
            o.property_can_revert("plain"),
            " ",
            o.property_get_revert("plain"),
            " ",
            o.property_can_revert("vec"),
            " ",
            o.property_get_revert("vec"),
        )
        print_("meta")
        o.set_meta("a", 1)
        o.set_meta("b", "two")
        print_(
            o.get_meta_list(),
            " ",
            o.get_meta("a"),
            " ",
            o.get_meta("c", 9),
            " ",
            o.get("metadata/a"),
            " ",
            o.has_meta("b"),
        )
        o.set("metadata/b", 3)
        print_(o.get_meta("b"))
        o.set_meta("a", None)
        o.remove_meta("zzz")
        print_(o.get_meta_list(), " ", o.get_meta("gone"), " ", o.get_meta("gone", None))
        o.set_meta("bad name", 1)
        o.set_meta("", 1)
        print_(o.get_meta_list())
        print_("notifications")
        d = Derived()
        d.notification(6000)
        d.notification(6001, True)
        d.notification(6002, False)
        d.add_child(Base())
        d.propagate_notification(6003)
        print_("user signals")
        o.add_user_signal("custom", [{"name": "x", "type": TYPE_INT}])
        print_(
            o.has_user_signal("custom"),
            " ",
            o.has_signal("custom"),
            " ",
            self.has_user_signal("declared"),
            " ",
            o.has_user_signal("nope"),
        )
        print_(
            o.connect("custom", self.heard),
            " ",
            o.is_connected("custom", self.heard),
            " ",
            o.emit_signal("custom", 3),
        )
        print_(o.has_connections("custom"))
        o.add_user_signal("custom")
        o.add_user_signal("ready")
        o.add_user_signal("")
        o.remove_user_signal("custom")
        print_(o.has_signal("custom"), " ", o.emit_signal("custom", 3))
        o.remove_user_signal("ready")
        print_("connections")
        self.declared.connect(self.heard2)
        self.renamed.connect(self.heard2)
        for c in self.get_incoming_connections():
            print_("  ", c["signal"], " ", c["callable"], " ", c["flags"])
        for c in self.get_signal_connection_list("renamed"):
            print_("  ", c["signal"], " ", c["callable"], " ", c["flags"])
        print_("text")
        print_(
            o,
            " ",
            str_(o),
            " ",
            o.to_string(),
            " ",
            [o],
            " ",
            {"k": o},
            " ",
            [self.renamed, self.queue_free],
            " ",
            self.set_name,
            " ",
            Callable(self.heard).bind(1),
            " ",
            [Callable(self.heard).unbind(2)],
            " ",
            [self.declared],
        )
        print_([None, self == self, self.get_parent() == None, StringName("sn"), 1.0, 'q"x'])
        o.free()
        d.free()
        print_(
            o,
            " ",
            [o],
            " ",
            {"k": o},
            " ",
            str_(o),
            " ",
            o == None,
            " ",
            is_instance_valid(o),
            " ",
            [o, None],
        )
        print_(
            self.get_class(),
            " ",
            self.is_class("Node"),
            " ",
            self.is_class("Object"),
            " ",
            self.is_class("Main"),
            " ",
            self.is_class("node"),
        )
        self.get_tree().quit()

    def heard(self, x: Any) -> None:
        print_("  heard ", x)

    def heard2(self, x: Any = 1, y: Any = 2) -> None:
        print_("  heard2 ", x, " ", y)
