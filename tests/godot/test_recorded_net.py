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
# What they use is not there: PacketPeerStream, encrypted streams.
_NOT_THERE = {"packet_stream", "ws_url_bad"}
# Godot leaves the brackets out of the header `Host`, and shows memory that nobody has filled.
_OTHERWISE = {"ws_localhost", "tcp_connect"}
_NOT_AT_ALL = ("crypto_", "tls_", "wss_")
CASES = sorted(
    name
    for name in (path.stem for path in NET.glob("*.gd"))
    if not name.startswith(_NOT_AT_ALL) and name not in _NOT_THERE | _OTHERWISE
)


def test_they_do_on_the_wire_what_godot_did() -> None:
    command = [sys.executable, str(NET / "record.py"), str(NET), *CASES]
    command += ["--check", "--no-err", "--jobs", "2"]
    command += ["--godot", f"{shlex.quote(sys.executable)} -m engine"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)
    assert done.returncode == 0, done.stdout
