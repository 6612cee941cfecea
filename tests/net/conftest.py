"""Fixtures for sockets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from net_pairs import Pair

from engine.core import output


@pytest.fixture
def errors() -> Iterator[list[str]]:
    """The errors that are printed meanwhile."""
    texts: list[str] = []
    with output.handler(lambda message: texts.append(message.text)):
        yield texts


@pytest.fixture(params=[False, True], ids=["client", "server"])
def pair(request: pytest.FixtureRequest) -> Iterator[Pair]:
    made = Pair(request.param)
    yield made
    made.raw.shut()
