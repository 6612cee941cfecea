"""Spawners and synchronizers between a server and clients, in one process."""

from __future__ import annotations

from typing import Any

import pytest

from engine import (
    ERR_INVALID_PARAMETER,
    MultiplayerSpawner,
    MultiplayerSynchronizer,
    Node,
    NodePath,
    SceneReplicationConfig,
    SceneTree,
    Vector2,
    rpc,
)
from engine.testing import expect_error
from tests.multiplayer.packet_cases import Main, Sink
from tests.multiplayer.packet_game import SCENES


class Unit(Node):
    """Something that is spawned, with state of the server's, and input of its owner's if any."""

    def __init__(self, owner: int = 1) -> None:
        super().__init__()
        self.health = 10
        self.place = Vector2()
        self.bag: list[str] = []
        self.wish = ""
        self.called: list[str] = []
        self.state = self.add_sync("State", always=(".:place",), on_change=(".:health", ".:bag"))
        if owner:
            self.add_sync("Input", always=(".:wish",)).set_multiplayer_authority(owner)

    def add_sync(
        self, name: str, always: tuple[str, ...], on_change: tuple[str, ...] = ()
    ) -> MultiplayerSynchronizer:
        config = SceneReplicationConfig()
        for path in (*always, *on_change):
            config.add_property(path)
        for path in on_change:
            config.property_set_replication_mode(path, config.REPLICATION_MODE_ON_CHANGE)
        sync = MultiplayerSynchronizer()
        sync.name = name
        sync.replication_config = config
        self.add_child(sync)
        return sync

    @rpc()
    def shout(self, text: str) -> None:
        self.called.append(text)


class Game(Node):
    def __init__(self) -> None:
        super().__init__()
        self.name = "Game"
        self.box = Node()
        self.box.name = "Box"
        self.add_child(self.box)
        self.spawner = MultiplayerSpawner()
        self.spawner.name = "Spawner"
        self.spawner.spawn_path = "../Box"
        self.spawner.spawn_function = self.make
        self.add_child(self.spawner)
        self.events: list[str] = []
        self.spawner.spawned.connect(lambda node: self.events.append(f"+{node.name}"))
        self.spawner.despawned.connect(lambda node: self.events.append(f"-{node.name}"))

    def make(self, data: Any) -> Node:
        unit = Unit(data["owner"])
        unit.name = data["name"]
        return unit

    def unit(self, name: str) -> Any:
        return self.box.get_node_or_null(name)


@pytest.fixture
def cluster(make_cluster: Any) -> Any:
    return make_cluster(clients=2)


@pytest.fixture
def games(cluster: Any) -> list[Game]:
    made: list[Game] = cluster.add_everywhere(Game)
    cluster.connect()
    return made


def spawn(games: list[Game], name: str, owner: int = 1) -> Any:
    return games[0].spawner.spawn({"name": name, "owner": owner})


def test_a_node_is_spawned_everywhere_and_its_state_follows(
    cluster: Any, games: list[Game]
) -> None:
    unit = spawn(games, "Ork")
    cluster.run_until(lambda: all(game.unit("Ork") for game in games))
    unit.health = 7
    unit.place = Vector2(3, 4)
    unit.bag.append("axe")
    others = [game.unit("Ork") for game in games[1:]]
    cluster.run_until(lambda: all(other.bag == ["axe"] for other in others))
    assert [(other.health, other.place) for other in others] == [(7, Vector2(3, 4))] * 2
    assert [game.events for game in games] == [[], ["+Ork"], ["+Ork"]]


def test_it_goes_everywhere(cluster: Any, games: list[Game]) -> None:
    unit = spawn(games, "Ork")
    cluster.run_until(lambda: all(game.unit("Ork") for game in games))
    unit.queue_free()
    cluster.run_until(lambda: not any(game.unit("Ork") for game in games))
    assert games[1].events == ["+Ork", "-Ork"]


def test_who_comes_later_gets_what_is_there(cluster: Any, games: list[Game]) -> None:
    unit = spawn(games, "Ork")
    unit.health = 3
    cluster.tick(20)
    late = cluster.add_client()
    game = Game()
    late.root.add_child(game)
    cluster.run_until(lambda: game.unit("Ork") is not None)
    assert game.unit("Ork").health == 3


def test_a_client_drives_its_own_input(cluster: Any, games: list[Game]) -> None:
    owner = games[1].multiplayer.get_unique_id()
    spawn(games, "Mine", owner)
    cluster.run_until(lambda: all(game.unit("Mine") for game in games))
    games[1].unit("Mine").wish = "left"
    cluster.run_until(lambda: all(game.unit("Mine").wish == "left" for game in games))
    games[2].unit("Mine").wish = "mine now"
    games[1].unit("Mine").health = 99
    cluster.tick(20)
    assert games[0].unit("Mine").wish == "left"
    assert games[0].unit("Mine").health == 10


def test_nodes_of_a_server_that_goes_are_freed(cluster: Any, games: list[Game]) -> None:
    spawn(games, "Ork")
    cluster.run_until(lambda: all(game.unit("Ork") for game in games))
    games[0].multiplayer.multiplayer_peer.close()
    cluster.run_until(lambda: not games[1].unit("Ork") and not games[2].unit("Ork"))
    assert games[0].unit("Ork") is not None
    assert games[1].events == ["+Ork"]


# Visibility ---------------------------------------------------------------------------------------


def ghost(games: list[Game]) -> Any:
    """A node with nothing but state of the server's."""
    return spawn(games, "Ghost", 0)


def seen(games: list[Game], name: str) -> list[bool]:
    return [game.unit(name) is not None for game in games[1:]]


def test_a_node_is_there_for_those_that_see_it(cluster: Any, games: list[Game]) -> None:
    one, two = (game.multiplayer.get_unique_id() for game in games[1:])
    unit = ghost(games)
    cluster.run_until(lambda: seen(games, "Ghost") == [True, True])
    unit.state.public_visibility = False
    cluster.run_until(lambda: seen(games, "Ghost") == [False, False])
    unit.state.set_visibility_for(two, True)
    cluster.run_until(lambda: seen(games, "Ghost") == [False, True])
    unit.health = 5
    cluster.run_until(lambda: games[2].unit("Ghost").health == 5)
    unit.state.set_visibility_for(one, True)
    cluster.run_until(lambda: seen(games, "Ghost") == [True, True])
    assert games[1].unit("Ghost").health == 5


def test_calls_go_to_those_that_see_it(cluster: Any, games: list[Game]) -> None:
    one = games[1].multiplayer.get_unique_id()
    unit = ghost(games)
    cluster.run_until(lambda: seen(games, "Ghost") == [True, True])
    unit.state.public_visibility = False
    unit.state.set_visibility_for(one, True)
    cluster.run_until(lambda: seen(games, "Ghost") == [True, False])
    unit.shout.rpc("boo")
    cluster.run_until(lambda: games[1].unit("Ghost").called == ["boo"])
    with expect_error("Attempt to call an RPC to a peer that cannot see this node."):
        unit.shout.rpc_id(games[2].multiplayer.get_unique_id(), "you")


def test_filters_are_asked_in_each_frame(cluster: Any, games: list[Game]) -> None:
    one, two = (game.multiplayer.get_unique_id() for game in games[1:])
    allowed = {one}
    unit = ghost(games)
    unit.state.add_visibility_filter(lambda peer: peer in allowed)
    cluster.run_until(lambda: seen(games, "Ghost") == [True, False])
    allowed.add(two)
    cluster.run_until(lambda: seen(games, "Ghost") == [True, True])
    unit.state.visibility_update_mode = MultiplayerSynchronizer.VISIBILITY_PROCESS_NONE
    allowed.clear()
    cluster.tick(20)
    assert seen(games, "Ghost") == [True, True]
    unit.state.update_visibility(one)
    cluster.run_until(lambda: seen(games, "Ghost") == [False, True])


def test_a_filter_has_to_answer_with_a_bool(cluster: Any, games: list[Game]) -> None:
    unit = ghost(games)
    cluster.run_until(lambda: seen(games, "Ghost") == [True, True])
    unit.state.visibility_update_mode = MultiplayerSynchronizer.VISIBILITY_PROCESS_NONE
    unit.state.add_visibility_filter(lambda peer: 1)
    with expect_error("The visibility filter must accept an int argument and return a bool."):
        unit.state.update_visibility()
    cluster.run_until(lambda: seen(games, "Ghost") == [False, False])


# What is wrong ------------------------------------------------------------------------------------


def test_only_the_authority_spawns(cluster: Any, games: list[Game]) -> None:
    with expect_error("!is_inside_tree() || !get_multiplayer()->has_multiplayer_peer()"):
        assert games[1].spawner.spawn({"name": "Ork", "owner": 1}) is None


def test_there_are_no_more_than_the_limit(cluster: Any, games: list[Game]) -> None:
    games[0].spawner.spawn_limit = 2
    first = spawn(games, "One")
    spawn(games, "Two")
    with expect_error("Spawn limit reached!"):
        assert spawn(games, "Three") is None
    first.free()
    assert spawn(games, "Three") is not None


def test_a_spawn_function_has_to_make_a_node(cluster: Any, games: list[Game]) -> None:
    games[0].spawner.spawn_function = lambda data: None
    with expect_error("The spawn function must return a Node."), expect_error("valid node"):
        assert games[0].spawner.spawn() is None


def test_a_peer_may_spawn_so_many_and_no_more(cluster: Any, games: list[Game]) -> None:
    games[1].multiplayer.max_peer_nodes = 1
    spawn(games, "One")
    cluster.run_until(lambda: games[1].unit("One") is not None)
    with expect_error("allows no more"), expect_error("Ignoring delta"):
        spawn(games, "Two")
        cluster.run_until(lambda: games[2].unit("Two") is not None)
        cluster.tick(3)
    assert games[1].unit("Two") is None


def test_a_property_that_is_missing_is_said_each_time(cluster: Any, games: list[Game]) -> None:
    unit = spawn(games, "Ork")
    cluster.run_until(lambda: all(game.unit("Ork") for game in games))
    missing, sync = "Property '.:nothing' not found.", "Unable to retrieve sync state."
    with expect_error(missing, count=2), expect_error(sync, count=2):
        unit.state.replication_config.add_property(".:nothing")
        cluster.tick(2)
        unit.state.replication_config.remove_property(".:nothing")


def test_what_was_spawned_before_one_was_a_client_is_an_error(tree: SceneTree) -> None:
    main, box, spawner = Main(), Node(), MultiplayerSpawner()
    tree.root.add_child(main)
    box.name = "Box"
    main.add_child(box)
    spawner.add_spawnable_scene(SCENES["plain"].resource_path)
    spawner.spawn_path = NodePath("../Box")
    main.add_child(spawner)
    box.add_child(SCENES["plain"].instantiate())
    sink = Sink(5)
    tree.get_multiplayer().multiplayer_peer = sink
    with expect_error('Condition "!_has_authority(spawner)" is true. Returning: ERR_BUG', count=2):
        sink.peer_connected.emit(1)
        sink.peer_connected.emit(7)
    assert [packet for _, packet in sink.sent if packet.startswith("04")] == []


def test_nothing_else_can_be_configured(games: list[Game]) -> None:
    api = games[0].multiplayer
    assert api.object_configuration_add(games[0], games[0]) == ERR_INVALID_PARAMETER
    assert api.object_configuration_remove(games[0], 3) == ERR_INVALID_PARAMETER
