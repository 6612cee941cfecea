"""`match`: Python's own, with guards where a pattern is no pattern there; or a chain of `if`s."""

from __future__ import annotations

import re

from engine.gdscript._api import global_constant
from engine.gdscript._syntax import (
    ArrayPattern,
    BindPattern,
    DictionaryPattern,
    Expression,
    ExpressionPattern,
    Literal,
    Match,
    MatchBranch,
    Name,
    Pattern,
    StringNameLiteral,
    WildcardPattern,
)
from engine.gdscript._types import VARIANT, StaticType
from engine.gdscript.convert._code import COMPARE, OR, TERNARY, Code, binary, quoted
from engine.gdscript.convert._comments import Comments, python_comment
from engine.gdscript.convert._lambdas import LambdaWriter
from engine.gdscript.convert._names import engine_function, local_name
from engine.gdscript.convert._scope import Local

_DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")
_NUMBER = re.compile(r"-?[\d.]\w*(\.\w+)?")


class MatchWriter(LambdaWriter):
    """Writes `match` statements."""

    comments: Comments
    _given: set[str]

    def match(self, node: Match, after: int) -> list[str]:
        """The lines of a `match` statement."""
        assert self.scope is not None
        subject = self.expression(node.subject)
        prelude: list[str] = []
        chained = self._is_chain(node)
        if not re.fullmatch(r"[\w.]+", subject.text) and (chained or self._needs_subject(node)):
            name = "subject"
            while self.scope.find(name) is not None:
                name += "_"
            prelude = [f"{name} = {subject.text}"]
            subject = Code(name)
        lines = prelude if chained else [*prelude, f"match {subject.at(TERNARY)}:"]
        lines[-1:] = [lines[-1] + self.comments.behind(node.line, node.line)] if lines else []
        branches = node.branches
        for index, branch in enumerate(branches):
            limit = branches[index + 1].line if index + 1 < len(branches) else after
            above = self.comments.leading(branch.line, self.comments.indent(branch.line))
            head_lines = [python_comment(comment) for comment in above]
            self.scope.blocks.append({})
            if chained:
                head = self._link(branch, subject, first=not index)
            else:
                head = self._case(branch, subject, self.type_of(node.subject))
            head += self.comments.behind(branch.line, max(branch.line, _first(branch) - 1))
            body = self.block(branch.body, limit, branch.line)
            self.scope.blocks.pop()
            found = [*head_lines, head, *(f"    {line}" if line else line for line in body)]
            if index and self.comments.blank_before(above[0].line if above else branch.line):
                lines.append("")
            lines += found if chained else [f"    {line}" if line else line for line in found]
            if self._ends(branch):
                break
        return lines

    def _ends(self, branch: MatchBranch) -> bool:
        """Whether no later branch can be reached."""
        return branch.guard is None and any(
            isinstance(pattern, (WildcardPattern, BindPattern)) for pattern in branch.patterns
        )

    # Chains of ifs --------------------------------------------------------------------------------

    def _is_chain(self, node: Match) -> bool:
        """Whether it is nothing but comparisons, some with what Python would take for a name."""
        plain = all(
            isinstance(pattern, (ExpressionPattern, WildcardPattern)) and branch.guard is None
            for branch in node.branches
            for pattern in branch.patterns
        )
        if not plain or isinstance(node.branches[0].patterns[0], WildcardPattern):
            return False
        return any(
            isinstance(pattern, ExpressionPattern) and self._value(pattern.expression) is None
            for branch in node.branches
            for pattern in branch.patterns
        )

    def _needs_subject(self, node: Match) -> bool:
        """Whether a guard speaks of the subject."""
        return any(
            isinstance(pattern, ExpressionPattern) and self._value(pattern.expression) is None
            for branch in node.branches
            for pattern in branch.patterns
        )

    def _link(self, branch: MatchBranch, subject: Code, first: bool) -> str:
        if any(isinstance(pattern, WildcardPattern) for pattern in branch.patterns):
            return "else:"
        return f"{'if' if first else 'elif'} {self._equals(branch.patterns, subject)}:"

    def _equals(self, patterns: list[Pattern], subject: Code) -> str:
        values = [
            self.expression(pattern.expression)
            for pattern in patterns
            if isinstance(pattern, ExpressionPattern)
        ]
        if len(values) > 1:
            return f"{subject.at(COMPARE + 1)} in ({', '.join(v.at(TERNARY) for v in values)})"
        operator = "is" if values[0].text in ("None", "True", "False") else "=="
        return binary(subject, operator, values[0]).text

    # Cases ----------------------------------------------------------------------------------------

    def _case(self, branch: MatchBranch, subject: Code, kind: StaticType) -> str:
        guards: list[str] = []
        self._given = set()
        odd = [
            pattern
            for pattern in branch.patterns
            if isinstance(pattern, ExpressionPattern) and self._value(pattern.expression) is None
        ]
        if odd:
            text = "_"
            guards.append(self._equals(branch.patterns, subject))
        else:
            text = " | ".join(self._pattern(p, guards, kind) for p in branch.patterns)
        if branch.guard is not None:
            guards.append(self.condition(branch.guard).at(OR + 1))
        condition = f" if {' and '.join(guards)}" if guards else ""
        return f"case {text}{condition}:"

    def _pattern(self, pattern: Pattern, guards: list[str], kind: StaticType = VARIANT) -> str:
        match pattern:
            case WildcardPattern():
                return "_"
            case BindPattern(name=name):
                return self._bound(name, kind)
            case ExpressionPattern(expression=expression):
                value = self._value(expression)
                if value is not None:
                    return value
                name = self._fresh("item")
                guards.append(binary(Code(name), "==", self.expression(expression)).text)
                return name
            case ArrayPattern(items=items, open_ended=open_ended):
                parts = [self._pattern(item, guards) for item in items]
                return f"[{', '.join([*parts, *(['*_'] if open_ended else [])])}]"
            case DictionaryPattern():
                return self._mapping(pattern, guards)
        return "_"

    def _mapping(self, pattern: DictionaryPattern, guards: list[str]) -> str:
        parts = []
        for key, inner in pattern.pairs:
            text = self._value(key) or self.expression(key).text
            value = "_" if inner is None else self._pattern(inner, guards)
            parts.append(f"{text}: {value}")
        if not pattern.open_ended:
            rest = self._fresh("rest")
            guards.append(f"not {rest}")
            parts.append(f"**{rest}")
        return f"{{{', '.join(parts)}}}"

    def _bound(self, name: str, kind: StaticType) -> str:
        assert self.scope is not None
        python = local_name(name, self.taken)
        self.scope.declare(name, Local(python, kind))
        return python

    def _fresh(self, name: str) -> str:
        """A name that stands for nothing yet."""
        assert self.scope is not None
        while self.scope.find(name) is not None or name in self._given:
            name += "_"
        self._given.add(name)
        return name

    def _value(self, node: Expression) -> str | None:
        """A value as a pattern; None when Python would take it for a name, or for nothing."""
        if isinstance(node, Literal):
            return self.expression(node).text
        if isinstance(node, StringNameLiteral):
            return quoted(node.text)
        if isinstance(node, Name) and self.resolve(node.id).kind == "constant":
            return self._enum_value(node.id)
        text = self.expression(node).text
        return text if _DOTTED.fullmatch(text) or _NUMBER.fullmatch(text) else None

    def _enum_value(self, name: str) -> str | None:
        """A global constant by way of its enum: `Error.OK`."""
        facts = global_constant(name)
        if facts is None or not facts.enum:
            return None
        enum = facts.enum.replace(".", "")
        function = engine_function(enum)
        return f"{self.imports.engine(function)}.{name}" if function else None


def _first(branch: MatchBranch) -> int:
    return branch.body[0].line if branch.body else branch.line
