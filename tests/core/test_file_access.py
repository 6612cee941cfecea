"""Files: what Python's side adds to the recorded programs, and files that Godot has written."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from engine import (
    ERR_FILE_CANT_OPEN,
    ERR_FILE_NOT_FOUND,
    ERR_FILE_UNRECOGNIZED,
    ERR_UNAVAILABLE,
    OK,
    FileAccess,
)
from tests.core.recorded_values import heard

# What Godot wrote: 12,000 bytes by Deflate, and 9,000 by FastLZ.
DEFLATED = """
R0NQRgEAAAAAEAAA4C4AACcAAAAmAAAAJQAAAHic7cQxCQAACACwKlYxjOAh2P+zh2zHsmY22rZt27ZtP/4ACUTgUnic7cSx
CQAACAOwV3xOcCj4/+YfkgzZmk7Wtm3btm0//gCpJ+AweJztxLEJAAAIA7BXfE5wKPj/5h1CMiTZmo5t27Zt268/Q/d2e0dD
UEY=
"""
FAST = """
R0NQRgAAAAAAEAAAKCMAADgAAAA4AAAAFAAAAAJhYmPg/QLg/QLg/QLg/QLg/QLg/QLg/QLg/QLg/QLg/QLg/QLg/QLg/QLg
/QLg/QLglwICYmNhAmJjYeD9AuD9AuD9AuD9AuD9AuD9AuD9AuD9AuD9AuD9AuD9AuD9AuD9AuD9AuD9AuCXAgJjYWICY2Fi
4P0C4P0C4P0C4AcCAmFiY0dDUEY=
"""


def opened(path: Path, flags: int) -> FileAccess:
    file = FileAccess.open(str(path), flags)
    assert file is not None
    return file


def test_a_with_closes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with opened(path, FileAccess.WRITE) as file:
        assert file.store_line("one")
    assert not file.is_open()
    assert path.read_bytes() == b"one\n"


def test_the_last_reference_closes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    file = opened(path, FileAccess.WRITE)
    file.store_string("text")
    del file
    assert path.read_bytes() == b"text"


def test_others_see_what_is_flushed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with opened(path, FileAccess.WRITE) as file:
        file.store_string("text")
        file.flush()
        assert path.read_bytes() == b"text"


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    assert FileAccess.open(str(tmp_path / "none"), FileAccess.READ) is None
    assert FileAccess.get_open_error() is ERR_FILE_NOT_FOUND
    assert FileAccess.open(str(tmp_path), FileAccess.READ) is None
    assert FileAccess.get_open_error() is ERR_FILE_CANT_OPEN
    assert FileAccess.open("a\0b", FileAccess.READ) is None
    with heard() as found:
        assert FileAccess.open(str(tmp_path / "a"), 5) is None
    assert found == ["ERROR: There is no mode 5 to open a file in."]
    opened(tmp_path / "a", FileAccess.WRITE)
    assert FileAccess.get_open_error() is OK


def test_bytes_and_texts_of_python_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    with opened(path, FileAccess.WRITE) as file:
        assert file.store_buffer(b"\x01\x02")
        assert file.store_buffer([3, 4])
        assert file.store_var({"a": [1, 2.5]})
    with opened(path, FileAccess.READ) as file:
        assert bytes(file.get_buffer(4)) == b"\x01\x02\x03\x04"
        assert file.get_var() == {"a": [1, 2.5]}
        assert not file.eof_reached()


def test_a_line_that_ends_the_file_with_a_return(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\rb\r")
    with opened(path, FileAccess.READ) as file:
        assert [file.get_line() for _ in range(3)] == ["a", "b", ""]
        assert file.eof_reached()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (base64.b64decode(DEFLATED), "A" + ("hello hello " * 1000)[1:]),
        (base64.b64decode(FAST), "abcabcabc" * 1000),
    ],
)
def test_compressed_files_of_godot(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "c.bin"
    path.write_bytes(data)
    file = FileAccess.open_compressed(str(path), FileAccess.READ)
    assert file is not None
    assert file.get_length() == len(text)
    assert file.get_as_text() == text
    file.seek_end(-3)
    assert bytes(file.get_buffer(12)).decode() == text[-3:]
    assert file.eof_reached()


@pytest.mark.parametrize("mode", [0, 1, 3])
@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 20000])
def test_compressed_files_can_be_read_again(tmp_path: Path, mode: int, size: int) -> None:
    path = str(tmp_path / "c.bin")
    data = bytes(i * i % 251 for i in range(size))
    file = FileAccess.open_compressed(path, FileAccess.WRITE, mode)
    assert file is not None
    assert file.store_buffer(data)
    assert file.get_8() == 0  # it is for writing
    file.close()
    again = FileAccess.open_compressed(path, FileAccess.READ)
    assert again is not None
    assert bytes(again.get_buffer(size + 1)) == data


def test_what_is_no_compressed_file(tmp_path: Path) -> None:
    path = tmp_path / "c.bin"
    whole = base64.b64decode(FAST)
    for broken in (b"", b"GCPF", b"other", whole[:60], whole[:-40]):
        path.write_bytes(broken)
        assert FileAccess.open_compressed(str(path), FileAccess.READ) is None
        assert FileAccess.get_open_error() is ERR_FILE_UNRECOGNIZED
    with heard() as found:
        assert FileAccess.open_compressed(str(path), FileAccess.READ_WRITE) is None
        assert FileAccess.open_compressed(str(path), FileAccess.WRITE, 2) is None
        assert FileAccess.open_encrypted_with_pass(str(path), FileAccess.READ, "x") is None
    assert FileAccess.get_open_error() is ERR_UNAVAILABLE
    assert len(found) == 3


def test_a_temporary_file_goes_or_stays(tmp_path: Path) -> None:
    file = FileAccess.create_temp(FileAccess.WRITE_READ, "a", "b", True)
    assert file is not None
    path = Path(file.get_path())
    file.close()
    assert path.exists()
    path.unlink()
    with heard() as found:
        assert FileAccess.create_temp(FileAccess.WRITE, "a/b") is None
    assert "not a valid prefix" in found[0]
