"""Rect2: a rectangle with upright sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, final, overload

from engine.core._float32 import f32, pack_2, short_text, unpack_2
from engine.core._value import Component, Value, derived, family_of, wrong_arguments
from engine.core.geometry_enums import Side
from engine.core.output import error
from engine.core.vector2 import Vector2

if TYPE_CHECKING:
    from engine.core.rect2i import Rect2i
    from engine.core.vector2i import Vector2i


@final
class Rect2(Value):
    """A position and a size, in 32-bit floats.

    `Rect2()` is empty and at zero; `Rect2(position, size)` takes vectors, `Rect2(x, y, width,
    height)` numbers, and `Rect2(rect)` another rectangle, also a `Rect2i`. A rectangle never
    changes: `rect.replace(size=...)` makes another one, and so does `rect.replace(end=...)`.

    Most questions make sense for sizes above zero only, and report an error for others: see `abs`.
    """

    __slots__ = ("_position", "_size")
    __match_args__ = ("position", "size")
    _family = "Rect2"
    _position: Vector2
    _size: Vector2

    position = Component[Vector2]("_position", "The corner with the smallest coordinates.")
    size = Component[Vector2]("_size", "Width and height.")

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Rect2 | Rect2i, /) -> None: ...
    @overload
    def __init__(self, position: Vector2 | Vector2i, size: Vector2 | Vector2i) -> None: ...
    @overload
    def __init__(self, x: float, y: float, width: float, height: float, /) -> None: ...
    def __init__(
        self,
        position: object = None,
        size: object = None,
        width: object = None,
        height: object = None,
    ) -> None:
        if position.__class__ is Vector2 and size.__class__ is Vector2 and width is None:
            self._position, self._size = position, size
        else:
            self._position, self._size = _parts(position, size, width, height)

    def replace(
        self,
        *,
        position: Vector2 | None = None,
        size: Vector2 | None = None,
        end: Vector2 | None = None,
    ) -> Rect2:
        """The same rectangle with another position, size or end; a new end keeps the position."""
        start = self._position if position is None else Vector2(position)
        if end is not None:
            return Rect2(start, Vector2(end) - start)
        return Rect2(start, self._size if size is None else size)

    __replace__ = replace

    @derived
    def end(self) -> Vector2:
        """The corner opposite to `position`."""
        return self._position + self._size

    def __iter__(self) -> Iterator[Vector2]:
        return iter((self._position, self._size))

    def __hash__(self) -> int:
        return hash((self._position, self._size))

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Rect2:
            return self._position == other._position and self._size == other._size
        return NotImplemented

    def __bool__(self) -> bool:
        return bool(self._position) or bool(self._size)

    def __str__(self) -> str:
        return f"[P: {self._position}, S: {self._size}]"

    def __repr__(self) -> str:
        return f"Rect2({', '.join(map(short_text, (*self._position, *self._size)))})"

    # Measures.

    def get_area(self) -> float:
        """Width times height."""
        return f32(self._size._x * self._size._y)

    def has_area(self) -> bool:
        """Whether width and height are above zero."""
        return self._size._x > 0.0 and self._size._y > 0.0

    def get_center(self) -> Vector2:
        """The point in the middle."""
        return self._position + self._size * 0.5

    def get_support(self, direction: Vector2) -> Vector2:
        """The corner that lies farthest in a direction."""
        if direction.__class__ is not Vector2:
            direction = Vector2(direction)
        x, y = direction
        width, height = self._size
        return self._position + Vector2(width if x > 0.0 else 0.0, height if y > 0.0 else 0.0)

    def is_finite(self) -> bool:
        """Whether no number in it is infinite or nan."""
        return self._position.is_finite() and self._size.is_finite()

    def is_equal_approx(self, rect: Rect2) -> bool:
        """Whether both have nearly the same position and size."""
        if rect.__class__ is not Rect2:
            rect = Rect2(rect)
        same = self._position.is_equal_approx(rect._position)
        return same and self._size.is_equal_approx(rect._size)

    # Against points and other rectangles.

    def _sides(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        start, size = self._position, self._size
        right, bottom = unpack_2(pack_2(start._x + size._x, start._y + size._y))
        return start._x, start._y, right, bottom

    def has_point(self, point: Vector2) -> bool:
        """Whether a point lies inside; the sides at `end` are outside."""
        if point.__class__ is not Vector2:
            point = Vector2(point)
        _complain_if_negative(self, self)
        left, top, right, bottom = self._sides()
        x, y = point._x, point._y
        return not (x < left or y < top or x >= right or y >= bottom)

    def intersects(self, b: Rect2, include_borders: bool = False) -> bool:
        """Whether the two overlap, or touch if `include_borders` is set."""
        if b.__class__ is not Rect2:
            b = Rect2(b)
        _complain_if_negative(self, b)
        left, top, right, bottom = self._sides()
        x, y, u, v = b._sides()
        if include_borders:
            return not (left > u or right < x or top > v or bottom < y)
        return not (left >= u or right <= x or top >= v or bottom <= y)

    def encloses(self, b: Rect2) -> bool:
        """Whether the other one lies wholly inside."""
        if b.__class__ is not Rect2:
            b = Rect2(b)
        _complain_if_negative(self, b)
        left, top, right, bottom = self._sides()
        x, y, u, v = b._sides()
        return x >= left and y >= top and u <= right and v <= bottom

    # Rectangles made of this one.

    def intersection(self, b: Rect2) -> Rect2:
        """The part that both have in common, `Rect2()` if there is none."""
        if b.__class__ is not Rect2:
            b = Rect2(b)
        if not self.intersects(b):
            return Rect2()
        start = b._position.max(self._position)
        return Rect2(start, b.end.min(self.end) - start)

    def merge(self, b: Rect2) -> Rect2:
        """The smallest rectangle around both."""
        if b.__class__ is not Rect2:
            b = Rect2(b)
        _complain_if_negative(self, b)
        start = b._position.min(self._position)
        return Rect2(start, b.end.max(self.end) - start)

    def expand(self, to: Vector2) -> Rect2:
        """This rectangle made larger, so that a point lies inside or on its side."""
        if to.__class__ is not Vector2:
            to = Vector2(to)
        _complain_if_negative(self, self)
        start = to.min(self._position)
        return Rect2(start, to.max(self.end) - start)

    def abs(self) -> Rect2:
        """The same area with a size that isn't negative."""
        return Rect2(self._position + self._size.minf(0.0), self._size.abs())

    def grow(self, amount: float) -> Rect2:
        """This rectangle with every side moved outwards."""
        amount = f32(amount)
        return Rect2(
            self._position - Vector2(amount, amount),
            self._size + Vector2(amount * 2.0, amount * 2.0),
        )

    def grow_individual(self, left: float, top: float, right: float, bottom: float) -> Rect2:
        """This rectangle with its sides moved outwards, each by its own amount."""
        start, end = Vector2(left, top), Vector2(right, bottom)
        return Rect2(self._position - start, self._size + (start + end))

    def grow_side(self, side: int, amount: float) -> Rect2:
        """This rectangle with one side (a `Side`) moved outwards."""
        left, top, right, bottom = (amount if side == one else 0.0 for one in Side)
        return self.grow_individual(left, top, right, bottom)


def _parts(*given: object) -> tuple[Vector2, Vector2]:
    """What a constructor call means when it wasn't two `Vector2`."""
    a, b, c, d = given
    if c is not None and d is not None and not isinstance(a, Value):
        return Vector2(a, b), Vector2(c, d)  # type: ignore[call-overload]
    if c is None and d is None:
        if b is not None and family_of(a) == family_of(b) == "Vector2":
            return Vector2(a), Vector2(b)  # type: ignore[call-overload]
        if b is None and a is None:
            return Vector2.ZERO, Vector2.ZERO
        if b is None and family_of(a) == "Rect2":
            return Vector2(a.position), Vector2(a.size)  # type: ignore[attr-defined]
    raise wrong_arguments("Rect2", "two vectors, four numbers or a rectangle", *given)


def _complain_if_negative(one: Rect2, other: Rect2) -> None:
    a, b = one._size, other._size
    if a._x < 0 or a._y < 0 or b._x < 0 or b._y < 0:
        error(
            "Rect2 size is negative, this is not supported. "
            "Use Rect2.abs() to get a Rect2 with a positive size."
        )
