"""The members of Python classes that scripts extend, as far as can be told without an instance."""

from __future__ import annotations

import dis
from functools import cache
from types import FunctionType
from typing import Any


@cache
def own_members(cls: type[Any]) -> frozenset[str]:
    """What is in the class statement, and what its methods assign to `self`."""
    found = set(vars(cls))
    for value in vars(cls).values():
        function = getattr(value, "__wrapped__", value)
        if isinstance(function, FunctionType):
            found.update(_assigned(function))
    return frozenset(found)


def _assigned(function: FunctionType) -> list[str]:
    names = function.__code__.co_varnames[:1]
    found = []
    before = None
    for instruction in dis.get_instructions(function):
        if instruction.opname == "STORE_ATTR" and before is not None and before.argval in names:
            found.append(str(instruction.argval))
        if instruction.opname != "CACHE":
            before = instruction
    return found
