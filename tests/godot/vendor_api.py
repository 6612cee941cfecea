"""`python -m tests.godot.vendor_api DUMP DEFAULTS [FACTS]` makes `engine/gdscript/_api_data.jsonl`.

DUMP is what `godot --dump-extension-api` writes, DEFAULTS what `dump_defaults.gd` prints. FACTS is
the `api.json` beside the recordings, for what the dump leaves out: the functions of GDScript
itself. The file has one record a line, in JSON;
its first line gives base class, start (behind that line) and size of each, by name, so that a
reader takes one without the others.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tests.godot.recorded import ROOT, whole_set

TARGET = ROOT / "engine" / "gdscript" / "_api_data.jsonl"
Json = dict[str, Any]
# What GDScript lets scripts define or call, and the dump has no word of.
_OF_OBJECT: Json = {
    "free": ["", ""],
    "_init": ["va", ""],
    "_notification": ["v", "", ["what", "int"]],
    "_get": ["v", "Variant", ["property", "StringName"]],
    "_set": ["v", "bool", ["property", "StringName"], ["value", "Variant"]],
    "_get_property_list": ["v", "array:Dictionary"],
    "_validate_property": ["v", "", ["property", "Dictionary"]],
    "_property_can_revert": ["v", "bool", ["property", "StringName"]],
    "_property_get_revert": ["v", "Variant", ["property", "StringName"]],
    "_to_string": ["v", "String"],
    "_iter_init": ["v", "bool", ["iter", "Array"]],
    "_iter_next": ["v", "bool", ["iter", "Array"]],
    "_iter_get": ["v", "Variant", ["iter", "Variant"]],
}
_TYPE_NUMBERS = {"24": "", "27": "Dictionary", "28": "Array"}


def type_code(text: str) -> str:
    """A type in the words of `_api`: a name, or `enum:`, `array:`, `dictionary:` before one."""
    for start, ours in (("enum::", "enum:"), ("bitfield::", "enum:")):
        if text.startswith(start):
            return ours + text.removeprefix(start)
    if text.startswith("typedarray::"):
        element = text.removeprefix("typedarray::")
        number, colon, rest = element.partition(":")
        if colon:  # NUMBER/HINT:CLASS
            element = rest or _TYPE_NUMBERS[number.partition("/")[0]]
        return f"array:{element}"
    if text.startswith("typeddictionary::"):
        return "dictionary:" + text.removeprefix("typeddictionary::")
    if "*" in text:
        return "Variant"
    return text.partition(",")[0]


def arguments(record: Json) -> list[list[str]]:
    """Name, type, and maybe the default's text, of each argument."""
    found = []
    for argument in record.get("arguments", ()):
        one = [argument["name"], type_code(argument["type"])]
        if "default_value" in argument:
            one.append(argument["default_value"])
        found.append(one)
    return found


def method(record: Json) -> list[Any]:
    """Flags (a: any number of arguments, s: static, v: virtual, c: const), result, arguments."""
    flags = "".join(
        letter
        for letter, key in (
            ("a", "is_vararg"),
            ("s", "is_static"),
            ("v", "is_virtual"),
            ("c", "is_const"),
        )
        if record.get(key)
    )
    result = record.get("return_type") or record.get("return_value", {}).get("type", "")
    return [flags, type_code(result), *arguments(record)]


def function(record: Json) -> list[Any]:
    """A global function, as `method`."""
    found = method(record)
    # The dump asks for an argument of `print` and its like, which do without.
    return found[:2] if "a" in found[0] and len(found) == 3 else found


def named(records: list[Json]) -> dict[str, Json]:
    """Records by their names."""
    return {record["name"]: record for record in records}


def enums(records: list[Json]) -> Json:
    """Values of each enum."""
    return {
        enum["name"]: {value["name"]: value["value"] for value in enum["values"]}
        for enum in records
    }


def own_defaults(defaults: Json, classes: dict[str, Json], name: str) -> Json:
    """Defaults of properties, where they are not those of the nearest base that has one."""
    found = {}
    for key, text in defaults.get(name, {}).items():
        above = classes[name].get("inherits", "")
        while above and key not in defaults.get(above, {}):
            above = classes[above].get("inherits", "")
        if not above or defaults[above][key] != text:
            found[key] = text
    return found


def class_record(record: Json) -> Json:
    """A class's own members."""
    found: Json = {
        "base": record.get("inherits", ""),
        "flags": ("r" if record["is_refcounted"] else "")
        + ("i" if record["is_instantiable"] else "")
        + ("e" if record["api_type"] == "editor" else ""),
    }
    if record["api_type"] == "editor":
        return found  # there is no editor here: names are all that is asked of them
    methods = named(record.get("methods", []))
    found["methods"] = {name: method(one) for name, one in methods.items()}
    found["properties"] = {
        one["name"]: [type_code(one["type"]), one.get("setter", ""), one.get("getter", "")]
        for one in record.get("properties", ())
    }
    found["signals"] = {one["name"]: arguments(one) for one in record.get("signals", ())}
    found["constants"] = {one["name"]: one["value"] for one in record.get("constants", ())}
    found["enums"] = enums(record.get("enums", []))
    if record["name"] == "Object":
        found["methods"].update(_OF_OBJECT)
        found["properties"]["script"] = ["Script", "set_script", "get_script"]
    return {key: value for key, value in found.items() if value or key in ("base", "flags")}


def builtin_record(record: Json) -> Json:
    """What a value type has."""
    operators: Json = {}
    for one in record["operators"]:
        operators.setdefault(one["name"], {})[one.get("right_type", "")] = one["return_type"]
    found: Json = {
        "index": record.get("indexing_return_type", ""),
        "keyed": record["is_keyed"],
        "members": {one["name"]: one["type"] for one in record.get("members") or ()},
        "constants": {
            one["name"]: [one["type"], one["value"]] for one in record.get("constants", ())
        },
        "enums": enums(record.get("enums", [])),
        "operators": operators,
        "methods": {one["name"]: method(one) for one in record.get("methods", ())},
        "constructors": [arguments(one) for one in record.get("constructors", ())],
    }
    return {key: value for key, value in found.items() if value}


def _in_words(kind: str) -> str:
    return f"enum:{kind}" if "." in kind else kind


def gdscript_functions(facts: Json) -> Json:
    """The functions that only GDScript has."""
    found = {}
    for name, record in facts["gdscript"]["functions"].items():
        flags = "a" if "vararg" in record.get("qualifiers", "") else ""
        result = "" if record["returns"] == "void" else _in_words(record["returns"])
        listed = [
            [a["name"], _in_words(a["type"]), *([a["default"]] if "default" in a else [])]
            for a in record["args"]
        ]
        found[name] = [flags, result, *listed]
    return found


def records(dump: Json, defaults: Json, facts: Json) -> dict[str, Any]:
    """All the lines."""
    classes = named(dump["classes"])
    found: dict[str, Any] = {
        "@functions": {one["name"]: function(one) for one in dump["utility_functions"]},
        "@gdscript": gdscript_functions(facts),
        "@enums": enums(dump["global_enums"]),
        "@singletons": {one["name"]: one["type"] for one in dump["singletons"]},
    }
    for record in dump["builtin_classes"]:
        found[f"@builtin {record['name']}"] = builtin_record(record)
    for name, record in classes.items():
        found[name] = class_record(record)
        own = own_defaults(defaults, classes, name)
        if own and record["api_type"] != "editor":
            found[name]["defaults"] = own
    return found


def _read(path: Path) -> Json:
    found: Json = json.loads(path.read_text(encoding="utf-8"))
    return found


def main(dump: Path, defaults: Path, facts: Path) -> int:
    """Writes the file; gives its size."""
    index: dict[str, list[Any]] = {}
    lines: list[str] = []
    at = 0
    for name, value in records(_read(dump), _read(defaults), _read(facts)).items():
        line = json.dumps(value, separators=(",", ":")) + "\n"
        index[name] = [value.get("base", ""), at, len(line)]
        at += len(line)
        lines.append(line)
    text = json.dumps(index, separators=(",", ":")) + "\n" + "".join(lines)
    TARGET.write_text(text, encoding="ascii")
    return len(text)


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    print(main(*(given if len(given) > 2 else [*given, whole_set() / "api.json"])), "bytes")
