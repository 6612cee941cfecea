"""Programs in GDScript, what Godot printed for them, and their ports."""
