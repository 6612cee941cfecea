"""What to say when two ends have other methods: more than that a checksum failed.

A path comes with the MD5 of the sender's names, which says nothing of the names themselves. But it
can be tried out: which of one's own names have to be left out, or which of the methods without
`@rpc` have to be put in, so that the MD5 is the same? Nearly always somebody forgot one or two.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.output import Message
from engine.multiplayer._rpc_methods import OF_NODE, Methods, md5_of, methods_of

if TYPE_CHECKING:
    from engine.scene.node import Node

_MOST_LEFT_OUT, _MOST_PUT_IN = 2, 1
_MOST_TRIED = 5_000


def report(text: str, node: Node, md5: str = "") -> None:
    """Reports that another end has other methods at a node.

    Args:
        text: what Godot says of it.
        node: the node.
        md5: that of the other end's methods, where it is known.
    """
    lines = [*_in_words(node, md5), *_listed(node)]
    output.report(Message("ERROR", text, "\n   ".join(lines)))


def _listed(node: Node) -> Iterator[str]:
    methods = methods_of(node)
    count = len(methods.by_number)
    yield f"the {count} methods here, sorted as they are numbered (MD5 {methods.md5}):"
    for method in methods.by_number.values():
        place = place_of(type(node), method.name)
        how = " by rpc_config" if method.number & OF_NODE else ""
        yield f"  {method.number & ~OF_NODE:3} {method.name}{how}   {place}".rstrip()


def _in_words(node: Node, md5: str) -> Iterator[str]:
    if not md5:
        yield "the other end says so, and not which methods it has"
        return
    found = difference(node, md5)
    if found is None:
        yield f"the other end has methods that are not known here (MD5 {md5})"
        yield "compare the two scripts: python -m engine rpc-check SCRIPT SCRIPT"
        return
    lacks, has = found
    for name in lacks:
        yield f"the other end lacks {name}()   {place_of(type(node), name)}"
    for name in has:
        yield f"only the other end has @rpc at {name}()   {place_of(type(node), name)}"


def difference(node: Node, md5: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Which names the other end lacks and which it has besides, by its MD5; None if unknown."""
    methods = methods_of(node)
    of_node = [method.name for method in methods.by_number.values() if method.number & OF_NODE]
    names = [method.name for method in methods.by_number.values() if not method.number & OF_NODE]
    guesses = _guesses(names, _others(type(node), methods))
    for lacks, has in islice(guesses, _MOST_TRIED):
        guess = sorted({*names, *has} - {*lacks})
        if md5_of([*of_node, *guess]) == md5:
            return lacks, has
    return None


def _guesses(
    names: list[str], others: list[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What may be different, the likeliest first."""
    for left_out in range(_MOST_LEFT_OUT + 1):
        for put_in in range(_MOST_PUT_IN + 1):
            for lacks in combinations(names, left_out):
                for has in combinations(others, put_in):
                    yield lacks, has
    yield tuple(names), ()  # none at all: a script was forgotten


def _others(cls: type[Any], methods: Methods) -> list[str]:
    """The methods of a script without `@rpc`."""
    found = set()
    for base in cls.__mro__:
        if not base.__module__.startswith("engine."):
            found |= {name for name, value in vars(base).items() if inspect.isfunction(value)}
    return sorted(name for name in found if name not in methods.by_name and name[0] not in "@")


def place_of(cls: type[Any], name: str) -> str:
    """File and line of a method; nothing for one of the engine's."""
    renamed: dict[str, str] = getattr(cls, "_renamed", None) or {}
    found = getattr(cls, renamed.get(name, name), None)
    code = getattr(inspect.unwrap(found), "__code__", None) if callable(found) else None
    return "" if code is None else f"{code.co_filename}:{code.co_firstlineno}"
