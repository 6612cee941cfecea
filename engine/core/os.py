"""`OS`: the command line, the environment, the system, and other programs."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import time
from collections.abc import Sequence
from enum import IntEnum
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING, Any, Final

from engine.core import print as _print
from engine.core._blocking import about_to_block
from engine.core._lazy import lazy
from engine.core._os_elsewhere import OSElsewhere
from engine.core.error import ERR_FILE_NOT_FOUND, FAILED, OK, Error
from engine.core.object import Object
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_string_array import PackedStringArray

if TYPE_CHECKING:
    from engine.core import _processes, _system_info
else:
    _processes = lazy("engine.core._processes")
    _system_info = lazy("engine.core._system_info")

__all__ = ["OS"]

_DASHES = ("--", "++")
# Where Linux distributions keep the certificates they trust.
_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
    "/etc/ssl/ca-bundle.pem",
)
# Where the output of `execute` goes if nobody wants it.
_NOWHERE: list[Any] = []


class _RenderingDriver(IntEnum):
    RENDERING_DRIVER_VULKAN = 0
    RENDERING_DRIVER_OPENGL3 = 1
    RENDERING_DRIVER_D3D12 = 2
    RENDERING_DRIVER_METAL = 3


class _StdHandleType(IntEnum):
    STD_HANDLE_INVALID = 0
    STD_HANDLE_CONSOLE = 1
    STD_HANDLE_FILE = 2
    STD_HANDLE_PIPE = 3
    STD_HANDLE_UNKNOWN = 4


class _SystemDir(IntEnum):
    SYSTEM_DIR_DESKTOP = 0
    SYSTEM_DIR_DCIM = 1
    SYSTEM_DIR_DOCUMENTS = 2
    SYSTEM_DIR_DOWNLOADS = 3
    SYSTEM_DIR_MOVIES = 4
    SYSTEM_DIR_MUSIC = 5
    SYSTEM_DIR_PICTURES = 6
    SYSTEM_DIR_RINGTONES = 7


def _before_dashes(arguments: Sequence[str]) -> list[str]:
    """The arguments for the engine: up to `--` or `++`."""
    return list(takewhile(lambda argument: argument not in _DASHES, arguments))


def _behind_dashes(arguments: Sequence[str]) -> list[str]:
    """The arguments for the program: behind `--` or `++`."""
    return list(dropwhile(lambda argument: argument not in _DASHES, arguments))[1:]


def _is_variable(name: str) -> bool:
    if name and "=" not in name:
        return True
    error(f"Invalid environment variable name '{name}', cannot be empty or include '='.")
    return False


def _read_input(size: int) -> bytes:
    return os.read(sys.stdin.fileno(), size)


def _delay(number: int, unit: float, name: str) -> None:
    if number < 0:
        what = f"Can't sleep for {number} {name}."
        error(f"{what} The delay provided must be greater than or equal to 0 {name}.")
        return
    about_to_block()
    time.sleep(number * unit)


class OSSingleton(OSElsewhere, Object):
    """The system around the program. There is one, `OS`.

    What only a phone, an editor or a MIDI driver could answer is answered as on a computer that
    has none of them.
    """

    _class_name = "OS"
    _own = (
        "delta_smoothing",
        "low_processor_usage_mode",
        "low_processor_usage_mode_sleep_usec",
    )
    RenderingDriver = _RenderingDriver
    StdHandleType = _StdHandleType
    SystemDir = _SystemDir
    RENDERING_DRIVER_VULKAN: Final = _RenderingDriver.RENDERING_DRIVER_VULKAN
    RENDERING_DRIVER_OPENGL3: Final = _RenderingDriver.RENDERING_DRIVER_OPENGL3
    RENDERING_DRIVER_D3D12: Final = _RenderingDriver.RENDERING_DRIVER_D3D12
    RENDERING_DRIVER_METAL: Final = _RenderingDriver.RENDERING_DRIVER_METAL
    STD_HANDLE_INVALID: Final = _StdHandleType.STD_HANDLE_INVALID
    STD_HANDLE_CONSOLE: Final = _StdHandleType.STD_HANDLE_CONSOLE
    STD_HANDLE_FILE: Final = _StdHandleType.STD_HANDLE_FILE
    STD_HANDLE_PIPE: Final = _StdHandleType.STD_HANDLE_PIPE
    STD_HANDLE_UNKNOWN: Final = _StdHandleType.STD_HANDLE_UNKNOWN
    SYSTEM_DIR_DESKTOP: Final = _SystemDir.SYSTEM_DIR_DESKTOP
    SYSTEM_DIR_DCIM: Final = _SystemDir.SYSTEM_DIR_DCIM
    SYSTEM_DIR_DOCUMENTS: Final = _SystemDir.SYSTEM_DIR_DOCUMENTS
    SYSTEM_DIR_DOWNLOADS: Final = _SystemDir.SYSTEM_DIR_DOWNLOADS
    SYSTEM_DIR_MOVIES: Final = _SystemDir.SYSTEM_DIR_MOVIES
    SYSTEM_DIR_MUSIC: Final = _SystemDir.SYSTEM_DIR_MUSIC
    SYSTEM_DIR_PICTURES: Final = _SystemDir.SYSTEM_DIR_PICTURES
    SYSTEM_DIR_RINGTONES: Final = _SystemDir.SYSTEM_DIR_RINGTONES

    def __init__(self) -> None:
        self.delta_smoothing = True
        self.low_processor_usage_mode = False
        self.low_processor_usage_mode_sleep_usec = 6900
        self._arguments: Sequence[str] = tuple(sys.argv[1:])
        self._user_arguments: Sequence[str] = _behind_dashes(sys.argv)
        self._project_name = "[unnamed project]"
        self._user_folder = ""  # of a project, below the folder for data
        self._restart: list[str] | None = None

    @property
    def _verbose(self) -> bool:
        return _print.settings.verbose

    @_verbose.setter
    def _verbose(self, value: bool) -> None:
        _print.settings.verbose = value

    # Properties as methods -----------------------------------------------------------------------

    def is_delta_smoothing_enabled(self) -> bool:
        """The same as `delta_smoothing`."""
        return self.delta_smoothing

    def set_delta_smoothing(self, delta_smoothing_enabled: bool) -> None:
        """The same as assigning `delta_smoothing`."""
        self.delta_smoothing = delta_smoothing_enabled

    def is_in_low_processor_usage_mode(self) -> bool:
        """The same as `low_processor_usage_mode`."""
        return self.low_processor_usage_mode

    def set_low_processor_usage_mode(self, enable: bool) -> None:
        """The same as assigning `low_processor_usage_mode`."""
        self.low_processor_usage_mode = enable

    def get_low_processor_usage_mode_sleep_usec(self) -> int:
        """The same as `low_processor_usage_mode_sleep_usec`."""
        return self.low_processor_usage_mode_sleep_usec

    def set_low_processor_usage_mode_sleep_usec(self, usec: int) -> None:
        """The same as assigning `low_processor_usage_mode_sleep_usec`."""
        self.low_processor_usage_mode_sleep_usec = usec

    # The command line and the environment --------------------------------------------------------

    def get_cmdline_args(self) -> PackedStringArray:
        """What was written behind the program's name, up to `--` or `++`."""
        return PackedStringArray(_before_dashes(self._arguments))

    def get_cmdline_user_args(self) -> PackedStringArray:
        """What was written behind `--` or `++`."""
        return PackedStringArray(self._user_arguments)

    def get_executable_path(self) -> str:
        """The program that runs this: Python's interpreter."""
        return sys.executable or ""

    def has_environment(self, variable: str) -> bool:
        """Whether there is an environment variable of that name."""
        return variable in os.environ

    def get_environment(self, variable: str) -> str:
        """An environment variable, empty if there is none."""
        return os.environ.get(variable, "")

    def set_environment(self, variable: str, value: str) -> None:
        """Sets an environment variable, for this program and those it starts."""
        if _is_variable(variable):
            os.environ[variable] = value

    def unset_environment(self, variable: str) -> None:
        """Takes an environment variable away."""
        if _is_variable(variable):
            os.environ.pop(variable, None)

    def is_stdout_verbose(self) -> bool:
        """Whether the program was started with `--verbose`."""
        return self._verbose

    def get_stdin_type(self) -> _StdHandleType:
        """What standard input is."""
        return _StdHandleType(_system_info.handle_kind(0))

    def get_stdout_type(self) -> _StdHandleType:
        """What standard output is."""
        return _StdHandleType(_system_info.handle_kind(1))

    def get_stderr_type(self) -> _StdHandleType:
        """What standard error is."""
        return _StdHandleType(_system_info.handle_kind(2))

    def read_string_from_stdin(self, buffer_size: int = 1024) -> str:
        """Waits for standard input and reads at most so many bytes of it, as UTF-8."""
        return _read_input(buffer_size).decode("utf-8", "replace")

    def read_buffer_from_stdin(self, buffer_size: int = 1024) -> PackedByteArray:
        """Waits for standard input and reads at most so many bytes of it."""
        return PackedByteArray(_read_input(buffer_size))

    # The system ----------------------------------------------------------------------------------

    def get_name(self) -> str:
        """`Linux`, `Windows`, `macOS`, ..."""
        return _system_info.system_name()

    def get_distribution_name(self) -> str:
        """What the system calls itself."""
        return _system_info.distribution_name()

    def get_version(self) -> str:
        """The version of the system."""
        return _system_info.version()

    def get_version_alias(self) -> str:
        """The version of the system as people call it."""
        return _system_info.version()

    def get_model_name(self) -> str:
        """The model of the device, where the system tells it."""
        return "GenericDevice"

    def get_locale(self) -> str:
        """The user's language and country, as `de_DE`."""
        return _system_info.locale_name()

    def get_locale_language(self) -> str:
        """The user's language, as `de`."""
        return self.get_locale().partition("_")[0]

    def has_feature(self, tag_name: str) -> bool:
        """Whether a tag, as `linux`, `debug` or `64`, is true of this program."""
        return tag_name in _system_info.features(self.is_debug_build())

    def is_debug_build(self) -> bool:
        """Whether assertions run: not under `python -O`."""
        return __debug__

    def is_sandboxed(self) -> bool:
        """Whether the program is kept in a sandbox; it cannot tell, and says no."""
        return False

    def is_userfs_persistent(self) -> bool:
        """Whether files of the user stay."""
        return True

    def get_processor_name(self) -> str:
        """The name of the processor."""
        return _system_info.processor_name()

    def get_processor_count(self) -> int:
        """How many threads the processor runs at once."""
        return os.cpu_count() or 1

    def get_memory_info(self) -> dict[str, Any]:
        """Bytes of memory: `physical`, `free`, `available`, and of a `stack`; -1 for unknown."""
        return {**_system_info.memory_info()}

    def get_static_memory_usage(self) -> int:
        """Bytes of memory that the program uses."""
        return _system_info.resident_memory()

    def get_static_memory_peak_usage(self) -> int:
        """Bytes of memory that the program has used at most."""
        return _system_info.resident_memory(peak=True)

    def get_unique_id(self) -> str:
        """A text that is the same on this machine each time; may be empty."""
        return _system_info.machine_id()

    def get_entropy(self, size: int) -> PackedByteArray:
        """Random bytes fit for secrets."""
        return PackedByteArray(os.urandom(size))

    def get_main_thread_id(self) -> int:
        """The id of the thread that the program began with."""
        return threading.main_thread().ident or 0

    def get_thread_caller_id(self) -> int:
        """The id of the thread that asks."""
        return threading.get_ident()

    def set_thread_name(self, name: str) -> Error:
        """Gives the thread that asks a name."""
        threading.current_thread().name = name
        return OK

    # Folders -------------------------------------------------------------------------------------

    def get_user_data_dir(self) -> str:
        """The folder that `user://` stands for."""
        own = self._user_folder or f"godot/app_userdata/{self._project_name}"
        return f"{self.get_data_dir()}/{own}"

    def get_data_dir(self) -> str:
        """Where programs keep what users made."""
        return _system_info.data_folder()

    def get_config_dir(self) -> str:
        """Where programs keep their settings."""
        return _system_info.config_folder()

    def get_cache_dir(self) -> str:
        """Where programs keep what can be made again."""
        return _system_info.cache_folder()

    def get_temp_dir(self) -> str:
        """Where programs put what is not needed for long."""
        return _system_info.temporary_folder()

    def get_system_dir(self, dir_: _SystemDir, shared_storage: bool = True) -> str:
        """A folder of the user's, or an empty text."""
        return _system_info.well_known_folder(int(dir_))

    def get_system_ca_certificates(self) -> str:
        """The certificates that the system trusts, as PEM."""
        for path in _CERTIFICATES:
            if os.path.isfile(path):
                with open(path, encoding="ascii", errors="ignore") as file:
                    return file.read()
        return ""

    # Time and other programs ---------------------------------------------------------------------

    def delay_msec(self, msec: int) -> None:
        """Stops everything for so many milliseconds."""
        _delay(msec, 1e-3, "milliseconds")

    def delay_usec(self, usec: int) -> None:
        """Stops everything for so many microseconds."""
        _delay(usec, 1e-6, "microseconds")

    def get_process_id(self) -> int:
        """The id of this program."""
        return os.getpid()

    def execute(
        self,
        path: str,
        arguments: Sequence[str],
        output: list[Any] = _NOWHERE,
        read_stderr: bool = False,
        open_console: bool = False,
    ) -> int:
        """Runs a program and waits for its end.

        Args:
            path: the program.
            arguments: what it is given.
            output: a list that gets what the program wrote, as one text.
            read_stderr: whether standard error is wanted too.
            open_console: means something on Windows only.

        Returns:
            The exit code; 127 if there is no such program.
        """
        code, text = _processes.execute(path, arguments, read_stderr)
        if output is not _NOWHERE:
            output.append(text)
        return code

    def create_process(
        self, path: str, arguments: Sequence[str], open_console: bool = False
    ) -> int:
        """Starts a program that runs beside this one; gives its id, or -1."""
        return _processes.create([path, *arguments])

    def create_instance(self, arguments: Sequence[str]) -> int:
        """Starts this engine a second time; gives its id, or -1."""
        return _processes.create([sys.executable, "-m", "engine", *arguments])

    def execute_with_pipe(
        self, path: str, arguments: Sequence[str], blocking: bool = True
    ) -> dict[str, Any]:
        """Would start a program with pipes to it; there are no files to give, so it does not."""
        error("Pipes to other programs are not available.")
        return {}

    def is_process_running(self, pid: int) -> bool:
        """Whether a program that was started here is still running."""
        return _processes.is_running(pid)

    def get_process_exit_code(self, pid: int) -> int:
        """How a program that was started here ended; -1 while it runs."""
        return _processes.exit_code(pid)

    def kill(self, pid: int) -> Error:
        """Ends a program at once."""
        return _processes.kill(pid)

    def shell_open(self, uri: str) -> Error:
        """Opens a file or an address with the program that the user has for it."""
        opener = {"win32": "explorer", "darwin": "open"}.get(sys.platform, "xdg-open")
        return OK if _processes.create([opener, uri]) > 0 else ERR_FILE_NOT_FOUND

    def shell_show_in_file_manager(self, file_or_dir_path: str, open_folder: bool = True) -> Error:
        """Shows the folder of a file."""
        if not (open_folder and os.path.isdir(file_or_dir_path)):
            file_or_dir_path = os.path.dirname(file_or_dir_path)
        return self.shell_open(file_or_dir_path)

    def open_with_program(self, program_path: str, paths: Sequence[str]) -> Error:
        """Opens files with a program."""
        return OK if _processes.create([program_path, *paths]) > 0 else ERR_FILE_NOT_FOUND

    def move_to_trash(self, path: str) -> Error:
        """Would move a file to the trash; there is none here."""
        return FAILED if os.path.exists(path) else ERR_FILE_NOT_FOUND

    def set_restart_on_exit(self, restart: bool, arguments: Sequence[str] = ()) -> None:
        """Has the program started again when it ends, with other arguments."""
        atexit.unregister(self._start_again)
        self._restart = list(arguments) if restart else None
        if restart:
            atexit.register(self._start_again)

    def _start_again(self) -> None:
        self.create_instance(self._restart or ())

    def is_restart_on_exit_set(self) -> bool:
        """Whether the program will be started again."""
        return self._restart is not None

    def get_restart_on_exit_arguments(self) -> PackedStringArray:
        """What the program will be started again with."""
        return PackedStringArray(self._restart or ())

    def crash(self, message: str) -> None:
        """Ends the program as a bug would, with a message."""
        error(message)
        os.abort()

    def alert(self, text: str, title: str = "Alert!") -> None:
        """Shows a message: here on standard error."""
        _print.printerr(f"{title}: {text}")


OS = OSSingleton()
