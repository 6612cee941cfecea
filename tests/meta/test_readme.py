"""What README.md says is so."""

from __future__ import annotations

import ast
import builtins
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import engine
from tests.meta.readme_example import README, blocks, write
from tests.meta.source import ROOT

TEXT = README.read_text(encoding="utf-8")
# Names in the examples of the table that stand for something of the reader's.
MADE_UP = {"WebSocketPeer", "hit", "log", "name", "node", "self", "speed", "state", "x"}


def run_python(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def section(title: str) -> str:
    """The text below a heading."""
    return TEXT.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def rows(title: str) -> list[list[str]]:
    """The cells of the first table of a section, without its head."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


# Examples -----------------------------------------------------------------------------------------


def test_the_first_example_prints_what_is_said(tmp_path: Path) -> None:
    write(tmp_path)
    done = run_python("-m", "engine", "--headless", "--fixed-fps", "60", "lamp.py", folder=tmp_path)
    assert done.stderr == ""
    assert done.stdout == (tmp_path / "expected.txt").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert "`python -m engine --headless --fixed-fps 60 lamp.py`" in TEXT


def test_the_example_of_a_test_passes(tmp_path: Path) -> None:
    example = next(block.text for block in blocks("python") if "expect_error" in block.text)
    (tmp_path / "test_example.py").write_text(example, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n", encoding="utf-8")
    done = run_python("-m", "pytest", "-p", "no:cacheprovider", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout


def test_every_block_of_python_is_python() -> None:
    for block in blocks("python"):
        ast.parse(block.text)


def code_of(cell: str) -> list[str]:
    """The code in a cell: each span, or what lines of it there are together."""
    return re.sub(r"`<br>`", "\n", cell).split("`")[1::2]


def python_cells() -> list[str]:
    found = []
    for row in rows("Coming from Godot"):
        found += [code for code in code_of(row[2]) if code not in ("self.", "async def")]
    return found


def whole(code: str) -> ast.Module:
    """The code as a module: a decorator or the head of a block gets something to be the head of."""
    if code.startswith("@"):
        code += "\ndef _() -> None:"
    if code.endswith(":"):
        code += "\n    pass"
    return ast.parse(code)


@pytest.mark.parametrize("code", python_cells())
def test_the_python_for_those_from_godot_is_python(code: str) -> None:
    tree = whole(code)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    known = MADE_UP | set(dir(builtins)) | set(dir(engine))
    assert used - known == set()


def test_print_prints_what_the_table_says(capsys: pytest.CaptureFixture[str]) -> None:
    code = next(code for code in python_cells() if code.startswith("print_"))
    exec(code, {"print_": engine.print_})
    assert capsys.readouterr().out == "x = [1, true, <null>]\n"


# Commands and options -----------------------------------------------------------------------------


def test_the_tests_are_run_as_ci_runs_them() -> None:
    demo, tests = (block.text.strip() for block in blocks("sh")[:2])
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert tests in ci
    assert shlex.split(demo)[:4] == shlex.split(tests)[:4]
    assert demo.split(" && ")[1] == ".venv/bin/pip install -q -e ."
    script = shlex.split(demo)[-1]
    assert (ROOT / script).is_file()


def test_the_command_knows_every_option() -> None:
    usage = run_python("-m", "engine", "--help", folder=ROOT)
    assert usage.returncode == 0
    known = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", usage.stdout))
    told = {code_of(row[0])[0].split()[0] for row in rows("Running")}
    assert len(told) == 11
    assert told <= known
    used = re.findall(r"(?<![\w-])--[a-z][\w-]*", "\n".join(line for line in TEXT.splitlines()))
    assert set(used) <= known


# Links and places ---------------------------------------------------------------------------------


def headings() -> set[str]:
    found = re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in found}


def places() -> set[str]:
    """Relative links, and what looks like a path of the project."""
    links = {link for link in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in link}
    tops = "bench|demos|docs|engine|tests"
    return links | set(re.findall(rf"(?<![\w./])(?:{tops})/[\w./-]*\w", TEXT))


@pytest.mark.parametrize("place", sorted(places()))
def test_what_is_pointed_at_is_there(place: str) -> None:
    if place.startswith("#"):
        assert place[1:] in headings()
    else:
        assert (ROOT / place).exists()


def test_the_layout_names_every_part_of_the_package() -> None:
    listed = set(re.findall(r"^(engine/\w+) ", section("Layout"), re.MULTILINE))
    there = {path.parent.relative_to(ROOT).as_posix() for path in ROOT.glob("engine/*/__init__.py")}
    assert listed == there


def test_every_demo_is_listed() -> None:
    listed = {code_of(row[0])[0] for row in rows("Demos")}
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "demos").iterdir()}
    assert {place for place in there if not place.endswith("__pycache__")} == listed
