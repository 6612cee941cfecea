"""Matrices of 4 by 4, as plain tuples of sixteen 32-bit floats, column by column.

All arguments are rounded already, and every step is: see `_float32`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import add
from struct import Struct

from engine.core._float32 import f32
from engine.core._matrix import Floats, round_4
from engine.core.output import error

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


def inverse(m: Floats) -> Floats | None:
    """The matrix that takes back what this one does; an error, and None, if there is none.

    Elimination after Gauss: rows of the matrix, each with a row of the identity behind it, are
    taken from the ones below until only a triangle is left, and that is solved from the bottom.
    """
    rows = [[*m[i::4], *IDENTITY[i::4]] for i in range(4)]
    for k in range(4):
        for i in (3, 2, 1):
            if i > k and abs(rows[i][k]) > abs(rows[i - 1][k]):
                rows[i - 1], rows[i] = rows[i], rows[i - 1]
        pivot = rows[k]
        if pivot[k] == 0.0:
            error(f'Condition "0.0 == r{k}[{k}]" is true.')
            return None
        for row in rows[k + 1 :]:
            factor = f32(row[k] / pivot[k])
            row[k + 1 :] = _less(row[k + 1 :], pivot[k + 1 :], factor)
    results: list[list[float]] = []
    for k in (3, 2, 1, 0):
        row = rows[k]
        result = row[4:]
        for known, factor in zip(results, row[3:k:-1], strict=True):
            result = _less(result, known, factor)
        scale = f32(1.0 / row[k])
        results.append([f32(scale * x) for x in result])
    return tuple(x for column in zip(*reversed(results), strict=True) for x in column)


def _less(row: list[float], other: list[float], factor: float) -> list[float]:
    """`row` without `factor` times the other one."""
    return [f32(a - f32(factor * b)) for a, b in zip(row, other, strict=True)]
