"""Who may import whom."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys

import pytest

from tests.meta.source import (
    ROOT,
    functions,
    imported,
    is_type_checking,
    modules,
    parsed,
    run_when_imported,
)

LAYERS = [
    "core",
    "net",
    "servers",
    "platform",
    "scene",
    "gui | multiplayer",  # which do not know each other
    "gdscript",
    "main",
    "testing",
]
# The public names, what is loaded late, the singletons by their names, the user's scripts, the
# package of the font, and a faster way of masking, if there is one.
BY_NAME = {
    "engine",
    "engine.core._lazy",
    "engine.core.engine_singleton",
    "engine.core.string_name",
    "engine.gdscript._grammar",
    "engine.gdscript._script_cache",
    "engine.net._websocket_masks",
    "engine.scene._python_scripts",
    "engine.servers._font_source",
}
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def needed(node: ast.AST) -> set[str]:
    """What an import statement needs: `from engine.core import output` the module alone."""
    named = imported(node)
    if isinstance(node, ast.Import):
        return set(named)
    inner = {name for name in named[1:] if name in modules()}
    return inner if len(inner) == len(named) - 1 else {*inner, *named[:1]}


def imports_at_run_time(module: str) -> set[str]:
    """The package's modules that a module needs when it is imported."""
    statements = run_when_imported(parsed(module))
    return {name for node in statements for name in needed(node) if name in modules()}


def test_a_lower_layer_never_imports_a_higher_one() -> None:
    linted = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert "1 kept, 0 broken" in linted.stdout


def test_no_import_hides_in_a_function() -> None:
    hidden = [
        f"{module}:{node.lineno}: {ast.unparse(node)}"
        for module in modules()
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_few_import_by_name() -> None:
    users = {
        module
        for module in modules()
        for node in ast.walk(parsed(module))
        if imported(node)[:1] in (["importlib"], ["importlib.util"])
    }
    assert users <= BY_NAME


def names_in_text(module: str) -> set[str]:
    """The package's modules that are named in strings: those are imported when they are needed."""
    texts = (node.value for node in ast.walk(parsed(module)) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and text in modules()}


def is_higher(name: str, module: str) -> bool:
    """Whether a module is in a higher layer than another, or beside it."""
    parts = [name.split(".")[1], module.split(".")[1]]
    above, below = (
        next(level for level, layer in enumerate(LAYERS) if part in layer.split(" | "))
        for part in parts
    )
    return above > below or (above == below and parts[0] != parts[1])


def test_what_is_imported_late_is_no_higher() -> None:
    higher = [
        f"{module}: {name}"
        for module in modules()
        if module not in ("engine", "engine.__main__", "engine._exports")
        for name in names_in_text(module) - {"engine"}
        if is_higher(name, module)
    ]
    assert higher == []


def test_no_cycle_of_imports() -> None:
    graph = {module: imports_at_run_time(module) - {module} for module in modules()}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as cycle:
        pytest.fail(" <- ".join(cycle.args[1]))


def test_the_package_never_imports_from_its_own_root() -> None:
    lazy = [
        f"{module}:{node.lineno}"
        for module in modules()
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.ImportFrom) and node.module == "engine"
    ]
    assert lazy == []


def test_pygame_is_imported_by_the_platform_alone() -> None:
    users = {
        module
        for module in modules()
        for node in ast.walk(parsed(module))
        if any(name.split(".")[0] == "pygame" for name in imported(node))
    }
    assert {module for module in users if not module.startswith("engine.platform")} == set()


def test_what_runs_at_import_is_told_from_what_type_checkers_see() -> None:
    tree = ast.parse(
        "import a\nif TYPE_CHECKING:\n    import b\nelse:\n    import c\n"
        "class C:\n    import d\n    def f(self):\n        import e\n"
        "try:\n    import f\nfinally: 0\n"
    )
    found = [name for node in run_when_imported(tree) for name in imported(node)]
    assert found == ["a", "c", "d", "f"]
    assert [is_type_checking(node) for node in tree.body] == [False, True, False, False]
