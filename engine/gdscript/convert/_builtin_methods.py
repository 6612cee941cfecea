"""Methods of Godot's String, Array and Dictionary as Python says them.

Each function takes the writer, the base and the arguments, and gives the expression, or None when
there is no short way for these arguments. Strings then use the methods of `StringName`, which has
all of Godot's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.gdscript import _types as t
from engine.gdscript._syntax import Expression, Lambda, Literal, Name, Return, Unary
from engine.gdscript._types import StaticType
from engine.gdscript.convert._code import (
    ADD,
    COMPARE,
    LAMBDA,
    MULTIPLY,
    OR,
    TERNARY,
    Code,
    binary,
    call,
    negated,
    quoted,
)

if TYPE_CHECKING:
    from engine.gdscript.convert._calls import CallWriter

Method = Callable[["CallWriter", Expression, list[Expression]], Code | None]


def _length(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return call("len", [w.expression(base)])


def _is_empty(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return negated(w.expression(base))


def _contains(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return binary(w.value(args[0]), "in", w.expression(base)) if len(args) == 1 else None


def _renamed(name: str, *counts: int) -> Method:
    """A method that only has another name, for these numbers of arguments."""

    def method(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
        if counts and len(args) not in counts:
            return None
        given = ", ".join(w.value(argument).at(LAMBDA) for argument in args)
        return Code(f"{w.receiver(base)}.{name}({given})")

    return method


def _constant(node: Expression) -> int | None:
    if isinstance(node, Literal) and type(node.value) is int:
        return node.value
    if isinstance(node, Unary) and node.operator == "-" and isinstance(node.operand, Literal):
        value = node.operand.value
        return -value if type(value) is int else None
    return None


# Strings ------------------------------------------------------------------------------------------


def _split(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    match args:
        case [Literal(value=str() as mark)] if mark:
            return Code(f"{w.receiver(base)}.split({quoted(mark)})")
    return None


def _substr(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    if not args or not w.is_natural(args[0]):
        return None
    first = w.expression(args[0])
    start = "" if first.text == "0" else first.at(TERNARY)
    if len(args) == 1:
        return Code(f"{w.receiver(base)}[{start}:]")
    number, begin = _constant(args[1]), _constant(args[0])
    if number is None or number < 0:
        return None
    end = str(begin + number) if begin is not None else f"{first.at(ADD)} + {number}"
    return Code(f"{w.receiver(base)}[{start}:{end}]")


def _left(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    count = _constant(args[0])
    return Code(f"{w.receiver(base)}[:{count}]") if count is not None else None


def _right(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    count = _constant(args[0])
    if count is None or count == 0:
        return None
    return Code(f"{w.receiver(base)}[{-count}:]")


def _repeat(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return binary(w.expression(base), "*", w.expression(args[0]))


def _join(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    kind = w.type_of(args[0])
    values = w.expression(args[0])
    plain = kind.element in (None, t.STRING, t.STRING_NAME)
    if not plain:
        values = call("map", [Code(w.imports.engine("str_")), values])
    return Code(f"{w.receiver(base)}.join({values.at(LAMBDA)})")


def _reversed(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return Code(f"{w.receiver(base)}[::-1]")


def _hash(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return call(w.imports.engine("hash_"), [w.expression(base)])


def _bytes(encoding: str) -> Method:
    def method(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
        inner = Code(f"{w.receiver(base)}.encode({encoding})")
        return call(w.imports.engine("PackedByteArray"), [inner])

    return method


def _unicode_at(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return Code(f"ord({w.receiver(base)}[{w.expression(args[0]).at(TERNARY)}])")


STRING: dict[str, Method] = {
    "begins_with": _renamed("startswith"),
    "ends_with": _renamed("endswith"),
    "contains": _contains,
    "count": _renamed("count", 1),
    "find": _renamed("find"),
    "hash": _hash,
    "is_empty": _is_empty,
    "join": _join,
    "left": _left,
    "length": _length,
    "repeat": _repeat,
    "replace": _renamed("replace"),
    "reverse": _reversed,
    "rfind": _renamed("rfind", 1),
    "right": _right,
    "split": _split,
    "strip_edges": _renamed("strip", 0),
    "substr": _substr,
    "to_lower": _renamed("lower"),
    "to_upper": _renamed("upper"),
    "to_utf8_buffer": _bytes(""),
    "trim_prefix": _renamed("removeprefix"),
    "trim_suffix": _renamed("removesuffix"),
    "unicode_at": _unicode_at,
}


# Arrays -------------------------------------------------------------------------------------------


def _append(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    given = w.coerced(args[0], w.type_of(base).element)
    return Code(f"{w.receiver(base)}.append({given.at(LAMBDA)})")


def _append_array(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return Code(f"{w.receiver(base)}.extend({w.value(args[0]).at(LAMBDA)})")


def _push_front(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    given = w.coerced(args[0], w.type_of(base).element)
    return Code(f"{w.receiver(base)}.insert(0, {given.at(LAMBDA)})")


def _pop_front(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    name = w.receiver(base)
    text = f"{name}.pop(0)"
    return Code(f"{text} if {name} else None", TERNARY) if _simple(name) else Code(text)


def _pop_back(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    name = w.receiver(base)
    text = f"{name}.pop()"
    return Code(f"{text} if {name} else None", TERNARY) if _simple(name) else Code(text)


def _simple(name: str) -> bool:
    """Whether an expression may be written twice."""
    return all(part.isidentifier() for part in name.split("."))


def _at_end(index: str) -> Method:
    def method(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
        name = w.receiver(base)
        if not _simple(name):
            return Code(f"{name}[{index}]")
        return Code(f"{name}[{index}] if {name} else None", TERNARY)

    return method


def _find(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    name, value = w.receiver(base), w.value(args[0])
    if len(args) != 1:
        return None
    test = f"{value.at(COMPARE + 1)} in {name}"
    return Code(f"{name}.index({value.at(LAMBDA)}) if {test} else -1", TERNARY)


def _slice(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    if len(args) > 3:
        return None
    texts = [w.expression(argument).at(TERNARY) for argument in args]
    if texts[0] == "0":
        texts[0] = ""
    if len(texts) == 1:
        texts.append("")
    return Code(f"{w.receiver(base)}[{':'.join(texts)}]")


def _duplicate(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    value = w.expression(base)
    if not args or (isinstance(args[0], Literal) and args[0].value is False):
        return Code(f"{value.atom}.copy()")
    return call(w.imports.standard("copy", "deepcopy"), [value])


def _map(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    parts = comprehension(w, base, args[0])
    if parts is None:
        return Code(f"list(map({w.function(args[0])}, {w.expression(base).at(LAMBDA)}))")
    name, body, values = parts
    return Code(f"[{body.at(TERNARY)} for {name} in {values}]")


def _filter(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    parts = comprehension(w, base, args[0], condition=True)
    if parts is None:
        return Code(f"list(filter({w.function(args[0])}, {w.expression(base).at(LAMBDA)}))")
    name, body, values = parts
    return Code(f"[{name} for {name} in {values} if {body.at(OR)}]")


def _quantifier(name: str) -> Method:
    def method(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
        parts = comprehension(w, base, args[0], condition=True)
        if parts is None:
            return Code(f"{name}(map({w.function(args[0])}, {w.expression(base).at(LAMBDA)}))")
        variable, body, values = parts
        return Code(f"{name}({body.at(TERNARY)} for {variable} in {values})")

    return method


def comprehension(
    w: CallWriter, base: Expression, function: Expression, condition: bool = False
) -> tuple[str, Code, str] | None:
    """Variable, body and source of a comprehension for a lambda of one expression."""
    match function:
        case Lambda(function=inner) if len(inner.parameters) == 1 and w.is_inline(function):
            statement = (inner.body or [])[0]
            if not isinstance(statement, Return) or statement.value is None:
                return None
            element = w.type_of(base).element or t.VARIANT
            values = w.expression(base)
            name, body = w.inner_expression(function, [element], condition)
            return name, body, values.at(OR)
    return None


def _reduce(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    function = w.imports.standard("functools", "reduce")
    element = w.type_of(base).element or t.VARIANT
    given = [Code(w.function(args[0], [element, element])), w.expression(base)]
    if len(args) > 1:
        given.append(w.value(args[1]))
    return call(function, given)


def _sort_custom(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    element = w.type_of(base).element or t.VARIANT
    key = w.sort_key(args[0], element)
    if key is not None:
        return Code(f"{w.receiver(base)}.sort({key})")
    compare = w.imports.standard("functools", "cmp_to_key")
    function = w.named_function(args[0], "before", [element, element])
    order = f"lambda a, b: {function}(b, a) - {function}(a, b)"
    return Code(f"{w.receiver(base)}.sort(key={compare}({order}))")


def _extreme(name: str) -> Method:
    def method(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
        return call(name, [w.expression(base)])

    return method


def _get(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return Code(f"{w.receiver(base)}[{w.expression(args[0]).at(TERNARY)}]")


def _pick_random(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    name = w.receiver(base)
    if not _simple(name):
        return None
    return Code(f"{name}[{w.imports.engine('randi')}() % len({name})]")


def _shuffle(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return call(w.imports.helper("shuffle"), [w.expression(base)])


def _pop_at(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return Code(f"{w.receiver(base)}.pop({w.expression(args[0]).at(LAMBDA)})")


ARRAY: dict[str, Method] = {
    "all": _quantifier("all"),
    "any": _quantifier("any"),
    "append": _append,
    "append_array": _append_array,
    "back": _at_end("-1"),
    "duplicate": _duplicate,
    "filter": _filter,
    "find": _find,
    "front": _at_end("0"),
    "get": _get,
    "has": _contains,
    "hash": _hash,
    "is_empty": _is_empty,
    "map": _map,
    "max": _extreme("max"),
    "min": _extreme("min"),
    "pick_random": _pick_random,
    "pop_at": _pop_at,
    "pop_back": _pop_back,
    "pop_front": _pop_front,
    "push_back": _append,
    "push_front": _push_front,
    "reduce": _reduce,
    "shuffle": _shuffle,
    "size": _length,
    "slice": _slice,
    "sort_custom": _sort_custom,
}


# Dictionaries -------------------------------------------------------------------------------------


def _keys(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return call("list", [w.expression(base)])


def _values(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return Code(f"list({w.receiver(base)}.values())")


def _erase(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    text = f"{w.receiver(base)}.pop({w.value(args[0]).at(LAMBDA)}, None)"
    return Code(f"{text} is not None", COMPARE)


def _get_or_add(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    given = ", ".join(w.value(argument).at(LAMBDA) for argument in args)
    return Code(f"{w.receiver(base)}.setdefault({given})")


def _merge(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    name, other = w.receiver(base), w.value(args[0])
    match args[1:]:
        case [Literal(value=True)]:
            return Code(f"{name}.update({other.at(LAMBDA)})")
        case []:
            return Code(f"{name}.update({{**{other.at(ADD)}, **{name}}})")
    return None


def _merged(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    name, other = w.expression(base), w.value(args[0])
    match args[1:]:
        case [Literal(value=True)]:
            return Code(f"{{**{name.at(ADD)}, **{other.at(ADD)}}}")
        case []:
            name_ = name.at(ADD)
            return Code(f"{{**{name_}, **{other.at(ADD)}, **{name_}}}")
    return None


def _find_key(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    value = w.value(args[0]).at(MULTIPLY)
    text = f"next((key for key, value in {w.receiver(base)}.items() if value == {value}), None)"
    return Code(text)


def _has_all(w: CallWriter, base: Expression, args: list[Expression]) -> Code | None:
    return Code(f"all(key in {w.receiver(base)} for key in {w.expression(args[0]).at(OR)})")


DICTIONARY: dict[str, Method] = {
    "duplicate": _duplicate,
    "erase": _erase,
    "find_key": _find_key,
    "get": _renamed("get"),
    "get_or_add": _get_or_add,
    "has": _contains,
    "has_all": _has_all,
    "hash": _hash,
    "is_empty": _is_empty,
    "keys": _keys,
    "merge": _merge,
    "merged": _merged,
    "size": _length,
    "values": _values,
}

PACKED: dict[str, Method] = {
    "has": _contains,
    "is_empty": _is_empty,
    "push_back": _renamed("append"),
    "size": _length,
}

# What is done with values of unknown types: the same in Python for all that have the method.
UNKNOWN: dict[str, Method] = {
    "begins_with": STRING["begins_with"],
    "ends_with": STRING["ends_with"],
    "has": _contains,
    "is_empty": _is_empty,
    "length": _length,
    "push_back": _renamed("append"),
    "size": _length,
    "strip_edges": STRING["strip_edges"],
    "to_lower": STRING["to_lower"],
    "to_upper": STRING["to_upper"],
    "trim_prefix": STRING["trim_prefix"],
    "trim_suffix": STRING["trim_suffix"],
    **{
        name: ARRAY[name]
        for name in (
            "append_array", "filter", "map", "max", "min", "pick_random", "pop_back",
            "pop_front", "push_front", "reduce", "slice", "sort_custom",
        )
    },
    "keys": _keys,
    "values": _values,
    "get_or_add": _get_or_add,
}  # fmt: skip


def table(kind: StaticType) -> dict[str, Method]:
    """The methods of a type that Python says in another way."""
    if kind.name == "String" and kind.kind == t.BUILTIN_KIND:
        return STRING
    if kind.name == "Array":
        return ARRAY
    if kind.name == "Dictionary":
        return DICTIONARY
    if kind.name.startswith("Packed") and kind.name.endswith("Array"):
        return PACKED
    return UNKNOWN if kind.is_variant else {}


def is_name(node: Expression, name: str) -> bool:
    """Whether an expression is just that name."""
    return isinstance(node, Name) and node.id == name
