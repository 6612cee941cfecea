"""Programs and small projects of our own, recorded with the real Godot, run the same here.

`language/NAME.gd` is the script of the root node of an otherwise empty project, `NAME.d` holds the
files laid over it; `small_projects/NAME` is a whole project. NAME.out, .err and .rc are what Godot
printed, said and gave: see `test_recorded` for how they are compared. Where a script has a
`class_name`, Godot was let look through the project first (`--import`).
"""

from __future__ import annotations

import difflib
import functools
import re
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.godot.run_project import Job, Outcome, run_jobs
from tests.godot.test_recorded import arguments, kinds, messages, stage

HERE = Path(__file__).parent
LANGUAGE = HERE / "language"
PROJECTS = HERE / "small_projects"
CASES = [
    *sorted(f"language/{path.stem}" for path in LANGUAGE.glob("*.gd")),
    *sorted(f"small_projects/{path.parent.name}" for path in PROJECTS.glob("*/project.godot")),
]
# Projects with classes that the engine has not got: it says so, in a warning for each.
LACKING = {"small_projects/lacking"}
# A table of small scripts, each with what Godot makes of it: see test_verdicts.
VERDICTS = "language/verdicts"
# So many of its wrong scripts may pass for right; no right one may be refused.
TOO_KIND = 1
# What is known to differ still, and in what. A case that comes to pass has to leave the list.
KNOWN = {
    "language/errors_assign": "a wrong value for `name` is said once, not twice",
    "language/errors_calls": "arguments of a wrong type: some errors are said otherwise",
    "language/text_forms": "`<Object#null>` inside arrays",
}
_PARSE_ERRORS = re.compile(
    r"^(SCRIPT ERROR: Parse Error: .*\n)(SCRIPT ERROR: Parse Error: .*\n)+", re.M
)


def job(case: str, place: Path) -> Job:
    """Lays a case out below a folder, ready to run."""
    kind, _, name = case.partition("/")
    folder = place / name
    if kind == "language":
        stage(name, folder, LANGUAGE)
        return Job(name, str(folder), arguments(name, LANGUAGE))
    shutil.copytree(PROJECTS / name, folder)
    return Job(name, str(folder), ["--fixed-fps", "60"])


@functools.cache
def outcomes() -> dict[str, Outcome]:
    """All cases, run."""
    with tempfile.TemporaryDirectory() as place:
        return run_jobs([job(case, Path(place)) for case in CASES])


def outcome(case: str) -> Outcome:
    """What came of a case."""
    return outcomes()[case.partition("/")[2]]


def recorded_file(case: str, end: str) -> str:
    """What was recorded; empty where nothing was."""
    path = HERE / f"{case}.{end}"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def differences(case: str, found: Outcome) -> str:
    """How a run differs from the recorded one; empty where it does not."""
    text = _difference(recorded_file(case, "out"), found.out)
    code = int(recorded_file(case, "rc") or 0)
    if found.code != code:
        text += f"exit code {found.code} instead of {code}\n{found.err[-2000:]}\n"
    expected, said = recorded_file(case, "err"), messages(found.err)
    if _kinds(case, expected) != _kinds(case, said):
        text += _difference(expected, said)
    return text


def _kinds(case: str, text: str) -> list[str]:
    """The kinds of messages; of several parse errors in a row the first one counts."""
    one = _PARSE_ERRORS.sub(r"\1", text)
    return [kind for kind in kinds(one) if kind != "WARNING" or case not in LACKING]


def _difference(expected: str, found: str) -> str:
    pair = expected.splitlines(True), found.splitlines(True)
    return "".join(difflib.unified_diff(*pair, "godot", "here", n=1))


def _marked(case: str) -> object:
    known = pytest.mark.xfail(reason=KNOWN.get(case, ""), strict=True)
    return pytest.param(case, marks=[known] if case in KNOWN else [])


@pytest.mark.parametrize("case", [_marked(case) for case in CASES if case != VERDICTS])
def test_runs_as_in_godot(case: str) -> None:
    found = differences(case, outcome(case))
    assert not found, found


def test_right_scripts_compile_and_wrong_ones_do_not() -> None:
    expected = recorded_file(VERDICTS, "out").splitlines()
    found = outcome(VERDICTS).out.splitlines()
    assert len(found) == len(expected), outcome(VERDICTS).err[-2000:]
    other = [line for line, here in zip(expected, found, strict=True) if line != here]
    assert not [line for line in other if line.startswith("0 ")]
    assert len(other) <= TOO_KIND, "\n".join(other)
