"""Errors in tests: each one fails the test, unless it was expected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from engine.core import output
from engine.core.output import Message


class UnexpectedError(AssertionError):
    """Errors were reported that no `expect_error` waited for."""


@contextmanager
def collect_messages() -> Iterator[list[Message]]:
    """While it is open, all messages are collected; they are also written to standard error."""
    messages: list[Message] = []

    def collect(message: Message) -> None:
        messages.append(message)
        output.write_to_stderr(message)

    with output.handler(collect):
        yield messages


@contextmanager
def expect_error(text: str = "", *, count: int | None = None) -> Iterator[list[Message]]:
    """Expects errors within a block.

    Args:
        text: a part of the message, which is an error, a warning or a script error. Other messages
            of the block are reported as ever.
        count: how many there have to be; at least one without it.

    Yields:
        The list that the expected messages are put into.

    Raises:
        AssertionError: at the end of the block, when they have not come.
    """
    found: list[Message] = []
    pass_on = output._handlers[-1] if output._handlers else output.write_to_stderr

    def sort_out(message: Message) -> None:
        if text in str(message):
            found.append(message)
        else:
            pass_on(message)

    with output.handler(sort_out):
        yield found
    if count is None and not found:
        raise AssertionError(f"no error with {text!r} was reported")
    if count is not None and len(found) != count:
        raise AssertionError(f"{len(found)} errors with {text!r} were reported, not {count}")


def check_none_left(messages: list[Message]) -> None:
    """Fails when there are errors among the messages; warnings are no errors.

    Raises:
        UnexpectedError: with all of them.
    """
    __tracebackhide__ = True  # what matters is where the error was reported, not where it was found
    errors = [message for message in messages if message.kind != "WARNING"]
    if errors:
        told = "\n".join(f"{message}\n{message.details()}" for message in errors)
        raise UnexpectedError(f"{len(errors)} unexpected error(s):\n{told}")
