"""Properties of numbered things, as scene files name them: `item_3/text`, `tab_0/title`."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"([a-z]+)_([0-9]+)/([a-z_]+)").fullmatch


def numbered(property: str, kind: str) -> tuple[int, str] | None:
    """The number and the name in such a property, if it is of that kind."""
    found = _NUMBERED(property)
    if found is None or found[1] != kind:
        return None
    return int(found[2]), found[3]
