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

from engine.core._reflection import is_engine_class
from engine.core._script_error import CallError, ScriptError
from engine.core.object import Object
from engine.gdscript._api import class_facts, is_gdscript_function, utility
from engine.gdscript._code import OF_ENGINE, OF_KNOWN_TYPES, OF_NULL_OBJECT
from engine.gdscript._script_errors import diagnose_with
from engine.gdscript._type_fitting import MisfitError
from engine.gdscript._value_names import builtin_name, described, engine_name, script_title

_GLOBAL = "@global:"
_RANGE = "@global:range"

_UNKNOWN: Final = object()
_FREED = re.compile(r"Invalid (access|assignment) (?:to|of) property or key '([^']*)'")
_MISSING = re.compile(r"(.*?)\(\) (missing|takes)\b")
_TAKES = re.compile(r"takes (?:from (\d+) to )?(\d+) positional arguments? but (\d+)")
_MISSES = re.compile(r"missing (\d+) required positional arguments?:")
_OPERANDS = re.compile(r"unsupported operand type\(s\) for (\S+?)=?: '(.*?)' and '(.*?)'")
_COMPARED = re.compile(r"'(\S+)' not supported between instances of '(.*?)' and '(.*?)'")
_NO_FUNCTION = re.compile(r"Invalid call\. Nonexistent function '(.*)' in base 'Nil'\.")
_NO_NUMBER = re.compile(r"takes numbers, argument (\d+) is of type (\w+)")
_UNARY = re.compile(r"bad operand type for (unary \S): '(.*?)'")
_SPELT = {"NoneType": "Nil", "str": "String", "list": "Array", "dict": "Dictionary"}
# What exceptions of the engine say first, where Godot says that and no more.
_SENTENCES = ("Attempted to free a locked object (calling or emitting).",)


def diagnose(exception: BaseException, traceback: TracebackType) -> str:
    """The message for what a compiled function caught."""
    if type(exception) is CallError and (target := _callable_above(traceback)) is not None:
        return f"Invalid type in function '{target} (Callable)'. {exception.problem}"
    if type(exception) is ScriptError or type(exception) is CallError:
        return _with_null_object(str(exception), traceback)
    at = _Place(traceback)
    if isinstance(exception, MisfitError):
        return _misfit(exception, at)
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
    if isinstance(exception, RuntimeError) and at.callable is not None:
        return _not_callable(at)
    return _in_utility(exception, at) or _plain(exception)


def _with_null_object(text: str, traceback: TracebackType) -> str:
    """A message of a helper, where the null that it names was to be an object."""
    if not text.endswith("'Nil'.") or _Place(traceback).mark != OF_NULL_OBJECT:
        return text
    return _of_null_object(text)


def _of_null_object(text: str) -> str:
    found = _NO_FUNCTION.match(text)
    if found is not None:
        name = found[1]
        return f"Attempt to call function '{name}' in base 'null instance' on a null instance."
    return text.replace("'Nil'.", "'null instance'.")


def _misfit(misfit: MisfitError, at: _Place) -> str:
    """The message for a value that did not fit: where it was returned, or was an argument."""
    if at.is_returned():
        return misfit.as_returned()
    callee, number = at.argument_of()
    if callee is None:
        return str(misfit)
    name = str(callee.argval)
    name = _RANGE if name == "@range" else name
    if name == "@abs":
        name = f"{_GLOBAL}abs{str(misfit.specification)[0]}"
    problem = misfit.as_argument(number)
    if name.startswith(_GLOBAL):
        return f"Invalid type in {_utility(name)}. {problem}"
    if callee.opname == "LOAD_METHOD":
        base = at.value_before(callee)
        where = "" if base is _UNKNOWN else f" in base '{described(base)}'"
        return f"Invalid type in function '{name}'{where}. {problem}"
    return str(misfit)


def _utility(name: str) -> str:
    """How messages name a global function."""
    name = name.removeprefix(_GLOBAL)
    kind = "GDScript utility function" if is_gdscript_function(name) else "utility function"
    return f'{kind} "{name}()"'


def _in_utility(exception: BaseException, at: _Place) -> str:
    """The message for what a global function raised; nothing for what came from elsewhere."""
    callee = at.callee()
    name = "" if callee is None else str(callee.argval)
    if not name.startswith(_GLOBAL):
        return ""
    text = str(exception).partition(", not ")[0].rstrip(".")
    found = _NO_NUMBER.search(text)
    if found is not None:
        given = _SPELT.get(found[2], found[2])
        problem = f"Cannot convert argument {found[1]} from {given} to float."
        return f"Invalid type in {_utility(name)}. {problem}"
    facts = utility(name.removeprefix(_GLOBAL))
    frame = at.engine_frame
    if facts is not None and frame is not None:
        code = frame.f_code
        values = [frame.f_locals.get(one) for one in code.co_varnames[: code.co_argcount]]
        for number, (value, wanted) in enumerate(zip(values, facts.arguments, strict=False), 1):
            for check in _type_checks:
                problem = check(value, wanted.type, number)
                if problem:
                    return f"Invalid type in {_utility(name)}. {problem}"
    return f"Error calling {_utility(name)}: {text}."


_type_checks: list[Callable[[Any, Any, int], str]] = []


def _plain(exception: BaseException) -> str:
    text = str(exception)
    for sentence in _SENTENCES:
        if text.startswith(sentence):
            return sentence
    return text or type(exception).__name__


def _attribute(exception: AttributeError, at: _Place) -> str:
    base, name = exception.obj, exception.name or str(at.instruction.argval)
    if not at.is_innermost:
        return _argument_problem(at) or _plain(exception)
    text = _access(base, name, at, described(base))
    return _of_null_object(text) if base is None and at.mark == OF_NULL_OBJECT else text


def _access(base: Any, name: str, at: _Place, base_name: str) -> str:
    """The message for a name that could not be read, called or assigned."""
    kind = at.kind
    if kind == "call":
        if at.mark == OF_ENGINE:
            what = "null value" if base is None else "previously freed instance"
            what = "previously freed instance" if base_name == "previously freed" else what
            return f"Cannot call method '{name}' on a {what}."
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
    if base is _UNKNOWN or index is _UNKNOWN or not (at.is_innermost or at.is_in_item_access):
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
    if at.mark == OF_KNOWN_TYPES:
        return f"Out of bounds get index '{index}' (on base: '{described(base)}')"
    return f"Invalid access of index '{index}' on a base object of type: '{described(base)}'."


def _type(exception: TypeError, at: _Place) -> str:
    text = str(exception)
    if at.callable is not None and (problem := _callable_problem(text, at)):
        return problem
    if not at.is_innermost and (problem := _argument_problem(at)):
        return problem
    found = _OPERANDS.match(text) or _COMPARED.match(text)
    if found is not None:
        sign, left, right = found[1], _SPELT.get(found[2], found[2]), _SPELT.get(found[3], found[3])
        return f"Invalid operands '{left}' and '{right}' in operator '{sign}'."
    found = _UNARY.match(text)
    if found is not None:
        name = found[1].replace(" ", "")
        return (
            f"Invalid operands '{_SPELT.get(found[2], found[2])}' and 'Nil' in operator '{name}'."
        )
    found = _MISSING.match(text)
    if found is not None:
        return _wrong_count(text, found[1], at)
    if "object is not callable" in text and at.kind == "call":
        name = at.called
        base = at.call_base()
        if name and base is not _UNKNOWN:
            return f"Invalid call. Nonexistent function '{name}' in base '{described(base)}'."
    if not at.is_innermost:
        return _argument_problem(at) or _in_utility(exception, at) or _plain(exception)
    return _plain(exception)


def _callable_problem(text: str, at: _Place) -> str:
    """The message for a Callable that was called with too few or too many arguments."""
    target = at.callable._resolve()
    if _MISSING.match(text) is None or target is None:
        return ""
    function = getattr(target, "__func__", target)
    code: CodeType | None = getattr(function, "__code__", None)
    if code is None:
        return ""
    implied = 1 if function is not target else 0
    optional = len(function.__defaults__ or ()) if _MISSES.search(text) is not None else 0
    expected = code.co_argcount - optional - implied
    return f"Invalid call to function '{at.callable} (Callable)'. Expected {expected} argument(s)."


def _not_callable(at: _Place) -> str:
    """The message for a Callable without a function."""
    if at.callable.is_null():
        return f"Attempt to call function '{at.callable} (Callable)' on a null instance."
    return f"Invalid call. Nonexistent function '{at.callable} (Callable)'."


def _wrong_count(text: str, qualified: str, at: _Place) -> str:
    """The message for a call with too few or too many arguments."""
    function = qualified.rpartition(".")[2]
    base = at.call_base()
    owner = type(base) if base is not _UNKNOWN and not isinstance(base, type) else base
    if owner is _UNKNOWN:
        owner = _class_with(qualified)
    expected = _expected(text, _defining(owner, function), function)
    where = "" if owner is _UNKNOWN else f" in base '{_instance_described(base, owner)}'"
    return f"Invalid call to function '{function}'{where}. Expected {expected} argument(s)."


def _instance_described(base: Any, owner: Any) -> str:
    if base is not _UNKNOWN:
        return described(base)
    name = engine_name(owner)
    return name if is_engine_class(owner) else f"{name} ({script_title(owner)})"


def _defining(cls: Any, function: str) -> Any:
    """The class that a function is in: that one, or one above it."""
    if cls is _UNKNOWN:
        return cls
    return next((base for base in cls.__mro__ if function in vars(base)), cls)


def _class_with(qualified: str) -> Any:
    """The class whose method has this qualified name."""
    function = qualified.rpartition(".")[2]
    classes: list[type[Any]] = [Object]
    found: Any = _UNKNOWN
    for cls in classes:
        member = vars(cls).get(function)
        if getattr(getattr(member, "__func__", member), "__qualname__", "") == qualified:
            found = cls
            break
        classes += cls.__subclasses__()
    return found if found is _UNKNOWN else _public(found)


def _public(cls: Any) -> Any:
    """A class that Godot has: parts of the engine's classes are not known by their own names."""
    classes = [cls]
    for one in classes if is_engine_class(cls) else ():
        if class_facts(engine_name(one)) is not None:
            return one
        classes += one.__subclasses__()
    return cls


def _expected(text: str, owner: Any, function: str) -> int:
    """How many arguments Godot says it expects: the least when too few were given."""
    too_few = _MISSES.search(text)
    if owner is not _UNKNOWN and is_engine_class(owner):
        facts = class_facts(engine_name(_public(owner)))
        method = facts.method(function) if facts is not None else None
        if method is not None:
            return len(method.arguments)
    member = getattr(owner, function, None)
    code: CodeType | None = getattr(member, "__code__", None)
    if code is None:
        return int(too_few[1]) if too_few is not None else 0
    implied = 1 if code.co_varnames[:1] == ("self",) else 0
    optional = len(getattr(member, "__defaults__", None) or ()) if too_few is not None else 0
    return code.co_argcount - optional - implied


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


def check_arguments_with(
    method: Callable[[Any, str, list[Any]], str], one: Callable[[Any, Any, int], str]
) -> None:
    """Has the arguments of functions of the engine's that failed looked at.

    Args:
        method: says what is wrong with those of a method.
        one: says what is wrong with a value for a type, as argument of that number.
    """
    _argument_checks[:] = [method]
    _type_checks[:] = [one]


class _Place:
    """The instruction that failed, in the compiled function."""

    def __init__(self, traceback: TracebackType) -> None:
        self.frame: FrameType = traceback.tb_frame
        self.callable = _callable_at_end(traceback)
        self.is_in_item_access = below_is(traceback, ("__getitem__", "__setitem__"))
        self.is_innermost = traceback.tb_next is None or _is_twin(traceback.tb_next)
        below = traceback.tb_next
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


def below_is(traceback: TracebackType, names: tuple[str, ...]) -> bool:
    """Whether the innermost function is one of these, called by the compiled code."""
    below = traceback.tb_next
    return below is not None and below.tb_next is None and below.tb_frame.f_code.co_name in names


def _callable_above(traceback: TracebackType) -> Any:
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
