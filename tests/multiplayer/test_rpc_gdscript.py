"""Remote calls in GDScript: one program prints and reports what it did in Godot."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).with_name("rpc_calls")
ROOT = Path(__file__).parents[2]
_PLACE = re.compile(r"^ *(at: |\[\d+\])|^ *GDScript backtrace")


def test_a_program_of_calls() -> None:
    command = [sys.executable, "-m", "engine", "--headless", "--path", str(PROJECT)]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60
    )
    printed = [line for line in done.stdout.splitlines() if line and not _PLACE.match(line)]
    assert printed == (PROJECT / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert done.returncode == 0


def test_a_tree_loads_nothing_of_multiplayer_until_it_is_asked_for() -> None:
    program = (
        "import sys\n"
        "from engine import Node, SceneTree\n"
        "tree = SceneTree()\n"
        "node = Node()\n"
        "tree.root.add_child(node)\n"
        "tree.tick(3)\n"
        "assert node.is_multiplayer_authority()\n"
        "print([name for name in sys.modules if name.startswith('engine.multiplayer')])\n"
        "node.multiplayer\n"
        "print('engine.multiplayer.scene_multiplayer' in sys.modules)\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split("\n") == ["[]", "True", ""]
