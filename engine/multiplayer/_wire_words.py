"""What packets of Godot's multiplayer say, in words for people.

Nodes have paths at first, and numbers later; spawned nodes have net ids. So a packet can only be
told by who has seen those before it: `Telling` remembers what each sender has named, by the id of
the sender, also through the relay.

    telling = Telling()
    telling.explain(packet, sender=1)       # "PATH #1 is Main/Game from now on (methods 0a1b...)"
    telling.explain(packet, sender=1)       # "RPC Main/Game #1, method 0 (5, "text")"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from engine.core import _text, _variant_codec, output
from engine.core._type_functions import type_string
from engine.core._type_of import type_of
from engine.core.encoded_object_as_id import EncodedObjectAsID
from engine.core.error import ERR_UNAUTHORIZED, OK
from engine.multiplayer import _wire

_LONGEST = 300  # characters of one list of values
_BYTES_SHOWN = 48
_SCRIPT_METHODS = 0x8000  # from here on methods are those of `rpc_config`


class Telling:
    """Explains packets, in the order in which they were sent.

    What it remembers of each sender is what that one may refer to.
    """

    def __init__(self) -> None:
        self._paths: dict[tuple[int, int], str] = {}
        self._spawned: dict[tuple[int, int], str] = {}

    def explain(self, packet: bytes, sender: int) -> str:
        """A packet in words.

        Args:
            packet: its bytes.
            sender: who sent it; any number that is the same for all of its packets.
        """
        found = _wire.decode(packet)
        if isinstance(found, _wire.Relay):
            return self._relay(found, sender)
        if isinstance(found, _wire.RemoteCall):
            return self._call(found, packet, sender)
        if isinstance(found, _wire.SimplifyPath):
            self._paths[sender, found.number] = found.path
            return f"PATH #{found.number} is {found.path} from now on (methods {found.methods})"
        if isinstance(found, _wire.ConfirmPath):
            same = "the same methods" if found.same_methods else "OTHER METHODS there"
            return f"PATH #{found.number} is known, {same}"
        if isinstance(found, _wire.Sync | _wire.Delta):
            return self._state(found, sender)
        if isinstance(found, _wire.Spawn):
            return self._spawn(found, sender)
        if isinstance(found, _wire.Despawn):
            return f"DESPAWN {self._net(sender, found.net_id)}"
        return _simple(found, packet)

    def _relay(self, relay: _wire.Relay, sender: int) -> str:
        inside = relay.packet
        if sender == 1:
            return f"RELAY from {relay.peer}: {self.explain(inside, relay.peer)}"
        target = relay.peer
        whom = "all" if target == 0 else str(target) if target > 0 else f"all but {-target}"
        return f"RELAY to {whom}: {self.explain(inside, sender)}"

    # Names ---------------------------------------------------------------------------------------

    def _node(self, sender: int, number: int) -> str:
        path = self._paths.get((sender, number), "an unknown node")
        return f"{path} #{number}"

    def _net(self, sender: int, net_id: int) -> str:
        name = self._spawned.get((sender, net_id), "an unknown node")
        return f"{name} (net id {net_id})"

    def _synchronizer(self, sender: int, number: int) -> str:
        if number >= _wire.BY_PATH:
            return self._node(sender, number - _wire.BY_PATH)
        return self._net(sender, number)

    # Calls and replication -----------------------------------------------------------------------

    def _call(self, call: _wire.RemoteCall, packet: bytes, sender: int) -> str:
        node = f"{call.path} by path" if call.path is not None else self._node(sender, call.node)
        method = f"method {call.method}"
        if call.method >= _SCRIPT_METHODS:
            method = f"method {call.method - _SCRIPT_METHODS} of rpc_config()"
        return f"RPC {node}, {method} ({_arguments(call, packet)})"

    def _spawn(self, spawn: _wire.Spawn, sender: int) -> str:
        name = spawn.name or "a node"
        self._spawned[sender, spawn.net_id] = name
        for index, number in enumerate(spawn.sync_ids):
            self._spawned[sender, number] = f"{name}'s synchronizer {index}"
        custom = spawn.scene == _wire.CUSTOM_SPAWN
        made = "spawn function" if custom else f"scene {spawn.scene}"
        said = [f"SPAWN {name} (net id {spawn.net_id}) by {self._node(sender, spawn.spawner)}"]
        said.append(f"{made}, synchronizers {list(spawn.sync_ids)}")
        if spawn.data is not None:
            said.append(f"data {values_of(spawn.data)}")
        if spawn.state:
            said.append(f"state {values_of(spawn.state)}")
        said += [f"WRONG: {problem}" for problem in (spawn.problem, spawn.data_problem) if problem]
        return ", ".join(said)

    def _state(self, found: _wire.Sync | _wire.Delta, sender: int) -> str:
        if isinstance(found, _wire.Sync):
            said = [
                f"{self._synchronizer(sender, number)} = {values_of(state)}"
                for number, state in found.elements
            ]
            head = f"SYNC at {found.time}: "
        else:
            said = [
                f"{self._synchronizer(sender, number)} {_bits(mask)} = {values_of(state)}"
                for number, mask, state in found.elements
            ]
            head = "DELTA "
        if found.problem:
            said.append(f"WRONG: {found.problem}")
        return head + "; ".join(said)


def _simple(found: Any, packet: bytes) -> str:
    if isinstance(found, _wire.Raw):
        return f"RAW {bytes_in_words(found.data)}"
    if isinstance(found, _wire.Auth):
        return f"AUTH {bytes_in_words(found.data)}" if found.data else "AUTH done"
    if isinstance(found, _wire.AddPeer):
        return f"PEER {found.peer} has come"
    if isinstance(found, _wire.DelPeer):
        return f"PEER {found.peer} has gone"
    return f"NO PACKET: {found.text} {bytes_in_words(packet)}"


def _arguments(call: _wire.RemoteCall, packet: bytes) -> str:
    data = packet[call.at : call.end]
    if call.raw:
        return bytes_in_words(data) if data else ""
    if not data:
        return "WRONG: no arguments"
    return values_of(data[1:], data[0])


def _bits(mask: int) -> str:
    return "bits " + " ".join(str(bit) for bit in range(64) if mask >> bit & 1)


def values_of(data: bytes, count: int | None = None) -> str:
    """Compressed values one after another, in words; without a count, all that are there."""
    text = ", ".join(_values(data, count))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}... ({len(data)} bytes)"


def _values(data: bytes, count: int | None) -> Iterator[str]:
    at = number = 0
    while number != count if count is not None else at < len(data):
        with output.handler(_ignore):
            problem, value, size = _variant_codec.decode_compressed(data, at)
        if problem is not OK:
            why = "whole objects" if problem is ERR_UNAUTHORIZED else "no value"
            yield f"WRONG: {why} {bytes_in_words(data[at:])}"
            return
        yield value_in_words(value)
        at += size
        number += 1
    if count is not None and at < len(data):
        yield f"WRONG: {bytes_in_words(data[at:])} left over"


def _ignore(message: output.Message) -> None:
    """What cannot be decoded is told in the words."""


def value_in_words(value: Any) -> str:
    """A value as `str()` writes it, with quotes around text and the type where it is not plain."""
    if isinstance(value, EncodedObjectAsID):
        return f"object {value.object_id}"
    if isinstance(value, bytes | bytearray):
        return bytes_in_words(value)
    text = _text.text_inside(value)
    plain = isinstance(value, list | dict) or text[:1] not in "(["
    return text if plain else f"{type_string(type_of(value))}{text}"


def bytes_in_words(data: Sequence[int]) -> str:
    """How many bytes, which, and what they spell if it is text."""
    whole = bytes(data)
    shown = whole[:_BYTES_SHOWN].hex() + ("..." if len(whole) > _BYTES_SHOWN else "")
    spelled = whole.decode("ascii", "replace")
    as_text = f" {spelled!r}" if 1 < len(whole) <= _BYTES_SHOWN and spelled.isprintable() else ""
    return f"<{len(whole)} bytes {shown}{as_text}>" if whole else "<no bytes>"
