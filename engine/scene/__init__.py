"""Nodes, the tree, timers, tweens and scenes."""
