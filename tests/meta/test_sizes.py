"""Files and functions that can be read at one sitting."""

from __future__ import annotations

import statistics

from tests.meta.source import functions, modules

LONGEST_FILE = 700
LONGEST_FUNCTION = 80


def test_no_file_is_too_long() -> None:
    lengths = {
        module: len(path.read_text(encoding="utf-8").splitlines())
        for module, path in modules().items()
    }
    print("median file:", statistics.median(lengths.values()), "lines")
    assert {module: n for module, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    too_long = {
        f"{module}.{function.name}": length
        for module in modules()
        for function in functions(module)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert too_long == {}
