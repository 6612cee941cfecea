"""Matrices of six numbers and boxes of four."""

from __future__ import annotations

from engine.servers.canvas import Box, Matrix


def times(a: Matrix, b: Matrix) -> Matrix:
    """What does b, then a."""
    return (
        a[0] * b[0] + a[2] * b[1],
        a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3],
        a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4],
        a[1] * b[4] + a[3] * b[5] + a[5],
    )


def box_around(matrix: Matrix, x: float, y: float, width: float, height: float) -> Box:
    """The upright box around a rectangle that went through a matrix."""
    a, b, c, d, e, f = matrix
    left, right = e + a * x, e + a * (x + width)
    top, bottom = f + d * y, f + d * (y + height)
    if b == c == 0.0:
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)
    xs = (left + c * y, right + c * y, left + c * (y + height), right + c * (y + height))
    ys = (top + b * x, top + b * (x + width), bottom + b * x, bottom + b * (x + width))
    return min(xs), min(ys), max(xs), max(ys)
