"""Names of keys, with and without the modifiers in front of them."""

from __future__ import annotations

from collections.abc import Iterator

from engine.core.input_enums import (
    KEY_ESCAPE,
    KEY_KP_MULTIPLY,
    KEY_MASK_ALT,
    KEY_MASK_CMD_OR_CTRL,
    KEY_MASK_CTRL,
    KEY_MASK_META,
    KEY_MASK_SHIFT,
    Key,
    KeyModifierMask,
)

_CODE = int(KeyModifierMask.KEY_CODE_MASK)
# In the order in which they are written.
_MODIFIERS = {
    "Ctrl": int(KEY_MASK_CTRL),
    "Alt": int(KEY_MASK_ALT),
    "Shift": int(KEY_MASK_SHIFT),
    "Meta": int(KEY_MASK_META),
}

# The names of keys in the order of their codes; a dash has none.
_PUNCTUATION = (
    (32, "Space Exclam QuoteDbl NumberSign Dollar Percent Ampersand Apostrophe ParenLeft "
         "ParenRight Asterisk Plus Comma Minus Period Slash"),
    (58, "Colon Semicolon Less Equal Greater Question At"),
    (91, "BracketLeft BackSlash BracketRight AsciiCircum UnderScore QuoteLeft"),
    (123, "BraceLeft Bar BraceRight AsciiTilde"),
    (165, "Yen - Section"),
)  # fmt: skip
_SPECIAL = (
    (KEY_ESCAPE, "Escape Tab Backtab Backspace Enter Kp_Enter Insert Delete Pause Print SysReq "
                 "Clear Home End Left Up Right Down PageUp PageDown Shift Ctrl Meta Alt CapsLock "
                 "NumLock ScrollLock"),
    (Key.KEY_F1, " ".join(f"F{number}" for number in range(1, 36))),
    (Key.KEY_MENU, "Menu Hyper - Help - - Back Forward Stop Refresh VolumeDown "
                   "VolumeMute VolumeUp"),
    (Key.KEY_MEDIAPLAY, "MediaPlay MediaStop MediaPrevious MediaNext MediaRecord HomePage "
                        "Favorites Search StandBy OpenURL LaunchMail LaunchMedia"),
    (Key.KEY_LAUNCH0, " ".join(f"Launch{digit}" for digit in "0123456789ABCDEF")),
    (Key.KEY_GLOBE, "Globe On-screen_keyboard JIS_Eisu JIS_Kana"),
)  # fmt: skip
_KEYPAD = (
    (KEY_KP_MULTIPLY, "Kp_Multiply Kp_Divide Kp_Subtract Kp_Period Kp_Add Kp_0 Kp_1 Kp_2 Kp_3 "
                      "Kp_4 Kp_5 Kp_6 Kp_7 Kp_8 Kp_9"),
    (Key.KEY_UNKNOWN, "Unknown"),
)  # fmt: skip


def _named(rows: tuple[tuple[int, str], ...]) -> Iterator[tuple[int, str]]:
    for first, names in rows:
        for code, name in enumerate(names.split(), int(first)):
            if name != "-":
                yield code, name.replace("_", " ")


_names_without_character = dict(_named(_SPECIAL))
_names = {**dict(_named(_PUNCTUATION)), **_names_without_character, **dict(_named(_KEYPAD))}
_codes = {name.lower(): code for code, name in _names.items()}
_codes.update({character.lower(): ord(character) for character in "0123456789"})
_codes.update({character.lower(): ord(character) for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})


def keycode_name(code: int) -> str:
    """A key with its modifiers: `Ctrl+Shift+A`."""
    if code & KEY_MASK_CMD_OR_CTRL:
        code |= KEY_MASK_CTRL
    modifiers = [name for name, mask in _MODIFIERS.items() if code & mask]
    key = code & _CODE
    if key == 0:
        return "+".join(modifiers)
    name = _names.get(key) or (chr(key) if key <= 0x10FFFF else "\ufffd")
    return "+".join([*modifiers, name])


def keycode_of_name(text: str) -> int:
    """The key with its modifiers that a text names; 0 where it names none."""
    *modifiers, key = text.lower().split("+")
    masks = {name.lower(): mask for name, mask in _MODIFIERS.items()}
    code = _codes.get(key, 0)
    for modifier in modifiers:
        code |= masks.get(modifier, 0)
    return code


def is_character(code: int) -> bool:
    """Whether a key writes something."""
    return code not in _names_without_character
