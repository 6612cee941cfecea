"""Many random WebSocket streams, each read by a session in three ways and by plain wsproto.

    python tests/net/fuzz_websocket.py --streams 1000000 --seed 1

A stream is made of good frames, of good frames with some bytes changed, or of noise; for a server
or a client, with and without compression. The session reads it whole, byte by byte and in random
pieces, and has to come to the same messages, pongs and ending each time, and to wsproto's. It never
raises. A stream that fails is printed with its number and its bytes; the same seed finds it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import zlib
from pathlib import Path

if __name__ == "__main__":  # pytest puts both there by itself
    sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[2])]

from net_reference import Outcome, agree, outcome
from net_wire import BIN, CLOSE, CONT, PING, PONG, TEXT, close_body, frame

_CODES = [
    0,
    999,
    1000,
    1001,
    1003,
    1004,
    1005,
    1006,
    1011,
    1013,
    1014,
    1016,
    2999,
    3000,
    4999,
    5000,
]
_WORDS = ["", "a", "äöü", "hello", "\U0001f600", "κόσμε", "\ufffd"]
_LONG_WORDS = ["x" * 130, "hello " * 30, "ä" * 70]


class Maker:
    """Makes the streams of one seed.

    Args:
        seed: of all that is random.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.server = False
        self.compressed = False
        self._stream = zlib.compressobj(wbits=-15)

    def stream(self) -> bytes:
        """The next stream; `server` and `compressed` say for whom."""
        rng = self.random
        self.server, self.compressed = rng.random() < 0.5, rng.random() < 0.5
        self._stream = zlib.compressobj(rng.choice((0, 1, 6)), zlib.DEFLATED, -rng.randint(9, 15))
        kind = rng.random()
        if kind < 0.05:
            return rng.randbytes(rng.randrange(60))
        data = b"".join(self._message() for _ in range(rng.randint(1, 4)))
        if rng.random() < 0.2:
            data += self._frame(CLOSE, self._close())
        if kind < 0.6:
            return data
        return self._changed(data)

    def _message(self) -> bytes:
        rng = self.random
        kind = rng.random()
        if kind < 0.1:
            return self._frame(rng.choice((PING, PONG)), rng.randbytes(rng.randrange(12)))
        text = rng.random() < 0.5
        size = 4096 + rng.randrange(200) if rng.random() < 0.002 else rng.choice((0, 3, 40, 140))
        payload = rng.choice(_WORDS).encode() if text else rng.randbytes(size)
        rsv = 0
        if self.compressed and rng.random() < 0.7:
            payload, rsv = self._deflated(payload), 4
        opcode = TEXT if text else BIN
        if kind < 0.5:
            return self._frame(opcode, payload, rsv=rsv)
        out, count = b"", rng.randint(2, 4)
        at = sorted(rng.randint(0, len(payload)) for _ in range(count - 1))
        for i, (a, b) in enumerate(zip([0, *at], [*at, len(payload)], strict=True)):
            first = i == 0
            out += self._frame(
                opcode if first else CONT,
                payload[a:b],
                fin=int(i == count - 1),
                rsv=rsv if first else 0,
            )
            if rng.random() < 0.2:
                out += self._frame(rng.choice((PING, PONG)), b"between")
        return out

    def _deflated(self, payload: bytes) -> bytes:
        flush = self.random.choice((zlib.Z_SYNC_FLUSH, zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH))
        return (self._stream.compress(payload) + self._stream.flush(flush))[:-4] or b"\x00"

    def _frame(self, opcode: int, payload: bytes, *, fin: int = 1, rsv: int = 0) -> bytes:
        return frame(opcode, payload, fin=fin, rsv=rsv, masked=self.server)

    def _close(self) -> bytes:
        rng = self.random
        body = close_body(rng.choice(_CODES), rng.choice(_WORDS).encode())
        return body[: rng.choice((0, 1, 2, len(body)))]

    def _changed(self, data: bytes) -> bytes:
        rng = self.random
        changed = bytearray(data)
        for _ in range(rng.randint(1, 3)):
            at = rng.randrange(len(changed)) if changed else 0
            kind = rng.random()
            if kind < 0.6 and changed:
                changed[at] ^= 1 << rng.randrange(8)
            elif kind < 0.75:
                changed.insert(at, rng.randrange(256))
            elif kind < 0.9:
                del changed[at : at + rng.randint(1, 3)]
            else:
                del changed[at:]
        return bytes(changed)

    def pieces(self, data: bytes) -> list[bytes]:
        """The bytes cut at random."""
        rng = self.random
        at = sorted(rng.randint(0, len(data)) for _ in range(rng.randrange(8)))
        return [data[a:b] for a, b in zip([0, *at], [*at, len(data)], strict=True)]


def run(streams: int, seed: int) -> dict[str, int]:
    """Tries so many streams; counts how they ended."""
    maker = Maker(seed)
    counts: dict[str, int] = {}
    for number in range(streams):
        data = maker.stream()
        server, compressed = maker.server, maker.compressed
        pieces = maker.pieces(data)
        try:
            found = _try(data, pieces, server, compressed)
        except Exception as exception:
            note = f"stream {number} of seed {seed}, {server=}, {compressed=}: {data!r}"
            exception.add_note(note)
            raise
        ending = "open" if found[2] is None else str(found[2][0])
        counts[ending] = counts.get(ending, 0) + 1
    return counts


def _try(data: bytes, pieces: list[bytes], server: bool, compressed: bool) -> Outcome:
    whole = outcome([data], server, compressed)
    bytewise = outcome([data[i : i + 1] for i in range(len(data))], server, compressed)
    assert bytewise == whole, "it matters that it comes byte by byte"
    assert outcome(pieces, server, compressed) == whole, f"it matters how it is cut: {pieces}"
    agree(whole, data, server, compressed)
    return whole


def main() -> None:
    """Runs as many as the command line says, and reports."""
    parser = argparse.ArgumentParser(description="Fuzzes WebSocket sessions.")
    parser.add_argument("--streams", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begun = time.process_time()
    counts = run(options.streams, options.seed)
    seconds = time.process_time() - begun
    endings = ", ".join(f"{name}: {count}" for name, count in sorted(counts.items()))
    print(f"{options.streams} streams in {seconds:.0f} s of CPU time; endings: {endings}")


if __name__ == "__main__":
    main()
