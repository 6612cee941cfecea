"""Godot's high-level multiplayer: peers, remote calls, spawned and synchronized nodes."""
