"""Bytes that Python allocates for a bare node in a tree, its place there included."""

from __future__ import annotations

import sys
import tracemalloc

from engine import Node, SceneTree

size = int(sys.argv[1])
tree = SceneTree()
parent = Node()
tree.root.add_child(parent)
parent.add_child(Node())
tracemalloc.start()
for _ in range(size):
    parent.add_child(Node())
tree.tick()
used, _ = tracemalloc.get_traced_memory()
print(f'{{"value": {used / size}, "problem": ""}}')
