"""What a fresh process loads: no library that the script has not asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

IMPORTED = "import engine"
READY = "import engine; tree = engine.SceneTree(); tree.root.add_child(engine.Node()); tree.tick()"
SERVING = "import engine; engine.TCPServer(); engine.StreamPeerTCP()"

# Heavy, or somebody else's business: an event loop, encryption, a window, tests.
NEVER = {
    "_ssl",
    "asyncio",
    "cryptography",
    "hypothesis",
    "multiprocessing",
    "numpy",
    "pygame",
    "pytest",
    "ssl",
}
NOT_AT_FIRST = NEVER | {"email", "h11", "http", "logging", "socket", "urllib", "wsproto"}


def loaded_by(code: str) -> set[str]:
    """The modules, packages by their first name, that are there after some code has run."""
    report = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    found = set(done.stdout.split())
    return found | {name.split(".")[0] for name in found}


@pytest.fixture(scope="module")
def at_start() -> set[str]:
    """What Python itself has loaded, and what is hooked into its start here."""
    return loaded_by("pass")


def test_the_import_alone_loads_next_to_nothing(at_start: set[str]) -> None:
    new = loaded_by(IMPORTED) - at_start
    assert new & NOT_AT_FIRST == set()
    assert {name for name in new if name.startswith("engine.")} == {"engine._exports"}


def test_a_tree_needs_no_window_no_encryption_and_no_event_loop(at_start: set[str]) -> None:
    new = loaded_by(READY) - at_start
    assert new & NEVER == set()
    assert new & {"wsproto", "h11", "http", "urllib.request", "pygame"} == set()
    assert "engine.scene.scene_tree" in new


def test_sockets_need_no_tree(at_start: set[str]) -> None:
    new = loaded_by(SERVING) - at_start
    assert new & NEVER == set()
    assert {name for name in new if name.startswith("engine.scene")} == set()


@pytest.mark.parametrize("layer", ["core", "net", "scene", "main"])
def test_a_layer_loads_nothing_above_it(layer: str, at_start: set[str]) -> None:
    code = (
        "import importlib, pathlib, engine\n"
        f"for path in sorted(pathlib.Path(engine.__file__).parent.glob('{layer}/*.py')):\n"
        f"    importlib.import_module('engine.{layer}.' + path.stem)\n"
    )
    new = loaded_by(code) - at_start
    layers = ["core", "net", "scene", "main", "testing"]
    above = [f"engine.{name}" for name in layers[layers.index(layer) + 1 :]]
    assert new & set(above) == set()
    assert new & {"pygame", "asyncio", "pytest"} == set()
