"""What is built of the project holds what it should."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.meta.check_package import problems_of
from tests.meta.source import ROOT


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return folder


def test_the_packages_hold_what_they_should(dist: Path) -> None:
    assert problems_of(dist) == []


def test_what_is_amiss_is_told(dist: Path, tmp_path: Path) -> None:
    assert len(problems_of(tmp_path)) == 1
    for path in dist.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    wheel = next(tmp_path.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if "py.typed" not in name}
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, data in {**kept, "tests/__init__.py": b""}.items():
            archive.writestr(name, data)
    assert problems_of(tmp_path) == [
        "not in the wheel: engine/py.typed",
        "should not be in the wheel: tests/__init__.py",
        "the wheel does not say that it is typed",
    ]
