"""`str_to_var` and `var_to_str`: values of every type as text, and back.

It is the text that scenes, resources and settings consist of. The text of an object contains its
stored properties; that of a resource with a path is `Resource("path")`.
"""

from __future__ import annotations

from typing import Any

from engine.core._variant_text_reader import VariantTextError, VariantTextReader
from engine.core._variant_text_writer import VariantTextWriter

__all__ = ["str_to_var", "var_to_str"]


def str_to_var(string: str) -> Any:
    """The value that a text stands for; None, silently, for what is no such text.

    What follows the value is not looked at.
    """
    try:
        return VariantTextReader(str(string)).value()
    except VariantTextError as problem:
        return problem.partial
    except RecursionError:
        return None


def var_to_str(variable: Any) -> str:
    """A value as text that `str_to_var` reads again."""
    return VariantTextWriter().text(variable)
