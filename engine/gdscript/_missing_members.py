from __future__ import annotations
from typing import Any

def fill(cls: type[Any], name: str) -> None:
    """x"""
