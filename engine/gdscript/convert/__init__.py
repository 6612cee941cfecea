"""Writes GDScript as Python."""
