"""The part of `OS` that is about keys, phones, editors and drivers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core._lazy import lazy
from engine.core.output import error
from engine.core.packed_string_array import PackedStringArray

if TYPE_CHECKING:
    from engine.core import _keycodes
else:
    _keycodes = lazy("engine.core._keycodes")


class OSElsewhere:
    """Names of keys, and the answers of a computer that has no phone, editor or MIDI driver."""

    __slots__ = ()

    # Keys ----------------------------------------------------------------------------------------

    def get_keycode_string(self, code: int) -> str:
        """A key with its modifiers: `Ctrl+Shift+A`."""
        return _keycodes.keycode_name(int(code))

    def find_keycode_from_string(self, string: str) -> int:
        """The key with its modifiers that a text names; `KEY_NONE` where it names none."""
        return _keycodes.keycode_of_name(string)

    def is_keycode_unicode(self, code: int) -> bool:
        """Whether a key writes something."""
        return _keycodes.is_character(int(code))

    # What needs an editor, a phone or a driver ---------------------------------------------------

    def request_permission(self, name: str) -> bool:
        """Whether the program may do something: always, save on phones."""
        return True

    def request_permissions(self) -> bool:
        """Whether the program may do everything it asks for: always, save on phones."""
        return True

    def revoke_granted_permissions(self) -> None:
        """Does nothing, save on phones."""

    def get_granted_permissions(self) -> PackedStringArray:
        """Empty, save on phones."""
        return PackedStringArray()

    def open_midi_inputs(self) -> None:
        """Does nothing: there is no MIDI driver."""

    def close_midi_inputs(self) -> None:
        """Does nothing: there is no MIDI driver."""

    def get_connected_midi_inputs(self) -> PackedStringArray:
        """Empty: there is no MIDI driver."""
        return PackedStringArray()

    def get_video_adapter_driver_info(self) -> PackedStringArray:
        """Empty: there is no rendering driver."""
        return PackedStringArray()

    def get_system_fonts(self) -> PackedStringArray:
        """Empty: the core knows no fonts."""
        return PackedStringArray()

    def get_system_font_path(
        self, font_name: str, weight: int = 400, stretch: int = 100, italic: bool = False
    ) -> str:
        """Empty: the core knows no fonts."""
        return ""

    def get_system_font_path_for_text(
        self,
        font_name: str,
        text: str,
        locale: str = "",
        script: str = "",
        weight: int = 400,
        stretch: int = 100,
        italic: bool = False,
    ) -> PackedStringArray:
        """Empty: the core knows no fonts."""
        return PackedStringArray()

    def set_use_file_access_save_and_swap(self, enabled: bool) -> None:
        """Does nothing: files are written by Python."""

    def add_logger(self, logger: Any) -> None:
        """Has `_log_message(message, error)` and `_log_error` of a logger called."""
        error("Loggers are not available: use engine.core.output.handler.")

    def remove_logger(self, logger: Any) -> None:
        """The opposite of `add_logger`."""
