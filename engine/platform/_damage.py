"""What of a picture has to be painted again, from one frame to the next.

Two frames are compared entry by entry. Where an entry is new, gone, changed, or in another place in
the order, its box is damaged. Boxes are joined as long as that paints few pixels for nothing.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from engine.platform._extents import extent, is_animated, rounded_out
from engine.platform._geometry import box_around
from engine.platform._painter import pixel_box
from engine.platform._program import Program
from engine.platform._pygame import pygame
from engine.servers.canvas import (
    CLIP_IGNORE,
    NINE_PATCH,
    POLYGON,
    SLICE,
    TEXTURE,
    Box,
    Drawing,
    Entry,
    Frame,
)

_MOST_BOXES = 12
_MOST_DAMAGE = 200  # boxes to join one by one
_PICTURED_AT = {TEXTURE: 1, NINE_PATCH: 1, POLYGON: 4}
_PICTURED = frozenset(_PICTURED_AT)
State: TypeAlias = tuple[Any, ...]


class Seen:
    """An entry as it was painted.

    Attributes:
        name: which drawing, and in which role.
        state: changes with anything that is seen of it.
        box: the pixels that it touches; None for none.
        clip: the box that it is cut to; None when nothing of it stands out.
        program: what paints it, once that was made.
    """

    __slots__ = ("box", "clip", "name", "program", "state")

    def __init__(self, name: tuple[int, int], state: State, box: Any, clip: Any) -> None:
        self.name = name
        self.state = state
        self.box = box
        self.clip = clip
        self.program: Program | None = None


class Facts(NamedTuple):
    """What is known of a drawing.

    Attributes:
        version: of the drawing.
        box: around it, in its own coordinates.
        changes: whether it looks different from time to time by itself.
        clipped: whether it lies within the clip of its entry.
        textures: those that it shows.
    """

    version: int
    box: Box | None
    changes: bool
    clipped: bool
    textures: tuple[Any, ...]


class Damage:
    """Remembers what was painted last."""

    def __init__(self) -> None:
        self._frame: Frame | None = None
        self._lost = False  # whether nothing of what was painted is left
        self._seen: list[Seen] = []
        self._facts: dict[int, Facts] = {}

    def forget(self) -> None:
        """The next frame is painted as a whole."""
        self._lost = True

    def is_behind(self, frame: Frame) -> bool:
        """Whether a frame differs from the last one."""
        return self._lost or self._frame is not frame or self._touched(frame)

    def boxes(self, frame: Frame) -> list[pygame.Rect]:
        """What has to be painted to show a frame, as boxes that do not overlap much."""
        before, old = self._frame, self._seen
        whole = pygame.Rect(0, 0, *frame.size)
        lost, self._lost = self._lost, False
        if before is frame and not self._touched(frame):
            return [whole] if lost else []
        if before is frame:
            self._seen = self._look_again(frame, old)
            return [whole] if lost else joined(renewed(old, self._seen), whole)
        if before is not None and before.size != frame.size:
            old.clear()
        self._frame, self._seen = frame, self._look(frame, {seen.name: seen for seen in old})
        if (
            lost
            or before is None
            or before.size != frame.size
            or before.background != frame.background
        ):
            return [whole]
        return joined(changes(old, self._seen), whole)

    def seen(self) -> list[Seen]:
        """The entries of the frame, each with its box."""
        return self._seen

    def _touched(self, frame: Frame) -> bool:
        """Whether any drawing of the same frame was drawn again, or looks different by now."""
        for entry, seen in zip(frame.entries, self._seen, strict=True):
            state = seen.state
            if entry.drawing.version != state[0] or state[-1] is None:
                return True
            if state[-1] and state[-1] != _versions(self._facts[entry.drawing.key].textures):
                return True
        return False

    def _look(self, frame: Frame, before: dict[tuple[int, int], Seen]) -> list[Seen]:
        seen = []
        known, self._facts = self._facts, {}
        for entry in frame.entries:
            drawing = entry.drawing
            facts = known.get(drawing.key)
            if facts is None or facts.version != drawing.version:
                facts = _facts(drawing)
            self._facts[drawing.key] = facts
            last = _last(facts)
            name, state = (drawing.key, entry.role), (drawing.version, *entry[1:], last)
            found = before.get(name)
            if found is None or found.state != state or last is None:
                found = Seen(name, state, *_pixels(entry, facts))
            seen.append(found)
        return seen

    def _look_again(self, frame: Frame, before: list[Seen]) -> list[Seen]:
        """As `_look`, where nothing but drawings may have changed."""
        seen = []
        known = self._facts
        for entry, found in zip(frame.entries, before, strict=True):
            drawing = entry.drawing
            facts = known[drawing.key]
            if facts.version != drawing.version:
                facts = known[drawing.key] = _facts(drawing)
            last = _last(facts)
            state = found.state
            if state[0] != drawing.version or state[-1] != last or last is None:
                state = (drawing.version, *state[1:-1], last)
                found = Seen(found.name, state, *_pixels(entry, facts))
            seen.append(found)
        return seen


def _facts(drawing: Drawing) -> Facts:
    kinds = {command[0] for command in drawing}
    textures = []
    if kinds & _PICTURED:
        for command in drawing:
            texture = command[_PICTURED_AT[command[0]]] if command[0] in _PICTURED else None
            if texture is not None:
                textures.append(texture)
    return Facts(
        drawing.version,
        extent(drawing),
        SLICE in kinds and is_animated(drawing),
        CLIP_IGNORE not in kinds,
        tuple(textures),
    )


def _last(facts: Facts) -> tuple[int, ...] | None:
    """The last part of a state. None is unlike everything, itself included."""
    return None if facts.changes else _versions(facts.textures)


def _versions(textures: tuple[Any, ...]) -> tuple[int, ...]:
    return tuple([texture._version for texture in textures]) if textures else ()


def _pixels(entry: Entry, facts: Facts) -> tuple[Any, Any]:
    """The pixels that an entry touches, and the box that it is cut to."""
    clip = None if entry.clip is None else pixel_box(entry.clip)
    if facts.box is None:
        return None, clip
    x, y, right, bottom = facts.box
    pixels = pygame.Rect(rounded_out(box_around(entry.matrix, x, y, right - x, bottom - y)))
    if clip is None or (facts.clipped and clip.contains(pixels)):
        return pixels, None
    return (pixels.clip(clip) if facts.clipped else pixels), clip


def changes(old: list[Seen], new: list[Seen]) -> list[pygame.Rect]:
    """The boxes of all that differs between two lists of entries."""
    begin, most = 0, min(len(old), len(new))
    while begin < most and _same(old[begin], new[begin]):
        begin += 1
    end = 0
    while end < most - begin and _same(old[-1 - end], new[-1 - end]):
        end += 1
    gone = {seen.name: (at, seen) for at, seen in enumerate(old[begin : len(old) - end])}
    damaged = []
    last = -1
    for seen in new[begin : len(new) - end]:
        found = gone.pop(seen.name, None)
        if found is None:
            damaged.append(seen.box)
        elif not _same(found[1], seen):
            damaged += [found[1].box, seen.box]
            last = max(last, found[0])
        elif found[0] < last:  # it has been painted later than others, and is not any more
            damaged.append(seen.box)
        else:
            last = found[0]
    damaged += [seen.box for _, seen in gone.values()]
    return _visible(damaged)


def renewed(old: list[Seen], new: list[Seen]) -> list[pygame.Rect]:
    """As `changes`, for two lists of the same entries in the same order."""
    damaged = []
    for before, after in zip(old, new, strict=True):
        if before is not after:
            damaged += [before.box, after.box]
    return _visible(damaged)


def _visible(boxes: list[pygame.Rect | None]) -> list[pygame.Rect]:
    return [box for box in boxes if box is not None and box.w > 0 and box.h > 0]


def _same(a: Seen, b: Seen) -> bool:
    return a.name == b.name and a.state == b.state and a.state[-1] is not None


def joined(boxes: list[pygame.Rect], whole: pygame.Rect) -> list[pygame.Rect]:
    """Few boxes that cover many."""
    inside = [box for box in (box.clip(whole) for box in boxes) if box.w and box.h]
    if len(inside) > _MOST_DAMAGE:
        return [inside[0].unionall(inside[1:])]
    made: list[pygame.Rect] = []
    for box in inside:
        _join(made, box)
    while len(made) > _MOST_BOXES:
        _join_closest(made)
    return made


def _join(made: list[pygame.Rect], box: pygame.Rect) -> None:
    """Adds a box, together with those that it is nearly one with."""
    at = 0
    while at < len(made):
        other = made[at]
        both = box.union(other)
        if 4 * both.w * both.h <= 5 * (box.w * box.h + other.w * other.h):
            box = both
            del made[at]
            at = 0
        else:
            at += 1
    made.append(box)


def _join_closest(made: list[pygame.Rect]) -> None:
    last = made.pop()

    def waste(at: int) -> int:
        both = last.union(made[at])
        return both.w * both.h - made[at].w * made[at].h

    best = min(range(len(made)), key=waste)
    made[best] = made[best].union(last)
