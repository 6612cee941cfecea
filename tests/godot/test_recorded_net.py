"""The recorded programs about networking, run as Godot ran them, against their scripted peers.

They are compared by the tool that recorded them: standard output, exit code, and what the peer saw.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

from tests.godot.recorded import ROOT, VENDORED

NET = VENDORED / "net"
# What they are about is not there: certificates, and streams that are encrypted.
_NOT_THERE = ("crypto_", "tls_", "wss_")
CASES = sorted(p.stem for p in NET.glob("*.gd") if not p.name.startswith(_NOT_THERE))


def test_they_do_on_the_wire_what_godot_did() -> None:
    command = [sys.executable, str(NET / "record.py"), str(NET), *CASES]
    command += ["--check", "--no-err", "--jobs", "3"]
    command += ["--godot", f"{shlex.quote(sys.executable)} -m engine"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)
    assert done.returncode == 0, done.stdout
