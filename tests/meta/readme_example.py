"""The examples in README.md: `python tests/meta/readme_example.py DIR` writes the first one.

It is written to DIR/lamp.py, and what it has to print to DIR/expected.txt.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of code: what language it is in, and its lines."""

    language: str
    text: str


def blocks(language: str = "") -> list[Block]:
    """The blocks of code, in order; those of one language, or all."""
    found = [Block(*match.groups()) for match in _BLOCK.finditer(README.read_text("utf-8"))]
    return [block for block in found if language in ("", block.language)]


def first_example() -> tuple[str, str]:
    """The first script, and what it prints."""
    script, output = blocks()[:2]
    assert (script.language, output.language) == ("python", "text")
    return script.text, output.text


def write(folder: Path) -> None:
    """Writes the first example and its output."""
    script, output = first_example()
    (folder / "lamp.py").write_text(script, encoding="utf-8")
    (folder / "expected.txt").write_text(output, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: readme_example.py DIR")
    write(Path(sys.argv[1]))
