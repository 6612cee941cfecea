"""Settings as the text of a project file: sections of `name=value`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.core._number_text import number_text
from engine.core.color import Color
from engine.core.node_path import NodePath
from engine.core.packed_string_array import PackedStringArray
from engine.core.string_name import StringName
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i

_VERSION = 5


def config_text(settings: Mapping[str, Any]) -> str:
    """The text of a project file.

    Args:
        settings: values by name; the first part of a name is its section.

    Raises:
        TypeError: for a value that has no text there.
    """
    sections: dict[str, list[str]] = {"": []}
    for name, value in settings.items():
        section, slash, rest = name.partition("/")
        lines = sections.setdefault(section if slash else "", [])
        lines.append(f"{rest if slash else name}={value_text(value)}")
    parts = [f"config_version={_VERSION}"]
    for section in sorted(sections):
        if sections[section]:
            parts += [f"[{section}]"] if section else []
            parts.append("\n".join(sections[section]))
    return "\n\n".join(parts) + "\n"


def value_text(value: Any) -> str:
    """The text of one value.

    Raises:
        TypeError: when it has none.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, NodePath):
        return f'NodePath("{_escaped(str(value))}")'
    if isinstance(value, str):
        return f'{"&" if isinstance(value, StringName) else ""}"{_escaped(str(value))}"'
    if isinstance(value, PackedStringArray):
        return f"PackedStringArray({', '.join(map(value_text, value))})"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(value_text, value))}]"
    if isinstance(value, dict):
        pairs = [f"{value_text(key)}: {value_text(item)}" for key, item in value.items()]
        return "{\n" + ",\n".join(pairs) + "\n}" if pairs else "{}"
    return _made_of_numbers(value)


def _made_of_numbers(value: Any) -> str:
    if isinstance(value, Vector2 | Vector2i):
        numbers = [value.x, value.y]
    elif isinstance(value, Color):
        numbers = [value.r, value.g, value.b, value.a]
    else:
        raise TypeError(f"a {type(value).__name__} cannot be written into a project file")
    texts = [number_text(float(n)).removesuffix(".0") for n in numbers]
    return f"{type(value).__name__}({', '.join(texts)})"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
