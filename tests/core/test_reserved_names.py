"""Scripts are told when they use a name of the engine's own."""

from __future__ import annotations

import pytest

from engine import Node, Timer


def test_a_method_of_the_engines_own_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Player cannot have '_rename': NodeNames uses this name"):

        class Player(Node):
            def _rename(self) -> None: ...


def test_an_attribute_of_the_engines_own_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Watch cannot have 'self\._left': Timer uses this name"):

        class Watch(Timer):
            def start_over(self) -> None:
                self._left = 3


def test_callbacks_and_other_names_are_taken() -> None:
    class Door(Node):
        def __init__(self) -> None:
            super().__init__()
            self._left = "hand"

        def _ready(self) -> None: ...

        def _process(self, delta: float) -> None: ...

        def _notification(self, what: int) -> None: ...

        def _get_property_list(self) -> list[dict[str, object]]:
            return []

        def _on_opened(self, other: Timer) -> None:
            other.wait_time = 1

    assert Door()._left == "hand"
