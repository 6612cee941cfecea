"""From text to tokens.

The scanner knows three things besides spelling. The parser's present state (`rows[states[-1]]`)
decides what a word is where Godot lets words be names (`set`, `match`, anything after a dot), where
a type is read, and whether `%` begins a node's name. Indentation becomes _NL, _INDENT and _DEDENT
(see `_gdscript.lark`). And brackets: within them the ends of lines mean nothing, except in the body
of a lambda that begins on a line of its own. Such a body has brackets and indentation of its own (a
frame), until a line with less indentation, or the comma or bracket behind the lambda. The parser's
state tells the colon of a lambda from others: behind it a line may end.

A token is its kind and `(text, line, column)`. Those that end a line or a block have the last line
of code before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.gdscript._grammar import Tables
from engine.gdscript._syntax import ParseError

Token = tuple[str, int, int]
Kinded = tuple[str, Token]

_NAME = r"[^\W\d]\w*"
_TOKEN = re.compile(
    rf"[ \t]*(?:((?!r[\"']){_NAME})"
    r"|([&^r]?(?:\"\"\"|'''|\"|'))"
    r"|(0[xX][0-9A-Za-z_]*|0[bB][0-9A-Za-z_]*"
    r"|(?:[0-9][0-9_]*(?:\.(?!\.)[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]*)?)"
    r"|(\r?\n|\#|\\[ \t]*\r?\n)"
    r"|(\*\*=|<<=|>>=|\.\.\.|->|\*\*|<<|>>|&&|\|\||\.\.|[-+*/%&|^<>=!]=|[^\n]|\Z))"
)
_WORD, _STRING, _NUMBER, _LINE, _SIGN = 1, 2, 3, 4, 5
_BLANK = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]*)(?:#[^\n]*)?")
_ELSE = re.compile(r"(?:else|elif)\b")
_DOTTED = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_ELEMENT = rf"\s*{_DOTTED}\s*(?:\[[\w\s.,]*\]\s*)?"
_TYPE = re.compile(rf"{_DOTTED}(?:[ \t]*\[{_ELEMENT}(?:,{_ELEMENT})?\])?")
_NODE_ITEM = re.compile(rf"[ \t]*(?:({_NAME})|([\"']))")
_NODE_SIGN = re.compile(r"[ \t]*([/%])(?!=)")
_ENDS = {
    '"': re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL),
    "'": re.compile(r"[^'\\]*(?:\\.[^'\\]*)*'", re.DOTALL),
    '"""': re.compile(r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""', re.DOTALL),
    "'''": re.compile(r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''", re.DOTALL),
}
_OPERAND_ENDS = {"NAME", "NUMBER", "STRING", "CONSTANT", "STRING_NAME", "NODE_PATH", "SELF"} | {
    "RPAR",
    "RSQB",
    "RBRACE",
    "TYPE_HINT",
    "NODE",
    "GET",
    "SET",
}
_BASES = {"0x": "hexadecimal", "0b": "binary"}
_STRING_KINDS = {"&": "STRING_NAME", "^": "NODE_PATH"}
_WORDS = {  # beyond those of the grammar
    "true": "CONSTANT",
    "false": "CONSTANT",
    "null": "CONSTANT",
    "_": "WILDCARD",
    "self": "SELF",
    "super": "SUPER",
    "assert": "CALLED",
    "preload": "CALLED",
    "namespace": "RESERVED",
    "trait": "RESERVED",
    "yield": "RESERVED",
    "void": "VOID",
}
_SOFT = {"get", "set", "when", "match"}  # names wherever they have no meaning of their own
_MAX_NESTING = 100  # of brackets, or of blocks: what reads the tree may recurse
_MARKS = frozenset("()[]{},$%")  # signs that the scanner has to do with
_PAIRS = {")": "(", "]": "[", "}": "{"}


class Scanner:
    """Reads one text.

    Attributes:
        code_line: where the code before the last end of a line ended.
        brackets: those that are open.
    """

    def __init__(self, text: str, tables: Tables, states: list[int]) -> None:
        self._text = text
        self._rows = tables.rows
        self._states = states
        self._words = tables.words | _WORDS
        self._signs = tables.signs
        self._rules = tables.rules
        self._position = 0
        self._line = 1
        self._line_start = 0
        self._indents = [0]
        self._character = ""  # that lines are indented by
        self._frames: list[tuple[list[Token], int]] = []  # brackets and indents around lambdas
        self.brackets: list[Token] = []
        self.code_line = 1
        self._last: Token = ("", 1, 1)

    def tokens(self) -> Iterator[Kinded]:
        """All tokens, the last of the kind $END."""
        rows, states, words, signs = self._rows, self._states, self._words, self._signs
        others = {_STRING: self._string, _NUMBER: self._number}
        match, text = _TOKEN.match, self._text
        for kinded in self._new_line(0, first=True):
            yield kinded
        previous = ""
        while found := match(text, self._position):
            group = found.lastindex or 0
            start, end = found.span(group)
            word = found[group]
            token = (word, self._line, start - self._line_start + 1)
            if group == _WORD:
                self._position = end
                kind = words.get(word, "NAME")
                if not word.isascii() and not word.isidentifier():
                    self._stray(token)
                if kind not in rows[states[-1]] or previous == "DOT":
                    kind, token = self._word(kind, token, start, previous)
            elif group == _SIGN:
                if not word:
                    break
                self._position = end
                kind = signs.get(word) or self._stray(token)
                if word in "+-" and previous not in _OPERAND_ENDS:
                    kind, token = self._signed(kind, token, start)
                elif word in _MARKS:
                    for kinded in self._mark(word, token):
                        yield kinded
                    if word in "$%" and (word == "$" or "NODE" in rows[states[-1]]):
                        kind, token = self._node(token, start)
            elif group == _LINE:
                ends = self._new_line(start)
                for kinded in ends:
                    self._last = kinded[1] if len(ends) == 1 else ("", self._line, 1)
                    yield kinded
                continue
            else:
                kind, token = others[group](token, start, end)
            self._last = token
            yield kind, token
            previous = kind
        for kinded in self._end():
            yield kinded

    def _error(self, message: str) -> ParseError:
        """An error, placed as Godot does: where the token before is."""
        return ParseError(message, self._last[1], self._last[2])

    # Words ---------------------------------------------------------------------------------------

    def _word(self, kind: str, token: Token, start: int, previous: str) -> Kinded:
        """A word that isn't what it usually is."""
        row = self._rows[self._states[-1]]
        if previous == "DOT" and kind != "CONSTANT":
            return "NAME", token
        if "TYPE_HINT" in row and kind in ("NAME", "VOID"):
            found = _TYPE.match(self._text, start)
            assert found is not None
            self._position = found.end()
            if "\n" in found[0]:
                self._count_lines(start, found.end())
            return "TYPE_HINT", (found[0], token[1], token[2])
        if token[0] in _SOFT and kind not in row:
            return "NAME", token
        return kind, token

    def _stray(self, token: Token) -> str:
        """A character that nothing begins with; those that Godot reads as signs are a kind."""
        text = token[0]
        if text in "?`":
            return text
        character = next(each for each in text if not f"a{each}".isidentifier() or len(text) == 1)
        code = f"U+{ord(character):04X}"
        message = f'Invalid character "{character}" ({code}).'
        if character == "\r":
            message = "Stray carriage return character in source code."
        elif character == "\\":
            message = 'Expected new line after "\\".'
        elif character.isspace() or character == "\u200b":
            message = f"Invalid white space character {code}."
        raise self._error(message)

    # Literals and paths ---------------------------------------------------------------------------

    def _string(self, token: Token, start: int, end: int) -> Kinded:
        """A string of any form, to its end."""
        opening = token[0]
        mark = opening[0]
        found = _ENDS[opening.lstrip("&^r")].match(self._text, end)
        if found is None:
            raise self._error("Unterminated string.")
        self._position = found.end()
        whole = self._text[start : self._position]
        if "\n" in whole:
            self._count_lines(start, self._position)
        return _STRING_KINDS.get(mark, "STRING"), (whole, token[1], token[2])

    def _number(self, token: Token, start: int, end: int) -> Kinded:
        """A number, behind which no name and no second point may follow."""
        following = self._text[end : end + 2]
        if following[:1] == "." and following != ".." and "e" not in token[0].lower():
            base = _BASES.get(token[0].lstrip("+-")[:2].lower())
            wrong = f"in a {base} number" if base else "twice in a number"
            raise self._error(f"Cannot use a decimal point {wrong}.")
        if token[0][-1] in "eE+-" and "x" not in token[0].lower():
            raise self._error('Expected exponent value after "e".')
        if following[:1].isalnum():
            raise self._error("Invalid numeric notation.")
        self._position = end
        return "NUMBER", token

    def _signed(self, kind: str, token: Token, start: int) -> Kinded:
        """A sign where no operand stands before it: part of the number that follows at once."""
        found = _TOKEN.match(self._text, self._position)
        if found is None or found.start(_NUMBER) != self._position or found[_NUMBER][0] == ".":
            return kind, token
        whole = (token[0] + found[_NUMBER], token[1], token[2])
        return self._number(whole, start, found.end())

    def _node(self, token: Token, start: int) -> Kinded:
        """What follows `$` or `%`: names and strings with `/` and `%` before them."""
        text = self._text
        sign = token[0]
        named = False
        while True:
            if found := _NODE_ITEM.match(text, self._position):
                if named:
                    break
                named = True
                self._position = found.end()
                if found[2]:
                    self._string((found[2], token[1], token[2]), found.start(2), found.end())
            elif (found := _NODE_SIGN.match(text, self._position)) and self._sign_fits(
                found[1], sign, named
            ):
                sign, named = found[1], False
                self._position = found.end()
            else:
                if found and found[1] == "%":
                    message = (
                        '"%" is only valid in the beginning of a node name'
                        ' (either after "$" or after "/")'
                    )
                    raise ParseError(message, token[1], token[2])
                break
        if not named:
            message = f'Expected node path as string or identifier after "{sign}".'
            raise ParseError(message, token[1], token[2])
        return "NODE", (text[start : self._position], token[1], token[2])

    @staticmethod
    def _sign_fits(sign: str, last: str, named: bool) -> bool:
        """Whether a path goes on with this sign."""
        if sign == "/":
            return named or last == "$"
        return not named and last != "%"

    def _count_lines(self, start: int, end: int) -> None:
        self._line += self._text.count("\n", start, end)
        self._line_start = self._text.rindex("\n", start, end) + 1

    # Brackets and lambdas ------------------------------------------------------------------------

    def _mark(self, sign: str, token: Token) -> list[Kinded]:
        """Keep count of brackets; gives what comes before."""
        brackets = self.brackets
        if sign in "([{":
            brackets.append(token)
            if len(brackets) > _MAX_NESTING:
                raise self._error("Brackets are nested too deeply.")
        elif sign in ")]}":
            ended = self._close_frame() if self._frames and not brackets else []
            if not self.brackets:
                raise self._error(self._mismatch(sign))
            if self.brackets.pop()[0] != _PAIRS[sign]:
                raise self._error(self._mismatch(sign))
            return ended
        elif sign == "," and self._frames and not brackets and not self._accepts("COMMA"):
            return self._close_frame()
        return []

    def _mismatch(self, sign: str) -> str:
        """What Godot says; the bracket it names is the one around that which doesn't match."""
        if not self.brackets:
            return f'Closing "{sign}" doesn\'t have an opening counterpart.'
        return f'Closing "{sign}" doesn\'t match the opening "{self.brackets[-1][0]}".'

    def _close_frame(self) -> list[Kinded]:
        """End the body of a lambda, by the bracket or comma that follows."""
        self.brackets, depth = self._frames.pop()
        ended = len(self._indents) - depth
        del self._indents[depth:]
        return [("_DEDENT", ("", self._line, 1))] * ended

    def _accepts(self, kind: str) -> bool:
        """Whether the parser would take this next, as after the patterns of a `match`."""
        states = list(self._states)
        while (code := self._rows[states[-1]].get(kind)) is not None:
            if code >= 0:
                return True
            rule = self._rules[~code]
            if rule.size:
                del states[-rule.size :]
            states.append(self._rows[states[-1]][rule.origin])
        return False

    # Lines ---------------------------------------------------------------------------------------

    def _new_line(self, start: int, first: bool = False) -> list[Kinded]:
        """Go to the next line that has code; gives what its indentation says.

        Args:
            start: where the end of the line, the comment or the backslash before it is.
            first: whether this is the beginning of the text.
        """
        text = self._text
        if text[start : start + 1] == "\\" and not first:
            return self._continue_line(start)
        found = _BLANK.match(text, start)
        assert found is not None
        block = (
            text[self._position - 1 : self._position] == ":"
            and "_NL" in self._rows[self._states[-1]]
        )
        self._position = found.end()
        line = self._line
        if newlines := text.count("\n", start, self._position):
            self._line += newlines
            self._line_start = text.rindex("\n", start, self._position) + 1
        elif not first:
            return []
        if self._position == len(text):
            self._line = line
            return []
        self.code_line = line
        if self.brackets:
            if not block:
                return []
            if len(found[1]) + 3 * found[1].count("\t") <= self._indents[-1]:
                message = "Expected indented block after lambda declaration."
                raise self._error(message)
        elif self._frames and text[self._position] in ")]},":
            return []
        return self._indentation(found[1], line, first)

    def _continue_line(self, start: int) -> list[Kinded]:
        self._position = self._text.index("\n", start) + 1
        if self._text[start + 1] in " \t":
            raise self._error('Expected new line after "\\".')
        self._line += 1
        self._line_start = self._position
        return []

    def _indentation(self, space: str, line: int, first: bool) -> list[Kinded]:
        """What a line says that begins with this space, `line` being the one before."""
        place: Token = ("", line, 1)
        width = len(space) + 3 * space.count("\t")
        indents = self._indents
        if space and (width >= indents[-1] or width in indents):
            self._check_space(space, line)
        if width > indents[-1]:
            if self.brackets:
                self._frames.append((self.brackets, len(indents)))
                self.brackets = []
            indents.append(width)
            if len(indents) > _MAX_NESTING:
                raise self._error("Blocks are nested too deeply.")
            deeper: list[Kinded] = [("_NL", place), ("_INDENT", ("", self._line, 1))]
            return deeper[first:]
        if first or self.brackets:
            return []
        result: list[Kinded] = []
        while width < indents[-1]:
            indents.pop()
            result.append(("_DEDENT", place))
            if self._frames and len(indents) == self._frames[-1][1]:
                self.brackets = self._frames.pop()[0]
                break
        if width > indents[-1]:
            message = "Unindent doesn't match the previous indentation level."
            raise self._error(message)
        if not self.brackets:
            kind = "_NL_ELSE" if _ELSE.match(self._text, self._position) else "_NL"
            result.append((kind, place))
        return result

    def _check_space(self, space: str, line: int) -> None:
        """Hold a file to one kind of indentation."""
        if not self._character:
            self._character = space[0]
        if space == self._character * len(space):
            return
        if space[0] == self._character:
            raise self._error("Mixed use of tabs and spaces for indentation.")
        names = {"\t": "tab", " ": "space"}
        raise self._error(
            f"Used {names[space[0]]} character for indentation instead of"
            f" {names[self._character]} as used before in the file."
        )

    def _end(self) -> list[Kinded]:
        """End all blocks and the text."""
        self.code_line = self._line
        place: Token = ("", self._line, max(self._position - self._line_start, 1))
        result: list[Kinded] = []
        if not self.brackets:
            while self._frames and not self.brackets:
                result += self._close_frame()
        if not self.brackets:
            result += [("_DEDENT", place)] * (len(self._indents) - 1)
        return [*result, ("$END", place)]
