"""Keys: from SDL's numbers to Godot's.

A key has a *scancode*, which tells where it is on the keyboard, and a *keycode*, which tells what
it means in the current layout. Godot's physical keycode is what the key at that place means on a US
keyboard.
"""

from __future__ import annotations

from engine.core.input_enums import Key, KeyLocation, KeyModifierMask

# By scancode: letters and digits lie in two rows; the others are named.
_LETTERS_BEGIN = 4
_DIGITS_BEGIN = 30
_PLACES: dict[int, Key] = {
    40: Key.KEY_ENTER, 41: Key.KEY_ESCAPE, 42: Key.KEY_BACKSPACE, 43: Key.KEY_TAB,
    44: Key.KEY_SPACE, 45: Key.KEY_MINUS, 46: Key.KEY_EQUAL, 47: Key.KEY_BRACKETLEFT,
    48: Key.KEY_BRACKETRIGHT, 49: Key.KEY_BACKSLASH, 50: Key.KEY_BACKSLASH,
    51: Key.KEY_SEMICOLON, 52: Key.KEY_APOSTROPHE, 53: Key.KEY_QUOTELEFT, 54: Key.KEY_COMMA,
    55: Key.KEY_PERIOD, 56: Key.KEY_SLASH, 57: Key.KEY_CAPSLOCK, 70: Key.KEY_PRINT,
    71: Key.KEY_SCROLLLOCK, 72: Key.KEY_PAUSE, 73: Key.KEY_INSERT, 74: Key.KEY_HOME,
    75: Key.KEY_PAGEUP, 76: Key.KEY_DELETE, 77: Key.KEY_END, 78: Key.KEY_PAGEDOWN,
    79: Key.KEY_RIGHT, 80: Key.KEY_LEFT, 81: Key.KEY_DOWN, 82: Key.KEY_UP,
    83: Key.KEY_NUMLOCK, 84: Key.KEY_KP_DIVIDE, 85: Key.KEY_KP_MULTIPLY,
    86: Key.KEY_KP_SUBTRACT, 87: Key.KEY_KP_ADD, 88: Key.KEY_KP_ENTER, 98: Key.KEY_KP_0,
    99: Key.KEY_KP_PERIOD, 100: Key.KEY_SECTION, 101: Key.KEY_MENU, 103: Key.KEY_EQUAL,
    117: Key.KEY_HELP, 118: Key.KEY_MENU, 127: Key.KEY_VOLUMEMUTE, 128: Key.KEY_VOLUMEUP,
    129: Key.KEY_VOLUMEDOWN, 137: Key.KEY_YEN, 154: Key.KEY_SYSREQ, 156: Key.KEY_CLEAR,
    224: Key.KEY_CTRL, 225: Key.KEY_SHIFT, 226: Key.KEY_ALT, 227: Key.KEY_META,
    228: Key.KEY_CTRL, 229: Key.KEY_SHIFT, 230: Key.KEY_ALT, 231: Key.KEY_META,
    258: Key.KEY_MEDIANEXT, 259: Key.KEY_MEDIAPREVIOUS, 260: Key.KEY_MEDIASTOP,
    261: Key.KEY_MEDIAPLAY, 262: Key.KEY_VOLUMEMUTE, 264: Key.KEY_OPENURL,
    265: Key.KEY_LAUNCHMAIL, 268: Key.KEY_SEARCH, 269: Key.KEY_HOMEPAGE, 270: Key.KEY_BACK,
    271: Key.KEY_FORWARD, 272: Key.KEY_STOP, 273: Key.KEY_REFRESH, 274: Key.KEY_FAVORITES,
}  # fmt: skip
_KEYPAD_BEGIN = 89  # 1 to 9
_F_KEYS = ((58, 0, 12), (104, 12, 12))  # scancode of the first, what comes before, how many
_BY_PLACE = 1 << 30  # SDL's keycodes that are a scancode with this bit
_LEFT = (224, 225, 226, 227)
_RIGHT = (228, 229, 230, 231)
_MODIFIERS = (
    (0x0003, int(KeyModifierMask.KEY_MASK_SHIFT)),
    (0x00C0, int(KeyModifierMask.KEY_MASK_CTRL)),
    (0x0300, int(KeyModifierMask.KEY_MASK_ALT)),
    (0x0C00, int(KeyModifierMask.KEY_MASK_META)),
)
_SHIFT_BITS = 0x0003
_OWN = {
    int(Key.KEY_SHIFT): int(KeyModifierMask.KEY_MASK_SHIFT),
    int(Key.KEY_CTRL): int(KeyModifierMask.KEY_MASK_CTRL),
    int(Key.KEY_ALT): int(KeyModifierMask.KEY_MASK_ALT),
    int(Key.KEY_META): int(KeyModifierMask.KEY_MASK_META),
}
_CONTROLS = {
    8: Key.KEY_BACKSPACE,
    9: Key.KEY_TAB,
    13: Key.KEY_ENTER,
    27: Key.KEY_ESCAPE,
    127: Key.KEY_DELETE,
}


def physical(scancode: int) -> int:
    """What the key at a place means on a US keyboard."""
    if _LETTERS_BEGIN <= scancode < _LETTERS_BEGIN + 26:
        return int(Key.KEY_A) + scancode - _LETTERS_BEGIN
    if _DIGITS_BEGIN <= scancode < _DIGITS_BEGIN + 10:
        return int(Key.KEY_0) + (scancode - _DIGITS_BEGIN + 1) % 10
    if _KEYPAD_BEGIN <= scancode < _KEYPAD_BEGIN + 9:
        return int(Key.KEY_KP_1) + scancode - _KEYPAD_BEGIN
    for first, before, count in _F_KEYS:
        if first <= scancode < first + count:
            return int(Key.KEY_F1) + before + scancode - first
    return int(_PLACES.get(scancode, Key.KEY_UNKNOWN))


def keycode(key: int, scancode: int) -> int:
    """What a key means: by its letter where that is a Latin one, else by its place."""
    if key in _CONTROLS:
        return int(_CONTROLS[key])
    if ord("a") <= key <= ord("z"):
        return key - 32
    if 32 <= key < 127 or key in (165, 167):
        return key
    if key & _BY_PLACE:
        return physical(key & ~_BY_PLACE)
    return physical(scancode)


def label(key: int, scancode: int) -> int:
    """What is printed on a key: a letter as a capital."""
    if 127 < key < _BY_PLACE:
        capital = chr(key).upper()
        return ord(capital) if len(capital) == 1 else key
    return keycode(key, scancode)


def location(scancode: int) -> int:
    """Whether it is the left or the right one of two keys."""
    if scancode in _LEFT:
        return int(KeyLocation.KEY_LOCATION_LEFT)
    if scancode in _RIGHT:
        return int(KeyLocation.KEY_LOCATION_RIGHT)
    return int(KeyLocation.KEY_LOCATION_UNSPECIFIED)


def modifiers(mod: int) -> int:
    """The keys that are held, as a sum of `KEY_MASK_*`."""
    return sum(mask for bits, mask in _MODIFIERS if mod & bits)


def held_besides(mod: int, code: int) -> int:
    """The modifiers that are held, without the one that is being pressed itself."""
    return modifiers(mod) & ~_OWN.get(code, 0)


def written_with_control(key: int, mod: int) -> int:
    """The character of a key that writes none because Control is held; 0 when it has none."""
    if not 32 <= key < 127:
        return 0
    return ord(chr(key).upper()) if mod & _SHIFT_BITS else key


def is_printed(text: str) -> bool:
    """Whether a key's text is a character to write, and no control character."""
    return len(text) == 1 and ord(text) >= 32 and ord(text) != 127
