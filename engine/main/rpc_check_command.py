"""`python -m engine rpc-check SERVER.py CLIENT.gd`: whether two scripts fit together.

Methods that are called from elsewhere are known by their number in the sorted list of names. Two
scripts with other names at the two ends of a connection call the wrong methods, and all that is
said then is that a checksum failed. This says it before anyone runs, and which names they are.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from engine.main._rpc_facts import Remote, RemoteScriptError, Script, class_of_value, script_of

USAGE = """\
usage: python -m engine rpc-check SCRIPT SCRIPT

Compares the remote methods (@rpc) of two scripts that are to stand at the two ends of a connection:
files of Python or GDScript, FILE.py:CLASS for one of several classes. Ends with 1 when they differ.
"""


def main(arguments: Sequence[str]) -> int:
    """Runs the command; gives the exit code."""
    if len(arguments) != 2 or arguments[0].startswith("-"):
        print(USAGE, end="")
        return 0 if list(arguments) in (["-h"], ["--help"]) else 2
    try:
        scripts = [script_of(argument) for argument in arguments]
    except RemoteScriptError as problem:
        print(problem, file=sys.stderr)
        return 2
    lines = differences(*scripts)
    print("\n".join(lines or [f"They fit: {_count(scripts[0])}."]))
    return 1 if lines else 0


def differences(one: Script, other: Script) -> list[str]:
    """What is not the same in two scripts, in lines to be read."""
    lines = []
    for name in sorted({*one.methods, *other.methods}):
        here, there = one.methods.get(name), other.methods.get(name)
        if here is None or there is None:
            has, lacks = (one, other) if there is None else (other, one)
            lines.append(f"{has.methods[name].place}: {name}() is missing in {lacks.name}")
        else:
            lines += _unlike(here, there)
    if one.methods.keys() != other.methods.keys():
        lines += ["", *_list(one, other), "", *_list(other, one)]
    return lines


def _unlike(here: Remote, there: Remote) -> list[str]:
    found = [
        ("mode", here.mode, there.mode),
        ("call_local", here.call_local, there.call_local),
        ("transfer mode", here.transfer, there.transfer),
        ("channel", here.channel, there.channel),
        ("arguments", here.counts(), there.counts()),
    ]
    for mine, yours in zip(here.parameters, there.parameters, strict=False):
        if mine.type and yours.type and _family(mine.type) != _family(yours.type):
            found.append((f"type of {mine.name}", mine.type, yours.type))
    return [
        f"{here.place}: {here.name}() has {what} {_word(mine)}, but {_word(yours)} in {there.place}"
        for what, mine, yours in found
        if mine != yours
    ]


def _family(name: str) -> str:
    """What stands for all types that become one another without being asked."""
    outer = name.partition("[")[0]
    if outer in ("bool", "int", "float"):
        return "number"
    if outer in ("String", "StringName", "NodePath"):
        return "text"
    return outer if class_of_value(outer) is not None else "Object"


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _list(script: Script, other: Script) -> list[str]:
    """The numbered methods of a script; `+` marks those that the other one lacks."""
    lines = [f"{script.name}: {_count(script)}"]
    for number, (name, method) in enumerate(script.methods.items()):
        mark = " " if name in other.methods else "+"
        words = "".join(f" {word}" for word in method.settings())
        lines.append(f"{mark} {number:3} {name}({method.counts()}){words}   {method.place}")
    return lines


def _count(script: Script) -> str:
    count = len(script.methods)
    return f"{count} remote method{'s' * (count != 1)}"
