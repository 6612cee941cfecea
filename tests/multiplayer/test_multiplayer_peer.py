"""What all peers have in common, and transports that scripts define."""

from __future__ import annotations

from collections import deque
from typing import Any

import pytest

from engine.core.error import ERR_UNAVAILABLE, FAILED, OK
from engine.core.packed_byte_array import PackedByteArray
from engine.scene.multiplayer_peer import MultiplayerPeer
from engine.scene.multiplayer_peer_extension import MultiplayerPeerExtension
from engine.scene.offline_multiplayer_peer import OfflineMultiplayerPeer
from engine.testing import expect_error

REQUIRED = "Required virtual method MultiplayerPeerExtension::{} must be overridden before calling."


def test_ids_for_clients_are_positive_and_not_those_of_the_server() -> None:
    ids = {OfflineMultiplayerPeer().generate_unique_id() for _ in range(200)}
    assert len(ids) > 190
    assert min(ids) > 1
    assert max(ids) < 1 << 31


def test_alone_everything_is_taken_and_nothing_comes() -> None:
    peer = OfflineMultiplayerPeer()
    assert peer.get_connection_status() == MultiplayerPeer.CONNECTION_CONNECTED
    assert (peer.get_unique_id(), peer._is_server()) == (1, True)
    assert peer.put_packet(b"x") is OK
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), OK)
    assert peer.get_available_packet_count() == 0
    assert peer._next_packet() is None
    peer.close()
    peer.disconnect_peer(2)
    assert peer.get_connection_status() == MultiplayerPeer.CONNECTION_CONNECTED
    assert not peer.is_server_relay_supported()
    with expect_error('Condition "err != OK" is true. Returning: Variant()'), expect_error("len"):
        assert peer.get_var() is None


def test_settings_are_kept() -> None:
    peer = OfflineMultiplayerPeer()
    assert (peer.transfer_mode, peer.transfer_channel, peer.refuse_new_connections) == (2, 0, False)
    peer.transfer_mode = MultiplayerPeer.TRANSFER_MODE_UNRELIABLE
    peer.transfer_channel = -4
    peer.refuse_new_connections = True
    assert (peer.get_transfer_mode(), peer.get_transfer_channel()) == (0, -4)
    assert peer.is_refusing_new_connections()


class Transport(MultiplayerPeerExtension):
    """A script's own: what is sent lies in `sent`, and `inbox` is what comes."""

    def __init__(self) -> None:  # without calling the one above, as scripts may
        self.calls: list[Any] = []
        self.inbox: deque[tuple[int, bytes]] = deque()
        self.settings = {"mode": 2, "channel": 0, "target": 0}

    def _poll(self) -> None:
        self.calls.append("poll")

    def _close(self) -> None:
        self.calls.append("close")

    def _disconnect_peer(self, p_peer: int, p_force: bool) -> None:
        self.calls.append((p_peer, p_force))

    def _get_available_packet_count(self) -> int:
        return len(self.inbox)

    def _get_connection_status(self) -> int:
        return 2

    def _get_max_packet_size(self) -> int:
        return 1000

    def _get_packet_script(self) -> bytes:
        return self.inbox.popleft()[1] if self.inbox else b""

    def _get_packet_peer(self) -> int:
        return self.inbox[0][0]

    def _get_packet_mode(self) -> int:
        return 1

    def _get_packet_channel(self) -> int:
        return 3

    def _get_transfer_mode(self) -> int:
        return self.settings["mode"]

    def _set_transfer_mode(self, p_mode: int) -> None:
        self.settings["mode"] = p_mode

    def _get_transfer_channel(self) -> int:
        return self.settings["channel"]

    def _set_transfer_channel(self, p_channel: int) -> None:
        self.settings["channel"] = p_channel

    def _set_target_peer(self, p_peer: int) -> None:
        self.settings["target"] = p_peer

    def _get_unique_id(self) -> int:
        return 5

    def _is_server(self) -> bool:
        return False

    def _put_packet_script(self, p_buffer: PackedByteArray) -> int:
        self.calls.append((dict(self.settings), bytes(p_buffer)))
        return OK


def test_a_script_s_transport_is_asked_for_everything() -> None:
    peer = Transport()
    peer.poll()
    peer.disconnect_peer(7, True)
    peer.close()
    assert peer.calls == ["poll", (7, True), "close"]
    assert peer.get_connection_status() is MultiplayerPeer.CONNECTION_CONNECTED
    assert peer.get_unique_id() == 5
    peer.inbox += [(1, b"one"), (9, b"two")]
    assert peer.get_available_packet_count() == 2
    assert (peer.get_packet_peer(), peer.get_packet()) == (1, PackedByteArray(b"one"))
    assert (peer.get_packet_mode(), peer.get_packet_channel()) == (1, 3)
    assert peer._next_packet() == (9, PackedByteArray(b"two"), 1, 3)
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), ERR_UNAVAILABLE)


def test_a_script_s_transport_sends() -> None:
    peer = Transport()
    assert peer._send_packet(b"abc", -3, 1, 2) is OK
    peer._send_packets(b"d", [4, 5], 0, 0)
    assert peer.put_packet(b"") is OK
    assert peer.put_var(1) is OK
    assert peer.calls == [
        ({"mode": 1, "channel": 2, "target": -3}, b"abc"),
        ({"mode": 0, "channel": 0, "target": 4}, b"d"),
        ({"mode": 0, "channel": 0, "target": 5}, b"d"),
        ({"mode": 0, "channel": 0, "target": 5}, bytes([2, 0, 0, 0, 1, 0, 0, 0])),
    ]


def test_properties_of_a_script_s_transport_are_its_own() -> None:
    peer = Transport()
    peer.transfer_mode = MultiplayerPeer.TRANSFER_MODE_UNRELIABLE
    peer.transfer_channel = 4
    assert peer.settings["mode"] == 0
    assert (peer.transfer_mode, peer.transfer_channel) == (0, 4)
    peer.refuse_new_connections = True
    assert peer.refuse_new_connections
    assert not peer.is_server_relay_supported()


@pytest.mark.parametrize(
    ("call", "virtual", "answer"),
    [
        ("close", "_close", None),
        ("poll", "_poll", None),
        ("get_connection_status", "_get_connection_status", 0),
        ("get_unique_id", "_get_unique_id", 0),
        ("get_packet_peer", "_get_packet_peer", 0),
        ("get_packet_mode", "_get_packet_mode", 0),
        ("get_packet_channel", "_get_packet_channel", 0),
        ("get_transfer_mode", "_get_transfer_mode", 0),
        ("get_transfer_channel", "_get_transfer_channel", 0),
        ("get_available_packet_count", "_get_available_packet_count", 0),
    ],
)
def test_what_a_script_s_transport_lacks_is_told(call: str, virtual: str, answer: Any) -> None:
    class Bare(MultiplayerPeerExtension):
        pass

    with expect_error(REQUIRED.format(virtual), count=1):
        assert getattr(Bare(), call)() == answer


def test_a_transport_that_cannot_carry_packets_says_so() -> None:
    class Bare(MultiplayerPeerExtension):
        pass

    peer = Bare()
    with expect_error("MultiplayerPeerExtension::_get_packet_native is unimplemented!", count=1):
        assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), FAILED)
    with expect_error("MultiplayerPeerExtension::_put_packet_native is unimplemented!", count=1):
        assert peer.put_packet(b"x") is FAILED
    assert peer.put_packet(b"") is OK
    assert not peer.refuse_new_connections
