"""Bytes by which the process grows for a bare node in a tree (Linux only)."""

from __future__ import annotations

import os
import sys

from engine import Node, SceneTree


def resident() -> int:
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


size = int(sys.argv[1])
tree = SceneTree()
parent = Node()
tree.root.add_child(parent)
parent.add_child(Node())
before = resident()
for _ in range(size):
    parent.add_child(Node())
tree.tick()
print(f'{{"value": {(resident() - before) / size}, "problem": ""}}')
