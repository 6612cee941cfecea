"""`python -m tests.godot.vendor_recorded [SET]` copies what the tests compare with into `recorded`.

SET is a folder with recordings of all kinds; without it, the one beside the project. Only what real
Godot printed is copied, not the programs.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.godot.recorded import PLACES, SUFFIXES, VENDORED, whole_set

KINDS = ("tree", "minimal", "net")


def recordings(place: Path) -> dict[str, Path]:
    """The recordings in a folder, by name."""
    return {path.name: path for path in sorted(place.iterdir()) if path.suffix in SUFFIXES}


def vendor(whole: Path) -> int:
    """Copies them, and drops what is no longer recorded; gives the number of files."""
    count = 0
    for kind in KINDS:
        target = VENDORED / kind
        target.mkdir(parents=True, exist_ok=True)
        found = recordings(whole / PLACES.get(kind, kind))
        for path in target.iterdir():
            if path.name not in found:
                path.unlink()
        for name, path in found.items():
            shutil.copyfile(path, target / name)
        count += len(found)
    return count


if __name__ == "__main__":
    print(vendor(Path(sys.argv[1]) if len(sys.argv) > 1 else whole_set()), "files")
