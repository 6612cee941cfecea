"""`IP`: the addresses of names, and of this machine.

The queue looks names up on threads of their own; the calls that answer at once wait for the system.
Answers are kept until `clear_cache`.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from engine.core._blocking import about_to_block
from engine.core._lazy import lazy
from engine.core.object import Object
from engine.core.output import error, warning
from engine.core.packed_string_array import PackedStringArray
from engine.net._addresses import Address, is_possible_name, parse_address, spell
from engine.net._resolver import Lookup, look_up

if TYPE_CHECKING:
    from engine.net import _network_interfaces
else:
    _network_interfaces = lazy("engine.net._network_interfaces")

_MAX_QUERIES = 256
_BAD_ID = (
    "Too many concurrent DNS resolver queries ({}, but should be 256 at most). "
    "Try performing less network requests at once."
)
_UNUSED = "Condition status == IP::RESOLVER_STATUS_NONE"


class _ResolverStatus(IntEnum):
    RESOLVER_STATUS_NONE = 0
    RESOLVER_STATUS_WAITING = 1
    RESOLVER_STATUS_DONE = 2
    RESOLVER_STATUS_ERROR = 3


class _Type(IntEnum):
    TYPE_NONE = 0
    TYPE_IPV4 = 1
    TYPE_IPV6 = 2
    TYPE_ANY = 3


class _Query:
    """One item of the queue."""

    __slots__ = ("found", "host", "kind", "lookup")

    def __init__(self, host: str, kind: int) -> None:
        self.host, self.kind = host, kind
        self.found = _known(host)
        self.lookup: Lookup | None = None
        if self.found is None:
            self.lookup = look_up(host)

    def status(self) -> _ResolverStatus:
        if self.lookup is not None:
            if not self.lookup.done:
                return _ResolverStatus.RESOLVER_STATUS_WAITING
            self.found = _keep(self.host, self.lookup)
            self.lookup = None
        good = _ResolverStatus.RESOLVER_STATUS_DONE
        return good if self.addresses() else _ResolverStatus.RESOLVER_STATUS_ERROR

    def addresses(self) -> list[str]:
        return _of_kind(self.found or [], self.kind)


_cache: dict[str, list[Address]] = {}


def _known(host: str) -> list[Address] | None:
    """The addresses of what needs no look-up: none for what can be no name."""
    address = parse_address(host)
    if address is not None:
        return [address]
    return _cache.get(host) if is_possible_name(host) else []


def _keep(host: str, lookup: Lookup) -> list[Address]:
    if lookup.addresses:
        _cache[host] = lookup.addresses
    return lookup.addresses


def _of_kind(addresses: list[Address], kind: int) -> list[str]:
    wanted = {_Type.TYPE_IPV4: (False,), _Type.TYPE_IPV6: (True,)}.get(_Type(kind), (False, True))
    return [spell(address.host) for address in addresses if address.ipv6 in wanted]


def resolve_now(host: str) -> list[Address]:
    """The addresses of a name, in the system's order; waits for the system."""
    found = _known(host)
    if found is None:
        about_to_block()
        lookup = Lookup(host)
        lookup.run()
        found = _keep(host, lookup)
    return found


class _IP(Object):
    """Looks up names. There is one of it, `IP`."""

    _class_name = "IP"

    ResolverStatus = _ResolverStatus
    Type = _Type
    RESOLVER_STATUS_NONE: Final = _ResolverStatus.RESOLVER_STATUS_NONE
    RESOLVER_STATUS_WAITING: Final = _ResolverStatus.RESOLVER_STATUS_WAITING
    RESOLVER_STATUS_DONE: Final = _ResolverStatus.RESOLVER_STATUS_DONE
    RESOLVER_STATUS_ERROR: Final = _ResolverStatus.RESOLVER_STATUS_ERROR
    RESOLVER_MAX_QUERIES: Final = _MAX_QUERIES
    RESOLVER_INVALID_ID: Final = -1
    TYPE_NONE: Final = _Type.TYPE_NONE
    TYPE_IPV4: Final = _Type.TYPE_IPV4
    TYPE_IPV6: Final = _Type.TYPE_IPV6
    TYPE_ANY: Final = _Type.TYPE_ANY

    def __init__(self) -> None:
        super().__init__()
        self._queue: dict[int, _Query] = {}

    # At once -------------------------------------------------------------------------------------

    def resolve_hostname(self, host: str, ip_type: int = _Type.TYPE_ANY) -> str:
        """The first address of a name, or ""; waits for the system unless the name is known."""
        return next(iter(self.resolve_hostname_addresses(host, ip_type)), "")

    def resolve_hostname_addresses(
        self, host: str, ip_type: int = _Type.TYPE_ANY
    ) -> PackedStringArray:
        """All addresses of a name; waits for the system unless the name is known."""
        return PackedStringArray(_of_kind(resolve_now(host), ip_type))

    # In the background ---------------------------------------------------------------------------

    def resolve_hostname_queue_item(self, host: str, ip_type: int = _Type.TYPE_ANY) -> int:
        """Begins to look a name up, and goes on.

        Returns:
            An id to ask `get_resolve_item_status` with; `RESOLVER_INVALID_ID`, after a warning,
            when there are 256 already. `erase_resolve_item` makes room again.
        """
        for id_ in range(_MAX_QUERIES):
            if id_ not in self._queue:
                self._queue[id_] = _Query(host, ip_type)
                return id_
        warning("Out of resolver queries")
        return self.RESOLVER_INVALID_ID

    def get_resolve_item_status(self, id: int) -> _ResolverStatus:
        """How the look-up stands."""
        query = self._item(id)
        if query is None:
            if 0 <= id < _MAX_QUERIES:
                error(_UNUSED)
            return self.RESOLVER_STATUS_NONE
        return query.status()

    def get_resolve_item_address(self, id: int) -> str:
        """The first address that was found; "" while there is none."""
        return next(iter(self.get_resolve_item_addresses(id)), "")

    def get_resolve_item_addresses(self, id: int) -> list[str]:
        """The addresses that were found; none, after an error, while it is not done."""
        query = self._item(id)
        if query is not None and query.status() is self.RESOLVER_STATUS_DONE:
            return query.addresses()
        if 0 <= id < _MAX_QUERIES:
            error(f"Resolve of '{query.host if query else ''}' didn't complete yet.")
        return []

    def erase_resolve_item(self, id: int) -> None:
        """Forgets a look-up, done or not."""
        self._item(id)
        self._queue.pop(id, None)

    def _item(self, id: int) -> _Query | None:
        if not 0 <= id < _MAX_QUERIES:
            error(_BAD_ID.format(id))
        return self._queue.get(id)

    def clear_cache(self, hostname: str = "") -> None:
        """Forgets what is known of a name, or of all."""
        if hostname:
            _cache.pop(hostname, None)
        else:
            _cache.clear()

    # This machine --------------------------------------------------------------------------------

    def get_local_addresses(self) -> PackedStringArray:
        """The addresses of this machine."""
        found = [address for one in _network_interfaces.interfaces() for address in one.addresses]
        return PackedStringArray(found)

    def get_local_interfaces(self) -> list[dict[str, Any]]:
        """The network interfaces that have addresses: `name`, `friendly`, `index`, `addresses`."""
        return [
            {
                "name": one.name,
                "friendly": one.name,
                "index": str(one.index),
                "addresses": list(one.addresses),
            }
            for one in _network_interfaces.interfaces()
        ]


IP = _IP()
