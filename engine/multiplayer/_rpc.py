"""Remote calls: what goes out, and what comes in.

A call is encoded once, whatever the number of its targets. When all of them have confirmed the
node's number, it is one packet for all; otherwise those that have get the number, and the others
the whole path behind the arguments.

At the caller nobody asks whether it may call; the one who is called decides that, by the mode that
the method has there. Arguments are checked against the types that the method declares.

Nearly all calls are alike: by number, between the server and one client, of a node that is there,
with arguments that fit. Such a call is found among those that were made before; when nothing has
changed since that matters, it is made without any detour, in less than half the time. Those that go
out are looked for by `SceneMultiplayer.rpc`, those that come in by `receive`. Everything else, and
whatever there is to complain about, is for `call` and `_receive_any`; they would do the same with a
usual call, too.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from types import MethodType
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._calls import class_and_file, problem_of
from engine.core._variant_codec import decode_all, encode_all
from engine.core.error import (
    ERR_CONNECTION_ERROR,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    FAILED,
    OK,
    Error,
)
from engine.core.packed_byte_array import PackedByteArray
from engine.multiplayer import _rpc_arguments, _wire
from engine.multiplayer._rpc_methods import (
    ANY_PEER,
    AUTHORITY,
    MODE_NAMES,
    OF_NODE,
    Method,
    methods_of,
)
from engine.scene.node import Node

if TYPE_CHECKING:
    from engine.multiplayer.scene_multiplayer import SceneMultiplayer

_MOST_ARGUMENTS = 255
_NO_NODE = "Invalid packet received. Requested node was not found."
NOT_ENCODED = "Unable to encode RPC arguments. THIS IS LIKELY A BUG IN THE ENGINE!"
BYTES = (PackedByteArray, bytes, bytearray)


class RemoteCalls:
    """The remote calls of one multiplayer API.

    Args:
        api: whose they are.
    """

    __slots__ = ("_api", "_known")

    def __init__(self, api: SceneMultiplayer) -> None:
        self._api = api
        self._known = api._cache.calls

    # Calling -------------------------------------------------------------------------------------

    def call(self, peer: int, node: Any, name: str, arguments: Sequence[Any]) -> Error:
        """Calls a method of a node elsewhere, and here if it is to run here too.

        Args:
            peer: a peer's id; 0 for all, a negative one for all but that peer.
            node: the node.
            name: the method's name.
            arguments: what to call it with.
        """
        api = self._api
        connection = api._peer
        if connection is None:
            output.error("Trying to call an RPC while no multiplayer peer is active.")
            return ERR_UNCONFIGURED
        if not isinstance(node, Node) or type(node)._freed or node._tree is None:
            output.error("The object must be a valid Node inside the SceneTree")
            return ERR_INVALID_PARAMETER
        if connection.get_connection_status() != 2:
            output.error("Trying to call an RPC via a multiplayer peer which is not connected.")
            return ERR_CONNECTION_ERROR
        own = connection.get_unique_id()
        method = methods_of(node).by_name.get(name)
        if method is None:
            output.error(
                f'Unable to get the RPC configuration for the function "{name}" at path: '
                f'"{node.get_path()}". This happens when the method is missing or not marked for '
                "RPCs in the local script."
            )
            return ERR_INVALID_PARAMETER
        if peer != own:
            self._send(node, peer, method, arguments)
        elif not method.call_local:
            output.error(f"RPC '{name}' on yourself is not allowed by selected mode.")
            return ERR_INVALID_PARAMETER
        if method.call_local and (peer in (0, own) or (peer < 0 and peer != -own)):
            return self._call_here(node, method, arguments, own)
        return OK

    def _call_here(self, node: Node, method: Method, arguments: Sequence[Any], own: int) -> Error:
        api = self._api
        api._sender_here = own
        problem = _call(node, method, list(arguments))
        api._sender_here = 0
        if not problem:
            return OK
        script = "" if method.number & OF_NODE else "script "
        output.error(f"rpc() aborted in {script}local call:  - {problem}.")
        return FAILED

    def _send(self, node: Node, peer: int, method: Method, arguments: Sequence[Any]) -> None:
        api = self._api
        if len(arguments) > _MOST_ARGUMENTS:
            output.error("Too many arguments (>255).")
            return
        replicator = api._replicator
        if peer > 0:
            if peer not in api._connected:
                output.error(f"Attempt to call RPC with unknown peer ID: {peer}.")
                return
            if not replicator.is_rpc_visible(node, peer):
                output.error(
                    f"Attempt to call an RPC to a peer that cannot see this node. Peer ID: {peer}"
                )
                return
            targets = [peer]
        else:
            if peer and -peer not in api._connected:
                output.error(f"Attempt to call RPC with unknown peer ID: {peer}.")
                return
            targets = api._peers
            if peer:
                targets = [one for one in targets if one != -peer]
            if replicator.has_visibility(node):
                targets = [one for one in targets if replicator.is_rpc_visible(node, one)]
        if targets:
            self._send_to(node, targets, method, arguments)

    def _send_to(
        self, node: Node, targets: list[int], method: Method, arguments: Sequence[Any]
    ) -> None:
        """Sends a call to peers, of which some may not know the node's number yet."""
        api, cache = self._api, self._api._cache
        numbered = cache.numbered(node)
        confirmed = numbered.confirmed
        if numbered.unconfirmed or len(confirmed) < len(api._peers):
            for peer in targets:
                if peer not in confirmed:
                    cache.tell(numbered, peer)
            all_know = all(confirmed[peer] for peer in targets)
        else:
            all_know = True
        encoded = self._encoded(arguments)
        if encoded is None:
            return
        count, data = encoded
        raw = not count
        if all_know:
            head = _wire.call_head(numbered.number, method.number, raw) + count
            packet = head + data
            if len(targets) == 1:
                if count:
                    usual = head, method.transfer_mode, method.channel
                    numbered.heads[targets[0], method.name, len(arguments)] = usual
                api._send_command(targets[0], packet, method.transfer_mode, method.channel)
            else:
                api._send_commands(targets, packet, method.transfer_mode, method.channel)
            return
        data = count + data
        by_number = _wire.call_head_wide(numbered.number, method.number, raw) + data
        by_path = _wire.call_head_by_path(method.number, raw, len(data)) + data
        by_path += _wire.encoded_text(api._path_of(node))
        for peer in list(targets):
            packet = by_number if confirmed.get(peer) else by_path
            api._send_command(peer, packet, method.transfer_mode, method.channel)

    def _encoded(self, arguments: Sequence[Any]) -> tuple[bytes, bytes] | None:
        """The byte with the number of arguments, empty for bare bytes or none, and their bytes.

        None after an error.
        """
        if not arguments:
            return b"", b""
        if len(arguments) == 1 and isinstance(arguments[0], BYTES):
            return b"", bytes(arguments[0])
        problem, data = encode_all(arguments, self._api.allow_object_decoding)
        if problem is not OK:
            output.error(NOT_ENCODED)
            return None
        return bytes((len(arguments),)), data

    # Being called --------------------------------------------------------------------------------

    def receive(self, sender: int, packet: bytes) -> None:
        """Handles a REMOTE_CALL packet."""
        known = self._known.get((sender, packet[:3]))
        if known is None or len(packet) < 5:
            self._receive_any(sender, packet)
            return
        weak, method, function = known
        node = weak()
        if (
            node is None
            or type(node)._freed
            or (method.mode != ANY_PEER and sender != node.get_multiplayer_authority())
        ):
            self._receive_any(sender, packet)
            return
        count = packet[3]
        problem, arguments, _ = decode_all(packet, count, 4, self._api.allow_object_decoding)
        if problem is not OK:  # the call is made all the same
            arguments += [None] * (count - len(arguments))
        declared = method.arguments
        if declared is not None and declared.usual != [*map(type, arguments)]:
            text = _call(node, method, arguments)
        else:
            try:
                function(node, *arguments)
                return
            except Exception as exception:
                text = _rpc_arguments.problem_after(exception, node, function, arguments)
        if text:
            output.error(f"RPC - {text}")

    def _receive_any(self, sender: int, packet: bytes) -> None:
        """Handles a REMOTE_CALL packet, however unusual it is."""
        if not packet[0] & 0x70 and len(packet) > 2:  # small numbers, as nearly always
            method_number, at, end, raw = packet[2], 3, len(packet), packet[0] >= 0x80
            node = self._api._cache.node(sender, packet[1])
        else:
            decoded = _wire.decode_call(packet)
            if isinstance(decoded, _wire.Malformed):
                output.error(decoded.text)
                if decoded.text == _wire.TOO_FAR:
                    output.error(_NO_NODE)
                return
            number, method_number, at, end, raw, path = decoded
            if path is None:
                node = self._api._cache.node(sender, number)
            else:
                node = self._by_path(path)
        if node is None:
            output.error(_NO_NODE)
            return
        if at > end:
            output.error(_wire.TOO_SMALL)
            return
        method = methods_of(node).by_number.get(method_number)
        if method is None:
            output.error('Condition "!cache_config.configs.has(p_rpc_method_id)" is true.')
            return
        mode = method.mode
        if mode != ANY_PEER and (mode != AUTHORITY or sender != node.get_multiplayer_authority()):
            _refuse(node, method, sender)
            return
        if not packet[0] and method.function is not None:
            self._known[sender, packet[:3]] = weakref.ref(node), method, method.function
        arguments = self._arguments(packet, at, end, raw)
        if arguments is not None:
            problem = _call(node, method, arguments)
            if problem:
                output.error(f"RPC - {problem}")

    def _by_path(self, path: str) -> Any:
        node = self._api._node_at(path)
        if node is None:
            output.error(f"Failed to get path from RPC: {path}.")
        return node

    def _arguments(self, packet: bytes, at: int, end: int, raw: bool) -> list[Any] | None:
        """The arguments of a call; None, after an error, when there is no count of them."""
        if raw:
            return [PackedByteArray(packet[at:end])] if at < end else []
        if at >= end:
            output.error(_wire.TOO_SMALL)
            return None
        count = packet[at]
        if not count:
            return []
        if end < len(packet):
            packet = packet[:end]
        problem, values, _ = decode_all(packet, count, at + 1, self._api.allow_object_decoding)
        if problem is not OK:  # the call is made all the same
            values += [None] * (count - len(values))
        return values


def _call(node: Node, method: Method, arguments: list[Any]) -> str:
    """Calls a method; what could not be done is answered in Godot's words."""
    function = method.function
    if function is None:
        return f"'{class_and_file(type(node))}::{method.name}': Method not found"
    if method.arguments is not None:
        misfit = method.arguments.fit(arguments)
        if misfit:
            count = problem_of(MethodType(function, node), tuple(arguments)).removesuffix(".")
            return count or f"'{class_and_file(type(node))}::{method.name}': {misfit}"
    return _rpc_arguments.call(node, function, arguments)


def _refuse(node: Node, method: Method, sender: int) -> None:
    mode = MODE_NAMES[method.mode] if 0 <= method.mode < len(MODE_NAMES) else '""'
    output.error(
        f"RPC '{method.name}' is not allowed on node {node.get_path()} from: {sender}. "
        f"Mode is {mode}, authority is {node.get_multiplayer_authority()}."
    )
