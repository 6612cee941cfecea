"""The recorded programs about networking, run as Godot ran them, against their scripted peers.

They are compared by the tool that recorded them: standard output, exit code, and what the peer saw.
Where this engine does better on purpose, the lines that differ are put into a copy of the recording
first: all others have to be the same.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.godot.recorded import ROOT, VENDORED

NET = VENDORED / "net"
CASES = sorted(path.stem for path in NET.glob("*.gd"))

OTHERWISE = {
    # An IPv6 address in the header `Host` has its brackets.
    "ws_localhost.peer.out": {"v6 0 '::1:PORT2'": "v6 0 '[::1]:PORT2'"},
    # What a failing read gives is not memory that nobody has filled.
    "tcp_connect.out": {"get_data [1, [64]]": "get_data [1, [0]]"},
    "tls_pair.out": {
        # A value whose class is not known to be an object's.
        "stream <Object#null>": "stream <null>",
        # Bytes that come together with the end are handed out before it.
        "get [18, []] status 0": "get [0, [108, 97, 115, 116]] status 2",
    },
    # What a client without TLS has sent was read: it sees an orderly end, not a reset.
    "tls_peer_client.peer.out": {"1 nothing": "1 ''"},
}


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """A copy of the recordings with the lines that differ on purpose."""
    folder = tmp_path / "net"
    shutil.copytree(NET, folder)
    for name, lines in OTHERWISE.items():
        text = (folder / name).read_text("utf-8")
        for theirs, ours in lines.items():
            assert text.count(theirs) == 1, (name, theirs)
            text = text.replace(theirs, ours)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_they_do_on_the_wire_what_godot_did(recordings: Path) -> None:
    command = [sys.executable, str(recordings / "record.py"), str(recordings), *CASES]
    command += ["--check", "--no-err", "--jobs", "2"]
    command += ["--godot", f"{shlex.quote(sys.executable)} -m engine"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)
    assert done.returncode == 0, done.stdout
