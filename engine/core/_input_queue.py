"""Events that wait for the start of the next frame.

Trees look here at each frame; as long as nothing waits, `engine.core.input` need not be loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent

waiting: list[InputEvent] = []
deliver: Callable[[], None] | None = None  # set by whoever puts events into the list
