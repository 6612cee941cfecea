"""What can be assigned: a variable, a member, an item, or a part of a value in one of those.

A reference is read and written with what stands before it worked out once, so that `f().x += 1`
calls `f` once. Vectors and their kind never change; a part of one is set by storing a changed copy
back where it came from, and so on outwards until something is reached that is shared.

Packed arrays are shared, too. But a property may give a copy of one, and its setter is to hear of a
changed item: they are stored back into what calls a function.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from engine.gdscript import _code as code
from engine.gdscript._access import (
    attribute_of_value,
    base_value,
    check_index,
    item_access,
    item_of_value,
)
from engine.gdscript._arguments import convert_argument
from engine.gdscript._class_info import VariableInfo
from engine.gdscript._context import Context
from engine.gdscript._conversions import (
    check,
    convert,
    convert_in_place,
    is_given,
)
from engine.gdscript._identifiers import find, local_value
from engine.gdscript._members import BUILTIN_REFERENCE_KIND, attribute_of
from engine.gdscript._ordering import does_something
from engine.gdscript._scopes import Local
from engine.gdscript._syntax import Attribute, Expression, Name, Subscript
from engine.gdscript._type_rules import PACKED, VECTORS, holds_exactly, is_shared, keeps_objects
from engine.gdscript._types import (
    BUILTIN_KIND,
    CLASS_REFERENCE_KIND,
    ENUM_REFERENCE_KIND,
    SCRIPT_KIND,
    SCRIPT_REFERENCE_KIND,
    VARIANT,
    StaticType,
)
from engine.gdscript._used import used
from engine.gdscript._values import Value, strip

_WRONG = 'Value of type "{0}" cannot be assigned to a variable of type "{1}".'
_CONSTANT = "Cannot assign a new value to a constant."
_TARGETS = (
    "Only identifier, attribute access, and subscription access can be used as assignment target."
)


class Reference:
    """Something that can be read and written.

    Attributes:
        type: what may be stored; VARIANT for anything.
    """

    type: StaticType = VARIANT
    writable = True  # whether something that is no reference itself would be lost
    calls = False  # whether writing calls a function, or may do so

    def read(self) -> Value:
        """The value there."""
        raise AssertionError

    def write(self, context: Context, value: Value) -> None:
        """Emits the statements that store a value, converted to the type."""
        raise AssertionError


class LocalReference(Reference):
    """A local variable."""

    def __init__(self, context: Context, local: Local) -> None:
        self.local = local
        self.type = local.type

    def read(self) -> Value:
        return local_value(self.local)

    def write(self, context: Context, value: Value) -> None:
        local = self.local
        context.observe(local, value)
        local.null_object = value.null_object
        store_local(context, local.variable, value, local.type)


def store_local(context: Context, name: str, value: Value, target: StaticType) -> None:
    """Assigns a local variable; a value that may not fit is looked at once it is there."""
    if is_given(value.type, target) or not value.type.is_variant:
        node = convert(value, target, context.inside)
        context.emit(code.assign(code.store(name), node))
        return
    context.emit(code.assign(code.store(name), value.node))
    convert_in_place(context, name, value.type, target)


class SlotReference(Reference):
    """A Python attribute or item whose assignment is all there is to do."""

    def __init__(
        self,
        node: ast.Attribute | ast.Subscript,
        kind: StaticType,
        of_engine: bool = False,
        array: StaticType | None = None,
        calls: bool = False,
    ) -> None:
        self.node = node
        self.calls = calls
        self.type = kind
        self.of_engine = of_engine
        self.array = array

    def read(self) -> Value:
        return Value(self.node, self.type)

    def write(self, context: Context, value: Value) -> None:
        node = self.node
        if self.of_engine:
            stored = convert_argument(value, self.type, context)
        else:
            stored = convert(value, self.type, context.inside)
        target: ast.expr
        if isinstance(node, ast.Attribute):
            target = code.attribute_target(node.value, node.attr)
        else:
            target = code.item_target(node.value, node.slice)
            if self.array is not None and isinstance(node.value, ast.Name):
                self._put(context, target, stored)
                return
        context.emit(code.assign(target, stored))

    def _put(self, context: Context, target: ast.Subscript, stored: ast.expr) -> None:
        """Stores what a typed array need not look at; it may still be read-only."""
        array, index = target.value, target.slice
        assert self.array is not None
        usual = code.assign(target, stored)
        if not holds_exactly(self.array, self.type) or not code.is_quiet(index):
            context.emit(usual)
            return
        quick = ast.Expr(code.call("@list_set", array, index, stored))
        context.emit(code.when(code.attribute(array, "read_only"), [usual], [quick]))


class PartReference(Reference):
    """A part of something that may be a value or an object, found by a helper.

    Args:
        outer: where the whole lies; None when it lies nowhere.
        base: the whole.
        key: the name or index of the part.
        read_helper: `@get` or `@index`.
    """

    calls = True

    def __init__(
        self, outer: Reference | None, base: Value, key: ast.expr, value: Value, by_name: bool
    ) -> None:
        self.outer = outer
        self.base = base
        self.key = key
        self.value = value
        self.by_name = by_name
        self.type = value.type if _is_value(base.type) and not value.weak else VARIANT

    def read(self) -> Value:
        return self.value

    def write(self, context: Context, value: Value) -> None:
        base = self.base
        stored = convert(value, self.type, context.inside)
        helper = "@set" if self.by_name else "@set_index"
        if self.by_name and base.type.name in _COMPONENTS and isinstance(self.key, ast.Constant):
            made = _with_component(base, str(self.key.value), stored)
        else:
            made = code.call(helper, base.node, self.key, stored)
        outer = self.outer
        if outer is None or is_certainly_shared(base.type):
            context.emit(ast.Expr(made))
            if outer is not None and outer.calls and base.type.name in PACKED:
                outer.write(context, base)
            return
        if isinstance(outer, LocalReference):
            context.emit(code.assign(code.store(outer.local.variable), made))
            return
        if _is_value(base.type):
            outer.write(context, Value(made, base.type))
            return
        self._write_back(context, outer, made)

    def _write_back(self, context: Context, outer: Reference, made: ast.expr) -> None:
        """Stores the whole back only when it is another now: setters are not called for nothing."""
        name = context.temporary()
        context.emit(code.assign(code.store(name), made))
        test: ast.expr = code.compare(code.load(name), "is not", self.base.node)
        if outer.calls:
            test = code.either(test, code.constant(True), code.call("@is_packed", code.load(name)))
        with context.apart() as body:
            outer.write(context, Value(code.load(name), VARIANT))
            written = list(body)
        context.emit(code.when(test, written))


def _is_value(kind: StaticType) -> bool:
    return kind.kind == BUILTIN_KIND and kind.name in VECTORS


def is_certainly_shared(kind: StaticType) -> bool:
    """Whether no value of a type is ever stored back."""
    return not kind.is_variant and is_shared(kind)


# Components that are arguments of the constructor, so that a changed copy is one call.
_COMPONENTS = {
    "Vector2": "xy",
    "Vector2i": "xy",
    "Vector3": "xyz",
    "Vector3i": "xyz",
    "Vector4": "xyzw",
    "Vector4i": "xyzw",
}


def _with_component(base: Value, name: str, value: ast.expr) -> ast.expr:
    names = _COMPONENTS[base.type.name]
    parts = [value if one == name else code.attribute(base.node, one) for one in names]
    return code.call(f"@engine:{base.type.name}", *parts)


class AccessorReference(SlotReference):
    """A variable inside its setter or getter, which reads and writes it in different ways."""

    def __init__(self, context: Context, value: Value, name: str) -> None:
        assert isinstance(value.node, ast.Attribute)
        found = context.inside.find(name)
        assert isinstance(found, VariableInfo)
        attribute = attribute_of(name, found.owner)
        if context.raw_access[1]:
            attribute = f"@value:{name}"
        super().__init__(code.attribute(value.node.value, attribute), value.type)
        self._value = value

    def read(self) -> Value:
        return self._value


# From syntax --------------------------------------------------------------------------------------


def refer(
    context: Context,
    syntax: Expression,
    assigned: bool = True,
    reused: bool = False,
    before_index: Callable[[StaticType], None] | None = None,
) -> Reference | None:
    """The reference that an expression is; None when it is a plain value.

    What stands before the last dot or bracket is worked out first, then the value that is to be
    stored, and the index last.

    Args:
        context: the function.
        syntax: the expression.
        assigned: whether it is what stands before the `=`, not just a part of that.
        reused: whether it is read before it is written.
        before_index: works out the value, for a target whose index does something.

    Raises:
        ParseError: it is to be assigned, and cannot be.
    """
    inner = strip(syntax)
    if isinstance(inner, Name) and inner.id != "self":
        return _refer_to_name(context, inner, assigned)
    if isinstance(inner, Attribute):
        return _refer_to_attribute(context, inner, assigned, reused)
    if isinstance(inner, Subscript):
        return _refer_to_item(context, inner, assigned, reused, before_index)
    if assigned:
        context.fail(_TARGETS, syntax)
    return None


def _refer_to_name(context: Context, syntax: Name, assigned: bool) -> Reference | None:
    local = context.find_local(syntax.id)
    if local is not None:
        if local.value is None:
            return LocalReference(context, local)
        return _no_place(context, syntax, assigned)
    value = find(context, syntax.id, syntax)
    if value is None:
        context.fail(f'Identifier "{syntax.id}" not declared in the current scope.', syntax)
    if value.read_only or not isinstance(value.node, ast.Attribute):
        return _no_place(context, syntax, assigned)
    if syntax.id == context.raw_variable and context.raw_access != (True, True):
        return AccessorReference(context, value, syntax.id)
    found = context.inside.find(syntax.id)
    calls = not isinstance(found, VariableInfo) or found.has_setter
    return SlotReference(value.node, value.type, value.of_engine, calls=calls)


def _no_place(context: Context, syntax: Expression, assigned: bool) -> Reference | None:
    return context.fail(_CONSTANT, syntax) if assigned else None


def _base_of(context: Context, syntax: Expression) -> tuple[Reference | None, Value]:
    """What stands before the dot or bracket: where it lies, if anywhere, and its value."""
    inner = strip(syntax)
    outer = None
    if isinstance(inner, (Attribute, Subscript)) or (
        isinstance(inner, Name) and not _is_type(context, inner)
    ):
        outer = refer(context, inner, assigned=False, reused=True)
    return outer, outer.read() if outer is not None else base_value(context, syntax)


_TYPES = (
    BUILTIN_REFERENCE_KIND,
    CLASS_REFERENCE_KIND,
    SCRIPT_REFERENCE_KIND,
    ENUM_REFERENCE_KIND,
)


def _is_type(context: Context, syntax: Name) -> bool:
    """Whether a name is that of a class or enum, which lies nowhere."""
    if context.find_local(syntax.id) is not None:
        return False
    found = find(context, syntax.id, syntax) if syntax.id != "self" else None
    return found is not None and found.type.kind in _TYPES


def _held(context: Context, base: Value) -> Value:
    """A value that is used several times."""
    return base.with_node(context.held(base.node, keeps_objects(base.type)))


def _refer_to_attribute(
    context: Context, syntax: Attribute, assigned: bool, reused: bool
) -> Reference | None:
    outer, base = _base_of(context, syntax.base)
    name = syntax.name
    by_value = _is_value(base.type)
    value = attribute_of_value(context, base, name, syntax)
    if value.read_only and not by_value:
        return _no_place(context, syntax, assigned)
    if by_value and outer is None and base.read_only:
        return _no_place(context, syntax, assigned)
    if base.type.name == "Dictionary" and isinstance(value.node, ast.Subscript):
        if reused or not code.is_quiet(base.node):
            value = attribute_of_value(context, _held(context, base), name, syntax)
        assert isinstance(value.node, ast.Subscript)
        key = code.call("@engine:StringName", value.node.slice)  # what a new key becomes
        return SlotReference(ast.Subscript(value.node.value, key, ast.Load()), value.type)
    # Whatever has a place of its own in Python is assigned there: attributes and items.
    if isinstance(value.node, (ast.Attribute, ast.Subscript)) and not by_value:
        if reused or not code.is_quiet(base.node):
            value = attribute_of_value(context, _held(context, base), name, syntax)
        assert isinstance(value.node, (ast.Attribute, ast.Subscript))
        calls = isinstance(value.node, ast.Attribute) and _has_setter(base.type, name)
        return SlotReference(value.node, value.type, value.of_engine, calls=calls)
    base = _held(context, base)
    value = attribute_of_value(context, base, name, syntax)
    return PartReference(outer, base, code.constant(name), value, True)


def _has_setter(kind: StaticType, name: str) -> bool:
    """Whether assigning a member calls a function, as far as is known."""
    found = kind.info.find(name) if kind.kind == SCRIPT_KIND and kind.info is not None else None
    return not isinstance(found, VariableInfo) or found.has_setter


def _refer_to_item(
    context: Context,
    syntax: Subscript,
    assigned: bool,
    reused: bool,
    before_index: Callable[[StaticType], None] | None,
) -> Reference | None:
    outer, base = _base_of(context, syntax.base)
    if reused or not code.is_quiet(base.node):
        base = _held(context, base)
    if before_index is not None and does_something(syntax.index):
        before_index(base.type.element or VARIANT)
    index = used(context, syntax.index)
    check_index(context, base, index, syntax)
    if assigned and base.read_only and base.type.kind == BUILTIN_KIND:
        context.fail(_CONSTANT, syntax)
    if reused:
        index = _held(context, index)
    node, kind = item_access(base, index)
    told = outer is not None and outer.calls and base.type.name in PACKED
    in_place = base.type.kind == BUILTIN_KIND and is_shared(base.type) and not told
    if node is not None and in_place:
        slot = ast.Subscript(base.node, node, ast.Load())
        return SlotReference(slot, kind, array=base.type if base.type.name == "Array" else None)
    base, index = _held(context, base), _held(context, index)
    value = item_of_value(context, base, index, syntax)
    return PartReference(outer, base, index.node, value, False)


def check_assigned(context: Context, value: Value, target: StaticType, at: Any) -> None:
    """Refuses a value that can never be stored in a variable of a type."""
    check(context, value, target, at, _WRONG)
