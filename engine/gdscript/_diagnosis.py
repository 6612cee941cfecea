"""Puts Python's own exceptions into Godot's words.

Compiled code reads attributes, calls methods and indexes lists as Python does it, because that is
fast. When one of these fails, `_failed_instruction` finds out what was tried, and with what.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import CodeType, TracebackType
from typing import Any

from engine.core._reflection import is_engine_class
from engine.core._script_error import CallError, ScriptError
from engine.core.object import Object
from engine.gdscript._api import class_facts, is_gdscript_function, utility
from engine.gdscript._code import OF_ENGINE, OF_KNOWN_TYPES, OF_NULL_OBJECT
from engine.gdscript._failed_instruction import UNKNOWN, Place, callable_above
from engine.gdscript._script_errors import diagnose_with
from engine.gdscript._type_fitting import MisfitError
from engine.gdscript._value_names import builtin_name, described, engine_name, script_title

_GLOBAL = "@global:"
_RANGE = "@global:range"

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
    if type(exception) is CallError and (target := callable_above(traceback)) is not None:
        return f"Invalid type in function '{target} (Callable)'. {exception.problem}"
    if isinstance(exception, ScriptError) and not isinstance(exception, MisfitError):
        return _with_null_object(str(exception), traceback)
    at = Place(traceback)
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
    if not text.endswith("'Nil'.") or Place(traceback).mark != OF_NULL_OBJECT:
        return text
    return _of_null_object(text)


def _of_null_object(text: str) -> str:
    found = _NO_FUNCTION.match(text)
    if found is not None:
        name = found[1]
        return f"Attempt to call function '{name}' in base 'null instance' on a null instance."
    return text.replace("'Nil'.", "'null instance'.")


def _misfit(misfit: MisfitError, at: Place) -> str:
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
        where = "" if base is UNKNOWN else f" in base '{described(base)}'"
        return f"Invalid type in function '{name}'{where}. {problem}"
    return str(misfit)


def _utility(name: str) -> str:
    """How messages name a global function."""
    name = name.removeprefix(_GLOBAL)
    kind = "GDScript utility function" if is_gdscript_function(name) else "utility function"
    return f'{kind} "{name}()"'


def _in_utility(exception: BaseException, at: Place) -> str:
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


def _attribute(exception: AttributeError, at: Place) -> str:
    base, name = exception.obj, exception.name or str(at.instruction.argval)
    if not at.is_innermost:
        return _argument_problem(at) or _plain(exception)
    text = _access(base, name, at, described(base))
    return _of_null_object(text) if base is None and at.mark == OF_NULL_OBJECT else text


def _access(base: Any, name: str, at: Place, base_name: str) -> str:
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
        given = "" if value is UNKNOWN else builtin_name(value)
        return (
            f"Invalid assignment of property or key '{name}' with value of type '{given}' on a "
            f"base object of type '{base_name}'."
        )
    return f"Invalid access to property or key '{name}' on a base object of type '{base_name}'."


def _freed(exception: ReferenceError, at: Place) -> str:
    found = _FREED.match(str(exception))
    if found is None:
        return _plain(exception)
    if not at.is_innermost:
        problem = _argument_problem(at)
        if problem:
            return problem
    return _access(None, found[2], at, "previously freed")


def _subscript(exception: Exception, at: Place) -> str:
    base, index = at.operands(2)
    if base is UNKNOWN or index is UNKNOWN or not (at.is_innermost or at.is_in_item_access):
        return _plain(exception)
    if at.instruction.opname == "STORE_SUBSCR":
        value = at.stored()
        given = "" if value is UNKNOWN else builtin_name(value)
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


def _type(exception: TypeError, at: Place) -> str:
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
        if name and base is not UNKNOWN:
            return f"Invalid call. Nonexistent function '{name}' in base '{described(base)}'."
    if not at.is_innermost:
        return _argument_problem(at) or _in_utility(exception, at) or _plain(exception)
    return _plain(exception)


def _callable_problem(text: str, at: Place) -> str:
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


def _not_callable(at: Place) -> str:
    """The message for a Callable without a function."""
    if at.callable.is_null() or str(at.callable).startswith("null::"):
        return f"Attempt to call function '{at.callable} (Callable)' on a null instance."
    return f"Invalid call. Nonexistent function '{at.callable} (Callable)'."


def _wrong_count(text: str, qualified: str, at: Place) -> str:
    """The message for a call with too few or too many arguments."""
    function = qualified.rpartition(".")[2]
    base = at.call_base()
    owner = type(base) if base is not UNKNOWN and not isinstance(base, type) else base
    if owner is UNKNOWN:
        owner = _class_with(qualified)
    expected = _expected(text, _defining(owner, function), function)
    where = "" if owner is UNKNOWN else f" in base '{_instance_described(base, owner)}'"
    return f"Invalid call to function '{function}'{where}. Expected {expected} argument(s)."


def _instance_described(base: Any, owner: Any) -> str:
    if base is not UNKNOWN:
        return described(base)
    name = engine_name(owner)
    return name if is_engine_class(owner) else f"{name} ({script_title(owner)})"


def _defining(cls: Any, function: str) -> Any:
    """The class that a function is in: that one, or one above it."""
    if cls is UNKNOWN:
        return cls
    return next((base for base in cls.__mro__ if function in vars(base)), cls)


def _class_with(qualified: str) -> Any:
    """The class whose method has this qualified name."""
    function = qualified.rpartition(".")[2]
    classes: list[type[Any]] = [Object]
    found: Any = UNKNOWN
    for cls in classes:
        member = vars(cls).get(function)
        if getattr(getattr(member, "__func__", member), "__qualname__", "") == qualified:
            found = cls
            break
        classes += cls.__subclasses__()
    return found if found is UNKNOWN else _public(found)


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
    if owner is not UNKNOWN and is_engine_class(owner):
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


def _argument_problem(at: Place) -> str:
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


diagnose_with(diagnose)
