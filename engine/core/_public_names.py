"""What the root package offers, for the layers below it.

The root names everything and so would be above everything: who looks a public name up while the
program runs asks here, and loads no more than that name.
"""

from __future__ import annotations

import sys
from typing import Any


def has_public(name: str) -> bool:
    """Whether `engine` has that public name; nothing is loaded."""
    return sys.modules["engine"]._home_of(name) is not None


def public(name: str) -> Any:
    """What `engine` has under that name; None when there is nothing."""
    return getattr(sys.modules["engine"], name, None)


def resource_formats() -> list[Any]:
    """The formats of resource files; the modules that have them are loaded now."""
    return list(sys.modules["engine"]._resource_formats())


def version() -> str:
    """The engine's version."""
    return str(sys.modules["engine"].__version__)
