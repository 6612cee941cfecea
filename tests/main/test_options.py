"""The command line's words, as Godot reads them."""

from __future__ import annotations

import pytest

from engine.main.options import Options, UsageError, parse


def read(line: str) -> Options:
    """The options of a line of words."""
    return parse(line.split())


def test_nothing() -> None:
    assert parse([]) == Options()


def test_options_with_and_without_values() -> None:
    found = read("--headless --path game --fixed-fps 30 --max-fps 0 --time-scale 1.5 --strict -v")
    assert (found.headless, found.path, found.fixed_fps, found.max_fps) == (True, "game", 30, 0)
    assert (found.time_scale, found.strict, found.verbose, found.kept) == (1.5, True, True, [])


def test_a_value_may_stand_behind_an_equals_sign() -> None:
    assert parse(["--fixed-fps=60", "--audio-driver=Dummy"]).fixed_fps == 60


@pytest.mark.parametrize("mark", ["--", "++"])
def test_what_stands_behind_dashes_is_the_users(mark: str) -> None:
    found = parse(["a.tscn", mark, "--headless", "--", "x"])
    assert found.user_args == ["--headless", "--", "x"]
    assert (found.headless, found.scene) == (False, "a.tscn")


def test_what_godot_has_and_nobody_needs_is_read_over() -> None:
    words = "--rendering-driver opengl3 --disable-vsync -d --resolution 320x200 -l de a.gd"
    found = read(words)
    assert (found.scene, found.kept, found.unknown) == ("a.gd", ["a.gd"], [])


def test_unknown_words_stay_for_scripts() -> None:
    found = read("--server --port 9000 --fixed-fps 60 main.tscn")
    assert found.kept == ["--server", "--port", "9000", "main.tscn"]
    assert found.unknown == ["--server", "--port"]
    assert found.scene == ""  # only the first of them can be the scene


def test_the_first_word_may_be_the_scene() -> None:
    found = read("res://a.tscn b.tscn --extra")
    assert found.scene == "res://a.tscn"
    assert found.kept == ["res://a.tscn", "b.tscn", "--extra"]


def test_a_named_scene_comes_first() -> None:
    found = read("a.tscn --scene b.tscn")
    assert (found.scene, found.kept) == ("b.tscn", ["a.tscn", "--scene", "b.tscn"])


def test_exported_values() -> None:
    assert parse(["--set", "a=1=2", "--set", "b="]).values == {"a": "1=2", "b": ""}


def test_quit_and_quit_after() -> None:
    assert parse(["--quit"]).quit_after == 1
    assert parse(["--quit-after", "5"]).quit_after == 5


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["--time-scale"], "Missing time scale argument, aborting.", 1),
        (["--path"], "Missing relative or absolute path, aborting.", 1),
        (["x", "--fixed-fps"], "Missing fixed-fps argument, aborting.", 1),
        (["--log-file"], "Missing log file path argument, aborting.", 1),
        (["--fixed-fps", "fast"], "--fixed-fps takes a number, not 'fast'.", 2),
        (["--max-fps", "-1"], "--max-fps takes a number that is not negative, not -1.", 2),
        (["--set", "x"], "--set takes NAME=VALUE, not 'x'.", 2),
    ],
)
def test_what_cannot_be_followed_is_said(words: list[str], said: str, code: int) -> None:
    with pytest.raises(UsageError) as problem:
        parse(words)
    assert (str(problem.value), problem.value.code) == (said, code)
