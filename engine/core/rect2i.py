"""Rect2i: a rectangle with upright sides, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, final, overload

from engine.core._int_vector import wrap_32
from engine.core._value import Component, Value, derived, family_of, wrong_arguments
from engine.core.geometry_enums import Side
from engine.core.output import error
from engine.core.vector2i import Vector2i

if TYPE_CHECKING:
    from engine.core.rect2 import Rect2
    from engine.core.vector2 import Vector2


@final
class Rect2i(Value):
    """A position and a size, in 32-bit whole numbers.

    `Rect2i()` is empty and at zero; `Rect2i(position, size)` takes vectors, `Rect2i(x, y, width,
    height)` numbers, and `Rect2i(rect)` another rectangle, also a `Rect2`. A rectangle
    never changes: `rect.replace(size=...)` makes another one, and so does `rect.replace(end=...)`.

    Most questions make sense for sizes above zero only, and report an error for others: see `abs`.
    """

    __slots__ = ("_position", "_size")
    __match_args__ = ("position", "size")
    _family = "Rect2"
    _position: Vector2i
    _size: Vector2i

    position = Component[Vector2i]("_position", "The corner with the smallest coordinates.")
    size = Component[Vector2i]("_size", "Width and height.")

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Rect2i | Rect2, /) -> None: ...
    @overload
    def __init__(self, position: Vector2i | Vector2, size: Vector2i | Vector2) -> None: ...
    @overload
    def __init__(self, x: float, y: float, width: float, height: float, /) -> None: ...
    def __init__(
        self,
        position: object = None,
        size: object = None,
        width: object = None,
        height: object = None,
    ) -> None:
        if position.__class__ is Vector2i and size.__class__ is Vector2i and width is None:
            self._position, self._size = position, size
        else:
            self._position, self._size = _parts(position, size, width, height)

    def replace(
        self,
        *,
        position: Vector2i | None = None,
        size: Vector2i | None = None,
        end: Vector2i | None = None,
    ) -> Rect2i:
        """The same rectangle with another position, size or end; a new end keeps the position."""
        start = self._position if position is None else Vector2i(position)
        if end is not None:
            return Rect2i(start, Vector2i(end) - start)
        return Rect2i(start, self._size if size is None else size)

    __replace__ = replace

    @derived
    def end(self) -> Vector2i:
        """The corner opposite to `position`."""
        return self._position + self._size

    def __iter__(self) -> Iterator[Vector2i]:
        return iter((self._position, self._size))

    def __hash__(self) -> int:
        return hash((self._position, self._size))

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Rect2i:
            return self._position == other._position and self._size == other._size
        return NotImplemented

    def __bool__(self) -> bool:
        return bool(self._position) or bool(self._size)

    def __str__(self) -> str:
        return f"[P: {self._position}, S: {self._size}]"

    def __repr__(self) -> str:
        return f"Rect2i({', '.join(map(str, (*self._position, *self._size)))})"

    # Measures.

    def get_area(self) -> int:
        """Width times height; wraps around as a 32-bit number."""
        return wrap_32(self._size._x * self._size._y)

    def has_area(self) -> bool:
        """Whether width and height are above zero."""
        return self._size._x > 0 and self._size._y > 0

    def get_center(self) -> Vector2i:
        """The point in the middle, moved towards `position` where it isn't whole."""
        return self._position + self._size / 2

    # Against points and other rectangles.

    def _sides(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom."""
        start, size = self._position, self._size
        right, bottom = start + size
        return start._x, start._y, right, bottom

    def has_point(self, point: Vector2i) -> bool:
        """Whether a point lies inside; the sides at `end` are outside."""
        if point.__class__ is not Vector2i:
            point = Vector2i(point)
        _complain_if_negative(self, self)
        left, top, right, bottom = self._sides()
        x, y = point._x, point._y
        return not (x < left or y < top or x >= right or y >= bottom)

    def intersects(self, b: Rect2i) -> bool:
        """Whether the two overlap; touching isn't enough."""
        if b.__class__ is not Rect2i:
            b = Rect2i(b)
        _complain_if_negative(self, b)
        left, top, right, bottom = self._sides()
        x, y, u, v = b._sides()
        return not (left >= u or right <= x or top >= v or bottom <= y)

    def encloses(self, b: Rect2i) -> bool:
        """Whether the other one lies wholly inside."""
        if b.__class__ is not Rect2i:
            b = Rect2i(b)
        _complain_if_negative(self, b)
        left, top, right, bottom = self._sides()
        x, y, u, v = b._sides()
        return x >= left and y >= top and u <= right and v <= bottom

    # Rectangles made of this one.

    def intersection(self, b: Rect2i) -> Rect2i:
        """The part that both have in common, `Rect2i()` if there is none."""
        if b.__class__ is not Rect2i:
            b = Rect2i(b)
        if not self.intersects(b):
            return Rect2i()
        start = b._position.max(self._position)
        return Rect2i(start, b.end.min(self.end) - start)

    def merge(self, b: Rect2i) -> Rect2i:
        """The smallest rectangle around both."""
        if b.__class__ is not Rect2i:
            b = Rect2i(b)
        _complain_if_negative(self, b)
        start = b._position.min(self._position)
        return Rect2i(start, b.end.max(self.end) - start)

    def expand(self, to: Vector2i) -> Rect2i:
        """This rectangle made larger, so that a point lies inside or on its side."""
        if to.__class__ is not Vector2i:
            to = Vector2i(to)
        _complain_if_negative(self, self)
        start = to.min(self._position)
        return Rect2i(start, to.max(self.end) - start)

    def abs(self) -> Rect2i:
        """The same area with a size that isn't negative."""
        return Rect2i(self._position + self._size.mini(0), self._size.abs())

    def grow(self, amount: int) -> Rect2i:
        """This rectangle with every side moved outwards."""
        return Rect2i(
            self._position - Vector2i(amount, amount),
            self._size + Vector2i(amount * 2, amount * 2),
        )

    def grow_individual(self, left: int, top: int, right: int, bottom: int) -> Rect2i:
        """This rectangle with its sides moved outwards, each by its own amount."""
        start, end = Vector2i(left, top), Vector2i(right, bottom)
        return Rect2i(self._position - start, self._size + (start + end))

    def grow_side(self, side: int, amount: int) -> Rect2i:
        """This rectangle with one side (a `Side`) moved outwards."""
        left, top, right, bottom = (amount if side == one else 0 for one in Side)
        return self.grow_individual(left, top, right, bottom)


def _parts(*given: object) -> tuple[Vector2i, Vector2i]:
    """What a constructor call means when it wasn't two `Vector2i`."""
    a, b, c, d = given
    if c is not None and d is not None and not isinstance(a, Value):
        return Vector2i(a, b), Vector2i(c, d)  # type: ignore[call-overload]
    if c is None and d is None:
        if b is not None and family_of(a) == family_of(b) == "Vector2":
            return Vector2i(a), Vector2i(b)  # type: ignore[call-overload]
        if b is None and a is None:
            return Vector2i.ZERO, Vector2i.ZERO
        if b is None and family_of(a) == "Rect2":
            return Vector2i(a.position), Vector2i(a.size)  # type: ignore[attr-defined]
    raise wrong_arguments("Rect2i", "two vectors, four numbers or a rectangle", *given)


def _complain_if_negative(one: Rect2i, other: Rect2i) -> None:
    a, b = one._size, other._size
    if a._x < 0 or a._y < 0 or b._x < 0 or b._y < 0:
        error(
            "Rect2i size is negative, this is not supported. "
            "Use Rect2i.abs() to get a Rect2i with a positive size."
        )
