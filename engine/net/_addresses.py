"""Addresses as Godot reads and writes them."""

from __future__ import annotations

import re
import socket
from typing import NamedTuple

from engine.core.output import error

_LABEL = re.compile(r"[^\s\[\]:/@%]{1,63}\Z")
_MAPPED = bytes(10) + b"\xff\xff"


class Address(NamedTuple):
    """A literal address, in the system's spelling."""

    host: str
    ipv6: bool

    @property
    def family(self) -> socket.AddressFamily:
        """The kind of socket that can reach it."""
        return socket.AF_INET6 if self.ipv6 else socket.AF_INET

    def target(self, port: int, dual: bool = False) -> tuple[str, int]:
        """What `connect` and `bind` take; with `dual` for a socket that speaks both versions."""
        return (f"::ffff:{self.host}" if dual and not self.ipv6 else self.host, port)


def parse_address(text: str) -> Address | None:
    """A literal IPv4 or IPv6 address, without brackets; None for a name.

    An IPv4 address that is written as an IPv6 one (`::ffff:127.0.0.1`) is an IPv4 address.
    """
    ipv6 = ":" in text
    try:
        packed = socket.inet_pton(socket.AF_INET6 if ipv6 else socket.AF_INET, text)
    except (OSError, ValueError):  # ValueError: a NUL or a lone surrogate in it
        return None
    if ipv6 and packed.startswith(_MAPPED):
        return Address(socket.inet_ntop(socket.AF_INET, packed[len(_MAPPED) :]), False)
    return Address(text, ipv6)


def read_address(text: str) -> Address | None:
    """A literal address that a script gave, or `*`; None, after an error, for anything else."""
    address = wildcard() if text == "*" else parse_address(text)
    if address is None:
        error(f"Invalid IPv{6 if ':' in text else 4} address: {text}")
    return address


def spell(host: str) -> str:
    """An address as Godot prints it: IPv6 in full without leading zeros, IPv4 never mapped."""
    if ":" not in host:
        return host
    packed = socket.inet_pton(socket.AF_INET6, host.partition("%")[0])
    if packed.startswith(_MAPPED):
        return socket.inet_ntop(socket.AF_INET, packed[len(_MAPPED) :])
    groups = (int.from_bytes(packed[i : i + 2], "big") for i in range(0, 16, 2))
    return ":".join(f"{group:x}" for group in groups)


def is_possible_name(host: str) -> bool:
    """Whether a look-up of `host` could succeed at all."""
    labels = host.removesuffix(".").split(".")
    if not all(_LABEL.match(label) for label in labels):
        return False
    # Numbers alone are an address in one of its shorter forms, or nothing.
    return not (labels[-1].isdigit() and len(labels) > 4)


def is_host(text: str) -> bool:
    """Whether it is an address, or may be a name."""
    return parse_address(text) is not None or is_possible_name(text)


def wildcard() -> Address:
    """What stands for any address here: IPv6, for sockets that speak both, where there is IPv6."""
    return Address("::", True) if socket.has_dualstack_ipv6() else Address("0.0.0.0", False)


def open_socket(address: Address, dual: bool = False) -> socket.socket:
    """A socket that does not block, for the kind of `address`; `dual`: for both kinds."""
    opened = socket.socket(address.family, socket.SOCK_STREAM)
    opened.setblocking(False)
    if address.ipv6:
        opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(not dual))
    return opened
