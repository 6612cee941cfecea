"""What must not be found in the project's files."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.meta.source import ENGINE, ROOT, modules, parsed, tracked_files

# Spelt in halves, or this file would be the first to be found.
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + r"ME|XX" + r"X)\b|NotImplemented" + "Error")
SLEEPS = re.compile(r"\btime\.sl" + r"eep\(|from time import .*\bsl" + "eep")
# They hold Godot's words.
RECORDED = {ROOT / "tests/godot/recorded", ENGINE / "gdscript/_api_data.jsonl"}
# They keep the pauses that real Godot was recorded with.
RECORDED_PEERS = ("tests/net/recorded/", "tests/net/weak/", "tests/net/programs/")
FOREIGN = {
    "a path of one machine": re.compile(r"(?<![\w.])/(wo" + r"rk/\w|ho" + r"me/\w|root/\.\w)"),
    "a registry's host": re.compile(
        r"pypi\.o" + r"rg|pythonhosted\.o" + r"rg|registry\.np" + r"mjs|index-u" + r"rl"
    ),
    "how the work was done": re.compile(
        r"(?<!user-)\bag" + r"ents?\b|(this|previous|last|next|earlier|another) ses" + r"sion\b"
        r"|ses" + r"sion log|work" + r" ?log|language mo" + r"del|as an a\.?i\.?\b|\bll" + r"ms?\b",
        re.IGNORECASE,
    ),
}


def texts() -> list[tuple[Path, str]]:
    """The files that are text, recordings aside, with what they say."""
    found = []
    for path in tracked_files():
        data = path.read_bytes()
        recorded = path in RECORDED or not RECORDED.isdisjoint(path.parents)
        if b"\0" not in data and not recorded:
            found.append((path.relative_to(ROOT), data.decode("utf-8")))
    return found


def lines_with(pattern: re.Pattern[str], below: str = "", suffix: str = "") -> list[str]:
    return [
        f"{path}:{number}: {line.strip()}"
        for path, text in texts()
        if path.as_posix().startswith(below) and path.name.endswith(suffix)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_nothing_is_left_unfinished() -> None:
    assert lines_with(UNFINISHED, "engine/") == []


@pytest.mark.parametrize("kind", FOREIGN)
def test_nothing_tells_of_where_it_was_made(kind: str) -> None:
    assert lines_with(FOREIGN[kind]) == []


def test_tests_do_not_sleep() -> None:
    found = lines_with(SLEEPS, "tests/", ".py")
    assert [line for line in found if not line.startswith(RECORDED_PEERS)] == []


def is_swallowing(handler: ast.ExceptHandler) -> bool:
    """Whether it catches everything and does nothing about it."""
    caught = "" if handler.type is None else ast.unparse(handler.type)
    idle = all(
        isinstance(node, ast.Pass | ast.Continue)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for node in handler.body
    )
    return idle and caught in ("", "Exception", "BaseException")


def test_no_exception_is_swallowed() -> None:
    found = [
        f"{module}:{node.lineno}"
        for module in modules()
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.ExceptHandler) and is_swallowing(node)
    ]
    assert found == []


def test_every_module_says_what_it_is() -> None:
    assert [module for module in modules() if not ast.get_docstring(parsed(module))] == []


def test_every_public_class_and_function_says_what_it_does() -> None:
    silent = [
        f"{module}.{node.name}"
        for module in modules()
        if not any(part.startswith("_") for part in module.split("."))
        for node in parsed(module).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_the_package_says_that_it_is_typed() -> None:
    assert (ENGINE / "py.typed").is_file()


def test_a_handler_that_swallows_is_told_from_one_that_does_not() -> None:
    source = "try: a\nexcept Exception: pass\nexcept ValueError: pass\nexcept: 0\n"
    handlers = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ExceptHandler)]
    assert [is_swallowing(handler) for handler in handlers] == [True, False, True]
    told = ast.parse("try: a\nexcept Exception as e: report(e)\n").body[0]
    assert isinstance(told, ast.Try)
    assert not is_swallowing(told.handlers[0])
