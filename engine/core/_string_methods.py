"""All of Godot's String functions, as plain functions on Python's strings.

They have Godot's names, with the text as first argument. What Godot gives as a PackedStringArray
or PackedByteArray is a list or bytes here.
"""

from __future__ import annotations

from engine.core._string_methods_case import (
    capitalize,
    to_camel_case,
    to_kebab_case,
    to_lower,
    to_pascal_case,
    to_snake_case,
    to_upper,
)
from engine.core._string_methods_compare import (
    casecmp_to,
    filecasecmp_to,
    filenocasecmp_to,
    naturalcasecmp_to,
    naturalnocasecmp_to,
    nocasecmp_to,
)
