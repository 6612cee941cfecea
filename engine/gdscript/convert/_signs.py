"""Which ints are never negative: Python rounds and takes remainders of them as Godot does."""

from __future__ import annotations

from collections.abc import Callable

from engine.gdscript import _types as t
from engine.gdscript._syntax import (
    Assign,
    Attribute,
    Binary,
    Call,
    Constant,
    Expression,
    Literal,
    Name,
    Parenthesized,
    Unary,
    Variable,
)
from engine.gdscript.convert._model import ScriptFile
from engine.gdscript.convert._typing import Typing


class Signs(Typing):
    """Knows natural numbers."""

    def __init__(self, file: ScriptFile) -> None:
        super().__init__(file)
        self._naturals: dict[str, bool] = {}

    def is_natural(self, node: Expression) -> bool:
        """Whether it is an int that is certainly not negative."""
        match node:
            case Literal(value=int() as value):
                return value >= 0
            case Parenthesized(inner=inner):
                return self.is_natural(inner)
            case Name(id=name):
                return self._is_natural_name(name)
            case Binary(operator="+" | "*" | "/" | "%" | "&" | ">>", left=left, right=right):
                return self.is_natural(left) and self.is_natural(right)
            case Call(callee=Attribute(name="size" | "length" | "count")):
                return self.type_of(node) == t.INT
            case Call(callee=Attribute(name=name)):
                return name.endswith("_count") or name in ("get_process_frames", "get_index")
            case Call(callee=Name(id="len" | "randi" | "absi" | "get_child_count")):
                return True
            case Call(callee=Name(id="abs"), arguments=[value]):
                return self.type_of(value) == t.INT
        return False

    def _is_natural_name(self, name: str) -> bool:
        symbol = self.resolve(name)
        if symbol.local is not None:
            return symbol.local.natural
        member = symbol.member
        if member is None or not isinstance(member.syntax, (Variable, Constant)):
            return False
        if symbol.type != t.INT or member.syntax.value is None:
            return False
        if isinstance(member.syntax, Constant):
            return self.is_natural(member.syntax.value)
        if name not in self._naturals:
            self._naturals[name] = False
            self._naturals[name] = self.is_natural(member.syntax.value) and all(
                self._stays_natural(assign) for assign in self.file.assigned(name)
            )
        return self._naturals[name]

    def _stays_natural(self, assign: Assign) -> bool:
        return assign.operator in ("=", "+=", "*=", "%=", "/=") and self.is_natural(assign.value)

    def local_natural(self, name: str, value: Expression) -> bool:
        """Whether a local variable with that first value never becomes negative."""
        assert self.scope is not None
        return self.is_natural(value) and all(
            self._stays_natural(assign) for assign in self.scope.assignments(name)
        )

    def constant_int(self, node: Expression) -> int | None:
        """The value of an expression of numbers and constants; None where it is not that simple."""
        match node:
            case Literal(value=int() as value):
                return value
            case Parenthesized(inner=inner):
                return self.constant_int(inner)
            case Unary(operator="-", operand=operand):
                value_ = self.constant_int(operand)
                return None if value_ is None else -value_
            case Name(id=name):
                member = self.resolve(name).member
                if member is not None and isinstance(member.syntax, Constant):
                    return self.constant_int(member.syntax.value)
            case Binary(operator="+" | "-" | "*" | "<<" | "|" | "&" as operator):
                left, right = self.constant_int(node.left), self.constant_int(node.right)
                if left is not None and right is not None:
                    return _INT_OPERATORS[operator](left, right)
        return None


_INT_OPERATORS: dict[str, Callable[[int, int], int]] = {
    "+": int.__add__,
    "-": int.__sub__,
    "*": int.__mul__,
    "<<": int.__lshift__,
    "|": int.__or__,
    "&": int.__and__,
}
