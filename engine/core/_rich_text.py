"""BBCode as colours and styles of a terminal, for `print_rich`.

Godot replaces each tag it knows wherever it stands and leaves everything else alone: tags need not
match, and an unknown one is printed as it is. The text always ends with a reset.
"""

from __future__ import annotations

import re

from engine.core.color import Color

_PLAIN_TAGS = {
    "[b]": "\x1b[1m",
    "[/b]": "\x1b[22m",
    "[i]": "\x1b[3m",
    "[/i]": "\x1b[23m",
    "[u]": "\x1b[4m",
    "[/u]": "\x1b[24m",
    "[s]": "\x1b[9m",
    "[/s]": "\x1b[29m",
    "[code]": "\x1b[2m",
    "[/code]": "\x1b[22m",
    "[indent]": "    ",
    "[/indent]": "",
    "[center]": "\n\t\t\t",
    "[/center]": "",
    "[right]": "\n\t\t\t\t\t\t",
    "[/right]": "",
    "[url]": "",
    "[/url]": "",
    "[/color]": "\x1b[39m",
    "[/bgcolor]": "\x1b[49m",
    "[/fgcolor]": "\x1b[39;49m",
}

# The colours a terminal has a code for: of the letters, then of what is behind them.
_TERMINAL_COLORS = {
    "black": ("30", "40"),
    "red": ("91", "101"),
    "green": ("92", "102"),
    "lime": ("92", "102"),
    "yellow": ("93", "103"),
    "blue": ("94", "104"),
    "magenta": ("95", "105"),
    "pink": ("38;5;218", "48;5;218"),
    "purple": ("38;5;98", "48;5;98"),
    "cyan": ("96", "106"),
    "white": ("97", "107"),
    "orange": ("38;5;208", "48;5;208"),
    "gray": ("90", "100"),
}

_TAG = re.compile(r"\[/?(?:b|i|u|s|code|indent|center|right|url|color|bgcolor|fgcolor)\]")
_COLOR_TAG = re.compile(r"\[(color|bgcolor|fgcolor)=([^\]]*)\]")


def rich_text(text: str) -> str:
    """`text` with its BBCode turned into escape sequences."""
    text = _COLOR_TAG.sub(_color_codes, text)
    return _TAG.sub(lambda tag: _PLAIN_TAGS.get(tag[0], tag[0]), text) + "\x1b[0m"


def _color_codes(tag: re.Match[str]) -> str:
    letters, behind = _TERMINAL_COLORS.get(tag[2]) or _exact_color(tag[2])
    codes = {"color": letters, "bgcolor": behind, "fgcolor": f"{letters};{behind}"}[tag[1]]
    return f"\x1b[{codes}m"


def _exact_color(name: str) -> tuple[str, str]:
    """The codes of a colour written in HTML or by one of Godot's names; black for any other."""
    color = Color.from_string(name, Color(0.0, 0.0, 0.0))
    parts = ";".join(str(int(part * 255.0)) for part in (color.r, color.g, color.b))
    return f"38;2;{parts}", f"48;2;{parts}"
