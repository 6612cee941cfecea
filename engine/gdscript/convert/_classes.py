"""Classes: variables, properties, signals, enums, constants and functions."""

from __future__ import annotations

from engine.gdscript import _types as t
from engine.gdscript._api import class_facts
from engine.gdscript._syntax import (
    Annotation,
    Call,
    ClassDeclaration,
    Comment,
    Constant,
    Declaration,
    Enum,
    Expression,
    Function,
    GetNode,
    Literal,
    Name,
    Parameter,
    Return,
    SignalDeclaration,
    Variable,
)
from engine.gdscript._types import StaticType
from engine.gdscript.convert._code import LAMBDA
from engine.gdscript.convert._comments import (
    Comments,
    docstring,
    is_documentation,
    python_comment,
    start_line,
)
from engine.gdscript.convert._imports import Imports
from engine.gdscript.convert._initializers import GROUPS, InitializerWriter
from engine.gdscript.convert._model import Member, ScriptClass, ScriptFile
from engine.gdscript.convert._names import excuse, existing_class, local_name, member_name
from engine.gdscript.convert._scope import FunctionScope, Local
from engine.gdscript.convert._statements import indented
from engine.gdscript.convert._walk import last_line, names_in, walk


class ClassWriter(InitializerWriter):
    """Writes classes.

    Attributes:
        later: statements that need the class that is being written.
    """

    def __init__(
        self, file: ScriptFile, imports: Imports, comments: Comments, taken: frozenset[str]
    ) -> None:
        super().__init__(file, imports, comments, taken)
        self.above = {}
        self._sorted: list[ScriptClass] = []
        self.later: list[str] = []

    def class_lines(self, cls: ScriptClass, above: list[Comment]) -> list[str]:
        """The lines of a class.

        Args:
            cls: the class.
            above: the comments before it.
        """
        outer, self.cls = self.cls, cls
        documentation = [comment for comment in above if is_documentation(comment)]
        lines = [python_comment(c) for c in above if not is_documentation(c)]
        self._sort_comments(cls)
        declared, functions = self._parts(cls)
        body = [f"{line}" for line in docstring(documentation)]
        sections = [self._declarations(declared), self.initializer(cls)]
        for section in sections:
            if section:
                body += [*([""] if body else []), *section]
        for syntax in functions:
            found = self._callable(syntax)
            body += [*([""] if body else []), *found]
        last = max([cls.syntax.line, *(last_line(m) for m in cls.syntax.members)])
        closing = self.comments.closing(last, self._limit(cls), 0 if cls.is_file else 1)
        if closing:
            body += ["", *(python_comment(comment) for comment in closing)]
        base = self._base_text(cls)
        body = body or ["pass"]
        self.cls = outer
        later, self.later = self.later, []
        found = [
            *lines,
            f"class {cls.python}({base}):{excuse(cls.python, 'E742')}",
            *indented(body),
        ]
        return [*found, "", "", *later] if later else found

    def _limit(self, cls: ScriptClass) -> int:
        """The line of what follows a class."""
        if cls.outer is None:
            return 10**9
        lines = [start_line(m) for m in cls.outer.syntax.members if m.line > cls.syntax.line]
        return min([*lines, self._limit(cls.outer)])

    def _base_text(self, cls: ScriptClass) -> str:
        if cls.base is not None:
            return self.class_name(cls.base, base=True)
        if cls.missing is not None:
            return self.imports.script(*cls.missing)
        return self.imports.engine(existing_class(cls.native))

    def _sort_comments(self, cls: ScriptClass) -> None:
        """Gives each member the comments above it."""
        if cls in self._sorted:
            return
        self._sorted.append(cls)
        for syntax in sorted(cls.syntax.members, key=start_line):
            start = start_line(syntax)
            depth = self.comments.indent(start)
            self.above[id(syntax)] = self.comments.leading(start, depth)

    def _parts(self, cls: ScriptClass) -> tuple[list[Declaration], list[Declaration]]:
        """What stands at the head of the class, and what is called."""
        declared: list[Declaration] = []
        functions: list[Declaration] = []
        for syntax in cls.syntax.members:
            match syntax:
                case ClassDeclaration():
                    continue
                case Function(name="_init"):
                    continue
                case Function():
                    functions.append(syntax)
                case Variable(setter=setter, getter=getter) if setter or getter:
                    functions.append(syntax)
                case Variable() if not is_class_level(syntax):
                    continue
                case Constant(name=name) | Enum(name=name) if self._stands_outside(cls, name):
                    continue
                case Enum(name="", entries=entries) if self._stands_outside(cls, entries[0].name):
                    continue
                case _:
                    declared.append(syntax)
        return declared, functions

    def _stands_outside(self, cls: ScriptClass, name: str) -> bool:
        member = cls.members.get(name)
        return member is not None and member.at_module

    # Declarations ---------------------------------------------------------------------------------

    def module_constants(self, cls: ScriptClass) -> list[str]:
        """The lines of the constants and enums that stand outside of the class of the file."""
        self._sort_comments(cls)
        found: list[Declaration] = []
        for syntax in cls.syntax.members:
            match syntax:
                case Constant(name=name) | Enum(name=name) if self._stands_outside(cls, name):
                    found.append(syntax)
                case Enum(name="", entries=entries) if self._stands_outside(cls, entries[0].name):
                    found.append(syntax)
        return self._declarations(found, True)

    def _declarations(self, members: list[Declaration], outside: bool = False) -> list[str]:
        lines: list[str] = []
        self.in_class_body = True
        if not outside:
            again = [m.python for m in self.cls.members.values() if m.inside]
            lines += [f"{name} = {name}" for name in again]
        for syntax in _in_order(members):
            self.scope = FunctionScope("", True, [])
            found = self._declaration(syntax)
            prelude = self.scope.prelude
            self.scope = None
            if not found:
                self.above.pop(id(syntax), None)
                continue
            if lines and (self._apart(syntax) or lines[-1].startswith("    ")):
                lines.append("")
            lines += self.comments_above(syntax)
            behind = self.comments.behind(syntax.line, last_line(syntax))
            if behind and not isinstance(syntax, Enum):
                found[-1] += behind
            lines += [*prelude, *found]
        self.in_class_body = False
        return lines

    def _apart(self, syntax: Declaration) -> bool:
        """Whether there is an empty line before a member and its comments."""
        above = self.above.get(id(syntax)) or []
        return self.comments.blank_before(above[0].line if above else start_line(syntax))

    def _declaration(self, syntax: Declaration) -> list[str]:
        match syntax:
            case SignalDeclaration():
                return [self._signal(syntax)]
            case Enum():
                return self._enum(syntax)
            case Constant():
                return self._constant(syntax)
            case Variable(static=True):
                return [self._static_variable(syntax)]
            case Variable():
                return [self._class_variable(syntax)]
        return []

    def _signal(self, syntax: SignalDeclaration) -> str:
        name = member_name(syntax.name, self.cls.native)
        types = [self._signal_type(parameter) for parameter in syntax.parameters]
        names = [parameter.name for parameter in syntax.parameters]
        typed = all(types) and all(local_name(n, frozenset()) == n for n in names)
        if typed:
            given = ", ".join(f"{n}={kind}" for n, kind in zip(names, types, strict=True))
        else:
            given = ", ".join(f'"{n}"' for n in names)
        return f"{name} = {self.imports.engine('Signal')}({given})"

    def _signal_type(self, parameter: Parameter) -> str:
        """The type of a signal's argument; empty where it cannot be told yet."""
        if parameter.type is None:
            return ""
        kind = self.declared(parameter.type)
        if kind.kind in (t.SCRIPT_KIND, t.VARIANT_KIND):
            return ""
        if kind.kind == t.ENUM_KIND:
            return "int"
        return self.class_text(parameter.type)

    def _enum(self, syntax: Enum) -> list[str]:
        lines: list[str] = []
        before = "-1"
        for entry in syntax.entries:
            if entry.value is not None:
                number = self.constant_int(entry.value) if names_in(entry.value) else None
                value = self.expression(entry.value).text if number is None else str(number)
            elif before.lstrip("-").isdigit():
                value = str(int(before) + 1)
            else:
                value = f"{before} + 1"
            name = member_name(entry.name)
            comments = [python_comment(c) for c in self.comments.before(entry.line)]
            behind = self.comments.behind(entry.line, entry.line)
            lines += [*comments, f"{name} = {value}{behind or excuse(name)}"]
            before = value if value.lstrip("-").isdigit() else name
        if not syntax.name:
            return lines
        base = self.imports.standard("enum", "IntEnum")
        return [f"class {syntax.name}({base}):", *indented(lines or ["pass"])]

    def _constant(self, syntax: Constant) -> list[str]:
        if self.file.class_value(syntax.value, self.cls) is not None:
            return []  # the class goes by its own name
        kind = self.declared(syntax.type) if syntax.type is not None else None
        value = self.coerced(syntax.value, kind)
        name = member_name(syntax.name, self.cls.native)
        return [f"{name} = {value.text}{excuse(name)}"]

    def _static_variable(self, syntax: Variable) -> str:
        kind = self._kind(syntax)
        name = member_name(syntax.name, self.cls.native)
        if self._needs_class(syntax.value):
            self.in_class_body = False
            value = self._initial(syntax.value, kind)
            self.in_class_body = True
            self.later.append(f"{self.cls.python}.{name} = {value.text}")
            value = self._initial(None, kind)
        else:
            value = self._initial(syntax.value, kind)
        return f"{name}{self.variable_hint(syntax, kind, value)} = {value.text}"

    def _needs_class(self, value: Expression | None) -> bool:
        """Whether a value can only be made when the class is there."""
        names = names_in(value) if value is not None else set()
        functions = {m.name for m in self.cls.syntax.members if isinstance(m, Function)}
        return bool(names & functions) or self.cls.name in names

    def _kind(self, syntax: Variable) -> StaticType | None:
        """The declared or inferred type of a variable; None without one."""
        if syntax.type is not None:
            return self.declared(syntax.type)
        if syntax.inferred and syntax.value is not None:
            return self.type_of(syntax.value)
        return None

    def _class_variable(self, syntax: Variable) -> str:
        name = member_name(syntax.name, self.cls.native)
        kind = self._kind(syntax)
        if any(annotation.name == "onready" for annotation in syntax.annotations):
            hint = f": {self.hint(kind)}" if syntax.type is not None and kind else ""
            return f"{name}{hint} = {self.imports.engine('onready')}({self._onready(syntax, kind)})"
        value = self._initial(syntax.value, kind)
        shown = kind or (self.type_of(syntax.value) if syntax.value is not None else t.VARIANT)
        nullable = shown.is_object
        hint = "" if shown == t.NIL else f": {self.hint(shown, nullable)}"
        given = "" if value.text == "None" else value.text
        return f"{name}{hint} = {self.imports.engine('export')}({given})"

    def _onready(self, syntax: Variable, kind: StaticType | None) -> str:
        path = _node_path(syntax.value)
        if path is not None:
            return self.expression(Literal(0, 0, path)).text
        assert self.scope is not None
        self.scope.static, self.in_class_body = False, False
        value = self._initial(syntax.value, kind)
        self.scope.static, self.in_class_body = True, True
        return f"lambda self: {value.at(LAMBDA)}"

    # Functions ------------------------------------------------------------------------------------

    def _callable(self, syntax: Declaration) -> list[str]:
        """The lines of a function, or of the functions of a property."""
        above = self.above.pop(id(syntax), [])
        documentation = docstring([c for c in above if is_documentation(c)])
        lines = [python_comment(comment) for comment in above if not is_documentation(comment)]
        if isinstance(syntax, Function):
            return [*lines, *self._function(syntax, documentation)]
        assert isinstance(syntax, Variable)
        return [*lines, *self._property(syntax, documentation)]

    def _function(self, syntax: Function, documentation: list[str]) -> list[str]:
        member = self.cls.members[syntax.name]
        names, kinds = self._parameter_names(syntax)
        lines = [self._rpc(a) for a in syntax.annotations if a.name == "rpc"]
        if syntax.static:
            lines.append("@staticmethod")
        first = "" if syntax.static else "self"
        scope = self.enter_function(syntax, names, kinds)
        self._use_raw(scope, syntax.name)
        scope.coroutine = member.coroutine
        self.in_class_body, scope.static = True, True  # where defaults are made
        head = self._parameters(syntax, [], True, first, kinds, names)
        self.in_class_body, scope.static = False, syntax.static
        result = self._returned_hint(syntax, member)
        word = "async def" if member.coroutine else "def"
        line = f"{word} {member.python}({head}) -> {result}:"
        line += self.comments.behind(syntax.line, self.first_line(syntax) - 1)
        body = self.body_lines(syntax)
        if documentation and body == ["pass"]:
            body = []
        self.scope = None
        return [*lines, line, *indented([*documentation, *body])]

    def first_line(self, syntax: Function) -> int:
        """The line of a function's first statement, or the one after its head."""
        if syntax.body and syntax.body[0].line > syntax.line:
            return syntax.body[0].line
        return syntax.line + 1

    def body_lines(self, syntax: Function) -> list[str]:
        """The lines of a function's body."""
        if syntax.body is None:
            return [f'raise RuntimeError("{syntax.name}() is abstract")']
        limit = self.after(syntax)
        return [*self.late_defaults(syntax), *self.block(syntax.body, limit, syntax.line)]

    def after(self, syntax: Declaration) -> int:
        """The line of the member that follows one."""
        lines = [start_line(m) for m in self.cls.syntax.members if start_line(m) > syntax.line]
        return min([*lines, self._limit(self.cls)])

    def enter_function(
        self, syntax: Function, names: list[str], kinds: list[StaticType]
    ) -> FunctionScope:
        """Makes a function the one that is written."""
        returns = self.declared(syntax.return_type) if syntax.return_type is not None else None
        scope = FunctionScope(syntax.name, syntax.static, list(syntax.body or []), None, returns)
        for parameter, name, kind in zip(syntax.parameters, names, kinds, strict=True):
            shown = t.ARRAY if parameter.variadic else kind
            scope.declare(parameter.name, Local(name, shown))
        self.scope = scope
        return scope

    def _parameter_names(self, syntax: Function) -> tuple[list[str], list[StaticType]]:
        """Names and types of parameters; those that the engine fills have its names and types."""
        facts = class_facts(self.cls.native)
        virtual = facts.method(syntax.name) if facts is not None else None
        names: list[str] = []
        kinds: list[StaticType] = []
        for index, parameter in enumerate(syntax.parameters):
            kind = self.parameter_type(parameter)
            if kind.is_variant and parameter.type is None and not parameter.variadic:
                kind = self.given_type(syntax, index)
            name = parameter.name
            if virtual is not None and virtual.virtual and index < len(virtual.arguments):
                argument = virtual.arguments[index]
                kind = argument.type if kind.is_variant else kind
                used = name in names_in(syntax.body or [])
                name = argument.name if name == f"_{argument.name}" and not used else name
            names.append(local_name(name, self.taken))
            kinds.append(kind)
        return names, kinds

    def _use_raw(self, scope: FunctionScope, function: str) -> None:
        """Lets a function that is the setter or getter of a variable use what it stores."""
        for syntax in self.cls.syntax.members:
            if isinstance(syntax, Variable) and function in (syntax.setter, syntax.getter):
                if syntax.setter == function or syntax.setter is None:
                    scope.raw_written = syntax.name
                if syntax.getter == function or syntax.getter is None:
                    scope.raw = syntax.name

    def _returned_hint(self, syntax: Function, member: Member) -> str:
        if syntax.return_type is None:
            facts = class_facts(self.cls.native)
            virtual = facts.method(syntax.name) if facts is not None else None
            if virtual is not None and virtual.virtual:
                return self.hint(virtual.returns)
        kind = self.returns(member)
        nothing = any(
            isinstance(node, Return)
            and isinstance(node.value, Literal)
            and node.value.value is None
            for node in walk(syntax.body or [], into_lambdas=False)
        )
        return self.hint(kind, nothing and kind.is_object)

    def _rpc(self, annotation: Annotation) -> str:
        self.scope = FunctionScope("", True, [])
        given = ", ".join(self.expression(a).at(LAMBDA) for a in annotation.arguments)
        self.scope = None
        name = self.imports.engine("rpc")
        return f"@{name}({given})"

    # Properties -----------------------------------------------------------------------------------

    def _property(self, syntax: Variable, documentation: list[str]) -> list[str]:
        member = self.cls.members[syntax.name]
        kind = self._kind(syntax) or t.VARIANT
        shown = self.hint(kind, kind.is_object)
        lines: list[str] = []
        exported = any(a.name.startswith("export") for a in syntax.annotations)
        export = [f"@{self.imports.engine('export')}"] if exported else []
        settable = syntax.setter is not None or bool(self.file.assigned(syntax.name))
        lines += [] if settable else export
        lines += ["@property", f"def {member.python}(self) -> {shown}:"]
        lines += indented([*documentation, *self._getter(syntax, member, kind)])
        if not settable:
            return lines
        name, body = self._setter(syntax, member, kind)
        lines += ["", *export, f"@{member.python}.setter",
                  f"def {member.python}(self, {name}: {shown}) -> None:"]  # fmt: skip
        return [*lines, *indented(body)]

    def _getter(self, syntax: Variable, member: Member, kind: StaticType) -> list[str]:
        getter = syntax.getter
        if isinstance(getter, str):
            return [f"return self.{self._member_python(getter)}()"]
        if getter is None:
            return [f"return self.{self.raw_name(member)}"]
        scope = self.enter_function(getter, [], [])
        scope.raw, scope.returns = syntax.name, kind
        scope.raw_written = "" if syntax.setter else syntax.name
        body = self.block(getter.body or [], self._accessor_limit(syntax, getter), getter.line)
        self.scope = None
        return body

    def _setter(self, syntax: Variable, member: Member, kind: StaticType) -> tuple[str, list[str]]:
        setter = syntax.setter
        if isinstance(setter, str):
            return "value", [f"self.{self._member_python(setter)}(value)"]
        if setter is None:
            return "value", [f"self.{self.raw_name(member)} = value"]
        names = [local_name(p.name, self.taken) for p in setter.parameters]
        scope = self.enter_function(setter, names, [kind for _ in names])
        scope.raw, scope.raw_written = "" if syntax.getter else syntax.name, syntax.name
        body = self.block(setter.body or [], self._accessor_limit(syntax, setter), setter.line)
        self.scope = None
        return names[0] if names else "value", body

    def _accessor_limit(self, syntax: Variable, accessor: Function) -> int:
        others = [f.line for f in (syntax.setter, syntax.getter) if isinstance(f, Function)]
        later = [line for line in others if line > accessor.line]
        return min([*later, self.after(syntax)])

    def _member_python(self, name: str) -> str:
        member = self.cls.find(name)
        return member.python if member is not None else name


def _in_order(members: list[Declaration]) -> list[Declaration]:
    """Constants and enums after those that they need, else as they stand."""
    waiting = list(members)
    found: list[Declaration] = []
    while waiting:
        open_names = {getattr(m, "name", "") for m in waiting if isinstance(m, (Constant, Enum))}
        ready = [
            m
            for m in waiting
            if not isinstance(m, Constant) or not names_in(m.value) & (open_names - {m.name})
        ]
        first = ready[0] if ready else waiting[0]
        found.append(first)
        waiting.remove(first)
    return found


def is_class_level(syntax: Variable) -> bool:
    """Whether a variable is declared in the class rather than in `__init__`."""
    return syntax.static or any(
        annotation.name == "onready" or annotation.name.startswith("export")
        for annotation in syntax.annotations
        if annotation.name not in GROUPS
    )


def _node_path(value: Expression | None) -> str | None:
    """The path of `$Path` or `get_node("Path")`."""
    match value:
        case GetNode(path=path):
            return path
        case Call(callee=Name(id="get_node"), arguments=[Literal(value=str(path))]):
            return path
    return None
