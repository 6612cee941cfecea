"""This engine beside the real Godot, on the same work, in one run: `python -m bench`.

How it works
------------
Every workload is written twice, line for line: `workloads/NAME.py` and `godot/NAME.gd`. The
driver (`command_line.py`) hands the same plan (workload, count, warm-up, frames) to a fresh
process of each side, `measure.py` and `godot/main.gd`, which time it in the same way and answer
with one line of JSON. The two sides take turns, and who begins changes from round to round, so
that whatever else the machine does falls on both; the ratio is the median over the rounds. Each
answer carries a checksum of the work done: two sides that did not do the same are an error.

The real Godot is whatever `--godot`, the variable GODOT or the search path gives. What
distributions ship is usually the editor, whose GDScript runs with debug checks; an exported
release build is faster. The output says which one it was.

Figures that have no Godot to compare with (start-up, bytes of a node) are in `probes/`.
"""
