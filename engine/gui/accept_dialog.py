"""`AcceptDialog`: a window with a message and a button that closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import message_queue, output
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.vector2 import Vector2
from engine.gui.box_container import HBoxContainer
from engine.gui.button import Button
from engine.gui.control import Control
from engine.gui.label import Label
from engine.gui.panel import Panel
from engine.scene.window import Window

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.gui.line_edit import LineEdit

_FRONT = 1
_POPUP = 5
_MINIMIZE_DISABLED, _MAXIMIZE_DISABLED = 11, 12
_OK = "OK"


class AcceptDialog(Window):
    """A window with a label and a row of buttons.

    Controls that are added to it fill the room above the buttons.

    Signals: `confirmed` by the OK button, `canceled` by Escape, the close cross or a cancel button,
    `custom_action` with the name that `add_button` got.
    """

    confirmed = Signal()
    canceled = Signal()
    custom_action = Signal("action")

    _stored: ClassVar[tuple[str, ...]] = (
        "ok_button_text",
        "dialog_text",
        "dialog_hide_on_ok",
        "dialog_close_on_escape",
        "dialog_autowrap",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_above",
        "_buttons",
        "_close_on_escape",
        "_hide_on_ok",
        "_label",
        "_ok_button",
        "_ok_text",
        "_panel",
        "_popped_up",
        "_spacers",
    )
    _above: Any = None  # the window it lies in, while it is shown
    _close_on_escape: bool = True
    _hide_on_ok: bool = True
    _ok_text: str = ""
    _popped_up: bool = False
    _panel: Panel
    _label: Label
    _buttons: HBoxContainer
    _ok_button: Button
    _spacers: dict[Any, Any]  # the stretching gap that came with each added button

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._visible = False
        self._wrap_controls = self._transient = self._exclusive = True
        self._flags |= 1 << _MINIMIZE_DISABLED | 1 << _MAXIMIZE_DISABLED
        self._keep_title_visible = True
        self._title = "Alert!"
        self._spacers = {}
        self._panel, self._label, self._buttons = Panel(), Label(), HBoxContainer()
        self._label.set_anchor(2, 1.0)
        self._label.set_anchor(3, 1.0)
        for child in (self._panel, self._label, self._buttons):
            self.add_child(child, False, _FRONT)
        self._buttons.add_spacer(False)
        self._ok_button = Button(_OK)
        self._buttons.add_child(self._ok_button)
        self._buttons.add_spacer(False)
        self._ok_button.pressed.connect(self._ok_pressed)
        return self

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_VISIBILITY_CHANGED:
            if self._visible:
                self._when_shown()
            else:
                self._popped_up = False
                self._forget_above()
        elif what == self.NOTIFICATION_WM_WINDOW_FOCUS_IN:
            if self._focused:
                self._popped_up = True
        elif what == self.NOTIFICATION_THEME_CHANGED:
            self._when_theme_changed()
        elif what == self.NOTIFICATION_EXIT_TREE:
            self._forget_above()
        elif what in (self.NOTIFICATION_READY, self.NOTIFICATION_WM_SIZE_CHANGED):
            if self._visible and self._tree is not None:
                self._place_children()
        elif what == self.NOTIFICATION_WM_CLOSE_REQUEST:
            self._cancel()

    def _when_shown(self) -> None:
        if self._ok_button._tree is not None:
            self._ok_button.grab_focus()
        self._place_children()
        self._above = self._parent_visible_window()
        if self._above is not None:
            self._above.focus_entered.connect(self._above_focused)

    def _when_theme_changed(self) -> None:
        self._panel.add_theme_stylebox_override("panel", self.get_theme_stylebox("panel"))
        self.child_controls_changed()
        if self._visible:
            self._place_children()

    def _forget_above(self) -> None:
        above, self._above = self._above, None
        if above is not None:
            above.focus_entered.disconnect(self._above_focused)

    def _above_focused(self) -> None:
        if self._popped_up and not self._exclusive and self.get_flag(_POPUP):
            self._cancel()

    # Closing -------------------------------------------------------------------------------------

    def _input_from_window(self, event: InputEvent) -> None:
        if self._close_on_escape and event.is_action_pressed("ui_cancel", False, True):
            self._cancel()
        super()._input_from_window(event)

    def _ok_pressed(self) -> None:
        if self._hide_on_ok:
            self._popped_up = False
            self.set_visible(False)
        self._emit_if_heard("confirmed")
        self._take_event()

    def _cancel(self) -> None:
        self._popped_up = False
        self._forget_above()
        message_queue.push(self.hide)
        self._emit_if_heard("canceled")
        self._take_event()

    def _take_event(self) -> None:
        if self._tree is not None:
            self.set_input_as_handled()

    def _text_submitted(self, text: str) -> None:
        if not self._ok_button._disabled:
            self._ok_pressed()

    def register_text_enter(self, line_edit: LineEdit) -> None:
        """Has Enter in a field do what the OK button does."""
        if line_edit is None:
            output.error('Parameter "p_line_edit" is null.')
            return
        line_edit.text_submitted.connect(self._text_submitted)

    # Places --------------------------------------------------------------------------------------

    def _contents(self) -> list[Control]:
        """The controls above the buttons."""
        return [
            child
            for child in self.get_children(True)
            if isinstance(child, Control)
            and child is not self._buttons
            and child is not self._panel
            and not child._top_level
        ]

    def _measure_contents(self) -> Vector2:
        width = height = 0.0
        for child in self._contents():
            across, down = child._combined_minimum()
            width, height = max(width, across), max(height, down)
        buttons_width, buttons_height = self._buttons._combined_minimum()
        width = max(width, buttons_width)
        height += buttons_height + self.get_theme_constant("buttons_separation")
        box = self.get_theme_stylebox("panel").get_minimum_size()
        return Vector2(width + box.x, height + box.y)

    def _place_children(self) -> None:
        style = self.get_theme_stylebox("panel")
        left, top, right, bottom = (style.get_margin(side) for side in range(4))
        scale = self.content_scale_factor
        width, height = self._size.x / scale, self._size.y / scale
        self._panel.position, self._panel.size = Vector2(), Vector2(width, height)
        least = Vector2(
            self.get_theme_constant("buttons_min_width"),
            self.get_theme_constant("buttons_min_height"),
        )
        for child in self._buttons.get_children():
            if isinstance(child, Button):
                child.custom_minimum_size = least
        row = self._buttons._combined_minimum()[1]
        inner = width - left - right
        self._buttons.position = Vector2(left, height - bottom - row)
        self._buttons.size = Vector2(inner, row)
        gap = self.get_theme_constant("buttons_separation")
        for child in self._contents():
            child.position = Vector2(left, top)
            child.size = Vector2(inner, height - top - bottom - row - gap)

    def _buttons_changed(self) -> None:
        self.child_controls_changed()
        if self._visible and self._tree is not None:
            self._place_children()

    # Buttons -------------------------------------------------------------------------------------

    def add_button(self, text: str, right: bool = False, action: str = "") -> Button:
        """Adds a button, left of the others or right of them.

        Args:
            text: what stands on it.
            right: whether it goes to the right.
            action: what `custom_action` is emitted with when it is pressed; nothing for not at all.
        """
        button = Button(str(text))
        self._buttons.add_child(button)
        if right:
            spacer = self._buttons.add_spacer(False)
        else:
            self._buttons.move_child(button, 0)
            spacer = self._buttons.add_spacer(True)
        self._spacers[button] = spacer
        button.visibility_changed.connect(Callable(self, "_button_shown").bind(button))
        self._buttons_changed()
        if action:
            pressed = Callable(self, "_custom_button_pressed").bind(StringName(action))
            button.pressed.connect(pressed)
        return button

    def _button_shown(self, button: Button) -> None:
        spacer = self._spacers.get(button)
        if spacer is not None:
            spacer.visible = button.visible
            self._buttons_changed()

    def _custom_button_pressed(self, action: StringName) -> None:
        self._emit_if_heard("custom_action", action)

    def add_cancel_button(self, name: str) -> Button:
        """Adds a button that closes the dialog as Escape does; without a name it says Cancel."""
        button = self.add_button(name or "Cancel")
        button.pressed.connect(self._cancel)
        return button

    def remove_button(self, button: Button) -> None:
        """Takes a button out that was added; it is not freed."""
        if button is None:
            output.error('Parameter "p_button" is null.')
            return
        if button.get_parent() is not self._buttons:
            output.error(
                f"Cannot remove button {button.name} as it does not belong to this dialog."
            )
            return
        if button is self._ok_button:
            output.error("Cannot remove dialog's OK button.")
            return
        spacer = self._spacers.pop(button, None)
        if spacer is not None:
            self._buttons.remove_child(spacer)
            spacer.queue_free()
        self._buttons.remove_child(button)
        for signal in (button.visibility_changed, button.pressed):
            for connection in signal.get_connections():
                if connection["callable"].get_object() is self:
                    signal.disconnect(connection["callable"])
        self._buttons_changed()

    def get_ok_button(self) -> Button:
        """The OK button."""
        return self._ok_button

    def get_label(self) -> Label:
        """The label with the message."""
        return self._label

    # Properties ----------------------------------------------------------------------------------

    def set_ok_button_text(self, text: str) -> None:
        """Sets what stands on the OK button; nothing for OK."""
        self._ok_text = str(text)
        self._ok_button.text = self._ok_text or _OK
        self._buttons_changed()

    def get_ok_button_text(self) -> str:
        """What was set to stand on the OK button."""
        return self._ok_text

    ok_button_text = accessors(get_ok_button_text, set_ok_button_text)

    def set_text(self, text: str) -> None:
        """Sets the message."""
        if self._label.text != text:
            self._label.text = str(text)
            self._buttons_changed()

    def get_text(self) -> str:
        """The message."""
        return self._label.text

    dialog_text = accessors(get_text, set_text)

    def set_hide_on_ok(self, enabled: bool) -> None:
        """Sets whether the OK button hides the dialog."""
        self._hide_on_ok = bool(enabled)

    def get_hide_on_ok(self) -> bool:
        """Whether the OK button hides the dialog."""
        return self._hide_on_ok

    dialog_hide_on_ok = accessors(get_hide_on_ok, set_hide_on_ok)

    def set_close_on_escape(self, enabled: bool) -> None:
        """Sets whether Escape cancels the dialog."""
        self._close_on_escape = bool(enabled)

    def get_close_on_escape(self) -> bool:
        """Whether Escape cancels the dialog."""
        return self._close_on_escape

    dialog_close_on_escape = accessors(get_close_on_escape, set_close_on_escape)

    def set_autowrap(self, autowrap: bool) -> None:
        """Sets whether lines of the message are broken that have no room."""
        self._label.autowrap_mode = 2 if autowrap else 0

    def has_autowrap(self) -> bool:
        """Whether lines of the message are broken that have no room."""
        return int(self._label.autowrap_mode) == 2

    dialog_autowrap = accessors(has_autowrap, set_autowrap)
