"""`ConfigFile`: values of every type in sections, kept in a text.

A program reads its settings so, and writes what the user has changed:

config = ConfigFile()
config.load("user://settings.cfg")
volume = config.get_value("sound", "volume", 0.8)
config.set_value("sound", "volume", 0.5)
config.save("user://settings.cfg")
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.core._variant_text_reader import Tag, VariantTextError, VariantTextReader
from engine.core._variant_text_writer import VariantTextWriter, encoded_name
from engine.core.error import ERR_UNAVAILABLE, OK, Error
from engine.core.file_access import FileAccess
from engine.core.output import error
from engine.core.packed_string_array import PackedStringArray
from engine.core.ref_counted import RefCounted

__all__ = ["ConfigFile"]


class ConfigFile(RefCounted):
    """Sections of named values; what stands before the first section is in the one without name."""

    def __init__(self) -> None:
        self._sections: dict[str, dict[str, Any]] = {}

    # Values --------------------------------------------------------------------------------------

    def set_value(self, section: str, key: str, value: Any) -> None:
        """Sets a value; None takes it away, and its section with the last one."""
        name, key = str(section), str(key)
        if value is not None:
            self._section(name)[key] = value
            return
        values = self._sections.get(name)
        if values is not None:
            values.pop(key, None)
            if not values:
                del self._sections[name]

    def _section(self, name: str) -> dict[str, Any]:
        found = self._sections.get(name)
        if found is None:
            found = {}
            if name:
                self._sections[name] = found
            else:  # it has to stand in front of all others
                self._sections = {name: found, **self._sections}
        return found

    def get_value(self, section: str, key: str, default: Any = None) -> Any:
        """A value; the default where there is none, and an error where that is None."""
        values = self._sections.get(str(section), {})
        if str(key) in values:
            return values[str(key)]
        if default is None:
            error(
                f'Couldn\'t find the given section "{section}" and key "{key}", '
                "and no default was given."
            )
        return default

    def has_section(self, section: str) -> bool:
        """Whether there is a section of that name."""
        return str(section) in self._sections

    def has_section_key(self, section: str, key: str) -> bool:
        """Whether there is a value of that name in a section."""
        return str(key) in self._sections.get(str(section), {})

    def get_sections(self) -> PackedStringArray:
        """The names of the sections, in their order."""
        return PackedStringArray(self._sections)

    def get_section_keys(self, section: str) -> PackedStringArray:
        """The names of the values of a section; none, after an error, where it is not there."""
        values = self._sections.get(str(section))
        if values is None:
            error(f'Cannot get keys from nonexistent section "{section}".')
        return PackedStringArray(values or ())

    def erase_section(self, section: str) -> None:
        """Takes a section away; an error where there is none."""
        if self._sections.pop(str(section), None) is None:
            error(f'Cannot erase nonexistent section "{section}".')

    def erase_section_key(self, section: str, key: str) -> None:
        """Takes a value away, and its section with the last one; an error where there is none."""
        if str(section) not in self._sections:
            error(f'Cannot erase key "{key}" from nonexistent section "{section}".')
        elif not self.has_section_key(section, key):
            error(f'Cannot erase nonexistent key "{key}" from section "{section}".')
        else:
            self.set_value(section, key, None)

    def clear(self) -> None:
        """Takes everything away."""
        self._sections = {}

    # Texts ---------------------------------------------------------------------------------------

    def encode_to_text(self) -> str:
        """All of it as the text of a file."""
        parts = []
        for name, values in self._sections.items():
            head = f"[{name}]\n\n" if name else ""
            writer = VariantTextWriter()
            lines = [f"{encoded_name(key)}={writer.text(value)}\n" for key, value in values.items()]
            parts.append(head + "".join(lines))
        return "\n".join(parts)

    def parse(self, data: str) -> Error:
        """Reads a text; what it says comes on top of what is there.

        Returns:
            `OK`, or what is wrong with the text (an error message says where). What stands before
            the mistake counts.
        """
        return self._parse(str(data), "<string>")

    def _parse(self, text: str, place: str) -> Error:
        reader = VariantTextReader(text, simple_tags=True)
        section = ""
        try:
            while True:
                item = reader.item()
                if item is None:
                    return OK
                if isinstance(item, Tag):
                    section = item.name
                elif item[0]:
                    self.set_value(section, *item)
        except VariantTextError as problem:
            line = text.count("\n", 0, reader.words.at)
            error(f"ConfigFile parse error at {place}:{line}: {problem.message}.")
            return problem.code

    # Files ---------------------------------------------------------------------------------------

    def load(self, path: str) -> Error:
        """Reads a file; what it says comes on top of what is there.

        Returns:
            `OK`, why the file cannot be opened, or what is wrong with its text.
        """
        file = FileAccess.open(path, FileAccess.READ)
        if file is None:
            return FileAccess.get_open_error()
        return self._parse(file.get_as_text(), str(path))

    def save(self, path: str) -> Error:
        """Writes it all into a file."""
        file = FileAccess.open(path, FileAccess.WRITE)
        if file is None:
            return FileAccess.get_open_error()
        file.store_string(self.encode_to_text())
        file.close()
        return file.get_error()

    def load_encrypted(self, path: str, key: Iterable[int]) -> Error:
        """Answers `ERR_UNAVAILABLE`, after an error: Python's library has no encryption."""
        FileAccess.open_encrypted(path, FileAccess.READ, key)
        return ERR_UNAVAILABLE

    def load_encrypted_pass(self, path: str, password: str) -> Error:
        """Answers `ERR_UNAVAILABLE`; see `load_encrypted`."""
        return self.load_encrypted(path, b"")

    def save_encrypted(self, path: str, key: Iterable[int]) -> Error:
        """Answers `ERR_UNAVAILABLE`; see `load_encrypted`."""
        return self.load_encrypted(path, key)

    def save_encrypted_pass(self, path: str, password: str) -> Error:
        """Answers `ERR_UNAVAILABLE`; see `load_encrypted`."""
        return self.load_encrypted(path, b"")
