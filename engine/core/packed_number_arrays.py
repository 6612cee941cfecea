"""PackedInt32Array, PackedInt64Array, PackedFloat32Array, PackedFloat64Array."""

from __future__ import annotations

from engine.core._packed_numbers import (
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
)
from engine.core.packed_byte_array import PackedByteArray

__all__ = ["PackedFloat32Array", "PackedFloat64Array", "PackedInt32Array", "PackedInt64Array"]

# All of them have `to_byte_array`, so whoever has one of them has this one as well.
_ = PackedByteArray
