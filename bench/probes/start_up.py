"""CPU time from the start of the process to a tree that is ready to tick."""

from __future__ import annotations

import sys
import time

from engine import Node, SceneTree

tree = SceneTree()
tree.root.add_child(Node())
cpu = time.process_time()
tree.tick()
loaded = [name for name in ("pygame", "ssl", "asyncio", "cryptography") if name in sys.modules]
problem = f"loads {', '.join(loaded)}" if loaded else ""
print(f'{{"value": {cpu * 1000.0}, "problem": "{problem}"}}')
