"""The names of Godot's warnings about scripts, which `@warning_ignore` takes."""

from __future__ import annotations

from engine.gdscript._syntax import Annotation, Literal, ParseError

_TAKING = ("warning_ignore", "warning_ignore_start", "warning_ignore_restore")
_NAMES = {
    "assert_always_false", "assert_always_true", "confusable_capture_reassignment",
    "confusable_identifier", "confusable_local_declaration", "confusable_local_usage",
    "constant_used_as_function", "deprecated_keyword", "empty_file",
    "enum_variable_without_default", "function_used_as_property",
    "get_node_default_without_onready", "incompatible_ternary", "inference_on_variant",
    "inferred_declaration", "int_as_enum_without_cast", "int_as_enum_without_match",
    "integer_division", "missing_await", "missing_tool", "narrowing_conversion",
    "native_method_override", "onready_with_export", "property_used_as_function",
    "redundant_await", "redundant_static_unload", "return_value_discarded",
    "shadowed_global_identifier", "shadowed_variable", "shadowed_variable_base_class",
    "standalone_expression", "standalone_ternary", "static_called_on_instance",
    "unassigned_variable", "unassigned_variable_op_assign", "unreachable_code",
    "unreachable_pattern", "unsafe_call_argument", "unsafe_cast", "unsafe_method_access",
    "unsafe_property_access", "unsafe_void_return", "untyped_declaration",
    "unused_local_constant", "unused_parameter", "unused_private_class_variable",
    "unused_signal", "unused_variable",
}  # fmt: skip


def check_warning_names(mark: Annotation) -> None:
    """Refuses names of warnings that there are not.

    Raises:
        ParseError: with the first of them.
    """
    for argument in mark.arguments if mark.name in _TAKING else ():
        name = argument.value if isinstance(argument, Literal) else None
        if isinstance(name, str) and name.lower() not in _NAMES:
            text = f'Invalid warning name: "{name}".'
            raise ParseError(text, mark.line, mark.column)
