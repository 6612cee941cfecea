"""The 32 bit hashes that Godot's `hash()` is made of.

Strings are hashed by djb2 over their code points, whole numbers by a 64 bit integer mixer, and
what is made of several parts by feeding 32 bit words to murmur3 one after the other, from a fixed
seed, with its final scrambling at the end.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

MURMUR3_SEED = 0x7F07C65
_MASK = 0xFFFFFFFF
_MASK64 = 0xFFFFFFFFFFFFFFFF


def hash_text(text: str) -> int:
    """djb2 of the code points."""
    value = 5381
    for character in text:
        value = (value * 33 + ord(character)) & _MASK
    return value


def hash_uint64(number: int) -> int:
    """A whole number; negative ones count as their two's complement."""
    number &= _MASK64
    number = ((number << 18) - number - 1) & _MASK64
    number ^= number >> 31
    number = (number * 21) & _MASK64
    number ^= number >> 11
    number = (number * 65) & _MASK64
    number ^= number >> 22
    return number & _MASK


def murmur3_word(word: int, seed: int = MURMUR3_SEED) -> int:
    """One round with one 32 bit word."""
    word = (word * 0xCC9E2D51) & _MASK
    word = ((word << 15) | (word >> 17)) & _MASK
    seed ^= (word * 0x1B873593) & _MASK
    seed = ((seed << 13) | (seed >> 19)) & _MASK
    return (seed * 5 + 0xE6546B64) & _MASK


def murmur3_words(words: Iterable[int], seed: int = MURMUR3_SEED) -> int:
    """One round for each word, in order."""
    for word in words:
        seed = murmur3_word(word, seed)
    return seed


def murmur3_uint64(number: int, seed: int = MURMUR3_SEED) -> int:
    """Two rounds: the low half, then the high one."""
    number &= _MASK64
    return murmur3_word(number >> 32, murmur3_word(number & _MASK, seed))


def murmur3_double(x: float, seed: int = MURMUR3_SEED) -> int:
    """The bits of a float; both zeros are one, and so are all NaNs."""
    if x == 0.0:
        return murmur3_uint64(0, seed)
    if x != x:
        return murmur3_uint64(0x7FF8000000000000, seed)
    return murmur3_uint64(struct.unpack("<Q", struct.pack("<d", x))[0], seed)


def murmur3_float(x: float, seed: int = MURMUR3_SEED) -> int:
    """The bits of `x` as a single precision number."""
    if x == 0.0:
        return murmur3_word(0, seed)
    if x != x:
        return murmur3_word(0x7FC00000, seed)
    return murmur3_word(struct.unpack("<I", struct.pack("<f", x))[0], seed)


def scramble(value: int) -> int:
    """murmur3's last step."""
    value ^= value >> 16
    value = (value * 0x85EBCA6B) & _MASK
    value ^= value >> 13
    value = (value * 0xC2B2AE35) & _MASK
    return value ^ (value >> 16)


def murmur3_buffer(data: bytes, seed: int = MURMUR3_SEED) -> int:
    """Bytes as words of four, low byte first, the rest of them, and their number at the end."""
    whole = len(data) & ~3
    state = murmur3_words(struct.unpack(f"<{whole // 4}I", data[:whole]), seed)
    rest = int.from_bytes(data[whole:], "little")
    if rest:
        rest = (rest * 0xCC9E2D51) & _MASK
        rest = ((rest << 15) | (rest >> 17)) & _MASK
        state ^= (rest * 0x1B873593) & _MASK
    return state ^ len(data)
