"""Fonts of the operating system: found by the characters they have, or by name.

The font folders are listed when a character is first looked for that no font of the stack has.
Files are opened one by one, the likeliest names first, until one has the character.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from engine.servers._font_face import Face, face_of
from engine.servers._font_source import FontSource

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
# Families with many characters: asked before the others.
_LIKELY = (
    "dejavusans.",
    "notosans-",
    "notosanscjk",
    "arialuni",
    "segoeui",
    "malgun",
    "msyh",
    "yugoth",
    "applesd",
    "nanumgothic",
    "unifont",
    "freesans",
    "emoji",
)


def face_for(code: int, like: Face) -> Face | None:
    """A face of the system that has a character; None when none has it."""
    if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return None
    return _search(code)


@lru_cache(maxsize=4096)
def _search(code: int) -> Face | None:
    for path in files():
        face = _face(path)
        if face is not None and face.glyph(code):
            return face
    return None


@cache
def _face(path: str) -> Face | None:
    face = face_of(FontSource(path))
    return face if face.exists() else None


@lru_cache(maxsize=1)
def files() -> tuple[str, ...]:
    """The font files of the system: the likeliest helpers first, then by name."""
    return tuple(sorted(_all_files(), key=_rank))


def _rank(path: str) -> tuple[int, str]:
    name = os.path.basename(path).lower()
    for place, beginning in enumerate(_LIKELY):
        if beginning in name:
            return place, path
    odd = any(word in name for word in ("italic", "oblique", "mono", "serif", "condensed"))
    return len(_LIKELY) + odd, path


def _all_files() -> Iterator[str]:
    for folder in _folders():
        for place, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith(_ENDINGS):
                    yield os.path.join(place, name)


def _folders() -> list[str]:
    home = Path.home() if os.environ.get("HOME") or sys.platform == "win32" else Path("/")
    if sys.platform == "win32":
        windows = os.environ.get("WINDIR", r"C:\Windows")
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        return [
            os.path.join(windows, "Fonts"),
            os.path.join(local, "Microsoft", "Windows", "Fonts"),
        ]
    if sys.platform == "darwin":
        return ["/System/Library/Fonts", "/Library/Fonts", str(home / "Library" / "Fonts")]
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return ["/usr/share/fonts", "/usr/local/share/fonts", f"{data}/fonts", str(home / ".fonts")]


def face_named(family: str, *, weight: int = 400, italic: bool = False) -> Face | None:
    """The face of a family that is nearest to a weight and a slant; None when it is unknown."""
    wanted = _plain(_ALIASES.get(family.lower(), family))
    best: tuple[int, str] | None = None
    for path in files():
        name = _plain(Path(path).stem)
        if not name.startswith(wanted):
            continue
        style = name[len(wanted) :]
        distance = abs(_weight(style) - weight) + 1000 * (_slanted(style) != italic)
        distance += 10 * len(_unknown(style))
        if best is None or distance < best[0]:
            best = distance, path
    return _face(best[1]) if best is not None else None


_ALIASES = {
    "sans-serif": "DejaVuSans",
    "serif": "DejaVuSerif",
    "monospace": "DejaVuSansMono",
    "cursive": "DejaVuSans",
    "fantasy": "DejaVuSans",
}
_WEIGHTS = {"extralight": 200, "light": 300, "semibold": 600, "extrabold": 800, "medium": 500,
            "black": 900, "bold": 700, "thin": 100}  # fmt: skip
_SLANTS = ("italic", "oblique")


def _plain(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def _weight(style: str) -> int:
    return next((number for word, number in _WEIGHTS.items() if word in style), 400)


def _slanted(style: str) -> bool:
    return any(word in style for word in _SLANTS)


def _unknown(style: str) -> str:
    for word in (*_WEIGHTS, *_SLANTS, "regular", "book"):
        style = style.replace(word, "")
    return style
