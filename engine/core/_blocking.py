"""What has to be done before the process stands still for a while.

A script may sleep in the middle of a frame (`OS.delay_msec`). Lower and higher layers that have put
something off to the end of the frame register here, so that it does not wait that long.
"""

from __future__ import annotations

from collections.abc import Callable

_before: list[Callable[[], None]] = []


def before_blocking(action: Callable[[], None]) -> None:
    """Has something done each time just before the process stands still."""
    _before.append(action)


def about_to_block() -> None:
    """Does it all."""
    for action in _before:
        action()
