"""The recordings that come with the project, and which others come before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.godot import recorded
from tests.godot.recorded import PLACES, VENDORED, data_folder, whole_set
from tests.godot.vendor_recorded import KINDS, originals, recordings, vendor


@pytest.mark.parametrize("kind", KINDS)
def test_the_copy_is_whole_and_true(kind: str) -> None:
    if not (whole_set() / PLACES.get(kind, kind)).is_dir():
        pytest.skip("there is no set of recordings beside the project")
    ours, theirs = recordings(VENDORED / kind), originals(whole_set(), kind)
    assert sorted(ours) == sorted(theirs)
    assert [n for n in ours if ours[n].read_bytes() != theirs[n].read_bytes()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_copy_holds_recordings_and_nothing_else(kind: str) -> None:
    assert recordings(VENDORED / kind)
    files = {path for path in (VENDORED / kind).rglob("*") if path.is_file()}
    assert set(recordings(VENDORED / kind).values()) == files


def test_every_port_has_its_recording() -> None:
    ports = Path(recorded.__file__).parent / "ports"
    cases = {path.stem for path in ports.glob("*.py")} - {"__init__"}
    assert cases <= {path.stem for path in (VENDORED / "tree").glob("*.out")}


def test_the_named_set_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("tree", "net/cases"):
        (tmp_path / place).mkdir(parents=True)
    monkeypatch.setenv("SCENETICK_GODOT_DATA", str(tmp_path))
    assert data_folder("tree") == tmp_path / "tree"
    assert data_folder("net") == tmp_path / "net" / "cases"
    assert data_folder("minimal") != tmp_path / "minimal"  # it has none


def test_without_a_set_the_copy_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCENETICK_GODOT_DATA", raising=False)
    monkeypatch.setattr(recorded, "ROOT", tmp_path / "alone")
    assert [data_folder(kind) for kind in KINDS] == [VENDORED / kind for kind in KINDS]
    (tmp_path / "shared" / "godot" / "tree").mkdir(parents=True)
    assert data_folder("tree") == tmp_path / "shared" / "godot" / "tree"
    assert data_folder("net") == VENDORED / "net"


def test_what_is_nowhere_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AssertionError, match="no recordings of the kind 'opera'"):
        data_folder("opera")
    monkeypatch.setenv("SCENETICK_GODOT_DATA", str(tmp_path / "missing"))
    with pytest.raises(AssertionError, match="names no folder"):
        data_folder("tree")


def test_copying_again_adds_and_drops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.godot.vendor_recorded.VENDORED", tmp_path / "copy")
    for place in ("tree", "minimal", "net/cases"):
        (tmp_path / "set" / place).mkdir(parents=True)
    tree = tmp_path / "set" / "tree"
    (tree / "a.d").mkdir()
    for name in ("a.out", "a.err", "b.out", "a.gd", "a.txt", "a.d/b.txt"):
        (tree / name).write_text(name)
    assert vendor(tmp_path / "set") == 5
    (tree / "b.out").unlink()
    assert vendor(tmp_path / "set") == 4
    copied = recordings(tmp_path / "copy" / "tree")
    assert list(copied) == ["a.d/b.txt", "a.err", "a.gd", "a.out"]
