"""The local names of a function while it is compiled.

GDScript's blocks have variables of their own; in Python they all become variables of the function,
which is the same as long as each declaration also assigns, and it does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.gdscript._syntax import ParseError, Syntax
from engine.gdscript._type_rules import keeps_objects
from engine.gdscript._types import VARIANT, StaticType
from engine.gdscript._values import Value

_PYTHON_WORDS = frozenset(("None", "True", "False", "__debug__"))  # which cannot be assigned


def python_name(name: str) -> str:
    """The Python variable of a local name."""
    return f"@{name}" if name in _PYTHON_WORDS else name


@dataclass(slots=True, eq=False)
class Local:
    """A local name.

    Attributes:
        name: as written.
        kind: "variable", "constant", "parameter", "for loop iterator" or "pattern bind", as
            messages say.
        type: as declared or inferred; VARIANT without either.
        guess: of an untyped variable the type that all values so far have had.
        declaration: where.
        value: of a constant.
        counts: whether it only ever moves in small steps.
        null_object: whether a null in it prints as an object that is not there.
    """

    name: str
    kind: str
    type: StaticType = VARIANT
    guess: StaticType | None = None
    declaration: Syntax | None = None
    value: Value | None = None
    counts: bool = False
    bits: int = 64
    natural: bool = False
    null_object: bool = False

    @property
    def may_keep(self) -> bool:
        """Whether it can keep an object alive."""
        if self.kind == "constant":
            return False
        kind = self.type
        if kind == VARIANT and self.guess is not None:
            kind = self.guess
        return keeps_objects(kind)

    @property
    def variable(self) -> str:
        """The name of the Python variable."""
        return python_name(self.name)


@dataclass(slots=True, eq=False)
class Block:
    """The names of a block of statements."""

    outer: Block | None
    names: dict[str, Local] = field(default_factory=dict)

    def find(self, name: str) -> Local | None:
        """The local of that name, here or further out in the same function."""
        block: Block | None = self
        while block is not None:
            found = block.names.get(name)
            if found is not None:
                return found
            block = block.outer
        return None

    def kept_names(self) -> list[str]:
        """The variables of the block that may keep objects alive."""
        return [local.variable for local in self.names.values() if local.may_keep]

    def refuse(self, name: str, at: Syntax) -> None:
        """Refuses a name that can be seen already.

        Raises:
            ParseError: it can.
        """
        found = self.find(name)
        if found is not None:
            raise ParseError(
                f'There is already a {found.kind} named "{name}" declared in this scope.',
                at.line,
                at.column,
            )

    def add(self, local: Local, at: Syntax) -> Local:
        """Declares a name.

        Raises:
            ParseError: the function has it already where it can be seen.
        """
        self.refuse(local.name, at)
        self.names[local.name] = local
        return local
