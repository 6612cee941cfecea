"""Transports that scripts define, as peers of `SceneMultiplayer`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.core.error import OK
from engine.core.node_path import NodePath
from engine.multiplayer.scene_multiplayer import SceneMultiplayer
from tests.gdscript.scripts import load

TRANSPORT = """
    extends MultiplayerPeerExtension

    var id := 0
    var inbox: Array = []
    var others := {}   # id -> transport
    var target := 0
    var mode := 2
    var channel := 0
    var _send_packet := "a name of one's own"   # which the engine's class has, too

    func _poll(): pass
    func _close(): id = 0
    func _disconnect_peer(p_peer, p_force):
        others.erase(p_peer)
        if not p_force:
            peer_disconnected.emit(p_peer)
    func _get_available_packet_count(): return inbox.size()
    func _get_connection_status(): return CONNECTION_CONNECTED if id else CONNECTION_DISCONNECTED
    func _get_max_packet_size(): return 1 << 16
    func _get_packet_script(): return inbox.pop_front()[1]
    func _get_packet_peer(): return inbox[0][0]
    func _get_packet_mode(): return inbox[0][2]
    func _get_packet_channel(): return inbox[0][3]
    func _get_transfer_mode(): return mode
    func _set_transfer_mode(p_mode): mode = p_mode
    func _get_transfer_channel(): return channel
    func _set_transfer_channel(p_channel): channel = p_channel
    func _set_target_peer(p_peer): target = p_peer
    func _get_unique_id(): return id
    func _is_server(): return id == 1
    func _is_server_relay_supported(): return true
    func _put_packet_script(p_buffer: PackedByteArray):
        for other in others:
            if target == 0 or target == other or (target < 0 and target != -other):
                others[other].inbox.append([id, p_buffer, mode, channel])
        return OK

    func meet(other):
        others[other.id] = other
        peer_connected.emit(other.id)
"""


def test_a_transport_in_gdscript_carries_everything(tmp_path: Path) -> None:
    cls = load(tmp_path, TRANSPORT)
    server, first, second = cls(), cls(), cls()
    apis = []
    log: list[Any] = []
    for number, peer in ((1, server), (7, first), (9, second)):
        peer.id = number
        api = SceneMultiplayer()
        api.root_path = NodePath("/root")
        api.multiplayer_peer = peer
        apis.append(api)
        api.peer_connected.connect(lambda other, me=number: log.append((me, "came", other)))
        api.peer_disconnected.connect(lambda other, me=number: log.append((me, "went", other)))
        api.peer_packet.connect(
            lambda other, data, me=number: log.append((me, other, bytes(data).decode()))
        )
    for client in (first, second):
        server.meet(client)
        client.meet(server)
    poll(apis)
    assert log == [
        (1, "came", 7), (7, "came", 1), (1, "came", 9), (9, "came", 1), (7, "came", 9),
        (9, "came", 7),
    ]  # fmt: skip
    log.clear()
    assert apis[1].send_bytes(b"to all") is OK
    assert apis[0].send_bytes(b"to second", 9, 0, 4) is OK
    assert second.inbox[0][2:] == [0, 4]
    poll(apis)
    assert sorted(log, key=str) == sorted(
        [(1, 7, "to all"), (9, 7, "to all"), (9, 1, "to second")], key=str
    )
    log.clear()
    server.disconnect_peer(9)
    poll(apis)
    assert log == [(1, "went", 9), (7, "went", 9)]
    assert server.get("_send_packet") == "a name of one's own"


def poll(apis: list[SceneMultiplayer]) -> None:
    for _ in range(3):
        for api in apis:
            api.poll()
