"""Peers, authentication, raw bytes, the relay and branches, between trees in one process."""

from __future__ import annotations

from typing import Any

import pytest

from engine import (
    ERR_INVALID_DATA,
    ERR_UNCONFIGURED,
    OK,
    MultiplayerAPI,
    MultiplayerAPIExtension,
    Node,
    NodePath,
    OfflineMultiplayerPeer,
    SceneMultiplayer,
    SceneTree,
    rpc,
)
from engine.core import output
from engine.testing import expect_error


class Diary:
    """The signals of an API, in order."""

    def __init__(self, tree: Any) -> None:
        self.lines: list[str] = []
        self.api = tree.get_multiplayer()
        for name in ("connected_to_server", "connection_failed", "server_disconnected"):
            self.api.connect(name, lambda name=name: self.lines.append(name))
        for name in (
            "peer_connected",
            "peer_disconnected",
            "peer_authenticating",
            "peer_authentication_failed",
        ):
            self.api.connect(name, lambda id, name=name: self.lines.append(f"{name} {id}"))
        self.api.peer_packet.connect(
            lambda id, data: self.lines.append(f"packet {id} {bytes(data).decode()}")
        )

    def taken(self) -> list[str]:
        """What came since the last time."""
        found = self.lines[:]
        self.lines.clear()
        return found


@pytest.fixture
def cluster(make_cluster: Any) -> Any:
    """A server and three clients, connected, with diaries."""
    made = make_cluster(clients=3)
    trees = [made.server, *made.clients]
    made.diaries = [Diary(tree) for tree in trees]
    made.tick(5)
    made.ids = [tree.get_multiplayer().get_unique_id() for tree in trees]
    return made


def test_coming(cluster: Any) -> None:
    _, a, b, c = cluster.ids
    server, first, _, last = (diary.taken() for diary in cluster.diaries)
    assert server == [f"peer_connected {id}" for id in (a, b, c)]
    assert first == [
        "connected_to_server", "peer_connected 1", f"peer_connected {b}", f"peer_connected {c}"
    ]  # fmt: skip
    assert last[:2] == ["connected_to_server", "peer_connected 1"]
    assert sorted(last[2:]) == sorted([f"peer_connected {a}", f"peer_connected {b}"])
    api = cluster.server.get_multiplayer()
    assert list(api.get_peers()) == [a, b, c]
    assert api.is_server()
    assert not cluster.clients[0].get_multiplayer().is_server()


def test_the_last_one_takes_the_place_of_the_one_who_goes(cluster: Any) -> None:
    _, a, b, c = cluster.ids
    for diary in cluster.diaries:
        diary.taken()
    cluster.clients[0].get_multiplayer().multiplayer_peer.close()
    cluster.tick(4)
    assert list(cluster.server.get_multiplayer().get_peers()) == [c, b]
    server, gone, *others = (diary.taken() for diary in cluster.diaries)
    assert server == [f"peer_disconnected {a}"]
    assert gone == ["server_disconnected"]
    assert others == [[f"peer_disconnected {a}"]] * 2
    assert list(cluster.clients[0].get_multiplayer().get_peers()) == []


def test_throwing_out(cluster: Any) -> None:
    _, a, b, c = cluster.ids
    for diary in cluster.diaries:
        diary.taken()
    cluster.server.get_multiplayer().disconnect_peer(b)
    assert list(cluster.server.get_multiplayer().get_peers()) == [a, c]
    cluster.tick(4)
    server, *clients = (diary.taken() for diary in cluster.diaries)
    assert server == []
    assert clients[0] == clients[2] == [f"peer_disconnected {b}"]
    assert clients[1] == ["peer_disconnected 1", "server_disconnected"]


def test_raw_bytes(cluster: Any) -> None:
    _, a, b, c = cluster.ids
    for diary in cluster.diaries:
        diary.taken()
    client: SceneMultiplayer = cluster.clients[0].get_multiplayer()
    assert client.send_bytes(b"all") == OK
    assert client.send_bytes(b"b only", b) == OK
    assert client.send_bytes(bytearray(b"not c"), -c) == OK
    cluster.server.get_multiplayer().send_bytes(b"from 1", a)
    cluster.tick(4)
    server, first, second, third = (diary.taken() for diary in cluster.diaries)
    assert server == [f"packet {a} all", f"packet {a} not c"]
    assert first == ["packet 1 from 1"]
    assert second == [f"packet {a} all", f"packet {a} b only", f"packet {a} not c"]
    assert third == [f"packet {a} all"]


def test_raw_bytes_that_cannot_be_sent(tree: SceneTree) -> None:
    api = tree.get_multiplayer()
    with expect_error("Trying to send an empty raw packet."):
        assert api.send_bytes(b"") == ERR_INVALID_DATA
    api.multiplayer_peer = None
    with expect_error("Trying to send a raw packet while no multiplayer peer is active."):
        assert api.send_bytes(b"x") == ERR_UNCONFIGURED
    with pytest.raises(TypeError, match="send_bytes"):
        api.send_bytes("text")


def test_authentication(make_cluster: Any) -> None:
    made = make_cluster(clients=1)
    server, client = made.server.get_multiplayer(), made.clients[0].get_multiplayer()
    diaries = [Diary(made.server), Diary(made.clients[0])]
    asked: list[tuple[int, bytes]] = []

    def check(id: int, password: Any) -> None:
        asked.append((id, bytes(password)))
        server.complete_auth(id)

    server.auth_callback = check
    client.auth_callback = lambda id, data: None
    client.peer_authenticating.connect(lambda id: client.send_auth(id, b"secret"))
    client.peer_authenticating.connect(client.complete_auth)
    made.tick(6)
    own = client.get_unique_id()
    assert asked == [(own, b"secret")]
    assert diaries[0].taken() == [f"peer_authenticating {own}", f"peer_connected {own}"]
    assert diaries[1].taken() == [
        "peer_authenticating 1",
        "connected_to_server",
        "peer_connected 1",
    ]
    assert list(server.get_peers()) == [own]


def test_authentication_takes_too_long(make_cluster: Any) -> None:
    made = make_cluster(clients=1)
    server = made.server.get_multiplayer()
    diary = Diary(made.server)
    server.auth_callback = lambda id, data: None
    server.auth_timeout = 0.5
    made.tick(10)
    own = made.clients[0].get_multiplayer().get_unique_id()
    assert list(server.get_authenticating_peers()) == [own]
    assert diary.taken() == [f"peer_authenticating {own}"]
    made.tick(30)
    assert diary.taken() == [f"peer_authentication_failed {own}"]
    assert list(server.get_authenticating_peers()) == []


def test_without_relay_clients_know_nothing_of_one_another(make_cluster: Any) -> None:
    made = make_cluster(clients=2)
    for tree in (made.server, *made.clients):
        tree.get_multiplayer().server_relay = False
    made.tick(5)
    assert [list(tree.get_multiplayer().get_peers()) for tree in made.clients] == [[1], [1]]


# Methods that differ -----------------------------------------------------------------------------


class Both(Node):
    """What both ends have."""

    @rpc("any_peer")
    def fire(self) -> None: ...

    @rpc
    def move(self) -> None: ...

    def jump(self) -> None: ...


class Less(Both):
    """One more method that only this end has, and one that the other has marked."""

    @rpc
    def only_here(self) -> None: ...


class More(Both):
    """Marks a method that the other end has without a mark."""

    @rpc
    def jump(self) -> None: ...


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        (Less, Both, "the other end lacks only_here()   "),
        (Both, More, "only the other end has @rpc at jump()   "),
        (Less, More, "the other end lacks only_here()   "),
        (Both, Less, "the other end has methods that are not known here"),
    ],
)
def test_methods_that_differ_are_named(
    make_cluster: Any, mine: type[Node], theirs: type[Node], told: str
) -> None:
    made = make_cluster(clients=1)
    made.connect()
    here, there = made.server.add(mine()), made.clients[0].add(theirs())
    here.name = there.name = "Game"
    with expect_error("The rpc node checksum failed.", count=2) as found:
        there.rpc_id(1, "fire")
        made.tick(4)
    explained = found[0].where
    assert told in explained
    assert "0 fire   " in explained
    assert "test_scene_multiplayer.py:" in explained


# Branches of a tree ------------------------------------------------------------------------------


def test_a_tree_has_its_own_when_it_is_asked_for(tree: SceneTree) -> None:
    assert tree._polled == ()
    api = tree.get_multiplayer()
    assert isinstance(api, SceneMultiplayer)
    assert tree.get_multiplayer() is api
    assert tree.root.multiplayer is api
    assert isinstance(api.multiplayer_peer, OfflineMultiplayerPeer)
    assert api.root_path == NodePath("/root")
    assert api.get_unique_id() == 1


def test_branches(tree: SceneTree) -> None:
    branch, inner = Node(), Node()
    branch.name, inner.name = "Branch", "Inner"
    tree.root.add_child(branch)
    branch.add_child(inner)
    api = SceneMultiplayer()
    tree.set_multiplayer(api, branch.get_path())
    assert inner.multiplayer is branch.multiplayer is api
    assert tree.root.multiplayer is tree.get_multiplayer() is not api
    assert api.root_path == NodePath("/root/Branch")
    assert tree.get_multiplayer("/root/Branch/Inner/Other") is api
    assert tree.get_multiplayer("/root/Branches") is not api
    with expect_error("already configured for a parent of this path: '/root/Branch/Inner' in"):
        tree.set_multiplayer(SceneMultiplayer(), "/root/Branch/Inner")
    tree.set_multiplayer(None, "/root/Branch")
    assert inner.multiplayer is tree.get_multiplayer()
    assert api.root_path == NodePath("")
    with expect_error('Condition "p_multiplayer.is_null()" is true.'):
        tree.set_multiplayer(None)


def test_server_and_client_in_one_tree(make_cluster: Any) -> None:
    made = make_cluster(clients=0)
    tree = made.server
    heard: list[str] = []

    class Hall(Node):
        @rpc("any_peer")
        def say(self, text: str) -> None:
            heard.append(f"{self.get_parent().name} {text}")

    for name in ("Server", "Client"):
        hall, house = Hall(), Node()
        hall.name, house.name = "Hall", name
        house.add_child(hall)
        tree.root.add_child(house)
    server, client = SceneMultiplayer(), SceneMultiplayer()
    network = type(made.network)(made.clock)
    server.multiplayer_peer, client.multiplayer_peer = (
        network.create_server(), network.create_client()
    )  # fmt: skip
    tree.set_multiplayer(server, "/root/Server")
    tree.set_multiplayer(client, "/root/Client")
    made.tick(5)
    tree.root.get_node("Client/Hall").say.rpc_id(1, "up")
    tree.root.get_node("Server/Hall").say.rpc("down")
    made.tick(5)
    assert sorted(heard) == ["Client down", "Server up"]


def test_polled_before_process_frame_and_only_if_wanted(tree: SceneTree) -> None:
    order: list[str] = []

    class Noted(MultiplayerAPIExtension):
        def _poll(self) -> int:
            order.append("poll")
            return OK

    tree.set_multiplayer(Noted())
    tree.process_frame.connect(lambda: order.append("frame"))
    tree.tick()
    tree.multiplayer_poll = False
    tree.tick()
    assert order == ["poll", "frame", "frame"]


def test_an_api_of_ones_own(tree: SceneTree) -> None:
    class Logged(MultiplayerAPIExtension):
        """Hands everything on, and looks at calls."""

        def __init__(self) -> None:
            super().__init__()
            self.base = SceneMultiplayer()
            self.calls: list[Any] = []

        def _rpc(self, peer: int, object: Any, method: str, args: list[Any]) -> int:
            self.calls.append((peer, str(method), args))
            return int(self.base.rpc(peer, object, method, args))

        def _object_configuration_add(self, object: Any, configuration: Any) -> int:
            return int(self.base.object_configuration_add(object, configuration))

        def _get_unique_id(self) -> int:
            return int(self.base.get_unique_id())

    api = Logged()
    tree.set_multiplayer(api)
    with expect_error("Unable to get the RPC configuration"):
        tree.root.rpc("nothing", 1, "x")
    assert api.calls == [(0, "nothing", [1, "x"])]
    assert api.base.root_path == NodePath("/root")
    assert api.is_server()
    assert api.poll() == OK
    assert list(api.get_peers()) == []


def test_the_default_interface() -> None:
    assert MultiplayerAPI.get_default_interface() == "SceneMultiplayer"
    made = MultiplayerAPI.create_default_interface()
    assert isinstance(made, SceneMultiplayer)
    with expect_error("Can't make Node the default multiplayer interface since"):
        MultiplayerAPI.set_default_interface("Node")
    assert MultiplayerAPI.get_default_interface() == "SceneMultiplayer"


def test_settings_that_are_refused() -> None:
    api = SceneMultiplayer()
    seen: list[str] = []
    with output.handler(lambda message: seen.append(message.text)):
        api.max_sync_packet_size = 100
        api.max_delta_packet_size = 100
        api.auth_timeout = -1
        api.root_path = NodePath("relative")
        api.multiplayer_peer = None
        api.refuse_new_connections = True
        assert not api.refuse_new_connections
        assert api.get_unique_id() == 0
    assert seen == [
        "Sync maximum packet size must be at least 128 bytes.",
        "Sync maximum packet size must be at least 128 bytes.",
        "Timeout must be greater or equal to 0 (where 0 means no timeout)",
        "SceneMultiplayer root path must be absolute.",
        "No multiplayer peer is assigned. Unable to set 'refuse_new_connections'.",
        "No multiplayer peer is assigned. Unable to get 'refuse_new_connections'.",
        "No multiplayer peer is assigned. Unable to get unique ID.",
    ]
    assert (api.max_sync_packet_size, api.max_delta_packet_size) == (1350, 65_535)
