"""pygame, loaded when it is first used, and quietly.

Only the parts that draw and that open a window are used: no sound device is ever touched.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from engine.core._lazy import lazy

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")  # Ctrl+C belongs to the loop

if TYPE_CHECKING:
    import pygame as pygame
else:
    pygame = lazy("pygame")
