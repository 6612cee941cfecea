"""The order of frames that wait to be written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.net._websocket_outbox import Outbox


def test_messages_keep_their_order_and_are_joined() -> None:
    outbox = Outbox()
    assert not outbox
    assert outbox.next_bytes() == b""
    outbox.add_message(b"-one", 3)
    outbox.add_message(b"-two", 3)
    outbox.add_last(b"close")
    assert (outbox.count, outbox.size, bool(outbox)) == (2, 6, True)
    assert outbox.next_bytes() == b"-one-twoclose"
    outbox.written(6)
    assert (outbox.count, outbox.size) == (1, 3)
    assert bytes(outbox.next_bytes()) == b"wo"
    outbox.written(2)
    assert (outbox.count, outbox.size) == (0, 0)
    assert outbox.next_bytes() == b"close"
    outbox.written(5)
    assert not outbox


def test_pongs_overtake_messages_that_were_not_begun() -> None:
    outbox = Outbox()
    outbox.add_message(b"begun", 4)
    outbox.add_message(b"later", 4)
    outbox.written(2)
    outbox.add_urgent(b"p1")
    outbox.add_urgent(b"p2")
    assert outbox.urgent == 2
    assert bytes(outbox.next_bytes()) == b"gun"
    outbox.written(3)
    outbox.add_urgent(b"p3")
    assert outbox.next_bytes() == b"p1p2p3later"
    outbox.written(1)
    outbox.add_urgent(b"p4")
    assert bytes(outbox.next_bytes()) == b"1"
    outbox.written(1)
    assert outbox.next_bytes() == b"p2p3p4later"
    outbox.written(6)
    assert (outbox.urgent, outbox.count) == (0, 1)


def test_a_large_frame_goes_alone() -> None:
    outbox = Outbox()
    outbox.add_message(b"x" * 100000, 99990)
    outbox.add_message(b"y", 0)
    assert outbox.next_bytes() == b"x" * 100000
    outbox.written(100001)
    assert not outbox


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 40)), max_size=30), st.data())
def test_nothing_is_lost_however_it_is_written(
    items: list[tuple[bool, int]], data: st.DataObject
) -> None:
    outbox = Outbox()
    for i, (urgent, size) in enumerate(items):
        piece = bytes([i + 1]) * size
        if urgent:
            outbox.add_urgent(piece)
        else:
            outbox.add_message(piece, size)
    out = b""
    while outbox:
        chunk = bytes(outbox.next_bytes())
        count = data.draw(st.integers(1, len(chunk)))
        out += chunk[:count]
        outbox.written(count)
    ordered = [x for x in enumerate(items) if x[1][0]] + [
        x for x in enumerate(items) if not x[1][0]
    ]
    assert out == b"".join(bytes([i + 1]) * size for i, (_, size) in ordered)
    assert (outbox.count, outbox.size, outbox.urgent) == (0, 0, 0)
