"""What can be learned about the system and its folders without leaving Python."""

from __future__ import annotations

import locale
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from engine.core._lazy import lazy

if TYPE_CHECKING:
    import platform
    import tempfile
else:
    platform = lazy("platform")
    tempfile = lazy("tempfile")

_NAMES = {"Linux": "Linux", "Darwin": "macOS", "Windows": "Windows", "FreeBSD": "FreeBSD"}
_UNIT = {"kB": 1024, "B": 1}
_DESKTOP_KEYS = (
    "DESKTOP", "", "DOCUMENTS", "DOWNLOAD", "VIDEOS", "MUSIC", "PICTURES", "",
)  # fmt: skip


def system_name() -> str:
    """The system as Godot names it."""
    found = platform.system()
    return _NAMES.get(found, found)


def _release() -> dict[str, str]:
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def distribution_name() -> str:
    """What the system calls itself."""
    return _release().get("PRETTY_NAME") or system_name()


def version() -> str:
    """The version of the system."""
    found = _release()
    return found.get("VERSION_ID") or found.get("VERSION_CODENAME") or platform.release()


def architecture() -> str:
    """The processor's family as Godot names it."""
    machine = platform.machine().lower()
    names = {"amd64": "x86_64", "aarch64": "arm64", "i386": "x86_32", "i686": "x86_32"}
    return names.get(machine, machine)


def features(debug: bool) -> frozenset[str]:
    """The tags that are true of this program."""
    name = system_name().lower()
    found = {name, architecture(), "64" if sys.maxsize > 2**32 else "32", "single"}
    found |= {"debug", "template_debug"} if debug else {"release", "template_release"}
    found |= {"template", "threads", "standalone"}
    if name in ("linux", "macos", "windows", "freebsd"):
        found.add("pc")
    if name in ("linux", "freebsd"):
        found.add("linuxbsd")
    if architecture().startswith("x86"):
        found.add("x86")
    return frozenset(found)


def locale_name() -> str:
    """The user's language and country, as `de_DE`; `en` where none is set."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value.partition(".")[0].partition("@")[0]
    return locale.getlocale()[0] or "en"


def processor_name() -> str:
    """The name of the processor, if the system tells."""
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def memory_info() -> dict[str, int]:
    """Bytes of memory: `physical`, `free`, `available`, and of a `stack`; -1 for unknown."""
    found = {"physical": -1, "free": -1, "available": -1, "stack": -1}
    names = {"MemTotal": "physical", "MemFree": "free", "MemAvailable": "available"}
    for line in _lines("/proc/meminfo"):
        name, _, rest = line.partition(":")
        if name in names:
            amount, unit = rest.split()
            found[names[name]] = int(amount) * _UNIT[unit]
    return found


def resident_memory(peak: bool = False) -> int:
    """Bytes of memory that this program uses, or has used at most; 0 for unknown."""
    wanted = "VmHWM" if peak else "VmRSS"
    for line in _lines("/proc/self/status"):
        if line.startswith(wanted):
            return int(line.split()[1]) * 1024
    return 0


def machine_id() -> str:
    """A text that is the same on this machine each time, or nothing."""
    return next(iter(_lines("/etc/machine-id")), "")


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def handle_kind(descriptor: int) -> int:
    """What a standard stream is: 1 console, 2 file, 3 pipe, 4 unknown, 0 none."""
    try:
        mode = os.fstat(descriptor).st_mode
        if os.isatty(descriptor):
            return 1
    except OSError:
        return 0
    if stat.S_ISREG(mode):
        return 2
    return 3 if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) else 4


# Folders


def _home_folder(variable: str, windows: str, macos: str, default: str) -> str:
    if sys.platform == "win32":
        return os.environ.get(windows, "").replace("\\", "/")
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        return f"{home}/{macos}"
    return os.environ.get(variable) or f"{home}/{default}"


def data_folder() -> str:
    """Where programs keep what users made."""
    return _home_folder("XDG_DATA_HOME", "APPDATA", "Library/Application Support", ".local/share")


def config_folder() -> str:
    """Where programs keep their settings."""
    return _home_folder("XDG_CONFIG_HOME", "APPDATA", "Library/Application Support", ".config")


def cache_folder() -> str:
    """Where programs keep what can be made again."""
    return _home_folder("XDG_CACHE_HOME", "LOCALAPPDATA", "Library/Caches", ".cache")


def temporary_folder() -> str:
    """Where programs put what is not needed for long."""
    return tempfile.gettempdir().replace("\\", "/")


def well_known_folder(number: int) -> str:
    """A folder of the user's: 0 desktop, 2 documents, 3 downloads, 4 films, 5 music, 6 pictures.

    Empty if the user has none.
    """
    key = _DESKTOP_KEYS[number] if 0 <= number < len(_DESKTOP_KEYS) else ""
    if not key:
        return ""
    for line in _lines(f"{config_folder()}/user-dirs.dirs"):
        name, _, value = line.partition("=")
        if name == f"XDG_{key}_DIR":
            return value.strip().strip('"').replace("$HOME", os.path.expanduser("~"))
    return ""
