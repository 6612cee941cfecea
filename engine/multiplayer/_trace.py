"""What goes through multiplayer peers, printed in words while it happens.

`SceneMultiplayer` takes and sends packets by three methods of its peer. While a trace is on, these
are replaced, in the classes that have them, by ones that also tell; otherwise nothing is any slower
for it.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from engine.core.error import Error
from engine.multiplayer._wire_words import Telling
from engine.multiplayer.websocket_multiplayer_peer import WebSocketMultiplayerPeer
from engine.net._bytes import BytesLike
from engine.scene.multiplayer_peer import MultiplayerPeer, Received

_CLASSES: tuple[type[MultiplayerPeer], ...] = (MultiplayerPeer, WebSocketMultiplayerPeer)


def to_stderr(line: str) -> None:
    """Prints a line."""
    print(line, file=sys.stderr)


class Trace:
    """Tells what peers send and get, from `begin` to `end`.

    Args:
        write: gets the lines: own id, `->` or `<-`, whom to or from, the packet in words.
    """

    def __init__(self, write: Callable[[str], object] = to_stderr) -> None:
        self._write = write
        self._tellings: weakref.WeakKeyDictionary[MultiplayerPeer, Telling] = (
            weakref.WeakKeyDictionary()
        )
        self._inside = False  # one of the methods may use another
        self._replaced: list[tuple[type[MultiplayerPeer], str, Any]] = []

    def begin(self) -> None:
        """From now on it tells."""
        for cls in _CLASSES:
            for name, wrap in (
                ("_next_packet", self._receiving),
                ("_send_packet", self._sending),
                ("_send_packets", self._sending),
            ):
                method = vars(cls)[name]
                self._replaced.append((cls, name, method))
                setattr(cls, name, wrap(method))

    def end(self) -> None:
        """Tells no more."""
        for cls, name, method in self._replaced:
            setattr(cls, name, method)
        self._replaced.clear()

    def _receiving(self, method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def next_packet(peer: MultiplayerPeer) -> Received | Error | None:
            received: Received | Error | None = method(peer)
            if isinstance(received, tuple):
                self._tell(peer, received[0], received[1], "<-", str(received[0]))
            return received

        return next_packet

    def _sending(self, method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def send(
            peer: MultiplayerPeer,
            data: BytesLike,
            target: int | Iterable[int],
            mode: int,
            channel: int,
        ) -> Any:
            if self._inside:
                return method(peer, data, target, mode, channel)
            if not isinstance(target, int):
                target = list(target)
            self._tell(peer, peer.get_unique_id(), data, "->", _whom(target))
            self._inside = True
            try:
                return method(peer, data, target, mode, channel)
            finally:
                self._inside = False

        return send

    def _tell(
        self, peer: MultiplayerPeer, sender: int, data: BytesLike, arrow: str, whom: str
    ) -> None:
        telling = self._tellings.setdefault(peer, Telling())
        words = telling.explain(bytes(data), sender)
        self._write(f"{peer.get_unique_id()} {arrow} {whom}: {words}")


def _whom(target: int | list[int]) -> str:
    if isinstance(target, list):
        return ", ".join(map(str, target)) or "nobody"
    return str(target) if target > 0 else "all" if target == 0 else f"all but {-target}"
