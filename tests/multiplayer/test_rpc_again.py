"""A remote call that is like one before is made as the first was.

Two ends go through the same; one forgets before each step which calls it has made. What they send,
hear, answer and complain about has to be the same, whatever changes between the calls.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import (
    ManualClock,
    MultiplayerSynchronizer,
    Node,
    PackedByteArray,
    SceneMultiplayer,
    SceneTree,
    StringName,
    Vector2,
    Vector2i,
    is_instance_valid,
    rpc,
)
from engine.core import output
from engine.core._variant_codec import encode_all
from engine.multiplayer import _wire
from engine.multiplayer._rpc_methods import methods_of
from tests.multiplayer.packet_cases import Sink

PEERS = (1, 2, 3)
NUMBERS = (1, 2, 300)


class Game(Node):
    """Notes what it is told."""

    def __init__(self, heard: list[Any]) -> None:
        super().__init__()
        self.name = "Game"
        self.heard = heard

    def hear(self, *what: Any) -> None:
        sender = self.multiplayer.get_remote_sender_id() if self.is_inside_tree() else None
        self.heard.append((str(self.name), sender, *map(repr, what)))

    @rpc("any_peer")
    def say(self, *what: Any) -> None:
        self.hear("say", *what)

    @rpc("any_peer", "call_local", "unreliable", 2)
    def both(self, one: Any, two: Any = 2) -> None:
        self.hear("both", one, two)

    @rpc
    def order(self, text: str) -> None:
        self.hear("order", text)

    @rpc("any_peer")
    def typed(self, number: int, part: float, place: Vector2, values: list[Any]) -> None:
        self.hear("typed", number, part, place, values)

    @rpc("any_peer")
    def node(self, one: Node | None) -> None:
        self.hear("node", one)

    @rpc("any_peer")
    def back(self, *what: Any) -> None:
        self.say.rpc_id(self.multiplayer.get_remote_sender_id(), *what)

    @rpc("any_peer")
    def wrong(self, kind: Any) -> None:
        if kind == 1:
            len(kind)  # a TypeError from inside
        raise ValueError("on purpose")

    @rpc("any_peer")
    def leave(self, *what: Any) -> None:
        self.hear("leave", *what)
        self.get_parent().remove_child(self)


METHODS = sorted(Game.__rpc_methods__)


class Wire(Sink):
    """A connection that can be lost."""

    status = 2

    def _get_connection_status(self) -> int:
        return self.status


class End:
    """A program with a game in its tree, and peers that are played by the test.

    Args:
        forgets: whether each call is as the first.
    """

    def __init__(self, forgets: bool) -> None:
        self.forgets = forgets
        self.found: list[Any] = []  # everything that can be noticed
        self.tree = SceneTree(ManualClock())
        self.places = [Node(), Node()]
        for number, place in enumerate(self.places):
            place.name = f"Place{number}"
            self.tree.root.add_child(place)
        self.games: list[Game] = []
        self.do_replace()
        self.first_say = self.games[0].say
        self.apis = [SceneMultiplayer(), SceneMultiplayer()]
        self.tree.set_multiplayer(self.apis[0])
        self.wire = Wire(1)
        self.apis[0].multiplayer_peer = self.wire
        for peer in (2, 3):
            self.do_come(peer)

    def step(self, name: str, *arguments: Any) -> None:
        if self.forgets:
            cache = self.apis[0]._cache
            cache.calls.clear()
            for numbered in cache.nodes.values():
                numbered.heads.clear()
        with output.handler(lambda message: self.found.append((message.kind, message.text))):
            try:
                self.found.append(getattr(self, f"do_{name}")(*arguments))
            except ReferenceError as exception:
                self.found.append(str(exception))
        self.found += self.wire.sent
        self.wire.sent.clear()

    # Calls ---------------------------------------------------------------------------------------

    def do_call(self, peer: int, method: str, what: list[Any]) -> object:
        return self.games[-1].rpc_id(peer, StringName(method), *what)

    def do_bound(self, peer: int, method: str, what: list[Any]) -> None:
        getattr(self.games[-1], method).rpc_id(peer, *what)

    def do_api(self, peer: int, method: str, what: list[Any]) -> object:
        return self.apis[0].rpc(peer, self.games[-1], method, what)

    def do_old(self, peer: int, what: list[Any]) -> None:
        self.first_say.rpc_id(peer, *what)

    def do_receive(self, sender: int, number: int, method: str, what: list[Any], cut: int) -> None:
        data = encode_all(what)[1]
        raw = not what
        head = _wire.call_head(number, METHODS.index(method), raw)
        packet = head + (b"" if raw else bytes((len(what),))) + data
        self.do_packet(sender, packet[: len(packet) - cut])

    def do_packet(self, sender: int, packet: bytes) -> None:
        self.wire.inbox.append((sender, packet))
        self.apis[0].poll()

    # What the others say -------------------------------------------------------------------------

    def do_name(self, sender: int, number: int, place: int) -> None:
        md5, path = methods_of(self.games[-1]).md5, f"Place{place}/Game"
        self.do_packet(sender, _wire.encode_simplify_path(md5, number, path))

    def do_confirm(self, sender: int, number: int) -> None:
        self.do_packet(sender, _wire.encode_confirm_path(True, number))

    def do_come(self, peer: int) -> None:
        self.wire.peer_connected.emit(peer)

    def do_go(self, peer: int) -> None:
        self.wire.peer_disconnected.emit(peer)

    # What changes here ---------------------------------------------------------------------------

    def do_authority(self, peer: int) -> None:
        self.games[-1].set_multiplayer_authority(peer)

    def do_own(self, number: int) -> None:
        self.wire.id = number

    def do_status(self, status: int) -> None:
        self.wire.status = status

    def do_relay(self, relay: bool) -> None:
        self.apis[0].server_relay = relay

    def do_objects(self, allowed: bool) -> None:
        self.apis[0].allow_object_decoding = allowed

    def do_clear(self) -> None:
        self.apis[0].clear()

    def do_connect(self, number: int) -> None:
        self.apis[0].multiplayer_peer = None
        self.wire = Wire(number)
        self.apis[0].multiplayer_peer = self.wire

    def do_rename(self, name: str) -> None:
        self.games[-1].name = name

    def do_move(self, place: int) -> None:
        game = self.games[-1]
        if game.get_parent() is not None:
            game.get_parent().remove_child(game)
        self.places[place].add_child(game)

    def do_silent_move(self, place: int) -> None:
        game = self.games[-1]
        game.set_block_signals(True)
        if game.get_parent() is not None:
            game.get_parent().remove_child(game)
        if place:
            self.places[0].add_child(game)
        game.set_block_signals(False)

    def do_silent_end(self) -> None:
        self.games[-1].set_block_signals(True)
        self.games[-1].free()

    def do_replace(self) -> None:
        if self.games and is_instance_valid(self.games[-1]):
            self.games[-1].free()
        self.games.append(Game(self.found))
        self.places[0].add_child(self.games[-1])

    def do_watch(self, public: bool) -> None:
        game = self.games[-1]
        sync = game.get_node_or_null("Sync")
        if sync is not None:
            sync.free()
        elif game.is_inside_tree() and game.multiplayer is self.apis[0]:
            sync = MultiplayerSynchronizer()
            sync.name = "Sync"
            sync.public_visibility = public
            game.add_child(sync)

    def do_branch(self, place: int) -> None:
        """Another API for some of the nodes, or no longer."""
        path = f"/root/Place{place}"
        if self.tree.get_multiplayer(path) is self.apis[1]:
            self.tree.set_multiplayer(None, path)
        elif not any(game.get_child_count() for game in self.games if is_instance_valid(game)):
            self.tree.set_multiplayer(self.apis[1], path)  # no synchronizer is used to the first

    def finish(self) -> list[Any]:
        if is_instance_valid(self.games[-1]) and self.games[-1].get_parent() is None:
            self.games[-1].free()
        self.tree.finalize()
        return self.found


PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, width=32),
    st.text(max_size=9),
    st.sampled_from((b"bytes", PackedByteArray(b"more"), StringName("name"), Vector2i(3, 4))),
)
ARGUMENTS = st.one_of(
    st.lists(st.one_of(PLAIN, st.lists(PLAIN, max_size=3)), max_size=4),
    st.lists(PLAIN, min_size=1, max_size=2),
    st.just([1000, 0.5, Vector2(1, 2), [1, 2.5, "three"]]),
    st.just([7, 8, Vector2i(1, 2), []]),
)
PEER, NUMBER = st.sampled_from(PEERS), st.sampled_from(NUMBERS)
METHOD, PLACE = st.sampled_from(METHODS), st.sampled_from((0, 1))
TARGET = st.sampled_from((2, 2, 2, 3, 1, 0, -2, 9))
CALLS = st.one_of(
    st.tuples(st.sampled_from(("call", "bound", "api")), TARGET, METHOD, ARGUMENTS),
    st.tuples(st.just("old"), TARGET, ARGUMENTS),
    st.tuples(
        st.just("receive"), PEER, NUMBER, METHOD, ARGUMENTS, st.sampled_from((0, 0, 0, 1, 5))
    ),
    st.tuples(st.just("packet"), PEER, st.binary(min_size=1, max_size=9)),
)
CHANGES = st.one_of(
    st.tuples(st.just("name"), PEER, NUMBER, PLACE),
    st.tuples(st.just("confirm"), PEER, st.integers(1, 4)),
    st.tuples(st.sampled_from(("come", "go")), PEER),
    st.tuples(st.just("authority"), PEER),
    st.tuples(st.sampled_from(("own", "connect")), st.sampled_from((1, 7))),
    st.tuples(st.just("status"), st.sampled_from((0, 1, 2))),
    st.tuples(st.sampled_from(("relay", "objects", "watch")), st.booleans()),
    st.tuples(st.just("rename"), st.sampled_from(("Game", "Other"))),
    st.tuples(st.sampled_from(("move", "silent_move", "branch")), PLACE),
    st.tuples(st.sampled_from(("replace", "silent_end", "clear"))),
)
BEGIN: list[tuple[Any, ...]] = [
    ("name", 2, 1, 0),
    ("bound", 2, "say", [1, 2]),
    ("bound", 2, "order", ["one"]),
    ("confirm", 2, 1),
    ("bound", 2, "say", [1, 2]),
    ("bound", 2, "order", ["one"]),
    ("receive", 2, 1, "say", [1, 2], 0),
    ("receive", 2, 1, "back", [1, 2], 0),
    ("receive", 2, 1, "typed", [1, 0.5, Vector2(1, 2), [1]], 0),
]
"""After this, calls are as ones before."""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(CALLS, st.one_of(CALLS, CHANGES)), max_size=30))
def test_whatever_happens_between_calls(actions: list[tuple[Any, ...]]) -> None:
    found = []
    for forgets in (False, True):
        end = End(forgets)
        for action in BEGIN + actions:
            end.step(*action)
        found.append(end.finish())
    assert found[0] == found[1]


def test_calls_are_known_again() -> None:
    end = End(forgets=False)
    for action in BEGIN:
        end.step(*action)
    cache = end.apis[0]._cache
    assert [method.name for _, method, _ in cache.calls.values()] == ["say", "back", "typed"]
    assert list(cache.nodes[end.games[0]].heads) == [(2, "say", 2), (2, "order", 1)]
    end.step("go", 2)
    assert cache.calls == cache.nodes[end.games[0]].heads == {}
    end.finish()


@pytest.mark.parametrize(
    "changes",
    [
        [("replace",)],
        [("rename", "Other")],
        [("move", 1)],
        [("silent_move", 0)],
        [("silent_end",), ("api", 2, "say", [1, 2])],
        [("watch", False)],
        [("status", 1)],
        [("own", 7)],
        [("own", 2)],
        [("connect", 1), ("come", 2)],
        [("branch", 0)],
        [("authority", 2), ("receive", 2, 1, "order", ["one"], 0), ("authority", 3)],
        [("bound", 2, "order", [b"bytes"])],
        [("packet", 2, bytes((0, 1, METHODS.index("say"))))],
        [("receive", 2, 1, "say", [1, 2], 1)],
        [("receive", 2, 1, "typed", [7, 8, Vector2i(1, 2), []], 0)],
        [("receive", 2, 1, "typed", [7, "text"], 0)],
        [("receive", 2, 1, "order", [], 0)],
        [("receive", 2, 1, "wrong", [number], 0) for number in (1, 1, 2, 2)],
        [("receive", 2, 1, "leave", [1], 0) for _ in range(2)],
    ],
)
def test_what_makes_something_else_of_a_known_call(changes: list[tuple[Any, ...]]) -> None:
    again = [("receive", 2, 1, "order", ["one"], 0), ("api", 2, "say", [1, 2]), *BEGIN[4:]]
    found = []
    for forgets in (False, True):
        end = End(forgets)
        for action in [*BEGIN, *changes, *again]:
            end.step(*action)
        found.append(end.finish())
    assert found[0] == found[1]
