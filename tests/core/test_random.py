"""The same seed gives the same numbers as in Godot."""

from __future__ import annotations

import struct
from typing import Any

import pytest

from engine.core import _random as shared
from engine.core.random_number_generator import RandomNumberGenerator
from tests.core.recorded_values import heard, lines

SEEDS = [line.split(" ")[1] for line in lines("random_numbers.txt") if line.startswith("seed ")]
ARGUMENTS: dict[str, list[Any]] = {
    "randf_range": [-3.5, 7.25],
    "randfn": [1.5, 2.0],
    "rand_weighted": [[0.5, 0.0, 1.0, 2.5]],
}


def recorded(seed: str) -> list[list[str]]:
    """The lines that follow a seed."""
    found: list[list[str]] = []
    current = ""
    for line in lines("random_numbers.txt"):
        words = line.split(" ")
        if words[0] == "seed":
            current = words[1]
        elif current == seed:
            found.append(words)
    return found


def is_the_number(word: str, result: float) -> bool:
    if isinstance(result, int):
        return int(word) == result
    (expected,) = struct.unpack("<d", bytes.fromhex(word))
    return bool(abs(expected - result) <= 2e-7 * abs(expected)) if expected != result else True


@pytest.mark.parametrize("seed", SEEDS)
def test_numbers_are_godots(seed: str) -> None:
    own = RandomNumberGenerator()
    shared.seed(int(seed))
    own.seed = int(seed)
    for words in recorded(seed):
        what, numbers = words[0], words[1:]
        source, _, method = what.rpartition(".")
        if what == "state":
            assert [str(own.state), str(own.seed)] == numbers
        elif what == "rand_from_seed":
            assert [str(n) for n in shared.rand_from_seed(int(seed))] == numbers
        else:
            arguments = ARGUMENTS.get(method, [])
            if method == "randi_range":
                arguments, numbers = [int(n) for n in numbers[:2]], numbers[2:]
            function = getattr(own if source else shared, method)
            for word in numbers:
                result = function(*arguments)
                # The last bit of a cosine is the system's.
                exact = method != "randfn"
                assert is_the_number(word, result), (words, result)
                if exact and isinstance(result, float):
                    assert struct.pack("<d", result).hex() == word


def test_a_state_can_be_kept() -> None:
    own = RandomNumberGenerator()
    state = own.state
    numbers = [own.randi() for _ in range(5)]
    own.state = state
    assert [own.randi() for _ in range(5)] == numbers
    other = RandomNumberGenerator()
    other.set_seed(7)
    other.set_state(state)
    assert [other.randi() for _ in range(5)] == numbers
    assert other.get_seed() == 7


def test_generators_start_differently_and_share_nothing() -> None:
    assert len({RandomNumberGenerator().seed for _ in range(5)}) == 5
    own = RandomNumberGenerator()
    own.seed = 1
    first = own.randi()
    shared.seed(5)
    shared.randi()
    own.seed = 1
    assert own.randi() == first
    shared.randomize()


def test_numbers_stay_in_their_ranges() -> None:
    own = RandomNumberGenerator()
    own.seed = 3
    assert {own.randi_range(1, 6) for _ in range(200)} == {1, 2, 3, 4, 5, 6}
    assert all(0.0 <= own.randf() <= 1.0 for _ in range(200))
    assert all(-1.0 <= own.randf_range(-1.0, 1.0) <= 1.0 for _ in range(200))
    assert own.randi_range(4, 4) == 4


def test_weights_that_choose_nothing() -> None:
    own = RandomNumberGenerator()
    assert own.rand_weighted([0.0, 0.0]) == -1
    with heard() as messages:
        assert own.rand_weighted([]) == -1
    assert messages == ["ERROR: Weights array is empty."]
