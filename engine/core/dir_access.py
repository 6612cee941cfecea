"""`DirAccess`: folders, what is in them, and what can be done with it.

Most can be done without an instance:

    DirAccess.make_dir_recursive_absolute("user://saves/old")
    for name in DirAccess.get_files_at("user://saves"):
        print(name)

An instance stands in a folder, and plain names count from there. One that was opened at `res://` or
`user://` never leaves it by `change_dir`. What is listed comes in the order of the names.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from typing import ClassVar

from engine.core._dir_system import drives, file_system_of
from engine.core._system_paths import PREFIXES, is_hidden, system_path
from engine.core.error import (
    ERR_ALREADY_EXISTS,
    ERR_CANT_CREATE,
    ERR_FILE_NOT_FOUND,
    ERR_INVALID_PARAMETER,
    FAILED,
    OK,
    Error,
)
from engine.core.output import error
from engine.core.packed_string_array import PackedStringArray
from engine.core.ref_counted import RefCounted

__all__ = ["DirAccess"]


class DirAccess(RefCounted):
    """An open folder; made by `DirAccess.open`.

    Attributes:
        include_hidden: whether listings have what begins with a dot.
        include_navigational: whether listings have `.` and `..`.
    """

    _instantiable: ClassVar[bool] = False
    _open_error: ClassVar[Error] = OK

    _prefix = ""  # `res://` or `user://`, where it was opened there
    _place = ""  # the folder, for the operating system
    _temporary = False  # whether it is removed in the end
    _entries: Iterator[str] | None = None
    _entry = ""
    include_hidden = False
    include_navigational = False

    # Opening -------------------------------------------------------------------------------------

    @staticmethod
    def _at(path: str) -> DirAccess:
        """An instance for a path, which stands in the folder that plain names count from."""
        made: DirAccess = DirAccess.__new__(DirAccess)
        made._prefix = next((p for p in PREFIXES if str(path).startswith(p)), "")
        made._place = _plain(system_path(made._prefix) or os.getcwd())
        return made

    @staticmethod
    def open(path: str) -> DirAccess | None:
        """Opens a folder.

        Returns:
            None where there is no such folder: see `get_open_error`.
        """
        made = DirAccess._at(path)
        place = made._system(str(path))
        if not os.path.isdir(place):
            DirAccess._open_error = ERR_INVALID_PARAMETER
            return None
        made._place = place
        DirAccess._open_error = OK
        return made

    @staticmethod
    def create_temp(prefix: str = "", keep: bool = False) -> DirAccess | None:
        """Makes a folder among what is not needed for long.

        Args:
            prefix: how its name begins.
            keep: whether it stays, with all that is in it, when nothing refers to this any more.
        """
        if "/" in prefix or "\\" in prefix:
            error(f'Error while creating temporary directory: "{prefix}" is not a valid prefix.')
            return None
        made = DirAccess.open(tempfile.mkdtemp(prefix=str(prefix)))
        if made is not None:
            made._temporary = not keep
        return made

    @staticmethod
    def get_open_error() -> Error:
        """Why the last folder could not be opened, or `OK`."""
        return DirAccess._open_error

    def __del__(self) -> None:
        if self._temporary:
            shutil.rmtree(self._place, ignore_errors=True)

    def _system(self, path: str) -> str:
        """A path for the operating system; one without a beginning counts from this folder."""
        return _plain(os.path.join(self._place, system_path(path)))

    # Where it is ---------------------------------------------------------------------------------

    def get_current_dir(self, include_drive: bool = True) -> str:
        """The folder that this stands in."""
        if not self._prefix:
            return self._place if include_drive else os.path.splitdrive(self._place)[1]
        root = _plain(system_path(self._prefix))
        return self._prefix + self._place[len(root) :].lstrip("/")

    def change_dir(self, to_dir: str) -> Error:
        """Goes to another folder.

        Returns:
            `OK`, also for one outside of `res://` or `user://`, where it stays where it is;
            `ERR_INVALID_PARAMETER` where there is no such folder.
        """
        target = self._system(str(to_dir))
        if not os.path.isdir(target):
            return ERR_INVALID_PARAMETER
        if self._prefix:
            root = _plain(system_path(self._prefix))
            if target != root and not target.startswith(root + "/"):
                return OK
        self._place = target
        return OK

    @staticmethod
    def get_drive_count() -> int:
        """How many drives there are: roots of paths."""
        return len(drives())

    @staticmethod
    def get_drive_name(idx: int) -> str:
        """The name of a drive; empty, after an error, where there is none."""
        names = drives()
        if 0 <= idx < len(names):
            return names[idx]
        error(f"Index p_drive = {idx} is out of bounds (list.size() = {len(names)}).")
        return ""

    def get_current_drive(self) -> int:
        """The drive that this folder is on."""
        beginnings = [self._place.startswith(name) for name in drives()]
        return beginnings.index(True) if True in beginnings else 0

    def get_space_left(self) -> int:
        """How many bytes the drive has left."""
        return shutil.disk_usage(self._place).free

    def get_filesystem_type(self) -> str:
        """What kind of file system the folder is on, in capitals; empty where nobody tells."""
        return file_system_of(self._place)

    def is_case_sensitive(self, path: str) -> bool:
        """Whether names that differ in their case are different names."""
        return sys.platform not in ("win32", "darwin")

    def is_bundle(self, path: str) -> bool:
        """Whether a folder is a program of macOS."""
        return sys.platform == "darwin" and str(path).endswith(".app")

    def is_equivalent(self, path_a: str, path_b: str) -> bool:
        """Whether two paths lead to the same."""
        one, other = self._system(str(path_a)), self._system(str(path_b))
        try:
            return os.path.samefile(one, other)
        except OSError:
            return one == other

    # Listing -------------------------------------------------------------------------------------

    def set_include_hidden(self, enable: bool) -> None:
        """The same as assigning `include_hidden`."""
        self.include_hidden = bool(enable)

    def get_include_hidden(self) -> bool:
        """The same as `include_hidden`."""
        return self.include_hidden

    def set_include_navigational(self, enable: bool) -> None:
        """The same as assigning `include_navigational`."""
        self.include_navigational = bool(enable)

    def get_include_navigational(self) -> bool:
        """The same as `include_navigational`."""
        return self.include_navigational

    def _names(self) -> list[str]:
        try:
            found = os.listdir(self._place)
        except OSError:
            found = []
        shown = [name for name in found if self.include_hidden or not is_hidden(name)]
        return sorted([".", "..", *shown] if self.include_navigational else shown)

    def _is_folder(self, name: str) -> bool:
        return os.path.isdir(os.path.join(self._place, name))

    def get_files(self) -> PackedStringArray:
        """The names of the files in the folder."""
        return PackedStringArray([name for name in self._names() if not self._is_folder(name)])

    def get_directories(self) -> PackedStringArray:
        """The names of the folders in the folder."""
        return PackedStringArray([name for name in self._names() if self._is_folder(name)])

    @staticmethod
    def get_files_at(path: str) -> PackedStringArray:
        """The names of the files in a folder; none, after an error, where it is not there."""
        found = DirAccess._listed(path)
        return PackedStringArray() if found is None else found.get_files()

    @staticmethod
    def get_directories_at(path: str) -> PackedStringArray:
        """The names of the folders in a folder; none, after an error, where it is not there."""
        found = DirAccess._listed(path)
        return PackedStringArray() if found is None else found.get_directories()

    @staticmethod
    def _listed(path: str) -> DirAccess | None:
        found = DirAccess.open(path)
        if found is None:
            error(f'Couldn\'t open directory at path "{path}".')
        return found

    def list_dir_begin(self) -> Error:
        """Begins a listing, which `get_next` goes through."""
        self._entries = iter(self._names())
        return OK

    def get_next(self) -> str:
        """The next name of the listing; empty at its end."""
        name = "" if self._entries is None else next(self._entries, "")
        self._entry = name
        if not name:
            self._entries = None
        return name

    def current_is_dir(self) -> bool:
        """Whether what `get_next` gave is a folder."""
        return bool(self._entry) and self._is_folder(self._entry)

    def list_dir_end(self) -> None:
        """Ends a listing before its end."""
        self._entries = None
        self._entry = ""

    def file_exists(self, path: str) -> bool:
        """Whether there is a file; a folder is none."""
        return os.path.isfile(self._system(str(path)))

    def dir_exists(self, path: str) -> bool:
        """Whether there is a folder."""
        return os.path.isdir(self._system(str(path)))

    @staticmethod
    def dir_exists_absolute(path: str) -> bool:
        """Whether there is a folder at a whole path."""
        return DirAccess._at(path).dir_exists(path)

    # Changing ------------------------------------------------------------------------------------

    def make_dir(self, path: str) -> Error:
        """Makes a folder in one that is there.

        Returns:
            `OK`, `ERR_ALREADY_EXISTS` or `ERR_CANT_CREATE`.
        """
        try:
            os.mkdir(self._system(str(path)))
        except FileExistsError:
            return ERR_ALREADY_EXISTS
        except OSError:
            return ERR_CANT_CREATE
        return OK

    @staticmethod
    def make_dir_absolute(path: str) -> Error:
        """Makes a folder at a whole path, in one that is there."""
        return DirAccess._at(path).make_dir(path)

    def make_dir_recursive(self, path: str) -> Error:
        """Makes a folder, and those above it that are not there; it may be there, too."""
        try:
            os.makedirs(self._system(str(path)), exist_ok=True)
        except OSError:
            return ERR_CANT_CREATE
        return OK

    @staticmethod
    def make_dir_recursive_absolute(path: str) -> Error:
        """Makes a folder at a whole path, and those above it that are not there."""
        return DirAccess._at(path).make_dir_recursive(path)

    def copy(self, from_: str, to: str, chmod_flags: int = -1) -> Error:
        """Copies a file; what is there under the new name is lost.

        Args:
            from_: the file.
            to: the path of the copy.
            chmod_flags: its permissions, as `FileAccess` has them; -1 for the usual ones.

        Returns:
            `OK`; `ERR_FILE_NOT_FOUND`, after an error, where one of them cannot be opened.
        """
        source, target = self._system(str(from_)), self._system(str(to))
        for path, mode, name in ((source, os.R_OK, from_), (os.path.dirname(target), os.W_OK, to)):
            if not os.access(path, mode):
                error(f"Failed to open '{name}'.")
                return ERR_FILE_NOT_FOUND
        try:
            shutil.copyfile(source, target)
            if chmod_flags != -1:
                os.chmod(target, chmod_flags)
        except OSError:
            return FAILED
        return OK

    @staticmethod
    def copy_absolute(from_: str, to: str, chmod_flags: int = -1) -> Error:
        """Copies a file from one whole path to another."""
        return DirAccess._at(from_).copy(system_path(from_), system_path(to), chmod_flags)

    def rename(self, from_: str, to: str) -> Error:
        """Gives a file or folder another name or place; a file there is lost."""
        try:
            os.replace(self._system(str(from_)), self._system(str(to)))
        except OSError:
            return FAILED
        return OK

    @staticmethod
    def rename_absolute(from_: str, to: str) -> Error:
        """Gives what is at a whole path another one."""
        return DirAccess._at(from_).rename(from_, to)

    def remove(self, path: str) -> Error:
        """Removes a file, a link, or a folder with nothing in it."""
        target = self._system(str(path))
        try:
            if os.path.isdir(target) and not os.path.islink(target):
                os.rmdir(target)
            else:
                os.remove(target)
        except OSError:
            return FAILED
        return OK

    @staticmethod
    def remove_absolute(path: str) -> Error:
        """Removes what is at a whole path: a file, a link, or a folder with nothing in it."""
        return DirAccess._at(path).remove(path)

    # Links ---------------------------------------------------------------------------------------

    def is_link(self, path: str) -> bool:
        """Whether something is a symbolic link."""
        return os.path.islink(self._system(str(path)).rstrip("/"))

    def read_link(self, path: str) -> str:
        """What a symbolic link says; empty for what is none."""
        with suppress(OSError):
            return os.readlink(self._system(str(path)))
        return ""

    def create_link(self, source: str, target: str) -> Error:
        """Makes a symbolic link.

        Args:
            source: what it leads to.
            target: the link's own path.
        """
        plain = str(source)
        leads_to = system_path(plain) if plain.startswith(PREFIXES) else plain
        try:
            os.symlink(leads_to, self._system(str(target)))
        except OSError:
            return FAILED
        return OK


def _plain(path: str) -> str:
    """A path with nothing in it that leads back, and with slashes."""
    return os.path.normpath(path).replace("\\", "/")
