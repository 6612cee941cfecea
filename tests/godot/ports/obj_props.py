"""Object reflection: get, set, call, callv, meta, has_method, property lists."""

from __future__ import annotations

from enum import IntEnum

from engine import PROPERTY_USAGE_SCRIPT_VARIABLE, Node, RefCounted, StringName, Vector2, print_

# A variable of Python has no type that a value would be converted to, and a script is a class here.
LEFT_OUT = (
    "float into int: 2\ntext into int: 0\n",
    'methods: ["area", "_hidden", "make"]\n'
    'constants: { &"LIMIT": 9, &"Kind": { "ONE": 0, "TWO": 1 } }\n',
)


class Thing(RefCounted):
    LIMIT = 9
    shared = 5

    class Kind(IntEnum):
        ONE = 0
        TWO = 1

    def __init__(self) -> None:
        super().__init__()
        self.size = 3
        self.label = "thing"
        self.pos = Vector2(1, 2)

    def area(self, w: float, h: float = 2.0) -> float:
        return float(w * h)

    def _hidden(self) -> str:
        return "hidden"

    @staticmethod
    def make() -> Thing:
        return Thing()


class Main(Node):
    def _ready(self) -> None:
        thing = Thing()
        print_(
            "get: ",
            thing.get("size"),
            " ",
            thing["label"],
            " ",
            thing.get("missing"),
            " ",
            thing.get(StringName("pos")),
        )
        thing.set("size", 10)
        thing["label"] = "changed"
        thing.set("missing", 1)
        print_("set: ", thing.size, " ", thing.label)
        print_("indexed: ", thing.get_indexed("pos:y"))
        thing.set_indexed("pos:x", 50.0)
        print_("set_indexed: ", thing.pos)
        members = "size" in thing, "missing" in thing, "area" in thing, "LIMIT" in thing
        print_("in: ", members[0], " ", members[1], " ", members[2], " ", members[3])
        print_(
            "call: ",
            thing.call("area", 3.0),
            " ",
            thing.call("area", 3.0, 5.0),
            " ",
            thing.callv("area", [2, 4]),
            " ",
            thing.call("_hidden"),
        )
        methods = ["area", "_hidden", "make", "nope", "get_meta", "_init"]
        print_("has_method: ", *(thing.has_method(name) for name in methods))
        print_(
            "static through the class: ",
            Thing.make().label,
            " ",
            Thing.shared,
            " ",
            Thing.LIMIT,
            " ",
            Thing.Kind.TWO,
        )
        print_("argument count: ", thing.get_method_argument_count("area"))
        self.meta(thing)
        names = []
        for entry in thing.get_property_list():
            if entry["usage"] & PROPERTY_USAGE_SCRIPT_VARIABLE:
                names.append(f"{entry['name']}:{entry['type']}")
        print_("properties: ", names)
        print_("node get: ", *self.spaced("name", "process_priority", "nope"))
        self.set("process_priority", 4)
        indexed = self.get_indexed("process_priority")
        print_("node set: ", self.process_priority, " indexed ", indexed)
        self.get_tree().quit()

    def spaced(self, *names: str) -> list[object]:
        return [part for name in names for part in (self.get(name), " ")][:-1]

    def meta(self, thing: Thing) -> None:
        thing.set_meta("tag", [1, 2])
        thing.set_meta("other", None)
        print_(
            "meta: ",
            thing.get_meta("tag"),
            " ",
            thing.has_meta("tag"),
            " ",
            thing.has_meta("other"),
            " ",
            thing.get_meta("none", "default"),
            " ",
            thing.get_meta_list(),
        )
        thing.remove_meta("tag")
        print_("removed: ", thing.has_meta("tag"))
        print_("missing meta: ", thing.get_meta("none"))
