"""Seeded ways of spoiling a text: scripts, scenes, resources and settings alike.

`mutate(text, chance)` makes one to four changes. What comes out is nearly right as a rule: that
is where a reader goes wrong, not in noise.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_TOKEN = re.compile(r"\w+|\"[^\"\n]*\"|'[^'\n]*'|\n[ \t]*|[ \t]+|.", re.DOTALL)
_WORD_LIST = (
    "if else elif for in while match when var const func class class_name extends enum signal "
    "static await return pass break continue and or not is as self super null true false void "
    "preload breakpoint assert yield namespace trait int float String Array Dictionary Node "
    "Vector2 Callable @export @onready @rpc @tool $ % & ^ := : = == -> .. ... . , ; ( ) [ ] { } + "
    '- * ** / << >> ~ ! != <= \\ \\\n # " \' """ \'\'\' r" &" ^" \t \n \n\t \n\t\t   '
    "ExtResource( SubResource( [node [ext_resource [sub_resource [resource] [connection nan inf "
    "0 1 -1 0x 0b2 1e 1e999 99999999999999999999999999 0xffffffffffffffffff 1__0 .5 5. é 😀 \u200b "
    "\0 \x01 \ufeff \r\n"
)
_WORDS = _WORD_LIST.split(" ")
_NESTS = (("(", ")"), ("[", "]"), ("{", "}"), ("-", ""), ("not ", ""), ("a.", ""), ("[1,", "]"))
_NUMBERS = ("9" * 400, "1e" + "9" * 30, "0x" + "f" * 200, "0b" + "1" * 300, "1" + "_0" * 100)


def mutate(text: str, chance: random.Random) -> str:
    """A text with one to four changes made to it."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        text = chance.choice(_CHANGES)(text, chance)
    return text


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _swap(text: str, chance: random.Random) -> str:
    tokens = _tokens(text)
    if len(tokens) > 1:
        a, b = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        tokens[a], tokens[b] = tokens[b], tokens[a]
    return "".join(tokens)


def _delete(text: str, chance: random.Random) -> str:
    tokens = _tokens(text)
    at = chance.randrange(len(tokens) + 1)
    del tokens[at : at + chance.choice((1, 1, 2, 5))]
    return "".join(tokens)


def _double(text: str, chance: random.Random) -> str:
    tokens = _tokens(text)
    at = chance.randrange(len(tokens) + 1)
    tokens[at:at] = tokens[at : at + chance.choice((1, 2, 8))]
    return "".join(tokens)


def _insert(text: str, chance: random.Random) -> str:
    tokens = _tokens(text)
    tokens.insert(chance.randrange(len(tokens) + 1), chance.choice(_WORDS))
    return "".join(tokens)


def _replace(text: str, chance: random.Random) -> str:
    tokens = _tokens(text) or [""]
    tokens[chance.randrange(len(tokens))] = chance.choice(_WORDS)
    return "".join(tokens)


def _borrow(text: str, chance: random.Random) -> str:
    tokens = _tokens(text) or [""]
    tokens[chance.randrange(len(tokens))] = chance.choice(tokens)
    return "".join(tokens)


def _truncate(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _behead(text: str, chance: random.Random) -> str:
    return text[chance.randrange(len(text) + 1) :]


def _noise(text: str, chance: random.Random) -> str:
    raw = bytearray(text.encode())
    for _ in range(chance.choice((1, 3, 10))):
        if raw:
            raw[chance.randrange(len(raw))] = chance.randrange(256)
    return raw.decode("utf-8", "replace")


def _indent(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    for i in range(at, min(len(lines), at + chance.choice((1, 1, 3)))):
        lines[i] = chance.choice(
            (lines[i][1:], "\t" + lines[i], "  " + lines[i], lines[i].lstrip())
        )
    return "\n".join(lines)


def _shuffle(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    part = lines[at : at + chance.choice((2, 4, 20))]
    chance.shuffle(part)
    return "\n".join(lines[:at] + part + lines[at + len(part) :])


def _move_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    part = lines[at : at + chance.choice((1, 3, 6))]
    to = chance.randrange(len(lines))
    return "\n".join(lines[:to] + part + lines[to:])


def _nest(text: str, chance: random.Random) -> str:
    tokens = _tokens(text) or [""]
    before, after = chance.choice(_NESTS)
    deep = chance.choice((3, 30, 300, 3000))
    at = chance.randrange(len(tokens))
    closed = deep if chance.random() < 0.7 else chance.randrange(deep)
    tokens[at] = before * deep + tokens[at] + after * closed
    return "".join(tokens)


def _number(text: str, chance: random.Random) -> str:
    return re.sub(
        r"\b\d+\b",
        lambda found: chance.choice(_NUMBERS) if chance.random() < 0.1 else found[0],
        text,
        count=chance.choice((3, 30)),
    )


def _long_line(text: str, chance: random.Random) -> str:
    tokens = _tokens(text) or [""]
    at = chance.randrange(len(tokens))
    tokens[at] = (tokens[at] + chance.choice((" + ", ", ", ".", " ", " and ", "\n"))) * 400
    return "".join(tokens)


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    *(_swap, _swap, _delete, _delete, _double, _insert, _insert, _insert, _replace, _replace),
    *(_borrow, _borrow, _borrow, _truncate, _behead, _noise, _indent, _indent, _shuffle),
    *(_move_lines, _nest, _number, _long_line),
)
