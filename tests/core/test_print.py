"""The printing functions write what Godot writes, where Godot writes it."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.core import output
from engine.core import print as printing
from engine.core.engine_singleton import Engine

ROOT = Path(__file__).resolve().parents[2]
RESET = "\x1b[0m"


@pytest.mark.parametrize(
    ("function", "arguments", "written"),
    [
        (printing.print_, ("a", 1, 2.0, None, True, [1, "a"]), 'a12.0<null>true[1, "a"]\n'),
        (printing.print_, (), "\n"),
        (printing.prints, ("prints", 1, 2.0, None, [1, "a"]), 'prints 1 2.0 <null> [1, "a"]\n'),
        (printing.printt, ("printt", 1, "b", 3.0), "printt\t1\tb\t3.0\n"),
        (printing.printraw, ("printraw", " ", 1, 2.0, "\n"), "printraw 12.0\n"),
        (printing.printraw, ("x",), "x"),
        (printing.print_rich, ("[b]a[/b]", 1), f"\x1b[1ma\x1b[22m1{RESET}\n"),
    ],
)
def test_standard_output(
    capsys: pytest.CaptureFixture[str], function: Any, arguments: tuple[Any, ...], written: str
) -> None:
    function(*arguments)
    assert capsys.readouterr() == (written, "")


def test_printerr_writes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    printing.printerr("e", 1, None)
    assert capsys.readouterr() == ("", "e1<null>\n")


def test_str_joins() -> None:
    assert printing.str_("x", 1, 2.5, [1]) == "x12.5[1]"
    assert printing.str_() == ""


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("plain", "plain"),
        ("[b]b[/b][i]i[/i]", "\x1b[1mb\x1b[22m\x1b[3mi\x1b[23m"),
        ("[u]u[/u][s]s[/s]", "\x1b[4mu\x1b[24m\x1b[9ms\x1b[29m"),
        ("[code]c[/code]", "\x1b[2mc\x1b[22m"),
        ("[indent]x[/indent]", "    x"),
        ("[center]c[/center]", "\n\t\t\tc"),
        ("[right]r[/right]", "\n\t\t\t\t\t\tr"),
        ("[url]http://x[/url]", "http://x"),
        ("[url=http://a]x[/url]", "[url=http://a]x"),
        ("[color=red]r[/color]", "\x1b[91mr\x1b[39m"),
        ("[color=pink]", "\x1b[38;5;218m"),
        ("[bgcolor=blue]x[/bgcolor]", "\x1b[104mx\x1b[49m"),
        ("[fgcolor=cyan]x[/fgcolor]", "\x1b[96;106mx\x1b[39;49m"),
        ("[color=#123]x", "\x1b[38;2;17;34;51mx"),
        ("[color=tomato]x", "\x1b[38;2;255;99;71mx"),
        ("[color=DARK_RED]", "\x1b[38;2;139;0;0m"),
        ("[fgcolor=#7f7f7f]", "\x1b[38;2;127;127;127;48;2;127;127;127m"),
        ("[color=nonsense]x", "\x1b[38;2;0;0;0mx"),
        ("[color=red", "[color=red"),
        ("[b][i]x[/b][/i]", "\x1b[1m\x1b[3mx\x1b[22m\x1b[23m"),
        ("[B]x [lb] [unknown]", "[B]x [lb] [unknown]"),
        ("[[b]]x", "[\x1b[1m]x"),
        ("[bgcolor=[b]]x", "\x1b[48;2;0;0;0m]x"),
    ],
)
def test_bbcode_becomes_escape_sequences(
    capsys: pytest.CaptureFixture[str], code: str, written: str
) -> None:
    printing.print_rich(code)
    assert capsys.readouterr().out == written + RESET + "\n"


def test_print_verbose_writes_only_if_asked(capsys: pytest.CaptureFixture[str]) -> None:
    printing.print_verbose("quiet")
    printing.settings.verbose = True
    try:
        printing.print_verbose("loud")
    finally:
        printing.settings.verbose = False
    assert capsys.readouterr().out == "loud\n"


def here() -> list[dict[str, Any]]:
    return printing.get_stack()


def test_the_stack_has_the_script_first() -> None:
    first, second = here()[:2]
    assert (first["function"], second["function"]) == (
        "here",
        "test_the_stack_has_the_script_first",
    )
    assert first["source"] == __file__
    assert first["line"] == here.__code__.co_firstlineno + 1


def test_debug_prints_say_where(capsys: pytest.CaptureFixture[str]) -> None:
    printing.print_debug("dbg ", 1, [2])
    printing.print_stack()
    lines = capsys.readouterr().out.splitlines()
    name = "test_debug_prints_say_where"
    assert lines[0] == "dbg 1[2]"
    assert lines[1].startswith(f"   At: {__file__}:")
    assert lines[1].endswith(f":{name}()")
    assert lines[2].startswith(f"Frame 0 - {__file__}:")
    assert lines[2].endswith(f" in function '{name}'")


def test_pushed_messages_have_a_kind_and_a_place() -> None:
    heard: list[output.Message] = []
    with output.handler(heard.append):
        printing.push_error("a ", 1, [2])
        printing.push_warning("w ", None)
        printing.push_error()
    assert [(m.kind, m.text) for m in heard] == [
        ("ERROR", "a 1[2]"),
        ("WARNING", "w <null>"),
        ("ERROR", ""),
    ]
    assert all(__file__ in message.where for message in heard)
    assert heard[0].where.startswith("test_pushed_messages_have_a_kind_and_a_place")


def test_the_engine_can_be_silenced(capsys: pytest.CaptureFixture[str]) -> None:
    Engine.print_to_stdout = False
    Engine.print_error_messages = False
    try:
        printing.print_("quiet")
        printing.printraw("quiet")
        printing.print_rich("quiet")
        printing.printerr("quiet")
        printing.push_error("quiet")
        assert not Engine.print_to_stdout
        assert not Engine.print_error_messages
    finally:
        Engine.print_to_stdout = True
        Engine.print_error_messages = True
    assert capsys.readouterr() == ("", "")
    printing.print_("loud")
    assert capsys.readouterr().out == "loud\n"


def test_a_narrow_stream_shows_escapes() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="")
    with contextlib.redirect_stdout(stream):
        printing.print_("☃ é")
    assert raw.getvalue() == b"\\u2603 \\xe9\n"


PROGRAM = """
import os
from engine.core.print import print_, printerr, push_error
print_("one")
printerr("two")
print_("three")
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills itself with a signal")
def test_nothing_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("wb") as file:
        subprocess.run(
            [sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=file, stderr=file, check=False
        )
    assert log.read_text() == "one\ntwo\nthree\n"
