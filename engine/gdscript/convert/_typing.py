"""What is known of the values of expressions, as far as the converter wants to know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.gdscript import _types as t
from engine.gdscript._api import (
    builtin_facts,
    class_facts,
    global_constant,
    global_enum,
    is_builtin,
    is_class,
    operator_result,
    singleton,
    type_named,
    utility,
)
from engine.gdscript._syntax import (
    ArrayLiteral,
    Assign,
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
    Return,
    SignalDeclaration,
    StringNameLiteral,
    Subscript,
    Ternary,
    TypeRef,
    TypeTest,
    Unary,
    Variable,
)
from engine.gdscript._types import VARIANT, StaticType
from engine.gdscript.convert._guesses import container, join, likely_result
from engine.gdscript.convert._model import (
    Member,
    ScriptClass,
    ScriptFile,
    script_reference,
    script_type,
)
from engine.gdscript.convert._scope import FunctionScope, Local
from engine.gdscript.convert._walk import walk


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a name stands for.

    Attributes:
        kind: "local", "member", "native" (a member of the engine class), "class" (of a script),
            "engine" (a class or value type), "singleton", "function" (a global one), "constant",
            "enum", "autoload", "self" or "unknown".
        type: of its value.
        local: of a local.
        member: of a member of a script's class.
        cls: of a class.
        owner: of a native member the class that has it; what kind it is stands in `native`.
    """

    kind: str
    type: StaticType = VARIANT
    local: Local | None = None
    member: Member | None = None
    cls: ScriptClass | None = None
    owner: str = ""
    native: str = ""


class Typing:
    """Knows what names stand for, and the types of expressions.

    Attributes:
        file: the file.
        cls: the class that is being written.
        scope: the function that is being written, None between functions.
        classes: the scripts' classes by their names in Python, those of other files among them.
    """

    def __init__(self, file: ScriptFile) -> None:
        self.file = file
        self.cls = file.root
        self.scope: FunctionScope | None = None
        self.classes: dict[str, ScriptClass] = dict(file.classes)
        self._member_types: dict[int, StaticType] = {}

    # Names ----------------------------------------------------------------------------------------

    def resolve(self, name: str) -> Symbol:
        """What a bare name stands for."""
        if name == "self":
            return Symbol("self", script_type(self.cls))
        local = self.scope.find(name) if self.scope is not None else None
        if local is not None:
            return Symbol("local", local.type, local=local)
        at: ScriptClass | None = self.cls
        while at is not None:
            member = at.find(name)
            if member is not None:
                cls = self.file.class_value(Name(0, 0, name), at)
                if cls is not None and isinstance(member.syntax, Constant):
                    return self._class_symbol(cls)
                return Symbol("member", self.member_type(member), member=member)
            cls = at.find_class(name)
            if cls is not None:
                return self._class_symbol(cls)
            native = self._native(name, at.native)
            if native is not None and (at is self.cls or native.native in ("constant", "enum")):
                return native
            at = at.outer
        return self._global(name)

    def resolve_function(self, name: str) -> Symbol:
        """What a name stands for that is called: never a local variable."""
        scope, self.scope = self.scope, None
        found = self.resolve(name)
        self.scope = scope
        return found

    def _class_symbol(self, cls: ScriptClass) -> Symbol:
        self.classes.setdefault(cls.python, cls)
        return Symbol("class", script_reference(cls), cls=cls)

    def _native(self, name: str, class_name: str) -> Symbol | None:
        facts = class_facts(class_name)
        if facts is None:
            return None
        if (method := facts.method(name)) is not None:
            return Symbol("native", t.CALLABLE, owner=method.owner, native="method")
        if (found := facts.property(name)) is not None:
            return Symbol("native", found.type, owner=found.owner, native="property")
        if (event := facts.signal(name)) is not None:
            return Symbol("native", t.SIGNAL, owner=event.owner, native="signal")
        if (constant := facts.constant(name)) is not None:
            return Symbol("native", constant.type, owner=constant.owner, native="constant")
        if (enum := facts.enum(name)) is not None:
            kind = StaticType(t.ENUM_REFERENCE_KIND, enum.name)
            return Symbol("native", kind, owner=enum.name.rpartition(".")[0], native="enum")
        return None

    def _global(self, name: str) -> Symbol:
        cls = self.file.class_named(name, self.cls)
        if cls is not None:
            return self._class_symbol(cls)
        if self.file.project.autoload(name) is not None:
            return Symbol("autoload", self._autoload_type(name))
        found = singleton(name)
        if found is not None:
            return Symbol("singleton", t.instance_of(found))
        if is_class(name) or is_builtin(name):
            return Symbol("engine", t.class_reference(name))
        constant = global_constant(name)
        if constant is not None:
            return Symbol("constant", constant.type)
        if global_enum(name) is not None:
            return Symbol("enum", StaticType(t.ENUM_REFERENCE_KIND, name))
        if utility(name) is not None:
            return Symbol("function", t.CALLABLE)
        return Symbol("unknown")

    def _autoload_type(self, name: str) -> StaticType:
        path = self.file.project.autoload(name) or ""
        file = self.file.project.file(path)
        if file is None:
            return t.instance_of("Node")
        self.classes.setdefault(file.root.python, file.root)
        return script_type(file.root)

    # Types as written -----------------------------------------------------------------------------

    def declared(self, ref: TypeRef | None) -> StaticType:
        """The type that was written; VARIANT for none, and for what is not known."""
        if ref is None:
            return VARIANT
        if ref.names == ("Array",) and ref.arguments:
            return t.array_of(self.declared(ref.arguments[0]))
        if ref.names == ("Dictionary",) and len(ref.arguments) == 2:
            return t.dictionary_of(*map(self.declared, ref.arguments))
        cls = self.file.class_named(ref.names[0], self.cls)
        for name in ref.names[1:]:
            inner = cls.find_class(name) if cls else None
            if cls and inner is None and cls.find(name) is not None:
                return t.enum_value(f"{cls.python}.{name}")
            cls = inner
        if cls is not None:
            self.classes.setdefault(cls.python, cls)
            return script_type(cls)
        return self._declared_elsewhere(ref)

    def _declared_elsewhere(self, ref: TypeRef) -> StaticType:
        name = ".".join(ref.names)
        at: ScriptClass | None = self.cls
        while at is not None and len(ref.names) == 1:
            member = at.find(name)
            if member is not None and isinstance(member.syntax, Enum):
                return t.enum_value(self.enum_name(member))
            facts = class_facts(at.native)
            enum = facts.enum(name) if facts is not None else None
            if enum is not None:
                return t.enum_value(enum.name)
            at = at.outer
        return type_named(name) or VARIANT

    def enum_name(self, member: Member) -> str:
        """A script's enum as types name it."""
        return member.python if member.at_module else f"{member.owner.python}.{member.python}"

    # Members --------------------------------------------------------------------------------------

    def member_type(self, member: Member) -> StaticType:
        """The type of a member's value; of a function CALLABLE."""
        if id(member) not in self._member_types:
            self._member_types[id(member)] = VARIANT  # while it is being found out
            cls, scope = self.cls, self.scope
            self.cls, self.scope = member.owner, None
            self._member_types[id(member)] = self._find_member_type(member)
            self.cls, self.scope = cls, scope
        return self._member_types[id(member)]

    def _find_member_type(self, member: Member) -> StaticType:
        match member.syntax:
            case Function():
                return t.CALLABLE
            case SignalDeclaration():
                return t.SIGNAL
            case Enum(name=""):
                return t.INT
            case Enum():
                return StaticType(t.ENUM_REFERENCE_KIND, self.enum_name(member))
            case Constant(type=kind, value=value):
                return self.declared(kind) if kind is not None else self.type_of(value)
            case Variable(type=kind, inferred=inferred, value=value):
                if kind is not None:
                    return self.refined(self.declared(kind), member.name, value)
                if value is None:
                    return VARIANT
                first = self.type_of(value)
                first = first if inferred else self._joined(first, member.name)
                return self.refined(first, member.name, value)
        return VARIANT

    def _joined(self, first: StaticType, name: str) -> StaticType:
        """The type of a variable without one, of all that it is given."""
        for assign in self.file.assigned(name):
            if first.is_variant:
                break
            first = join(first, self._assigned_type(assign, first))
        return VARIANT if first == t.NIL else first

    def refined(self, kind: StaticType, name: str, value: Expression | None) -> StaticType:
        """An array or dictionary without a declared content, with what the file puts into it."""
        if kind.element is not None or kind not in (t.ARRAY, t.DICTIONARY):
            return kind
        put = list(self.file.contents.get(name, []))
        put += [assign.value for assign in self.file.assigned(name)]
        literals = [v for v in (value, *put) if isinstance(v, (ArrayLiteral, DictionaryLiteral))]
        whole = {id(assign.value) for assign in self.file.assigned(name)} | {id(value)}
        kinds = [self._free_type(v) for v in put if id(v) not in whole]
        for literal in literals:
            if id(literal) in whole:
                parts = (
                    literal.elements
                    if isinstance(literal, ArrayLiteral)
                    else [part for _, part in filter(None, literal.pairs)]
                )
                kinds += [self._free_type(part) for part in parts]
        others = [a.value for a in self.file.assigned(name) if a.value not in literals]
        if not kinds or others or (value is not None and value not in literals):
            return kind
        found = kinds[0]
        for other in kinds[1:]:
            found = join(found, other)
        if found.is_variant or found == t.NIL or found.kind.endswith("reference"):
            return kind
        if kind == t.ARRAY:
            return t.array_of(found)
        return StaticType(t.BUILTIN_KIND, "Dictionary", element=found, key=VARIANT)

    def _free_type(self, value: Expression) -> StaticType:
        """The type of an expression that may belong to another function."""
        if isinstance(value, DictionaryLiteral):
            return t.DICTIONARY
        names = {part.id for part in walk(value) if isinstance(part, Name)}
        return VARIANT if names & self.file.locals else self.type_of(value)

    def given_type(self, function: Function, index: int) -> StaticType:
        """The type of a parameter without one, by what all calls give."""
        key = hash(("parameter", id(function), index))
        if key not in self._member_types:
            self._member_types[key] = VARIANT
            self._member_types[key] = self._find_given(function, index)
        return self._member_types[key]

    def _find_given(self, function: Function, index: int) -> StaticType:
        calls = self.file.calls(function.name) if function.name else None
        if not calls or function.name == "_init":
            return VARIANT
        kinds = [
            self._free_type(call.arguments[index]) for call in calls if index < len(call.arguments)
        ]
        default = function.parameters[index].default
        if default is not None:
            kinds.append(self._free_type(default))
        found = kinds[0] if kinds else VARIANT
        for kind in kinds[1:]:
            found = join(found, kind)
        return VARIANT if found == t.NIL else found

    def _assigned_type(self, assign: Assign, before: StaticType) -> StaticType:
        value = self.type_of(assign.value)
        if assign.operator == "=":
            return value
        return operator_result(assign.operator[:-1], before, value) or VARIANT

    def local_type(self, name: str, first: StaticType) -> StaticType:
        """The type of a local variable without a declared one."""
        assert self.scope is not None
        for assign in self.scope.assignments(name):
            if first.is_variant:
                break
            first = join(first, self._assigned_type(assign, first))
        return VARIANT if first == t.NIL else first

    def returns(self, member: Member) -> StaticType:
        """What a function gives: as declared, or as its `return`s say."""
        function = member.syntax
        if not isinstance(function, Function):
            return VARIANT
        cls = self.cls
        self.cls = member.owner
        try:
            if function.return_type is not None:
                return self.declared(function.return_type)
            return self._found_returns(function, ("returns", id(function)))
        finally:
            self.cls = cls

    def _found_returns(self, function: Function, key: Any) -> StaticType:
        known = self._member_types.get(hash(key))
        if known is not None:
            return known
        self._member_types[hash(key)] = VARIANT
        found: StaticType | None = None
        scope, self.scope = self.scope, None
        for node in walk(function.body or [], into_lambdas=False):
            if isinstance(node, Return):
                names = {p.name for p in function.parameters}
                unknown = node.value is not None and any(
                    isinstance(part, Name) and (part.id in names or self._is_plain_local(part))
                    for part in walk(node.value)
                )
                kind = t.NIL if node.value is None else self.type_of(node.value)
                kind = VARIANT if unknown else kind
                found = kind if found is None else join(found, kind)
        self.scope = scope
        result = t.VOID if found is None else found
        self._member_types[hash(key)] = result
        return result

    def _is_plain_local(self, name: Name) -> bool:
        return self.resolve(name.id).kind == "unknown"

    def find_member(self, kind: StaticType, name: str) -> Member | None:
        """The member of a script's class that values of a type have."""
        if kind.kind not in (t.SCRIPT_KIND, t.SCRIPT_REFERENCE_KIND):
            return None
        cls = self.classes.get(kind.name)
        return cls.find(name) if cls is not None else None

    def native_of(self, kind: StaticType) -> str:
        """The engine class of objects of a type; empty for other types."""
        if kind.kind in (t.SCRIPT_KIND, t.SCRIPT_REFERENCE_KIND):
            cls = self.classes.get(kind.name)
            return cls.native if cls is not None else ""
        return kind.name if kind.kind in (t.CLASS_KIND, t.CLASS_REFERENCE_KIND) else ""

    # Expressions ----------------------------------------------------------------------------------

    def type_of(self, node: Expression) -> StaticType:
        """The type of an expression's value."""
        match node:
            case Literal(value=value):
                return _LITERALS[type(value)]
            case StringNameLiteral():
                return t.STRING_NAME
            case NodePathLiteral():
                return t.NODE_PATH
            case GetNode():
                return t.instance_of("Node")
            case Parenthesized(inner=inner):
                return self.type_of(inner)
            case Name(id=name):
                return self.resolve(name).type
            case Unary(operator="not") | TypeTest():
                return t.BOOL
            case Unary(operator=operator, operand=operand):
                return operator_result(operator, self.type_of(operand)) or VARIANT
            case Binary():
                return self._binary_type(node)
            case Ternary(then=then, otherwise=otherwise):
                return join(self.type_of(then), self.type_of(otherwise))
            case Cast(type=ref):
                return self.declared(ref)
            case Attribute():
                return self.attribute_type(node)
            case Subscript():
                return self._subscript_type(node)
            case Call():
                return self.call_type(node)
            case Await(operand=operand):
                return self._awaited_type(operand)
            case ArrayLiteral(elements=elements):
                return container(t.array_of, [self.type_of(e) for e in elements])
            case DictionaryLiteral():
                return t.DICTIONARY
            case Lambda():
                return t.CALLABLE
        return VARIANT

    def _binary_type(self, node: Binary) -> StaticType:
        if node.operator in ("==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or"):
            return t.BOOL
        left, right = self.type_of(node.left), self.type_of(node.right)
        if node.operator == "%" and left.name in ("String", "StringName"):
            return t.STRING
        if node.operator in ("+", "-", "*", "/", "**") and t.FLOAT in (left, right):
            other = right if left == t.FLOAT else left
            if other.is_variant:
                return VARIANT
        return operator_result(node.operator, left, right) or VARIANT

    def _awaited_type(self, operand: Expression) -> StaticType:
        kind = self.type_of(operand)
        if kind != t.SIGNAL:
            return kind
        event = self._signal_arguments(operand)
        return event[0] if event is not None and len(event) == 1 else VARIANT

    def _signal_arguments(self, node: Expression) -> list[StaticType] | None:
        """The types of what a signal brings; None where it is not known which signal it is."""
        member: Member | None = None
        owner = ""
        name = ""
        match node:
            case Name(id=name):
                symbol = self.resolve(name)
                member, owner = symbol.member, symbol.owner
            case Attribute(base=base, name=name):
                kind = self.type_of(base)
                member, owner = self.find_member(kind, name), self.native_of(kind)
        if member is not None and isinstance(member.syntax, SignalDeclaration):
            return [self.declared(p.type) for p in member.syntax.parameters]
        facts = class_facts(owner) if owner else None
        event = facts.signal(name) if facts is not None else None
        return None if event is None else [argument.type for argument in event.arguments]

    def attribute_type(self, node: Attribute) -> StaticType:
        """The type of `base.name`."""
        base = self.type_of(node.base)
        member = self.find_member(base, node.name)
        if member is not None:
            return self.member_type(member)
        cls = self.file.class_value(node, self.cls) if _is_dotted(node) else None
        if cls is not None:
            self.classes.setdefault(cls.python, cls)
            return script_reference(cls)
        if base.kind == t.ENUM_REFERENCE_KIND:
            return t.enum_value(base.name)
        native = self.native_of(base)
        if native and not is_builtin(native):
            symbol = self._native(node.name, native)
            return symbol.type if symbol is not None else VARIANT
        if base == t.DICTIONARY or (base.is_variant and self.is_key(node.name)):
            return self.key_type(node.name)
        facts = builtin_facts(native or base.name)
        if facts is None:
            return VARIANT
        constant = facts.constant(node.name)
        if constant is not None:
            return constant.type
        return facts.members.get(node.name, VARIANT)

    def _subscript_type(self, node: Subscript) -> StaticType:
        base = self.type_of(node.base)
        if base.element is not None:
            return base.element
        if base.is_variant or base == t.DICTIONARY or base.element == VARIANT:
            match node.index:
                case Literal(value=str(key)) | StringNameLiteral(text=key):
                    return self.key_type(key)
        facts = builtin_facts(base.name) if base.kind == t.BUILTIN_KIND else None
        if facts is not None and facts.index is not None and not facts.keyed:
            return facts.index
        if base.is_object and isinstance(node.index, Literal) and isinstance(node.index.value, str):
            return self.attribute_type(Attribute(0, 0, node.base, node.index.value))
        return VARIANT

    def is_key(self, name: str) -> bool:
        """Whether `x.name` of an unknown `x` rather means a key of a dictionary."""
        return (name in self.file.keys or name == "callable") and name not in self.file.members

    def key_type(self, name: str) -> StaticType:
        """What stands under a key, as far as the file's dictionaries agree."""
        key = hash(("key", name))
        if key not in self._member_types:
            self._member_types[key] = VARIANT
            kinds = [self._free_type(value) for value in self.file.keys.get(name, [])]
            found = kinds[0] if kinds else VARIANT
            for kind in kinds[1:]:
                found = join(found, kind)
            plain = found.element is None and found != t.NIL
            self._member_types[key] = found if plain else t.ARRAY if found.key is None else VARIANT
            if found == t.NIL or found.kind.endswith("reference"):
                self._member_types[key] = VARIANT
        return self._member_types[key]

    def call_type(self, node: Call) -> StaticType:
        """The type of what a call gives."""
        match node.callee:
            case Name(id="super"):
                return VARIANT
            case Name(id="load" | "preload"):
                return VARIANT
            case Name(id=name):
                return self._named_call_type(name, node)
            case Attribute():
                return self._method_type(node.callee, node)
        return VARIANT

    def _named_call_type(self, name: str, node: Call) -> StaticType:
        symbol = self.resolve_function(name)
        if symbol.member is not None:
            return self.returns(symbol.member)
        if symbol.kind == "native":
            facts = class_facts(symbol.owner)
            method = facts.method(name) if facts is not None else None
            return method.returns if method is not None else VARIANT
        if symbol.kind == "engine":
            return t.builtin(name) if is_builtin(name) else t.instance_of(name)
        if symbol.kind == "function":
            return self._utility_type(name, node)
        return VARIANT

    def _utility_type(self, name: str, node: Call) -> StaticType:
        if name == "range":
            return t.array_of(t.INT)
        if name in ("abs", "sign", "min", "max", "clamp", "floor", "ceil", "round", "snapped"):
            kinds = [self.type_of(argument) for argument in node.arguments]
            first = kinds[0] if kinds else VARIANT
            return first if all(kind == first for kind in kinds) else VARIANT
        if name == "weakref":
            return t.instance_of("WeakRef")
        facts = utility(name)
        return facts.returns if facts is not None else VARIANT

    def _method_type(self, callee: Attribute, node: Call) -> StaticType:
        base = self.type_of(callee.base)
        name = callee.name
        if name == "new":
            if base.kind == t.SCRIPT_REFERENCE_KIND:
                return StaticType(t.SCRIPT_KIND, base.name)
            if base.kind == t.CLASS_REFERENCE_KIND:
                return t.instance_of(base.name)
            return VARIANT
        if isinstance(callee.base, Name) and callee.base.id == "super":
            base = script_type(self.cls.base) if self.cls.base else t.instance_of(self.cls.native)
        member = self.find_member(base, name)
        if member is not None:
            return self.returns(member)
        if base.kind == t.ENUM_REFERENCE_KIND:
            return {"keys": t.array_of(t.STRING), "size": t.INT, "find_key": t.STRING}.get(
                name, t.array_of(t.INT) if name == "values" else VARIANT
            )
        native = self.native_of(base)
        if native and not is_builtin(native):
            facts = class_facts(native)
            method = facts.method(name) if facts is not None else None
            return self._returned(method.returns, callee, node) if method is not None else VARIANT
        if base.is_variant and name not in self.file.members:
            return likely_result(name)
        builtin = builtin_facts(native or base.name)
        found = builtin.method(name) if builtin is not None else None
        if found is None:
            return VARIANT
        return self._builtin_returned(base, name, found.returns)

    def _returned(self, kind: StaticType, callee: Attribute, node: Call) -> StaticType:
        if callee.name == "duplicate" and kind.is_object:
            return self.type_of(callee.base)
        return kind

    def _builtin_returned(self, base: StaticType, name: str, kind: StaticType) -> StaticType:
        """Typed arrays and dictionaries give what is in them; texts give lists in Python."""
        if base.element is not None:
            if name in _GIVE_ELEMENTS:
                return base.element
            if name in ("duplicate", "slice", "filter"):
                return base
            if name == "values":
                return t.array_of(base.element)
        if base.key is not None and name == "keys":
            return t.array_of(base.key)
        if base.name in ("String", "StringName") and kind.name == "PackedStringArray":
            return t.array_of(t.STRING)
        return kind


_LITERALS = {
    type(None): t.NIL,
    bool: t.BOOL,
    int: t.INT,
    float: t.FLOAT,
    str: t.STRING,
}
_GIVE_ELEMENTS = ("front", "back", "pop_back", "pop_front", "pop_at", "pick_random", "min", "max",
                  "get")  # fmt: skip


def _is_dotted(node: Expression) -> bool:
    while isinstance(node, Attribute):
        node = node.base
    return isinstance(node, Name)
