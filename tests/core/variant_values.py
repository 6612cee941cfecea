"""Values and bytes for the tests of the binary coding."""

from __future__ import annotations

import random
import struct
from typing import Any

from engine.core import variant_type as t
from engine.core._element_type import ANYTHING, ElementType, element_type
from engine.core._keys import key
from engine.core._variant_codec import encode
from engine.core.aabb import AABB
from engine.core.basis import Basis
from engine.core.callable import Callable
from engine.core.color import Color
from engine.core.encoded_object_as_id import EncodedObjectAsID
from engine.core.node_path import NodePath
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import (
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
)
from engine.core.packed_string_array import PackedStringArray
from engine.core.packed_vector_arrays import (
    PackedColorArray,
    PackedVector2Array,
    PackedVector3Array,
    PackedVector4Array,
)
from engine.core.plane import Plane
from engine.core.projection import Projection
from engine.core.quaternion import Quaternion
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.rid import rid_with_id
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.transform2d import Transform2D
from engine.core.transform3d import Transform3D
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i

NAMES = {
    "bool": t.TYPE_BOOL,
    "int": t.TYPE_INT,
    "float": t.TYPE_FLOAT,
    "String": t.TYPE_STRING,
    "Vector2": t.TYPE_VECTOR2,
    "Dictionary": t.TYPE_DICTIONARY,
    "Array": t.TYPE_ARRAY,
}


# Values that Godot wrote down as trees of type and value -----------------------------------------


def number(text: Any) -> float:
    """A number of a tree: floats are hexadecimal."""
    return float.fromhex(text) if isinstance(text, str) else text


def of_tree(tree: dict[str, Any]) -> Any:
    """The value of a tree."""
    kind, value = tree["t"], tree.get("v")
    if kind == "Array":
        elements = [of_tree(one) for one in value]
        return TypedArray._of(elements, _element(tree["type"])) if "type" in tree else elements
    if kind == "Dictionary":
        pairs = {key(of_tree(k)): of_tree(v) for k, v in value}
        types = [_element(tree.get(name)) for name in ("key_type", "value_type")]
        return pairs if types == [ANYTHING, ANYTHING] else TypedDictionary._of(pairs, *types)
    if kind == "NodePath":
        return NodePath._of(tuple(tree["names"]), tuple(tree["subnames"]), tree["absolute"])
    return _OF_TREE[kind](value)


def _element(named: Any) -> ElementType:
    if named is None:
        return ANYTHING
    if isinstance(named, str):
        return element_type(NAMES[named])
    return element_type(t.TYPE_OBJECT, EncodedObjectAsID)


def _vectors(cls: type[Any]) -> Any:
    return lambda value: [cls(*map(number, one)) for one in value]


def _basis(v: list[str]) -> Basis:
    n = [number(text) for text in v]  # by rows
    return Basis(*[Vector3(*n[column::3]) for column in range(3)])


def _columns(v: list[str]) -> list[Vector4]:
    n = [number(text) for text in v]
    return [Vector4(*n[begin : begin + 4]) for begin in range(0, 16, 4)]


_OF_TREE: dict[str, Any] = {
    "Nil": lambda v: None,
    "bool": bool,
    "int": int,
    "float": number,
    "String": str,
    "StringName": StringName,
    "Vector2": lambda v: Vector2(*map(number, v)),
    "Vector2i": lambda v: Vector2i(*v),
    "Rect2": lambda v: Rect2(*map(number, v)),
    "Rect2i": lambda v: Rect2i(*v),
    "Vector3": lambda v: Vector3(*map(number, v)),
    "Vector3i": lambda v: Vector3i(*v),
    "Vector4": lambda v: Vector4(*map(number, v)),
    "Vector4i": lambda v: Vector4i(*v),
    "Transform2D": lambda v: Transform2D(
        *[Vector2(number(x), number(y)) for x, y in zip(v[::2], v[1::2], strict=True)]
    ),
    "Plane": lambda v: Plane(*map(number, v)),
    "Quaternion": lambda v: Quaternion(*map(number, v)),
    "AABB": lambda v: AABB(Vector3(*map(number, v[:3])), Vector3(*map(number, v[3:]))),
    "Basis": _basis,
    "Transform3D": lambda v: Transform3D(_basis(v[:9]), Vector3(*map(number, v[9:]))),
    "Projection": lambda v: Projection(*_columns(v)),
    "Color": lambda v: Color(*map(number, v)),
    "RID": lambda v: rid_with_id(int(v)),
    "Callable": lambda v: Callable(),
    "Signal": lambda v: Signal(),
    "PackedByteArray": lambda v: PackedByteArray(bytes.fromhex(v)),
    "PackedInt32Array": PackedInt32Array,
    "PackedInt64Array": lambda v: PackedInt64Array(map(int, v)),
    "PackedFloat32Array": lambda v: PackedFloat32Array(map(number, v)),
    "PackedFloat64Array": lambda v: PackedFloat64Array(map(number, v)),
    "PackedStringArray": PackedStringArray,
    "PackedVector2Array": lambda v: PackedVector2Array(_vectors(Vector2)(v)),
    "PackedVector3Array": lambda v: PackedVector3Array(_vectors(Vector3)(v)),
    "PackedColorArray": lambda v: PackedColorArray(_vectors(Color)(v)),
    "PackedVector4Array": lambda v: PackedVector4Array(_vectors(Vector4)(v)),
}


# Bytes by hand -----------------------------------------------------------------------------------


def u32(number: int) -> bytes:
    return struct.pack("<I", number & 0xFFFFFFFF)


def head(kind: int, flags: int = 0) -> bytes:
    return u32(kind | flags << 16)


def body(text: str | bytes) -> bytes:
    data = text if isinstance(text, bytes) else text.encode()
    return u32(len(data)) + data + b"\0" * (-len(data) % 4)


# Values and bytes by chance ----------------------------------------------------------------------

_TEXTS = ("", "a", "ab", "abc", "abcd", "hé", "✓", "🙂", "a long text " * 6, "a/b:c")
_PATHS = ("", "a", "/root/a", "a/b:c:d", ":x", "..", "%U", "/")
_INTS = (0, 1, -1, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**63 - 1, -(2**63))
_FLOATS = (0.0, -0.0, 1.0, 0.5, 1e39, -1e300, float("inf"), -float("inf"), 5e-324, 1e-40)
_REALS = {5: 2, 7: 4, 9: 3, 11: 6, 12: 4, 14: 4, 15: 4, 16: 6, 17: 9, 18: 12, 19: 16}
_SIZES = {1: 4, 2: 4, 3: 4, 6: 8, 8: 16, 10: 12, 13: 16, 20: 16, 23: 8}
_SIZES |= {kind: 4 * count for kind, count in _REALS.items()}
_EACH = {29: 1, 30: 4, 31: 8, 32: 4, 33: 8, 35: 8, 36: 12, 37: 16, 38: 16}


class Chance:
    """Makes values and bytes; the same ones for the same number."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def text(self) -> str:
        if self.random.random() < 0.5:
            return self.random.choice(_TEXTS)
        ranges = ((1, 0x7F), (0x80, 0x7FF), (0x800, 0xD7FF), (0xE000, 0xFEFE), (0x10000, 0x10FFFF))
        codes = [self.random.choice(ranges) for _ in range(self.random.randrange(20))]
        return "".join([chr(self.random.randint(*code)) for code in codes])

    def int(self) -> int:
        bits = self.random.choice((4, 8, 16, 31, 63))
        return self.random.choice((*_INTS, *[self.random.randint(-(2**bits), 2**bits - 1)] * 5))

    def float(self) -> float:
        return self.random.choice((*_FLOATS, *[self.random.uniform(-1e6, 1e6)] * 5))

    def floats(self, count: int) -> list[float]:
        return [self.float() for _ in range(count)]

    def bytes(self, count: int) -> bytes:
        return self.random.randbytes(count)

    def single(self, kind: int) -> Any:
        """A value of a type that holds no others."""
        count = self.random.randrange(5)
        if kind in _REALS or kind == 20:
            return self._math(kind)
        if kind in (6, 8, 10, 13):
            cls = {6: Vector2i, 8: Rect2i, 10: Vector3i, 13: Vector4i}[kind]
            return cls(*struct.unpack(f"<{_SIZES[kind] // 4}i", self.bytes(_SIZES[kind])))
        makers: dict[int, Any] = {
            0: lambda: None,
            1: lambda: self.random.random() < 0.5,
            2: self.int,
            3: self.float,
            4: self.text,
            21: lambda: StringName(self.text()),
            22: lambda: NodePath(self.random.choice(_PATHS)),
            23: lambda: rid_with_id(self.random.randint(-(2**63), 2**63 - 1)),
            25: Callable,
            26: Signal,
            29: lambda: PackedByteArray(self.bytes(count)),
            30: lambda: PackedInt32Array(self.int() for _ in range(count)),
            31: lambda: PackedInt64Array(self.int() for _ in range(count)),
            32: lambda: PackedFloat32Array(self.floats(count)),
            33: lambda: PackedFloat64Array(self.floats(count)),
            34: lambda: PackedStringArray(self.text() for _ in range(count)),
            35: lambda: PackedVector2Array(self._math(5) for _ in range(count)),
            36: lambda: PackedVector3Array(self._math(9) for _ in range(count)),
            37: lambda: PackedColorArray(self._math(20) for _ in range(count)),
            38: lambda: PackedVector4Array(self._math(12) for _ in range(count)),
        }
        return makers[kind]()

    def _math(self, kind: int) -> Any:
        n = self.floats(_REALS.get(kind, 4))
        vectors = [Vector3(*n[i : i + 3]) for i in range(0, len(n) - 2, 3)]
        makers: dict[int, Any] = {
            5: lambda: Vector2(*n),
            7: lambda: Rect2(*n),
            9: lambda: Vector3(*n),
            11: lambda: Transform2D(*[Vector2(*n[i : i + 2]) for i in (0, 2, 4)]),
            12: lambda: Vector4(*n),
            14: lambda: Plane(*n),
            15: lambda: Quaternion(*n),
            16: lambda: AABB(*vectors),
            17: lambda: Basis(*vectors),
            18: lambda: Transform3D(*vectors),
            19: lambda: Projection(*[Vector4(*n[i : i + 4]) for i in (0, 4, 8, 12)]),
            20: lambda: Color(*n),
        }
        return makers[kind]()

    def value(self, depth: int = 0) -> Any:
        """Any value; arrays and dictionaries hold others."""
        dice = self.random.random()
        count = self.random.choice((0, 1, 2, 3, 5, 40))
        if depth < 4 and dice < 0.1:
            kind = self.random.choice((2, 2, 3, 4))
            return [self.single(kind) for _ in range(count)]
        if depth < 4 and dice < 0.2:
            kind = self.random.choice((1, 2, 3, 4, 5, 21))
            return TypedArray._of([self.single(kind) for _ in range(count)], element_type(kind))
        count = min(count, 5)
        if depth < 4 and dice < 0.3:
            return [self.value(depth + 1) for _ in range(count)]
        if depth < 4 and dice < 0.4:
            return {key(self.value(depth + 1)): self.value(depth + 1) for _ in range(count)}
        if depth < 4 and dice < 0.45:
            types = [self.random.choice((0, 2, 4, 5, 21)) for _ in range(2)]
            parts = [[self._of(kind, depth) for _ in range(count)] for kind in types]
            pairs = {key(k): v for k, v in zip(*parts, strict=True)}
            return TypedDictionary._of(pairs, *map(element_type, types)) if any(types) else pairs
        kinds = [kind for kind in range(39) if kind not in (24, 27, 28)]
        return self.single(self.random.choice(kinds))

    def _of(self, kind: int, depth: int) -> Any:
        return self.single(kind) if kind else self.value(depth + 1)

    def alike(self, depth: int = 0) -> bytes:
        """Bytes that look like a value."""
        chance = self.random
        kind = chance.choice((chance.randrange(39), 2, 4, 24, 27, 28, chance.randrange(256)))
        flags = chance.choice((0, 0, 0, 1, 2, 3, chance.getrandbits(16)))
        out, count = head(kind, flags), chance.randrange(4)
        if kind in (27, 28) and depth < 5:
            for part in (flags & 3,) if kind == 28 else (flags & 3, flags >> 2 & 3):
                if part == 1:
                    out += u32(chance.choice((2, 3, 4, 5, 24, 28, 0, chance.randint(-1, 40))))
                elif part:
                    out += body(chance.choice(_TEXTS))
            out += u32(count + (chance.random() < 0.1))
            parts = 2 * count if kind == 27 else count
            return out + b"".join([self.alike(depth + 1) for _ in range(parts)])
        if kind in (4, 21):
            return out + body(self.text() if chance.random() < 0.8 else self.bytes(count))
        if kind in (24, 26):
            return out + (body(self.text()) if kind == 26 or not flags & 1 else b"") + self.bytes(8)
        if kind == 22:
            names = b"".join([body(self.text()) for _ in range(count)])
            return out + u32(count | 0x80000000) + u32(0) + u32(flags) + names
        if kind == 34:
            return out + u32(count) + b"".join([body(self.text() + "\0") for _ in range(count)])
        if kind in _EACH:
            size = _EACH[kind] * (2 if flags & 1 and kind in (35, 36, 38) else 1) * count
            return out + u32(count) + self.bytes(size + -size % 4)
        wide = flags & 1 and (kind in _REALS or kind in (2, 3))
        return out + self.bytes(_SIZES.get(kind, 0) * (2 if wide else 1))

    def damaged(self, data: bytes) -> bytes:
        """Bytes with a few mistakes in them."""
        chance, out = self.random, bytearray(data or b"\0")
        for _ in range(chance.choice((1, 1, 2, 3))):
            at = chance.randrange(len(out) or 1)
            word = at & ~3
            match chance.randrange(6):
                case 0:
                    out[at : at + 1] = bytes([chance.getrandbits(8)])
                case 1:
                    del out[at:]
                case 2:
                    odd = (0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, chance.getrandbits(32))
                    out[word : word + 4] = u32(chance.choice(odd))
                case 3:
                    del out[word : word + 4]
                case 4:
                    out[word:word] = u32(chance.choice((0, 1, 2, 4, 27, 28)))
                case _:
                    out[word:word] = out[: 8 * chance.randrange(1, 5)]
        return bytes(out)

    def input(self) -> bytes:
        """Bytes as a broken or hostile program may send them."""
        match self.random.randrange(4):
            case 0:
                return self.damaged(encode(self.value())[1])
            case 1:
                return self.alike()
            case 2:
                return self.damaged(self.alike())
            case _:
                few = (0, 0, 0, 1, 2, 4, 27, 28, 255)
                return bytes(self.random.choices(few, k=self.random.randrange(80)))
