"""Puts Python's own exceptions into Godot's words.

Compiled code reads attributes, calls methods and indexes lists as Python does it, because that is
fast. When one of these fails, the instruction that was running says what was tried, and the
instructions before it what with: they are read backwards, and what can be computed again without
any effect (variables, constants, attributes, subscripts) is.
"""

from __future__ import annotations

import dis
import re
import sys
from collections.abc import Callable
from types import CodeType, FrameType, TracebackType
from typing import Any, Final

from engine.gdscript._script_errors import diagnose_with
from engine.gdscript._value_names import builtin_name, described

_UNKNOWN: Final = object()
_FREED = re.compile(r"Invalid (access|assignment) (?:to|of) property or key '([^']*)'")
_MISSING = re.compile(r"(.*?)\(\) (missing|takes)\b")
_TAKES = re.compile(r"takes (?:from (\d+) to )?(\d+) positional arguments? but (\d+)")
_MISSES = re.compile(r"missing (\d+) required positional arguments?:")
_OPERANDS = re.compile(r"unsupported operand type\(s\) for (\S+?)=?: '(.*?)' and '(.*?)'")
_COMPARED = re.compile(r"'(\S+)' not supported between instances of '(.*?)' and '(.*?)'")
_UNARY = re.compile(r"bad operand type for (unary \S): '(.*?)'")
_SPELT = {"NoneType": "Nil", "str": "String", "list": "Array", "dict": "Dictionary"}
# What exceptions of the engine say first, where Godot says that and no more.
_SENTENCES = ("Attempted to free a locked object (calling or emitting).",)


def diagnose(exception: BaseException, traceback: TracebackType) -> str:
    """The message for an exception that is no `ScriptError`."""
    at = _Place(traceback)
    if isinstance(exception, AttributeError):
        return _attribute(exception, at)
    if isinstance(exception, ReferenceError):
        return _freed(exception, at)
    if isinstance(exception, ZeroDivisionError):
        modulo = "modulo" in str(exception) and "division or" not in str(exception)
        what, sign = ("Modulo", "%") if modulo or at.operator == "%" else ("Division", "/")
        return f"{what} by zero error in operator '{sign}'."
    if isinstance(exception, (IndexError, KeyError)):
        return _subscript(exception, at)
    if isinstance(exception, TypeError):
        return _type(exception, at)
    return _plain(exception)


def _plain(exception: BaseException) -> str:
    text = str(exception)
    for sentence in _SENTENCES:
        if text.startswith(sentence):
            return sentence
    return text or type(exception).__name__


def _attribute(exception: AttributeError, at: _Place) -> str:
    base, name = exception.obj, exception.name or ""
    if not at.is_innermost:
        return _argument_problem(at) or _plain(exception)
    return _access(base, name, at, described(base))


def _access(base: Any, name: str, at: _Place, base_name: str) -> str:
    """The message for a name that could not be read, called or assigned."""
    kind = at.kind
    if kind == "call":
        return f"Invalid call. Nonexistent function '{name}' in base '{base_name}'."
    if kind == "set":
        value = at.stored()
        given = "" if value is _UNKNOWN else builtin_name(value)
        return (
            f"Invalid assignment of property or key '{name}' with value of type '{given}' on a "
            f"base object of type '{base_name}'."
        )
    return f"Invalid access to property or key '{name}' on a base object of type '{base_name}'."


def _freed(exception: ReferenceError, at: _Place) -> str:
    found = _FREED.match(str(exception))
    if found is None:
        return _plain(exception)
    if not at.is_innermost:
        problem = _argument_problem(at)
        if problem:
            return problem
    return _access(None, found[2], at, "previously freed")


def _subscript(exception: Exception, at: _Place) -> str:
    base, index = at.operands(2)
    if base is _UNKNOWN or index is _UNKNOWN or not at.is_innermost:
        return _plain(exception)
    if at.instruction.opname == "STORE_SUBSCR":
        value = at.stored()
        given = "" if value is _UNKNOWN else builtin_name(value)
        return (
            f"Invalid assignment of index '{index}' (on base: '{described(base)}') with value of "
            f"type '{given}'."
        )
    if isinstance(base, dict):
        return (
            f"Invalid access to property or key '{index}' on a base object of type "
            f"'{described(base)}'."
        )
    return f"Invalid access of index '{index}' on a base object of type: '{described(base)}'."


def _type(exception: TypeError, at: _Place) -> str:
    text = str(exception)
    found = _OPERANDS.match(text) or _COMPARED.match(text)
    if found is not None:
        sign, left, right = found[1], _SPELT.get(found[2], found[2]), _SPELT.get(found[3], found[3])
        return f"Invalid operands '{left}' and '{right}' in operator '{sign}'."
    found = _UNARY.match(text)
    if found is not None:
        name = found[1].replace(" ", "")
        return f"Invalid operands '{_SPELT.get(found[2], found[2])}' and 'Nil' in operator '{name}'."
    found = _MISSING.match(text)
    if found is not None:
        return _wrong_count(text, found[1], at)
    if "object is not callable" in text and at.kind == "call":
        name = at.called
        base = at.call_base()
        if name and base is not _UNKNOWN:
            return f"Invalid call. Nonexistent function '{name}' in base '{described(base)}'."
    if not at.is_innermost:
        return _argument_problem(at) or _plain(exception)
    return _plain(exception)


def _wrong_count(text: str, qualified: str, at: _Place) -> str:
    """The message for a call with too few or too many arguments."""
    function = qualified.rpartition(".")[2]
    base = at.call_base()
    expected = _expected(text, base, function)
    where = "" if base is _UNKNOWN else f" in base '{described(base)}'"
    return f"Invalid call to function '{function}'{where}. Expected {expected} argument(s)."


def _expected(text: str, base: Any, function: str) -> int:
    """How many arguments Godot says it expects: the least when too few were given."""
    found = _TAKES.search(text)
    offset = 1 if base is not _UNKNOWN and not isinstance(base, type) else 0
    if found is not None:
        return max(int(found[2]) - offset, 0)
    member = getattr(base, function, None)
    code: CodeType | None = getattr(getattr(member, "__func__", member), "__code__", None)
    if code is not None:
        defaults = getattr(member, "__defaults__", None) or ()
        bound = 1 if hasattr(member, "__func__") else 0
        return code.co_argcount - len(defaults) - bound
    missing = _MISSES.search(text)
    return int(missing[1]) if missing is not None else 0


def _argument_problem(at: _Place) -> str:
    """The message for an argument that a method of the engine cannot take."""
    frame = at.engine_frame
    if frame is None:
        return ""
    code = frame.f_code
    names = code.co_varnames[: code.co_argcount]
    if not names or names[0] != "self":
        return ""
    values = [frame.f_locals.get(name) for name in names]
    problem = _mismatch(values[0], code.co_name, values[1:])
    if not problem:
        return ""
    return f"Invalid type in function '{code.co_name}' in base '{described(values[0])}'. {problem}"


def _mismatch(base: Any, method: str, arguments: list[Any]) -> str:
    for check in _argument_checks:
        problem: str = check(base, method, arguments)
        if problem:
            return problem
    return ""


_argument_checks: list[Any] = []


def check_arguments_with(function: Callable[[Any, str, list[Any]], str]) -> None:
    """Has the arguments of a method of the engine's that failed looked at by a function."""
    _argument_checks[:] = [function]


class _Place:
    """The instruction that failed, in the compiled function."""

    def __init__(self, traceback: TracebackType) -> None:
        self.frame: FrameType = traceback.tb_frame
        self.is_innermost = traceback.tb_next is None or _is_twin(traceback.tb_next)
        below = traceback.tb_next
        self.engine_frame = None if below is None else below.tb_frame
        found = [i for i in dis.get_instructions(self.frame.f_code) if i.offset <= traceback.tb_lasti]
        self._before, self.instruction = found[:-1], found[-1]

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
            return _UNKNOWN
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
            return _UNKNOWN, -1
        instruction = self._before[position]
        name = instruction.opname
        if name.startswith(("LOAD_FAST", "LOAD_NAME", "LOAD_DEREF", "LOAD_GLOBAL", "LOAD_CONST")):
            return self._variable(instruction), position - 1
        if name == "STORE_FAST" and self._before[position - 1].opname in ("COPY", "DUP_TOP"):
            below = self._start(position - 2)
            return self.frame.f_locals.get(str(instruction.argval), _UNKNOWN), below - 1
        if name == "LOAD_ATTR":
            base, before = self._value(position - 1)
            return _read(base, str(instruction.argval)), before
        if name == "BINARY_SUBSCR":
            index, before = self._value(position - 1)
            base, before = self._value(before)
            return _item(base, index), before
        return _UNKNOWN, self._start(position) - 1

    def _variable(self, instruction: dis.Instruction) -> Any:
        if instruction.opname == "LOAD_CONST":
            return instruction.argval
        name = str(instruction.argval)
        if name in self.frame.f_locals:
            return self.frame.f_locals[name]
        return self.frame.f_globals.get(name, _UNKNOWN)


def _is_twin(traceback: TracebackType) -> bool:
    """Whether it is only the refusal of a freed object."""
    return traceback.tb_frame.f_globals.get("__name__") == "engine.core._freed"


def _read(base: Any, name: str) -> Any:
    """An attribute, read only where that runs no code."""
    if base is _UNKNOWN:
        return _UNKNOWN
    held = getattr(base, "__dict__", {})
    return held.get(name, _UNKNOWN) if isinstance(held, dict) else _UNKNOWN


def _item(base: Any, index: Any) -> Any:
    if base is _UNKNOWN or index is _UNKNOWN or not isinstance(base, (list, dict)):
        return _UNKNOWN
    try:
        return base[index]
    except (LookupError, TypeError):
        return _UNKNOWN


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

diagnose_with(diagnose)
