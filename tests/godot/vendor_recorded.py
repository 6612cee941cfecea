"""`python -m tests.godot.vendor_recorded [SET]` copies what the tests compare with into `recorded`.

SET is a folder with recordings of all kinds; without it, the one beside the project. What real
Godot printed is copied, and the programs that it ran.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.godot.recorded import PLACES, PROGRAMS, SUFFIXES, TOOLS, VENDORED, whole_set

KINDS = ("tree", "minimal", "net", "gui")


def recordings(place: Path) -> dict[str, Path]:
    """Programs and recordings in a folder, and what cases lay over their projects, by name."""
    return {
        path.relative_to(place).as_posix(): path
        for path in sorted(place.rglob("*"))
        if path.is_file() and (path.suffix in SUFFIXES + PROGRAMS or path.parent != place)
    }


def originals(whole: Path, kind: str) -> dict[str, Path]:
    """All that belongs in the copy of a kind, by name."""
    place = whole / PLACES.get(kind, kind)
    found = recordings(place)
    for name in TOOLS.get(kind, ()):
        if (place.parent / name).is_file():
            found[name] = place.parent / name
    return found


def vendor(whole: Path) -> int:
    """Copies them, and drops what is no longer recorded; gives the number of files."""
    count = 0
    for kind in KINDS:
        target = VENDORED / kind
        found = originals(whole, kind)
        for path in recordings(target).values() if target.is_dir() else ():
            if path.relative_to(target).as_posix() not in found:
                path.unlink()
        for name, path in found.items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / name)
        count += len(found)
    return count


if __name__ == "__main__":
    print(vendor(Path(sys.argv[1]) if len(sys.argv) > 1 else whole_set()), "files")
