"""GDScript, scenes and project files: Godot's projects as they are."""
