"""The tables that steer the parser.

gdtoolkit's grammar of GDScript, with `_gdscript.lark` behind it, goes through Lark, which works out
the LALR tables. From them come plain numbers and texts, which are kept in a file of the user's own
(`~/.cache/scenetick`), as JSON: nothing in it can run, and a file that cannot be read is made
again. With that file at hand neither Lark nor gdtoolkit is loaded.

A rule gives its owner's callback what stands at some places of it (`picks`): the tokens that say
nothing are left out, the values of rules that begin with an underscore are spliced in, and what was
optional and is missing is None. The first place is always given, since it says where the rule is.

Many reductions only hand one value on. Where nothing else can follow in a state, they are taken out
of the table: who would go there goes on at once (`_shorten`).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from engine.core._lazy import lazy

_lark, _lexer = lazy("lark"), lazy("lark.lexer")  # an extra

FORMAT = 1  # of the file; another number, another file

PASS = "pass"  # the value is that of the only symbol
LIST = "list"  # the value is a list of what was picked
CALL = "call"  # the value is what the callback makes of what was picked

_HANDED_ON = {"class_var_stmt", "func_var_stmt", "const_stmt", "enum_stmt", "expr", "type_cast"}


class MissingGrammarError(ImportError):
    """The packages that the grammar comes from are not installed."""


@dataclass(slots=True)
class Rule:
    """How to reduce.

    Attributes:
        origin: the symbol that the rule makes.
        size: of how many symbols it is made.
        kind: PASS, LIST or CALL.
        name: of the callback.
        picks: index and whether to splice; index -1 is None.
    """

    origin: str
    size: int
    kind: str
    name: str
    picks: list[tuple[int, bool]]


@dataclass(slots=True)
class Tables:
    """What the parser walks by.

    Attributes:
        rows: of each state, what each symbol leads to: a state (from 0 on), or `~n` for rule n.
        rules: all of them.
        start: the first state.
        end: the state that accepts.
        symbols: of each state, the symbol that leads to it; empty for the first.
        words: the terminals that are spelled with letters, by their text.
        signs: the others.
    """

    rows: list[dict[str, int]]
    rules: list[Rule]
    start: int
    end: int
    symbols: list[str]
    words: dict[str, str]
    signs: dict[str, str]


def load_tables() -> Tables:
    """The tables: from the cache, or made and put there.

    Raises:
        MissingGrammarError: gdtoolkit or Lark is not installed.
    """
    text = _grammar_text()
    file = _cache_file(text)
    tables = _read(file) if file else None
    if tables is None:
        tables = _build(text)
        if file:
            with contextlib.suppress(OSError):
                _write(file, tables)
    return tables


def _grammar_text() -> str:
    spec = find_spec("gdtoolkit")
    if spec is None or spec.origin is None or find_spec("lark") is None:
        raise MissingGrammarError(
            "GDScript needs the package gdtoolkit: pip install 'scenetick[godot]'"
        )
    theirs = Path(spec.origin).parent / "parser" / "gdscript.lark"
    ours = Path(__file__).parent / "_gdscript.lark"
    return theirs.read_text("utf-8") + "\n" + ours.read_text("utf-8")


# The file ----------------------------------------------------------------------------------------


def _cache_file(text: str) -> Path | None:
    """Where the tables of this grammar are kept; None if there is no place."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        versions = f"gdtoolkit-{version('gdtoolkit')}-lark-{version('lark')}"
    except (RuntimeError, PackageNotFoundError):
        return None
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Path(base) / "scenetick" / f"grammar-{FORMAT}-{versions}-{digest}.json"


def _read(file: Path) -> Tables | None:
    try:
        data = json.loads(file.read_bytes())
        data["rules"] = [Rule(**rule) for rule in data["rules"]]
        tables = Tables(**data)
        sound = tables.rows[tables.end]["$END"] == tables.end and all(map(_sound, tables.rules))
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return tables if sound else None


def _sound(rule: Rule) -> bool:
    """Whether a rule that was read may become code."""
    numbers = [rule.size, *(index for index, _ in rule.picks)]
    rule.picks = [(index, bool(spliced)) for index, spliced in rule.picks]
    return all(type(number) is int for number in numbers) and (rule.name.isidentifier())


def _write(file: Path, tables: Tables) -> None:
    """Put the file in place whole, since another process may read it."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(asdict(tables), stream)
        os.replace(name, file)
    except OSError:
        os.unlink(name)
        raise


# Making them -------------------------------------------------------------------------------------


def _build(text: str) -> Tables:
    """Let Lark work the tables out."""

    class NoLexer(_lexer.Lexer):  # type: ignore[misc, name-defined]
        """Ours scans; Lark's would only cost time to set up."""

        def __init__(self, *_: Any) -> None:
            pass

        def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:
            return iter(())

    lark = _lark.Lark(text, parser="lalr", lexer=NoLexer, maybe_placeholders=True, regex=True)
    table = lark.parser.parser._parse_table
    rules: list[Rule] = []
    numbers: dict[Any, int] = {}
    rows: list[dict[str, int]] = [{} for _ in table.states]
    for state, actions in table.states.items():
        for symbol, (action, argument) in actions.items():
            if action.name == "Shift":
                rows[state][symbol] = argument
                continue
            if argument not in numbers:
                numbers[argument] = len(rules)
                rules.append(_rule(argument))
            rows[state][symbol] = ~numbers[argument]
    start, end = table.start_states["start"], table.end_states["start"]
    rows[end]["$END"] = end
    symbols = [""] * len(rows)
    for row in rows:
        for symbol, code in row.items():
            if code >= 0:
                symbols[code] = symbol
    _shorten(rows, rules)
    texts = {t.pattern.value: t.name for t in lark.terminals if t.pattern.type == "str"}
    words = {text: name for text, name in texts.items() if text.isidentifier()}
    signs = {text: name for text, name in texts.items() if not text.isidentifier()}
    return Tables(rows, rules, start, end, symbols, words, signs)


def _rule(rule: Any) -> Rule:
    """Make ours of one of Lark's."""
    symbols = rule.expansion
    origin = str(rule.origin.name)
    inner = origin.startswith("_") and not rule.alias
    keep_all = rule.options.keep_all_tokens
    missing = _missing(rule.options.empty_indices, len(symbols))
    picks: list[tuple[int, bool]] = []
    for index, symbol in enumerate(symbols):
        picks += [(-1, False)] * missing[index]
        first = index == 0 and not inner
        if first or keep_all or not (symbol.is_term and symbol.filter_out):
            picks.append((index, not symbol.is_term and symbol.name.startswith("_")))
    picks += [(-1, False)] * missing[len(symbols)]
    alone = len(symbols) == 1 and (rule.options.expand1 or origin in _HANDED_ON)
    kind = LIST if inner else PASS if alone and not rule.alias else CALL
    return Rule(origin, len(symbols), kind, str(rule.alias or origin), picks)


def _missing(empty_indices: Any, size: int) -> list[int]:
    """How many Nones stand before each symbol, and after the last."""
    if not empty_indices:
        return [0] * (size + 1)
    runs = "".join("1" if empty else "0" for empty in empty_indices).split("0")
    return [len(run) for run in runs]


def _shorten(rows: list[dict[str, int]], rules: list[Rule]) -> None:
    """Let who goes to a state that only hands a value on go on to where that leads."""
    handing = {}
    for state, row in enumerate(rows):
        codes = set(row.values())
        if len(codes) == 1 and (code := codes.pop()) < 0 and rules[~code].kind == PASS:
            handing[state] = rules[~code].origin
    for row in rows:
        for symbol, code in row.items():
            while code in handing:
                code = row[handing[code]]
            row[symbol] = code
