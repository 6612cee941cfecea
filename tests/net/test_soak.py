"""A few seconds of the soak; SOAK_SECONDS makes it longer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = os.environ.get("SOAK_SECONDS", "5")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="nothing tells the memory here")
def test_nothing_is_lost_in_a_short_soak() -> None:
    script = Path(__file__).with_name("soak_websocket.py")
    command = [sys.executable, "-W", "error", str(script), "--seconds", SECONDS, "--slots", "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing was lost, nothing out of order" in done.stdout
    assert done.stderr == ""
