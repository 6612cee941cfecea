"""`python tests/meta/check_package.py DIST`: whether the built packages hold what they should.

The wheel is the package `engine` and nothing else. The source archive is enough to run the tests.
"""

from __future__ import annotations

import configparser
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
ENTRY_POINTS = {
    "console_scripts": {"scenetick": "engine.main.command_line:main"},
    "pytest11": {"scenetick": "engine.testing.plugin"},
}
SOURCE_FOLDERS = ("engine", "tests", "demos", "bench")
SOURCE_FILES = ("README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml")


def files_of(folder: str) -> set[str]:
    """The files that a folder of the project has to bring along."""
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    names = {path.relative_to(ROOT).as_posix() for path in found}
    return {name for name in names if not _is_left_over(PurePosixPath(name))}


def _is_left_over(path: PurePosixPath) -> bool:
    return "__pycache__" in path.parts or any(part.startswith(".") for part in path.parts)


def wheel_problems(wheel: Path) -> list[str]:
    """What is wrong with a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
        metadata = {name for name in names if name.split("/")[0].endswith(".dist-info")}
        entry_points = configparser.ConfigParser(delimiters=("=",))
        for name in metadata:
            if name.endswith("/entry_points.txt"):
                entry_points.read_string(archive.read(name).decode("utf-8"))
    wanted = files_of("engine")
    problems = [f"not in the wheel: {name}" for name in sorted(wanted - names)]
    others = sorted(names - wanted - metadata)
    problems += [f"should not be in the wheel: {name}" for name in others]
    if "engine/py.typed" not in names:
        problems.append("the wheel does not say that it is typed")
    if not any(name.endswith("/LICENSE") for name in metadata):
        problems.append("the wheel has no licence")
    found = {section: dict(entry_points[section]) for section in entry_points.sections()}
    if found != ENTRY_POINTS:
        problems.append(f"entry points of the wheel: {found}")
    return problems


def sdist_problems(sdist: Path) -> list[str]:
    """What is wrong with a source archive."""
    with tarfile.open(sdist) as archive:
        members = [member.name for member in archive.getmembers() if member.isfile()]
    names = {name.partition("/")[2] for name in members}
    wanted = set(SOURCE_FILES).union(*map(files_of, SOURCE_FOLDERS))
    problems = [f"not in the source archive: {name}" for name in sorted(wanted - names)]
    left_over = [name for name in sorted(names) if "__pycache__" in name or name.endswith(".pyc")]
    return problems + [f"should not be in the source archive: {name}" for name in left_over]


def problems_of(dist: Path) -> list[str]:
    """What is wrong with a folder that holds one wheel and one source archive."""
    wheels, sdists = sorted(dist.glob("*.whl")), sorted(dist.glob("*.tar.gz"))
    if len(wheels) != 1 or len(sdists) != 1:
        return [f"{dist}: {len(wheels)} wheels and {len(sdists)} source archives, not one each"]
    return wheel_problems(wheels[0]) + sdist_problems(sdists[0])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: check_package.py DIST")
    sys.exit("\n".join(problems_of(Path(sys.argv[1]))) or 0)
