"""`Engine`: rates, counters and singletons of the process.

What changes each frame lies in attributes with an underscore, which the tree and the loop write.
The rates are read each frame too; `time_scale`, which everything that waits reads, is a plain
attribute.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core import print as _print
from engine.core._lazy import lazy
from engine.core._public_names import has_public, public
from engine.core.error import ERR_UNAVAILABLE, Error
from engine.core.object import Object

if TYPE_CHECKING:
    from importlib import metadata

    from engine.core import _system_info
else:
    metadata = lazy("importlib.metadata")
    _system_info = lazy("engine.core._system_info")

__all__ = ["Engine"]

# Godot's singletons; those that are among the public names are loaded when they are asked for.
_BUILT_IN = (
    "Performance",
    "Engine",
    "ProjectSettings",
    "OS",
    "Time",
    "IP",
    "Geometry2D",
    "Geometry3D",
    "ResourceLoader",
    "ResourceSaver",
    "ClassDB",
    "Marshalls",
    "TranslationServer",
    "Input",
    "InputMap",
    "ResourceUID",
    "WorkerThreadPool",
    "ThemeDB",
    "AudioServer",
    "DisplayServer",
    "RenderingServer",
)


class EngineSingleton(Object):
    """Settings of the loop, and what it counts. There is one, `Engine`."""

    _class_name = "Engine"
    _own = ("time_scale", "wake_on_traffic")

    time_scale: float
    wake_on_traffic: bool
    """Whether a server without a screen runs a process step as soon as a socket is ready, besides
    its ticks. Godot has nothing like it."""

    def __init__(self) -> None:
        self.time_scale = 1.0
        self.wake_on_traffic = False
        self._physics_ticks_per_second = 60
        self._max_physics_steps_per_frame = 8
        self._max_fps = 0
        self._physics_jitter_fix = 0.5
        self._process_frames = 0
        self._physics_frames = 0
        self._frames_drawn = 0
        self._frames_per_second = 1.0
        self._in_physics = False
        self._interpolation_fraction = 0.0
        self._main_loop: Any = None
        self._silence: ExitStack | None = None
        self._singletons: dict[str, Any] = {}

    # Rates ---------------------------------------------------------------------------------------

    @property
    def physics_ticks_per_second(self) -> int:
        """How often physics steps, and how often the loop ticks unless it is told otherwise."""
        return self._physics_ticks_per_second

    @physics_ticks_per_second.setter
    def physics_ticks_per_second(self, value: int) -> None:
        if value <= 0:
            output.error("Engine iterations per second must be greater than 0.")
        else:
            self._physics_ticks_per_second = int(value)

    def get_physics_ticks_per_second(self) -> int:
        """The same as `physics_ticks_per_second`."""
        return self._physics_ticks_per_second

    def set_physics_ticks_per_second(self, physics_ticks_per_second: int) -> None:
        """The same as assigning `physics_ticks_per_second`."""
        self.physics_ticks_per_second = physics_ticks_per_second

    @property
    def max_physics_steps_per_frame(self) -> int:
        """How many physics steps a slow frame makes up for at most."""
        return self._max_physics_steps_per_frame

    @max_physics_steps_per_frame.setter
    def max_physics_steps_per_frame(self, value: int) -> None:
        if value <= 0:
            output.error("Maximum number of physics steps per frame must be greater than 0.")
        else:
            self._max_physics_steps_per_frame = int(value)

    def get_max_physics_steps_per_frame(self) -> int:
        """The same as `max_physics_steps_per_frame`."""
        return self._max_physics_steps_per_frame

    def set_max_physics_steps_per_frame(self, max_physics_steps: int) -> None:
        """The same as assigning `max_physics_steps_per_frame`."""
        self.max_physics_steps_per_frame = max_physics_steps

    @property
    def max_fps(self) -> int:
        """How many frames a second at most where frames are measured; 0 for any number."""
        return self._max_fps

    @max_fps.setter
    def max_fps(self, value: int) -> None:
        self._max_fps = max(int(value), 0)

    def get_max_fps(self) -> int:
        """The same as `max_fps`."""
        return self._max_fps

    def set_max_fps(self, max_fps: int) -> None:
        """The same as assigning `max_fps`."""
        self.max_fps = max_fps

    @property
    def physics_jitter_fix(self) -> float:
        """How much a frame's length may be bent so that physics steps come evenly."""
        return self._physics_jitter_fix

    @physics_jitter_fix.setter
    def physics_jitter_fix(self, value: float) -> None:
        self._physics_jitter_fix = max(float(value), 0.0)

    def get_physics_jitter_fix(self) -> float:
        """The same as `physics_jitter_fix`."""
        return self._physics_jitter_fix

    def set_physics_jitter_fix(self, physics_jitter_fix: float) -> None:
        """The same as assigning `physics_jitter_fix`."""
        self.physics_jitter_fix = physics_jitter_fix

    def get_time_scale(self) -> float:
        """The same as `time_scale`: how fast time passes for the tree."""
        return self.time_scale

    def set_time_scale(self, time_scale: float) -> None:
        """The same as assigning `time_scale`."""
        self.time_scale = float(time_scale)

    # Counters ------------------------------------------------------------------------------------

    def get_process_frames(self) -> int:
        """How many frames there have been."""
        return self._process_frames

    def get_physics_frames(self) -> int:
        """How many physics steps there have been."""
        return self._physics_frames

    def get_frames_drawn(self) -> int:
        """How many frames have been drawn; none without a display."""
        return self._frames_drawn

    def get_frames_per_second(self) -> float:
        """How many frames there were in the last second."""
        return self._frames_per_second

    def is_in_physics_frame(self) -> bool:
        """Whether this is called from a physics step."""
        return self._in_physics

    def get_physics_interpolation_fraction(self) -> float:
        """How far this frame is, from 0 to 1, between two physics steps."""
        return self._interpolation_fraction

    def get_main_loop(self) -> Any:
        """The main loop that runs, mostly a SceneTree; None without one."""
        return self._main_loop

    # Messages ------------------------------------------------------------------------------------

    @property
    def print_to_stdout(self) -> bool:
        """Whether `print_` and its like write anything."""
        return _print.settings.to_stdout

    @print_to_stdout.setter
    def print_to_stdout(self, value: bool) -> None:
        _print.settings.to_stdout = bool(value)

    def is_printing_to_stdout(self) -> bool:
        """The same as `print_to_stdout`."""
        return _print.settings.to_stdout

    def set_print_to_stdout(self, enabled: bool) -> None:
        """The same as assigning `print_to_stdout`."""
        self.print_to_stdout = enabled

    @property
    def print_error_messages(self) -> bool:
        """Whether anything is written to standard error; nobody hears of errors without it."""
        return self._silence is None

    @print_error_messages.setter
    def print_error_messages(self, value: bool) -> None:
        _print.settings.to_stderr = bool(value)
        if value and self._silence is not None:
            self._silence.close()
            self._silence = None
        elif not value and self._silence is None:
            self._silence = ExitStack()
            self._silence.enter_context(output.handler(lambda message: None))

    def is_printing_error_messages(self) -> bool:
        """The same as `print_error_messages`."""
        return self.print_error_messages

    def set_print_error_messages(self, enabled: bool) -> None:
        """The same as assigning `print_error_messages`."""
        self.print_error_messages = enabled

    # Singletons ----------------------------------------------------------------------------------

    def has_singleton(self, name: str) -> bool:
        """Whether there is a singleton of that name."""
        return name in self._singletons or (name in _BUILT_IN and has_public(name))

    def get_singleton(self, name: str) -> Any:
        """The singleton of that name; None and an error if there is none."""
        if name in self._singletons:
            return self._singletons[name]
        if self.has_singleton(name):
            return public(name)
        output.error(f"Failed to retrieve non-existent singleton '{name}'.")
        return None

    def get_singleton_list(self) -> list[str]:
        """The names of the engine's singletons and of the registered ones."""
        return [*filter(has_public, _BUILT_IN), *self._singletons]

    def register_singleton(self, name: str, instance: Object) -> None:
        """Makes an object a singleton under a name that is free."""
        if self.has_singleton(name):
            output.error(f"Singleton already registered: '{name}'.")
        else:
            self._singletons[str(name)] = instance

    def unregister_singleton(self, name: str) -> None:
        """Takes back a `register_singleton`."""
        if name in self._singletons:
            del self._singletons[name]
        elif self.has_singleton(name):
            output.error(f"Attempt to remove non-user created singleton: '{name}'.")
        else:
            output.error(f"Attempt to remove unregistered singleton: '{name}'.")

    # What it is ----------------------------------------------------------------------------------

    def get_version_info(self) -> dict[str, Any]:
        """The version of Godot whose behaviour this engine follows."""
        return {
            "major": 4,
            "minor": 6,
            "patch": 3,
            "hex": 0x040603,
            "status": "stable",
            "build": "scenetick",
            "hash": "unknown",
            "timestamp": 0,
            "string": "4.6.3-stable (scenetick)",
        }

    def get_architecture_name(self) -> str:
        """The processor's family: `x86_64`, `arm64`, ..."""
        return _system_info.architecture()

    def get_license_text(self) -> str:
        """The licence of this engine; empty if it was not installed as a package."""
        try:
            return metadata.distribution("scenetick").read_text("licenses/LICENSE") or ""
        except metadata.PackageNotFoundError:
            return ""

    def get_license_info(self) -> dict[str, Any]:
        """Licences by their names."""
        return {"MIT": self.get_license_text()}

    def get_copyright_info(self) -> list[dict[str, Any]]:
        """The parts of the engine with their licences."""
        return [{"name": "Scenetick", "parts": [{"files": ["*"], "license": "MIT"}]}]

    def get_author_info(self) -> dict[str, Any]:
        """The names of authors by their tasks."""
        return {"lead_developers": [], "project_managers": [], "founders": [], "developers": []}

    def get_donor_info(self) -> dict[str, Any]:
        """The names of donors by their kinds."""
        return {}

    def is_editor_hint(self) -> bool:
        """Whether this runs in an editor: there is none."""
        return False

    def is_embedded_in_editor(self) -> bool:
        """Whether this runs in an editor's window: there is none."""
        return False

    def get_write_movie_path(self) -> str:
        """Where a film of the game is written: nowhere."""
        return ""

    def capture_script_backtraces(self, include_variables: bool = False) -> list[Any]:
        """No backtraces as objects; `get_stack` has the functions that led here."""
        return []

    def get_script_language_count(self) -> int:
        """How many script languages can be asked for by index: none, as scripts are classes."""
        return 0

    def get_script_language(self, index: int) -> Any:
        """None and an error: no script language can be asked for."""
        output.error(f"Index p_idx = {index} is out of bounds (_script_language_count = 0).")

    def register_script_language(self, language: Any) -> Error:
        """Answers that no other script language can be added."""
        return ERR_UNAVAILABLE

    def unregister_script_language(self, language: Any) -> Error:
        """Answers that no other script language can be taken away."""
        return ERR_UNAVAILABLE


Engine = EngineSingleton()
