"""The text of a float, as Godot prints it.

Godot writes 15 significant digits, but never more than 14 behind the point, never with an
exponent, and drops the zeros at the end save one. Two quirks are kept because scripts can see
them: a fraction between 1e14 and 1e15 loses its point altogether, and one above 1e15 is written
with up to six digits behind the point.

Python's shortest text of a float is the same thing whenever it is short enough, which nearly all
numbers of a program are.
"""

from __future__ import annotations

from math import floor, log10

# With at most 15 digits and a point, the shortest text is exact to every digit Godot writes.
_SURELY_SAME = 16


def number_text(x: float) -> str:
    """What `print` and `str` of Godot write for `x`."""
    text = repr(x)
    if len(text) <= _SURELY_SAME and "e" not in text:
        return text if text != "-0.0" else "0.0"
    if x.is_integer():
        return f"{x:.0f}.0"
    return decimal_text(x, decimals_for(x))


def decimals_for(x: float) -> int:
    """How many digits behind the point Godot gives `x`; negative where it would need none."""
    size = abs(x)
    return 14 - floor(log10(size)) if size > 10.0 else 14


def decimal_text(x: float, decimals: int) -> str:
    """`x` with `decimals` digits behind the point, then without the zeros at the end save one."""
    text = f"{x:.{decimals}f}" if decimals >= 0 else f"{x:f}"
    if "." not in text:
        return text
    text = text.rstrip("0")
    return text + "0" if text[-1] == "." else text
