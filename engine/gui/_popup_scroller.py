"""Temporary."""
from __future__ import annotations
from engine.core.vector2 import Vector2
from engine.gui.control import Control
from engine.gui.container import Container
class _Bar(Control):
    def get_minimum_size(self): return Vector2(8, 8)
class ScrollContainer(Container):
    def __init__(self):
        super().__init__()
        self.scroll_vertical = 0
        self._bar = _Bar()
        self._bar.visible = False
        self.add_child(self._bar, False, 1)
    def get_v_scroll_bar(self): return self._bar
    def _engine_notification(self, what):
        super()._engine_notification(what)
        if what == 51:
            for c in self.get_children(True):
                if c is not self._bar: self.fit_child_in_rect(c, __import__('engine.core.rect2', fromlist=['Rect2']).Rect2(0,0,self._w,self._h))
