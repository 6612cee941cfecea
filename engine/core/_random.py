"""Godot's global random functions, which share one generator."""

from __future__ import annotations

from engine.core._float32 import f32
from engine.core._pcg import Pcg32
from engine.core._scalar_math import whole

_shared = Pcg32()
_shared.randomize()


def seed(base: int) -> None:
    """Makes the numbers to come depend on `base` alone."""
    _shared.restart(base)


def randomize() -> None:
    """Makes the numbers to come depend on the time; the program starts like this."""
    _shared.randomize()


def randi() -> int:
    """A number from 0 to 4294967295."""
    return _shared.next()


def randf() -> float:
    """A number from 0.0 to 1.0."""
    return f32(_shared.next()) / 4294967296.0


def randi_range(from_: int, to: int) -> int:
    """A number from `from_` to `to`, both included, in either order."""
    return _shared.between(whole(from_), whole(to))


def randf_range(from_: float, to: float) -> float:
    """A number from `from_` to `to`."""
    return _shared.double() * (to - from_) + from_


def randfn(mean: float, deviation: float) -> float:
    """A number of the normal distribution."""
    return _shared.normal(mean, deviation)


def rand_from_seed(seed: int) -> list[int]:
    """A number that depends on `seed` alone, and the seed."""
    return [Pcg32(seed).next(), seed]
