"""Two network namespaces and a cable between them, which loses packets or is pulled.

Where the machine does not allow such things the tests say so and are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from cable_end import ADDRESS

ROOT = Path(__file__).parents[2]
NEAR, FAR = (f"{side}{os.getpid()}" for side in ("near", "far"))
CABLE = f"""
    ip netns add {NEAR}
    ip netns add {FAR}
    ip -n {NEAR} link add cable type veth peer name cable netns {FAR}
    ip -n {NEAR} addr add 10.7.0.2/24 dev cable
    ip -n {FAR} addr add {ADDRESS}/24 dev cable
    ip -n {NEAR} link set cable up
    ip -n {FAR} link set cable up
"""
LOSSY = "\n".join(
    f"ip netns exec {side} tc qdisc add dev cable root netem delay 10ms 5ms loss 3%"
    for side in (NEAR, FAR)
)


def shell(commands: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-ec", commands], capture_output=True, text=True, check=False)


@contextmanager
def cable(more: str = "") -> Iterator[None]:
    """A cable between `NEAR` and `FAR`; the test is skipped where there can be none."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("ip"):
        pytest.skip("namespaces need Linux, root and the program ip")
    try:
        done = shell(CABLE + more)
        if done.returncode != 0:
            pytest.skip(f"no such network here: {done.stderr.strip()}")
        yield
    finally:
        shell(f"ip netns del {NEAR} || true; ip netns del {FAR} || true")


class End:
    """A program in a namespace."""

    def __init__(self, place: str, role: str) -> None:
        script = Path(__file__).with_name("cable_end.py")
        self.process = subprocess.Popen(
            ["ip", "netns", "exec", place, sys.executable, "-u", str(script), role],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def __enter__(self) -> End:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def says(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@contextmanager
def connected(more: str = "") -> Iterator[tuple[End, End]]:
    """The client at the near end, and the server at the far one."""
    with cable(more), ExitStack() as ends:
        far = ends.enter_context(End(FAR, "server"))
        assert far.says() == "READY"
        near = ends.enter_context(End(NEAR, "client"))
        assert (near.says(), far.says()) == ("OPEN", "OPEN")
        yield near, far


def test_a_cable_is_pulled() -> None:
    with connected() as (near, far):
        assert (near.says(), far.says()) == ("DONE", "DONE")
        assert shell(f"ip -n {FAR} link set cable down").returncode == 0
        assert near.says() == "CLOSED -1"


def test_a_cable_that_loses_packets() -> None:
    with connected(LOSSY) as (near, far):
        assert (near.says(), far.says()) == ("DONE", "DONE")
