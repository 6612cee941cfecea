"""Statements and declarations out of the reductions of the parser.

The methods are named as the rules (or their aliases) of gdtoolkit's grammar and of ours, and get
what stands at the places of a rule (see `_grammar.py`): tokens, records, None for what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.gdscript._annotation_checks import check_in_body
from engine.gdscript._literals import string_value, type_value
from engine.gdscript._scanner import Scanner, Token
from engine.gdscript._syntax import (
    Annotation,
    ArrayPattern,
    Assign,
    Attribute,
    BindPattern,
    Break,
    Breakpoint,
    ClassDeclaration,
    Constant,
    Continue,
    Declaration,
    DictionaryPattern,
    Enum,
    EnumEntry,
    Expression,
    ExpressionPattern,
    ExpressionStatement,
    Extends,
    For,
    Function,
    If,
    LocalVariable,
    Match,
    MatchBranch,
    Name,
    Parameter,
    ParseError,
    Pass,
    Pattern,
    Return,
    SignalDeclaration,
    Statement,
    Subscript,
    TypeRef,
    Variable,
    While,
    WildcardPattern,
)
from engine.gdscript._syntax import Lambda as LambdaExpression
from engine.gdscript._tree_builder_expressions import ExpressionBuilder, plain

_OF_FILES = {"tool", "icon", "static_unload"}
_ALONE = {"export_category", "export_group", "export_subgroup"}
_ASSIGNABLE = (Name, Attribute, Subscript)

Property = tuple[Token, "Function | str"]
Branch = tuple[Expression, list[Statement]]


class ClassName:
    """What `class_name` says, and where."""

    def __init__(self, word: Token, name: str, extends: Extends | None) -> None:
        self.line, self.column = word[1:]
        self.name = name
        self.extends = extends


class TreeBuilder(ExpressionBuilder):
    """Makes everything."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self._jumps: list[Break | Continue] = []  # those that no loop has been found around yet

    # Classes -------------------------------------------------------------------------------------

    def start(self, *items: Any) -> ClassDeclaration:
        whole = self._class(1, 1, "", None, items)
        whole.last_line = self._scanner.code_line
        return whole

    def class_body(self, *items: Any) -> tuple[Any, ...]:
        return items

    def class_def(
        self, word: Token, name: Token, extends: Extends | None, items: tuple[Any, ...]
    ) -> ClassDeclaration:
        return self._class(word[1], word[2], name[0], extends, items)

    def _class(
        self, line: int, column: int, name: str, extends: Extends | None, items: Iterable[Any]
    ) -> ClassDeclaration:
        """Put the members of a class together, each with the annotations before it."""
        result = ClassDeclaration(line, column, [], name, extends, [])
        pending: list[Annotation] = []
        for item in items:
            if isinstance(item, Annotation):
                _check_place(result, item)
                (result.annotations if item.name in _OF_FILES else pending).append(item)
            elif isinstance(item, Declaration):
                _check_member(item, pending)
                item.annotations[:0] = pending
                pending = []
                result.members.append(item)
            elif isinstance(item, ClassName | Extends):
                result.annotations += pending
                pending = []
                _check_head(result, item, name != "", extends)
                self._head(result, item)
        result.annotations += pending
        result.last_line = max(line, self._scanner.code_line)
        return result

    @staticmethod
    def _head(result: ClassDeclaration, item: ClassName | Extends) -> None:
        if isinstance(item, ClassName):
            result.name = item.name
            result.extends = item.extends or result.extends
        else:
            result.extends = item

    def classname_stmt(self, word: Token, name: Token) -> ClassName:
        return ClassName(word, name[0], None)

    def classname_extends_stmt(self, word: Token, name: Token, extends: Extends) -> ClassName:
        return ClassName(word, name[0], extends)

    def extends_stmt(self, word: Token, *names: Token) -> Extends:
        path = None
        if names[0][0][-1] in "\"'":
            path = string_value(*names[0])
            names = names[1:]
        return Extends(word[1], word[2], path, tuple(name[0] for name in names))

    def docstr_stmt(self, text: Token) -> None:
        return None

    def annotation(
        self, sign: Token, name: Token, arguments: list[Expression] | None
    ) -> Annotation:
        return Annotation(sign[1], sign[2], name[0], arguments or [])

    def annotation_args(self, bracket: Token, *arguments: Expression) -> list[Expression]:
        return list(arguments)

    def static_class_var_stmt(self, word: Token, variable: Variable) -> Variable:
        variable.static = True
        variable.line, variable.column = word[1:]
        return variable

    def static_func_def(self, word: Token, function: Function) -> Function:
        function.static = True
        function.line, function.column = word[1:]
        return function

    def trailing_comma(self, sign: Token) -> None:
        return None

    def enum_named(self, word: Token, name: Token, entries: list[EnumEntry]) -> Enum:
        return Enum(word[1], word[2], [], name[0], entries)

    def enum_regular(self, word: Token, entries: list[EnumEntry]) -> Enum:
        return Enum(word[1], word[2], [], "", entries)

    def enum_body(self, bracket: Token, *entries: EnumEntry | None) -> list[EnumEntry]:
        return [entry for entry in entries if entry]

    def enum_element(self, name: Token, value: Expression | None) -> EnumEntry:
        return EnumEntry(name[1], name[2], name[0], value)

    def signal_stmt(
        self, word: Token, name: Token, parameters: list[Parameter] | None
    ) -> SignalDeclaration:
        return SignalDeclaration(word[1], word[2], [], name[0], parameters or [])

    def signal_args(self, bracket: Token, *parameters: Parameter | None) -> list[Parameter]:
        return [parameter for parameter in parameters if parameter]

    def signal_arg_regular(self, name: Token) -> Parameter:
        return Parameter(name[1], name[2], name[0])

    def signal_arg_typed(self, name: Token, type_: Token) -> Parameter:
        return Parameter(name[1], name[2], name[0], type_of(type_))

    # Variables -----------------------------------------------------------------------------------

    def class_var_empty(
        self, word: Token, name: Token, accessors: list[Property] | None
    ) -> Variable:
        return self._variable(word, name, None, False, None, accessors)

    def class_var_assigned(
        self, word: Token, name: Token, value: Expression, accessors: list[Property] | None
    ) -> Variable:
        return self._variable(word, name, None, False, value, accessors)

    def class_var_typed(
        self, word: Token, name: Token, _: Token, type_: Token, accessors: list[Property] | None
    ) -> Variable:
        return self._variable(word, name, type_of(type_), False, None, accessors)

    def class_var_typed_assgnd(
        self,
        word: Token,
        name: Token,
        _: Token,
        type_: Token,
        value: Expression,
        accessors: list[Property] | None,
    ) -> Variable:
        return self._variable(word, name, type_of(type_), False, value, accessors)

    def class_var_inf(
        self, word: Token, name: Token, value: Expression, accessors: list[Property] | None
    ) -> Variable:
        return self._variable(word, name, None, True, value, accessors)

    @staticmethod
    def _variable(
        word: Token,
        name: Token,
        type_: TypeRef | None,
        inferred: bool,
        value: Expression | None,
        accessors: list[Property] | None,
    ) -> Variable:
        result = Variable(word[1], word[2], [], name[0], type_, inferred, value)
        for (kind, line, column), function in accessors or ():
            slot = "setter" if kind == "set" else "getter"
            if getattr(result, slot) is not None:
                raise ParseError(f"Properties can only have one {slot}.", line, column)
            if isinstance(function, Function):
                function.name = f"@{name[0]}_{slot}"
            setattr(result, slot, function)
        return result

    def inline_property_body(self, sign: Token, *accessors: Property | None) -> list[Property]:
        return [accessor for accessor in accessors if accessor]

    def property_name(self, kind: Token, _: Token, name: Token) -> Property:
        return kind, name[0]

    def property_setter(self, kind: Token, name: Token, *items: Any) -> Property:
        parameter = Parameter(name[1], name[2], name[0])
        return kind, self._function(kind, "", [parameter], None, items)

    def property_getter(self, kind: Token, *items: Any) -> Property:
        return kind, self._function(kind, "", [], None, items)

    def const_assigned(self, word: Token, name: Token, value: Expression) -> Constant:
        return Constant(word[1], word[2], [], name[0], None, False, value)

    def const_typed_assigned(
        self, word: Token, name: Token, type_: Token, value: Expression
    ) -> Constant:
        return Constant(word[1], word[2], [], name[0], type_of(type_), False, value)

    def const_inf(self, word: Token, name: Token, value: Expression) -> Constant:
        return Constant(word[1], word[2], [], name[0], None, True, value)

    # Functions -----------------------------------------------------------------------------------

    def func_def(self, header: Function, *items: Any) -> Function:
        return self._with_body(header, items)

    def abstract_func_header(
        self, word: Token, name: Token, parameters: list[Parameter], type_: Token | None
    ) -> Function:
        return self.func_header(word, name, parameters, type_)

    def func_header(
        self, word: Token, name: Token | None, parameters: list[Parameter], type_: Token | None
    ) -> Function:
        returned = type_of(type_) if type_ else None
        text = name[0] if name else ""
        return Function(word[1], word[2], [], text, parameters, returned, None, False, word[1])

    lambda_header = func_header

    def lambda_(self, header: Function, *items: Any) -> LambdaExpression:
        return LambdaExpression(header.line, header.column, self._with_body(header, items))

    def _function(
        self,
        word: Token,
        name: str,
        parameters: list[Parameter],
        type_: TypeRef | None,
        items: Iterable[Any],
    ) -> Function:
        function = Function(word[1], word[2], [], name, parameters, type_, None)
        return self._with_body(function, items)

    def _with_body(self, function: Function, items: Iterable[Any]) -> Function:
        items = tuple(items)
        for jump in self._jumps:
            if (jump.line, jump.column) > (function.line, function.column):
                word = "break" if isinstance(jump, Break) else "continue"
                message = f'Cannot use "{word}" outside of a loop.'
                raise ParseError(message, jump.line, jump.column)
        function.body = body_of(items) if items else None
        function.last_line = max(function.line, self._scanner.code_line)
        return function

    def func_args(self, bracket: Token, *parameters: Parameter | None) -> list[Parameter]:
        result = [parameter for parameter in parameters if parameter]
        optional = False
        for number, parameter in enumerate(result, 1):
            wrong = None
            if parameter.variadic:
                if parameter.default is not None:
                    wrong = "The rest parameter cannot have a default value."
                elif number < len(result):
                    wrong = "Cannot have parameters after the rest parameter."
            elif optional and parameter.default is None:
                wrong = "Cannot have mandatory parameters after optional parameters."
            if wrong:
                raise ParseError(wrong, parameter.line, parameter.column)
            optional = optional or parameter.default is not None
        return result

    def func_arg_regular(self, name: Token, value: Expression | None) -> Parameter:
        return Parameter(name[1], name[2], name[0], None, False, value)

    def func_arg_typed(self, name: Token, type_: Token, value: Expression | None) -> Parameter:
        return Parameter(name[1], name[2], name[0], type_of(type_), False, value)

    def func_arg_inf(self, name: Token, value: Expression) -> Parameter:
        return Parameter(name[1], name[2], name[0], None, True, value)

    def func_arg_variadic(self, sign: Token, parameter: Parameter) -> Parameter:
        parameter.variadic = True
        return parameter

    # Simple statements ---------------------------------------------------------------------------

    def pass_stmt(self, word: Token) -> Pass:
        return Pass(word[1], word[2])

    def break_stmt(self, word: Token) -> Break:
        result = Break(word[1], word[2])
        self._jumps.append(result)
        return result

    def continue_stmt(self, word: Token) -> Continue:
        result = Continue(word[1], word[2])
        self._jumps.append(result)
        return result

    def breakpoint_stmt(self, word: Token) -> Breakpoint:
        return Breakpoint(word[1], word[2])

    def return_stmt(self, word: Token, value: Expression | None) -> Return:
        return Return(word[1], word[2], value)

    def expr_stmt(self, expression: Expression) -> ExpressionStatement:
        if isinstance(plain(expression), LambdaExpression):
            message = "Standalone lambdas cannot be accessed. Consider assigning it to a variable."
            raise ParseError(message, expression.line, expression.column)
        return ExpressionStatement(expression.line, expression.column, expression)

    def assign_stmt(self, target: Expression, operator: Token, value: Expression) -> Assign:
        text, line, column = operator
        target = plain(target)
        if not isinstance(target, _ASSIGNABLE):
            message = (
                "Only identifier, attribute access, and subscription access"
                " can be used as assignment target."
            )
            raise ParseError(message, line, column)
        return Assign(target.line, target.column, target, text, value)

    def func_var_empty(self, word: Token, name: Token) -> LocalVariable:
        return LocalVariable(word[1], word[2], name[0], None, False, None)

    def func_var_assigned(self, word: Token, name: Token, value: Expression) -> LocalVariable:
        return LocalVariable(word[1], word[2], name[0], None, False, value)

    def func_var_typed(
        self, word: Token, name: Token, _: Token, type_: Token, value: Expression | None = None
    ) -> LocalVariable:
        return LocalVariable(word[1], word[2], name[0], type_of(type_), False, value)

    func_var_typed_assgnd = func_var_typed

    def func_var_inf(self, word: Token, name: Token, value: Expression) -> LocalVariable:
        return LocalVariable(word[1], word[2], name[0], None, True, value)

    # Statements with bodies ----------------------------------------------------------------------

    def if_branch(self, word: Token, condition: Expression, *items: Any) -> tuple[Token, Branch]:
        return word, (condition, body_of(items))

    elif_branch = if_branch

    def else_branch(self, word: Token, *items: Any) -> list[Statement]:
        return body_of(items)

    def if_stmt(self, first: tuple[Token, Branch], *rest: Any) -> If:
        branches = [first[1], *(branch for _, branch in rest[:-1])]
        return If(first[0][1], first[0][2], branches, rest[-1])

    def while_stmt(self, word: Token, condition: Expression, *items: Any) -> While:
        self._loop_ends(word)
        return While(word[1], word[2], condition, body_of(items))

    def for_stmt(self, word: Token, name: Token, iterable: Expression, *items: Any) -> For:
        self._loop_ends(word)
        return For(word[1], word[2], name[0], None, iterable, body_of(items))

    def for_stmt_typed(
        self, word: Token, name: Token, type_: Token, iterable: Expression, *items: Any
    ) -> For:
        self._loop_ends(word)
        return For(word[1], word[2], name[0], type_of(type_), iterable, body_of(items))

    def _loop_ends(self, word: Token) -> None:
        """Settle the jumps since the word that begins a loop."""
        if self._jumps:
            place = (word[1], word[2])
            self._jumps = [jump for jump in self._jumps if (jump.line, jump.column) < place]

    def match_stmt(self, word: Token, subject: Expression, *branches: Any) -> Match:
        kept = [branch for branch in branches if isinstance(branch, MatchBranch)]
        return Match(word[1], word[2], subject, kept)

    def match_annotations(self, *annotations: Annotation) -> None:
        for mark in annotations:
            check_in_body(mark)

    def match_pass(self, word: Token) -> None:
        return None

    def match_branch(self, *items: Any) -> MatchBranch:
        patterns, guard, body = items[-3:]
        first = patterns[0]
        return MatchBranch(first.line, first.column, patterns, guard, body)

    def suite(self, *items: Any) -> list[Statement]:
        return body_of(items)

    # Patterns ------------------------------------------------------------------------------------

    def patterns(self, *patterns: Pattern) -> list[Pattern]:
        return list(patterns)

    def pattern_value(self, expression: Expression) -> Pattern:
        return ExpressionPattern(expression.line, expression.column, expression)

    def pattern_bind(self, word: Token, name: Token) -> Pattern:
        return BindPattern(word[1], word[2], name[0])

    def pattern_wildcard(self, word: Token) -> Pattern:
        return WildcardPattern(word[1], word[2])

    def pattern_rest(self, sign: Token) -> Token:
        return sign

    def pattern_array(self, bracket: Token, *items: Any) -> Pattern:
        kept, is_open = _split_rest(items)
        return ArrayPattern(bracket[1], bracket[2], kept, is_open)

    def pattern_dictionary(self, bracket: Token, *pairs: Any) -> Pattern:
        kept, is_open = _split_rest(pairs)
        return DictionaryPattern(bracket[1], bracket[2], kept, is_open)

    def pattern_pair(
        self, key: Expression, pattern: Pattern | None
    ) -> tuple[Expression, Pattern | None]:
        return key, pattern


def _check_head(
    result: ClassDeclaration, item: ClassName | Extends, inner: bool, extends: Extends | None
) -> None:
    """Refuse `class_name` and `extends` a second time, or behind a member."""
    word = "class_name" if isinstance(item, ClassName) else "extends"
    other = item.extends if isinstance(item, ClassName) else item
    said = bool(result.name) if word == "class_name" else result.extends is not None
    said = said or (other is not None and result.extends is not None)
    if inner and result.extends is extends is not None:
        text = 'Cannot use "extends" more than once in the same class.'
    elif result.members or (inner and said):
        text = f'Unexpected "{word}" in class body.'
    elif said:
        text = f'"{word}" can only be used once.'
    else:
        return
    raise ParseError(text, item.line, item.column)


def _check_place(result: ClassDeclaration, mark: Annotation) -> None:
    """Refuse annotations of files behind what the file begins with."""
    if mark.name in _OF_FILES and (result.members or result.extends or result.name):
        text = 'must be at the top of the script, before "extends" and "class_name".'
        raise ParseError(f'Annotation "@{mark.name}" {text}', mark.line, mark.column)


def _check_member(item: Declaration, annotations: list[Annotation]) -> None:
    """Refuse what Godot refuses of a member with these annotations."""
    for annotation in annotations:
        if annotation.name in _ALONE and annotation.line == item.line:
            message = "Expected newline after a standalone annotation."
            raise ParseError(message, annotation.line, annotation.column)
    if isinstance(item, Function):
        abstract = any(annotation.name == "abstract" for annotation in annotations)
        if item.body is None and not abstract:
            message = (
                'A function must either have a ":" followed by a body, or be marked as "@abstract".'
            )
            raise ParseError(message, item.line, item.column)


def type_of(token: Token) -> TypeRef:
    """The type that a token spells."""
    return type_value(*token)


def body_of(items: Iterable[Any]) -> list[Statement]:
    """The statements of a body: without annotations, and constants as local ones."""
    result: list[Statement] = []
    for item in items:
        if isinstance(item, Constant):
            result.append(
                LocalVariable(
                    item.line, item.column, item.name, item.type, item.inferred, item.value, True
                )
            )
        elif isinstance(item, Statement):
            result.append(item)
        elif isinstance(item, Annotation):
            check_in_body(item)
    return result


def _split_rest(items: tuple[Any, ...]) -> tuple[list[Any], bool]:
    """Take `..` from the end."""
    is_open = bool(items) and _is_rest(items[-1])
    kept = items[:-1] if is_open else items
    for item in kept:
        if _is_rest(item):
            message = 'The ".." pattern must be the last element in the pattern array.'
            raise ParseError(message, item[1], item[2])
    return list(kept), is_open


def _is_rest(item: Any) -> bool:
    return isinstance(item, tuple) and item[0] == ".."
