"""Expressions of GDScript in Python."""

from __future__ import annotations

from abc import abstractmethod

from engine.gdscript import _types as t
from engine.gdscript._api import (
    builtin_facts,
    engine_class,
    is_builtin,
)
from engine.gdscript._syntax import (
    ArrayLiteral,
    Attribute,
    Await,
    Binary,
    Call,
    Cast,
    Constant,
    DictionaryLiteral,
    Enum,
    Expression,
    Function,
    GetNode,
    Lambda,
    Literal,
    Name,
    NodePathLiteral,
    Parenthesized,
    StringNameLiteral,
    Subscript,
    Ternary,
    TypeTest,
    Unary,
    Variable,
)
from engine.gdscript._types import StaticType
from engine.gdscript.convert import _formats as formats
from engine.gdscript.convert._code import (
    ATOM,
    AWAIT,
    COMPARE,
    LAMBDA,
    LEVELS,
    OR,
    SIGN,
    TERNARY,
    Code,
    binary,
    block_string,
    call,
    negated,
    quoted,
)
from engine.gdscript.convert._guesses import VALUE_TYPES, is_node_method
from engine.gdscript.convert._hints import PYTHON_TYPES, HintWriter
from engine.gdscript.convert._imports import Imports
from engine.gdscript.convert._model import Member, ScriptFile
from engine.gdscript.convert._names import engine_function, engine_member
from engine.gdscript.convert._typing import Symbol
from engine.gdscript.convert._walk import walk

_BOOLEAN = ("==", "!=", "<", "<=", ">", ">=", "in", "not in")


class ExpressionWriter(HintWriter):
    """Writes expressions.

    Attributes:
        in_class_body: whether the class is being made whose members are spoken of.
    """

    def __init__(self, file: ScriptFile, imports: Imports) -> None:
        super().__init__(file, imports)
        self.in_class_body = False

    # Written elsewhere ----------------------------------------------------------------------------

    @abstractmethod
    def call(self, node: Call) -> Code:
        """A call."""

    @abstractmethod
    def function_value(self, node: Lambda) -> Code:
        """A lambda, as Python's own or as the name of a `def` before the statement."""

    # Entries --------------------------------------------------------------------------------------

    def value(self, node: Expression) -> Code:
        """An expression whose value is kept: functions become Callables."""
        plain = node.inner if isinstance(node, Parenthesized) else node
        if isinstance(plain, Lambda) or self.is_function(plain):
            return call(self.imports.engine("Callable"), [self.expression(plain)])
        return self.expression(node)

    def condition(self, node: Expression) -> Code:
        """An expression of which only the truth matters."""
        match node:
            case Parenthesized(inner=inner):
                return self.condition(inner)
            case Binary(operator="and" | "or" as operator, left=left, right=right):
                one, other = self.condition(left), self.condition(right)
                if isinstance(left, Parenthesized) or (operator == "and" and one.level == OR):
                    return binary(Code(one.at(LEVELS[operator] + 1), ATOM), operator, other)
                return binary(one, operator, other)
            case Unary(operator="not", operand=operand):
                return negated(self.condition(operand))
        return self.expression(node)

    def coerced(self, node: Expression, target: StaticType | None) -> Code:
        """A value for a place of a declared type: Godot converts between kindred types."""
        if target is None or target.is_variant or target.is_object:
            return self.value(node)
        plain = node.inner if isinstance(node, Parenthesized) else node
        if isinstance(plain, Ternary):
            then, otherwise = (self.coerced(n, target) for n in (plain.then, plain.otherwise))
            condition = self.condition(plain.condition).at(OR)
            text = f"{then.at(OR)} if {condition} else {otherwise.at(TERNARY)}"
            return Code(text, TERNARY)
        if isinstance(plain, ArrayLiteral) and target.element is not None and target.key is None:
            items = ", ".join(self.coerced(e, target.element).at(LAMBDA) for e in plain.elements)
            return Code(f"[{items}]")
        if isinstance(plain, DictionaryLiteral) and target.key is not None:
            return self._dictionary(plain, target)
        return self._converted(plain, self.type_of(node), target)

    def _converted(self, node: Expression, given: StaticType, target: StaticType) -> Code:
        name = target.name
        if target == t.FLOAT and given != t.FLOAT:
            return self._as_float(node, given)
        value = self.value(node)
        if given == target or given.is_variant or target.kind == t.ENUM_KIND:
            return value
        if target == t.INT and given == t.FLOAT:
            return call("int", [value])
        if target == t.BOOL and given in (t.INT, t.FLOAT):
            return call("bool", [value])
        if target == t.STRING and given in (t.STRING_NAME, t.NODE_PATH):
            return call("str", [value])
        names = (t.STRING, t.STRING_NAME, t.NODE_PATH)
        if target in (t.STRING_NAME, t.NODE_PATH) and given in names:
            return call(self.imports.engine(name), [value])
        if name.startswith("Packed") and given.name == "Array":
            empty = isinstance(node, ArrayLiteral) and not node.elements
            return call(self.imports.engine(name), [] if empty else [value])
        if name == "Array" and given.name.startswith("Packed"):
            return call("list", [value])
        if name in VALUE_TYPES and given.name in VALUE_TYPES and name != given.name:
            return call(self.imports.engine(name), [value])
        if name == "Color" and given == t.STRING:
            return call(self.imports.engine(name), [value])
        return value

    def _as_float(self, node: Expression, given: StaticType) -> Code:
        value = self.value(node)
        match node:
            case Literal(value=int() as number) if given == t.INT:
                return Code(f"{number}.0")
            case Unary(operator="-", operand=Literal(value=int() as number)) if given == t.INT:
                return Code(f"-{number}.0", SIGN)
        if given.is_variant and value.text == "None":
            return value
        return call("float", [value])

    # Kinds of expressions -------------------------------------------------------------------------

    def expression(self, node: Expression) -> Code:
        """Any expression."""
        match node:
            case Literal():
                return self._literal(node)
            case StringNameLiteral(text=text):
                return call(self.imports.engine("StringName"), [Code(quoted(text))])
            case NodePathLiteral(text=text):
                return call(self.imports.engine("NodePath"), [Code(quoted(text))])
            case GetNode(path=path):
                return Code(f"self.get_node({quoted(path)})")
            case Parenthesized(inner=inner):
                return self.expression(inner)
            case Name(id=name):
                return self.name(name)
            case Unary():
                return self._unary(node)
            case Binary():
                return self._binary(node)
            case Ternary():
                then, otherwise = self.value(node.then), self.value(node.otherwise)
                condition = self.condition(node.condition)
                text = f"{then.at(OR)} if {condition.at(OR)} else {otherwise.at(TERNARY)}"
                return Code(text, TERNARY)
            case TypeTest():
                return self._type_test(node)
            case Cast():
                return self._cast(node)
            case Attribute():
                return self._attribute(node)
            case Subscript():
                return self._subscript(node)
            case Call():
                return self.call(node)
            case Await():
                return self._await(node)
            case ArrayLiteral(elements=elements):
                return Code(f"[{', '.join(self.value(e).at(LAMBDA) for e in elements)}]")
            case DictionaryLiteral():
                return self._dictionary(node, None)
            case Lambda():
                return self.function_value(node)
        raise TypeError(f"not an expression: {node!r}")

    def _literal(self, node: Literal) -> Code:
        value, source = node.value, node.source
        if value is None or isinstance(value, bool):
            return Code(str(value))
        if isinstance(value, str):
            if "\n" in value and source[:3] in ('"""', "'''"):
                return Code(block_string(value))
            return Code(quoted(value))
        if isinstance(value, int):
            return Code(_as_written(source, value), ATOM if value >= 0 else SIGN)
        if value in (float("inf"), float("-inf")):
            return Code(f'float("{value}")')
        try:
            same = float(source) == value
        except ValueError:
            same = False
        return Code(source if same and _is_float(source) else repr(value))

    def _dictionary(self, node: DictionaryLiteral, target: StaticType | None) -> Code:
        pairs = []
        for key, value in filter(None, node.pairs):
            if target is not None:
                one, other = self.coerced(key, target.key), self.coerced(value, target.element)
            else:
                one, other = self.value(key), self.value(value)
            if node.lua_style:
                one = call(self.imports.engine("StringName"), [one])
            pairs.append(f"{one.at(LAMBDA)}: {other.at(LAMBDA)}")
        return Code(f"{{{', '.join(pairs)}}}")

    def _unary(self, node: Unary) -> Code:
        if node.operator == "not":
            return negated(self.condition(node.operand))
        operand = self._operand(node.operand, SIGN)
        space = " " if operand[:1] == node.operator else ""
        return Code(f"{node.operator}{space}{operand}", SIGN)

    def _operand(self, node: Expression, level: int) -> str:
        """An operand; parentheses that were written stay around what they hold together."""
        value = self.expression(node)
        if isinstance(node, Parenthesized) and value.level < ATOM:
            return f"({value.text})"
        return value.at(level)

    def _kept(self, node: Expression) -> Code:
        value = self.expression(node)
        if isinstance(node, Parenthesized) and value.level < SIGN:
            return Code(f"({value.text})")
        return value

    def _binary(self, node: Binary) -> Code:
        operator = node.operator
        if operator in ("and", "or"):
            found = self.condition(node)
            boolean = all(self.type_of(side) == t.BOOL for side in (node.left, node.right))
            return found if boolean else call("bool", [found])
        if operator in ("==", "!="):
            return self._equality(node)
        if operator in ("in", "not in"):
            within = self._kept(node.right)
            if self.type_of(node.right).kind == t.ENUM_REFERENCE_KIND:
                within = Code(f"{within.atom}.__members__")
            return binary(self.plainly(node.left), operator, within)
        if operator in _BOOLEAN:
            return binary(self.plainly(node.left), operator, self._kept(node.right))
        left, right = self.type_of(node.left), self.type_of(node.right)
        if operator == "%" and left.name in ("String", "StringName"):
            return self.formatted(node.left, node.right)
        return self.arithmetic(
            operator,
            self._kept(node.left),
            self._kept(node.right),
            left,
            right,
            self._natural(node),
        )

    def _natural(self, node: Binary) -> bool:
        return self.is_natural(node.left) and self.is_natural(node.right)

    def arithmetic(
        self,
        operator: str,
        left: Code,
        right: Code,
        left_type: StaticType,
        right_type: StaticType,
        natural: bool,
    ) -> Code:
        """An operation on numbers, vectors, arrays or what is not known.

        Args:
            operator: as in GDScript.
            left: one side.
            right: the other.
            left_type: what is known of one side.
            right_type: what is known of the other.
            natural: whether both are ints that are not negative.
        """
        ints = _is_int(left_type) and _is_int(right_type)
        unknown = (left_type.is_variant or _is_int(left_type)) and (
            right_type.is_variant or _is_int(right_type)
        )
        if operator == "/" and ints:
            if natural:
                return binary(left, "//", right)
            return Code(f"int({binary(left, '/', right).text})")
        if operator == "%" and ints:
            if natural:
                return binary(left, "%", right)
            return call("int", [call(self.imports.engine("fmod"), [left, right])])
        if operator == "**" and ints and not natural:
            return Code(f"int({binary(left, '**', right).text})")
        if operator in "/%" and unknown:
            return call(self.imports.helper("divide" if operator == "/" else "modulo"),
                        [left, right])  # fmt: skip
        return binary(left, operator, right)

    def _equality(self, node: Binary) -> Code:
        same = node.operator == "=="
        for side, other in ((node.right, node.left), (node.left, node.right)):
            if isinstance(side, Literal) and side.value is None:
                return self._is_null(other, same)
            if isinstance(side, Literal) and isinstance(side.value, bool):
                return self._is_boolean(other, side.value is same)
        if self._is_remainder(node.left) and isinstance(node.right, Literal):
            inner = node.left.inner if isinstance(node.left, Parenthesized) else node.left
            assert isinstance(inner, Binary)
            left = binary(self._kept(inner.left), "%", self._kept(inner.right))
            return binary(left, node.operator, self._kept(node.right))
        return binary(self.plainly(node.left), node.operator, self.plainly(node.right))

    def _is_remainder(self, node: Expression) -> bool:
        """Whether it is `a % b` of ints in a comparison with 0, where the sign does not matter."""
        node = node.inner if isinstance(node, Parenthesized) else node
        if not isinstance(node, Binary) or node.operator != "%":
            return False
        left, right = self.type_of(node.left), self.type_of(node.right)
        return (_is_int(left) or left.is_variant) and (_is_int(right) or right.is_variant)

    def _is_null(self, node: Expression, same: bool) -> Code:
        value = self._kept(node)
        if isinstance(node, Name) and self._is_freed(node.id):
            valid = call(self.imports.engine("is_instance_valid"), [value])
            return negated(valid) if same else valid
        return binary(value, "is" if same else "is not", Code("None"))

    def _is_freed(self, name: str) -> bool:
        """Whether the function that is written frees an object of that name: it is null then."""
        scope = self.scope
        while scope is not None and scope.outer is not None:
            scope = scope.outer
        return scope is not None and any(
            isinstance(part, Attribute)
            and part.name in ("free", "queue_free")
            and isinstance(part.base, Name)
            and part.base.id == name
            for part in walk(scope.body)
        )

    def _is_boolean(self, node: Expression, wanted: bool) -> Code:
        if self.type_of(node) == t.BOOL:
            return self.condition(node) if wanted else negated(self.condition(node))
        return binary(self._kept(node), "is", Code(str(wanted)))

    def formatted(self, template: Expression, values: Expression) -> Code:
        """`"..." % values`: an f-string where that writes the same."""
        template = template.inner if isinstance(template, Parenthesized) else template
        plain = values.inner if isinstance(values, Parenthesized) else values
        if isinstance(template, Literal) and isinstance(template.value, str):
            parts = formats.parts_of(template.value)
            items = self._format_items(plain)
            if parts is not None and items is not None and formats.count(parts) == len(items):
                found = self._f_string(parts, items)
                if found is not None:
                    return found
        return call(self.imports.engine("format_"), [self.expression(template), self.value(plain)])

    def _format_items(self, values: Expression) -> list[Expression] | None:
        """The values of a format, None when it is not known how many they are."""
        if isinstance(values, ArrayLiteral):
            return values.elements
        kind = self.type_of(values)
        return None if kind.is_variant or kind.name.endswith("Array") else [values]

    def _f_string(self, parts: list[formats.Part], items: list[Expression]) -> Code | None:
        kinds = [self.type_of(item) for item in items]
        values = [self._kept(item) for item in items]
        for index, value in enumerate(values):
            if not formats.fits([value]):
                changed = formats.single_quoted(value.text)
                if changed is None:
                    return None
                values[index] = Code(changed, value.level)
        pairs = list(zip(values, kinds, strict=True))
        return Code(formats.f_string(parts, pairs, self._text_function(parts, kinds)))

    def _text_function(self, parts: list[formats.Part], kinds: list[StaticType]) -> str:
        letters = [part.kind for part in parts if part.kind]
        for letter, kind in zip(letters, kinds, strict=True):
            if letter == "s" and not formats.is_plain(kind):
                return self.imports.engine("str_")
        return ""

    # Types ----------------------------------------------------------------------------------------

    def _type_test(self, node: TypeTest) -> Code:
        operand = self.expression(node.operand)
        name = node.type.names[0]
        if node.type.names == ("int",):
            return Code(
                f"type({operand.at(LAMBDA)}) {'is not' if node.negated else 'is'} int", COMPARE
            )
        if name == "Variant":
            return Code(str(not node.negated))
        kind = Code(self.class_text(node.type))
        found = call("isinstance", [operand, kind])
        return negated(found) if node.negated else found

    def _cast(self, node: Cast) -> Code:
        target = self.declared(node.type)
        if not target.is_object:
            if target in (t.INT, t.FLOAT, t.BOOL) and self.type_of(node.operand) != target:
                return call(target.name, [self.expression(node.operand)])
            if target == t.STRING and self.type_of(node.operand) != t.STRING:
                return call(self.imports.engine("str_"), [self.expression(node.operand)])
            return self.coerced(node.operand, target)
        if self.surely_is(self.type_of(node.operand), target):
            return self.expression(node.operand)
        operand = self.expression(node.operand)
        cls = self.class_text(node.type)
        if operand.text.isidentifier():
            return Code(f"{operand.text} if isinstance({operand.text}, {cls}) else None", TERNARY)
        return Code(
            f"found if isinstance(found := {operand.at(TERNARY)}, {cls}) else None", TERNARY
        )

    # Names ----------------------------------------------------------------------------------------

    def is_function(self, node: Expression) -> bool:
        """Whether it is a function by its name, without a call."""
        if isinstance(node, Name):
            symbol = self.resolve(node.id)
            if symbol.local is not None:
                return symbol.local.function
            if symbol.kind == "native":
                return symbol.native == "method"
            if symbol.kind == "function":
                return True
            return symbol.member is not None and isinstance(symbol.member.syntax, Function)
        if isinstance(node, Attribute):
            base = self.type_of(node.base)
            member = self.find_member(base, node.name)
            if member is not None:
                return isinstance(member.syntax, Function)
            native = self.native_of(base)
            if native and not is_builtin(native):
                symbol_ = self._native(node.name, native)
                if symbol_ is not None:
                    return symbol_.native == "method"
            facts = builtin_facts(base.name) if base.kind == t.BUILTIN_KIND else None
            if base.name == "Dictionary" and base.kind == t.BUILTIN_KIND:
                return False
            if facts is not None:
                return facts.method(node.name) is not None
            return self._is_method_of_file(node.name)
        return False

    def _is_method_of_file(self, name: str) -> bool:
        """Whether members of that name are functions in all classes that are known to have one."""
        found = [c.members[name] for c in self.file.classes.values() if name in c.members]
        if not found:
            return is_node_method(name)
        return all(isinstance(member.syntax, Function) for member in found)

    def name(self, name: str) -> Code:
        """What a bare name stands for."""
        symbol = self.resolve(name)
        match symbol.kind:
            case "self":
                return Code("self")
            case "local":
                assert symbol.local is not None
                return Code(symbol.local.python)
            case "member":
                assert symbol.member is not None
                return Code(self.member(symbol.member))
            case "native":
                return self._native_name(name, symbol)
            case "class":
                assert symbol.cls is not None
                return Code(self.class_name(symbol.cls))
            case "autoload":
                return Code(f'self.get_node("/root/{name}")')
            case "engine":
                return Code(PYTHON_TYPES.get(name) or self.imports.engine(name))
            case "unknown":
                return self._unknown(name)
        if name in ("abs", "min", "max", "len", "ord"):
            return Code(name)
        return Code(self.imports.engine(engine_function(name) or name))

    def _unknown(self, name: str) -> Code:
        """A name of nothing that is known: of a base whose file is missing, or of an autoload."""
        instance = self.scope is not None and not self.scope.static
        if instance and any(cls.missing for cls in self.cls.chain()):
            return Code(f"self.{engine_member(None, name)}")
        if instance and name[:1].isupper():
            return Code(f'self.get_node("/root/{name}")')
        return Code(name)

    def _native_name(self, name: str, symbol: Symbol) -> Code:
        if symbol.native in ("constant", "enum"):
            return Code(f"{self.imports.engine(symbol.owner)}.{name}")
        return Code(f"self.{engine_member(engine_class(self.cls.native), name)}")

    def member(self, member: Member) -> str:
        """A member of the class at hand, of its bases, or of the classes around it."""
        if member.at_module:
            return member.python
        scope = self.scope
        instance = isinstance(member.syntax, Function) and not member.static
        if isinstance(member.syntax, Variable) and not member.static:
            instance = True
            if scope is not None and scope.raw == member.name:
                return f"self.{self.raw_name(member)}"
        if not isinstance(member.syntax, (Constant, Enum, Variable, Function)):
            instance = True
        if instance:
            return f"self.{member.python}"
        if self.in_class_body and member.owner is self.cls:
            return member.python
        mine = member.owner in self.cls.chain()
        constant = isinstance(member.syntax, (Constant, Enum))
        if constant and mine and scope is not None and not scope.static:
            return f"self.{member.python}"
        return f"{self.class_name(member.owner)}.{member.python}"

    def raw_name(self, member: Member) -> str:
        """Where a variable with a setter or getter keeps its value."""
        name = f"_{member.python.lstrip('_')}"
        while any(name in cls.members for cls in member.owner.chain()):
            name += "_value"
        cls = engine_class(member.owner.native)
        return f"{name}_value" if hasattr(cls, name) else name

    def _attribute(self, node: Attribute) -> Code:
        cls = self.file.class_value(node, self.cls)
        if cls is not None and self._is_class_path(node):
            self.classes.setdefault(cls.python, cls)
            return Code(self.class_name(cls))
        base = self.type_of(node.base)
        target = self._receiver(node.base)
        member = self.find_member(base, node.name)
        if member is not None:
            outside = member.at_module and isinstance(node.base, Name)
            return Code(member.python if outside else f"{target}.{member.python}")
        if base.name == "Dictionary" and base.kind == t.BUILTIN_KIND:
            return Code(f"{target}[{quoted(node.name)}]")
        if base.is_variant and self.is_key(node.name):
            return Code(f"{target}[{quoted(node.name)}]")
        return Code(f"{target}.{self.attribute_name(base, node.name)}")

    def _is_class_path(self, node: Attribute) -> bool:
        """Whether the base of a dotted name is a class, not a variable that hides it."""
        base: Expression = node
        while isinstance(base, Attribute):
            base = base.base
        return isinstance(base, Name) and self.resolve(base.id).kind == "class"

    def attribute_name(self, base: StaticType, name: str) -> str:
        """The name that a member has in Python."""
        member = self.find_member(base, name)
        if member is not None:
            return member.python
        native = self.native_of(base)
        owner = native or (base.name if base.kind == t.BUILTIN_KIND else "")
        if owner:
            return engine_member(engine_class(owner), name)
        names = {c.members[name].python for c in self.file.classes.values() if name in c.members}
        return names.pop() if len(names) == 1 else engine_member(None, name)

    def plainly(self, node: Expression) -> Code:
        """An expression where a StringName may as well be a plain string."""
        if isinstance(node, StringNameLiteral):
            return Code(quoted(node.text))
        return self._kept(node)

    def _receiver(self, node: Expression) -> str:
        """What stands before a dot; a cast there says nothing in Python."""
        plain = node.inner if isinstance(node, Parenthesized) else node
        if isinstance(plain, Cast) and self.declared(plain.type).is_object:
            return self._receiver(plain.operand)
        if isinstance(plain, Lambda) or self.is_function(plain):
            return self.value(plain).text
        return self.expression(plain).atom

    def receiver(self, node: Expression) -> str:
        """What stands before a dot."""
        return self._receiver(node)

    def _subscript(self, node: Subscript) -> Code:
        index = self.value(node.index)
        base = self.type_of(node.base)
        if base.kind == t.ENUM_REFERENCE_KIND:
            return Code(f"{self._receiver(node.base)}[{index.at(TERNARY)}]")
        return Code(f"{self._receiver(node.base)}[{index.at(TERNARY)}]")

    # Waiting --------------------------------------------------------------------------------------

    def _await(self, node: Await) -> Code:
        operand = node.operand
        plain = operand.inner if isinstance(operand, Parenthesized) else operand
        if self._never_waits(plain):
            return self.expression(plain)
        code = self.expression(plain)
        if isinstance(plain, Call) and self._may_wait(plain):
            code = call(self.imports.helper("wait"), [code])
        return Code(f"await {code.at(ATOM)}", AWAIT)

    def _may_wait(self, node: Call) -> bool:
        """Whether it is only known when the program runs if there is something to wait for."""
        member: Member | None = None
        if isinstance(node.callee, Name):
            member = self.resolve(node.callee.id).member
        elif isinstance(node.callee, Attribute):
            member = self.find_member(self.type_of(node.callee.base), node.callee.name)
            if member is None and self.type_of(node.callee.base).is_variant:
                name = node.callee.name
                found = [c.members[name] for c in self.file.classes.values() if name in c.members]
                return not found or not all(other.coroutine for other in found)
            local = (
                self.scope.find(node.callee.base.id)
                if self.scope is not None and isinstance(node.callee.base, Name)
                else None
            )
            if local is not None and local.function and local.coroutine:
                return False
        if member is not None:
            return not member.coroutine and not self._settled(member)
        return self.type_of(node).is_variant

    def _never_waits(self, node: Expression) -> bool:
        """Whether awaiting it gives the value at once: Python awaits only what can be."""
        if isinstance(node, Call):
            member: Member | None = None
            if isinstance(node.callee, Name):
                member = self.resolve(node.callee.id).member
            elif isinstance(node.callee, Attribute):
                member = self.find_member(self.type_of(node.callee.base), node.callee.name)
            if member is not None:
                return not member.coroutine and self._settled(member)
        kind = self.type_of(node)
        if isinstance(node, Call) and kind.is_object:
            return False
        return not kind.is_variant and kind not in (t.SIGNAL, t.CALLABLE, t.VOID)

    def _settled(self, member: Member) -> bool:
        """Whether what a function gives cannot be waited for."""
        kind = self.returns(member)
        return kind != t.SIGNAL and not kind.is_variant


def _is_int(kind: StaticType) -> bool:
    return kind == t.INT or kind.kind == t.ENUM_KIND


def _as_written(source: str, value: int) -> str:
    try:
        return source if int(source, 0) == value else str(value)
    except ValueError:
        return str(value)


def _is_float(source: str) -> bool:
    return any(mark in source for mark in ".eE")
