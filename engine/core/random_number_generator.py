"""RandomNumberGenerator: pseudo-random numbers of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from engine.core._float32 import f32
from engine.core._pcg import Pcg32, signed
from engine.core._scalar_math import whole
from engine.core.ref_counted import RefCounted


class RandomNumberGenerator(RefCounted):
    """A generator that shares nothing with others; the same seed gives the same numbers.

    It starts with a seed from the time. Floats have 32 bits.
    """

    _class_name = "RandomNumberGenerator"

    def __init__(self) -> None:
        super().__init__()
        self._generator = Pcg32()
        self._generator.randomize()

    @property
    def seed(self) -> int:
        """Where it started; assigning starts again."""
        return signed(self._generator.seed)

    @seed.setter
    def seed(self, value: int) -> None:
        self._generator.restart(whole(value))

    def get_seed(self) -> int:
        """The same as `seed`."""
        return self.seed

    def set_seed(self, seed: int) -> None:
        """The same as assigning `seed`."""
        self.seed = seed

    @property
    def state(self) -> int:
        """All that the numbers to come depend on: to be kept and assigned later."""
        return signed(self._generator.state)

    @state.setter
    def state(self, value: int) -> None:
        self._generator.state = whole(value)

    def get_state(self) -> int:
        """The same as `state`."""
        return self.state

    def set_state(self, state: int) -> None:
        """The same as assigning `state`."""
        self.state = state

    def randomize(self) -> None:
        """Starts again from the time."""
        self._generator.randomize()

    def randi(self) -> int:
        """A number from 0 to 4294967295."""
        return self._generator.next()

    def randf(self) -> float:
        """A number from 0.0 to 1.0."""
        return self._generator.single()

    def randi_range(self, from_: int, to: int) -> int:
        """A number from `from_` to `to`, both included, in either order; 32 bits count."""
        return self._generator.between(whole(from_), whole(to))

    def randf_range(self, from_: float, to: float) -> float:
        """A number from `from_` to `to`."""
        low, high = f32(from_), f32(to)
        return f32(f32(self._generator.single() * f32(high - low)) + low)

    def randfn(self, mean: float = 0.0, deviation: float = 1.0) -> float:
        """A number of the normal distribution."""
        return self._generator.normal_single(f32(mean), f32(deviation))

    def rand_weighted(self, weights: Sequence[float]) -> int:
        """An index of `weights`, the likelier the heavier; -1 if none weighs anything."""
        return self._generator.weighted(weights)
