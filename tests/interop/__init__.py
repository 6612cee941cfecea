"""This engine's WebSockets and other libraries', talking to each other."""
