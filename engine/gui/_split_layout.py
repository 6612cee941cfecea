"""Where the draggers of a split container lie.

Each dragger has a place of its own, which follows from the sizes of the children, and an offset
from it that somebody set or dragged. A dragger with no child before it that expands starts at 0,
one with none behind it at the end; those in between lie where the children that expand share the
room. Then all are pushed to where every child keeps its minimum: one dragger first, then those on
its right, then those on its left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Part(NamedTuple):
    """A child: its minimum, and its stretch ratio, 0 if it does not expand."""

    minimum: int
    ratio: float


def default_places(parts: Sequence[Part], size: int, gap: int) -> list[int]:
    """Where draggers lie without offsets."""
    if len(parts) == 2 and parts[0].ratio > 0.0 and parts[1].ratio > 0.0:
        share = parts[0].ratio / (parts[0].ratio + parts[1].ratio)
        return [int(size * share - gap * 0.5)]
    lengths = _stretched(parts, size - gap * (len(parts) - 1))
    places = []
    at = 0.0
    for i in range(len(parts) - 1):
        at += lengths[i]
        if not any(part.ratio > 0.0 for part in parts[: i + 1]):
            places.append(0)
        elif not any(part.ratio > 0.0 for part in parts[i + 1 :]):
            places.append(size - gap)
        else:
            places.append(int(at + gap * i))
    return places


def _stretched(parts: Sequence[Part], room: float) -> list[float]:
    """The lengths of children of which some share what is left."""
    lengths = [float(part.minimum) for part in parts]
    sharing = [i for i, part in enumerate(parts) if part.ratio > 0.0]
    room -= sum(part.minimum for part in parts if part.ratio <= 0.0)
    while sharing:
        total = sum(parts[i].ratio for i in sharing)
        shares = {i: room * parts[i].ratio / total for i in sharing}
        short = next((i for i in sharing if shares[i] < parts[i].minimum), None)
        if short is None:
            for i, share in shares.items():
                lengths[i] = share
            break
        sharing.remove(short)
        room -= parts[short].minimum
    return lengths


def clamped(
    places: Sequence[int], parts: Sequence[Part], size: int, gap: int, first: int
) -> list[int]:
    """The places where every child keeps its minimum; the dragger `first` moves the least."""
    found = list(places)
    count = len(found)
    low = [sum(part.minimum for part in parts[: i + 1]) + gap * i for i in range(count)]
    high = [
        size - sum(part.minimum for part in parts[i + 1 :]) - gap * (count - i)
        for i in range(count)
    ]
    found[first] = max(min(found[first], high[first]), low[first])
    for i in range(first + 1, count):
        least = found[i - 1] + gap + parts[i].minimum
        found[i] = max(min(found[i], high[i]), least)
    for i in range(first - 1, -1, -1):
        most = found[i + 1] - gap - parts[i + 1].minimum
        found[i] = min(max(found[i], low[i]), most)
    return found


def kept_places(lengths: Sequence[int], parts: Sequence[Part], size: int, gap: int) -> list[int]:
    """Where draggers lie so that children keep their lengths, and share what is left or missing."""
    spare = size - gap * (len(parts) - 1) - sum(lengths)
    total = sum(part.ratio for part in parts)
    places = []
    at = 0.0
    for i, length in enumerate(lengths[:-1]):
        at += length + (spare * parts[i].ratio / total if total > 0.0 else 0.0)
        places.append(int(at + gap * i))
    return places
