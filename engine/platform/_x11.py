"""Whether an X server has a window manager.

Without one (a bare Xvfb, as tests use it) each new window takes the keyboard from the others, so
that losing it means nothing there.
"""

from __future__ import annotations

import ctypes

_MARK = b"_NET_SUPPORTING_WM_CHECK"  # window managers put it on the root window
_ANY = 0
_LIBRARY = "libX11.so.6"


def has_window_manager() -> bool:
    """Whether there is one; taken for granted where nobody can be asked."""
    try:
        x11 = ctypes.CDLL(_LIBRARY)
    except OSError:
        return True
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XInternAtom.restype = ctypes.c_ulong
    display = x11.XOpenDisplay(None)
    if not display:
        return True
    try:
        return _root_has(x11, ctypes.c_void_p(display))
    finally:
        x11.XCloseDisplay(ctypes.c_void_p(display))


def _root_has(x11: ctypes.CDLL, display: ctypes.c_void_p) -> bool:
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    mark = ctypes.c_ulong(x11.XInternAtom(display, _MARK, 0))
    kind, form = ctypes.c_ulong(), ctypes.c_int()
    count, left, data = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_void_p()
    x11.XGetWindowProperty(
        display,
        root,
        mark,
        ctypes.c_long(0),
        ctypes.c_long(1),
        0,
        ctypes.c_ulong(_ANY),
        ctypes.byref(kind),
        ctypes.byref(form),
        ctypes.byref(count),
        ctypes.byref(left),
        ctypes.byref(data),
    )
    if data:
        x11.XFree(data)
    return count.value > 0
