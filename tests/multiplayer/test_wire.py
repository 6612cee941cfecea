"""Every packet of the protocol, encoded and decoded; what is none is told, never raised."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.multiplayer import _wire as wire
from tests.multiplayer.packet_cases import cases

U32 = st.integers(0, 2**32 - 1)
I32 = st.integers(-(2**31), 2**31 - 1)
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"))
PACKETS: dict[str, tuple[bytes, Any]] = {
    "call by number": (
        bytes.fromhex("000101010205"), wire.RemoteCall(1, 1, 3, 6, False)
    ),
    "call by path": (
        bytes.fromhex("2009000080010102054d61696e2f47616d6500"),
        wire.RemoteCall(0, 1, 6, 9, False, "Main/Game"),
    ),
    "no arguments": (bytes.fromhex("800102"), wire.RemoteCall(1, 2, 3, 3, True)),
    "bare bytes": (bytes.fromhex("800101616263"), wire.RemoteCall(1, 1, 3, 6, True)),
    "method of the node": (
        bytes.fromhex("d001000180"), wire.RemoteCall(1, 0x8001, 5, 5, True)
    ),
    "raw": (b"\3ab", wire.Raw(b"ab")),
    "confirmation": (bytes.fromhex("020107000000"), wire.ConfirmPath(True, 7)),
    "peer came": (bytes.fromhex("070103000000"), wire.AddPeer(3)),
    "peer went": (bytes.fromhex("070203000000"), wire.DelPeer(3)),
    "relay": (bytes.fromhex("0703fdffffff0361"), wire.Relay(-3, b"\3a")),
    "auth": (b"\7\0ab", wire.Auth(b"ab")),
    "auth is done": (b"\7\0", wire.Auth(b"")),
    "despawn": (bytes.fromhex("0501000000"), wire.Despawn(1)),
}  # fmt: skip


@pytest.mark.parametrize("name", PACKETS)
def test_packets(name: str) -> None:
    packet, expected = PACKETS[name]
    assert wire.decode(packet) == expected


@pytest.mark.allow_errors
@pytest.mark.parametrize("packet", [packet for packet, _ in PACKETS.values()])
def test_a_part_of_a_packet_is_no_accident(packet: bytes) -> None:
    for size in range(len(packet)):
        wire.decode(packet[:size])
        wire.decode(packet[:size] + b"\xff" * 9)


@given(U32.filter(lambda number: number < 2**31), st.integers(0, 0xFFFF), st.booleans())
def test_calls_by_number(node: int, method: int, raw: bool) -> None:
    for head in (wire.call_head, wire.call_head_wide):
        packet = head(node, method, raw)
        assert wire.decode(packet) == (node, method, len(packet), len(packet), raw, None)
    assert len(wire.call_head(node, method, raw)) <= len(wire.call_head_wide(node, method, raw))


@given(st.integers(0, 0xFFFF), st.booleans(), st.binary(), NAMES)
def test_calls_by_path(method: int, raw: bool, arguments: bytes, path: str) -> None:
    head = wire.call_head_by_path(method, raw, len(arguments))
    found = wire.decode(head + arguments + wire.encoded_text(path))
    assert found == (0, method, len(head), len(head) + len(arguments), raw, path)


@given(U32, NAMES)
def test_paths(number: int, path: str) -> None:
    packet = wire.encode_simplify_path("0" * 32, number, path)
    assert wire.decode(packet) == wire.SimplifyPath("0" * 32, number, path)


@given(U32, st.booleans())
def test_confirmations(number: int, same: bool) -> None:
    assert wire.decode(wire.encode_confirm_path(same, number)) == (same, number)


@given(st.integers(0, 255), U32, U32, st.lists(U32).map(tuple), NAMES, st.binary(), st.binary())
def test_spawns(
    scene: int,
    spawner: int,
    net_id: int,
    ids: tuple[int, ...],
    name: str,
    data: bytes,
    state: bytes,
) -> None:
    custom = data if scene == wire.CUSTOM_SPAWN else None
    packet = wire.encode_spawn(scene, spawner, net_id, ids, name, custom, state)
    assert wire.decode(packet) == wire.Spawn(scene, spawner, net_id, ids, name, custom, state)


@given(st.integers(0, 0xFFFF), st.lists(st.tuples(U32, st.binary(min_size=1)), min_size=1))
def test_sync(time: int, elements: list[tuple[int, bytes]]) -> None:
    packet = wire.encode_sync(time, elements)
    if len(packet) >= 11:
        assert wire.decode(packet) == wire.Sync(time, tuple(elements))


@given(st.lists(st.tuples(U32, st.integers(0, 2**64 - 1), st.binary(min_size=1)), min_size=1))
def test_delta(elements: list[tuple[int, int, bytes]]) -> None:
    assert wire.decode(wire.encode_delta(elements)) == wire.Delta(tuple(elements))


@given(I32, st.binary(min_size=1))
def test_system(peer: int, inside: bytes) -> None:
    assert wire.decode(wire.encode_add_peer(peer)) == wire.AddPeer(peer)
    assert wire.decode(wire.encode_del_peer(peer)) == wire.DelPeer(peer)
    assert wire.decode(wire.encode_relay(peer, inside)) == wire.Relay(peer, inside)
    assert wire.decode(wire.encode_auth(inside)) == wire.Auth(inside)
    assert wire.decode(wire.encode_raw(inside)) == wire.Raw(inside)


@pytest.mark.allow_errors
@given(st.binary(max_size=64))
def test_anything_at_all(packet: bytes) -> None:
    wire.decode(packet)


def test_unused_bits_of_the_first_byte_mean_nothing() -> None:
    for packet, expected in PACKETS.values():
        bits = 0x08 if packet[0] & 7 == wire.REMOTE_CALL else 0xF8
        assert wire.decode(bytes([packet[0] | bits]) + packet[1:]) == expected


def test_what_was_recorded_is_encoded_alike() -> None:
    """Packets of the recording that were sent, decoded and encoded once more."""
    kinds = set()
    for case in cases():
        for step in case["steps"]:
            for _, text in step.get("sent", ()):
                packet = bytes.fromhex(text)
                found = wire.decode(packet)
                kinds.add(type(found).__name__)
                assert _encoded(found, packet) == packet
    assert kinds == {
        "AddPeer", "Auth", "ConfirmPath", "DelPeer", "Delta", "Despawn", "Raw", "Relay",
        "RemoteCall", "SimplifyPath", "Spawn", "Sync",
    }  # fmt: skip


def _encoded(found: Any, packet: bytes) -> bytes:
    match found:
        case wire.RemoteCall(node, method, at, end, raw, None):
            wide = packet[0] >> 4 & 3 == 2
            head = (wire.call_head_wide if wide else wire.call_head)(node, method, raw)
            return head + packet[at:end]
        case wire.RemoteCall(_, method, at, end, raw, path):
            head = wire.call_head_by_path(method, raw, end - at)
            return head + packet[at:end] + wire.encoded_text(path or "")
        case wire.Spawn():
            return wire.encode_spawn(*found[:7])
        case wire.Sync(time, elements):
            return wire.encode_sync(time, elements)
        case wire.Delta(elements):
            return wire.encode_delta(elements)
    encoder = {
        wire.SimplifyPath: wire.encode_simplify_path,
        wire.ConfirmPath: wire.encode_confirm_path,
        wire.Raw: wire.encode_raw,
        wire.Despawn: wire.encode_despawn,
        wire.Auth: wire.encode_auth,
        wire.AddPeer: wire.encode_add_peer,
        wire.DelPeer: wire.encode_del_peer,
        wire.Relay: wire.encode_relay,
    }[type(found)]
    return encoder(*found)  # type: ignore[operator, no-any-return]
