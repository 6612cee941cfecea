"""Every packet of Godot's multiplayer protocol: bytes in, records out, and back.

The lower three bits of a packet's first byte say what it is; the upper four are flags of that
command, and bit 3 means nothing. All numbers are little endian.

    0 REMOTE_CALL    node, method, arguments, perhaps the node's path     `RemoteCall`
    1 SIMPLIFY_PATH  MD5 of the node's methods, number, path              `SimplifyPath`
    2 CONFIRM_PATH   whether the MD5 is the same, number                  `ConfirmPath`
    3 RAW            bytes                                                `Raw`
    4 SPAWN          scene, spawner, net ids, name, data, state           `Spawn`
    5 DESPAWN        net id                                               `Despawn`
    6 SYNC           time, then number and state of synchronizers         `Sync`
      with bit 4     number, mask and state of synchronizers              `Delta`
    7 SYS            0 bytes for `auth_callback`, or nothing: done        `Auth`
                     1 a peer has come                                    `AddPeer`
                     2 a peer has gone                                    `DelPeer`
                     3 destination or sender, and a packet inside         `Relay`

Nothing here knows of nodes, peers or sockets, and nothing raises for what was received: a packet
that is none becomes `Malformed`, with what Godot says of it. Where Godot looks something up before
it finds a mistake, the record has what could be read, and the mistake as `problem`.
"""

from __future__ import annotations

from collections.abc import Iterable
from struct import Struct
from typing import NamedTuple

from engine.core import _text_decoding

REMOTE_CALL, SIMPLIFY_PATH, CONFIRM_PATH, RAW, SPAWN, DESPAWN, SYNC, SYS = range(8)
AUTH, ADD_PEER, DEL_PEER, RELAY = range(4)

COMMAND_MASK = 7
DELTA_FLAG = 0x10
BY_PATH = 0x80000000  # of a node's number: it is where the path begins, or a path-cache number
CUSTOM_SPAWN = 255  # the scene of what a spawn function makes

TOO_SMALL = "Invalid packet received. Size too small."
TOO_FAR = "Invalid packet received. Size smaller than declared."

_WORD = Struct("<I")
_SHORT = Struct("<H")
_SIGNED = Struct("<i")
_PATH = Struct("<B32sxI")
_CONFIRM = Struct("<BBI")
_SYSTEM = Struct("<BBi")
_SPAWN = Struct("<BBIIII")
_DESPAWN = Struct("<BI")
_SYNC_HEAD = Struct("<BH")
_ELEMENT = Struct("<II")
_DELTA_ELEMENT = Struct("<IQI")
_HEADS = [Struct(f"<B{node}{method}") for method in "BH" for node in "BHI"]


class Malformed(NamedTuple):
    """No packet.

    Attributes:
        text: what Godot says of it.
    """

    text: str


class RemoteCall(NamedTuple):
    """A method is to be called.

    Attributes:
        node: the sender's number of the node; 0 when there is a path.
        method: the sender's number of the method.
        at: where the arguments begin: their count, or the bytes of the only one.
        end: where they end.
        raw: whether they are the bytes of one PackedByteArray, or there are none.
        path: the node's path, from the root of the multiplayer API; None when it has a number.
    """

    node: int
    method: int
    at: int
    end: int
    raw: bool
    path: str | None = None


class SimplifyPath(NamedTuple):
    """From now on the sender may say `number` for `path`.

    Attributes:
        methods: MD5 of the names of the node's methods, as hexadecimal text.
        number: the number.
        path: the node's path, from the root of the multiplayer API.
    """

    methods: str
    number: int
    path: str


class ConfirmPath(NamedTuple):
    """The answer to `SimplifyPath`.

    Attributes:
        same_methods: whether both ends have the same methods there.
        number: the number.
    """

    same_methods: bool
    number: int


class Raw(NamedTuple):
    """Bytes for the `peer_packet` signal."""

    data: bytes


class Spawn(NamedTuple):
    """A node was made.

    Attributes:
        scene: its place in the spawner's list, or `CUSTOM_SPAWN`.
        spawner: the sender's number of the spawner.
        net_id: the number of the node.
        sync_ids: the numbers of its synchronizers.
        name: its name.
        data: what the spawn function gets, encoded; None for a scene.
        state: the spawn properties of its synchronizers, encoded one after another.
        problem: what is wrong with lengths and name.
        data_problem: what is wrong with the data.
    """

    scene: int
    spawner: int
    net_id: int = 0
    sync_ids: tuple[int, ...] = ()
    name: str = ""
    data: bytes | None = None
    state: bytes = b""
    problem: str = ""
    data_problem: str = ""


class Despawn(NamedTuple):
    """A spawned node went."""

    net_id: int


class Sync(NamedTuple):
    """State that is always sent.

    Attributes:
        time: a counter, to tell old packets.
        elements: number of a synchronizer (a net id, or a path number with `BY_PATH`) and state.
        problem: what is wrong behind these.
    """

    time: int
    elements: tuple[tuple[int, bytes], ...]
    problem: str = ""


class Delta(NamedTuple):
    """State that has changed.

    Attributes:
        elements: number of a synchronizer, a bit for each property that follows, and their values.
        problem: what is wrong behind these.
    """

    elements: tuple[tuple[int, int, bytes], ...]
    problem: str = ""


class Auth(NamedTuple):
    """Bytes for the `auth_callback`; none say that the sender has completed."""

    data: bytes


class AddPeer(NamedTuple):
    """Another client has come."""

    peer: int


class DelPeer(NamedTuple):
    """Another client has gone."""

    peer: int


class Relay(NamedTuple):
    """A packet from client to client.

    Attributes:
        peer: to the server: where to (0 all, negative: all but one); from it: who sent it.
        packet: the packet.
    """

    peer: int
    packet: bytes


Packet = (
    RemoteCall
    | SimplifyPath
    | ConfirmPath
    | Raw
    | Spawn
    | Despawn
    | Sync
    | Delta
    | Auth
    | AddPeer
    | DelPeer
    | Relay
    | Malformed
)


def decode(packet: bytes) -> Packet:
    """What a packet says."""
    if not packet:
        return Malformed(TOO_SMALL)
    return _DECODERS[packet[0] & COMMAND_MASK](packet)


# Calls -------------------------------------------------------------------------------------------


def decode_call(packet: bytes) -> RemoteCall | Malformed:
    """A REMOTE_CALL packet."""
    first = packet[0]
    size = first >> 4 & 3
    if size == 3:
        return Malformed("Was not possible to extract the node id compression mode.")
    head = _HEADS[size + 3] if first & 0x40 else _HEADS[size]
    if len(packet) < head.size:
        return Malformed(TOO_SMALL)
    _, node, method = head.unpack_from(packet)
    if node < BY_PATH:
        return RemoteCall(node, method, head.size, len(packet), first >= 0x80)
    offset = node - BY_PATH
    if offset >= len(packet):
        return Malformed(TOO_FAR)
    path = text(packet[offset:])
    return RemoteCall(0, method, head.size, offset, first >= 0x80, path)


def call_head(node: int, method: int, raw: bool) -> bytes:
    """The beginning of a REMOTE_CALL packet by number, in the fewest bytes."""
    size = 0 if node < 0x100 else 1 if node < 0x10000 else 2
    return _call_head(node, method, raw, size)


def call_head_wide(node: int, method: int, raw: bool) -> bytes:
    """The same with four bytes for the number, among targets of which some need the path."""
    return _call_head(node, method, raw, 2)


def call_head_by_path(method: int, raw: bool, arguments: int) -> bytes:
    """The beginning of a REMOTE_CALL packet that ends with the path.

    Args:
        method: the number of the method.
        raw: whether the arguments are bare bytes or none.
        arguments: how many bytes they take.
    """
    size = 6 if method < 0x100 else 7
    return _call_head(BY_PATH | size + arguments, method, raw, 2)


def _call_head(node: int, method: int, raw: bool, size: int) -> bytes:
    wide = method >= 0x100
    first = size << 4 | (0x40 if wide else 0) | (0x80 if raw else 0)
    return _HEADS[size + 3 if wide else size].pack(first, node, method)


# Paths -------------------------------------------------------------------------------------------


def decode_simplify_path(packet: bytes) -> SimplifyPath | Malformed:
    """A SIMPLIFY_PATH packet."""
    if len(packet) < 38:
        return Malformed(TOO_SMALL)
    _, methods, number = _PATH.unpack_from(packet)
    return SimplifyPath(text(methods), number, text(packet[38:]))


def encode_simplify_path(methods: str, number: int, path: str) -> bytes:
    """A SIMPLIFY_PATH packet."""
    return _PATH.pack(SIMPLIFY_PATH, methods.encode(), number) + encoded_text(path)


def decode_confirm_path(packet: bytes) -> ConfirmPath | Malformed:
    """A CONFIRM_PATH packet."""
    if len(packet) != 6:
        return Malformed(TOO_SMALL)
    _, same_methods, number = _CONFIRM.unpack(packet)
    return ConfirmPath(same_methods != 0, number)


def encode_confirm_path(same_methods: bool, number: int) -> bytes:
    """A CONFIRM_PATH packet."""
    return _CONFIRM.pack(CONFIRM_PATH, same_methods, number)


# Raw bytes ---------------------------------------------------------------------------------------


def decode_raw(packet: bytes) -> Raw | Malformed:
    """A RAW packet."""
    return Raw(packet[1:]) if len(packet) > 1 else Malformed(TOO_SMALL)


def encode_raw(data: bytes) -> bytes:
    """A RAW packet."""
    return b"\3" + data


# Replication -------------------------------------------------------------------------------------


def decode_spawn(packet: bytes) -> Spawn | Malformed:
    """A SPAWN packet."""
    if len(packet) < _SPAWN.size:
        return Malformed("Invalid spawn packet received")
    _, scene, spawner, net_id, syncs, name_size = _SPAWN.unpack_from(packet)
    head = Spawn(scene, spawner, net_id)
    at, size = _SPAWN.size, len(packet)
    wants = name_size + syncs * 4 & 0xFFFFFFFF
    if wants > size - at or syncs * 4 > size - at:
        return head._replace(problem=f"Invalid spawn packet size: {size}, wants: {at + wants}")
    sync_ids = Struct(f"<{syncs}I").unpack_from(packet, at)
    at += 4 * syncs
    head = head._replace(sync_ids=sync_ids)
    if name_size < 1:
        return head._replace(problem="Zero spawn name size.")
    head = head._replace(name=text(packet[at : at + name_size]))
    at += name_size
    return (
        _with_data(head, packet, at) if scene == CUSTOM_SPAWN else head._replace(state=packet[at:])
    )


def _with_data(head: Spawn, packet: bytes, at: int) -> Spawn:
    left = len(packet) - at - 4
    if left < 0:
        return head._replace(data=b"", data_problem=_invalid("p_buffer_len - ofs < 4"))
    (size,) = _WORD.unpack_from(packet, at)
    if size > left:
        problem = _invalid("arg_size > uint32_t(p_buffer_len - ofs)")
        return head._replace(data=b"", data_problem=problem)
    at += 4
    return head._replace(data=packet[at : at + size], state=packet[at + size :])


def encode_spawn(
    scene: int,
    spawner: int,
    net_id: int,
    sync_ids: Iterable[int],
    name: str,
    data: bytes | None,
    state: bytes,
) -> bytes:
    """A SPAWN packet; the arguments are what `Spawn` says."""
    ids, encoded_name = tuple(sync_ids), encoded_text(name)
    head = _SPAWN.pack(SPAWN, scene, spawner, net_id, len(ids), len(encoded_name))
    parts = [head, Struct(f"<{len(ids)}I").pack(*ids), encoded_name]
    if data is not None:
        parts += [_WORD.pack(len(data)), data]
    return b"".join([*parts, state])


def decode_despawn(packet: bytes) -> Despawn | Malformed:
    """A DESPAWN packet."""
    if len(packet) < 5:
        return Malformed("Invalid spawn packet received")
    return Despawn(_DESPAWN.unpack_from(packet)[1])


def encode_despawn(net_id: int) -> bytes:
    """A DESPAWN packet."""
    return _DESPAWN.pack(DESPAWN, net_id)


def decode_sync(packet: bytes) -> Sync | Delta | Malformed:
    """A SYNC packet, which may be a DELTA."""
    if len(packet) < 11:
        return Malformed("Invalid sync packet received")
    if packet[0] & DELTA_FLAG:
        return _decode_delta(packet)
    (time,) = _SHORT.unpack_from(packet, 1)
    elements: list[tuple[int, bytes]] = []
    at, end = 3, len(packet)
    while at + 8 < end:
        number, size = _ELEMENT.unpack_from(packet, at)
        at += 8
        if size > end - at:
            problem = _invalid("size > uint32_t(p_buffer_len - ofs)")
            return Sync(time, tuple(elements), problem)
        elements.append((number, packet[at : at + size]))
        at += size
    return Sync(time, tuple(elements))


def _decode_delta(packet: bytes) -> Delta:
    elements: list[tuple[int, int, bytes]] = []
    at, end = 1, len(packet)
    while at + 16 < end:
        number, mask, size = _DELTA_ELEMENT.unpack_from(packet, at)
        at += 16
        if size > end - at:
            return Delta(tuple(elements), _invalid("size > uint32_t(p_buffer_len - ofs)"))
        elements.append((number, mask, packet[at : at + size]))
        at += size
    return Delta(tuple(elements))


def encode_sync(time: int, elements: Iterable[tuple[int, bytes]]) -> bytes:
    """A SYNC packet."""
    parts = [_SYNC_HEAD.pack(SYNC, time)]
    for number, state in elements:
        parts += (_ELEMENT.pack(number, len(state)), state)
    return b"".join(parts)


def encode_delta(elements: Iterable[tuple[int, int, bytes]]) -> bytes:
    """A DELTA packet."""
    parts = [b"\x16"]
    for number, mask, state in elements:
        parts += (_DELTA_ELEMENT.pack(number, mask, len(state)), state)
    return b"".join(parts)


# System ------------------------------------------------------------------------------------------


def decode_system(packet: bytes) -> Auth | AddPeer | DelPeer | Relay | Malformed:
    """A SYS packet."""
    if len(packet) > 1 and packet[1] == AUTH:
        return Auth(packet[2:])
    if len(packet) < _SYSTEM.size:
        return Malformed(TOO_SMALL)
    _, kind, peer = _SYSTEM.unpack_from(packet)
    if kind == ADD_PEER:
        return AddPeer(peer)
    if kind == DEL_PEER:
        return DelPeer(peer)
    if kind != RELAY:
        return Malformed("Method/function failed.")
    return Relay(peer, packet[6:])


def encode_auth(data: bytes) -> bytes:
    """An AUTH packet; without data it says that the sender has completed."""
    return b"\7\0" + data


def encode_add_peer(peer: int) -> bytes:
    """An ADD_PEER packet."""
    return _SYSTEM.pack(SYS, ADD_PEER, peer)


def encode_del_peer(peer: int) -> bytes:
    """A DEL_PEER packet."""
    return _SYSTEM.pack(SYS, DEL_PEER, peer)


def encode_relay(peer: int, packet: bytes) -> bytes:
    """A RELAY packet, with another packet inside."""
    return _SYSTEM.pack(SYS, RELAY, peer) + packet


_DECODERS = (
    decode_call,
    decode_simplify_path,
    decode_confirm_path,
    decode_raw,
    decode_spawn,
    decode_despawn,
    decode_sync,
    decode_system,
)

# Texts -------------------------------------------------------------------------------------------


def text(data: bytes) -> str:
    """A text in UTF-8 up to its NUL, as Godot reads it: what is wrong is reported and replaced."""
    end = data.find(b"\0")
    plain = data if end < 0 else data[:end]
    return plain.decode() if plain.isascii() else _text_decoding.utf8(plain)


def encoded_text(value: str) -> bytes:
    """A text in UTF-8 with its NUL."""
    return value.encode("utf-8", "replace") + b"\0"


def _invalid(condition: str) -> str:
    return f'Condition "{condition}" is true. Returning: ERR_INVALID_DATA'
