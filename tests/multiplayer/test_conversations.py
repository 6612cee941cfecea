"""A server and its clients, many short scenes: each says what it says in real Godot.

They are about calls (modes, targets, arguments, paths, authority), spawned nodes, state, and the
states of peers. `conversation_runs` tells how they are played.
"""

from __future__ import annotations

import functools

import pytest

from tests.demos.running import godot
from tests.multiplayer.conversation_runs import (
    HERE,
    WHO,
    Outcome,
    cases,
    clients_of,
    play,
    recorded,
)

PARTS = [(case, who) for case in cases() for who in WHO[: clients_of(case) + 1]]


@functools.cache
def outcomes() -> Outcome:
    return play(cases())


@pytest.mark.parametrize(("case", "who"), PARTS)
def test_says_what_it_says_in_godot(case: str, who: str) -> None:
    found, expected = outcomes()[case][who], recorded(case, who)
    assert found.out.splitlines() == expected.out.splitlines(), found.err
    assert found.err.splitlines() == expected.err.splitlines()


@pytest.mark.godot
@pytest.mark.parametrize("place", ["server", "client", "server client"])
def test_real_godot_in_a_place(place: str) -> None:
    commands = {one: [godot()] if one in place else HERE for one in ("server", "client")}
    played = play(cases(), **commands)
    other = [part for part in PARTS if said(played, *part) != recorded(*part).out]
    assert not other


def said(outcome: Outcome, case: str, who: str) -> str:
    """What a program printed."""
    return outcome[case][who].out
