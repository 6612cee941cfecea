"""What Godot refuses in the declarations of a class: names, overrides, annotations.

Each check notes its errors with the workspace; they do not stop each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.gdscript import _api
from engine.gdscript._annotation_checks import export_problems
from engine.gdscript._class_info import ClassInfo, FunctionInfo, VariableInfo
from engine.gdscript._constant_expressions import names_in
from engine.gdscript._declarations import annotation
from engine.gdscript._syntax import (
    Annotation,
    ClassDeclaration,
    Function,
    Syntax,
    Variable,
)
from engine.gdscript._type_rules import derives
from engine.gdscript._types import (
    CLASS_KIND,
    ENUM_KIND,
    NIL,
    VARIANT,
    VOID,
    StaticType,
)
from engine.gdscript._workspace import Workspace, all_classes

_SETTLED = ("_init", "_static_init")  # functions that override nothing
_OVERRIDE = (
    'The method "{}()" overrides a method from native class "{}". This won\'t be called by the '
    "engine and may not work as expected. (Warning treated as error.)"
)


def check_classes(root: ClassInfo, workspace: Workspace) -> None:
    """Looks through all classes of a file."""
    for info in all_classes(root):
        _Check(info, workspace).run()


class _Check:
    def __init__(self, info: ClassInfo, workspace: Workspace) -> None:
        assert info.syntax is not None
        self._info = info
        self._syntax = info.syntax
        self._workspace = workspace

    def _note(self, message: str, place: Syntax) -> None:
        self._workspace.note(self._info, message, place)

    def run(self) -> None:
        self._class_name()
        for name, place, kind in self._members():
            self._member_name(name, place, kind)
        for function in self._info.functions.values():
            self._function(function)
        for variable in self._info.variables.values():
            self._annotations(variable)
            self._accessors(variable)
        self._abstract()

    # Names ---------------------------------------------------------------------------------------

    def _class_name(self) -> None:
        info = self._info
        if not info.name:
            return
        if _api.is_class(info.name):
            self._note(f'Class "{info.name}" hides a native class.', self._syntax)
        elif info.outer is None and self._workspace.is_autoload(info.name):
            self._note(f'Class "{info.name}" hides an autoload singleton.', self._syntax)
        elif self._workspace.class_path(info.name) not in (None, info.path):
            self._note(f'Class "{info.name}" hides a global script class.', self._syntax)

    def _members(self) -> Iterator[tuple[str, Syntax, str]]:
        for member in self._syntax.members:
            name = getattr(member, "name", "")
            if isinstance(member, ClassDeclaration):
                continue
            if name:
                yield name, member, "function" if isinstance(member, Function) else "member"
            for entry in getattr(member, "entries", ()) if not name else ():
                yield entry.name, entry, "member"

    def _member_name(self, name: str, place: Syntax, kind: str) -> None:
        info = self._info
        found = info.base.find(name) if info.base is not None else None
        if kind == "function":
            if found is not None and not isinstance(found, (FunctionInfo, type)):
                self._note(f'Member "{name}" is not a function.', place)
            return
        if name != "Nil" and _api.is_builtin(name):
            text = f'The member "{name}" cannot have the same name as a builtin type.'
            self._note(text, place)
        elif _api.is_class(name):
            self._note(f'The member "{name}" shadows a native class.', place)
        elif found is not None and not isinstance(found, type):
            owner = getattr(found, "owner", None) or getattr(found, "outer", None)
            shown = owner.display_name if owner is not None else ""
            self._note(f'The member "{name}" already exists in parent class {shown}.', place)
        elif _is_native_member(info.native, name):
            text = f"Member \"{name}\" redefined (original in native class '{info.native}')"
            self._note(text, place)

    # Functions -----------------------------------------------------------------------------------

    def _function(self, function: FunctionInfo) -> None:
        name, syntax = function.name, function.syntax
        for mark in syntax.annotations:
            if mark.name == "rpc":
                self._rpc(mark)
        if name not in _SETTLED:
            self._override(function)

    def _override(self, function: FunctionInfo) -> None:
        parent = self._parent(function.name)
        if parent is None:
            return
        if not parent.fits(function):
            text = f'Parent signature is "{parent.text()}".'
            self._note(f"The function signature doesn't match the parent. {text}", function.syntax)
        elif parent.native and not parent.virtual and not _ignores(function.syntax):
            self._note(_OVERRIDE.format(function.name, parent.native), function.syntax)

    def _parent(self, name: str) -> _Signature | None:
        base = self._info.base
        found = base.find(name) if base is not None else None
        if isinstance(found, FunctionInfo):
            return _Signature.of_script(found)
        if found is not None:
            return None
        special = _OF_OBJECT.get(name)
        if special is not None:
            return _Signature(name, special[0], 0, special[1])
        facts = _api.class_facts(self._info.native)
        method = facts.method(name) if facts is not None else None
        return None if method is None else _Signature.of_engine(method)

    def _rpc(self, mark: Annotation) -> None:
        words = [self._workspace.folded(one, self._info)[1] for one in mark.arguments]
        for names, shown in _RPC_WORDS:
            if sum(word in names for word in words) > 1:
                text = f"Invalid RPC config. The {shown} must be specified no more than once."
                self._note(text, mark)

    # Variables -----------------------------------------------------------------------------------

    def _annotations(self, variable: VariableInfo) -> None:
        syntax = variable.syntax
        if variable.onready and variable.static:
            text = '"@onready" annotation cannot be applied to a static variable.'
            self._note(text, syntax)
        elif variable.onready and not _api.is_subclass(self._info.native, "Node"):
            self._note('"@onready" can only be used in classes that inherit "Node".', syntax)
        elif variable.onready and variable.exported and not _ignores(syntax):
            text = '"@onready" will set the default value after "@export" takes effect and will '
            self._note(f"{text}override it. (Warning treated as error.)", syntax)
        if any(a.name.startswith("export") for a in syntax.annotations):
            self._exports(variable)
        self._cycle(variable)

    def _exports(self, variable: VariableInfo) -> None:
        syntax, kind = variable.syntax, variable.type
        if kind.is_variant and syntax.value is not None:
            kind = self._workspace.inferred_type(syntax.value, self._info, variable.static)
        root = self._info.root.syntax
        is_tool = root is not None and annotation(root, "tool")
        for message, place in export_problems(syntax, kind, self._info, is_tool):
            self._note(message, place)

    def _cycle(self, variable: VariableInfo) -> None:
        """Variables without types that are made of each other."""
        waiting = [variable]
        for one in waiting:
            if one.syntax.line < variable.syntax.line:
                return  # which has been looked through
            for node in names_in(one.syntax.value if _is_untyped(one) else None):
                found = self._info.variables.get(node.id)
                if found is variable and one is not variable:
                    text = f'Could not resolve member "{variable.name}": Cyclic reference.'
                    self._note(text, node)
                    text = f'Could not resolve type for variable "{one.name}".'
                    self._note(text, one.syntax)
                    return
                if found is not None and found not in waiting:
                    waiting.append(found)

    def _accessors(self, variable: VariableInfo) -> None:
        syntax = variable.syntax
        if isinstance(syntax.getter, str):
            self._getter(variable, syntax.getter, syntax)
        if isinstance(syntax.setter, str):
            self._setter(variable, syntax.setter, syntax)

    def _getter(self, variable: VariableInfo, name: str, syntax: Variable) -> None:
        function = self._info.functions.get(name)
        if function is None:
            self._note(f'Getter "{name}" not found.', syntax)
        elif function.parameters:
            text = f'Function "{name}" cannot be used as getter because of its signature.'
            self._note(text, syntax)
        elif not _compatible(variable.type, function.returns):
            self._note(
                f'Function with return type "{function.returns}" cannot be used as getter for a '
                f'property of type "{variable.type}".',
                syntax,
            )

    def _setter(self, variable: VariableInfo, name: str, syntax: Variable) -> None:
        function = self._info.functions.get(name)
        if function is None:
            self._note(f'Setter "{name}" not found.', syntax)
        elif len(function.parameters) != 1:
            text = f'Function "{name}" cannot be used as setter because of its signature.'
            self._note(text, syntax)
        elif not _compatible(variable.type, function.parameters[0].type):
            self._note(
                f'Function with argument type "{function.parameters[0].type}" cannot be used as '
                f'setter for a property of type "{variable.type}".',
                syntax,
            )

    # Abstract ------------------------------------------------------------------------------------

    def _abstract(self) -> None:
        info = self._info
        for function in info.functions.values():
            marked = annotation(function.syntax, "abstract")
            if marked and function.syntax.body is not None:
                self._note("An abstract function cannot have a body.", function.syntax)
        if info.abstract:
            return
        if any(annotation(f.syntax, "abstract") for f in info.functions.values()):
            self._note(
                f'Class "{info.display_name}" is not abstract but contains abstract methods. Mark '
                'the class as "@abstract" or remove "@abstract" from all methods in this class.',
                self._syntax,
            )
            return
        missing = next(_unimplemented(info), None)
        if missing is not None:
            self._note(
                f'Class "{info.display_name}" must implement "{missing.owner.display_name}.'
                f'{missing.name}()" and other inherited abstract methods or be marked as '
                '"@abstract".',
                self._syntax,
            )


def _unimplemented(info: ClassInfo) -> Iterator[FunctionInfo]:
    """Abstract functions of bases that nothing implements."""
    base = info.base
    while base is not None:
        for name, function in base.functions.items():
            if function.syntax.body is None and info.find(name) is function:
                yield function
        base = base.base


def _is_native_member(native: str, name: str) -> bool:
    facts = _api.class_facts(native)
    return facts is not None and (
        name == "script"
        or facts.property(name) is not None
        or facts.signal(name) is not None
        or facts.constant(name) is not None
    )


def _ignores(member: Any) -> bool:
    """Whether a member has `@warning_ignore`."""
    return annotation(member, "warning_ignore", "warning_ignore_start")


def _is_untyped(variable: VariableInfo) -> bool:
    syntax = variable.syntax
    return syntax.type is None and not syntax.inferred and syntax.value is not None


# Signatures --------------------------------------------------------------------------------------

_STRING_NAME, _STRING = _api.type_named("StringName"), _api.type_named("String")
_BOOL, _INT = _api.type_named("bool"), _api.type_named("int")
# What Godot's Object has for scripts without saying so in its API.
_OF_OBJECT: dict[str, tuple[list[Any], Any]] = {
    "_get": ([_STRING_NAME], VARIANT),
    "_set": ([_STRING_NAME, VARIANT], _BOOL),
    "_notification": ([_INT], VOID),
    "_to_string": ([], _STRING),
}
_RPC_WORDS = (
    (("any_peer", "authority"), 'permission ("any_peer"/"authority")'),
    (("call_local", "call_remote"), 'locality ("call_local"/"call_remote")'),
    (
        ("reliable", "unreliable", "unreliable_ordered"),
        'transfer mode ("reliable"/"unreliable"/"unreliable_ordered")',
    ),
)


class _Signature:
    """A function that another one overrides."""

    def __init__(
        self,
        name: str,
        types: list[StaticType],
        defaults: int,
        returns: StaticType,
        vararg: bool = False,
        static: bool = False,
        native: str = "",
        virtual: bool = False,
    ) -> None:
        self.name = name
        self.types = types
        self.defaults = defaults
        self.returns = returns
        self.vararg = vararg
        self.static = static
        self.native = native
        self.virtual = virtual

    @staticmethod
    def of_script(function: FunctionInfo) -> _Signature:
        plain = [p for p in function.parameters if not p.variadic]
        return _Signature(
            function.name,
            [p.type for p in plain],
            sum(p.has_default for p in plain),
            function.returns,
            len(plain) < len(function.parameters),
            function.static,
        )

    @staticmethod
    def of_engine(method: _api.MethodFacts) -> _Signature:
        return _Signature(
            method.name,
            [argument.type for argument in method.arguments],
            sum(argument.default is not None for argument in method.arguments),
            method.returns,
            method.vararg,
            method.static,
            method.owner,
            method.virtual,
        )

    def text(self) -> str:
        """As messages show it."""
        first_default = len(self.types) - self.defaults
        words = [
            f"{kind}{' = <default>' if number >= first_default else ''}"
            for number, kind in enumerate(self.types)
        ]
        if self.vararg:
            words.append("...")
        return f"{self.name}({', '.join(words)}) -> {self.returns}"

    def fits(self, function: FunctionInfo) -> bool:
        """Whether a function can take its place."""
        own = _Signature.of_script(function)
        if own.static != self.static or not self._takes(own):
            return False
        if function.syntax.return_type is not None and not self._gives(own.returns):
            return False
        pairs = zip(self.types, own.types, strict=False)
        return all(_compatible(target, source) for source, target in pairs)

    def _takes(self, own: _Signature) -> bool:
        if self.vararg and not own.vararg:
            return False
        least, own_least = len(self.types) - self.defaults, len(own.types) - own.defaults
        return own_least <= least and (own.vararg or len(own.types) >= len(self.types))

    def _gives(self, returns: StaticType) -> bool:
        if returns.is_variant:
            return self.returns.is_variant
        if returns == VOID:
            return self.returns == VOID or self.returns.is_variant
        return _compatible(self.returns, returns)


def _compatible(target: StaticType, source: StaticType) -> bool:
    """Whether values of a type are values of another, without converting them."""
    if target.is_variant or source.is_variant or target == source:
        return True
    if target.is_object:
        return source == NIL or (source.is_object and derives(source, target))
    if ENUM_KIND in (target.kind, source.kind):
        names = ("int" if kind.kind == ENUM_KIND else kind.name for kind in (target, source))
        return len(set(names)) == 1
    if target.kind == CLASS_KIND or source.kind != target.kind:
        return False
    return target.name == source.name and (target.element is None or source.element is None)
