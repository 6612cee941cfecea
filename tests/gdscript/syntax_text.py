"""Syntax trees as short texts, for tests: every operation in parentheses."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from engine.gdscript import _syntax as syntax


def expression_text(node: syntax.Expression | None) -> str:
    """GDScript that says how an expression was read."""
    match node:
        case None:
            return ""
        case syntax.Literal(value=value):
            return (
                {None: "null", True: "true", False: "false"}[value]
                if (value is None or isinstance(value, bool))
                else node.source
            )
        case syntax.Name(id=name):
            return name
        case syntax.Unary(operator=operator, operand=operand):
            return f"({operator} {expression_text(operand)})"
        case syntax.Binary(operator=operator, left=left, right=right):
            return f"({expression_text(left)} {operator} {expression_text(right)})"
        case syntax.Ternary(condition=condition, then=then, otherwise=otherwise):
            parts = [expression_text(part) for part in (then, condition, otherwise)]
            return "({} if {} else {})".format(*parts)
        case syntax.TypeTest(operand=operand, type=type_, negated=negated):
            return f"({expression_text(operand)} is {'not ' * negated}{type_text(type_)})"
        case syntax.Cast(operand=operand, type=type_):
            return f"({expression_text(operand)} as {type_text(type_)})"
        case syntax.Await(operand=operand):
            return f"(await {expression_text(operand)})"
        case syntax.Attribute(base=base, name=name):
            return f"{expression_text(base)}.{name}"
        case syntax.Subscript(base=base, index=index):
            return f"{expression_text(base)}[{expression_text(index)}]"
        case syntax.Call(callee=callee, arguments=arguments):
            return f"{expression_text(callee)}({', '.join(map(expression_text, arguments))})"
        case syntax.Parenthesized(inner=inner):
            return f"[{expression_text(inner)}]"
    return tree_text(node)


def type_text(type_: syntax.TypeRef) -> str:
    """A type as it is written."""
    arguments = f"[{', '.join(map(type_text, type_.arguments))}]" if type_.arguments else ""
    return ".".join(type_.names) + arguments


def tree_text(node: Any) -> str:
    """Anything, without places; what is missing, false or empty is left out."""
    if isinstance(node, syntax.TypeRef):
        return type_text(node)
    if isinstance(node, syntax.Syntax):
        values = {f.name: getattr(node, f.name) for f in fields(node)}
        kept = [
            f"{name}={tree_text(value)}"
            for name, value in values.items()
            if (
                name not in ("line", "column", "last_line", "source")
                and (value not in (None, False, "") and value != [] and value != ())
            )
            or (name == "value" and isinstance(node, syntax.Literal))
        ]
        return f"{type(node).__name__}({', '.join(kept)})"
    if isinstance(node, list | tuple):
        return f"[{', '.join(map(tree_text, node))}]"
    return repr(node)
