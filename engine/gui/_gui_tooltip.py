"""Tooltips: shown when the mouse has rested over a control for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._lazy import lazy
from engine.core.project_settings import ProjectSettings
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._gui_hover import GuiHover
from engine.gui._gui_state import to_local
from engine.gui.control import Control

if TYPE_CHECKING:
    from engine.gui import label, popup
else:
    label = lazy("engine.gui.label")
    popup = lazy("engine.gui.popup")

_STOP = 0
_DELAY = "gui/timers/tooltip_delay_sec"
_OFFSET = "display/mouse_cursor/tooltip_position_offset"


class GuiTooltip(GuiHover):
    """The tooltip of a viewport."""

    def cancel_tooltip(self) -> None:
        """Takes the tooltip away."""
        self.tooltip_control = None
        self.tooltip_timer = None
        shown, self.tooltip_popup = self.tooltip_popup, None
        if shown:
            shown.queue_free()

    def _rest_over(self, over: Any, position: Vector2) -> None:
        """The mouse moves over a control with no button down: a tooltip may follow, or go."""
        if self.tooltip_popup:
            text = ""
            if self.tooltip_control is not None:
                text, _ = _tooltip_of(over, to_local(over, position))
            if text and text == self.tooltip_text:
                return
            self.cancel_tooltip()
        if not over.can_process():
            return
        self.tooltip_control = over
        self.tooltip_position = over.get_screen_transform() * to_local(over, position)
        self._start_waiting()

    def _start_waiting(self) -> None:
        delay = float(ProjectSettings.get_setting(_DELAY, 0.5))
        timer = self.viewport._tree.create_timer(delay, True, False, True)
        self.tooltip_timer = timer
        timer.timeout.connect(lambda: self._waited(timer))

    def _waited(self, timer: Any) -> None:
        if timer is self.tooltip_timer:
            self.tooltip_timer = None
            self._show_tooltip()

    def _show_tooltip(self) -> None:
        over = self.tooltip_control
        if over is None or not over or over._tree is None:
            return
        text, owner = _tooltip_of(over, to_local(over, self.last_position))
        self.tooltip_text = text
        if not text:
            return
        if self.tooltip_popup:
            self.tooltip_popup.free()
            self.tooltip_popup = None
        panel = self._tooltip_panel(owner, text)
        self.tooltip_popup = panel
        owner.add_child(panel)
        self._place_tooltip(panel)
        panel.show()

    def _tooltip_panel(self, owner: Any, text: str) -> Any:
        panel = popup.PopupPanel()
        panel.theme_type_variation = "TooltipPanel"
        content = _custom_tooltip(owner, text)
        if content is None or not content.visible:
            content = label.Label()
            content.theme_type_variation = "TooltipLabel"
            content.auto_translate_mode = owner.tooltip_auto_translate_mode
            content.text = text
            panel.mouse_entered.connect(self.cancel_tooltip)
        content.set_anchors_and_offsets_preset(Control.PRESET_FULL_RECT)
        panel.transient = True
        panel.set_flag(panel.FLAG_NO_FOCUS, True)
        panel.set_flag(panel.FLAG_POPUP, False)
        panel.set_flag(panel.FLAG_MOUSE_PASSTHROUGH, True)
        panel.wrap_controls = True
        panel.add_child(content)
        return panel

    def _place_tooltip(self, panel: Any) -> None:
        area = (panel._find_embedder() or self.viewport).get_visible_rect()
        gap = Vector2(ProjectSettings.get_setting(_OFFSET, Vector2i(10, 10)))
        width, height = panel.get_contents_minimum_size()
        width, height = min(width, area.size.x), min(height, area.size.y)
        mouse = self.tooltip_position
        left = _fitting(mouse.x, gap.x, width, area.position.x, area.end.x)
        top = _fitting(mouse.y, gap.y, height, area.position.y, area.end.y)
        panel.position = Vector2i(int(left), int(top))
        panel.size = Vector2i(int(width), int(height))


def _fitting(mouse: float, gap: float, length: float, begin: float, end: float) -> float:
    """Where a tooltip begins: behind the mouse, before it where there is no room, or inside."""
    at = mouse + gap
    if at + length > end:
        at = mouse - length - gap
        if at < begin:
            at = end - length
    return max(at, begin)


def _tooltip_of(control: Any, position: Vector2) -> tuple[str, Any]:
    """The text at a point of a control, or of those above it, and whose it is."""
    owner = control
    text = ""
    while control is not None:
        owner = control
        text = control.get_tooltip(position).strip()
        if text or control._mouse_filter == _STOP or control._top_level:
            break
        position = control.get_transform() * position
        control = control._parent_control
    return text, owner


def _custom_tooltip(owner: Any, text: str) -> Any:
    if type(owner)._make_custom_tooltip is Control._make_custom_tooltip:
        return owner._engine_custom_tooltip(text)
    try:
        return owner._make_custom_tooltip(text)
    except Exception as exception:
        output.script_error(exception)
        return None
