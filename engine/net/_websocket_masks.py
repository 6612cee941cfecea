"""Masking: XOR of a payload with a key of four bytes, over and over.

Where the package `websockets` is installed, its function for this, in C, is used; nothing else of
it is loaded. In pure Python a short payload is quickest as one big integer, a long one as four
interleaved table look-ups.

Short messages of one size often come in a row. `unmask_run` takes such a row as one integer: the
keys are cut out where they lie, each is copied over the place of its payload by shifting and
joining, doubling the copies each time, and one XOR unmasks all payloads together.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import lru_cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

Buffer = bytes | bytearray

_LONG = 600
"""From this size on the table look-ups are quicker than the big integer."""

_XOR = [bytes(a ^ b for a in range(256)) for b in range(256)]
_COPIES = [sum(1 << 32 * at for at in range(count)) for count in range(_LONG // 4 + 1)]
_HEAD = 6  # bytes in front of a short payload, the key being the last four

_int = int.from_bytes
_keys: list[bytes] = []
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_keys.clear)


def mask_key() -> bytes:
    """Four fresh random bytes; the system is asked for many at once."""
    if not _keys:
        pool = os.urandom(1024)
        _keys.extend([pool[i : i + 4] for i in range(0, 1024, 4)])
    return _keys.pop()


def mask_in_python(payload: Buffer | memoryview, key: Buffer) -> bytes:
    """What `apply_mask` does where there is nothing faster."""
    size = len(payload)
    if size < _LONG:
        number = _int(payload, "little") ^ _int(key, "little") * _COPIES[(size + 3) >> 2]
        return number.to_bytes(size + 3, "little")[:size]
    turned = bytearray(payload)
    for i in range(4):
        turned[i::4] = turned[i::4].translate(_XOR[key[i]])
    return bytes(turned)


def _find_fast_mask() -> Callable[[Any, Any], bytes] | None:
    """The function of `websockets`, if it is there and does what is expected.

    The package itself stays unloaded: it would take longer than all of ours.
    """
    module = sys.modules.get("websockets.speedups")
    if module is None:
        package = PathFinder.find_spec("websockets")
        places = package.submodule_search_locations if package is not None else None
        spec = PathFinder.find_spec("websockets.speedups", places) if places else None
        if spec is None or spec.loader is None:
            return None
        try:
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
        except ImportError:
            return None
    found: Callable[[Any, Any], bytes] | None = getattr(module, "apply_mask", None)
    sample, key = bytes(range(21)), b"\x01\x20\x7f\xff"
    if found is None or found(bytearray(sample), key) != mask_in_python(sample, key):
        return None
    return found


fast_mask = _find_fast_mask()
"""What was found to be faster, or None."""

apply_mask: Callable[[Buffer | memoryview, Buffer], bytes] = fast_mask or mask_in_python
"""A payload masked with the four bytes of a key; masking twice gives it back."""


@lru_cache(maxsize=64)
def _keys_of(stride: int, count: int) -> int:
    """All bits set where the keys lie in so many frames of `stride` bytes."""
    pattern = b"\0\0\xff\xff\xff\xff" + bytes(stride - _HEAD)
    return _int(pattern * count, "little")


def unmask_run(data: Buffer, pos: int, size: int, count: int) -> list[bytes]:
    """The payloads of `count` masked frames in a row, each with `size` bytes, at most 125.

    Args:
        data: the frames.
        pos: where the first begins.
        size: bytes of payload of each.
        count: how many there are.
    """
    stride = size + _HEAD
    whole = stride * count
    number = _int(data[pos : pos + whole], "little")
    masks = (number & _keys_of(stride, count)) << 32
    copies, have = (size + 3) >> 2, 1
    while have * 2 <= copies:
        masks |= masks << 32 * have
        have *= 2
    if have < copies:
        masks |= masks << 32 * (copies - have)
    turned = (number ^ masks).to_bytes(whole + 8, "little")
    return [turned[at : at + size] for at in range(_HEAD, whole + 1, stride)]
