"""What a converted file takes from elsewhere, and the small functions that it brings along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# What GDScript's operators do where the types are known only when the program runs.
_HELPERS = {
    "divide": '''\
def divide(a: Any, b: Any) -> Any:
    """Divides; two ints give an int, rounded towards zero."""
    return int(a / b) if isinstance(a, int) and isinstance(b, int) else a / b
''',
    "modulo": '''\
def modulo(a: Any, b: Any) -> Any:
    """The remainder of two ints with the sign of the first; values put into a text."""
    return format_(a, b) if isinstance(a, str) else int(fmod(a, b))
''',
    "erase": '''\
def erase(values: Any, value: Any) -> None:
    """Takes a value out of a list, or a key out of a dictionary, where it is in there."""
    if isinstance(values, dict):
        values.pop(value, None)
    elif value in values:
        values.remove(value)
''',
    "shuffle": '''\
def shuffle(values: list[Any]) -> None:
    """Puts values in a random order, by the engine's random numbers."""
    for i in range(len(values) - 1, 0, -1):
        j = randi() % (i + 1)
        values[i], values[j] = values[j], values[i]
''',
    "wait": '''\
async def wait(value: Any) -> Any:
    """Awaits what can be awaited; any other value is there already."""
    return await value if hasattr(value, "__await__") else value
''',
}
_NEEDED = {"divide": ("Any",), "modulo": ("Any", "format_", "fmod"), "wait": ("Any",),
    "erase": ("Any",), "shuffle": ("Any", "randi")}  # fmt: skip


class Imports:
    """Gathers names; each method gives back the name to write."""

    def __init__(self) -> None:
        self._engine: set[str] = set()
        self._scripts: dict[str, set[str]] = {}
        self._hinted: dict[str, set[str]] = {}
        self._late: dict[str, None] = {}
        self._typing: set[str] = set()
        self._modules: dict[str, set[str]] = {}
        self._helpers: dict[str, None] = {}
        self.late_hints: set[str] = set()

    def engine(self, name: str) -> str:
        """A name of the engine's."""
        self._engine.add(name)
        return name

    def script(self, module: str, name: str) -> str:
        """A class of another script."""
        self._scripts.setdefault(module, set()).add(name)
        return name

    def hinted_script(self, module: str, name: str) -> str:
        """A class of another script that only annotations name."""
        self._hinted.setdefault(module, set()).add(name)
        self.late_hints.add(name)
        return name

    def late_module(self, module: str) -> str:
        """A script that imports this one, too: it is imported as a whole, at the end."""
        self._late[module] = None
        return module

    def closing(self) -> list[str]:
        """The import statements at the end of the file."""
        return [f"import {module}  # noqa: E402" for module in sorted(self._late)]

    def typing(self, name: str) -> str:
        """A name of `typing`."""
        self._typing.add(name)
        return name

    def standard(self, module: str, name: str) -> str:
        """A name of Python's library."""
        self._modules.setdefault(module, set()).add(name)
        return name

    def helper(self, name: str) -> str:
        """One of the functions that the file brings along."""
        self._helpers[name] = None
        return name

    def hinted(self, name: str) -> str:
        """A class in an annotation, which may not be there yet."""
        self.late_hints.add(name)
        return name

    def names(self) -> frozenset[str]:
        """All names that stand at the head of the file."""
        found = {*self._engine, *self._typing, *self._helpers}
        found |= {module.partition(".")[0] for module in self._late}
        for names in (*self._scripts.values(), *self._modules.values(), *self._hinted.values()):
            found |= names
        return frozenset(found)

    def helpers(self) -> list[str]:
        """The functions that the file brings along, as source."""
        return [_HELPERS[name] for name in sorted(self._helpers)]

    def lines(self, body: str, future: bool) -> list[str]:
        """The import statements for what a body really uses."""
        used = set(re.findall(r"\b\w+\b", body))
        for name in self._helpers:
            used.update(_NEEDED[name])
            self._typing.add("Any")
            self._engine.update(set(_NEEDED[name]) - {"Any"})
        blocks: list[list[str]] = []
        if future:
            blocks.append(["from __future__ import annotations"])
        hinted = {
            module: names - self._scripts.get(module, set())
            for module, names in self._hinted.items()
        }
        checked = _imports_from(hinted, used)
        if checked:
            self._typing.add("TYPE_CHECKING")
            used.add("TYPE_CHECKING")
        library = {**self._modules, "typing": self._typing}
        blocks.append(_imports_from(library, used))
        engine = self._engine & used
        first = [f"from engine import {', '.join(ordered(engine))}"] if engine else []
        blocks += [first, _imports_from(self._scripts, used)]
        if checked:
            blocks.append(["if TYPE_CHECKING:", *(f"    {line}" for line in checked)])
        lines: list[str] = []
        for block in blocks:
            if block:
                lines += [*([""] if lines else []), *block]
        return lines


def _imports_from(modules: Mapping[str, set[str]], used: set[str]) -> list[str]:
    return [
        f"from {module} import {', '.join(ordered(names & used))}"
        for module, names in sorted(modules.items())
        if names & used
    ]


def ordered(names: Iterable[str]) -> list[str]:
    """Names as ruff sorts them: constants, classes, then the rest."""
    return sorted(names, key=lambda name: (_rank(name), name.lower(), name))


def _rank(name: str) -> int:
    if name.isupper() and len(name) > 1:
        return 0
    return 1 if name[:1].isupper() else 2
