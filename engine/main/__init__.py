"""The loop and the command line."""
