"""Names that scripts cannot have, because the engine's own classes use them.

Godot's members never begin with an underscore, but for the callbacks that scripts are meant to
override. So the engine keeps what is its own under such names, and a script that happened to use
one would break its node in strange ways. It is told when its class is defined.
"""

from __future__ import annotations

from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

from engine.core._lazy import lazy

if TYPE_CHECKING:
    import dis
else:
    dis = lazy("dis")

# What scripts do override. Classes that are made to be extended may name more as `_overridable`.
VIRTUALS = frozenset(
    {
        "_accessibility_get_contextual_info", "_backspace", "_can_drop_data", "_copy", "_cut",
        "_draw", "_draw_rect", "_draw_rect_region", "_drop_data", "_enter_tree", "_exists",
        "_exit_tree", "_finalize", "_get", "_get_accessibility_configuration_warnings",
        "_get_accessibility_container_name", "_get_allowed_size_flags_horizontal",
        "_get_allowed_size_flags_vertical", "_get_classes_used", "_get_configuration_warnings",
        "_get_contents_minimum_size", "_get_dependencies", "_get_drag_data", "_get_draw_rect",
        "_get_focused_accessibility_element", "_get_height", "_get_minimum_size",
        "_get_property_list", "_get_recognized_extensions", "_get_resource_script_class",
        "_get_resource_type", "_get_resource_uid", "_get_rid", "_get_tooltip", "_get_width",
        "_gui_input", "_handle_unicode_input", "_handles_type", "_has_alpha", "_has_point", "_init",
        "_initialize", "_input", "_is_pixel_opaque", "_iter_get", "_iter_init", "_iter_next",
        "_load", "_make_custom_tooltip", "_notification", "_paste", "_paste_primary_clipboard",
        "_physics_process", "_pressed", "_process", "_process_custom_fx", "_property_can_revert",
        "_property_get_revert", "_ready", "_recognize", "_recognize_path", "_rename_dependencies",
        "_reset_state", "_save", "_set", "_set_path_cache", "_set_uid", "_setup_local_to_scene",
        "_shortcut_input", "_structured_text_parser", "_test_mask", "_to_string", "_toggled",
        "_unhandled_input", "_unhandled_key_input", "_validate_property", "_value_changed",
    }
)  # fmt: skip


@cache
def _own_names(cls: type[Any]) -> frozenset[str]:
    """The names that one of the engine's classes keeps to itself."""
    names = {*vars(cls), *vars(cls).get("_own", ())}
    private = {name for name in names if name.startswith("_") and not name.startswith("__")}
    return frozenset(private - VIRTUALS)


def check_names(cls: type[Any]) -> None:
    """Refuses a script's class that uses names of the engine's classes above it.

    Raises:
        TypeError: it does.
    """
    own = vars(cls)
    overridable = frozenset(getattr(cls, "_overridable", ()))
    for base in cls.__mro__[1:]:
        if not base.__module__.startswith("engine."):
            continue
        reserved = _own_names(base) - overridable
        for name in own:
            if name in reserved:
                raise TypeError(_text(cls, name, base))
        for function in own.values():
            if type(function) is FunctionType and not reserved.isdisjoint(
                function.__code__.co_names
            ):
                for name in _stored_in_self(function):
                    if name in reserved:
                        raise TypeError(_text(cls, f"self.{name}", base))


def _text(cls: type[Any], name: str, base: type[Any]) -> str:
    return (
        f"{cls.__name__} cannot have '{name}': {base.__name__} uses this name itself. "
        "Choose another one."
    )


def _stored_in_self(function: FunctionType) -> list[str]:
    """The attributes that a method sets of its first argument."""
    code = function.__code__
    if not code.co_argcount:
        return []
    first, found, loaded = code.co_varnames[0], [], False
    for step in dis.get_instructions(code):
        if step.opname == "STORE_ATTR" and loaded:
            found.append(str(step.argval))
        loaded = step.opname == "LOAD_FAST" and step.argval == first
    return found
