"""`BaseButton`: the base of everything that is pressed.

What happens to a button is told by five flags:

    hovered    the mouse is over it
    attempt    it is being pressed, by the mouse or a key
    inside     the mouse is still over it while it is being pressed
    down       `button_down` was told, and `button_up` is still owed
    on         a toggle button is pressed in

A press of the mouse or of `ui_accept` begins an attempt; letting go while inside makes it a click
(with `ACTION_MODE_BUTTON_PRESS` the press itself does). Losing the focus ends an attempt.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.input_enums import MouseButtonMask
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.project_settings import ProjectSettings
from engine.core.signal import Signal
from engine.gui.control import Control
from engine.scene.timer import Timer

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.core.shortcut import Shortcut
    from engine.gui.button_group import ButtonGroup

_FEEDBACK_SETTING = "gui/timers/button_shortcut_feedback_highlight_time"
_INTERNAL_FRONT = 1


class BaseButton(Control):
    """A control that is pressed. It draws nothing.

    A script may override `_pressed` and `_toggled`.

    Signals: `button_down` and `button_up` when it is held and let go, `pressed` when it is clicked,
    `toggled` when a toggle button goes on or off.
    """

    class DrawMode(IntEnum):
        """How a button looks."""

        DRAW_NORMAL = 0
        DRAW_PRESSED = 1
        DRAW_HOVER = 2
        DRAW_DISABLED = 3
        DRAW_HOVER_PRESSED = 4

    class ActionMode(IntEnum):
        """What makes a click."""

        ACTION_MODE_BUTTON_PRESS = 0
        ACTION_MODE_BUTTON_RELEASE = 1

    DRAW_NORMAL = DrawMode.DRAW_NORMAL
    DRAW_PRESSED = DrawMode.DRAW_PRESSED
    DRAW_HOVER = DrawMode.DRAW_HOVER
    DRAW_DISABLED = DrawMode.DRAW_DISABLED
    DRAW_HOVER_PRESSED = DrawMode.DRAW_HOVER_PRESSED
    ACTION_MODE_BUTTON_PRESS = ActionMode.ACTION_MODE_BUTTON_PRESS
    ACTION_MODE_BUTTON_RELEASE = ActionMode.ACTION_MODE_BUTTON_RELEASE

    button_down = Signal()
    button_up = Signal()
    pressed = Signal()
    toggled = Signal("toggled_on")

    _stored: ClassVar[tuple[str, ...]] = (
        "disabled",
        "toggle_mode",
        "button_pressed",
        "action_mode",
        "button_mask",
        "keep_pressed_outside",
        "button_group",
        "shortcut",
        "shortcut_feedback",
        "shortcut_in_tooltip",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_action_mode",
        "_attempt",
        "_button_group",
        "_button_mask",
        "_by_mouse",
        "_disabled",
        "_down",
        "_feedback",
        "_feedback_timer",
        "_hovered",
        "_inside",
        "_keep_outside",
        "_on",
        "_shortcut",
        "_shortcut_feedback",
        "_shortcut_in_tooltip",
        "_toggle_mode",
    )

    _by_mouse: bool = False  # whether the mouse pressed it last
    _hovered: bool = False
    _attempt: bool = False
    _inside: bool = False
    _down: bool = False
    _on: bool = False
    _disabled: bool = False
    _toggle_mode: bool = False
    _keep_outside: bool = False
    _action_mode: int = 1
    _button_mask: int = 1
    _button_group: ButtonGroup | None = None
    _shortcut: Shortcut | None = None
    _shortcut_feedback: bool = True
    _shortcut_in_tooltip: bool = True
    _feedback: bool = False  # whether it is lit up because its shortcut was used
    _feedback_timer: Timer | None = None

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._focus_mode = 2
        return self

    # Virtuals ------------------------------------------------------------------------------------

    def _pressed(self) -> Any:
        """Called when the button is clicked, before `pressed` is told."""

    def _toggled(self, toggled_on: bool) -> Any:
        """Called when a toggle button goes on or off, before `toggled` is told."""

    def _engine_pressed(self) -> None:
        """What the engine's class does when it is clicked."""

    def _engine_toggled(self, on: bool) -> None:
        """What the engine's class does when it goes on or off."""

    def _tell_pressed(self) -> None:
        if type(self)._pressed is not BaseButton._pressed:
            try:
                self._pressed()
            except Exception as exception:
                output.script_error(exception)
        self._engine_pressed()
        self._emit_if_heard("pressed")

    def _tell_toggled(self) -> None:
        if type(self)._toggled is not BaseButton._toggled:
            try:
                self._toggled(self._on)
            except Exception as exception:
                output.script_error(exception)
        self._engine_toggled(self._on)
        self._emit_if_heard("toggled", self._on)

    # Input ---------------------------------------------------------------------------------------

    def _on_gui_input(self, event: InputEvent) -> None:
        super()._on_gui_input(event)
        if self._disabled:
            return
        if isinstance(event, InputEventMouseButton):
            if self._button_mask & (1 << int(event.button_index) >> 1):
                self._act(event.pressed, True)
        elif isinstance(event, InputEventMouseMotion):
            if self._attempt:
                before, self._inside = self._inside, self.has_point(event.position)
                if before is not self._inside:
                    self.queue_redraw()
        elif event.is_action("ui_accept", True) and not event.is_echo():
            self._act(event.is_pressed(), False)

    def _act(self, pressed: bool, mouse: bool) -> None:
        """It is being pressed or let go."""
        self._by_mouse = mouse
        if pressed and (self._hovered or not mouse):
            self._attempt = self._inside = True
            if not self._down:
                self._down = True
                self._emit_if_heard("button_down")
        if self._attempt and self._inside and pressed is (self._action_mode == 0):
            self._click()
        if not pressed:
            self._attempt = self._inside = False
            self._owe_nothing()
        self.queue_redraw()

    def _click(self) -> None:
        if self._toggle_mode:
            if self._action_mode == 0:
                self._attempt = self._inside = False
            self._flip()
        self._tell_pressed()

    def _flip(self) -> None:
        """A click turns a toggle button on or off."""
        self._on = not self._on
        self._let_others_go()
        if self._button_group is not None:
            self._button_group.pressed.emit(self)
        self._tell_toggled()

    def _owe_nothing(self) -> None:
        if self._down:
            self._down = False
            self._emit_if_heard("button_up")

    def _let_others_go(self) -> None:
        """Only one button of a group is pressed."""
        group = self._button_group
        if group is None:
            return
        if self._toggle_mode and not group._allow_unpress:
            self._on = True
        for button in list(group._buttons):
            if button is not self:
                button.set_pressed(False)

    def _engine_shortcut_input(self, event: InputEvent) -> None:
        shortcut = self._shortcut
        if (
            self._disabled
            or shortcut is None
            or not event.is_pressed()
            or not self.is_visible_in_tree()
            or not shortcut.matches_event(event)
        ):
            return
        if self._toggle_mode:
            self._flip()
        self._tell_pressed()
        self.queue_redraw()
        self.accept_event()
        if self._shortcut_feedback and self._tree is not None:
            self._light_up()

    def _light_up(self) -> None:
        timer = self._feedback_timer
        if timer is None:
            timer = self._feedback_timer = Timer()
            timer.one_shot = True
            self.add_child(timer, False, _INTERNAL_FRONT)
            timer.wait_time = ProjectSettings.get_setting(_FEEDBACK_SETTING, 0.2)
            timer.timeout.connect(self._go_dark)
        self._feedback = True
        timer.start()

    def _go_dark(self) -> None:
        self._feedback = False
        self.queue_redraw()

    def _engine_notification(self, what: int) -> None:
        first = _FIRST.get(what)
        if first is not None:  # so that it is up to date when its signals are heard
            first(self)
        super()._engine_notification(what)
        reaction = _REACTIONS.get(what)
        if reaction is not None:
            reaction(self)

    def _when_hovered(self) -> None:
        self._hovered = True
        self.queue_redraw()

    def _when_left(self) -> None:
        self._hovered = False
        self.queue_redraw()

    def _when_something_moves(self) -> None:
        if self._attempt:
            self._attempt = False
            self.queue_redraw()

    def _when_focus_comes(self) -> None:
        self.queue_redraw()

    def _when_focus_goes(self) -> None:
        self._attempt = False
        self.queue_redraw()
        self._owe_nothing()

    def _when_shown_or_hidden(self) -> None:
        if not self.is_visible_in_tree():
            self._when_out_of_sight()

    def _when_out_of_sight(self) -> None:
        if not self._toggle_mode:
            self._on = False
        self._hovered = self._attempt = self._inside = False

    def _when_freed(self) -> None:
        if self._button_group is not None:
            self._button_group._buttons.pop(self, None)
            self._button_group = None

    # State ---------------------------------------------------------------------------------------

    def get_draw_mode(self) -> BaseButton.DrawMode:
        """How the button looks now."""
        mode = BaseButton.DrawMode
        if self._disabled:
            return mode.DRAW_DISABLED
        if self._feedback:
            return mode.DRAW_HOVER_PRESSED
        if self._hovered and not self._attempt:
            return mode.DRAW_HOVER_PRESSED if self._on else mode.DRAW_HOVER
        down = self._on
        if self._attempt:
            down = (self._inside or self._keep_outside) is not self._on
        return mode.DRAW_PRESSED if down else mode.DRAW_NORMAL

    def is_hovered(self) -> bool:
        """Whether the mouse is over the button and has not gone elsewhere while pressed."""
        return self._hovered

    def set_pressed(self, pressed: bool) -> None:
        """Turns a toggle button on or off and tells `toggled`; other buttons cannot be set."""
        before = self._on
        self.set_pressed_no_signal(pressed)
        if self._on is before:
            return
        if self._on:
            self._let_others_go()
            if self._button_group is not None:
                self._button_group.pressed.emit(self)
        self._tell_toggled()

    def set_pressed_no_signal(self, pressed: bool) -> None:
        """Turns a toggle button on or off, without telling."""
        if self._toggle_mode and self._on is not bool(pressed):
            self._on = bool(pressed)
            self.queue_redraw()

    def is_pressed(self) -> bool:
        """Whether a toggle button is on, or another one is being pressed."""
        return self._on if self._toggle_mode else self._attempt

    button_pressed = accessors(is_pressed, set_pressed)

    def set_disabled(self, disabled: bool) -> None:
        """Sets whether the button cannot be pressed."""
        disabled = bool(disabled)
        if disabled is self._disabled:
            return
        self._disabled = disabled
        if disabled:
            if not self._toggle_mode:
                self._on = False
            self._attempt = self._inside = False
            self._owe_nothing()
        self.queue_redraw()
        self.update_minimum_size()

    def is_disabled(self) -> bool:
        """Whether the button cannot be pressed."""
        return self._disabled

    disabled = accessors(is_disabled, set_disabled)

    def set_toggle_mode(self, enabled: bool) -> None:
        """Sets whether a click turns the button on or off; turning that off lets it go."""
        if not enabled:
            self.set_pressed(False)
        self._toggle_mode = bool(enabled)

    def is_toggle_mode(self) -> bool:
        """Whether a click turns the button on or off."""
        return self._toggle_mode

    toggle_mode = accessors(is_toggle_mode, set_toggle_mode)

    # Settings ------------------------------------------------------------------------------------

    def set_action_mode(self, mode: int) -> None:
        """Sets what makes a click: an `ACTION_MODE_*`."""
        self._action_mode = int(mode)

    def get_action_mode(self) -> int:
        """What makes a click: an `ACTION_MODE_*`."""
        return self._action_mode

    action_mode = accessors(get_action_mode, set_action_mode)

    def set_button_mask(self, mask: int) -> None:
        """Sets which buttons of the mouse press it: a sum of `MOUSE_BUTTON_MASK_*`."""
        self._button_mask = int(mask)

    def get_button_mask(self) -> MouseButtonMask:
        """Which buttons of the mouse press it."""
        return MouseButtonMask(self._button_mask)

    button_mask = accessors(get_button_mask, set_button_mask)

    def set_keep_pressed_outside(self, enabled: bool) -> None:
        """Sets whether it looks pressed while it is held and the mouse is elsewhere."""
        self._keep_outside = bool(enabled)

    def is_keep_pressed_outside(self) -> bool:
        """Whether it looks pressed while it is held and the mouse is elsewhere."""
        return self._keep_outside

    keep_pressed_outside = accessors(is_keep_pressed_outside, set_keep_pressed_outside)

    def set_button_group(self, button_group: ButtonGroup | None) -> None:
        """Sets the group whose other buttons let go when this one is pressed."""
        if self._button_group is not None:
            self._button_group._buttons.pop(self, None)
        self._button_group = button_group
        if button_group is not None:
            button_group._buttons[self] = None
        self.queue_redraw()

    def get_button_group(self) -> ButtonGroup | None:
        """The group whose other buttons let go when this one is pressed."""
        return self._button_group

    button_group = accessors(get_button_group, set_button_group)

    def set_shortcut(self, shortcut: Shortcut | None) -> None:
        """Sets what clicks the button without the focus."""
        self._shortcut = shortcut
        self.set_process_shortcut_input(shortcut is not None)

    def get_shortcut(self) -> Shortcut | None:
        """What clicks the button without the focus."""
        return self._shortcut

    shortcut = accessors(get_shortcut, set_shortcut)

    def set_shortcut_feedback(self, enabled: bool) -> None:
        """Sets whether the button lights up when its shortcut is used."""
        self._shortcut_feedback = bool(enabled)

    def is_shortcut_feedback(self) -> bool:
        """Whether the button lights up when its shortcut is used."""
        return self._shortcut_feedback

    shortcut_feedback = accessors(is_shortcut_feedback, set_shortcut_feedback)

    def set_shortcut_in_tooltip(self, enabled: bool) -> None:
        """Sets whether the tooltip shows the shortcut."""
        self._shortcut_in_tooltip = bool(enabled)

    def is_shortcut_in_tooltip_enabled(self) -> bool:
        """Whether the tooltip shows the shortcut."""
        return self._shortcut_in_tooltip

    shortcut_in_tooltip = accessors(is_shortcut_in_tooltip_enabled, set_shortcut_in_tooltip)


_FIRST = {
    11: BaseButton._when_out_of_sight,
    41: BaseButton._when_hovered,
    42: BaseButton._when_left,
    44: BaseButton._when_focus_goes,
}
_REACTIONS = {
    1: BaseButton._when_freed,
    21: BaseButton._when_something_moves,
    31: BaseButton._when_shown_or_hidden,
    43: BaseButton._when_focus_comes,
    47: BaseButton._when_something_moves,
}
