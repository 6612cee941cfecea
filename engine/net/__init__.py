"""Sockets and protocols, polled; they work with no tree."""
