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


def test_only_the_root_imports_by_name() -> None:
    users = {
        module
        for module in modules()
        for node in ast.walk(parsed(module))
        if imported(node)[:1] in (["importlib"], ["importlib.util"])
    }
    assert users <= {"engine", "engine.main.script_loader"}


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
