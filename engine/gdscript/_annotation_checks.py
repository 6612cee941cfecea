"""What Godot refuses in annotations: where they stand, what they are given, what they export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.gdscript import _api
from engine.gdscript._class_info import ClassInfo
from engine.gdscript._syntax import (
    Annotation,
    ClassDeclaration,
    Constant,
    Declaration,
    Enum,
    Function,
    Literal,
    ParseError,
    SignalDeclaration,
    Syntax,
    Variable,
)
from engine.gdscript._types import ENUM_KIND, StaticType
from engine.gdscript._warning_names import check_warning_names

KINDS: dict[type[Any], str] = {
    Variable: "variable",
    Function: "function",
    SignalDeclaration: "signal",
    Constant: "constant",
    Enum: "enum",
    ClassDeclaration: "class",
}
_MANY = 1000
_GROUPS = {"export_group": (1, 2), "export_subgroup": (1, 2), "export_category": (1, 1)}
_IGNORING = {
    "warning_ignore": (1, _MANY),
    "warning_ignore_start": (1, _MANY),
    "warning_ignore_restore": (1, _MANY),
}
_ANYWHERE = {**_IGNORING, **_GROUPS}
_ON_FILES = {"tool": (0, 0), "icon": (1, 1), "static_unload": (0, 0)}
_AT_THE_TOP = 'must be at the top of the script, before "extends" and "class_name".'
_ON_FUNCTIONS = {"rpc": (0, 4), "abstract": (0, 0)}
_LAYERS = [
    f"export_flags_{kind}"
    for kind in (
        *("2d_navigation", "2d_physics", "2d_render"),
        *("3d_navigation", "3d_physics", "3d_render", "avoidance"),
    )
]
_ON_VARIABLES = {
    "export": (0, 0),
    "export_color_no_alpha": (0, 0),
    "export_custom": (2, 3),
    "export_dir": (0, 0),
    "export_enum": (1, _MANY),
    "export_exp_easing": (0, _MANY),
    "export_file": (0, _MANY),
    "export_file_path": (0, _MANY),
    "export_flags": (0, _MANY),
    "export_global_dir": (0, 0),
    "export_global_file": (0, _MANY),
    "export_multiline": (0, _MANY),
    "export_node_path": (0, _MANY),
    "export_placeholder": (1, 1),
    "export_range": (2, _MANY),
    "export_storage": (0, 0),
    "export_tool_button": (1, 2),
    "onready": (0, 0),
    **dict.fromkeys(_LAYERS, (0, 0)),
}
_COUNTS = {**_ANYWHERE, **_ON_FILES, **_ON_FUNCTIONS, **_ON_VARIABLES}

# Parsing -----------------------------------------------------------------------------------------


def check_annotations(member: Declaration) -> None:
    """Refuses annotations that there are not, or that do not belong there.

    Raises:
        ParseError: with the first of them.
    """
    for mark in member.annotations:
        counts = _COUNTS.get(mark.name)
        if counts is None:
            raise _error(f'Unrecognized annotation: "@{mark.name}".', mark)
        if not _belongs(mark.name, member):
            raise _misplaced(mark, member)
        _check_arguments(mark, counts)


def check_in_body(mark: Annotation) -> None:
    """Refuses what may not stand before a statement: only what ignores warnings may.

    Raises:
        ParseError: it is something else, or with other arguments.
    """
    if mark.name not in _COUNTS:
        raise _error(f'Unrecognized annotation: "@{mark.name}".', mark)
    if mark.name not in _IGNORING:
        text = _AT_THE_TOP if mark.name in _ON_FILES else "is not allowed in this level."
        raise _error(f'Annotation "@{mark.name}" {text}', mark)
    _check_arguments(mark, _COUNTS[mark.name])


def _check_arguments(mark: Annotation, counts: tuple[int, int]) -> None:
    given = len(mark.arguments)
    if not counts[0] <= given <= counts[1]:
        word, count = ("least", counts[0]) if given < counts[0] else ("most", counts[1])
        raise _error(
            f'Annotation "@{mark.name}" requires at {word} {count} arguments, but {given} were '
            "given.",
            mark,
        )
    check_warning_names(mark)


def _belongs(name: str, member: Declaration) -> bool:
    if name in _ANYWHERE:
        return True
    if name in _ON_FILES:
        return isinstance(member, ClassDeclaration)
    if name == "abstract" and isinstance(member, ClassDeclaration):
        return True
    return isinstance(member, Function if name in _ON_FUNCTIONS else Variable)


def _misplaced(mark: Annotation, member: Declaration) -> ParseError:
    if mark.name in _ON_FILES:
        text = _AT_THE_TOP
    else:
        kind = KINDS.get(type(member), "member")
        text = f"cannot be applied to {'an' if kind[0] == 'e' else 'a'} {kind}."
    return _error(f'Annotation "@{mark.name}" {text}', mark)


# Types -------------------------------------------------------------------------------------------

_PACKED = {
    "int": ("PackedByteArray", "PackedInt32Array", "PackedInt64Array"),
    "float": ("PackedFloat32Array", "PackedFloat64Array"),
    "String": ("PackedStringArray",),
    "Color": ("PackedColorArray",),
}
_TYPES: dict[str, tuple[str, ...]] = {
    "export_color_no_alpha": ("Color",),
    "export_dir": ("String",),
    "export_enum": ("int", "String"),
    "export_exp_easing": ("float",),
    "export_file": ("String",),
    "export_file_path": ("String",),
    "export_flags": ("int",),
    "export_global_dir": ("String",),
    "export_global_file": ("String",),
    "export_multiline": ("String", "Dictionary"),
    "export_node_path": ("NodePath",),
    "export_placeholder": ("String",),
    "export_range": ("float",),
}


def export_problems(
    variable: Variable, kind: StaticType, inside: ClassInfo, is_tool: bool
) -> Iterator[tuple[str, Syntax]]:
    """What is wrong with the exports of a variable, and where.

    Args:
        variable: its syntax.
        kind: as declared, or the type of its value.
        inside: its class.
        is_tool: whether the file is marked with `@tool`.
    """
    exports = [a for a in variable.annotations if a.name in _ON_VARIABLES and a.name != "onready"]
    for mark in exports[1:]:
        yield f'Annotation "@{mark.name}" cannot be used with another "@export" annotation.', mark
    for mark in exports[:1]:
        problem = _problem(mark, variable, kind, inside, is_tool)
        if problem:
            yield problem, variable


def _problem(
    mark: Annotation, variable: Variable, kind: StaticType, inside: ClassInfo, is_tool: bool
) -> str:
    if variable.static:
        return f'Annotation "@{mark.name}" cannot be applied to a static variable.'
    if mark.name == "export":
        if variable.type is None and variable.value is None:
            return (
                'Cannot use simple "@export" annotation with variable without type or '
                "initializer, since type can't be inferred."
            )
        return _unexportable(kind, inside)
    if mark.name == "export_tool_button" and not is_tool:
        return (
            'Tool buttons can only be used in tool scripts (add "@tool" to the top of the script).'
        )
    if mark.name == "export_range" and (number := _text_among(mark)):
        return (
            f'Invalid argument for annotation "@export_range": argument {number} should be "float" '
            'but is "String".'
        )
    return _misfit(mark.name, kind)


def _text_among(mark: Annotation) -> int:
    """Which of the first two arguments is a text; 0 when they are numbers."""
    for number, argument in enumerate(mark.arguments[:2], 1):
        if isinstance(argument, Literal) and isinstance(argument.value, str):
            return number
    return 0


def _unexportable(kind: StaticType, inside: ClassInfo) -> str:
    if kind.element is not None:
        return _unexportable(kind.element, inside) or (
            _unexportable(kind.key, inside) if kind.key is not None else ""
        )
    if not kind.is_object:
        return ""
    native = kind.info.native if kind.info is not None else kind.name
    if _api.is_subclass(native, "Node"):
        if _api.is_subclass(inside.native, "Node"):
            return ""
        return (
            "Node export is only supported in Node-derived classes, but the current class inherits "
            f'"{inside.native}".'
        )
    if _api.is_subclass(native, "Resource"):
        return ""
    return "Export type can only be built-in, a resource, a node, or an enum."


def _misfit(name: str, kind: StaticType) -> str:
    wanted = _TYPES.get(name)
    if wanted is None or kind.is_variant or kind.name == "Nil":
        return ""
    shown = []
    for one in wanted:
        shown += [one, f"Array[{one}]", *_PACKED.get(one, ())]
    taken = {*shown, *(("int", "Array[int]", *_PACKED["int"]) if "float" in wanted else ())}
    plain = "int" if kind.kind == ENUM_KIND else str(kind)
    if plain in taken or (kind.name == "Array" and kind.element is None):
        return ""
    quoted = [f'"{one}"' for one in shown]
    comma = "," if len(quoted) > 2 else ""
    words = f"{', '.join(quoted[:-1])}{comma} or {quoted[-1]}"
    return (
        f'"@{name}" annotation requires a variable of type {words}, but type "{plain}" was given '
        "instead."
    )


def _error(message: str, place: Syntax) -> ParseError:
    return ParseError(message, place.line, place.column)
