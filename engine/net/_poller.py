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

The answer is as old as the tick. When one end of a connection inside this process sends, the other
may not have been ready then, and yet is to find it in this tick, as in Godot. So who sends to one
of our own ports calls `look_again`, and the next who asks has the system asked once more.

`wait_for_news` sleeps, too, but only what comes anew ends it: a socket that is ready and that no
script reads does not keep a loop awake. On Linux that is one more epoll that watches the first for
changes; elsewhere the same answer twice is followed by a pause.

A socket is known by its file descriptor. Its owner adds it, says what it waits for, and removes it
before closing it; the poller keeps no object alive. Everything but `wake` belongs to one thread.
"""

from __future__ import annotations

import os
import select
import selectors
import socket
import threading
import weakref
from collections.abc import Callable, Container
from typing import Protocol

from engine.core._blocking import before_blocking

READ = selectors.EVENT_READ
WRITE = selectors.EVENT_WRITE

_PAUSE = 0.002  # seconds
_SELECT_MAX = 1024  # select() knows only file descriptors below this


class _Everything:
    """Contains whatever it is asked for."""

    __slots__ = ()

    def __contains__(self, item: object) -> bool:
        return True


_EVERYTHING = _Everything()


class _Unasked:
    """Stands for an answer until somebody wants it."""

    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[], Container[int]]) -> None:
        self._ask = ask

    def __contains__(self, item: object) -> bool:
        return item in self._ask()


class _Backend(Protocol):
    """The system's way of asking about many sockets."""

    def register(self, fd: int, interest: int) -> object:
        """Begins to watch a socket."""

    def modify(self, fd: int, interest: int) -> object:
        """Changes what is watched for."""

    def unregister(self, fd: int) -> object:
        """Watches it no longer."""

    def ask(self, most: int) -> Container[int]:
        """The file descriptors that are ready now, and -1: who has no socket has to look."""

    def forget_news(self) -> None:
        """What came before this is no news for `sleep_for_news`."""

    def sleep(self, timeout: float | None) -> None:
        """Returns when one is ready, or after `timeout` seconds."""

    def sleep_for_news(self, timeout: float) -> bool:
        """Returns when something came since it was asked or slept last; whether that was so."""


class _Epoll:
    """Linux: the answer is put together in C, whatever the number of sockets."""

    __slots__ = ("_epoll", "_fd", "_news")

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._fd = self._epoll.fileno()
        self._news: select.epoll | None = None  # tells of changes only

    def register(self, fd: int, interest: int) -> None:
        self._epoll.register(fd, self._mask(interest))

    def modify(self, fd: int, interest: int) -> None:
        self._epoll.modify(fd, self._mask(interest))

    def unregister(self, fd: int) -> None:
        try:
            self._epoll.unregister(fd)
        except OSError:
            pass  # it was closed before, as the collector may do, and is forgotten with that

    def ask(self, most: int) -> Container[int]:
        answer = dict(self._epoll.poll(0, most))
        answer[-1] = 0
        return answer

    def forget_news(self) -> None:
        if self._news is not None:
            self._news.poll(0)

    def sleep(self, timeout: float | None) -> None:
        _sleep_until_ready(self._epoll, timeout)

    def sleep_for_news(self, timeout: float) -> bool:
        if self._news is None:
            self._news = select.epoll()
            self._news.register(self._fd, select.EPOLLIN | select.EPOLLET)
        _sleep_until_ready(self._news, timeout)
        return bool(self._news.poll(0))

    @staticmethod
    def _mask(interest: int) -> int:
        reading = select.EPOLLIN if interest & READ else 0
        return reading | (select.EPOLLOUT if interest & WRITE else 0)


def _sleep_until_ready(epoll: select.epoll, timeout: float | None) -> None:
    if epoll.fileno() < _SELECT_MAX:  # epoll counts in milliseconds, select in microseconds
        select.select((epoll,), (), (), timeout)
    else:
        epoll.poll(timeout)


class _Portable(selectors.DefaultSelector):
    """Everywhere else."""

    _told: Container[int] = ()  # what `sleep_for_news` ended with last

    def ask(self, most: int) -> Container[int]:
        return {-1, *(key.fd for key, _ in self.select(0))}

    def forget_news(self) -> None:
        pass  # what comes twice is noticed below

    def sleep(self, timeout: float | None) -> None:
        self.select(timeout)

    def sleep_for_news(self, timeout: float) -> bool:
        told = {key.fd for key, _ in self.select(timeout)}
        if told and told == self._told:  # perhaps nobody wants it: not too often
            threading.Event().wait(min(timeout, _PAUSE))
        self._told = told
        return bool(told)


def _new_backend(portable: bool) -> _Backend:
    return _Portable() if portable or not hasattr(select, "epoll") else _Epoll()


class Poller:
    """Knows which sockets are ready.

    Args:
        portable: not to use what only Linux has.

    Attributes:
        tick: changes with each tick; a socket remembers in which it was asked last.
        ready: contains the file descriptors that may be ready, and -1.
        in_tick: between `begin_tick` and `end_tick`.
        more: what was read last was perhaps not all; `wait_for_news` then returns at once.
    """

    __slots__ = (
        "__weakref__",
        "_backend",
        "_bell",
        "_interests",
        "_last",
        "_portable",
        "_ports",
        "in_tick",
        "more",
        "ready",
        "tick",
    )

    def __init__(self, portable: bool = False) -> None:
        self.tick = 0
        self.ready: Container[int] = _EVERYTHING
        self.in_tick = False
        self.more = False
        self._ports: dict[int, int] = {}  # our local ports, and how many sockets have them
        self._last: list[Callable[[], Callable[[], object] | None]] = []
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
        self.more = False
        self._backend.forget_news()
        self.ready = self._backend.ask(len(self._interests) + 1)

    def end_tick(self) -> None:
        """Writes what was put together for one write, and forgets the answer.

        Until the next tick sockets try for themselves, and everything is written at once. What
        blocks in the middle of a tick (`OS.delay_msec`) calls this first.
        """
        self.tick += 1
        self.in_tick = False
        self.ready = _EVERYTHING
        self._run_last()

    def _run_last(self) -> None:
        if self._last:
            last, self._last = self._last, []
            for find in last:
                if (call := find()) is not None:
                    call()

    def wait(self, timeout: float | None) -> None:
        """Sleeps until a socket is ready, `wake` is called, or `timeout` seconds have passed.

        A socket stays ready until it has been read: a loop that must not run before its time has to
        look at the clock after this.
        """
        bell = self._get_bell()
        self._backend.sleep(timeout)
        _empty(bell)

    def wait_for_news(self, timeout: float) -> bool:
        """Sleeps until something comes that no tick has been told of; false when time is up.

        What was there when the last tick began, or when this was called last, does not end it,
        unless it is being read in portions.
        """
        if self.more:
            self.more = False
            return True
        bell = self._get_bell()
        if not self._backend.sleep_for_news(timeout):
            return False
        _empty(bell)
        return True

    def _get_bell(self) -> socket.socket:
        """The end that can be read once `wake` was called."""
        if self._bell is None:
            self._bell = socket.socketpair()
            weakref.finalize(self, _close_both, *self._bell)
            for end in self._bell:
                end.setblocking(False)
            self._backend.register(self._bell[0].fileno(), READ)
        return self._bell[0]

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

    def look_again(self) -> None:
        """Something was sent within this process: what was ready when the tick began is too old."""
        if self.in_tick:
            self.ready = _Unasked(self._ask_again)

    def _ask_again(self) -> Container[int]:
        self._run_last()
        self.ready = self._backend.ask(len(self._interests) + 1)
        return self.ready

    def add_port(self, port: int) -> None:
        """Notes that a socket of ours has a local port."""
        self._ports[port] = self._ports.get(port, 0) + 1

    def remove_port(self, port: int) -> None:
        """Takes one `add_port` back."""
        count = self._ports.pop(port, 0)
        if count > 1:
            self._ports[port] = count - 1

    def is_ours(self, port: int) -> bool:
        """Whether what is sent to this port, at an address of this machine, comes to us."""
        return port in self._ports

    def before_end(self, find: Callable[[], Callable[[], object] | None]) -> None:
        """Has a method called at the end of this tick.

        Args:
            find: a `weakref.WeakMethod`, or what else gives what is to be called, or None.
        """
        self._last.append(find)

    def _start_again(self) -> None:
        """After a fork: what the system has for the parent is not the child's."""
        self._backend = _new_backend(self._portable)
        self._bell = None
        for fd, interest in self._interests.items():
            if interest:
                self._backend.register(fd, interest)


def _empty(bell: socket.socket) -> None:
    try:
        bell.recv(4096)
    except BlockingIOError:
        pass


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
