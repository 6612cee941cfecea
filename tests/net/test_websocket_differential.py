"""The flat paths and wsproto held to each other: bytes of any kind, in pieces of any size.

FUZZ_EXAMPLES says how many examples each property is tried with, FUZZ_STREAMS how many streams
`fuzz_websocket` makes up.
"""

from __future__ import annotations

import os

import pytest
from fuzz_websocket import run
from hypothesis import given, settings
from hypothesis import strategies as st
from net_reference import agree, outcome
from net_wire import (
    BIN,
    CLOSE,
    CONT,
    PING,
    PONG,
    TEXT,
    close_body,
    frame,
)

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "60"))
STREAMS = int(os.environ.get("FUZZ_STREAMS", "1500"))

payloads = st.one_of(
    st.binary(max_size=20),
    st.text(max_size=20).map(str.encode),
    st.sampled_from([0, 124, 125, 126, 127, 600, 65535, 65536]).map(lambda n: b"a" * n),
)


@st.composite
def good_frames(draw: st.DrawFn, server: bool) -> bytes:
    """Messages whole and in fragments, with control frames between them."""
    out = b""
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(["whole", "whole", "whole", "parts", "control"]))
        if kind == "control":
            out += frame(
                draw(st.sampled_from([PING, PONG])), draw(st.binary(max_size=125)), masked=server
            )
        elif kind == "whole":
            payload = draw(payloads)
            text = draw(st.booleans())
            payload = payload.decode("utf-8", "replace").encode() if text else payload
            out += frame(TEXT if text else BIN, payload, masked=server)
        else:
            text = draw(st.text(max_size=60)).encode()
            at = sorted(draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=3)))
            bounds = [0, *at, len(text)]
            for i in range(len(bounds) - 1):
                out += frame(
                    (CONT if i else draw(st.sampled_from([TEXT, BIN]))),
                    text[bounds[i] : bounds[i + 1]],
                    fin=int(i == len(bounds) - 2),
                    masked=server,
                )
                if draw(st.booleans()):
                    out += frame(PING, b"between", masked=server)
    if draw(st.booleans()):
        code = draw(st.sampled_from([1000, 1001, 1011, 1013, 3000, 4999]))
        out += frame(CLOSE, close_body(code, draw(st.text(max_size=20)).encode()), masked=server)
    return out


@st.composite
def any_frames(draw: st.DrawFn, server: bool) -> bytes:
    """Frames of which some are wrong in any way."""
    out = b""
    for _ in range(draw(st.integers(1, 6))):
        odd = draw(st.integers(0, 3)) == 0
        opcode = draw(st.integers(0, 15) if odd else st.sampled_from([TEXT, BIN]))
        payload = draw(st.binary(max_size=30) if odd else st.text(max_size=20).map(str.encode))
        out += frame(
            opcode,
            payload,
            fin=draw(st.integers(0, 1)) if odd else 1,
            rsv=draw(st.sampled_from([0, 0, 0, 1, 2, 4])) if odd else 0,
            masked=draw(st.booleans()) if odd else server,
            width=draw(st.sampled_from([0, 0, 0, 16, 64])) if odd else 0,
        )
    return out


@st.composite
def chopped(draw: st.DrawFn, data: bytes) -> list[bytes]:
    at = sorted(draw(st.lists(st.integers(0, len(data)), max_size=12)))
    return [data[a:b] for a, b in zip([0, *at], [*at, len(data)], strict=True)]


def bytewise(data: bytes) -> list[bytes]:
    return [data[i : i + 1] for i in range(len(data))]


BOTH = pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
COMPRESSED = pytest.mark.parametrize("compressed", [False, True], ids=["plain", "compressed"])


@BOTH
@settings(deadline=None, max_examples=EXAMPLES)
@given(data=st.data())
def test_good_bytes(server: bool, data: st.DataObject) -> None:
    bytes_ = data.draw(good_frames(server))
    agree(outcome([bytes_], server), bytes_, server)
    agree(outcome(data.draw(chopped(bytes_)), server), bytes_, server)
    if len(bytes_) < 2000:
        agree(outcome(bytewise(bytes_), server), bytes_, server)


@BOTH
@COMPRESSED
@settings(deadline=None, max_examples=EXAMPLES)
@given(data=st.data())
def test_any_frames(server: bool, compressed: bool, data: st.DataObject) -> None:
    bytes_ = data.draw(any_frames(server))
    agree(outcome([bytes_], server, compressed), bytes_, server, compressed)
    agree(outcome(data.draw(chopped(bytes_)), server, compressed), bytes_, server, compressed)
    agree(outcome(bytewise(bytes_), server, compressed), bytes_, server, compressed)


@BOTH
@COMPRESSED
@settings(deadline=None, max_examples=EXAMPLES)
@given(bytes_=st.binary(max_size=200))
def test_any_bytes(server: bool, compressed: bool, bytes_: bytes) -> None:
    whole = outcome([bytes_], server, compressed)
    assert outcome(bytewise(bytes_), server, compressed) == whole
    thirds = [bytes_[i : i + 3] for i in range(0, len(bytes_), 3)]
    assert outcome(thirds, server, compressed) == whole
    agree(whole, bytes_, server, compressed)


def test_many_streams() -> None:
    """Good ones, changed ones and noise; see `fuzz_websocket`."""
    counts = run(STREAMS, seed=20240229)
    assert {"open", "1000", "1002", "1007", "-1"} <= set(counts)
