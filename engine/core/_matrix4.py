"""Matrices of 4 by 4, as plain tuples of sixteen 32-bit floats, column by column.

All arguments are rounded already, and every step is: see `_float32`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import add
from struct import Struct

from engine.core._float32 import f32, is_zero_approx
from engine.core._matrix import Floats, round_4

pack_16: Callable[..., bytes] = Struct("16f").pack
unpack_16: Callable[[bytes], Floats] = Struct("16f").unpack

IDENTITY: Floats = (1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0)
ZERO: Floats = (0.0,) * 16


def rounded(*numbers: float) -> Floats:
    """Sixteen numbers, rounded."""
    return unpack_16(pack_16(*numbers))


def transform(m: Floats, v: Floats) -> Floats:
    """The vector that the matrix makes of `v`."""
    columns = [
        round_4(*[x * factor for x in m[start : start + 4]])
        for start, factor in zip((0, 4, 8, 12), v, strict=True)
    ]
    total = round_4(*map(add, columns[0], columns[1]))
    total = round_4(*map(add, total, columns[2]))
    return round_4(*map(add, total, columns[3]))


def transposed(m: Floats) -> Floats:
    """Rows and columns exchanged."""
    return m[0::4] + m[1::4] + m[2::4] + m[3::4]


def product(a: Floats, b: Floats) -> Floats:
    """The matrix product."""
    columns = [transform(a, b[start : start + 4]) for start in (0, 4, 8, 12)]
    return tuple(x for column in columns for x in column)


def _chain(m: Floats, places: str, sign: float) -> float:
    """A product of numbers at some places, multiplied from the left."""
    result = m[int(places[0], 16)]
    for place in places[1:]:
        result = f32(result * m[int(place, 16)])
    return sign * result


def _sum(m: Floats, terms: str) -> float:
    """A sum of products, added from the left; each is a sign and places in hexadecimal."""
    result = 0.0
    for term in terms.split():
        result = f32(result + _chain(m, term[1:], -1.0 if term[0] == "-" else 1.0))
    return result


# The determinant, as a sum of products.
_DETERMINANT = (
    "+369c -279c -35ac +17ac +25bc -16bc -368d +278d +34ad -07ad -24bd +06bd "
    "+358e -178e -349e +079e +14be -05be -258f +168f +249f -069f -14af +05af"
)  # fmt: skip


def determinant(m: Floats) -> float:
    """By how much the matrix stretches volumes."""
    return _sum(m, _DETERMINANT)


def inverse(m: Floats) -> Floats:
    """The matrix that takes back what this one does.

    Gauss and Jordan's elimination, in place, with the greatest number that is left as the pivot of
    each step. It gives up half-way when the determinant is nearly zero, and so does Godot.
    """
    c = [list(m[start : start + 4]) for start in (0, 4, 8, 12)]
    swaps: list[tuple[int, int]] = []
    det = 1.0
    for k in range(4):
        i, j = max(
            ((i, j) for i in range(k, 4) for j in range(k, 4)),
            key=lambda place: abs(c[place[0]][place[1]]),
        )
        pivot = c[i][j]
        det = f32(det * pivot)
        if is_zero_approx(det):
            return _flat(c)
        swaps.append((i, j))
        _swap_columns(c, k, i)
        _swap_rows(c, k, j)
        _eliminate(c, k, pivot)
    for k in (2, 1, 0):
        i, j = swaps[k]
        # Undone the other way round, and with the signs on the other side.
        _swap_columns(c, j, k)
        _swap_rows(c, i, k)
    return _flat(c)


def _flat(columns: list[list[float]]) -> Floats:
    return tuple(x for column in columns for x in column)


def _swap_columns(c: list[list[float]], k: int, i: int) -> None:
    """Exchanges two columns; the one that goes from `k` to `i` changes its sign."""
    if i != k:
        c[k], c[i] = c[i], [-x for x in c[k]]


def _swap_rows(c: list[list[float]], k: int, j: int) -> None:
    if j != k:
        for column in c:
            column[k], column[j] = column[j], -column[k]


def _eliminate(c: list[list[float]], k: int, pivot: float) -> None:
    others = [i for i in range(4) if i != k]
    for i in others:
        c[i][k] = f32(c[i][k] / -pivot)
        for j in others:
            c[i][j] = f32(c[i][j] + f32(c[i][k] * c[k][j]))
    for j in others:
        c[k][j] = f32(c[k][j] / pivot)
    c[k][k] = f32(1.0 / pivot)
