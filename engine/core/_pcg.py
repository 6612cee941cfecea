"""The generator of pseudo-random numbers that Godot uses: PCG32, and what it makes of its numbers.

The same seed gives the same numbers as in Godot. A float is made of an exponent and a significand
of their own, so that small ones are as exact as large ones.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

from engine.core._float32 import f32
from engine.core.output import error

DEFAULT_SEED = 12047754176567800795
DEFAULT_INCREMENT = 1442695040888963407
_MULTIPLIER = 6364136223846793005
_MASK32 = 0xFFFFFFFF
_MASK64 = 0xFFFFFFFFFFFFFFFF
_TINY = 0.00001
_TAU_SINGLE = f32(math.tau)


def signed(number: int) -> int:
    """64 bits as the int that Godot shows them as."""
    number &= _MASK64
    return number - (1 << 64) if number >> 63 else number


def _signed_32(number: int) -> int:
    return (number + 0x80000000 & _MASK32) - 0x80000000


class Pcg32:
    """A generator with its seed and its state.

    Args:
        seed: where it starts; any int, of which 64 bits count.
    """

    __slots__ = ("_increment", "_state", "seed")

    seed: int

    def __init__(self, seed: int = DEFAULT_SEED) -> None:
        self._increment = (DEFAULT_INCREMENT << 1 | 1) & _MASK64
        self._state = 0
        self.restart(seed)

    @property
    def state(self) -> int:
        """All that the numbers to come depend on, as 64 bits."""
        return self._state

    @state.setter
    def state(self, value: int) -> None:
        self._state = value & _MASK64

    def restart(self, seed: int) -> None:
        """Starts again from a seed."""
        self.seed = seed & _MASK64
        self._state = 0
        self.next()
        self._state = (self._state + self.seed) & _MASK64
        self.next()

    def randomize(self) -> None:
        """Starts again from the time."""
        self.restart(time.time_ns() * (self._state | 1) + DEFAULT_INCREMENT)

    def next(self) -> int:
        """32 random bits."""
        old = self._state
        self._state = (old * _MULTIPLIER + self._increment) & _MASK64
        shifted = ((old >> 18) ^ old) >> 27 & _MASK32
        rotation = old >> 59
        return (shifted >> rotation | shifted << (-rotation & 31)) & _MASK32

    def below(self, bound: int) -> int:
        """A number from 0 to less than `bound`, each as likely as the others."""
        threshold = (-bound & _MASK32) % bound
        while (number := self.next()) < threshold:
            pass
        return number % bound

    def between(self, from_: int, to: int) -> int:
        """A number from `from_` to `to`, both included; 32 bits of them count."""
        from_, to = _signed_32(from_), _signed_32(to)
        if from_ == to:
            return from_
        low, size = min(from_, to), abs(to - from_)
        return low + (self.next() if size == _MASK32 else self.below(size + 1))

    def double(self) -> float:
        """A number from 0 to 1, with 64 bits."""
        exponent = self.next()
        if exponent == 0:
            return 0.0
        significand = self.next() << 32 | self.next() | 0x8000000000000001
        return math.ldexp(float(significand), exponent.bit_length() - 32 - 64)

    def single(self) -> float:
        """A number from 0 to 1, with 32 bits."""
        exponent = self.next()
        if exponent == 0:
            return 0.0
        return math.ldexp(f32(float(self.next() | 0x80000001)), exponent.bit_length() - 32 - 32)

    def normal(self, mean: float, deviation: float) -> float:
        """A number near `mean`, of the normal distribution, with 64 bits."""
        size, turn = self.double(), math.tau * self.double()
        if size < _TINY:
            size += _TINY
        return mean + deviation * (math.cos(turn) * math.sqrt(-2.0 * math.log(size)))

    def normal_single(self, mean: float, deviation: float) -> float:
        """A number near `mean`, of the normal distribution, with 32 bits.

        The last bit is not Godot's where its cosine of 32 bits is not the nearest number.
        """
        size, turn = self.single(), f32(_TAU_SINGLE * self.single())
        if size < _TINY:
            size = f32(size + _TINY)
        distance = math.sqrt(-2.0 * f32(math.log(size)))
        return f32(mean + deviation * (f32(math.cos(turn)) * distance))

    def weighted(self, weights: Sequence[float]) -> int:
        """An index of `weights`, the likelier the heavier; -1 if none weighs anything."""
        if not weights:
            error("Weights array is empty.")
            return -1
        total = 0.0
        for weight in weights:
            total = f32(total + f32(weight))
        rest = f32(self.single() * total)
        for index, weight in enumerate(weights):
            rest = f32(rest - f32(weight))
            if rest < 0.0:
                return index
        return max((i for i, weight in enumerate(weights) if weight > 0.0), default=-1)
