"""What the variables of a script look like in property lists: types, hints and usage flags."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import property_info as info
from engine.core import variant_type
from engine.core._number_text import number_text
from engine.gdscript import _api
from engine.gdscript._class_info import ClassInfo, VariableInfo
from engine.gdscript._syntax import Annotation, Expression
from engine.gdscript._types import (
    CLASS_KIND,
    ENUM_KIND,
    SCRIPT_KIND,
    VARIANT,
    StaticType,
)

# name, class_name, type, hint, hint_string, usage
Entry = tuple[str, str, int, int, str, int]
Fold = Callable[[Expression], Any]

_SCRIPT_VARIABLE = int(info.PROPERTY_USAGE_SCRIPT_VARIABLE)
_NIL_IS_VARIANT = int(info.PROPERTY_USAGE_NIL_IS_VARIANT)
_EXPORTED = int(info.PROPERTY_USAGE_DEFAULT)
_ENUM_USAGE = int(info.PROPERTY_USAGE_CLASS_IS_ENUM)
_GROUPS = {
    "export_group": int(info.PROPERTY_USAGE_GROUP),
    "export_subgroup": int(info.PROPERTY_USAGE_SUBGROUP),
    "export_category": int(info.PROPERTY_USAGE_CATEGORY),
}
_HINTS = {
    "export_range": info.PROPERTY_HINT_RANGE,
    "export_enum": info.PROPERTY_HINT_ENUM,
    "export_exp_easing": info.PROPERTY_HINT_EXP_EASING,
    "export_color_no_alpha": info.PROPERTY_HINT_COLOR_NO_ALPHA,
    "export_dir": info.PROPERTY_HINT_DIR,
    "export_file": info.PROPERTY_HINT_FILE,
    "export_file_path": info.PROPERTY_HINT_FILE_PATH,
    "export_global_dir": info.PROPERTY_HINT_GLOBAL_DIR,
    "export_global_file": info.PROPERTY_HINT_GLOBAL_FILE,
    "export_multiline": info.PROPERTY_HINT_MULTILINE_TEXT,
    "export_placeholder": info.PROPERTY_HINT_PLACEHOLDER_TEXT,
    "export_flags": info.PROPERTY_HINT_FLAGS,
    "export_flags_2d_render": info.PROPERTY_HINT_LAYERS_2D_RENDER,
    "export_flags_2d_physics": info.PROPERTY_HINT_LAYERS_2D_PHYSICS,
    "export_flags_2d_navigation": info.PROPERTY_HINT_LAYERS_2D_NAVIGATION,
    "export_flags_3d_render": info.PROPERTY_HINT_LAYERS_3D_RENDER,
    "export_flags_3d_physics": info.PROPERTY_HINT_LAYERS_3D_PHYSICS,
    "export_flags_3d_navigation": info.PROPERTY_HINT_LAYERS_3D_NAVIGATION,
    "export_flags_avoidance": info.PROPERTY_HINT_LAYERS_AVOIDANCE,
    "export_node_path": info.PROPERTY_HINT_NODE_PATH_VALID_TYPES,
}
_ELEMENTS = {
    "PackedByteArray": "int",
    "PackedInt32Array": "int",
    "PackedInt64Array": "int",
    "PackedFloat32Array": "float",
    "PackedFloat64Array": "float",
    "PackedStringArray": "String",
    "PackedVector2Array": "Vector2",
    "PackedVector3Array": "Vector3",
    "PackedVector4Array": "Vector4",
    "PackedColorArray": "Color",
}


def variant_number(kind: StaticType) -> int:
    """The `TYPE_*` of a static type; 0 for any value."""
    if kind.kind == ENUM_KIND:
        return int(variant_type.TYPE_INT)
    if kind.kind == "builtin":
        return _NUMBERS[kind.name]
    return 0 if kind.kind in ("variant", "void") else int(variant_type.TYPE_OBJECT)


def _numbers() -> dict[str, int]:
    words = {"Nil": "NIL", "bool": "BOOL", "int": "INT", "float": "FLOAT"}
    found: dict[str, int] = {}
    for name in _TYPE_NAMES.split():
        word = words.get(name) or _snake(name)
        found[name] = int(getattr(variant_type, f"TYPE_{word}"))
    return found


def _snake(name: str) -> str:
    word = "".join(f"_{c}" if c.isupper() else c for c in name).lstrip("_").upper()
    for joined in ("AABB", "RID"):
        if name == joined:
            return joined
    return word.replace("2_D", "2D").replace("3_D", "3D")


_TYPE_NAMES = (
    "Nil bool int float String StringName NodePath Vector2 Vector2i Vector3 Vector3i Vector4 "
    "Vector4i Rect2 Rect2i Transform2D Transform3D Plane Quaternion AABB Basis Projection Color "
    "RID Callable Signal Object Dictionary Array PackedByteArray PackedInt32Array "
    "PackedInt64Array PackedFloat32Array PackedFloat64Array PackedStringArray "
    "PackedVector2Array PackedVector3Array PackedVector4Array PackedColorArray"
)
_NUMBERS = _numbers()


def class_name_of(kind: StaticType) -> str:
    """The `class_name` of an entry."""
    if kind.kind == CLASS_KIND:
        return kind.name
    if kind.kind == SCRIPT_KIND and kind.info is not None:
        named = kind.info.outer is None and kind.info.name
        return kind.info.name if named else kind.info.native
    return kind.name if kind.kind == ENUM_KIND else ""


def described(name: str, kind: StaticType, usage: int = 0) -> Entry:
    """The entry of an argument, or of a variable that is not exported."""
    hint, text = 0, ""
    if kind.element is not None and kind.key is not None:
        hint = int(info.PROPERTY_HINT_DICTIONARY_TYPE)
        text = f"{_type_text(kind.key)};{_type_text(kind.element)}"
    elif kind.element is not None:
        hint, text = int(info.PROPERTY_HINT_ARRAY_TYPE), _type_text(kind.element)
    if kind.kind == ENUM_KIND:
        usage |= _ENUM_USAGE
    elif kind.is_variant:
        usage |= _NIL_IS_VARIANT
    return name, class_name_of(kind), variant_number(kind), hint, text, usage


def _type_text(kind: StaticType) -> str:
    return class_name_of(kind) or kind.name


def entries_of(variable: VariableInfo, guess: StaticType, fold: Fold) -> list[Entry]:
    """The entry of a variable, after those of the groups that begin with it.

    Args:
        variable: a variable that is not static.
        guess: the type of its value, where none is declared.
        fold: gives the value of a constant expression.
    """
    found: list[Entry] = []
    entry = described(variable.name, variable.type, _SCRIPT_VARIABLE)
    for annotation in variable.syntax.annotations:
        if annotation.name in _GROUPS:
            found.append(_group(annotation, fold))
        elif annotation.name.startswith("export"):
            kind = guess if variable.type.is_variant else variable.type
            entry = _exported(variable, kind, annotation, [fold(a) for a in annotation.arguments])
    return [*found, entry]


def _group(annotation: Annotation, fold: Fold) -> Entry:
    words = [str(fold(argument)) for argument in annotation.arguments]
    prefix = words[1] if len(words) > 1 else ""
    return words[0] if words else "", "", 0, 0, prefix, _GROUPS[annotation.name]


def _exported(
    variable: VariableInfo, kind: StaticType, annotation: Annotation, args: list[Any]
) -> Entry:
    usage = _SCRIPT_VARIABLE | _EXPORTED
    name = variable.name
    if annotation.name == "export_storage":
        return described(name, variable.type, _SCRIPT_VARIABLE | int(info.PROPERTY_USAGE_STORAGE))
    if annotation.name == "export_custom":
        text = str(args[1]) if len(args) > 1 else ""
        more = int(args[2]) if len(args) > 2 else _EXPORTED
        number = variant_number(kind)
        return name, class_name_of(kind), number, int(args[0]), text, more | _SCRIPT_VARIABLE
    if annotation.name == "export_tool_button":
        text = ",".join([*map(str, args), "Callable"][:2])
        usage = _SCRIPT_VARIABLE | int(info.PROPERTY_USAGE_EDITOR)
        number = int(variant_type.TYPE_CALLABLE)
        return name, "", number, int(info.PROPERTY_HINT_TOOL_BUTTON), text, usage
    if annotation.name in _HINTS:
        hint, text = int(_HINTS[annotation.name]), ",".join(_word(arg) for arg in args)
        if kind.is_variant and annotation.name == "export_enum":
            kind = _api.type_named("int") or VARIANT
        if kind.element is not None:
            text = f"{variant_number(kind.element)}/{hint}:{text}"
            hint = int(info.PROPERTY_HINT_TYPE_STRING)
        return name, "", variant_number(kind), hint, text, usage
    hint, text = _plain_hint(kind, variable.owner)
    if kind.kind == ENUM_KIND:
        usage |= _ENUM_USAGE
    return name, class_name_of(kind), variant_number(kind), hint, text, usage


def _word(value: Any) -> str:
    if type(value) in (int, float):
        return number_text(float(value))
    return str(value)


def _plain_hint(kind: StaticType, owner: ClassInfo) -> tuple[int, str]:
    """Hint and its text of a plain `@export`."""
    if kind.kind == ENUM_KIND:
        return int(info.PROPERTY_HINT_ENUM), _enum_words(kind, owner)
    if kind.is_object:
        native = kind.info.native if kind.info is not None else kind.name
        word = class_name_of(kind)
        if _api.is_subclass(native, "Node"):
            return int(info.PROPERTY_HINT_NODE_TYPE), word
        if _api.is_subclass(native, "Resource"):
            return int(info.PROPERTY_HINT_RESOURCE_TYPE), word
        return 0, ""
    if kind.element is not None:
        text = _part(kind.element, owner)
        if kind.key is not None:
            text = f"{_part(kind.key, owner)};{text}"
        return int(info.PROPERTY_HINT_TYPE_STRING), text
    element = _ELEMENTS.get(kind.name) if kind.kind == "builtin" else None
    if element is not None:
        return int(info.PROPERTY_HINT_TYPE_STRING), f"{_NUMBERS[element]}:"
    return 0, ""


def _part(kind: StaticType, owner: ClassInfo) -> str:
    hint, text = _plain_hint(kind, owner)
    number = variant_number(kind)
    return f"{number}/{hint}:{text}" if hint else f"{number}:"


def _enum_words(kind: StaticType, owner: ClassInfo) -> str:
    facts = _api.enum_facts(kind.name)
    values = facts.values if facts is not None else _own_enum(kind.name, owner)
    return ",".join(f"{_capitalized(name)}:{value}" for name, value in values.items())


def _own_enum(name: str, owner: ClassInfo) -> dict[str, int]:
    wanted = name.rpartition(".")[2]
    at: ClassInfo | None = owner
    while at is not None:
        base: ClassInfo | None = at
        while base is not None:
            if wanted in base.enums:
                return base.enums[wanted].values
            base = base.base
        at = at.outer
    return {}


def _capitalized(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in name.split("_") if word)
