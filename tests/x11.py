"""An X server of its own for a test, and somebody in front of it who uses mouse and keyboard.

Xvfb has no window manager. What one does when a window's cross is clicked, it asks the window to
close by itself, is done here by the same message.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

TOOLS = ("Xvfb", "xdotool")
PATIENCE = 30.0
_LIBRARY = "libX11.so.6"
_CLIENT_MESSAGE = 33


class Desktop:
    """A screen without a window manager.

    Attributes:
        environment: what a program needs to open its window here.
    """

    def __init__(self, display: str) -> None:
        self.display = display
        self.environment = {**os.environ, "DISPLAY": display, "LANG": "C.UTF-8"}
        self.environment.pop("SDL_VIDEODRIVER", None)

    def does(self, *words: str) -> str:
        """Has xdotool do something; gives what it says."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
        return done.stdout.strip()

    def window(self) -> Window:
        """The window that is there, or comes."""
        found = self.does("search", "--sync", "--onlyvisible", "--class", "scenetick")
        return Window(self, found.split()[-1])

    def types(self, text: str, delay: int = 30) -> None:
        """Types a text; characters that no key has want a longer delay (milliseconds)."""
        self.does("type", "--delay", str(delay), text)

    def presses(self, *keys: str) -> None:
        """Presses and releases keys, by their names in X."""
        self.does("key", *keys)


class Window:
    """A program's window."""

    def __init__(self, desktop: Desktop, number: str) -> None:
        self.desktop, self.number = desktop, number

    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height."""
        lines = self.desktop.does("getwindowgeometry", "--shell", self.number).splitlines()
        told = dict(line.split("=") for line in lines)
        left, top, width, height = (int(told[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return left, top, width, height

    def clicks(self, x: float, y: float) -> None:
        """Clicks on a point of the window."""
        left, top, _, _ = self.place()
        place = str(left + round(x)), str(top + round(y))
        click = "mousedown", "1", "sleep", "0.04", "mouseup", "1"  # not all in one frame
        self.desktop.does("mousemove", "--sync", *place, *click)

    def resizes(self, width: int, height: int) -> None:
        """Drags the window's corner, so to speak."""
        self.desktop.does("windowsize", "--sync", self.number, str(width), str(height))

    def asks_to_close(self) -> None:
        """Sends what a window manager sends for a click on the cross (`WM_DELETE_WINDOW`)."""
        x11 = ctypes.CDLL(_LIBRARY)
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XInternAtom.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(self.desktop.display.encode()))
        assert display, f"there is no display {self.desktop.display}"
        try:
            window = ctypes.c_ulong(int(self.number))
            message = _ClientMessage(_CLIENT_MESSAGE, 0, 1, display, window)
            message.message_type = x11.XInternAtom(display, b"WM_PROTOCOLS", 0)
            message.format = 32
            message.data[0] = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
            x11.XSendEvent(display, window, 0, ctypes.c_long(0), ctypes.byref(message))
        finally:
            x11.XCloseDisplay(display)


class _ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),  # Xlib copies a whole XEvent
    ]


@contextmanager
def desktop(width: int = 1280, height: int = 800) -> Iterator[Desktop]:
    """A screen of its own; a test is skipped where Xvfb or xdotool are not installed."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    screen = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    command = ["Xvfb", "-displayfd", "1", *screen]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        try:
            yield Desktop(f":{server.stdout.readline().decode().strip()}")
        finally:
            server.terminate()
