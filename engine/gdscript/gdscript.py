"""`Script` and `GDScript`: a script made from text while the program runs.

A script from a file is a Python class. One that a program writes itself begins as an object, made
by `GDScript.new()`, and has a class once `reload` has compiled its `source_code`.
"""

from __future__ import annotations

from typing import Any

from engine.core.error import ERR_PARSE_ERROR, ERR_UNAVAILABLE, OK, Error
from engine.core.resource import Resource
from engine.gdscript import _script_value
from engine.gdscript._script_classes import facts_of
from engine.gdscript._script_files import project


class Script(Resource):
    """A script as a resource."""

    def __init__(self) -> None:
        super().__init__()
        self._script_class: type[Any] | None = None
        self.source_code = ""

    _own = ("_script_class", "source_code")

    def __getattr__(self, name: str) -> Any:
        cls = self.__dict__.get("_script_class")
        if cls is None or name.startswith("__"):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        if name in _script_value._METHODS:
            return lambda *args: _script_value.script_call(cls, name, args)
        return _script_value.script_get(cls, name)

    def has_source_code(self) -> bool:
        """Whether there is any text."""
        return bool(self.source_code)

    def can_instantiate(self) -> bool:
        """Whether instances can be made."""
        cls = self._script_class
        return cls is not None and _script_value.can_instantiate(cls)

    def instance_has(self, base_object: Any) -> bool:
        """Whether an object has this script."""
        return self._script_class is not None and type(base_object) is self._script_class


class GDScript(Script):
    """A script in GDScript."""

    def reload(self, keep_state: bool = False) -> Error:
        """Compiles the text.

        Returns:
            `OK`; `ERR_PARSE_ERROR`, with messages, when the text is wrong.
        """
        path = self.resource_path or f"gdscript://{self.get_instance_id()}.gd"
        scripts = project()
        scripts.set_source(path, self.source_code)
        cls = scripts.load(path)
        facts = facts_of(cls)
        if cls is None or facts is None:
            return ERR_UNAVAILABLE
        facts.script = self
        self._script_class = cls
        return ERR_PARSE_ERROR if facts.broken else OK

    def new(self, *args: Any) -> Any:
        """An instance of the script."""
        if self._script_class is None:
            return None
        return self._script_class(*args)
