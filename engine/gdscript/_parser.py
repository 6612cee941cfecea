"""The parser: from the text of a script to its syntax tree.

Lark made the tables from the grammar (`_grammar.py`); the loop here walks by them. What it does in
each state is looked up by the kind of the next token: shift it, or reduce what is on the stack by a
rule, whose callback makes a record. So the stack of values holds tokens and finished records only,
and nothing here recurses, however deeply a script is nested.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from keyword import iskeyword
from typing import Any

from engine.gdscript._grammar import LIST, PASS, Rule, Tables, load_tables
from engine.gdscript._parse_errors import explain
from engine.gdscript._scanner import Kinded, Scanner, Token
from engine.gdscript._syntax import ClassDeclaration, Comment, Script
from engine.gdscript._tree_builder import TreeBuilder

Reduction = tuple[str, int, Callable[[list[Any]], Any] | None]

_COMMENT = re.compile(
    r"""(#[^\n\r]*)|\"{3}(?:\\.|[^\\])*?\"{3}|'{3}(?:\\.|[^\\])*?'{3}"""
    r"""|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""",
    re.DOTALL,
)


def parse(source: str, path: str = "", comments: bool = False) -> Script:
    """Read a script.

    Args:
        source: its text.
        path: where it is, for the record.
        comments: whether to gather the comments.

    Raises:
        ParseError: it isn't GDScript.
        MissingGrammarError: the packages for it are not installed.
    """
    text = source.removeprefix("\ufeff")
    collecting = gc.isenabled()
    gc.disable()  # all that is made stays
    try:
        body = _Walk(text).whole()
    finally:
        if collecting:
            gc.enable()
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    return Script(path, body, _comments(text) if comments else [], lines)


class _Walk:
    """One way through the tables.

    Attributes:
        states: the stack of states.
        values: what stands for each state but the first.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._tables, bind = _machine()
        self.states = [self._tables.start]
        self.values: list[Any] = []
        self._scanner = Scanner(text, self._tables, self.states)
        self._rules = bind(TreeBuilder(self._scanner))

    def whole(self) -> ClassDeclaration:
        """Go to the end."""
        try:
            self.go(self._scanner.tokens())
        except _MisfitError as misfit:
            number, kind, token = misfit.args
        else:
            result: ClassDeclaration = self.values[-1]
            return result
        again = _Walk(self._text)
        previous = again._go_until(number)
        raise explain(self._tables, again.states, again.values, kind, token, previous)

    def _go_until(self, number: int) -> Token | None:
        """Go as far as the stack is not reduced for the token of this number; the last token."""
        last: list[Token] = []

        def noted() -> Iterator[Kinded]:
            for kind, token in islice(self._scanner.tokens(), number):
                last[:] = [token]
                yield kind, token

        self.go(noted())
        return last[0] if last else None

    def go(self, tokens: Iterable[Kinded]) -> None:
        """Take these tokens.

        Raises:
            _MisfitError: with the number of the token that cannot stand here, its kind and the
                token. By then the stack may be reduced further than it should for a message.
        """
        states, values = self.states, self.values
        rules, rows, end = self._rules, self._tables.rows, self._tables.end
        state = states[-1]
        for number, (kind, token) in enumerate(tokens):
            while True:
                code = rows[state].get(kind)
                if code is None:
                    raise _MisfitError(number, kind, token)
                if code >= 0:
                    if code == end:
                        return
                    states.append(code)
                    values.append(token)
                    state = code
                    break
                origin, size, make = rules[~code]
                if make is None:
                    state = states[-1] = rows[states[-2]][origin]
                    continue
                if size:
                    taken = values[-size:]
                    del values[-size:]
                    del states[-size:]
                else:
                    taken = []
                values.append(make(taken))
                state = rows[states[-1]][origin]
                states.append(state)


class _MisfitError(Exception):
    """A token that cannot stand where it does."""


# Callbacks ---------------------------------------------------------------------------------------


@cache
def _machine() -> tuple[Tables, Callable[[TreeBuilder], list[Reduction]]]:
    """The tables, and what gives their reductions for one tree builder."""
    tables = load_tables()
    reductions = ",\n".join(_reduction(rule) for rule in tables.rules)
    namespace: dict[str, Any] = {"extend": _extend}
    exec(f"def bind(builder):\n return [{reductions}]", namespace)
    return tables, namespace["bind"]


def _reduction(rule: Rule) -> str:
    """A reduction by a rule, as Python."""
    head = f"{rule.origin!r}, {rule.size}"
    if rule.kind == PASS and rule.size == 1:
        return f"({head}, None)"
    whole = rule.picks == [(index, False) for index in range(rule.size)]
    given = "*s" if whole else ", ".join(_pick(index, spliced) for index, spliced in rule.picks)
    if rule.kind != LIST:
        name = rule.name + "_" * iskeyword(rule.name)
        return f"({head}, lambda s, f=builder.{name}: f({given}))"
    if rule.picks and rule.picks[0] == (0, True):
        rest = ", ".join(_pick(index, spliced) for index, spliced in rule.picks[1:])
        return f"({head}, lambda s: {f'extend(s[0], ({rest},))' if rest else 's[0]'})"
    return f"({head}, lambda s: {'s' if whole else f'[{given}]'})"


def _pick(index: int, spliced: bool) -> str:
    return "None" if index < 0 else f"*s[{index}]" if spliced else f"s[{index}]"


def _extend(values: list[Any], more: tuple[Any, ...]) -> list[Any]:
    """Add to a list that nobody else has."""
    values.extend(more)
    return values


# Comments ----------------------------------------------------------------------------------------


def _comments(text: str) -> list[Comment]:
    """All comments of a script that has been parsed."""
    result: list[Comment] = []
    line, counted = 1, 0
    for found in _COMMENT.finditer(text):
        if found[1] is None:
            continue
        start = found.start()
        line += text.count("\n", counted, start)
        counted = start
        before = text[text.rfind("\n", 0, start) + 1 : start]
        result.append(Comment(line, len(before) + 1, found[1], not before.strip()))
    return result
