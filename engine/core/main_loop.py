"""`MainLoop`: what the loop runs."""

from __future__ import annotations

from typing import Any

from engine.core.object import Object
from engine.core.signal import Signal


class MainLoop(Object):
    """Something that is started, stepped and ended by the loop; `SceneTree` is the usual one.

    A script that is run with `-s` derives from it. `_process` and `_physics_process` end the run
    when they return True.
    """

    NOTIFICATION_OS_MEMORY_WARNING = 2009
    NOTIFICATION_TRANSLATION_CHANGED = 2010
    NOTIFICATION_WM_ABOUT = 2011
    NOTIFICATION_CRASH = 2012
    NOTIFICATION_OS_IME_UPDATE = 2013
    NOTIFICATION_APPLICATION_RESUMED = 2014
    NOTIFICATION_APPLICATION_PAUSED = 2015
    NOTIFICATION_APPLICATION_FOCUS_IN = 2016
    NOTIFICATION_APPLICATION_FOCUS_OUT = 2017
    NOTIFICATION_TEXT_SERVER_CHANGED = 2018

    on_request_permissions_result = Signal(permission=str, granted=bool)

    def _initialize(self) -> Any:
        """Called once before the first step."""

    def _finalize(self) -> Any:
        """Called once after the last step."""

    def _process(self, delta: float) -> Any:
        """Called each frame with the seconds since the last; True ends the run."""
        return False

    def _physics_process(self, delta: float) -> Any:
        """Called each physics tick with its length in seconds; True ends the run."""
        return False

    def _input_event(self, event: Any) -> None:
        """An event came that is meant for the window of this loop."""
