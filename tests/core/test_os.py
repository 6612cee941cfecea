"""OS tells of the command line, the environment and the system, and runs other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from engine.core._keycodes import keycode_name
from engine.core.error import ERR_FILE_NOT_FOUND, ERR_INVALID_PARAMETER, OK
from engine.core.input_enums import (
    KEY_A,
    KEY_ESCAPE,
    KEY_F12,
    KEY_KP_ENTER,
    KEY_MASK_ALT,
    KEY_MASK_CMD_OR_CTRL,
    KEY_MASK_CTRL,
    KEY_MASK_META,
    KEY_MASK_SHIFT,
    KEY_PLUS,
    KEY_SHIFT,
    KEY_SPACE,
    Key,
)
from engine.core.os import OS
from engine.core.print import settings
from tests.core.recorded_values import heard

PROGRAM = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"


def test_a_program_is_run_to_its_end() -> None:
    output: list[Any] = ["kept"]
    assert OS.execute(sys.executable, ["-c", PROGRAM], output) == 3
    assert output == ["kept", f"out{os.linesep}"]
    output = []
    assert OS.execute(sys.executable, ["-u", "-c", PROGRAM], output, True) == 3
    assert output == [f"out{os.linesep}err{os.linesep}"]
    assert OS.execute(sys.executable, ["-c", ""]) == 0


def test_a_program_that_is_not_there() -> None:
    output: list[Any] = []
    assert OS.execute("surely-no-such-program", [], output, True) == 127
    assert output == ["surely-no-such-program: not found\n"]


def test_a_program_runs_beside_this_one() -> None:
    pid = OS.create_process(sys.executable, ["-c", "import sys; sys.stdin.read(); sys.exit(5)"])
    assert pid > 0
    while OS.is_process_running(pid):
        assert OS.get_process_exit_code(pid) == -1 or not OS.is_process_running(pid)
    assert OS.get_process_exit_code(pid) == 5
    assert not OS.is_process_running(pid)


@pytest.fixture
def endless() -> Iterator[int]:
    pid = OS.create_process(sys.executable, ["-c", "import threading; threading.Event().wait()"])
    yield pid
    OS.kill(pid)


def test_a_program_is_killed(endless: int) -> None:
    assert OS.is_process_running(endless)
    assert OS.get_process_exit_code(endless) == -1
    assert OS.kill(endless) == OK
    assert not OS.is_process_running(endless)
    assert OS.get_process_exit_code(endless) != 0


def test_programs_that_were_never_started(capfd: pytest.CaptureFixture[str]) -> None:
    with heard() as messages:
        assert not OS.is_process_running(99999999)
    assert messages == ["ERROR: Thread 99999999 exited with errno: 10"]
    assert OS.kill(99999999) == ERR_INVALID_PARAMETER
    assert OS.create_process("surely-no-such-program", []) == -1
    assert capfd.readouterr().err == "Could not create child process: surely-no-such-program\n"
    assert OS.open_with_program("surely-no-such-program", []) == ERR_FILE_NOT_FOUND
    capfd.readouterr()


def test_environment() -> None:
    name = "SCENETICK_TEST_VARIABLE"
    assert not OS.has_environment(name)
    assert OS.get_environment(name) == ""
    OS.set_environment(name, "1")
    assert (OS.has_environment(name), OS.get_environment(name)) == (True, "1")
    OS.unset_environment(name)
    assert not OS.has_environment(name)
    with heard() as messages:
        OS.set_environment("", "x")
        OS.unset_environment("A=B")
    assert messages == [
        "ERROR: Invalid environment variable name '', cannot be empty or include '='.",
        "ERROR: Invalid environment variable name 'A=B', cannot be empty or include '='.",
    ]


def test_command_line() -> None:
    kept = OS._arguments, OS._user_arguments
    try:
        OS._arguments, OS._user_arguments = ["server.py", "--quit", "--", "a=b"], ["a=b"]
        assert list(OS.get_cmdline_args()) == ["server.py", "--quit"]
        assert list(OS.get_cmdline_user_args()) == ["a=b"]
    finally:
        OS._arguments, OS._user_arguments = kept
    assert OS.get_executable_path() == sys.executable


def test_verbose_is_what_print_verbose_asks() -> None:
    assert not OS.is_stdout_verbose()
    OS._verbose = True
    try:
        assert OS.is_stdout_verbose()
        assert settings.verbose
    finally:
        OS._verbose = False


def test_features_are_tags() -> None:
    assert OS.has_feature(OS.get_name().lower())
    assert OS.has_feature("debug") == OS.is_debug_build()
    assert OS.has_feature("64") != OS.has_feature("32")
    assert not OS.has_feature("editor")
    assert not OS.has_feature("web")
    assert not OS.has_feature("")


def test_the_system() -> None:
    assert OS.get_name() in ("Linux", "macOS", "Windows", "FreeBSD")
    assert OS.get_distribution_name()
    assert OS.get_processor_count() >= 1
    assert OS.get_process_id() == os.getpid()
    assert OS.get_locale_language() == OS.get_locale().partition("_")[0] != ""
    assert set(OS.get_memory_info()) == {"physical", "free", "available", "stack"}
    assert OS.get_static_memory_peak_usage() >= OS.get_static_memory_usage() >= 0
    assert len(OS.get_entropy(16)) == 16
    assert OS.get_main_thread_id() == OS.get_thread_caller_id()
    assert OS.get_user_data_dir().startswith(OS.get_data_dir())
    assert os.path.isdir(OS.get_temp_dir())
    assert OS.get_system_dir(OS.SYSTEM_DIR_RINGTONES) == ""
    assert OS.get_stdout_type() in list(OS.StdHandleType)


def test_what_needs_an_editor_or_a_phone_has_an_answer() -> None:
    assert OS.request_permission("x")
    assert OS.request_permissions()
    assert not OS.is_sandboxed()
    assert OS.is_userfs_persistent()
    assert list(OS.get_granted_permissions()) == []
    assert list(OS.get_connected_midi_inputs()) == []
    assert list(OS.get_system_fonts()) == []
    assert OS.get_system_font_path("Arial") == ""
    with heard() as messages:
        assert OS.execute_with_pipe("x", []) == {}
    assert len(messages) == 1


def test_restart_can_be_asked_for_and_taken_back() -> None:
    assert not OS.is_restart_on_exit_set()
    OS.set_restart_on_exit(True, ["--again"])
    assert OS.is_restart_on_exit_set()
    assert list(OS.get_restart_on_exit_arguments()) == ["--again"]
    OS.set_restart_on_exit(False)
    assert not OS.is_restart_on_exit_set()
    assert list(OS.get_restart_on_exit_arguments()) == []


def test_delays_are_not_negative() -> None:
    OS.delay_msec(0)
    OS.delay_usec(0)
    with heard() as messages:
        OS.delay_msec(-5)
        OS.delay_usec(-5)
    assert messages == [
        "ERROR: Can't sleep for -5 milliseconds. The delay provided must be greater than or "
        "equal to 0 milliseconds.",
        "ERROR: Can't sleep for -5 microseconds. The delay provided must be greater than or "
        "equal to 0 microseconds.",
    ]


def test_settings_are_kept() -> None:
    OS.set_low_processor_usage_mode(True)
    OS.low_processor_usage_mode_sleep_usec = 100
    assert OS.is_in_low_processor_usage_mode()
    assert OS.get_low_processor_usage_mode_sleep_usec() == 100
    OS.low_processor_usage_mode = False
    OS.set_low_processor_usage_mode_sleep_usec(6900)
    assert OS.delta_smoothing


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (KEY_A | KEY_MASK_SHIFT, "Shift+A"),
        (
            KEY_A | KEY_MASK_SHIFT | KEY_MASK_CTRL | KEY_MASK_ALT | KEY_MASK_META,
            "Ctrl+Alt+Shift+Meta+A",
        ),
        (KEY_ESCAPE | KEY_MASK_ALT, "Alt+Escape"),
        (KEY_SHIFT | KEY_MASK_SHIFT, "Shift+Shift"),
        (KEY_KP_ENTER, "Kp Enter"),
        (KEY_F12, "F12"),
        (KEY_SPACE, "Space"),
        (KEY_PLUS, "Plus"),
        (Key.KEY_JIS_KANA, "JIS Kana"),
    ],
)
def test_keys_have_names(code: int, name: str) -> None:
    assert OS.get_keycode_string(code) == name
    assert OS.find_keycode_from_string(name) == code
    assert OS.find_keycode_from_string(name.lower()) == code


def test_odd_names_of_keys() -> None:
    assert OS.get_keycode_string(KEY_MASK_CMD_OR_CTRL | Key.KEY_B) == "Ctrl+B"
    assert OS.get_keycode_string(KEY_MASK_CTRL) == "Ctrl"
    assert OS.get_keycode_string(0) == ""
    assert OS.get_keycode_string(0x3B1) == "\u03b1"
    assert OS.find_keycode_from_string("nope") == 0
    assert OS.find_keycode_from_string("Ctrl+Nope") == KEY_MASK_CTRL
    assert OS.find_keycode_from_string("a") == KEY_A


def test_every_key_of_the_enumeration_is_found_by_its_name() -> None:
    for key in Key:
        if key not in (Key.KEY_NONE, Key.KEY_SPECIAL):
            assert OS.find_keycode_from_string(keycode_name(key)) == key


def test_keys_that_write_something() -> None:
    assert OS.is_keycode_unicode(KEY_A)
    assert OS.is_keycode_unicode(Key.KEY_KP_0)
    assert not OS.is_keycode_unicode(KEY_ESCAPE)
