"""The window, on pygame."""
