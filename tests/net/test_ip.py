"""`IP`: names and addresses."""

from __future__ import annotations

import pytest
from net_wire import pause, until

from engine.net.ip import IP


@pytest.mark.parametrize(
    ("host", "first", "ipv4", "ipv6"),
    [
        ("127.0.0.1", "127.0.0.1", "127.0.0.1", ""),
        ("::1", "0:0:0:0:0:0:0:1", "", "0:0:0:0:0:0:0:1"),
        ("", "", "", ""),
        ("[::1]", "", "", ""),
        ("a b", "", "", ""),
        ("nonsense.invalid", "", "", ""),
    ],
)
def test_at_once(host: str, first: str, ipv4: str, ipv6: str) -> None:
    assert IP.resolve_hostname(host) == IP.resolve_hostname(host, IP.TYPE_NONE) == first
    assert IP.resolve_hostname(host, IP.TYPE_IPV4) == ipv4
    assert IP.resolve_hostname(host, IP.TYPE_IPV6) == ipv6
    assert list(IP.resolve_hostname_addresses(host)) == ([first] if first else [])


def test_a_name() -> None:
    assert IP.resolve_hostname("localhost", IP.TYPE_IPV4) == "127.0.0.1"
    IP.clear_cache("localhost")
    IP.clear_cache()


def test_the_queue(errors: list[str]) -> None:
    names = ["localhost", "127.0.0.1", "nonsense.invalid", ""]
    ids = [IP.resolve_hostname_queue_item(name) for name in names]
    until(lambda: all(IP.get_resolve_item_status(one) != 1 for one in ids))
    good, bad = IP.RESOLVER_STATUS_DONE, IP.RESOLVER_STATUS_ERROR
    assert [IP.get_resolve_item_status(one) for one in ids] == [good, good, bad, bad]
    assert "127.0.0.1" in IP.get_resolve_item_addresses(ids[0])
    assert IP.get_resolve_item_address(ids[1]) == "127.0.0.1"
    assert errors == []
    assert IP.get_resolve_item_address(ids[2]) == ""
    assert errors == ["Resolve of 'nonsense.invalid' didn't complete yet."]
    for one in ids:
        IP.erase_resolve_item(one)
        assert IP.get_resolve_item_status(one) == IP.RESOLVER_STATUS_NONE


def test_ids_that_are_none(errors: list[str]) -> None:
    for one in (-1, 256):
        assert IP.get_resolve_item_status(one) == IP.RESOLVER_STATUS_NONE
        assert IP.get_resolve_item_address(one) == ""
        IP.erase_resolve_item(one)
    assert all(text.startswith("Too many concurrent DNS resolver queries") for text in errors)


def test_the_queue_is_full(errors: list[str]) -> None:
    ids = [IP.resolve_hostname_queue_item("127.0.0.1") for _ in range(IP.RESOLVER_MAX_QUERIES)]
    assert ids == list(range(IP.RESOLVER_MAX_QUERIES))
    assert IP.resolve_hostname_queue_item("127.0.0.1") == IP.RESOLVER_INVALID_ID
    assert errors == ["Out of resolver queries"]
    for one in ids:
        IP.erase_resolve_item(one)
    pause(0)


def test_this_machine() -> None:
    addresses = list(IP.get_local_addresses())
    assert "127.0.0.1" in addresses
    found = IP.get_local_interfaces()
    assert [address for one in found for address in one["addresses"]] == addresses
    assert all(set(one) == {"name", "friendly", "index", "addresses"} for one in found)
