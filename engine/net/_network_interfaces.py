"""This machine's network interfaces, and their addresses.

Python knows the names of the interfaces, but not what addresses they have; the C library does.
Where it cannot be asked, there is one interface with the addresses that the host's name has.
"""

from __future__ import annotations

import ctypes
import socket
import sys
from dataclasses import dataclass, field

from engine.net._addresses import spell


@dataclass(slots=True)
class NetworkInterface:
    """One interface.

    Attributes:
        name: its name.
        index: its number; 0 when that is not known.
        addresses: its addresses, as Godot spells them.
    """

    name: str
    index: int
    addresses: list[str] = field(default_factory=list)


class _SocketAddress(ctypes.Structure):
    """The beginning of an address: BSD has its length in front of the family."""

    _fields_ = (
        [("sa_len", ctypes.c_uint8), ("family", ctypes.c_uint8)]
        if sys.platform == "darwin" or "bsd" in sys.platform
        else [("family", ctypes.c_uint16)]
    )


class _Entry(ctypes.Structure):
    """What `getifaddrs` gives, as far as it is of interest."""


_Entry._fields_ = [
    ("next", ctypes.POINTER(_Entry)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.POINTER(_SocketAddress)),
]


def interfaces() -> list[NetworkInterface]:
    """The interfaces that have addresses, those of other machines' networks first."""
    found = _from_c_library() if sys.platform != "win32" else []
    return sorted(found, key=lambda one: one.name.startswith("lo")) or _from_host_name()


def _from_c_library() -> list[NetworkInterface]:
    try:
        library = ctypes.CDLL(None, use_errno=True)
        ask, give_back = library.getifaddrs, library.freeifaddrs
    except (OSError, AttributeError):
        return []
    first = ctypes.POINTER(_Entry)()
    if ask(ctypes.byref(first)) != 0:
        return []
    found: dict[str, NetworkInterface] = {}
    try:
        entry = first
        while entry:
            name = (entry.contents.name or b"").decode("utf-8", "replace")
            if address := _address_of(entry.contents.address):
                one = found.setdefault(name, NetworkInterface(name, _index_of(name)))
                one.addresses.append(address)
            entry = entry.contents.next
    finally:
        give_back(first)
    return list(found.values())


def _address_of(pointer: ctypes._Pointer[_SocketAddress]) -> str:
    """The address behind a pointer; "" for one of another kind."""
    if not pointer:
        return ""
    family = pointer.contents.family
    start = ctypes.cast(pointer, ctypes.c_void_p).value or 0
    if family == socket.AF_INET:
        return socket.inet_ntop(socket.AF_INET, ctypes.string_at(start + 4, 4))
    if family == socket.AF_INET6:
        return spell(socket.inet_ntop(socket.AF_INET6, ctypes.string_at(start + 8, 16)))
    return ""


def _index_of(name: str) -> int:
    try:
        return socket.if_nametoindex(name)
    except OSError:
        return 0


def _from_host_name() -> list[NetworkInterface]:
    try:
        answers = socket.getaddrinfo(socket.gethostname(), None)
    except OSError:
        return []
    unique = dict.fromkeys(str(info[4][0]) for info in answers)
    return [NetworkInterface("", 0, [spell(host) for host in unique])]
