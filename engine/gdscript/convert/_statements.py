"""Statements and lambdas."""

from __future__ import annotations

from engine.gdscript import _types as t
from engine.gdscript._api import class_facts
from engine.gdscript._syntax import (
    ArrayLiteral,
    Assign,
    Attribute,
    Await,
    Break,
    Breakpoint,
    Call,
    Comment,
    Continue,
    Expression,
    ExpressionStatement,
    For,
    If,
    Literal,
    LocalVariable,
    Match,
    Name,
    Parenthesized,
    Pass,
    Return,
    Statement,
    Subscript,
    Syntax,
    While,
)
from engine.gdscript._types import VARIANT, StaticType
from engine.gdscript.convert._code import ADD, ATOM, LAMBDA, OR, TERNARY, Code, call, quoted
from engine.gdscript.convert._comments import NEVER, Comments, python_comment
from engine.gdscript.convert._guesses import VALUE_TYPES
from engine.gdscript.convert._imports import Imports
from engine.gdscript.convert._match import MatchWriter
from engine.gdscript.convert._model import ScriptFile
from engine.gdscript.convert._names import local_name
from engine.gdscript.convert._scope import Local
from engine.gdscript.convert._walk import last_line, walk


def indented(lines: list[str]) -> list[str]:
    """Lines one level deeper; of a text over several lines only the first one moves."""
    return [f"    {line}" if line else line for line in lines]


class StatementWriter(MatchWriter):
    """Writes statements: each as lines that may hold line breaks inside of strings.

    Attributes:
        comments: those that are still to be written.
        taken: names that local ones may not hide.
    """

    def __init__(
        self, file: ScriptFile, imports: Imports, comments: Comments, taken: frozenset[str]
    ) -> None:
        super().__init__(file, imports)
        self.comments = comments
        self.taken = taken

    def block(self, statements: list[Statement], limit: int, header: int = 0) -> list[str]:
        """The lines of a block.

        Args:
            statements: what is in it.
            limit: the line of what follows it.
            header: the line of what it belongs to.
        """
        lines: list[str] = []
        assert self.scope is not None
        self.scope.blocks.append({})
        depth = self.comments.indent(statements[0].line) if statements else NEVER
        if statements and statements[0].line == header:
            depth = NEVER
        for index, statement in enumerate(statements):
            after = statements[index + 1].line if index + 1 < len(statements) else limit
            self._with_comments(lines, self.comments.before(statement.line))
            if lines and self.comments.blank_before(statement.line) and lines[-1]:
                lines.append("")
            lines += self._written(statement, after)
        if statements:
            last = last_line(statements[-1])
            self._with_comments(lines, self.comments.closing(last, limit, depth))
        self.scope.blocks.pop()
        if not any(line and not line.startswith("#") for line in lines):
            lines.append("pass")
        return lines

    def _with_comments(self, lines: list[str], comments: list[Comment]) -> None:
        for comment in comments:
            if lines and lines[-1] and self.comments.blank_before(comment.line):
                lines.append("")
            lines.append(python_comment(comment))

    def _written(self, statement: Statement, after: int) -> list[str]:
        """A statement with what must come before it and the comment behind it."""
        assert self.scope is not None
        outer, self.scope.prelude = self.scope.prelude, []
        lines = self.statement(statement, after)
        prelude, self.scope.prelude = self.scope.prelude, outer
        if isinstance(statement, (If, While, For, Match)):
            return [*prelude, *lines]
        last = last_line(statement)
        inside = [python_comment(c) for c in self.comments.within(statement.line, last)]
        behind = self.comments.behind(statement.line, max(last, min(last + 1, after - 1)))
        if behind and lines:
            lines[-1] += behind
        elif behind:
            lines = [behind.strip()]
        return [*inside, *prelude, *lines]

    def statement(self, node: Statement, after: int) -> list[str]:
        """The lines of a statement."""
        match node:
            case Pass():
                return ["pass"]
            case Break():
                return ["break"]
            case Continue():
                return ["continue"]
            case Breakpoint():
                return []
            case ExpressionStatement(expression=expression):
                return self._expression_statement(expression)
            case Assign():
                return self._assign(node)
            case LocalVariable():
                return self._local_variable(node)
            case Return(value=value):
                return self._return(value)
            case If():
                return self._if(node, after)
            case While(condition=condition, body=body):
                head = f"while {self.condition(condition).at(TERNARY)}:"
                return self._compound(node, head, body, after)
            case For():
                return self._for(node, after)
            case Match():
                return self.match(node, after)
        return []

    def _compound(self, node: Syntax, head: str, body: list[Statement], after: int) -> list[str]:
        end = max(node.line, body[0].line - 1) if body else node.line
        head += self.comments.behind(node.line, end)
        return [head, *indented(self.block(body, after, node.line))]

    # Simple ones ----------------------------------------------------------------------------------

    def _expression_statement(self, node: Expression) -> list[str]:
        plain = node.inner if isinstance(node, Parenthesized) else node
        match plain:
            case Call(callee=Name(id="assert"), arguments=[condition, *rest]):
                text = f"assert {self.condition(condition).at(TERNARY)}"
                return [f"{text}, {self.value(rest[0]).at(TERNARY)}" if rest else text]
            case Call(callee=Attribute()):
                found = self._statement_call(plain)
                if found is not None:
                    return found
        code = self.expression(plain)
        return [] if code.text == "None" else [code.text]

    def _statement_call(self, node: Call) -> list[str] | None:
        """Methods of arrays and dictionaries that are statements in Python."""
        callee = node.callee
        assert isinstance(callee, Attribute)
        base = self.type_of(callee.base)
        args = node.arguments
        if base.is_variant and callee.name == "erase" and "erase" not in self.file.members:
            given = [self.expression(callee.base), *map(self.value, args)]
            return [call(self.imports.helper("erase"), given).text]
        if base.name not in ("Array", "Dictionary") or base.kind != t.BUILTIN_KIND:
            return None
        name = self.receiver(callee.base)
        given = [self.coerced(a, base.element if base.key is None else None) for a in args]
        match base.name, callee.name, given:
            case "Dictionary", "erase", [key]:
                if self._loops_over_keys(callee.base, args[0]):
                    return [f"del {name}[{key.at(TERNARY)}]"]
                return [f"{name}.pop({key.at(LAMBDA)}, None)"]
            case "Dictionary", ("set" | "get_or_add"), [key, value] if callee.name == "set":
                return [f"{name}[{key.at(TERNARY)}] = {value.text}"]
            case "Dictionary", "assign", [other]:
                return [f"{name}.clear()", f"{name}.update({other.at(LAMBDA)})"]
            case "Dictionary", "sort", []:
                return [f"for key in sorted({name}):", f"    {name}[key] = {name}.pop(key)"]
            case "Array", "erase", [value]:
                return [f"if {value.at(OR)} in {name}:", f"    {name}.remove({value.at(LAMBDA)})"]
            case "Array", "remove_at", [index]:
                return [f"del {name}[{index.at(TERNARY)}]"]
            case "Array", "pop_back", []:
                return [f"{name}.pop()"]
            case "Array", "pop_front", []:
                return [f"{name}.pop(0)"]
            case "Array", "set", [index, _]:
                return [f"{name}[{index.at(TERNARY)}] = {given[1].text}"]
            case "Array", "fill", [value]:
                return [f"{name}[:] = [{value.at(LAMBDA)}] * len({name})"]
            case "Array", "assign", [other]:
                return [f"{name}[:] = {other.text}"]
            case "Array", "resize", [_]:
                size = self.expression(args[0])
                filler = _default_text(base.element)
                return [f"{name}[{size.at(TERNARY)}:] = [{filler}] * ({size.at(12)} - len({name}))"]
            case _, "make_read_only", []:
                return []
        return None

    def _loops_over_keys(self, base: Expression, key: Expression) -> bool:
        """Whether the key is the variable of a loop over the dictionary's keys."""
        if not isinstance(key, Name) or self.scope is None:
            return False
        return any(
            isinstance(node, For)
            and node.name == key.id
            and isinstance(node.iterable, Call)
            and isinstance(node.iterable.callee, Attribute)
            and node.iterable.callee.name == "keys"
            and self.expression(node.iterable.callee.base) == self.expression(base)
            for node in walk(self.scope.body)
        )

    def _return(self, value: Expression | None) -> list[str]:
        assert self.scope is not None
        if value is None:
            return ["return"]
        code = self.coerced(value, self.scope.returns)
        if self.scope.returns == t.VOID:
            return [code.text, "return"]
        return [f"return {code.text}"]

    def _local_variable(self, node: LocalVariable) -> list[str]:
        assert self.scope is not None
        value = node.value
        function = self.local_function(node)
        if function is not None:
            return function
        declared = self.declared(node.type) if node.type is not None else None
        first = self.type_of(value) if value is not None else t.NIL
        kind = declared or (first if node.inferred else VARIANT)
        # What the value says is read before the name is known: it may hide a member.
        if declared is None and value is not None and not node.inferred:
            kind = self.local_type(node.name, first)
        if kind == t.NIL:
            kind = VARIANT
        kind = self.refined(kind, node.name, value)
        natural = kind == t.INT and value is not None and self.local_natural(node.name, value)
        code = self._initial(value, declared or (kind if node.inferred else None))
        name = local_name(node.name, self.taken)
        if not self.scope.is_read(node.name) and not name.startswith("_"):
            name = f"_{name.rstrip('_')}"
        self.scope.declare(node.name, Local(name, kind, natural=natural, typed=_is_typed(node)))
        hint = self._local_hint(node, declared, code, value)
        return [f"{name}{hint} = {code.text}"]

    def _initial(self, value: Expression | None, declared: StaticType | None) -> Code:
        if value is not None:
            return self.coerced(value, declared)
        return Code(self.default_text(declared))

    def default_text(self, kind: StaticType | None) -> str:
        """What a variable of a type holds when nothing is said."""
        if kind is not None and kind.kind == t.BUILTIN_KIND:
            plain = _DEFAULTS.get(kind.name)
            return plain if plain is not None else f"{self.imports.engine(kind.name)}()"
        return _default_text(kind)

    def _local_hint(
        self,
        node: LocalVariable,
        declared: StaticType | None,
        code: Code,
        value: Expression | None,
    ) -> str:
        """The annotation of a local variable, where its value does not tell the type."""
        if declared is None or declared.is_variant:
            return ""
        if value is not None and self.is_telling(value, declared):
            return ""
        if value is None and not declared.is_object and declared.element is None:
            return ""
        nullable = declared.is_object and code.text == "None"
        return f": {self.hint(declared, nullable)}"

    def is_telling(self, value: Expression, kind: StaticType) -> bool:
        """Whether a reader sees the type of a value."""
        match value:
            case Literal(value=None):
                return False
            case Literal():
                return True
            case Call(callee=Attribute(name="new")):
                return self.type_of(value) == kind
            case Call(callee=Name(id=name)) if name == kind.name:
                return kind.element is None
            case ArrayLiteral(elements=elements):
                return bool(elements) and kind.element is None
        return self.type_of(value) == kind and kind.element is None and not kind.is_object

    # Assignments ----------------------------------------------------------------------------------

    def _assign(self, node: Assign) -> list[str]:
        target = node.target.inner if isinstance(node.target, Parenthesized) else node.target
        kind = self.type_of(target)
        if node.operator == "=":
            value = self.coerced(node.value, self._declared_target(target))
            return self.store(target, value)
        operator = node.operator[:-1]
        right_type = self.type_of(node.value)
        expanded = (
            (operator in "/%" and kind not in (t.FLOAT, t.STRING))
            or (operator == "+" and kind.name.endswith("Array"))
            or (operator == "**" and kind == t.INT)
            or self._is_part_of_value(target)
            or self._stored(target) is not None
        )
        right = self.expression(node.value)
        if operator == "%" and kind == t.STRING:
            return self.store(target, self.formatted(target, node.value))
        if expanded:
            natural = self.is_natural(target) and self.is_natural(node.value)
            if natural and operator in "/%" and not self._is_part_of_value(target):
                sign = "//" if operator == "/" else "%"
                return [f"{self.expression(target).text} {sign}= {right.text}"]
            left = self.expression(target)
            right = Code(f"({right.text})") if right.level < ATOM else right
            return self.store(
                target, self.arithmetic(operator, left, right, kind, right_type, natural)
            )
        if kind == t.FLOAT and right_type.is_variant and operator == "+":
            right = call("float", [right])
        return [f"{self.expression(target).text} {node.operator} {right.text}"]

    def _declared_target(self, target: Expression) -> StaticType | None:
        """The type that an assigned value is converted to."""
        kind = self.type_of(target)
        if isinstance(target, Subscript):
            return self.type_of(target.base).element
        if (
            isinstance(target, Attribute)
            and self.find_member(self.type_of(target.base), target.name) is None
        ):
            return None if kind == t.FLOAT else kind if kind.name.startswith("Packed") else None
        if isinstance(target, Name) and self.resolve(target.id).kind == "native":
            return kind if kind.name.startswith("Packed") else None
        return kind

    def _is_part_of_value(self, target: Expression) -> bool:
        """Whether it is a component of a vector or the like, which cannot be changed in place."""
        if isinstance(target, (Attribute, Subscript)):
            base = self.type_of(target.base)
            return base.kind == t.BUILTIN_KIND and base.name in VALUE_TYPES
        return False

    def store(self, target: Expression, value: Code) -> list[str]:
        """`target = value`; parts of vectors are changed by exchanging the whole."""
        if isinstance(target, Subscript) and self.type_of(target.base) == t.STRING:
            text, at = self.receiver(target.base), self.expression(target.index)
            joined = f"{text}[:{at.text}] + {value.at(ADD)} + {text}[{at.at(ADD)} + 1 :]"
            return self.store(target.base, Code(joined, ADD))
        if not self._is_part_of_value(target):
            if isinstance(target, Attribute) and self._goes_through_set(target):
                name = quoted(target.name)
                return [f"{self.receiver(target.base)}.set({name}, {value.at(LAMBDA)})"]
            name = self._stored(target) or self.expression(target).text
            return [f"{name} = {value.text}"]
        assert isinstance(target, (Attribute, Subscript))
        whole = self.expression(target.base)
        part = target.name if isinstance(target, Attribute) else self._component(target)
        if part is None:
            assert isinstance(target, Subscript)
            index = self.expression(target.index).at(TERNARY)
            changed = Code(f"{whole.atom}.replace(**{{{index}: {value.at(LAMBDA)}}})")
        else:
            changed = Code(f"{whole.atom}.replace({part}={value.at(LAMBDA)})")
        return self.store(target.base, changed)

    def _stored(self, target: Expression) -> str | None:
        """Where a setter keeps the value of its variable, when that is assigned."""
        if not isinstance(target, Name) or self.scope is None:
            return None
        member = self.resolve(target.id).member
        if member is None or self.scope.raw_written != target.id:
            return None
        return f"self.{self.raw_name(member)}"

    def _goes_through_set(self, target: Attribute) -> bool:
        """Whether only a `_set` knows the property: Python would make an attribute of it."""
        base = self.type_of(target.base)
        cls = self.classes.get(base.name) if base.kind == t.SCRIPT_KIND else None
        if cls is None or cls.find("_set") is None or cls.find(target.name) is not None:
            return False
        facts = class_facts(cls.native)
        return facts is None or facts.property(target.name) is None

    def _component(self, target: Subscript) -> str | None:
        kind = self.type_of(target.base).name
        match target.index:
            case Literal(value=str(name)):
                return name
            case Literal(value=int(index)) if kind.startswith("Vector") and index < 4:
                return "xyzw"[index]
            case Literal(value=int(index)) if kind == "Color" and index < 4:
                return "rgba"[index]
        return None

    # Compound ones --------------------------------------------------------------------------------

    def _if(self, node: If, after: int) -> list[str]:
        lines: list[str] = []
        starts = [condition.line for condition, _ in node.branches]
        starts[0] = node.line
        otherwise = self._else_line(node)
        ends = [*starts[1:], otherwise or after]
        depth = self.comments.indent(node.line)
        for index, (condition, body) in enumerate(node.branches):
            word = "elif" if index else "if"
            above = self.comments.leading(starts[index], depth) if index else []
            head = f"{word} {self.condition(condition).at(TERNARY)}:"
            head += self.comments.behind(starts[index], max(starts[index], body[0].line - 1))
            if above:
                self._above_branch(lines, above)
            elif index and self.comments.blank_before(starts[index]):
                lines.append("")
            limit = ends[index] if index + 1 < len(node.branches) or otherwise else after
            lines += [head, *indented(self.block(body, limit, starts[index]))]
        if node.otherwise is not None:
            assert otherwise is not None
            self._above_branch(lines, self.comments.leading(otherwise, depth))
            head = "else:" + self.comments.behind(
                otherwise, max(otherwise, node.otherwise[0].line - 1)
            )
            lines += [head, *indented(self.block(node.otherwise, after, otherwise))]
        return lines

    def _above_branch(self, lines: list[str], comments: list[Comment]) -> None:
        for comment in comments:
            if self.comments.blank_before(comment.line):
                lines.append("")
            lines.append(python_comment(comment))

    def _else_line(self, node: If) -> int | None:
        if node.otherwise is None:
            return None
        if not node.otherwise:
            return node.line
        return self.comments.line_of_else(node.otherwise[0].line)

    def _for(self, node: For, after: int) -> list[str]:
        assert self.scope is not None
        iterable, kind, natural = self._iterated(node)
        if node.type is not None:
            kind = self.declared(node.type)
        self.scope.blocks.append({})
        name = local_name(node.name, self.taken)
        self.scope.declare(node.name, Local(name, kind, natural=natural))
        lines = self._compound(node, f"for {name} in {iterable}:", node.body, after)
        self.scope.blocks.pop()
        return lines

    def _iterated(self, node: For) -> tuple[str, StaticType, bool]:
        """What a loop goes over, the type of its variable, and whether that is never negative."""
        iterable = node.iterable
        natural = not self._changes(node.name, node.body)
        match iterable:
            case Call(callee=Name(id="range"), arguments=arguments):
                given = ", ".join(self._as_int(a).at(LAMBDA) for a in arguments)
                positive = len(arguments) == 1 or all(self.is_natural(a) for a in arguments)
                return f"range({given})", t.INT, natural and positive
            case Call(callee=Attribute(base=base, name="keys" | "values" as name), arguments=[]):
                kind = self.type_of(base)
                if kind.name == "Dictionary" and kind.kind == t.BUILTIN_KIND:
                    inner = kind.key if name == "keys" else kind.element
                    return self._over_dictionary(base, name, node.body), inner or VARIANT, False
        kind = self.type_of(iterable)
        code = self.expression(iterable)
        if kind == t.INT or kind.kind == t.ENUM_KIND:
            return f"range({code.at(LAMBDA)})", t.INT, natural
        if kind == t.FLOAT:
            return f"range({self.imports.engine('ceili')}({code.at(LAMBDA)}))", t.INT, natural
        if kind.name == "Dictionary" and self._changed(code, node.body):
            return f"list({code.text})", kind.key or VARIANT, False
        if kind == t.STRING:
            return code.at(TERNARY), t.STRING, False
        return code.at(TERNARY), self._element(kind), False

    def _element(self, kind: StaticType) -> StaticType:
        if kind.key is not None:
            return kind.key
        if kind.element is not None:
            return kind.element
        if kind.name.startswith("Packed"):
            return {"PackedStringArray": t.STRING, "PackedByteArray": t.INT,
                    "PackedInt32Array": t.INT, "PackedInt64Array": t.INT,
                    "PackedFloat32Array": t.FLOAT, "PackedFloat64Array": t.FLOAT,
                    }.get(kind.name, VARIANT)  # fmt: skip
        return VARIANT

    def _as_int(self, node: Expression) -> Code:
        return self.coerced(node, t.INT)

    def _assigned_in(self, body: list[Statement]) -> list[Assign]:
        return [node for node in walk(body) if isinstance(node, Assign)]

    def _changes(self, name: str, body: list[Statement]) -> bool:
        return any(
            isinstance(a.target, Name) and a.target.id == name for a in self._assigned_in(body)
        )

    def _over_dictionary(self, base: Expression, name: str, body: list[Statement]) -> str:
        code = self.expression(base)
        keep = self._changed(code, body) or any(isinstance(n, Await) for n in walk(body))
        if name == "keys":
            return f"list({code.text})" if keep else code.at(TERNARY)
        return f"list({code.atom}.values())" if keep else f"{code.atom}.values()"

    def _changed(self, container: Code, body: list[Statement]) -> bool:
        """Whether a loop's body may change the container that the loop goes over."""
        for node in walk(body):
            if isinstance(node, Call) and isinstance(node.callee, Attribute):
                if node.callee.name in ("erase", "clear", "merge", "get_or_add") and (
                    self.expression(node.callee.base) == container
                ):
                    return True
            elif isinstance(node, Call):
                symbol = self.resolve(node.callee.id) if isinstance(node.callee, Name) else None
                if symbol is not None and symbol.member is not None:
                    return True
            elif (
                isinstance(node, Assign)
                and isinstance(node.target, Subscript)
                and self.expression(node.target.base) == container
            ):
                return True
        return False


_DEFAULTS = {
    "bool": "False",
    "int": "0",
    "float": "0.0",
    "String": '""',
    "Array": "[]",
    "Dictionary": "{}",
}


def _is_typed(node: LocalVariable) -> bool:
    return node.type is not None and bool(node.type.arguments)


def _default_text(kind: StaticType | None) -> str:
    """What a variable of a type holds when nothing is said, as far as it needs no import."""
    if kind is None or kind.is_variant or kind.is_object:
        return "None"
    if kind.kind == t.ENUM_KIND:
        return "0"
    return _DEFAULTS.get(kind.name, "None")
