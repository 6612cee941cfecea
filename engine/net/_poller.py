"""Which sockets have something to say: one question to the system for all of them, once a tick.

The loop calls `begin_tick()` before the nodes run and `end_tick()` after them. In between, the
first question of a socket is answered from what the system said at the beginning: a look-up and
nothing else, so thousands of idle peers may be polled each tick. Asked again in the same tick, a
socket is told to try for itself, so a script that polls in a loop misses nothing. The same holds
outside of ticks, and where no loop runs at all.

    net = poller()
    while running:
        net.begin_tick()     # one system call
        ...                  # scripts poll their peers
        net.end_tick()
        net.wait(seconds)    # sleeps until a socket is ready, `wake()` is called or time is up

A socket is known by its file descriptor. Its owner adds it, says what it waits for, and removes it
before closing it; the poller keeps no object alive. Everything but `wake` belongs to one thread.
"""

from __future__ import annotations

import os
import select
import selectors
import socket
import weakref
from collections.abc import Callable, Container
from typing import Protocol

from engine.core._blocking import before_blocking

READ = selectors.EVENT_READ
WRITE = selectors.EVENT_WRITE

_SELECT_MAX = 1024  # select() knows only file descriptors below this


class _Everything:
    """Contains whatever it is asked for."""

    __slots__ = ()

    def __contains__(self, item: object) -> bool:
        return True


_EVERYTHING = _Everything()


class _Backend(Protocol):
    """The system's way of asking about many sockets."""

    def register(self, fd: int, interest: int) -> object:
        """Begins to watch a socket."""

    def modify(self, fd: int, interest: int) -> object:
        """Changes what is watched for."""

    def unregister(self, fd: int) -> object:
        """Watches it no longer."""

    def ask(self, most: int) -> Container[int]:
        """The file descriptors that are ready now."""

    def sleep(self, timeout: float | None) -> None:
        """Returns when one is ready, or after `timeout` seconds."""


class _Epoll:
    """Linux: the answer is put together in C, whatever the number of sockets."""

    __slots__ = ("_epoll", "_fd")

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._fd = self._epoll.fileno()

    def register(self, fd: int, interest: int) -> None:
        self._epoll.register(fd, self._mask(interest))

    def modify(self, fd: int, interest: int) -> None:
        self._epoll.modify(fd, self._mask(interest))

    def unregister(self, fd: int) -> None:
        self._epoll.unregister(fd)

    def ask(self, most: int) -> Container[int]:
        return dict(self._epoll.poll(0, most))

    def sleep(self, timeout: float | None) -> None:
        if self._fd < _SELECT_MAX:  # epoll counts in milliseconds, select in microseconds
            select.select((self._fd,), (), (), timeout)
        else:
            self._epoll.poll(timeout)

    @staticmethod
    def _mask(interest: int) -> int:
        reading = select.EPOLLIN if interest & READ else 0
        return reading | (select.EPOLLOUT if interest & WRITE else 0)


class _Portable(selectors.DefaultSelector):
    """Everywhere else."""

    def ask(self, most: int) -> Container[int]:
        return {key.fd for key, _ in self.select(0)}

    def sleep(self, timeout: float | None) -> None:
        self.select(timeout)


def _new_backend(portable: bool) -> _Backend:
    return _Portable() if portable or not hasattr(select, "epoll") else _Epoll()


class Poller:
    """Knows which sockets are ready.

    Args:
        portable: not to use what only Linux has.

    Attributes:
        tick: changes with each tick; a socket remembers in which it was asked last.
        ready: contains the file descriptors that may be ready.
        in_tick: between `begin_tick` and `end_tick`.
    """

    __slots__ = (
        "__weakref__",
        "_backend",
        "_bell",
        "_interests",
        "_last",
        "_portable",
        "in_tick",
        "ready",
        "tick",
    )

    def __init__(self, portable: bool = False) -> None:
        self.tick = 0
        self.ready: Container[int] = _EVERYTHING
        self.in_tick = False
        self._last: list[weakref.WeakMethod[Callable[[], object]]] = []
        self._portable = portable
        self._backend = _new_backend(portable)
        self._interests: dict[int, int] = {}
        self._bell: tuple[socket.socket, socket.socket] | None = None

    def __len__(self) -> int:
        return len(self._interests)

    # For the loop --------------------------------------------------------------------------------

    def begin_tick(self) -> None:
        """Asks the system about all sockets; the answer is good for one look at each."""
        self.tick += 1
        self.in_tick = True
        self.ready = self._backend.ask(len(self._interests) + 1)

    def end_tick(self) -> None:
        """Writes what was put together for one write, and forgets the answer.

        Until the next tick sockets try for themselves, and everything is written at once. What
        blocks in the middle of a tick (`OS.delay_msec`) calls this first.
        """
        self.tick += 1
        self.in_tick = False
        self.ready = _EVERYTHING
        if self._last:
            last, self._last = self._last, []
            for method in last:
                if (call := method()) is not None:
                    call()

    def wait(self, timeout: float | None) -> None:
        """Sleeps until a socket is ready, `wake` is called, or `timeout` seconds have passed.

        A socket stays ready until it has been read: a loop that must not run before its time has to
        look at the clock after this.
        """
        if self._bell is None:
            self._bell = socket.socketpair()
            weakref.finalize(self, _close_both, *self._bell)
            for end in self._bell:
                end.setblocking(False)
            self._backend.register(self._bell[0].fileno(), READ)
        self._backend.sleep(timeout)
        try:
            self._bell[0].recv(4096)
        except BlockingIOError:
            pass

    def wake(self) -> None:
        """Ends `wait` at once; may be called from any thread."""
        if self._bell is not None:
            try:
                self._bell[1].send(b"\0")
            except BlockingIOError:
                pass  # it has been rung often enough

    # For sockets ---------------------------------------------------------------------------------

    def add(self, fd: int, interest: int) -> None:
        """Begins to ask about a socket; `interest` is made of `READ` and `WRITE`."""
        self._interests[fd] = 0
        self.change(fd, interest)

    def change(self, fd: int, interest: int) -> None:
        """Changes what a socket waits for; with 0 it is not asked about for a while."""
        before = self._interests[fd]
        if before == interest:
            return
        self._interests[fd] = interest
        if not before:
            self._backend.register(fd, interest)
        elif not interest:
            self._backend.unregister(fd)
        else:
            self._backend.modify(fd, interest)

    def remove(self, fd: int) -> None:
        """Asks no longer; to be called before the socket is closed."""
        if self._interests.pop(fd, 0):
            self._backend.unregister(fd)

    def before_end(self, method: Callable[[], object]) -> None:
        """Has a method called at the end of this tick, if its object is still there."""
        self._last.append(weakref.WeakMethod(method))

    def _start_again(self) -> None:
        """After a fork: what the system has for the parent is not the child's."""
        self._backend = _new_backend(self._portable)
        self._bell = None
        for fd, interest in self._interests.items():
            if interest:
                self._backend.register(fd, interest)


def _close_both(one: socket.socket, other: socket.socket) -> None:
    one.close()
    other.close()


_shared = Poller()
before_blocking(_shared.end_tick)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_shared._start_again)


def poller() -> Poller:
    """The poller of this process."""
    return _shared


def wait_for(fd: int, interest: int, timeout: float | None) -> bool:
    """Waits for one socket, apart from all others; false when `timeout` seconds have passed."""
    if not hasattr(select, "poll"):  # Windows, whose select() takes any number
        reading, writing = [fd] if interest & READ else [], [fd] if interest & WRITE else []
        return any(select.select(reading, writing, writing, timeout))
    question = select.poll()
    mask = (select.POLLIN if interest & READ else 0) | (select.POLLOUT if interest & WRITE else 0)
    question.register(fd, mask)
    return bool(question.poll(None if timeout is None else timeout * 1000.0))
