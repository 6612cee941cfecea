"""`MultiplayerAPIExtension`: a multiplayer API that a script defines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from engine.core.error import ERR_UNAVAILABLE, OK, Error
from engine.core.packed_number_arrays import PackedInt32Array
from engine.scene.multiplayer_api import MultiplayerAPI
from engine.scene.multiplayer_peer import MultiplayerPeer


class MultiplayerAPIExtension(MultiplayerAPI):
    """To be extended with an own way of calling others, or around a `SceneMultiplayer`.

    Each public method is answered by a method of the script: `poll()` by `_poll()` and so on. A
    script that only wants to see what goes on hands the calls on to a `SceneMultiplayer` that it
    holds.
    """

    _overridable: ClassVar[tuple[str, ...]] = (
        "_get_multiplayer_peer",
        "_get_peer_ids",
        "_get_remote_sender_id",
        "_get_unique_id",
        "_object_configuration_add",
        "_object_configuration_remove",
        "_poll",
        "_rpc",
        "_set_multiplayer_peer",
    )

    # What is asked -------------------------------------------------------------------------------

    def get_multiplayer_peer(self) -> MultiplayerPeer | None:
        """What `_get_multiplayer_peer` answers."""
        return self._get_multiplayer_peer()

    def set_multiplayer_peer(self, peer: MultiplayerPeer | None) -> None:
        """Hands the peer to `_set_multiplayer_peer`."""
        self._set_multiplayer_peer(peer)

    def get_unique_id(self) -> int:
        """What `_get_unique_id` answers."""
        return int(self._get_unique_id())

    def get_peers(self) -> PackedInt32Array:
        """What `_get_peer_ids` answers."""
        return PackedInt32Array(self._get_peer_ids())

    def get_remote_sender_id(self) -> int:
        """What `_get_remote_sender_id` answers."""
        return int(self._get_remote_sender_id())

    def poll(self) -> Error:
        """What `_poll` answers."""
        return _code(self._poll())

    def rpc(self, peer: int, object: Any, method: str, arguments: Sequence[Any] = []) -> Error:
        """What `_rpc` answers."""
        return _code(self._rpc(peer, object, method, list(arguments)))

    def object_configuration_add(self, object: Any, configuration: Any) -> Error:
        """What `_object_configuration_add` answers."""
        return _code(self._object_configuration_add(object, configuration))

    def object_configuration_remove(self, object: Any, configuration: Any) -> Error:
        """What `_object_configuration_remove` answers."""
        return _code(self._object_configuration_remove(object, configuration))

    # What answers --------------------------------------------------------------------------------

    def _get_multiplayer_peer(self) -> MultiplayerPeer | None:
        """Gives the peer."""
        return None

    def _set_multiplayer_peer(self, multiplayer_peer: MultiplayerPeer | None) -> None:
        """Takes a peer."""

    def _get_unique_id(self) -> int:
        """Gives one's own id."""
        return 1

    def _get_peer_ids(self) -> PackedInt32Array:
        """Gives the ids of all connected peers."""
        return PackedInt32Array()

    def _get_remote_sender_id(self) -> int:
        """Gives the id of who is calling."""
        return 0

    def _poll(self) -> int:
        """Called before each frame."""
        return OK

    def _rpc(self, peer: int, object: Any, method: str, args: list[Any]) -> int:
        """Called by `Node.rpc` and `Node.rpc_id`."""
        return ERR_UNAVAILABLE

    def _object_configuration_add(self, object: Any, configuration: Any) -> int:
        """Called by spawners and synchronizers, and with a root path."""
        return ERR_UNAVAILABLE

    def _object_configuration_remove(self, object: Any, configuration: Any) -> int:
        """Called by spawners and synchronizers, and with a root path."""
        return ERR_UNAVAILABLE


def _code(answer: Any) -> Error:
    """An answer as an `Error`; a script that answers nothing says OK."""
    try:
        return Error(answer or 0)
    except ValueError:
        return ERR_UNAVAILABLE
