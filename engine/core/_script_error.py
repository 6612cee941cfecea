"""What a script's mistake raises, with the whole message in Godot's words."""

from __future__ import annotations


class ScriptError(Exception):
    """A mistake of a script."""


class CallError(ScriptError):
    """A call that did not fit the function.

    Attributes:
        problem: the part of the message that says what is wrong with the arguments.
    """

    def __init__(self, text: str, problem: str) -> None:
        super().__init__(text)
        self.problem = problem
