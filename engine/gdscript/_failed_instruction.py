"""The instruction of a compiled function that failed: what was tried, and with what.

The instructions before it are read backwards, and what can be computed again without any effect is:
variables, constants, attributes, items of arrays and dictionaries.
"""

from __future__ import annotations

import dis
import sys
from types import FrameType, TracebackType
from typing import Any, Final

UNKNOWN: Final = object()  # a value that cannot be told


class Place:
    """The instruction that failed, in the compiled function."""

    def __init__(self, traceback: TracebackType) -> None:
        self.frame: FrameType = traceback.tb_frame
        self.callable = _callable_at_end(traceback)
        self.is_in_item_access = _below_is(traceback, ("__getitem__", "__setitem__"))
        self.is_innermost = _below(traceback) is None or _is_twin(_below(traceback))
        below = _below(traceback)
        self.engine_frame = None if below is None else below.tb_frame
        found = list(dis.get_instructions(self.frame.f_code))
        at = sum(i.offset <= traceback.tb_lasti for i in found) - 1
        self._before, self.instruction, self._after = found[:at], found[at], found[at + 1 :]

    @property
    def mark(self) -> int:
        """What the compiler knew of the access."""
        places = list(self.frame.f_code.co_positions())
        at = self.instruction.offset // 2
        _, _, column, end = places[at] if at < len(places) else (None, None, None, None)
        return end - column if end is not None and column is not None else 0

    @property
    def kind(self) -> str:
        """What was tried: `get`, `set` or `call`."""
        name = self.instruction.opname
        if name.startswith("STORE"):
            return "set"
        return "call" if name in ("LOAD_METHOD", "CALL", "CALL_KW") or self._is_method() else "get"

    def _is_method(self) -> bool:
        instruction = self.instruction
        if instruction.opname != "LOAD_ATTR":
            return False
        return sys.version_info >= (3, 12) and bool((instruction.arg or 0) & 1)

    @property
    def operator(self) -> str:
        """The sign of a failed binary operator."""
        return str(self.instruction.argrepr)

    @property
    def called(self) -> str:
        """The name of the method whose call failed."""
        method = self._method()
        return str(method.argval) if method is not None else ""

    def is_returned(self) -> bool:
        """Whether what the instruction makes is the function's result."""
        following = [i for i in self._after if i.opname not in _SILENT]
        if following and following[0].opname == "JUMP_FORWARD":
            target = following[0].argval
            following = [i for i in following if i.offset >= target]
        return bool(following) and following[0].opname == "RETURN_VALUE"

    def callee(self) -> dis.Instruction | None:
        """The instruction that loads the function that was being called."""
        position = len(self._before) - 1
        for _ in range(self.instruction.arg or 0):
            position = self._start(position) - 1
        while position >= 0 and self._before[position].opname in _SILENT:
            position -= 1
        return self._before[position] if position >= 0 else None

    def argument_of(self) -> tuple[dis.Instruction | None, int]:
        """What loads the function for which the failed call makes an argument, and which one."""
        position = self._begin_of_call() - 1
        number = 1
        while position >= 0:
            instruction = self._before[position]
            if instruction.opname in _SILENT:
                position -= 1
                continue
            if instruction.opname == "LOAD_METHOD":
                return instruction, number
            if instruction.opname == "LOAD_GLOBAL" and (instruction.arg or 0) & 1:
                return instruction, number
            if instruction.opname.startswith(("STORE", "POP", "JUMP", "RETURN")):
                break
            position = self._start(position) - 1
            number += 1
        return None, 0

    def _begin_of_call(self) -> int:
        """Where the instructions of the call that failed begin."""
        callee = self.callee()
        return self._before.index(callee) if callee is not None else 0

    def value_before(self, instruction: dis.Instruction) -> Any:
        """The value on which an instruction works, where it can be told."""
        return self._value(self._before.index(instruction) - 1)[0]

    def operands(self, count: int) -> list[Any]:
        """The values that the instruction took, where they can be told."""
        position = len(self._before) - 1
        values = []
        for _ in range(count):
            value, position = self._value(position)
            values.append(value)
        return values[::-1]

    def stored(self) -> Any:
        """The value that was to be assigned: it lies below the others."""
        position = len(self._before) - 1
        below = 2 if self.instruction.opname == "STORE_SUBSCR" else 1
        for _ in range(below):
            _, position = self._value(position)
        return self._value(position)[0]

    def call_base(self) -> Any:
        """The object whose method was called, where it can be told."""
        if self.instruction.opname == "LOAD_METHOD":
            return self._value(len(self._before) - 1)[0]
        method = self._method()
        if method is None:
            return UNKNOWN
        return self._value(self._before.index(method) - 1)[0]

    def _method(self) -> dis.Instruction | None:
        """The instruction that looked up the method of a failed call."""
        position = len(self._before) - 1
        for _ in range(self.instruction.arg or 0):
            position = self._start(position) - 1
            if position < 0:
                return None
        if self._before and self._before[position].opname in ("PRECALL", "KW_NAMES"):
            position -= 1
        found = self._before[position] if position >= 0 else None
        return found if found is not None and found.opname in ("LOAD_METHOD", "LOAD_ATTR") else None

    def _start(self, position: int) -> int:
        """Where the instructions of the value that is made at a position begin."""
        needed = 1
        while position >= 0:
            instruction = self._before[position]
            needed -= _pushes(instruction)
            needed += _pops(instruction)
            if needed <= 0:
                return position
            position -= 1
        return -1

    def _value(self, position: int) -> tuple[Any, int]:
        """A value computed again, and the position before its instructions."""
        while position >= 0 and self._before[position].opname in _SILENT:
            position -= 1
        if position < 0:
            return UNKNOWN, -1
        instruction = self._before[position]
        name = instruction.opname
        if name.startswith(("LOAD_FAST", "LOAD_NAME", "LOAD_DEREF", "LOAD_GLOBAL", "LOAD_CONST")):
            return self._variable(instruction), position - 1
        if name == "STORE_FAST" and self._before[position - 1].opname in ("COPY", "DUP_TOP"):
            below = self._start(position - 2)
            return self.frame.f_locals.get(str(instruction.argval), UNKNOWN), below - 1
        if name == "LOAD_ATTR":
            base, before = self._value(position - 1)
            return _read(base, str(instruction.argval)), before
        if name == "BINARY_SUBSCR":
            index, before = self._value(position - 1)
            base, before = self._value(before)
            return _item(base, index), before
        return UNKNOWN, self._start(position) - 1

    def _variable(self, instruction: dis.Instruction) -> Any:
        if instruction.opname == "LOAD_CONST":
            return instruction.argval
        name = str(instruction.argval)
        if name in self.frame.f_locals:
            return self.frame.f_locals[name]
        return self.frame.f_globals.get(name, UNKNOWN)


def _below(traceback: TracebackType) -> TracebackType | None:
    """The function that the compiled code called, behind what only looks at its result."""
    below = traceback.tb_next
    typing = below is not None and below.tb_frame.f_globals.get("__name__") == _TYPING
    return below.tb_next if below is not None and typing else below


_TYPING = "engine.gdscript._accessors"


def _is_twin(traceback: TracebackType | None) -> bool:
    """Whether it is only the refusal of a freed object."""
    return (
        traceback is not None
        and traceback.tb_frame.f_globals.get("__name__") == "engine.core._freed"
    )


def _below_is(traceback: TracebackType, names: tuple[str, ...]) -> bool:
    """Whether the innermost function is one of these, called by the compiled code."""
    below = traceback.tb_next
    return below is not None and below.tb_next is None and below.tb_frame.f_code.co_name in names


def callable_above(traceback: TracebackType) -> Any:
    """The Callable by which the compiled code has called something."""
    below = traceback.tb_next
    if below is None or below.tb_frame.f_globals.get("__name__") != "engine.core.callable":
        return None
    return below.tb_frame.f_locals.get("self")


def _callable_at_end(traceback: TracebackType) -> Any:
    """The Callable whose call could not be made, if that is what went wrong."""
    last = traceback
    while last.tb_next is not None:
        last = last.tb_next
    frame = last.tb_frame
    if last is traceback or frame.f_globals.get("__name__") != "engine.core.callable":
        return None
    return frame.f_locals.get("self")


def _read(base: Any, name: str) -> Any:
    """An attribute, read only where that runs no code."""
    if base is UNKNOWN:
        return UNKNOWN
    held = getattr(base, "__dict__", {})
    return held.get(name, UNKNOWN) if isinstance(held, dict) else UNKNOWN


def _item(base: Any, index: Any) -> Any:
    if base is UNKNOWN or index is UNKNOWN or not isinstance(base, (list, dict)):
        return UNKNOWN
    try:
        return base[index]
    except (LookupError, TypeError):
        return UNKNOWN


_SILENT = frozenset(("CACHE", "RESUME", "NOP", "PRECALL", "EXTENDED_ARG", "KW_NAMES"))


def _pops(instruction: dis.Instruction) -> int:
    """How many values an instruction takes from the stack."""
    name, argument = instruction.opname, instruction.arg or 0
    if name in ("CALL", "CALL_FUNCTION"):
        return argument + 2
    if name in ("BUILD_LIST", "BUILD_TUPLE", "BUILD_STRING", "BUILD_SET"):
        return argument
    if name == "BUILD_MAP":
        return 2 * argument
    return _POPS.get(name, 0)


def _pushes(instruction: dis.Instruction) -> int:
    """How many values an instruction leaves on the stack."""
    name = instruction.opname
    if name in _SILENT or name.startswith(("STORE", "POP", "DELETE", "JUMP")):
        return 0
    if name == "LOAD_METHOD" or (name == "LOAD_GLOBAL" and (instruction.arg or 0) & 1):
        return 2
    return 2 if name == "COPY" else 1


_POPS = {
    "LOAD_ATTR": 1, "LOAD_METHOD": 1, "BINARY_SUBSCR": 2, "BINARY_OP": 2, "COMPARE_OP": 2,
    "IS_OP": 2, "CONTAINS_OP": 2, "UNARY_NOT": 1, "UNARY_NEGATIVE": 1, "UNARY_INVERT": 1,
    "STORE_FAST": 1, "STORE_ATTR": 2, "STORE_SUBSCR": 3, "COPY": 1, "POP_TOP": 1,
    "FORMAT_VALUE": 1, "GET_ITER": 1,
}  # fmt: skip
