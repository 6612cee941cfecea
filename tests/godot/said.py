"""Standard error as it is recorded, and the kinds of the messages in it."""

from __future__ import annotations

import re

_PLACE = re.compile(r"^\s+(at: |GDScript backtrace|\[\d+\] )")
_PLACEHOLDER = re.compile(r"^WARNING: The \w+ '.*' (of '.*' )?is not there yet")
_KIND = re.compile(r"^(ERROR|WARNING|SCRIPT ERROR|USER ERROR|USER WARNING): ")
_EXIT_NOISE = re.compile(
    r"^(WARNING|ERROR): .*(leaked at exit|still in use at exit|were leaked)|^Leaked instance"
)


def messages(text: str) -> str:
    """Standard error without places and what is only said at exit; ids are `#ID`."""
    kept = [
        line.rstrip()
        for line in text.split("\n")
        if not _PLACE.match(line) and not _EXIT_NOISE.match(line)
    ]
    while kept and not kept[-1]:
        kept.pop()
    joined = "".join(f"{line}\n" for line in kept)
    return re.sub(r"(res://[^\s:]+):\d+", r"\1", without_ids(joined))


def without_placeholders(text: str) -> str:
    """Standard error without what only this engine says: that it lacks a class of Godot's."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not _PLACEHOLDER.match(line))


def without_ids(text: str) -> str:
    """A text with `#ID` for the numbers of objects."""
    return re.sub(r"#-?\d{6,}", "#ID", text)


def kinds(text: str) -> list[str]:
    """The kinds of the messages in a recorded text."""
    return [match[1] for line in text.splitlines() if (match := _KIND.match(line))]
