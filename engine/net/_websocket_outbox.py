"""Frames that wait to be written, in the order in which they go out.

Messages and the close frame keep their order. A ping or pong goes in front of the messages that
have not been begun, behind the one that has and behind earlier pings and pongs.
"""

from __future__ import annotations

from collections import deque

_BATCH = 0x10000
"""Frames are joined for one write up to about so many bytes."""

_CONTROL = -1


class Outbox:
    """A queue of frames, with a mark how far the first has been written.

    Attributes:
        length: bytes of all that is not written yet.
        count: messages that are not wholly written.
        size: bytes of payload of those.
        urgent: pings and pongs that are not wholly written.
    """

    __slots__ = ("_begun", "_frames", "count", "length", "size", "urgent")

    def __init__(self) -> None:
        self._frames: deque[tuple[bytes, int]] = deque()
        self._begun = 0
        self.length = 0
        self.count = 0
        self.size = 0
        self.urgent = 0

    def __bool__(self) -> bool:
        return self.length > 0

    def add_message(self, frame: bytes, size: int) -> None:
        """Queues a message whose payload has `size` bytes."""
        self._frames.append((frame, size))
        self.length += len(frame)
        self.count += 1
        self.size += size

    def add_last(self, frame: bytes) -> None:
        """Queues a frame behind everything else."""
        self._frames.append((frame, _CONTROL))
        self.length += len(frame)

    def add_urgent(self, frame: bytes) -> None:
        """Queues a ping or pong."""
        place = self.urgent
        if self._begun and self._frames[0][1] != _CONTROL:
            place += 1
        self._frames.insert(place, (frame, _CONTROL))
        self.length += len(frame)
        self.urgent += 1

    def next_bytes(self) -> bytes | memoryview:
        """What to write next: the rest of one frame, or several small ones; empty when done."""
        frames = self._frames
        if not frames:
            return b""
        first = frames[0][0]
        if self._begun:
            return memoryview(first)[self._begun :]
        if len(frames) == 1 or len(first) >= _BATCH:
            return first
        if self.length <= _BATCH:
            return b"".join([frame for frame, _ in frames])
        batch, size = [], 0
        for frame, _ in frames:
            batch.append(frame)
            size += len(frame)
            if size >= _BATCH:
                break
        return b"".join(batch)

    def written(self, count: int) -> None:
        """Takes out what has been written: the next `count` bytes."""
        if count == self.length:
            self.clear()
            return
        self.length -= count
        count += self._begun
        frames = self._frames
        while frames and count >= len(frames[0][0]):
            frame, size = frames.popleft()
            count -= len(frame)
            if size != _CONTROL:
                self.count -= 1
                self.size -= size
            elif self.urgent:
                self.urgent -= 1
        self._begun = count

    def clear(self) -> None:
        """Forgets everything."""
        self._frames.clear()
        self._begun = self.length = self.count = self.size = self.urgent = 0
