"""Calls: of functions, methods, constructors and lambdas."""

from __future__ import annotations

from abc import abstractmethod

from engine.gdscript import _types as t
from engine.gdscript._api import (
    builtin_facts,
    class_facts,
    engine_class,
    is_builtin,
    utility,
)
from engine.gdscript._syntax import (
    Attribute,
    Binary,
    Call,
    Expression,
    ExpressionStatement,
    Function,
    Lambda,
    Literal,
    Name,
    Parameter,
    Parenthesized,
    Pass,
    Return,
    SignalDeclaration,
    StringNameLiteral,
)
from engine.gdscript._types import StaticType
from engine.gdscript.convert import _builtin_methods as methods
from engine.gdscript.convert import _formats as formats
from engine.gdscript.convert._code import LAMBDA, TERNARY, Code, call, quoted
from engine.gdscript.convert._expressions import ExpressionWriter
from engine.gdscript.convert._guesses import likely_result, owners
from engine.gdscript.convert._model import Member
from engine.gdscript.convert._names import engine_function
from engine.gdscript.convert._scope import Local

_PRINTS = frozenset(
    ("print", "prints", "printt", "printraw", "printerr", "print_rich", "print_verbose",
     "print_debug", "push_error", "push_warning", "str")
)  # fmt: skip
# Methods that nothing but a Callable has.
_OF_CALLABLES = ("bind", "bindv", "unbind", "get_bound_arguments", "is_custom", "is_standard")
_ASK_TYPES = ("is_typed", "is_typed_key", "is_typed_value", "get_typed_builtin")


class CallWriter(ExpressionWriter):
    """Writes calls.

    Attributes:
        hint_name: what a function is called that is made of the next lambda.
        lambda_types: what is known of the arguments of the next lambda.
        at_once: whether the next lambda is called before anything changes.
    """

    hint_name = ""
    lambda_types: list[StaticType] | None = None
    at_once = False

    @abstractmethod
    def is_inline(self, node: Lambda) -> bool:
        """Whether a lambda can be one of Python's."""

    @abstractmethod
    def inner_expression(
        self, node: Lambda, kinds: list[StaticType], condition: bool
    ) -> tuple[str, Code]:
        """Parameter and result of a lambda of one parameter, for a comprehension."""

    @abstractmethod
    def sort_key(self, node: Expression, kind: StaticType) -> str | None:
        """The arguments of `list.sort` that order as a comparing lambda does."""

    def function(self, node: Expression, kinds: list[StaticType] | None = None) -> str:
        """A function that is called at once, and not kept."""
        self.lambda_types, self.at_once = kinds, True
        found = self.expression(node).at(TERNARY)
        self.lambda_types, self.at_once = None, False
        return found

    @abstractmethod
    def named_function(self, node: Expression, name: str, kinds: list[StaticType]) -> str:
        """The name of a function that is called at once, maybe more than once."""

    def call(self, node: Call) -> Code:
        """A call."""
        match node.callee:
            case Name(id="super"):
                name = self.scope.name if self.scope is not None else "_init"
                return self._super_call(name, node)
            case Attribute(base=Name(id="super"), name=name):
                return self._super_call(name, node)
            case Name(id=name):
                return self._named_call(name, node)
            case Attribute():
                return self._method_call(node.callee, node)
        return Code(f"{self.expression(node.callee).atom}({self._arguments(node.arguments)})")

    # Arguments ------------------------------------------------------------------------------------

    def _arguments(
        self, arguments: list[Expression], parameters: list[Parameter] | None = None
    ) -> str:
        """Arguments, converted to what the parameters of a script's function are declared as."""
        found = []
        for index, argument in enumerate(arguments):
            kind: StaticType | None = None
            if parameters is not None and index < len(parameters):
                parameter = parameters[index]
                if not parameter.variadic:
                    kind = self.parameter_type(parameter)
            found.append(self.coerced(argument, kind).at(LAMBDA))
        return ", ".join(found)

    def parameter_type(self, parameter: Parameter) -> StaticType:
        """What is known of a parameter's value."""
        if parameter.type is not None:
            return self.declared(parameter.type)
        if parameter.inferred and parameter.default is not None:
            return self.type_of(parameter.default)
        return t.VARIANT

    def _script_arguments(self, member: Member, arguments: list[Expression]) -> str:
        parameters = getattr(member.syntax, "parameters", None)
        if parameters is None:
            return self._arguments(arguments)
        found = []
        for index, argument in enumerate(arguments):
            kind: StaticType | None = None
            if index < len(parameters) and not parameters[index].variadic:
                cls, self.cls = self.cls, member.owner
                kind = self.parameter_type(parameters[index])
                self.cls = cls
            found.append(self.coerced(argument, kind).at(LAMBDA))
        return ", ".join(found)

    def _engine_arguments(self, arguments: list[Expression], hint: str = "") -> str:
        """Arguments for the engine, which takes any function of Python's."""
        found = []
        for argument in arguments:
            self.hint_name = hint
            plain = isinstance(argument, StringNameLiteral)
            code = self.plainly(argument) if plain else self.expression(argument)
            found.append(code.at(LAMBDA))
        self.hint_name = ""
        return ", ".join(found)

    # Calls by name --------------------------------------------------------------------------------

    def _super_call(self, name: str, node: Call) -> Code:
        if name == "_init":
            base = self.cls.base.find("_init") if self.cls.base is not None else None
            given = self._script_arguments(base, node.arguments) if base is not None else ""
            return Code(f"super().__init__({given})")
        member = self.cls.base.find(name) if self.cls.base is not None else None
        nested = self.scope is not None and self.scope.outer is not None
        base_text = f"super({self.cls.python}, self)" if nested else "super()"
        if member is not None:
            given = self._script_arguments(member, node.arguments)
            return Code(f"{base_text}.{member.python}({given})")
        cls = engine_class(self.cls.native)
        if cls is not None and not hasattr(cls, name):
            return Code("None")
        return Code(f"{base_text}.{name}({self._engine_arguments(node.arguments)})")

    def _named_call(self, name: str, node: Call) -> Code:
        symbol = self.resolve_function(name)
        if symbol.member is not None:
            return self._member_call(symbol.member, node)
        if symbol.kind == "native":
            method = self.attribute_name(t.instance_of(self.cls.native), name)
            return Code(f"self.{method}({self._engine_arguments(node.arguments)})")
        if symbol.kind == "engine":
            return self._construct(name, node.arguments)
        if symbol.kind == "local":
            return Code(f"{self.name(name).text}({self._arguments(node.arguments)})")
        return self._global_call(name, node.arguments)

    def _member_call(self, member: Member, node: Call) -> Code:
        return Code(f"{self.member(member)}({self._script_arguments(member, node.arguments)})")

    def _global_call(self, name: str, arguments: list[Expression]) -> Code:
        if name in _PRINTS:
            return self._print(name, arguments)
        match name, arguments:
            case (("preload" | "load"), [Literal(value=str(path))]):
                return self._load(path)
            case "range", _:
                return Code(f"list(range({self._arguments(arguments)}))")
            case "len", [value]:
                return call("len", [self.expression(value)])
            case (("min" | "max"), _) if len(arguments) > 1:
                return Code(f"{name}({self._arguments(arguments)})")
            case "abs", [value] if self.type_of(value) in (t.INT, t.FLOAT):
                return call("abs", [self.expression(value)])
            case "ord", [value]:
                return call("ord", [self.expression(value)])
            case (("char" | "chr"), [value]):
                return call("chr", [self.expression(value)])
        facts = utility(name)
        function = engine_function(name) or (f"{name}_" if name == "print" else name)
        if facts is None:
            return Code(f"{self.name(name).text}({self._arguments(arguments)})")
        return Code(f"{self.imports.engine(function)}({self._engine_arguments(arguments)})")

    def _load(self, path: str) -> Code:
        file = self.file.project.file(path, self.file.script.path)
        if file is not None:
            self.classes.setdefault(file.root.python, file.root)
            return Code(self.class_name(file.root))
        return call(self.imports.engine("load"), [Code(quoted(path))])

    # Printing -------------------------------------------------------------------------------------

    def _print(self, name: str, arguments: list[Expression]) -> Code:
        if name == "str" and len(arguments) == 1:
            kind = self.type_of(arguments[0])
            if formats.is_plain(kind):
                return call("str", [self.expression(arguments[0])])
        function = self.imports.engine(engine_function(name) or name)
        pieces: list[Code] = []
        for argument in arguments:
            pieces += self._printed(argument, name in ("print", "printraw", "push_error", "str"))
        return call(function, pieces)

    def _printed(self, node: Expression, joined: bool) -> list[Code]:
        """A printed value; a format that ends with a value is printed as two."""
        plain = node.inner if isinstance(node, Parenthesized) else node
        match plain:
            case Binary(operator="%", left=Literal(value=str(template)), right=values) if joined:
                parts = formats.parts_of(template)
                items = self._format_items(values)
                if parts is None or items is None or formats.count(parts) != len(items):
                    return [self.value(node)]
                last = parts[-2] if len(parts) > 1 and not parts[-1].text else formats.Part("")
                if (
                    last.kind == "s"
                    and not last.specification
                    and not formats.is_plain(self.type_of(items[-1]))
                ):
                    head = self._f_string([*parts[:-2], parts[-1]], items[:-1])
                    if head is not None:
                        tail = self.value(items[-1])
                        return [tail] if head.text == '""' else [head, tail]
        return [self.value(node)]

    # Constructors ---------------------------------------------------------------------------------

    def _construct(self, name: str, arguments: list[Expression]) -> Code:
        kind = self.type_of(arguments[0]) if arguments else t.VARIANT
        if name in ("int", "float") and arguments:
            value = self.expression(arguments[0])
            if kind in (t.STRING, t.STRING_NAME):
                return Code(f"{self._as_name(arguments[0])}.to_{name}()")
            return call(name, [value])
        if name in ("int", "float", "bool") or (name == "String" and not arguments):
            if not arguments:
                return Code({"int": "0", "float": "0.0", "bool": "False"}.get(name, '""'))
            return call(name, [self.expression(arguments[0])])
        if name == "String":
            plain = formats.is_plain(kind) or kind == t.NODE_PATH
            function = "str" if plain else self.imports.engine("str_")
            return call(function, [self.expression(arguments[0])])
        if name in ("Array", "Dictionary"):
            python = {"Array": "list", "Dictionary": "dict"}[name]
            empty = {"Array": "[]", "Dictionary": "{}"}[name]
            return call(python, [self.value(arguments[0])]) if arguments else Code(empty)
        return Code(f"{self.imports.engine(name)}({self._engine_arguments(arguments)})")

    def _as_name(self, node: Expression) -> str:
        """A string as something with Godot's methods."""
        if self.type_of(node) == t.STRING_NAME:
            return self.receiver(node)
        return call(self.imports.engine("StringName"), [self.expression(node)]).text

    # Methods --------------------------------------------------------------------------------------

    def _method_call(self, callee: Attribute, node: Call) -> Code:
        base = self.type_of(callee.base)
        name = callee.name
        if name == "new":
            return self._new(callee, node)
        member = self.find_member(base, name)
        if member is not None and isinstance(member.syntax, Function):
            given = self._script_arguments(member, node.arguments)
            return Code(f"{self.receiver(callee.base)}.{member.python}({given})")
        if base.kind == t.ENUM_REFERENCE_KIND:
            return self._enum_call(callee, node)
        local = self._local_function(callee.base)
        if local is not None and name == "call":
            coroutine = local.coroutine
            found = Code(f"{local.python}({self._arguments(node.arguments)})")
            return call(self.imports.engine("start"), [found]) if coroutine else found
        found_ = self._builtin_call(base, callee, node)
        if found_ is not None:
            return found_
        return self._plain_call(base, callee, node)

    @abstractmethod
    def _local_function(self, node: Expression) -> Local | None:
        """The `def` that a local name stands for."""

    def _new(self, callee: Attribute, node: Call) -> Code:
        base = self.type_of(callee.base)
        target = self.receiver(callee.base)
        cls = self.classes.get(base.name) if base.kind == t.SCRIPT_REFERENCE_KIND else None
        init = cls.find("_init") if cls is not None else None
        if init is not None:
            return Code(f"{target}({self._script_arguments(init, node.arguments)})")
        return Code(f"{target}({self._arguments(node.arguments)})")

    def _enum_call(self, callee: Attribute, node: Call) -> Code:
        target = self.receiver(callee.base)
        given = [self.expression(argument) for argument in node.arguments]
        match callee.name:
            case "keys":
                return Code(f"list({target}.__members__)")
            case "values":
                return Code(f"[int(value) for value in {target}.__members__.values()]")
            case "size":
                return Code(f"len({target}.__members__)")
            case "has":
                return Code(f"{given[0].at(LAMBDA)} in {target}.__members__")
            case "find_key":
                value = given[0].at(LAMBDA)
                return Code(f"next((e.name for e in {target} if e == {value}), None)")
        return Code(f"{target}.__members__.{callee.name}({self._arguments(node.arguments)})")

    def _builtin_call(self, base: StaticType, callee: Attribute, node: Call) -> Code | None:
        name = callee.name
        if name in _ASK_TYPES and base.name in ("Array", "Dictionary"):
            return self._typed_answer(name, callee.base, base)
        if base.is_variant and any(name in c.members for c in self.file.classes.values()):
            return None
        method = methods.table(base).get(name)
        if method is not None and self._arity_fits(base, name, node.arguments):
            found = method(self, callee.base, node.arguments)
            if found is not None:
                return found
        facts = builtin_facts("String") if self._is_string_method(base, name) else None
        text_method = facts.method(name) if facts is not None else None
        if text_method is None:
            return None
        given = self._arguments(node.arguments)
        code = Code(f"{self._as_name(callee.base)}.{name}({given})")
        if text_method.returns.name == "PackedByteArray":
            return call(self.imports.engine("PackedByteArray"), [code])
        return code

    def _typed_answer(self, name: str, node: Expression, kind: StaticType) -> Code:
        """What an array or dictionary says of the types in it, which Python does not keep."""
        typed = self._is_declared(node)
        if name == "get_typed_builtin":
            element = kind.element.name if typed and kind.element is not None else ""
            constant = f"TYPE_{element.upper()}" if element else "TYPE_NIL"
            return Code(self.imports.engine(constant))
        return Code(str(typed))

    def _is_declared(self, node: Expression) -> bool:
        """Whether a variable is declared as an array or dictionary of some type."""
        if not isinstance(node, Name):
            return False
        symbol = self.resolve(node.id)
        declared = getattr(symbol.member.syntax, "type", None) if symbol.member else None
        if symbol.local is not None:
            return symbol.local.typed
        return declared is not None and bool(declared.arguments)

    def _is_string_method(self, base: StaticType, name: str) -> bool:
        """Whether it is a method of a string, or of a value that must be one."""
        if base.is_variant and owners(name) == ("String",):
            return likely_result(name) != t.VARIANT or name in ("split", "to_int")
        return base == t.STRING

    def _arity_fits(self, base: StaticType, name: str, arguments: list[Expression]) -> bool:
        facts = builtin_facts(base.name) if base.kind == t.BUILTIN_KIND else None
        method = facts.method(name) if facts is not None else None
        if method is None:
            wanted = {"has": 1, "push_back": 1, "max": 0, "min": 0}.get(name, len(arguments))
            return len(arguments) == wanted
        return method.least <= len(arguments) and (method.most < 0 or len(arguments) <= method.most)

    def _plain_call(self, base: StaticType, callee: Attribute, node: Call) -> Code:
        target = self.receiver(callee.base)
        if callee.name in _OF_CALLABLES and base.is_variant and isinstance(callee.base, Attribute):
            target = call(self.imports.engine("Callable"), [Code(target)]).text
        name = self.attribute_name(base, callee.name)
        if callee.name == "connect" and base == t.SIGNAL:
            self.lambda_types = self._signal_arguments(callee.base)
            given = self._engine_arguments(node.arguments, self._listener_name(callee.base))
            self.lambda_types = None
            return Code(f"{target}.{name}({given})")
        if base == t.SIGNAL and callee.name == "emit":
            return Code(f"{target}.{name}({self._emitted(callee.base, node.arguments)})")
        if base.kind == t.CLASS_REFERENCE_KIND and is_builtin(base.name):
            if base.name == "String":
                target = self.imports.engine("StringName")
            return Code(f"{target}.{name}({self._arguments(node.arguments)})")
        native = self.native_of(base)
        facts = class_facts(native) if native else None
        known = facts is not None and facts.method(callee.name) is not None
        if known or base in (t.SIGNAL,):
            return Code(f"{target}.{name}({self._engine_arguments(node.arguments, callee.name)})")
        return Code(f"{target}.{name}({self._arguments(node.arguments)})")

    def _emitted(self, event: Expression, arguments: list[Expression]) -> str:
        member: Member | None = None
        if isinstance(event, Name):
            member = self.resolve(event.id).member
        elif isinstance(event, Attribute):
            member = self.find_member(self.type_of(event.base), event.name)
        if member is not None and isinstance(member.syntax, SignalDeclaration):
            return self._script_arguments(member, arguments)
        return self._arguments(arguments)

    def _listener_name(self, event: Expression) -> str:
        name = event.name if isinstance(event, Attribute) else ""
        if isinstance(event, Name):
            name = event.id
        return f"on_{name}" if name else "listener"


def single(node: Lambda) -> Expression | None:
    """The one expression that a lambda consists of, if it does."""
    body = node.function.body or []
    if len(body) != 1:
        return None
    match body[0]:
        case ExpressionStatement(expression=expression):
            return expression
        case Return(value=value):
            return value if value is not None else Literal(node.line, node.column, None)
        case Pass():
            return Literal(node.line, node.column, None)
    return None
