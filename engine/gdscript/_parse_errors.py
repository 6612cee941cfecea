"""What to say of a token that doesn't fit, in Godot's words.

Known are the symbols on the parser's stack (`FUNC NAME func_args` ...), what the state could go on
with, the token that came, and those before it. In this order it is asked: should a block begin
here; a statement; an operand (and for which operator, bracket or keyword); or has something to be
closed or ended after a whole expression? What is left is a name or sign that a declaration lacks
(`_AFTER`). As in Godot the place is mostly that of the token before.
"""

from __future__ import annotations

from typing import Any

from engine.gdscript._grammar import Tables
from engine.gdscript._scanner import Token
from engine.gdscript._syntax import ParseError

_NAMES = {
    "NAME": "Identifier",
    "TYPE_HINT": "Identifier",
    "SET": "Identifier",
    "GET": "Identifier",
    "AT": "Annotation",
    "_NL": "Newline",
    "_NL_ELSE": "Newline",
    "_INDENT": "Indent",
    "_DEDENT": "Dedent",
    "$END": "End of file",
} | dict.fromkeys(("STRING", "NUMBER", "CONSTANT", "STRING_NAME", "NODE_PATH"), "Literal")
_LINE_ENDS = {"_NL", "_NL_ELSE", "_DEDENT", "$END"}
_ASSIGNMENTS = {"=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", ">>=", "<<=", "**="}

_BLOCKS = {
    "IF": '"if" block',
    "ELIF": '"elif" block',
    "ELSE": '"else" block',
    "WHILE": '"while" block',
    "FOR": '"for" block',
    "patterns": "match pattern block",
    "SET": "setter declaration",
    "GET": "getter declaration",
    "func_header": "function declaration",
    "lambda_header": "lambda declaration",
    "CLASS": "class declaration",
}
_CONDITIONS = {  # what a colon is missed after
    "IF": '"if" condition',
    "ELIF": '"elif" condition',
    "WHILE": '"while" condition',
    "IN": '"for" condition',
    "MATCH": '"match" expression',
    "WHEN": '"match" pattern guard',
}
_OPERANDS = {  # what is missed after a keyword
    "IF": 'Expected conditional expression after "if".',
    "ELIF": 'Expected conditional expression after "elif".',
    "WHILE": 'Expected conditional expression after "while".',
    "MATCH": 'Expected expression to test after "match".',
    "WHEN": 'Expected expression for pattern guard after "when".',
    "IN": 'Expected iterable after "in".',
    "assign_operator": 'Expected an expression after "=".',
}
_OPERATORS = {  # what is missed after an operator that isn't called one
    "if": 'Expected expression as ternary condition after "if".',
    "else": 'Expected expression after "else".',
    "await": 'Expected signal or coroutine after "await".',
}
_ELEMENTS = {  # what is missed in brackets
    "call": "Expected expression as the function argument.",
    "assert": "Expected expression to assert.",
    "preload": 'Expected resource path after "(".',
    "group": "Expected grouping expression.",
    "annotation": "Expected expression as the annotation argument.",
    "array": "Expected expression as array element.",
    "subscript": 'Expected expression after "[".',
    "dictionary": "Expected expression as dictionary key.",
    "array pattern": "Expected expression for match pattern.",
    "dictionary pattern": "Expected expression as key for dictionary pattern.",
    "parameters": 'Expected closing ")" after function parameters.',
}
_CLOSINGS = {  # what is missed after the elements
    "call": 'Expected closing ")" after call arguments.',
    "assert": 'Expected ")" after assert expression.',
    "preload": 'Expected ")" after preload path.',
    "group": 'Expected closing ")" after grouping expression.',
    "annotation": 'Expected ")" after annotation arguments.',
    "array": 'Expected closing "]" after array elements.',
    "subscript": 'Expected "]" after subscription index.',
    "dictionary": 'Expected closing "}" after dictionary elements.',
    "parameters": 'Expected closing ")" after function parameters.',
    "signal": 'Expected closing ")" after signal parameters.',
    "enum": 'Expected closing "}" for enum.',
    "array pattern": 'Expected "]" to close the array pattern.',
    "dictionary pattern": 'Expected "}" to close the dictionary pattern.',
}
_INDENTED_GET_SET = "Property with inline code must go to an indented block."
_AFTER = {  # by what the stack ends with
    "VAR": 'Expected variable name after "var".',
    "CONST": 'Expected constant name after "const".',
    "CONST NAME": "Expected initializer after constant name.",
    "CONST NAME COLON": "Expected initializer after constant name.",
    "CONST NAME COLON TYPE_HINT": "Expected initializer after constant name.",
    "FUNC": 'Expected function name after "func".',
    "FUNC NAME": 'Expected opening "(" after function name.',
    "SUPER": 'Expected "." or "(" after "super".',
    "SUPER DOT": 'Expected function name after ".".',
    "SUPER DOT NAME": 'Expected "(" after function name.',
    "SIGNAL": 'Expected signal name after "signal".',
    "ENUM": 'Expected "{" after "enum".',
    "ENUM NAME": 'Expected "{" after enum name.',
    "CLASS": 'Expected identifier for the class name after "class".',
    "CLASS NAME": 'Expected ":" after class declaration.',
    "CLASS NAME extends_stmt": 'Expected ":" after class declaration.',
    "CLASS_NAME": 'Expected identifier for the global class name after "class_name".',
    "EXTENDS": 'Expected superclass name after "extends".',
    "EXTENDS NAME DOT": 'Expected superclass name after ".".',
    "EXTENDS STRING DOT": 'Expected superclass name after "extends".',
    "STATIC": 'Expected "func" or "var" after "static".',
    "AT": 'Expected annotation identifier after "@".',
    "FOR": 'Expected loop variable name after "for".',
    "FOR NAME": 'Expected "in" or ":" after "for" variable name.',
    "FOR NAME COLON": 'Expected type specifier after ":".',
    "FOR NAME COLON TYPE_HINT": 'Expected "in" after "for" variable type specifier.',
    "ELSE": 'Expected ":" after "else".',
    "DOT": 'Expected identifier after "." for attribute access.',
    "AS": 'Expected type specifier after "as".',
    "IS": 'Expected type specifier after "is".',
    "IS NOT": 'Expected type specifier after "is not".',
    "NOT": 'Expected "in" after "not" in content-test operator.',
    "GET": 'Expected ":" or "(" after "get".',
    "GET LPAR": 'Expected ")" after "get(".',
    "SET": 'Expected "(" after "set".',
    "SET LPAR": 'Expected parameter name after "(".',
    "SET LPAR NAME": 'Expected ")" after parameter name.',
    "SET LPAR NAME RPAR": 'Expected ":" after ")".',
    "SET EQUAL": 'Expected setter function name after "=".',
    "GET EQUAL": 'Expected getter function name after "=".',
    "COLON SET": _INDENTED_GET_SET,
    "COLON GET": _INDENTED_GET_SET,
    "COMMA SET": 'Expected "=" after "set"',
    "COMMA GET": 'Expected "=" after "get"',
    "MATCH expr COLON": 'Expected a newline after "match" statement.',
    "SIGNAL NAME LPAR": "Expected parameter name.",
}
_ENDINGS = {  # of statements, by what the stack ends with
    "PASS": '"pass"',
    "BREAK": '"break"',
    "CONTINUE": '"continue"',
    "BREAKPOINT": '"breakpoint"',
    "CLASS_NAME NAME": "class_name statement",
    "EXTENDS NAME": "superclass",
    "EXTENDS STRING": "superclass",
    "VAR NAME": "variable declaration",
    "VAR NAME COLON": "variable declaration",
    "VAR NAME COLON TYPE_HINT": "variable declaration",
    "SIGNAL NAME": "signal declaration",
    "SIGNAL NAME signal_args": "signal declaration",
    "SET EQUAL NAME": "property declaration",
    "GET EQUAL NAME": "property declaration",
    "ENUM enum_body": "enum",
    "ENUM NAME enum_body": "enum",
    "RETURN": "return statement",
}
_IN_TYPE = {
    "[": 'Expected type for collection after "[".',
    ".": 'Expected inner type name after ".".',
}
_CHECKED = "perform a check inside the function"
_REMOVED = {  # keywords of Godot 3, and what took their place
    "tool": 'the "@tool" annotation',
    "onready": 'the "@onready" annotation',
    "export": 'an export annotation ("@export", "@export_range", etc.)',
    "remote": 'the "@rpc" annotation with "any_peer"',
    "master": f'the "@rpc" annotation with "any_peer" and {_CHECKED}',
    "puppet": 'the "@rpc" annotation with "authority"',
    "remotesync": 'the "@rpc" annotation with "any_peer" and "call_local"',
    "mastersync": f'the "@rpc" annotation with "any_peer" and "call_local", and {_CHECKED}',
    "puppetsync": 'the "@rpc" annotation with "authority" and "call_local"',
}
_SKIPPED = {"primary", "pattern_primary", "expression", "_chain", "_tested", "_pattern_chain"} | {
    "_pattern_tested",
    "infix",
    "prefix",
    "pattern",
    "pair",
    "pattern_pair",
    "lua_pair",
    "enum_element",
    "expr",
    "type_cast",
    "type_operator",
}


def explain(
    tables: Tables,
    states: list[int],
    values: list[Any],
    kind: str,
    token: Token,
    previous: Token | None,
) -> ParseError:
    """The error that this token makes on this stack.

    Args:
        tables: the parser's.
        states: its stack, before it looked at the token.
        values: what stands for each state but the first.
        kind: of the token.
        token: the one that cannot stand here.
        previous: the one before, if any.
    """
    text, at_token = _Situation(tables, states, values, kind, token, previous).message()
    _, line, column = token if at_token or previous is None else previous
    return ParseError(text, line, column)


class _Situation:
    """A token where it doesn't belong."""

    def __init__(
        self,
        tables: Tables,
        states: list[int],
        values: list[Any],
        kind: str,
        token: Token,
        previous: Token | None,
    ) -> None:
        self._rows = [tables.rows[state] for state in states]
        self._row = self._rows[-1]
        self._symbols = [tables.symbols[state] for state in states]
        self._values = values
        self._kind = kind
        self._token = token
        self._previous = previous[0] if previous else ""
        self._name = _NAMES.get(kind, token[0])

    def message(self) -> tuple[str, bool]:
        """What to say, and whether the place is that of the token itself."""
        if self._token[0] == "yield" and "TILDE" in self._row:
            return '"yield" was removed in Godot 4. Use "await" instead.', True
        if block := self._block():
            return block, False
        if "PASS" in self._row and {"RETURN", "ENUM"} & set(self._row):
            return self._statement(), True
        if "WILDCARD" in self._row:
            return "Expected expression for match pattern.", False
        if ending := self._known_ending():
            return ending, False
        if "TILDE" in self._row and self._symbols[-1] != "RETURN":
            return self._operand(), False
        if "STAR" in self._row:
            return self._after_operand(), False
        if {"SET", "GET"} & set(self._row) and self._kind not in _LINE_ENDS:
            return self._accessor(), True
        return self._after_symbols(), False

    def _shifts(self, kind: str) -> bool:
        """Whether a token of this kind could stand right here."""
        return self._row.get(kind, -1) >= 0

    # Blocks and statements -----------------------------------------------------------------------

    def _block(self) -> str | None:
        """If a block should begin here, and doesn't."""
        last = self._symbols[-1]
        begun = last == "_NL" and set(self._row) == {"_INDENT"}
        header = last in ("COLON", "func_header", "lambda_header") and "_NL" in self._row
        if not begun and not (header and self._kind in _LINE_ENDS):
            return None
        for symbol in reversed(self._symbols[: -1 if begun else None]):
            if symbol == "MATCH":
                return 'Expected an indented block after "match" statement.'
            if symbol in ("VAR", "_var_typed"):
                return 'Expected indented block for property after ":".'
            if symbol == "FUNC":
                is_lambda = "TILDE" in self._rows[self._symbols.index("FUNC") - 1]
                symbol = "lambda_header" if is_lambda else "func_header"
            if symbol in _BLOCKS:
                return f"Expected indented block after {_BLOCKS[symbol]}."
            if symbol in ("_INDENT", "COMMA"):
                break
        return None

    def _statement(self) -> str:
        body = {"func_header", "lambda_header", "FUNC"} & set(self._symbols)
        if self._shifts("RETURN") or (body and not self._shifts("ENUM")):
            return f'Expected statement, found "{self._name}" instead.'
        if self._kind == "NAME":
            word = self._token[0]
            if word in _REMOVED:
                return f'The "{word}" keyword was removed in Godot 4. Use {_REMOVED[word]} instead.'
            return f'Unexpected identifier "{word}" in class body.'
        return f'Unexpected "{self._name}" in class body.'

    def _known_ending(self) -> str | None:
        """If the statement could end here, and is known by its last words."""
        if self._kind in _LINE_ENDS and self._symbols[-3:-1] in (
            ["SET", "EQUAL"],
            ["GET", "EQUAL"],
        ):
            return "Expected end of indented block for property."
        if self._symbols[-1] == "TYPE_HINT" and self._token[0] in _IN_TYPE:
            return _IN_TYPE[self._token[0]]
        for count in range(4, 0, -1):
            if what := _ENDINGS.get(" ".join(self._symbols[-count:])):
                return self._ending(what)
        return None

    def _bodyless(self) -> bool:
        """Whether a function without a body could end here."""
        is_function = "FUNC" in self._symbols[-6:] and not self._bracket()
        return is_function and "_NL" in self._row and not self._in_lambda_header()

    def _ending(self, what: str) -> str:
        if what == "superclass" and "CLASS" in self._symbols[-5:]:
            return 'Expected ":" after class declaration.'
        return f'Expected end of statement after {what}, found "{self._name}" instead.'

    # Expressions ---------------------------------------------------------------------------------

    def _operand(self) -> str:
        """An operand is missing."""
        last = self._symbols[-1]
        if last in ("infix", "prefix", "_chain", "_pattern_chain"):
            operator = self._previous
            missing = f'Expected expression after "{operator}" operator.'
            return _OPERATORS.get(operator, missing)
        if self._symbols[-2:] == ["NOT", "IN"]:
            return 'Expected expression after "in" operator.'
        if last in _OPERANDS:
            return _OPERANDS[last]
        bracket = self._bracket()
        if last == "EQUAL":
            return self._value(bracket)
        if last == "COLON" and bracket:
            pattern = bracket.endswith("pattern")
            return (
                f"Expected expression {'for match pattern' if pattern else 'as dictionary value'}."
            )
        if bracket == "assert" and last == "COMMA":
            return 'Expected error message for assert after ",".'
        return _ELEMENTS.get(bracket, "Expected expression.")

    def _value(self, bracket: str) -> str:
        """What is missed after `=`."""
        if bracket == "enum":
            return 'Expected expression value after "=".'
        if bracket == "dictionary":
            return "Expected expression as dictionary value."
        if bracket:
            return _ELEMENTS.get(bracket, "Expected expression.")
        if "CONST" in self._symbols[-5:]:
            return "Expected initializer expression for constant."
        return 'Expected expression for variable initial value after "=".'

    def _after_operand(self) -> str:
        """Something has to end here, and doesn't."""
        if self._unfinished_ternary():
            return 'Expected "else" after ternary operator condition.'
        bracket = self._bracket()
        if bracket == "dictionary":
            return self._after_pair()
        if self._token[0] in _ASSIGNMENTS:
            return "Assignment is not allowed inside an expression."
        if bracket:
            return _CLOSINGS[bracket]
        for symbol, row in zip(reversed(self._symbols), reversed(self._rows), strict=True):
            if symbol in ("_NL", "_INDENT", "COMMA") and "WILDCARD" in row:
                return 'Expected ":" or "when" after "match" patterns.'
            if symbol in _CONDITIONS:
                return f'Expected ":" after {_CONDITIONS[symbol]}.'
            if symbol == "EQUAL":
                constant = "CONST" in self._symbols[-6:]
                return self._ending(f"{'constant' if constant else 'variable'} declaration")
            if symbol == "RETURN":
                return self._ending("return statement")
            if symbol in ("_NL", "_INDENT", "SEMICOLON", "COLON", "lambda_header"):
                break
        return self._ending("expression")

    def _unfinished_ternary(self) -> bool:
        for symbol, value in zip(self._symbols[:0:-1], reversed(self._values), strict=True):
            if symbol.endswith("_chain"):
                words = [item[0] for item in value if isinstance(item, tuple)]
                return words.count("if") > words.count("else")
            if symbol not in _SKIPPED and symbol != self._symbols[-1]:
                break
        return False

    def _after_pair(self) -> str:
        """After a key or a value in a dictionary."""
        lua = any("lua" in symbol for symbol in self._symbols[-4:])
        first = "COMMA" not in self._symbols[-3:]
        if self._symbols[-2] in ("COLON", "EQUAL"):
            return _CLOSINGS["dictionary"]
        if lua and self._token[0] not in (":", "=") and self._symbols[-1] != "COMMA":
            return 'Expected "=" after dictionary key.'
        if self._token[0] == "=" or self._symbols[-1] == "COMMA":
            if first or lua:
                return (
                    "Expected identifier or string as Lua-style dictionary key"
                    ' (e.g "{ key = value }").'
                )
            return 'Expected ":" after dictionary key. Mixing dictionary styles is not allowed.'
        if lua:
            return 'Expected "=" after dictionary key. Mixing dictionary styles is not allowed.'
        signs = '":" or "="' if first else '":"'
        return f"Expected {signs} after dictionary key."

    def _bracket(self) -> str:
        """What the innermost open bracket is, if one is open in this statement."""
        closed = 0
        for index in range(len(self._symbols) - 1, 0, -1):
            symbol = self._symbols[index]
            if symbol in ("RPAR", "RSQB", "RBRACE"):
                closed += 1
            elif symbol in ("LPAR", "LSQB", "LBRACE"):
                if not closed:
                    return self._kind_of_bracket(index)
                closed -= 1
            if symbol in ("_NL", "_INDENT", "func_header", "lambda_header", "SEMICOLON"):
                break
        return ""

    def _kind_of_bracket(self, index: int) -> str:
        symbol, before = self._symbols[index], self._symbols[index - 1]
        enclosing = self._symbols[max(index - 2, 0)]
        applied = "primary" in before
        pattern = "WILDCARD" in self._rows[index]
        if symbol == "LBRACE":
            if "ENUM" in (before, enclosing):
                return "enum"
            return "dictionary pattern" if "WILDCARD" in self._rows[index - 1] else "dictionary"
        if symbol == "LSQB":
            return "subscript" if applied else "array pattern" if pattern else "array"
        if before == "CALLED":
            return str(self._values[index - 2][0])
        if before == "NAME" and enclosing in ("AT", "SIGNAL"):
            return "annotation" if enclosing == "AT" else "signal"
        if before == "FUNC" or (before == "NAME" and enclosing == "FUNC"):
            return "parameters"
        return "call" if applied or before in ("SUPER", "NAME") else "group"

    # The rest ------------------------------------------------------------------------------------

    def _after_symbols(self) -> str:
        """A name or sign is missing, or the end of a statement."""
        if self._symbols[-1] == "VAR" and "WILDCARD" in self._rows[-2]:
            return 'Expected bind name after "var".'
        if self._previous == "->":
            return 'Expected return type or "void" after "->".'
        if lacking := self._in_lambda_header():
            return lacking
        if self._bodyless():
            return self._ending("bodyless function declaration")
        for count in range(4, 0, -1):
            tail = " ".join(self._symbols[-count:])
            if tail in _AFTER:
                return self._literal_base() or _AFTER[tail]
        bracket = self._bracket()
        if bracket == "dictionary":
            return self._after_pair()
        if bracket in ("enum", "parameters", "signal"):
            return self._in_declaration(bracket)
        if bracket:
            return _CLOSINGS[bracket]
        if self._symbols[-1] == "CALLED":
            return f'Expected "(" after "{self._previous}".'
        if self._symbols[-1] == "STRING":
            return "Expected newline after comment string."
        if self._symbols[-1] == "patterns":
            return 'Expected ":" or "when" after "match" patterns.'
        return f'Unexpected "{self._name}".'

    def _literal_base(self) -> str | None:
        """If a number or the like stands where a class is extended."""
        if self._symbols[-1] != "EXTENDS" or self._name != "Literal":
            return None
        text = self._token[0]
        kinds = {"true": "bool", "false": "bool", "null": "Nil"}
        kind = kinds.get(text, "int" if text.isdigit() else "float")
        return f'Only strings or identifiers can be used after "extends", found "{kind}" instead.'

    def _in_lambda_header(self) -> str | None:
        """What a lambda lacks before its body."""
        if "FUNC" not in self._symbols:
            return None
        index = len(self._symbols) - 1 - self._symbols[::-1].index("FUNC")
        rest = self._symbols[index + 1 :]
        if "TILDE" not in self._rows[index - 1]:
            return None
        if not rest:
            return 'Expected opening "(" after "func".'
        if rest == ["NAME"]:
            return 'Expected opening "(" after lambda name.'
        ended = rest[-1] in ("RPAR", "func_args") or (
            rest[-1] == "TYPE_HINT" and self._values[-2][0] == "->"
        )
        return 'Expected ":" after lambda declaration.' if ended else None

    def _accessor(self) -> str:
        """In a property."""
        if any(symbol.startswith("__") for symbol in self._symbols[-2:]):
            return "Expected end of indented block for property."
        return 'Expected "get" or "set" for property declaration.'

    def _in_declaration(self, bracket: str) -> str:
        """In the brackets of a declaration."""
        if bracket == "enum" and "NAME" in self._row:
            return "Expected identifier for enum key."
        if "NAME" in self._row and (self._kind != "$END" or self._symbols[-1] != "LPAR"):
            return "Expected parameter name."
        return _CLOSINGS[bracket]
