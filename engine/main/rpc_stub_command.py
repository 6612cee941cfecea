"""`python -m engine rpc-stub SCRIPT`: the remote methods of a script, for the other end.

What is in Python becomes GDScript, and the other way round: every method under the same `@rpc`,
with its arguments and nothing inside.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from engine.core._public_names import has_public
from engine.core._reflection import engine_class
from engine.core.variant_text import var_to_str
from engine.main._rpc_facts import (
    NO_DEFAULT,
    Parameter,
    Remote,
    RemoteScriptError,
    Script,
    class_of_value,
    script_of,
)

USAGE = """\
usage: python -m engine rpc-stub SCRIPT [-o FILE]

Writes a script with the same remote methods (@rpc) for the other end of a connection: in GDScript
for a file of Python, in Python for a file of GDScript. FILE.py:CLASS is one of several classes.
"""
_PYTHONS = {
    "bool": "bool",
    "int": "int",
    "float": "float",
    "String": "str",
    "StringName": "str",
    "Array": "list",
    "Dictionary": "dict",
    "": "Any",
    "Variant": "Any",
}


def main(arguments: Sequence[str]) -> int:
    """Runs the command; gives the exit code."""
    words = list(arguments)
    target = ""
    if "-o" in words[:-1]:
        at = words.index("-o")
        target = words[at + 1]
        del words[at : at + 2]
    if len(words) != 1 or words[0].startswith("-"):
        print(USAGE, end="")
        return 0 if words in (["-h"], ["--help"]) else 2
    try:
        script = script_of(words[0])
    except RemoteScriptError as problem:
        print(problem, file=sys.stderr)
        return 2
    in_python = target.endswith(".py") if target else ".gd" in words[0]
    text = python_stub(script) if in_python else gdscript_stub(script)
    if target:
        Path(target).write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    return 0


def _settings(method: Remote) -> str:
    return ", ".join(
        f'"{word}"' if isinstance(word, str) else str(word) for word in method.settings()
    )


# GDScript ----------------------------------------------------------------------------------------


def gdscript_stub(script: Script) -> str:
    """A script in GDScript with the same remote methods."""
    lines = [
        f"extends {engine_class(script.cls)._class_name}",
        f"# The other end of {script.name}: both have to have the same methods under @rpc.",
    ]
    for method in script.methods.values():
        settings = _settings(method)
        arguments = [_gdscript_parameter(one) for one in method.parameters]
        arguments += ["...more"] * method.variadic
        lines += ["", "", f"@rpc({settings})" if settings else "@rpc"]
        lines += [f"func {method.name}({', '.join(arguments)}) -> void:", "\tpass"]
    return "\n".join(lines) + "\n"


def _gdscript_parameter(parameter: Parameter) -> str:
    text = parameter.name + (f": {parameter.type}" if parameter.type else "")
    if parameter.default is NO_DEFAULT:
        return text
    return f"{text} = {_gdscript_value(parameter)}"


def _gdscript_value(parameter: Parameter) -> str:
    if parameter.default is not None or parameter.type == "":
        return var_to_str(parameter.default).replace("\n", " ")
    empty = {"int": "0", "float": "0.0", "bool": "false", "String": '""', "StringName": '&""'}
    kind = parameter.type.partition("[")[0]
    if kind in ("Array", "Dictionary"):
        return "[]" if kind == "Array" else "{}"
    known = empty.get(kind)
    if known is not None:
        return known
    return f"{kind}()" if class_of_value(kind) is not None else "null"


# Python ------------------------------------------------------------------------------------------


def python_stub(script: Script) -> str:
    """A script in Python with the same remote methods."""
    base = str(engine_class(script.cls)._class_name)
    needed = {base, "rpc"}
    body = []
    for method in script.methods.values():
        arguments = ["self", *(_python_parameter(one, needed) for one in method.parameters)]
        arguments += ["*more: Any"] * method.variadic
        settings = _settings(method)
        body += ["", f"    @rpc({settings})" if settings else "    @rpc"]
        body += [f"    def {method.name}({', '.join(arguments)}) -> None:", "        pass"]
    name = "".join(part.capitalize() for part in Path(script.name).stem.split("_"))
    head = [
        f'"""The other end of {script.name}: both have to have the same methods under @rpc."""',
        "",
        "from __future__ import annotations",
        "",
    ]
    if any(": Any" in line for line in body):
        head += ["from typing import Any", ""]
    head += [f"from engine import {', '.join(sorted(needed))}", "", "", f"class {name}({base}):"]
    return "\n".join([*head, *(body[1:] or ["    pass"])]) + "\n"


def _python_parameter(parameter: Parameter, needed: set[str]) -> str:
    text = f"{parameter.name}: {_python_type(parameter.type, needed)}"
    if parameter.default is NO_DEFAULT:
        return text
    return f"{text} = {_python_value(parameter)}"


def _python_type(name: str, needed: set[str]) -> str:
    outer, _, inner = name.partition("[")
    if inner:
        parts = [_python_type(part, needed) for part in inner.removesuffix("]").split(", ")]
        return f"{_python_type(outer, needed)}[{', '.join(parts)}]"
    known = _PYTHONS.get(name)
    if known is not None:
        return known
    if not has_public(name):
        return "Any"
    needed.add(name)
    return name


def _python_value(parameter: Parameter) -> str:
    value, kind = parameter.default, parameter.type.partition("[")[0]
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if type(value) in (bool, int, float):
        return repr(value)
    if kind in ("Array", "Dictionary"):
        return "[]" if kind == "Array" else "{}"
    return f"{_PYTHONS.get(kind, kind)}()" if class_of_value(kind) is not None else "None"
