"""`__init__`: the variables of instances, and what `_init` says.

Godot gives all variables of a chain of classes their values first, the base's before the derived
class's; then the last `_init` runs, and that of a base only where `super()` calls it. Python's way,
in which `super().__init__()` comes first, mostly comes to the same. Where it does not (a base's
`_init` calls what is overridden or must not run at all, or changes what a derived class's variables
begin with) the classes of the chain set their variables in a method, which the first `__init__` of
the chain calls before it goes on.
"""

from __future__ import annotations

from engine.gdscript import _types as t
from engine.gdscript._syntax import (
    Attribute,
    Call,
    Comment,
    Declaration,
    ExpressionStatement,
    Function,
    Name,
    Variable,
)
from engine.gdscript._types import StaticType
from engine.gdscript.convert._code import Code
from engine.gdscript.convert._comments import (
    docstring,
    is_documentation,
    python_comment,
    start_line,
)
from engine.gdscript.convert._model import ScriptClass
from engine.gdscript.convert._names import local_name
from engine.gdscript.convert._scope import FunctionScope, Local
from engine.gdscript.convert._statements import StatementWriter, indented
from engine.gdscript.convert._walk import last_line, names_in, walk

_VARIABLES = "_set_variables"
_BEFORE_READY = ("_init", "_enter_tree", "_notification")


class InitializerWriter(StatementWriter):
    """Writes `__init__`.

    Attributes:
        above: the comments above each member that is still to be written.
    """

    above: dict[int, list[Comment]]
    _split_classes: list[ScriptClass] | None = None

    def after(self, syntax: Declaration) -> int:
        """The line of the member that follows one."""
        return syntax.line

    def comments_above(self, syntax: Declaration) -> list[str]:
        """The lines of the comments above a member, with the empty lines between them."""
        lines: list[str] = []
        for comment in self.above.pop(id(syntax), []):
            if lines and self.comments.blank_before(comment.line):
                lines.append("")
            lines.append(python_comment(comment))
        return lines

    def initializer(self, cls: ScriptClass) -> list[str]:
        """The lines of `__init__`, none where there is nothing to do."""
        own = cls.own_init()
        variables = self._variables(cls)
        if own is None and not variables and cls not in self._split():
            return []
        if own is not None:
            above = self.above.pop(id(own), [])
        else:
            above = []
        lines = [python_comment(comment) for comment in above if not is_documentation(comment)]
        inherited = self._inherited(cls)
        split: list[str] = []
        if cls in self._split():
            split = self._setter_of_variables(cls, variables)
            variables = [] if cls.base in self._split() else [f"self.{_VARIABLES}()"]
        if own is not None:
            found = self._with_init(cls, own, variables, inherited)
            documentation = docstring([c for c in above if is_documentation(c)])
            found[1:1] = indented(documentation)
        elif variables:
            found = self._without_init(variables, inherited)
        else:
            return split[:-1]
        return [*split, *lines, *found]

    def _setter_of_variables(self, cls: ScriptClass, variables: list[str]) -> list[str]:
        """The lines of the method that sets the variables of a class and its bases."""
        above = [f"super().{_VARIABLES}()"] if cls.base in self._split() else []
        body = [*above, *variables] or ["pass"]
        return [f"def {_VARIABLES}(self) -> None:", *indented(body), ""]

    def _split(self) -> list[ScriptClass]:
        """The classes that set their variables in a method."""
        if self._split_classes is None:
            classes = [cls for cls in self.file.classes.values() if self._needs_split(cls)]
            found = [base for cls in classes for base in cls.chain() if not base.module]
            found += [
                cls for cls in self.file.classes.values() if any(c in found for c in cls.chain())
            ]
            self._split_classes = found
        return self._split_classes

    def _needs_split(self, cls: ScriptClass) -> bool:
        """Whether Python's order of things would be seen."""
        if self._inherited(cls) is None or (cls.base is not None and cls.base.module):
            return False
        own = cls.own_init()
        if own is not None and not _calls_super(own):
            return True
        variables = [m for m in cls.syntax.members if isinstance(m, Variable) and not m.static]
        bases = list(cls.chain())[1:]
        inits = [base.own_init() for base in bases]
        called = names_in([init.body or [] for init in inits if init is not None])
        overridden = {m.name for m in cls.syntax.members if isinstance(m, Function)} - {"_init"}
        inherited = {
            m.name for base in bases for m in base.syntax.members if isinstance(m, Variable)
        }
        first = names_in([variable.value for variable in variables if variable.value])
        return bool(variables) and bool(called & overridden or first & inherited & called)

    def _inherited(self, cls: ScriptClass) -> Function | None:
        """The `_init` of a base."""
        member = cls.base.find("_init") if cls.base is not None else None
        return member.syntax if member is not None and isinstance(member.syntax, Function) else None

    def _without_init(self, variables: list[str], inherited: Function | None) -> list[str]:
        if inherited is None or not inherited.parameters:
            head = "def __init__(self) -> None:"
            above = "super().__init__()"
        else:
            head = f"def __init__(self, *args: {self.imports.typing('Any')}) -> None:"
            above = "super().__init__(*args)"
        return [head, *indented([above, *variables])]

    def _with_init(
        self, cls: ScriptClass, own: Function, variables: list[str], inherited: Function | None
    ) -> list[str]:
        names = [local_name(parameter.name, self.taken) for parameter in own.parameters]
        scope = FunctionScope("_init", False, list(own.body or []))
        for parameter, name in zip(own.parameters, names, strict=True):
            kind = t.ARRAY if parameter.variadic else self.parameter_type(parameter)
            scope.declare(parameter.name, Local(name, kind))
        self.scope = scope
        head = self._parameters(own, [], True, "self", None, names)
        line = f"def __init__({head}) -> None:"
        first = own.body[0].line if own.body else own.line
        line += self.comments.behind(own.line, max(own.line, first - 1))
        statements = list(own.body or [])
        start: list[str] = []
        if inherited is None:
            start = ["super().__init__()"]
            statements = [s for s in statements if not _is_super(s)]
        elif not any(_is_super(node) for node in walk(statements)) and not _calls_super(own):
            start = [f"{self.imports.engine(cls.native)}.__init__(self)", f"self.{_VARIABLES}()"]
        elif statements and _is_super(statements[0]):
            assert isinstance(statements[0], ExpressionStatement)
            start = [self.expression(statements[0].expression).text]
            statements = statements[1:]
        body = self.block(statements, self.after(own), own.line) if statements else []
        if body == ["pass"]:
            body = []
        late = self.late_defaults(own)
        self.scope = None
        apart = [""] if variables and body and self._is_long(variables) else []
        return [line, *indented([*late, *start, *variables, *apart, *body])]

    def _is_long(self, variables: list[str]) -> bool:
        return any(line.startswith("#") for line in variables)

    # Variables ------------------------------------------------------------------------------------

    def _is_set(self, syntax: Declaration) -> bool:
        """Whether a member is a variable that `__init__` gives its value."""
        if not isinstance(syntax, Variable) or syntax.static:
            return False
        if syntax.setter or syntax.getter:
            return self._has_storage(syntax)
        return not any(
            a.name == "onready" or (a.name.startswith("export") and a.name not in GROUPS)
            for a in syntax.annotations
        )

    def _has_storage(self, syntax: Variable) -> bool:
        """Whether a variable with a setter or getter keeps a value of its own."""
        if syntax.getter is None or syntax.value is not None:
            return True
        accessors = [syntax.setter, syntax.getter]
        named = [self.cls.find(name) for name in accessors if isinstance(name, str)]
        bodies = [f.body for f in accessors if isinstance(f, Function)]
        bodies += [m.syntax.body for m in named if m and isinstance(m.syntax, Function)]
        used = syntax.name in names_in([body or [] for body in bodies])
        return used or (syntax.setter is None and bool(self.file.assigned(syntax.name)))

    def _variables(self, cls: ScriptClass) -> list[str]:
        """The lines that give the variables of a class their values."""
        lines: list[str] = []
        for syntax in cls.syntax.members:
            if not isinstance(syntax, Variable):
                continue
            self.scope = FunctionScope("_init", False, [])
            if self._is_set(syntax):
                found = self._variable(syntax)
                above = self.above.get(id(syntax)) or []
                line = above[0].line if above else start_line(syntax)
                if lines and self.comments.blank_before(line):
                    lines.append("")
                if not (syntax.setter or syntax.getter):
                    lines += self.comments_above(syntax)
                lines += [*self.scope.prelude, *found]
            elif self._is_asked_early(cls, syntax):
                lines += self._early(syntax)
            self.scope = None
        return lines

    def _variable(self, syntax: Variable) -> list[str]:
        member = self.cls.members[syntax.name]
        kind: StaticType | None = None
        if syntax.type is not None:
            kind = self.declared(syntax.type)
        elif syntax.inferred and syntax.value is not None:
            kind = self.type_of(syntax.value)
        value = self._initial(syntax.value, kind)
        accessed = bool(syntax.setter or syntax.getter)
        name = self.raw_name(member) if accessed else member.python
        hint = self.variable_hint(syntax, kind, value)
        behind = "" if accessed else self.comments.behind(syntax.line, last_line(syntax))
        return [f"self.{name}{hint} = {value.text}{behind}"]

    def variable_hint(self, syntax: Variable, kind: StaticType | None, value: Code) -> str:
        """The annotation of a variable, where its value does not tell the type."""
        if kind is None and syntax.value is not None and value.text in ("[]", "{}"):
            kind = self.type_of(syntax.value)
        if kind is None or kind.is_variant or kind == t.NIL:
            return ""
        inferred = syntax.type is None and value.text not in ("[]", "{}")
        if inferred or (syntax.value is not None and self.is_telling(syntax.value, kind)):
            return ""
        plain = kind.kind == t.BUILTIN_KIND and kind.element is None and not _is_bare(kind)
        if syntax.value is None and plain:
            return ""
        return f": {self.hint(kind, kind.is_object and value.text == 'None')}"

    def _is_asked_early(self, cls: ScriptClass, syntax: Variable) -> bool:
        """Whether a variable that gets its value late is read before, and is not null then."""
        late = any(annotation.name == "onready" for annotation in syntax.annotations)
        kind = self._late_kind(syntax) if late else None
        if kind is None or kind.kind != t.BUILTIN_KIND:
            return False
        return any(
            isinstance(member, Function)
            and member.name in _BEFORE_READY
            and syntax.name in names_in(member.body or [])
            for member in cls.syntax.members
        )

    def _late_kind(self, syntax: Variable) -> StaticType | None:
        if syntax.type is not None:
            return self.declared(syntax.type)
        return self.type_of(syntax.value) if syntax.inferred and syntax.value else None

    def _early(self, syntax: Variable) -> list[str]:
        member = self.cls.members[syntax.name]
        return [f"self.{member.python} = {self.default_text(self._late_kind(syntax))}"]


GROUPS = ("export_group", "export_subgroup", "export_category", "export_tool_button")


def _is_bare(kind: StaticType) -> bool:
    return kind.name in ("Array", "Dictionary")


def _is_super(node: object) -> bool:
    """Whether a statement is `super(...)`."""
    match node:
        case ExpressionStatement(expression=Call(callee=Name(id="super"))):
            return True
        case ExpressionStatement(
            expression=Call(callee=Attribute(base=Name(id="super"), name="_init"))
        ):
            return True
    return False


def _calls_super(function: Function) -> bool:
    return any(
        isinstance(node, Call)
        and (
            (isinstance(node.callee, Name) and node.callee.id == "super")
            or (
                isinstance(node.callee, Attribute)
                and isinstance(node.callee.base, Name)
                and node.callee.base.id == "super"
                and node.callee.name == "_init"
            )
        )
        for node in walk(function.body or [])
    )
