"""Types and classes as Python names them: in annotations, tests and constructors."""

from __future__ import annotations

from abc import ABC, abstractmethod

from engine.gdscript import _types as t
from engine.gdscript._api import engine_class, is_subclass
from engine.gdscript._syntax import TypeRef
from engine.gdscript._types import StaticType
from engine.gdscript.convert._code import Code
from engine.gdscript.convert._imports import Imports
from engine.gdscript.convert._model import ScriptClass, ScriptFile
from engine.gdscript.convert._names import engine_function, existing_class
from engine.gdscript.convert._signs import Signs

PYTHON_TYPES = {
    "String": "str",
    "Array": "list",
    "Dictionary": "dict",
    "int": "int",
    "float": "float",
    "bool": "bool",
}

# A script is a class in Python.
SCRIPTS = ("Script", "GDScript")


class HintWriter(Signs, ABC):
    """Writes types.

    Attributes:
        imports: what the file needs from elsewhere.
    """

    def __init__(self, file: ScriptFile, imports: Imports) -> None:
        super().__init__(file)
        self.imports = imports

    @abstractmethod
    def name(self, name: str) -> Code:
        """What a bare name stands for."""

    def class_text(self, ref: TypeRef) -> str:
        """The Python class that a type is tested with."""
        kind = self.declared(ref)
        if kind.kind == t.SCRIPT_KIND:
            return self.class_name(self.classes[kind.name])
        if kind.kind == t.ENUM_KIND:
            return "int"
        if kind.is_variant:
            return self.name(ref.names[0]).text + "".join(f".{n}" for n in ref.names[1:])
        if kind.name in SCRIPTS:
            return "type"
        return PYTHON_TYPES.get(kind.name) or self.imports.engine(kind.name)

    def class_name(self, cls: ScriptClass, base: bool = False) -> str:
        """A script's class, imported where it is from another file.

        Args:
            cls: the class.
            base: whether the class is needed at once, to derive from.
        """
        if not cls.module or cls.module == self.file.module:
            return cls.python
        if not base and self.file.project.refers(cls.module, self.file):
            return f"{self.imports.late_module(cls.module)}.{cls.python}"
        return self.imports.script(cls.module, cls.python)

    def hinted_name(self, kind: StaticType) -> str:
        """A script's class in an annotation."""
        cls = self.classes[kind.name]
        if cls.module and cls.module != self.file.module:
            return self.imports.hinted_script(cls.module, cls.python)
        return self.imports.hinted(cls.python)

    def surely_is(self, given: StaticType, target: StaticType) -> bool:
        if given == target:
            return True
        if given.kind == target.kind == t.CLASS_KIND:
            return is_subclass(given.name, target.name)
        if given.kind == t.SCRIPT_KIND and given.name in self.classes:
            names = {cls.python for cls in self.classes[given.name].chain()}
            native = self.native_of(given)
            return target.name in names or (
                target.kind == t.CLASS_KIND and is_subclass(native, target.name)
            )
        return False

    def hint(self, kind: StaticType, nullable: bool = False) -> str:
        """A type as annotation."""
        text = self._hint(kind)
        return f"{text} | None" if nullable and text not in ("Any", "None") else text

    def _hint(self, kind: StaticType) -> str:
        if kind.is_variant:
            return self.imports.typing("Any")
        if kind.kind == t.VOID_KIND:
            return "None"
        if kind.kind == t.ENUM_KIND:
            return self._enum_hint(kind.name)
        if kind.kind == t.SCRIPT_KIND:
            return self.hinted_name(kind)
        if kind.kind == t.SCRIPT_REFERENCE_KIND:
            return f"type[{self.hinted_name(kind)}]"
        if kind.kind == t.CLASS_REFERENCE_KIND:
            return f"type[{PYTHON_TYPES.get(kind.name) or self.imports.engine(kind.name)}]"
        if kind.kind == t.ENUM_REFERENCE_KIND:
            return self.imports.typing("Any")
        if kind.name == "Nil":
            return "None"
        if kind.key is not None and kind.element is not None:
            return f"dict[{self._hint(kind.key)}, {self._hint(kind.element)}]"
        if kind.element is not None:
            return f"list[{self._hint(kind.element)}]"
        if kind.name in PYTHON_TYPES:
            any_ = {"Array": "[Any]", "Dictionary": "[Any, Any]"}.get(kind.name, "")
            if any_:
                self.imports.typing("Any")
            return PYTHON_TYPES[kind.name] + any_
        if kind.name in SCRIPTS:
            return f"type[{self.imports.typing('Any')}]"
        return self.imports.engine(existing_class(kind.name))

    def _enum_hint(self, name: str) -> str:
        owner, dot, own = name.rpartition(".")
        if owner in self.classes:
            return f"{self.imports.hinted(self.class_name(self.classes[owner]))}.{own}"
        if not dot:
            if self.file.root.members.get(name) is not None:
                return name
            return self.imports.engine(name) if engine_function(name) else "int"
        cls = engine_class(owner)
        return (
            "int"
            if cls is None
            else f"{self.imports.engine(owner)}.{own}"
            if hasattr(cls, own)
            else "int"
        )
