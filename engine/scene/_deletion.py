"""Objects that wait to be freed at the end of a step."""

from __future__ import annotations

from typing import Any

_between_trees: list[Any] = []
_running: list[list[Any]] = []


def current() -> list[Any]:
    """The list of the tree that runs now, or one that the next tree to run takes over."""
    return _running[-1] if _running else _between_trees


def flush(waiting: list[Any]) -> None:
    """Frees everything in a list, and what is added meanwhile, unless it is freed already."""
    if _between_trees:
        waiting.extend(_between_trees)
        _between_trees.clear()
    while waiting:
        batch = waiting.copy()
        waiting.clear()
        for found in batch:
            if not type(found)._freed:
                found._free_now()
