"""Whole objects in the binary coding: class name, then names and values of what is stored of them.

Nothing of this happens unless a caller allows objects, since whoever sends one chooses which class
is made and which script it gets.
"""

from __future__ import annotations

import os
from typing import Any, Final

from engine.core import _class_names, _resource_cache, output
from engine.core._coding_error import CodingError, failed
from engine.core._element_type import ANYTHING, ElementType, element_type
from engine.core._reflection import is_engine_class, script_variables
from engine.core._script_attachment import script_class
from engine.core._script_instances import made_without_arguments
from engine.core._stored_values import metadata_names, read
from engine.core._value_fitting import set_fitting
from engine.core._variant_text_writer import path_of_script
from engine.core.encoded_object_as_id import EncodedObjectAsID
from engine.core.error import ERR_INVALID_PARAMETER, ERR_UNAVAILABLE
from engine.core.object import Object
from engine.core.project_settings import ProjectSettings
from engine.core.property_info import PROPERTY_USAGE_SCRIPT_VARIABLE, PROPERTY_USAGE_STORAGE
from engine.core.variant_type import TYPE_OBJECT

_STORAGE, _SCRIPT_VARIABLE = int(PROPERTY_USAGE_STORAGE), int(PROPERTY_USAGE_SCRIPT_VARIABLE)
_NO_PATH: Final = "Failed to encode a path to a custom script"
# The type of elements that are objects, where only their ids are coded.
AS_ID: Final = element_type(TYPE_OBJECT, EncodedObjectAsID)


# Writing -----------------------------------------------------------------------------------------


def script_path(script: Any, purpose: str = "") -> str:
    """The path by which a script is written.

    Raises:
        CodingError: it has none below `res://`.
    """
    path = path_of_script(script_class(script))
    if not path.startswith("res://"):
        raise CodingError(f"{_NO_PATH}{purpose}.", ERR_UNAVAILABLE)
    return path


def properties_to_write(instance: Object) -> list[tuple[str, Any]]:
    """Names and values of what is written of an object.

    Raises:
        CodingError: objects of its class cannot be made again.
    """
    if not _can_be_made(_class_names.class_named(instance.get_class())):
        raise failed("!ClassDB::can_instantiate(obj->get_class())", ERR_INVALID_PARAMETER)
    script = instance.get_script()
    own: list[str] = []
    scripted: list[str] = []
    for entry in instance.get_property_list():
        usage, name = int(entry["usage"]), str(entry["name"])
        if usage & _STORAGE and name != "script" and not name.startswith("metadata/"):
            (scripted if usage & _SCRIPT_VARIABLE else own).append(name)
    return [
        *((name, read(instance, name)) for name in own),
        ("script", None if script is None else script_path(script)),
        *((name, read(instance, name)) for name in (*scripted, *metadata_names(instance))),
    ]


# Reading -----------------------------------------------------------------------------------------


def made_object(class_name: str) -> Any:
    """A new object of a class.

    Raises:
        CodingError: there is no such class, or none that objects can be made of.
    """
    cls = _class_names.class_named(class_name)
    if cls is None:
        output.error(f"Cannot get class '{class_name}'.")
    if cls is None or not _can_be_made(cls):
        raise failed("!ClassDB::can_instantiate(str)")
    return made_without_arguments(cls)


def element_of_class(class_name: str) -> ElementType:
    """The type of elements of a class by its name."""
    return element_type(TYPE_OBJECT, _class_names.class_named(class_name) if class_name else None)


def element_of_script(path: str) -> ElementType:
    """The type of elements of a script by its path; any, after an error, for one that is broken.

    Raises:
        CodingError: there is none.
    """
    script = _script_at(path)
    if script is None:
        output.error("Script class can only be set together with base class name")
        return ANYTHING
    return element_type(TYPE_OBJECT, script)


def _script_at(path: str) -> type[Any] | None:
    """The class of the script at a path; None, after an error, for one that cannot be loaded."""
    if path.startswith("res://") and os.path.isfile(ProjectSettings.globalize_path(path)):
        found = _resource_cache.load(path, "Script")
        if found is None or script_class(found) is not None:
            return script_class(found)
    raise CodingError(f'Invalid script path "{path}".')


def set_read(instance: Any, name: str, value: Any) -> None:
    """Sets a property that was read; what the object does not have is ignored.

    Raises:
        CodingError: the property is the script, and the value is no path to one.
    """
    if name == "script":
        _set_script(instance, value)
    elif name.startswith("metadata/") or _is_variable(instance, name):
        try:
            set_fitting(instance, name, value)
        except Exception as exception:  # a setter, or a value that does not fit at all
            output.script_error(exception)


def _set_script(instance: Any, value: Any) -> None:
    if value is None:
        return
    if type(value) is not str:
        text = 'Invalid value for "script" property, expected script path as String.'
        raise CodingError(text)
    script = _script_at(value)
    if script is None:
        return
    native: Any = next(base for base in script.__mro__ if is_engine_class(base))
    if isinstance(instance, native):
        instance.set_script(script)
        return
    output.error(
        f"Script inherits from native type '{native._class_name}', so it can't be assigned to an "
        f"object of type '{instance.get_class()}'."
    )


def _is_variable(instance: Any, name: str) -> bool:
    """Whether a name is that of a property or variable; methods and our own parts are none."""
    if name in script_variables(instance):
        return True
    found = getattr(type(instance), name, None)
    return not name.startswith("_") and isinstance(found, property)


def _can_be_made(cls: type[Any] | None) -> bool:
    return cls is not None and bool(getattr(cls, "_instantiable", True))
