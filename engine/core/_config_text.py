"""Settings as the text of a project file: sections of `name=value`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.core._variant_text_writer import VariantTextWriter, encoded_name

_VERSION = 5
_HEAD = f"""\
; Engine configuration file.
; It's best edited using the editor UI and not directly,
; since the parameters that go here are not all obvious.
;
; Format:
;   [section] ; section goes between []
;   param=value ; assign values to parameters

config_version={_VERSION}"""


def config_text(settings: Mapping[str, Any]) -> str:
    """The text of a project file.

    Args:
        settings: values by name; the first part of a name is its section.
    """
    sections: dict[str, list[str]] = {"": []}
    for name, value in settings.items():
        section, slash, rest = name.partition("/")
        lines = sections.setdefault(section if slash else "", [])
        text = VariantTextWriter().text(value)
        lines.append(f"{encoded_name(rest if slash else name)}={text}")
    parts = [_HEAD]
    for section in sorted(sections):
        if sections[section]:
            parts += [f"[{section}]"] if section else []
            parts.append("\n".join(sections[section]))
    return "\n\n".join(parts) + "\n"
