"""Expressions out of the reductions of the parser.

The methods are named as the rules (or their aliases) of the grammar, and get what stands at the
places of a rule (see `_grammar.py`). Operators come as flat lists of operands and operators, which
`_Operations` orders as Godot does: by climbing precedences, where an operator before its operand
may stand wherever an operand may (`2 * not a` takes all that `not` takes).
"""

from __future__ import annotations

from typing import Any

from engine.gdscript._literals import number_value, string_value, type_value
from engine.gdscript._scanner import Token
from engine.gdscript._syntax import (
    ArrayLiteral,
    Attribute,
    Await,
    Binary,
    Call,
    Cast,
    DictionaryLiteral,
    Expression,
    GetNode,
    Literal,
    Name,
    NodePathLiteral,
    Parenthesized,
    ParseError,
    StringNameLiteral,
    Subscript,
    Ternary,
    TypeRef,
    TypeTest,
    Unary,
)

_CONSTANTS = {"true": True, "false": False, "null": None}
_CAST, _TERNARY, _OR, _AND, _NOT, _IN, _COMPARE = range(1, 8)
_BITS_OR, _BITS_XOR, _BITS_AND, _SHIFT, _SUM, _PRODUCT, _SIGN, _BITS_NOT, _POWER = range(8, 17)
_IS, _AWAIT = 17, 18
_INFIX = {
    "as": _CAST,
    "if": _TERNARY,
    "or": _OR,
    "||": _OR,
    "and": _AND,
    "&&": _AND,
    "in": _IN,
    "not in": _IN,
    "|": _BITS_OR,
    "^": _BITS_XOR,
    "&": _BITS_AND,
    "<<": _SHIFT,
    ">>": _SHIFT,
    "+": _SUM,
    "-": _SUM,
    "*": _PRODUCT,
    "/": _PRODUCT,
    "%": _PRODUCT,
    "**": _POWER,
    "is": _IS,
    "is not": _IS,
    "else": 0,
} | dict.fromkeys(("<", ">", "==", "!=", "<=", ">="), _COMPARE)
_PREFIX = {"-": _SIGN, "+": _SIGN, "~": _BITS_NOT, "not": _NOT, "!": _NOT, "await": _AWAIT}
_SPELLED = {"&&": "and", "||": "or", "!": "not"}
_NOT_ALONE = {"if", "else", "is", "is not", "as"}  # infix, but not between two operands
_CALLED = (Name, Attribute)
_LEAST = -(2**63)
_MAX_DEPTH = 100

TypeOperator = tuple[str, int, int, TypeRef]


class ExpressionBuilder:
    """Makes expressions."""

    def name(self, token: Token) -> Name:
        text, line, column = token
        return Name(line, column, text)

    def number(self, token: Token) -> Literal | Unary:
        text, line, column = token
        if text[0] in "+-":
            return self._signed_number(token)
        value = int(text) if text.isdigit() and len(text) < 19 else number_value(*token)
        return Literal(line, column, value, text)

    def _signed_number(self, token: Token) -> Literal | Unary:
        """A sign and a number are one operand: `-2 ** 2` is 4."""
        text, line, column = token
        value = number_value(*token)
        if value == _LEAST:  # which isn't what the sign makes of the number alone
            return Literal(line, column, value, text)
        number = self.number((text[1:], line, column + 1))
        return Unary(line, column, text[0], number)

    def string(self, token: Token) -> Literal:
        text, line, column = token
        return Literal(line, column, string_value(*token), text)

    def constant(self, token: Token) -> Literal:
        text, line, column = token
        return Literal(line, column, _CONSTANTS[text], text)

    def string_name(self, token: Token) -> StringNameLiteral:
        return StringNameLiteral(token[1], token[2], string_value(*token))

    def node_path(self, token: Token) -> NodePathLiteral:
        return NodePathLiteral(token[1], token[2], string_value(*token))

    def get_node(self, token: Token) -> GetNode:
        return GetNode(token[1], token[2], node_path_of(token), token[0])

    def parenthesized(self, bracket: Token, inner: Expression) -> Parenthesized:
        return Parenthesized(bracket[1], bracket[2], inner)

    def attribute(self, base: Expression, name: Token) -> Attribute:
        text, line, column = name
        return Attribute(line, column, base, text)

    def call(self, callee: Expression, bracket: Token, *arguments: Expression) -> Call:
        if type(callee) not in _CALLED:
            callee = plain(callee)
        if type(callee) not in _CALLED:
            message = 'Cannot call on an expression. Use ".call()" if it\'s a Callable.'
            raise ParseError(message, bracket[1], bracket[2])
        return Call(bracket[1], bracket[2], callee, list(arguments))

    def super_call(self, word: Token, bracket: Token, *arguments: Expression) -> Call:
        return Call(bracket[1], bracket[2], self.name(word), list(arguments))

    def super_method_call(
        self, word: Token, name: Token, bracket: Token, *arguments: Expression
    ) -> Call:
        callee = self.attribute(self.name(word), name)
        return Call(bracket[1], bracket[2], callee, list(arguments))

    def call_of_word(self, word: Token, bracket: Token, *arguments: Expression) -> Call:
        what, most = ("assert expression", 2) if word[0] == "assert" else ("preload path", 1)
        if len(arguments) > most:
            raise ParseError(f'Expected ")" after {what}.', word[1], word[2])
        return Call(bracket[1], bracket[2], self.name(word), list(arguments))

    def subscript(self, base: Expression, bracket: Token, index: Expression) -> Subscript:
        return Subscript(bracket[1], bracket[2], base, index)

    def array(self, bracket: Token, *elements: Expression) -> ArrayLiteral:
        return ArrayLiteral(bracket[1], bracket[2], list(elements))

    def dictionary(
        self, bracket: Token, *pairs: tuple[Expression, Expression]
    ) -> DictionaryLiteral:
        return DictionaryLiteral(bracket[1], bracket[2], [pair for pair in pairs if pair])

    def lua_dictionary(
        self, bracket: Token, *pairs: tuple[Expression, Expression]
    ) -> DictionaryLiteral:
        return DictionaryLiteral(bracket[1], bracket[2], list(pairs), True)

    def pair(self, key: Expression, value: Expression) -> tuple[Expression, Expression]:
        return key, value

    def lua_pair(self, key: Token, value: Expression) -> tuple[Expression, Expression]:
        text, line, column = key
        quoted = text[-1] in "\"'"
        return Literal(line, column, string_value(*key) if quoted else text, text), value

    # Operators -----------------------------------------------------------------------------------

    def infix_not_in(self, word: Token, _: Token) -> Token:
        return "not in", word[1], word[2]

    def type_is(self, word: Token, type_: Token) -> TypeOperator:
        return "is", word[1], word[2], type_value(*type_)

    def type_is_not(self, word: Token, _: Token, type_: Token) -> TypeOperator:
        return "is not", word[1], word[2], type_value(*type_)

    def type_as(self, word: Token, type_: Token) -> TypeOperator:
        return "as", word[1], word[2], type_value(*type_)

    def operations(self, *items: Any) -> Expression:
        """Order operands and operators."""
        if len(items) == 3 and type(items[0]) is not tuple and items[1][0] not in _NOT_ALONE:
            return _binary(items[0], items[1], items[2])
        return _Operations(items).whole()


def plain(expression: Expression) -> Expression:
    """An expression without parentheses around it."""
    while isinstance(expression, Parenthesized):
        expression = expression.inner
    return expression


def _binary(left: Expression, operator: Token, right: Expression) -> Expression:
    text, line, column = operator
    return Binary(line, column, _SPELLED.get(text, text), left, right)


class _Operations:
    """A flat list of operands and operators, read from left to right."""

    def __init__(self, items: tuple[Any, ...]) -> None:
        self._items = items
        self._next = 0
        self._depth = 0

    def whole(self) -> Expression:
        """The expression that all of them make."""
        result = self._read(_CAST)
        if self._next < len(self._items):
            _, line, column = self._items[self._next][:3]
            raise ParseError('Unexpected "else" in an expression.', line, column)
        return result

    def _read(self, lowest: int) -> Expression:
        """An expression whose operators bind at least as tightly as this one."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            _, line, column = self._items[self._next - 1][:3]
            raise ParseError("The expression is nested too deeply.", line, column)
        left = self._operand()
        items = self._items
        while self._next < len(items) and _INFIX[items[self._next][0]] >= lowest:
            operator = items[self._next]
            self._next += 1
            left = self._with(left, operator)
        self._depth -= 1
        return left

    def _operand(self) -> Expression:
        item = self._items[self._next]
        self._next += 1
        if type(item) is not tuple:
            return item  # type: ignore[no-any-return]
        text, line, column = item
        operand = self._read(_PREFIX[text])
        if text == "await":
            return Await(line, column, operand)
        return Unary(line, column, "not" if text == "!" else text, operand)

    def _with(self, left: Expression, operator: Any) -> Expression:
        """What the operator makes of what is left of it and what follows."""
        text, line, column = operator[:3]
        if text in ("is", "is not"):
            return TypeTest(line, column, left, operator[3], text == "is not")
        if text == "as":
            return Cast(line, column, left, operator[3])
        if text != "if":
            return _binary(left, operator, self._read(_INFIX[text] + 1))
        condition = self._read(_TERNARY)
        if self._next == len(self._items) or self._items[self._next][0] != "else":
            message = 'Expected "else" after ternary operator condition.'
            raise ParseError(message, line, column)
        self._next += 1
        return Ternary(line, column, condition, left, self._read(_TERNARY))


def node_path_of(token: Token) -> str:
    """The path that `$...` or `%...` stands for."""
    text, line, column = token
    text = text.lstrip("$")
    path = ""
    position = 0
    while position < len(text):
        character = text[position]
        if character in "\"'":
            end = position + 1
            while text[end] != character:
                end += 2 if text[end] == "\\" else 1
            path += string_value(text[position : end + 1], line, column)
            position = end
        elif character not in " \t":
            path += character
        position += 1
    return path
