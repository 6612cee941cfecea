"""Font files as bytes, and where they come from: a path, bytes of a resource, or a package.

A source is read when something of it is first measured. A variable font is cut down to one
instance of it (`cut`), so that its advances are whole font units, as those of a static font are.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._lazy import lazy

if TYPE_CHECKING:
    import uharfbuzz as hb
else:
    hb = lazy("uharfbuzz")

Coordinates = tuple[tuple[str, float], ...]


class FontSource:
    """The bytes of a font file.

    Args:
        path: the file; or
        data: its bytes.
    """

    __slots__ = ("_blob", "data", "path")

    def __init__(self, path: str = "", data: bytes | None = None) -> None:
        self.path = path
        self.data = data
        self._blob: Any = None

    def blob(self) -> Any:
        """HarfBuzz's hold on the bytes; empty when the file cannot be read."""
        if self._blob is None:
            if self.data is not None:
                self._blob = hb.Blob(self.data)
            else:
                try:
                    self._blob = hb.Blob.from_file_path(self.path)
                except (OSError, hb.HarfBuzzError):
                    output.error(f"Cannot open font from file: {self.path}.")
                    self._blob = hb.Blob(b"")
        return self._blob

    def table(self, index: int, tag: str) -> bytes:
        """A table of one of the file's faces; empty when there is none."""
        return bytes(hb.Face(self.blob(), index).reference_table(tag).data or b"")


def cut(face: Any, coordinates: Coordinates) -> Any:
    """The HarfBuzz face of one instance of a variable font: of any other font, the face itself."""
    axes = face.axis_infos
    if not axes:
        return face
    wanted = dict(coordinates)
    plan = hb.SubsetInput()
    plan.keep_everything()
    for axis in axes:
        value = wanted.get(axis.tag, axis.default_value)
        plan.pin_axis_location(face, axis.tag, min(max(value, axis.min_value), axis.max_value))
    return hb.subset(face, plan)


@lru_cache(maxsize=1)
def open_sans() -> FontSource:
    """The font of the default theme (upright, with axes `wght` and `wdth`)."""
    return FontSource(_open_sans_file("OpenSans[wdth,wght].ttf"))


def _open_sans_file(name: str) -> str:
    spec = find_spec("fontpkg_open_sans")
    folders = list(spec.submodule_search_locations or ()) if spec is not None else []
    for folder in folders:
        path = Path(folder) / "files" / name
        if path.exists():
            return str(path)
    return ""
