"""Scripts that are named on the command line: their classes, and values for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.scene._python_scripts import (
    ScriptLoadError,
    import_file,
    load_class,
    split_reference,
)
from engine.scene.node import Node

__all__ = ["ScriptLoadError", "import_file", "load_class", "set_exports", "split_reference"]


def set_exports(node: Node, values: Mapping[str, str]) -> None:
    """Sets exported variables from text.

    Raises:
        ScriptLoadError: when the node does not export one, or its text does not fit.
    """
    for name, text in values.items():
        exports = type(node)._exports
        if name not in exports:
            known = ", ".join(exports) or "none"
            raise ScriptLoadError(
                f"{type(node).__name__} has no exported variable '{name}' (it has: {known})."
            )
        try:
            setattr(node, name, _converted(text, exports[name].default))
        except ValueError as problem:
            raise ScriptLoadError(f"--set {name}={text}: {problem}") from problem


def _converted(text: str, default: Any) -> Any:
    """The text as a value of the default's type."""
    if isinstance(default, bool):
        if text.lower() not in ("true", "false", "1", "0"):
            raise ValueError("true or false is expected")
        return text.lower() in ("true", "1")
    if isinstance(default, int):
        return int(text, 0)
    if isinstance(default, float):
        return float(text)
    if isinstance(default, str):
        return type(default)(text)
    raise ValueError(f"a {type(default).__name__} cannot be set from the command line")
