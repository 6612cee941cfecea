"""Folders: what the recorded programs leave open."""

from __future__ import annotations

from pathlib import Path

from engine import ERR_CANT_CREATE, ERR_INVALID_PARAMETER, FAILED, OK, DirAccess
from tests.core.recorded_values import heard


def opened(path: Path) -> DirAccess:
    found = DirAccess.open(str(path))
    assert found is not None
    return found


def test_a_folder_outside_of_the_project_can_be_left(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    folder = opened(tmp_path / "a" / "b")
    assert folder.get_current_dir() == str(tmp_path / "a" / "b")
    assert folder.change_dir("../..") is OK
    assert folder.get_current_dir() == str(tmp_path)
    assert folder.change_dir("none") is ERR_INVALID_PARAMETER
    assert folder.change_dir("/") is OK
    assert folder.get_current_dir() == "/"


def test_a_listing_can_be_given_up(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).write_text("")
    folder = opened(tmp_path)
    assert folder.get_next() == ""
    folder.list_dir_begin()
    assert folder.get_next() == "a"
    folder.list_dir_end()
    assert folder.get_next() == ""


def test_copies_get_permissions(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("text")
    folder = opened(tmp_path)
    assert folder.copy("a", "b", 0o600) is OK
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "b").read_text() == "text"
    (tmp_path / "c").mkdir()
    assert folder.copy("a", "c") is FAILED


def test_what_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert opened(tmp_path).make_dir_recursive("file/a") is ERR_CANT_CREATE
    with heard() as found:
        assert DirAccess.create_temp("a/b") is None
    assert "not a valid prefix" in found[0]


def test_a_temporary_folder_goes_with_all_that_is_in_it() -> None:
    folder = DirAccess.create_temp("kept", True)
    gone = DirAccess.create_temp("gone")
    assert folder is not None
    assert gone is not None
    kept_path, gone_path = Path(folder.get_current_dir()), Path(gone.get_current_dir())
    (gone_path / "file").write_text("")
    del folder, gone
    assert kept_path.is_dir()
    assert not gone_path.exists()
    kept_path.rmdir()


def test_it_tells_about_the_drive(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    assert folder.get_space_left() > 0
    assert DirAccess.get_drive_name(folder.get_current_drive()) != ""
    assert folder.get_filesystem_type() == folder.get_filesystem_type().upper()
