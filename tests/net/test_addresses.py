"""Addresses as Godot reads and writes them."""

from __future__ import annotations

import socket

import pytest

from engine.net._addresses import Address, is_possible_name, parse_address, spell


@pytest.mark.parametrize(
    ("text", "ipv6"), [("127.0.0.1", False), ("0.0.0.0", False), ("::1", True), ("fe80::1", True)]
)
def test_literals(text: str, ipv6: bool) -> None:
    assert parse_address(text) == Address(text, ipv6)


@pytest.mark.parametrize("text", ["::ffff:127.0.0.1", "::FFFF:7f00:1", "0:0:0:0:0:ffff:7f00:0001"])
def test_an_ipv4_address_in_the_spelling_of_ipv6(text: str) -> None:
    assert parse_address(text) == Address("127.0.0.1", False)


@pytest.mark.parametrize(
    "text",
    *[
        [
            "localhost",
            "",
            "256.0.0.1",
            "1.2.3",
            "1.2.3.4.5",
            "::zz",
            "::1%lo",
            "[::1]",
            "*",
            "a\0b",
            "\ud800",
        ]
    ],
)
def test_names_are_none(text: str) -> None:
    assert parse_address(text) is None


@pytest.mark.parametrize(
    ("system", "godot"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "0:0:0:0:0:0:0:1"),
        ("fe80::ab:1%eth0", "fe80:0:0:0:0:0:ab:1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("::", "0:0:0:0:0:0:0:0"),
        ("", ""),
    ],
)
def test_spelling(system: str, godot: str) -> None:
    assert spell(system) == godot


def test_targets() -> None:
    four, six = Address("10.0.0.1", False), Address("::1", True)
    assert four.target(5) == ("10.0.0.1", 5)
    assert four.target(5, dual=True) == ("::ffff:10.0.0.1", 5)
    assert six.target(5, dual=True) == ("::1", 5)
    assert (four.family, six.family) == (socket.AF_INET, socket.AF_INET6)


@pytest.mark.parametrize(
    "name",
    ["localhost", "a.b.example", "example.com.", "127.1", "2130706433", "bücher.example", "a_b"],
)
def test_possible_names(name: str) -> None:
    assert is_possible_name(name)


@pytest.mark.parametrize(
    "name",
    ["", ".", "no..host", "256.1.1.1.1", "[::1]", "a b", "::1:", "x" * 64, "a/b", "a@b", "a\r\nb"],
)
def test_impossible_names(name: str) -> None:
    assert not is_possible_name(name)
