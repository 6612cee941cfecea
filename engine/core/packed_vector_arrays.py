"""PackedVector2Array, PackedVector3Array, PackedVector4Array, PackedColorArray."""

from __future__ import annotations

from engine.core._packed_vectors import (
    PackedColorArray,
    PackedVector2Array,
    PackedVector3Array,
    PackedVector4Array,
)
from engine.core.packed_byte_array import PackedByteArray

__all__ = ["PackedColorArray", "PackedVector2Array", "PackedVector3Array", "PackedVector4Array"]

# All of them have `to_byte_array`, so whoever has one of them has this one as well.
_ = PackedByteArray
