"""The command line's words: Godot's own options, and a few of ours.

What Godot knows and this engine has no use for (other drivers, the editor's debugger) is read and
left alone. Words that nobody knows stay in `OS.get_cmdline_args()`, where the scripts of a
Godot project look for theirs; without a project they are taken for mistakes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

USAGE = """\
usage: python -m engine [options] [SCENE.tscn | SCRIPT.gd | SCRIPT.py[:Class]] [-- USER_ARGS]
       python -m engine [options] --path DIR [SCENE.tscn] [-- USER_ARGS]
       python -m engine convert FILE.gd [-o FILE.py]
       python -m engine bot [-n COUNT] SCRIPT.py[:Class] URL
       python -m engine wire FILE
       python -m engine rpc-check SCRIPT SCRIPT
       python -m engine rpc-stub SCRIPT [-o FILE]

Runs a Godot project (the folder of a project.godot), one of its scenes, or a script, which becomes
the root of the main scene. Standard output carries only what scripts print.

  --path DIR          the project's folder; else the current one
  --upwards           look for project.godot in the folders above, too
  --scene FILE        the scene to run, instead of the project's main scene
  -s, --script FILE   run a script that extends SceneTree or MainLoop
  --main-loop NAME    the global class of the main loop
  --check-only        with --script: only see whether it can be loaded
  --headless          never open a window
  --display-driver NAME  "headless", "dummy" (a window that nobody sees), or the system's
  --resolution WxH    the window's size in pixels
  --position X,Y      the window's place on the screen
  -f, --fullscreen, -m, --maximized, -w, --windowed, -t, --always-on-top
  --fixed-fps N       frames of 1/N seconds, run as fast as they go
  --max-fps N         measured frames, at most N a second (0: no limit)
  --wake-on-traffic   headless: a process step as soon as a socket is ready, besides the ticks
  --trace-multiplayer print the packets of all multiplayer peers in words, on standard error
  --time-scale X      set Engine.time_scale
  --quit              end after the first frame
  --quit-after N      end after N frames
  --set NAME=VALUE    set an exported variable of the main scene; may be repeated
  --strict            the first script error ends the run, with exit code 1
  --no-script-cache   compile GDScript anew, and keep nothing
  -q, --quiet         print nothing on standard output
  -v, --verbose       print what print_verbose says
  --version, -h, --help
"""


class UsageError(Exception):
    """A command line that cannot be followed; `code` is the exit status."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.code = code


@dataclass(slots=True)
class Options:
    """What a run was asked for.

    Attributes:
        scene: the scene or script, as written; empty when none was given.
        script: a script that extends `SceneTree` or `MainLoop`, to run instead.
        main_loop: the global class of the main loop.
        path: the project's folder.
        upwards: whether a project may be in a folder above.
        check_only: whether to load the script and no more.
        headless: never to open a window.
        display_driver: what opens the window; empty for what there is.
        resolution: the size of the window, if given.
        position: where the window is on the screen, if given.
        window_mode: a `DisplayServer.WINDOW_MODE_*`, if given.
        always_on_top: whether the window stays before all others.
        fixed_fps: frames of exactly 1/N seconds, run as fast as they go; 0 for real time.
        max_fps: with a number, frames of measured length, at most so many a second (0: no limit).
        wake_on_traffic: whether what comes from the network is not to wait for the next tick.
        trace_multiplayer: whether to print what goes through multiplayer peers.
        quit_after: frames to run before it ends; 0 for no end.
        strict: the first script error ends the run with exit code 1.
        cache: whether compiled scripts are kept and used again.
        values: exported variables to set, as text, by name.
        quiet: print nothing on standard output.
        verbose: print what `print_verbose` says.
        time_scale: the value of `Engine.time_scale`, if given.
        kept: the words that scripts see in `OS.get_cmdline_args()`.
        unknown: those of them that begin with a dash and mean nothing to the engine.
        user_args: what stood behind `--`.
        show: "help" or "version", to print that and no more.
    """

    scene: str = ""
    script: str = ""
    main_loop: str = ""
    path: str = ""
    upwards: bool = False
    check_only: bool = False
    headless: bool = False
    display_driver: str = ""
    resolution: tuple[int, int] | None = None
    position: tuple[int, int] | None = None
    window_mode: int | None = None
    always_on_top: bool = False
    fixed_fps: int = 0
    max_fps: int | None = None
    wake_on_traffic: bool = False
    trace_multiplayer: bool = False
    quit_after: int = 0
    strict: bool = False
    cache: bool = True
    values: dict[str, str] = field(default_factory=dict)
    quiet: bool = False
    verbose: bool = False
    time_scale: float | None = None
    kept: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    user_args: list[str] = field(default_factory=list)
    show: str = ""


# Words without a value: what they set.
_FLAGS: dict[str, tuple[str, Any]] = {
    "--headless": ("headless", True),
    "-f": ("window_mode", 3),
    "--fullscreen": ("window_mode", 3),
    "-m": ("window_mode", 2),
    "--maximized": ("window_mode", 2),
    "-w": ("window_mode", 0),
    "--windowed": ("window_mode", 0),
    "-t": ("always_on_top", True),
    "--always-on-top": ("always_on_top", True),
    "--upwards": ("upwards", True),
    "--check-only": ("check_only", True),
    "--quit": ("quit_after", 1),
    "--wake-on-traffic": ("wake_on_traffic", True),
    "--trace-multiplayer": ("trace_multiplayer", True),
    "--strict": ("strict", True),
    "--no-script-cache": ("cache", False),
    "-q": ("quiet", True),
    "--quiet": ("quiet", True),
    "-v": ("verbose", True),
    "--verbose": ("verbose", True),
    "-h": ("show", "help"),
    "--help": ("show", "help"),
    "/?": ("show", "help"),
    "--version": ("show", "version"),
}
_IGNORED_WORDS = (
    "--no-header --recovery-mode --single-window -d --debug --ignore-error-breaks --profiling "
    "--gpu-profile --gpu-validation --gpu-abort --generate-spirv-debug-info "
    "--extra-gpu-memory-tracking --accurate-breadcrumbs --single-threaded-scene "
    "--debug-collisions --debug-paths --debug-navigation --debug-avoidance "
    "--debug-stringnames --debug-canvas-item-redraw --disable-vsync --disable-render-loop "
    "--disable-crash-handler --print-fps --benchmark"
)
_IGNORED_FLAGS = frozenset(_IGNORED_WORDS.split())
# Words with a value: the option, how it is read, and what Godot calls it when it is missing.
_VALUES: dict[str, tuple[str, str, str]] = {
    "--path": ("path", "text", "relative or absolute path"),
    "--display-driver": ("display_driver", "driver", "display driver argument"),
    "--resolution": ("resolution", "resolution", "resolution argument"),
    "--position": ("position", "position", "position argument"),
    "--scene": ("scene", "text", "scene path"),
    "-s": ("script", "text", "script"),
    "--script": ("script", "text", "script"),
    "--main-loop": ("main_loop", "text", "main loop"),
    "--fixed-fps": ("fixed_fps", "number", "fixed-fps argument"),
    "--max-fps": ("max_fps", "number", "maximum FPS argument"),
    "--quit-after": ("quit_after", "number", "number of iterations"),
    "--time-scale": ("time_scale", "float", "time scale argument"),
    "--set": ("values", "assignment", "NAME=VALUE"),
}
_IGNORED_VALUES: dict[str, str] = {
    "--audio-driver": "audio driver argument",
    "--audio-output-latency": "audio output latency argument",
    "--rendering-method": "renderer name argument",
    "--rendering-driver": "rendering driver argument",
    "--gpu-index": "GPU index argument",
    "--text-driver": "text driver argument",
    "--tablet-driver": "tablet driver argument",
    "--log-file": "log file path argument",
    "--write-movie": "write-movie argument",
    "--screen": "screen argument",
    "--xr-mode": "--xr-mode argument",
    "--wid": "window ID argument",
    "--accessibility": "accessibility mode argument",
    "-l": "language argument",
    "--language": "language argument",
    "--render-thread": "render thread mode argument",
    "--remote-fs": "remote filesystem address",
    "--remote-fs-password": "remote filesystem password",
    "--main-pack": "path to main pack file",
    "-b": "list of breakpoints",
    "--breakpoints": "list of breakpoints",
    "--remote-debug": "remote debug host address",
    "--debug-server": "remote debug host address",
    "--dap-port": "Debug Adapter Protocol port argument",
    "--lsp-port": "Language Server Protocol port argument",
    "--frame-delay": "frame delay argument",
    "--delta-smoothing": "delta-smoothing argument",
    "--benchmark-file": "benchmark path argument",
}
# Read by the part of Godot that starts the scene, and so left where scripts see them.
_KEPT = frozenset(("--scene", "-s", "--script", "--main-loop", "--check-only"))
_DRIVERS = ("headless", "dummy", "offscreen", "x11", "wayland", "windows", "macos")
PROJECT_FILE = "project.godot"
RUNNABLE = (".tscn", ".scn", ".escn", ".res", ".tres", ".gd", ".py")


def parse(arguments: Sequence[str]) -> Options:
    """Reads a command line.

    Args:
        arguments: the words behind the program's name.

    Raises:
        UsageError: when a value is missing or makes no sense.
    """
    words, user_args = _split(list(arguments))
    options = Options(user_args=user_args)
    positional: str | None = None
    at = 0
    while at < len(words):
        word = words[at]
        used = _option(options, word, words[at + 1 :])
        if used == 0 and word.endswith(PROJECT_FILE):
            options.path = word.removesuffix(PROJECT_FILE) or "."
            used = 1
        elif used == 0:
            used = 1
            options.kept.append(word)
            if word.startswith("-"):
                options.unknown.append(word)
            elif positional is None and word:
                positional = word
        elif word in _KEPT:
            options.kept += words[at : at + used]
        at += used
    if positional is not None and not options.scene and _is_runnable(positional):
        options.scene = positional
    return options


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    for at, word in enumerate(words):
        if word in ("--", "++"):
            return words[:at], words[at + 1 :]
    return words, []


def _is_runnable(word: str) -> bool:
    # Others are the project's own: Godot does not take them for scenes either.
    return word.endswith(RUNNABLE) or ".py:" in word or word.startswith("uid://")


def _option(options: Options, word: str, rest: list[str]) -> int:
    """Reads the option that a word is; gives how many words it took, 0 when it is none."""
    if word in _FLAGS:
        name, value = _FLAGS[word]
        setattr(options, name, value)
        return 1
    if word in _IGNORED_FLAGS:
        return 1
    name, equals, value = word.partition("=")
    if equals and name.startswith("--") and (name in _VALUES or name in _IGNORED_VALUES):
        return min(_option(options, name, [value]), 1)
    if word not in _VALUES and word not in _IGNORED_VALUES:
        return 0
    if not rest:
        missing = _VALUES[word][2] if word in _VALUES else _IGNORED_VALUES[word]
        raise UsageError(f"Missing {missing}, aborting.")
    if word in _VALUES:
        name, kind, _ = _VALUES[word]
        _set(options, word, name, _value(word, kind, rest[0]))
    return 2


def _set(options: Options, word: str, name: str, value: Any) -> None:
    if name == "values":
        options.values[value[0]] = value[1]
    else:
        setattr(options, name, value)


def _value(word: str, kind: str, text: str) -> Any:
    if kind == "text":
        return text
    if kind == "driver":
        return _driver(text)
    if kind in ("resolution", "position"):
        return _pair(kind, text)
    if kind == "assignment":
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise UsageError(f"--set takes NAME=VALUE, not '{text}'.", 2)
        return name.strip(), value
    try:
        number = float(text) if kind == "float" else int(text)
    except ValueError:
        raise UsageError(f"{word} takes a number, not '{text}'.", 2) from None
    if kind == "number" and number < 0:
        raise UsageError(f"{word} takes a number that is not negative, not {text}.", 2)
    return number


def _driver(text: str) -> str:
    if text.lower() not in _DRIVERS:
        known = ", ".join(f"'{name}'" for name in _DRIVERS)
        raise UsageError(f"Unknown display driver '{text}', aborting.\nValid options are {known}.")
    return text.lower()


def _pair(kind: str, text: str) -> tuple[int, int]:
    """Two whole numbers: a resolution as 1280x720, or a position as 80,128."""
    first, mark, second = text.partition("x" if kind == "resolution" else ",")
    example = "1280x720" if kind == "resolution" else "80,128"
    try:
        numbers = int(first), int(second)
    except ValueError:
        mark, numbers = "", (0, 0)
    if not mark:
        raise UsageError(f"Invalid {kind} '{text}', it should be e.g. '{example}'.")
    if kind == "resolution" and min(numbers) <= 0:
        raise UsageError("Invalid resolution, width and height must be above 0.")
    return numbers
