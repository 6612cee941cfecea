"""The end of a run: WebSockets that are still open are closed with a word, not just dropped."""

from __future__ import annotations

import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.net._poller import poller
from engine.net._websocket_states import Phase

if TYPE_CHECKING:
    from engine.net._websocket_link import WebSocketLink

GOING_AWAY = 1001
PATIENCE = 0.25  # seconds for the other sides to answer

_links: weakref.WeakValueDictionary[int, WebSocketLink] = weakref.WeakValueDictionary()
"""By their `id`, and in the order in which they were made."""


def remember(link: WebSocketLink) -> None:
    """Counts a link among those that a run may leave open."""
    _links[id(link)] = link


def forget(link: WebSocketLink) -> None:
    """Leaves a link out: it is dropped at the end of a run, without a word."""
    _links.pop(id(link), None)


@contextmanager
def farewell() -> Iterator[None]:
    """Closes, after the block, the links that were open before it and that nobody has closed.

    In the block the scripts end: what holds the links goes, so they are held here meanwhile.
    """
    links = [link for link in _links.values() if link.session.phase is Phase.OPEN]
    yield
    links = [link for link in links if link.session.phase is not Phase.CLOSED and link.is_ours()]
    for link in links:
        link.close(GOING_AWAY, "")
    deadline = time.monotonic() + PATIENCE
    while links and time.monotonic() < deadline:
        poller().wait(max(0.0, deadline - time.monotonic()))
        for link in links:
            link.poll()
        links = [link for link in links if link.session.phase is not Phase.CLOSED]
