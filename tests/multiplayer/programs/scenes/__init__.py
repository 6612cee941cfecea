"""What is spawned and synchronized in the scenarios."""
