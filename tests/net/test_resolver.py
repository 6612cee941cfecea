"""Names are looked up beside the loop."""

from __future__ import annotations

from net_wire import until

from engine.net._resolver import look_up


def test_localhost_is_found() -> None:
    lookup = look_up("localhost")
    until(lambda: lookup.done)
    hosts = [address.host for address in lookup.addresses]
    assert "127.0.0.1" in hosts
    assert len(hosts) == len(set(hosts))
    assert all(address.ipv6 == (":" in address.host) for address in lookup.addresses)


def test_a_short_form_of_an_address_is_a_name_to_look_up() -> None:
    lookup = look_up("127.1")
    until(lambda: lookup.done)
    assert [address.host for address in lookup.addresses] == ["127.0.0.1"]


def test_what_cannot_be_found_is_empty() -> None:
    for name in ("no..host", "x" * 300, "\udc80"):
        lookup = look_up(name)
        until(lambda lookup=lookup: lookup.done)  # type: ignore[misc]
        assert lookup.addresses == []


def test_an_answer_is_not_kept() -> None:
    first = look_up("localhost")
    until(lambda: first.done)
    assert look_up("localhost") is not first
