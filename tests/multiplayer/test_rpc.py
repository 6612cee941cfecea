"""Remote calls between trees, with scripts in Python."""

from __future__ import annotations

from typing import Any

import pytest

from engine import (
    ERR_CONNECTION_ERROR,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    OK,
    Callable,
    Node,
    PackedByteArray,
    SceneMultiplayer,
    Vector2,
    Vector2i,
    rpc,
)
from engine.core import output
from engine.multiplayer._rpc_methods import methods_of, script_configs
from engine.testing import expect_error


class Game(Node):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.name = "Game"
        self.heard: list[Any] = []

    def _hear(self, *what: Any) -> None:
        self.heard.append((*what, self.multiplayer.get_remote_sender_id()))

    @rpc
    def order(self, text: str) -> None:
        self._hear("order", text)

    @rpc("any_peer")
    def ask(self, *what: Any) -> None:
        self._hear("ask", *what)

    @rpc("any_peer", "call_local", "unreliable", 3)
    def say(self, text: Any) -> None:
        self._hear("say", text)

    @rpc("any_peer", "call_local")
    def typed(self, number: float, place: Vector2, data: bytes, node: Node | None = None) -> None:
        self._hear("typed", number, place, data, node)

    @rpc("any_peer")
    def fail(self) -> None:
        raise ValueError("on purpose")

    @rpc("any_peer")
    async def wait(self) -> None:
        self._hear("before")
        await self.get_tree().process_frame
        self._hear("after")

    def private(self) -> None:
        self._hear("private")


class Quiet(Game):
    """Overrides without `@rpc`."""

    def say(self, text: Any) -> None:  # type: ignore[override]
        self._hear("quiet", text)
        super().say(text)


@pytest.fixture
def games(make_cluster: Any) -> list[Game]:
    """The same game at a server and at two clients, which know of one another."""
    cluster = make_cluster(clients=2)
    found = cluster.add_everywhere(Game)
    cluster.tick(5)
    for game in found:
        game.cluster = cluster
    return found  # type: ignore[no-any-return]


def run(games: list[Game]) -> list[list[Any]]:
    games[0].cluster.tick(4)  # type: ignore[attr-defined]
    return [game.heard for game in games]


def ids(games: list[Game]) -> list[int]:
    return [game.multiplayer.get_unique_id() for game in games]


def test_a_call_goes_to_all_others(games: list[Game]) -> None:
    assert games[0].rpc("order", "go") == OK
    assert run(games) == [[], [("order", "go", 1)], [("order", "go", 1)]]


def test_a_method_can_be_called_by_itself(games: list[Game]) -> None:
    games[0].order.rpc("go")
    games[1].ask.rpc_id(1, 5)
    mine, other = ids(games)[1:]
    games[1].ask.rpc_id(other, "psst")
    games[1].ask.rpc_id(-other, "not you")
    heard = run(games)
    assert heard[0] == [("ask", 5, mine), ("ask", "not you", mine)]
    assert heard[2] == [("order", "go", 1), ("ask", "psst", mine)]


def test_call_local_runs_here_after_sending(games: list[Game]) -> None:
    mine = ids(games)[1]
    games[1].say.rpc("hi")
    assert games[1].heard == [("say", "hi", mine)]
    assert games[1].multiplayer.get_remote_sender_id() == 0
    assert run(games)[0] == [("say", "hi", mine)]


def test_a_method_is_still_a_method(games: list[Game]) -> None:
    game = games[1]
    game.say("here")
    game.say(text="named")
    game.call("say", "by name")
    assert [what[1] for what in game.heard] == ["here", "named", "by name"]
    assert run(games)[0] == []
    assert Game.say.__name__ == "say"
    assert game.has_method("say")
    assert "say" in {entry["name"] for entry in game.get_method_list()}
    assert str(game.say) == "Node(test_rpc.py)::say (rpc)"
    assert game.say.is_custom()
    assert not game.say.is_standard()
    assert game.say == game.say
    assert Callable(game, "say") != game.say  # as in Godot: only one of them is marked


def test_a_bound_method_is_called_with_what_is_bound(games: list[Game]) -> None:
    games[1].ask.bind("behind").rpc("before")
    assert run(games)[0] == [("ask", "before", "behind", ids(games)[1])]


def test_a_method_can_be_connected(games: list[Game]) -> None:
    game = games[0]
    game.renamed.connect(game.say.bind("renamed"))
    game.name = "Other"
    assert game.heard == [("say", "renamed", 0)]


def test_only_the_authority_may_give_orders(games: list[Game]) -> None:
    with expect_error("RPC 'order' is not allowed on node /root/Game from: "):
        assert games[1].rpc_id(1, "order", "me first") == OK
        assert run(games) == [[], [], []]


def test_the_authority_may_be_a_client(games: list[Game]) -> None:
    mine = ids(games)[1]
    for game in games:
        game.set_multiplayer_authority(mine)
    assert games[1].is_multiplayer_authority()
    games[1].order.rpc("mine")
    assert run(games)[0] == [("order", "mine", mine)]


def test_arguments_become_what_is_declared(games: list[Game]) -> None:
    games[0].rpc("typed", 2, Vector2i(1, 2), PackedByteArray([1, 2]), None)
    assert run(games)[1] == [("typed", 2.0, Vector2(1, 2), PackedByteArray([1, 2]), None, 1)]
    number = games[1].heard[0][1]
    assert isinstance(number, float)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("x", Vector2(), b""), "Cannot convert argument 1 from String to float"),
        ((1, 5, b""), "Cannot convert argument 2 from int to Vector2"),
        ((1, Vector2(), b"", "n"), "Cannot convert argument 4 from String to Object"),
        ((1,), "Method expected 3 argument(s), but called with 1"),
        ((1, 2, 3, 4, 5), "Method expected 4 argument(s), but called with 5"),
    ],
)
def test_other_arguments_are_refused(
    games: list[Game], arguments: tuple[Any, ...], problem: str
) -> None:
    seen: list[str] = []
    with output.handler(lambda message: seen.append(message.text)):
        games[1].ask.rpc_id(1)  # so that the path is known
        run(games)
        games[1].rpc_id(1, "typed", *arguments)
        run(games)
    assert seen == [f"RPC - 'Node(test_rpc.py)::typed': {problem}"]


def test_an_exception_stays_in_the_call(games: list[Game]) -> None:
    games[1].fail.rpc_id(1)
    games[1].ask.rpc_id(1, "still there")
    with expect_error("ValueError: on purpose"):
        assert [what[1] for what in run(games)[0]] == ["still there"]


def test_a_method_may_wait(games: list[Game]) -> None:
    games[0].wait.rpc()
    run(games)
    assert games[1].heard == [("before", 1), ("after", 0)]


def test_overriding_without_rpc_keeps_it(make_cluster: Any) -> None:
    cluster = make_cluster(clients=1)
    server, client = cluster.add_everywhere(Quiet)
    cluster.tick(3)
    server.say.rpc("x")
    cluster.tick(3)
    assert client.heard == [("quiet", "x", 1), ("say", "x", 1)]
    assert methods_of(server).by_name["say"].channel == 3


def test_methods_are_numbered_by_name() -> None:
    game = Game()
    names = [method.name for method in methods_of(game).by_number.values()]
    assert names == ["ask", "fail", "order", "say", "typed", "wait"]
    assert list(methods_of(game).by_number) == list(range(6))
    game.free()


def test_methods_of_a_node_come_first_and_are_numbered_apart() -> None:
    game = Game()
    game.rpc_config("private", {"rpc_mode": SceneMultiplayer.RPC_MODE_ANY_PEER})
    game.rpc_config("any", {"rpc_mode": 1, "channel": 2})
    methods = methods_of(game)
    assert list(methods.by_number)[:2] == [0x8000, 0x8001]
    assert methods.by_name["private"].number == 0x8001
    game.rpc_config("later", {"rpc_mode": 1})
    assert methods_of(game) is methods
    game.free()


def test_what_rpc_says() -> None:
    configs = script_configs(Game)
    assert configs["say"] == {
        "rpc_mode": 1, "call_local": True, "transfer_mode": 0, "channel": 3
    }  # fmt: skip
    assert configs["order"]["rpc_mode"] == 2
    for wrong in ("sometimes", 1.5):
        with pytest.raises(ValueError, match=r"rpc|RPC"):
            rpc(wrong)  # type: ignore[arg-type]


def test_a_bare_function_name_is_no_method(games: list[Game]) -> None:
    seen: list[str] = []
    with output.handler(lambda message: seen.append(message.text)):
        assert games[0].rpc("private") == ERR_INVALID_PARAMETER
        assert games[0].rpc("nothing") == ERR_INVALID_PARAMETER
        assert games[0].rpc_id(1, "order") == ERR_INVALID_PARAMETER
        assert games[0].rpc_id(77, "order") == OK
    assert [text.partition(" the function")[0] for text in seen] == [
        "Unable to get the RPC configuration for",
        "Unable to get the RPC configuration for",
        "RPC 'order' on yourself is not allowed by selected mode.",
        "Attempt to call RPC with unknown peer ID: 77.",
    ]


def test_without_tree_peer_or_connection(tree: Any) -> None:
    seen: list[str] = []
    with output.handler(lambda message: seen.append(message.text)):
        game = Game()
        assert game.rpc("say", 1) == ERR_UNCONFIGURED
        assert not game.is_multiplayer_authority()
        assert game.multiplayer is None
        tree.add(game)
        assert game.is_multiplayer_authority()
        assert game.rpc("say", "alone") == OK
        tree.get_multiplayer().multiplayer_peer = None
        assert game.rpc("say", "nobody") == ERR_UNCONFIGURED
    assert game.heard == [("say", "alone", 1)]
    assert seen == [
        'Condition "!is_inside_tree()" is true. Returning: ERR_UNCONFIGURED',
        'Condition "!is_inside_tree()" is true. Returning: false',
        "Trying to call an RPC while no multiplayer peer is active.",
    ]


def test_while_connecting(make_cluster: Any) -> None:
    cluster = make_cluster(clients=1)
    game = cluster.clients[0].add(Game())
    seen: list[str] = []
    with output.handler(lambda message: seen.append(message.text)):
        assert game.rpc("say", "early") == ERR_CONNECTION_ERROR
    assert seen == ["Trying to call an RPC via a multiplayer peer which is not connected."]
    assert game.heard == []
