"""The table."""

from __future__ import annotations

from dataclasses import dataclass

HEADINGS = ("workload", "", "unit", "ours", "Godot", "ratio", "target", "ok?")
SCRIPT_HEADINGS = ("in GDScript", "", "unit", "compiled", "Python", "ratio", "target", "ok?")


@dataclass(frozen=True)
class Row:
    """One measured thing.

    Attributes:
        name: What to call it on the command line.
        title: What it is.
        unit: Of `ours` and `godot`.
        ours: Our figure.
        godot: Godot's, or what else it is compared with, if there was one.
        ratio: Ours by the other.
        target: The most that the ratio (or, where there can be none, our figure) should be.
        ok: Whether it is; None where nothing is judged.
        rounds: Our figure and the other in each round, in the same unit.
    """

    name: str
    title: str
    unit: str
    ours: float
    godot: float | None
    ratio: float | None
    target: float
    ok: bool | None
    rounds: list[tuple[float, float | None]]


def table(rows: list[Row], headings: tuple[str, ...] = HEADINGS) -> str:
    """Return the rows as lines of aligned columns."""
    return lines_of(headings, [cells_of(row) for row in rows], 3)


def lines_of(headings: tuple[str, ...], rows: list[tuple[str, ...]], words: int) -> str:
    """Return lines of aligned columns, the first ones of words, the others of numbers."""
    cells = [headings, *rows]
    widths = [max(len(line[column]) for line in cells) for column in range(len(headings))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column < words else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def cells_of(row: Row) -> tuple[str, ...]:
    """Return the texts of one row."""
    verdict = {True: "ok", False: "MISSED", None: ""}[row.ok]
    return (
        row.name,
        row.title,
        row.unit,
        figure(row.ours),
        figure(row.godot),
        figure(row.ratio),
        figure(row.target),
        verdict,
    )


def figure(value: float | None) -> str:
    """Return a number with about three digits that matter."""
    if value is None:
        return "-"
    if abs(value) >= 100:
        return f"{value:.0f}"
    if abs(value) >= 10:
        return f"{value:.1f}"
    return f"{value:.3f}".rstrip("0").rstrip(".")
