"""`SpinBox`: a field for a number, with two arrows."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from engine.core._scalar_math import step_decimals
from engine.core._string_methods_numbers import num
from engine.core.accessors import accessors
from engine.core.input import Input
from engine.core.input_event import InputEvent
from engine.core.input_event_mouse import (
    InputEventMouse,
    InputEventMouseButton,
    InputEventMouseMotion,
)
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._spin_expression import worked_out
from engine.gui.line_edit import LineEdit
from engine.gui.range import Range
from engine.scene.timer import Timer

_LEFT, _RIGHT, _WHEEL_UP, _WHEEL_DOWN = 1, 2, 4, 5
_FIRST_REPEAT, _NEXT_REPEAT = 0.6, 0.075  # seconds that an arrow has to be held
_DRAG_FROM = 2.0  # pixels that make a drag of a press
_DRAG_SPEED, _DRAG_POWER = 0.01, 1.8
_NONE, _UP, _DOWN = 0, 1, 2  # the arrow that is meant
_MOST_DECIMALS = 16
_ICONS = tuple(
    arrow + state for arrow in ("up", "down") for state in ("", "_hover", "_pressed", "_disabled")
)
_DEFERRED = 1


class SpinBoxLineEdit(LineEdit):
    """The field of a spin box."""


class SpinBox(Range):
    """A number that is typed, or changed with arrows, wheel and mouse.

    What is typed may be an expression. It is taken over with Enter, and when the field is left.
    """

    _stored: ClassVar[tuple[str, ...]] = (
        "alignment",
        "editable",
        "update_on_text_changed",
        "prefix",
        "suffix",
        "custom_arrow_step",
        "custom_arrow_round",
        "select_all_on_focus",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_arrow_round",
        "_arrow_step",
        "_drag_base",
        "_drag_from",
        "_drag_way",
        "_dragged",
        "_hovered",
        "_line_edit",
        "_prefix",
        "_pressed",
        "_shown_number",
        "_suffix",
        "_timer",
        "_updates_at_once",
    )
    _arrow_round: bool = False
    _arrow_step: float = 0.0
    _drag_base: float = 0.0
    _drag_from: Vector2 | None = None  # where the button went down
    _drag_way: float = 0.0
    _dragged: bool = False
    _hovered: int = _NONE
    _prefix: str = ""
    _pressed: int = _NONE
    _shown_number: str = ""  # what the text says, without prefix and suffix
    _suffix: str = ""
    _updates_at_once: bool = False
    _line_edit: LineEdit
    _timer: Timer

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._v_flags = 1
        self._make_children()
        return self

    def _make_children(self) -> None:
        field = self._line_edit = SpinBoxLineEdit()
        field.set_theme_type_variation("SpinBoxInnerLineEdit")
        field.set_anchors_and_offsets_preset(self.PRESET_FULL_RECT)
        field.mouse_filter = self.MOUSE_FILTER_PASS
        field.set_emoji_menu_enabled(False)
        self.add_child(field, False, self.INTERNAL_MODE_FRONT)
        field.text_submitted.connect(self._submitted, _DEFERRED)
        field.editing_toggled.connect(self._editing_toggled, _DEFERRED)
        field.minimum_size_changed.connect(self.update_minimum_size)
        self._timer = Timer()
        self._timer.timeout.connect(self._repeat_click)
        self.add_child(self._timer, False, self.INTERNAL_MODE_FRONT)
        self._update_text()

    # Settings ------------------------------------------------------------------------------------

    def get_line_edit(self) -> Any:
        """The field that the number is typed into."""
        return self._line_edit

    def set_horizontal_alignment(self, alignment: int) -> None:
        """Sets `alignment`."""
        self._line_edit.set_horizontal_alignment(alignment)

    def get_horizontal_alignment(self) -> int:
        """Where the number stands in the field: a `HORIZONTAL_ALIGNMENT_*`."""
        return self._line_edit.get_horizontal_alignment()

    alignment = accessors(get_horizontal_alignment, set_horizontal_alignment)

    def set_editable(self, enabled: bool) -> None:
        """Sets `editable`."""
        self.queue_redraw()  # before the field leaves off: it shows the value then, if that is set
        self._line_edit.set_editable(enabled)

    def is_editable(self) -> bool:
        """Whether somebody can change the number."""
        return self._line_edit.is_editable()

    editable = accessors(is_editable, set_editable)

    def set_prefix(self, prefix: str) -> None:
        """Sets `prefix`."""
        if prefix != self._prefix:
            self._prefix = str(prefix)
            self._update_text()

    def get_prefix(self) -> str:
        """A text before the number, while it is not being edited."""
        return self._prefix

    prefix = accessors(get_prefix, set_prefix)

    def set_suffix(self, suffix: str) -> None:
        """Sets `suffix`."""
        if suffix != self._suffix:
            self._suffix = str(suffix)
            self._update_text()

    def get_suffix(self) -> str:
        """A text behind the number, while it is not being edited."""
        return self._suffix

    suffix = accessors(get_suffix, set_suffix)

    def set_update_on_text_changed(self, enabled: bool) -> None:
        """Sets `update_on_text_changed`."""
        if bool(enabled) == self._updates_at_once:
            return
        self._updates_at_once = bool(enabled)
        if enabled:
            self._line_edit.text_changed.connect(self._text_changed, _DEFERRED)
        else:
            self._line_edit.text_changed.disconnect(self._text_changed)

    def get_update_on_text_changed(self) -> bool:
        """Whether the value follows each letter that is typed."""
        return self._updates_at_once

    update_on_text_changed = accessors(get_update_on_text_changed, set_update_on_text_changed)

    def set_select_all_on_focus(self, enabled: bool) -> None:
        """Sets `select_all_on_focus`."""
        self._line_edit.set_select_all_on_focus(enabled)

    def is_select_all_on_focus(self) -> bool:
        """Whether the number is selected when the field gets the focus."""
        return self._line_edit.is_select_all_on_focus()

    select_all_on_focus = accessors(is_select_all_on_focus, set_select_all_on_focus)

    def set_custom_arrow_step(self, arrow_step: float) -> None:
        """Sets `custom_arrow_step`."""
        self._arrow_step = float(arrow_step)

    def get_custom_arrow_step(self) -> float:
        """How far the arrows change the value; 0 for `step`."""
        return self._arrow_step

    custom_arrow_step = accessors(get_custom_arrow_step, set_custom_arrow_step)

    def set_custom_arrow_round(self, round: bool) -> None:
        """Sets `custom_arrow_round`."""
        self._arrow_round = bool(round)

    def is_custom_arrow_rounding(self) -> bool:
        """Whether the arrows go to the next multiple of `custom_arrow_step`."""
        return self._arrow_round

    custom_arrow_round = accessors(is_custom_arrow_rounding, set_custom_arrow_round)

    # Text ----------------------------------------------------------------------------------------

    def _number_text(self) -> str:
        step = self._numbers.step
        decimals = _MOST_DECIMALS if step < 1e-13 else step_decimals(step)
        return num(self._numbers.value, decimals)

    def _update_text(self, only_if_changed: bool = False) -> None:
        text = self._number_text()
        if only_if_changed and text == self._shown_number:
            return
        self._shown_number = text
        if not self._line_edit.is_editing():
            if self._prefix:
                text = f"{self._prefix} {text}"
            if self._suffix:
                text = f"{text} {self._suffix}"
        self._line_edit._set_text_with_selection(text)

    def apply(self) -> None:
        """Takes over what is typed."""
        self._submitted(self._line_edit.text)

    def _submitted(self, text: str) -> None:
        if not text:
            return
        if self._prefix:
            text = text.removeprefix(f"{self._prefix} ")
        if self._suffix:
            text = text.removesuffix(f" {self._suffix}")
        value = worked_out(text)
        if value is not None:
            self.set_value(value)
        self._update_text()

    def _text_changed(self, text: str) -> None:
        caret = self._line_edit.get_caret_column()
        self._submitted(text)
        self._line_edit.set_caret_column(caret)

    def _editing_toggled(self, on: bool) -> None:
        field = self._line_edit
        if on:
            caret = field.get_caret_column()
            self._update_text()
            field.set_caret_column(caret)
            if field.is_select_all_on_focus() and not Input.is_mouse_button_pressed(_LEFT):
                field.select_all()
        elif Input.is_action_pressed("ui_cancel") or not field.text:
            self._update_text()
        else:
            field.deselect()
            self._submitted(field.text)

    # Arrows --------------------------------------------------------------------------------------

    def _arrow_clicked(self, up: bool) -> None:
        step = self._arrow_step or self.step
        value = self.get_value()
        if not self._arrow_round or not self._arrow_step:
            self.set_value(value + (step if up else -step))
            return
        new = self._fitting(value, step)
        if (up and new <= value) or (not up and new >= value):
            new = self._fitting(value + (step if up else -step), step)
        self.set_value(new)

    def _repeat_click(self) -> None:
        if self._dragged or not Input.is_mouse_button_pressed(_LEFT):
            self._timer.stop()
            return
        self._arrow_clicked(self.get_local_mouse_position().y < self._h / 2)
        if self._timer.is_one_shot():
            self._timer.wait_time = _NEXT_REPEAT
            self._timer.one_shot = False
            self._timer.start()

    def _buttons(self) -> tuple[Rect2, Rect2]:
        """The places of the two arrows."""
        width = self._block_width() - self.get_theme_constant("field_and_buttons_separation")
        height = int(self._h)
        gap = min(max(self.get_theme_constant("buttons_vertical_separation"), 0), height)
        left = 0 if self.is_layout_rtl() else int(self._w) - width
        above = (height - gap) // 2
        below = height - above - gap
        return Rect2(left, 0, width, above), Rect2(left, height - below, width, below)

    def _block_width(self) -> int:
        """What the arrows take, with the gap between them and the field."""
        gap = self.get_theme_constant("field_and_buttons_separation")
        wanted = self.get_theme_constant("buttons_width")
        if self.get_theme_constant("set_min_buttons_width_from_icons") or wanted < 0:
            widths = (self.get_theme_icon(icon).get_width() for icon in _ICONS)
            wanted = max(wanted, *widths)
        return int(wanted + gap)

    def get_minimum_size(self) -> Vector2:
        """Room for the field and the arrows."""
        width, height = self._line_edit._combined_minimum()
        beside = self._block_width() if self._themed else 0  # not before it was in a tree
        return Vector2(width + beside, height)

    def _arrow_at(self, position: Vector2) -> int:
        above, below = self._buttons()
        if above.has_point(position):
            return _UP
        return _DOWN if below.has_point(position) else _NONE

    # Input ---------------------------------------------------------------------------------------

    def _on_gui_input(self, event: InputEvent) -> None:
        if not self.is_editable() or not isinstance(event, InputEventMouse):
            return
        arrow = self._arrow_at(event.position)
        if isinstance(event, InputEventMouseButton):
            if event.pressed:
                self._press(event, arrow)
            elif event.button_index == _LEFT:
                self._let_go_of_arrow()
        elif isinstance(event, InputEventMouseMotion):
            if arrow != self._hovered:
                self._hovered = arrow
                self.queue_redraw()
            if event.button_mask & 1:
                self._drag(event)

    def _press(self, event: InputEventMouseButton, arrow: int) -> None:
        button = event.button_index
        if button == _LEFT:
            self.accept_event()
            if arrow:
                self._line_edit.grab_focus()
                self._arrow_clicked(arrow == _UP)
            self._pressed = arrow
            self.queue_redraw()
            self._timer.wait_time = _FIRST_REPEAT
            self._timer.one_shot = True
            self._timer.start()
            self._drag_from = event.position
        elif button == _RIGHT:
            self._line_edit.grab_focus()
            if arrow:
                self.set_value(self.max_value if arrow == _UP else self.min_value)
        elif button in (_WHEEL_UP, _WHEEL_DOWN) and self._line_edit.is_editing():
            step = self.step * event.factor
            self.set_value(self.get_value() + (step if button == _WHEEL_UP else -step))
            self.accept_event()

    def _let_go_of_arrow(self) -> None:
        self._pressed = _NONE
        self.queue_redraw()
        self._timer.stop()
        self._end_drag()
        self._drag_from = None

    def _drag(self, event: InputEventMouseMotion) -> None:
        if self._dragged:
            self._drag_way += event.relative.y
            way = self._drag_way
            change = -_DRAG_SPEED * math.copysign(abs(way) ** _DRAG_POWER, way)
            value = self._drag_base + self.step * change
            self.set_value(min(max(value, self.min_value), self.max_value))
        elif (
            self._drag_from is not None and self._drag_from.distance_to(event.position) > _DRAG_FROM
        ):
            Input.set_mouse_mode(Input.MOUSE_MODE_CAPTURED)
            self._dragged = True
            self._drag_base, self._drag_way = self.get_value(), 0.0

    def _end_drag(self) -> None:
        if self._dragged:
            self._dragged = False
            Input.set_mouse_mode(Input.MOUSE_MODE_HIDDEN)
            if self._drag_from is not None:
                self.warp_mouse(self._drag_from)
            Input.set_mouse_mode(Input.MOUSE_MODE_VISIBLE)

    # Drawing -------------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            self._update_text(True)
            self._place_field()
            self._draw_arrows()
        elif what == self.NOTIFICATION_MOUSE_EXIT:
            if self._hovered:
                self._hovered = _NONE
                self.queue_redraw()
        elif what == self.NOTIFICATION_ENTER_TREE:
            self._place_field()
            self._update_text()
        elif what in (self.NOTIFICATION_VISIBILITY_CHANGED, self.NOTIFICATION_EXIT_TREE):
            self._end_drag()
        elif what == self.NOTIFICATION_THEME_CHANGED:
            self._place_field()
            self.update_minimum_size()
            self.queue_redraw()
        elif what == self.NOTIFICATION_LAYOUT_DIRECTION_CHANGED:
            self.queue_redraw()

    def _place_field(self) -> None:
        rtl = self.is_layout_rtl()
        width = self._block_width()
        self._line_edit.set_offset(0, width if rtl else 0)
        self._line_edit.set_offset(2, 0 if rtl else -width)

    def _draw_arrows(self) -> None:
        for name, arrow, rect in zip(("up", "down"), (_UP, _DOWN), self._buttons(), strict=True):
            limit = self.max_value if arrow == _UP else self.min_value
            free = self.allow_greater if arrow == _UP else self.allow_lesser
            state, icon = "", ""
            if not self.is_editable() or (self.get_value() == limit and not free):
                state, icon = "_disabled", "_disabled"
            elif self._pressed == arrow:
                state, icon = "_pressed", "_pressed"
            elif self._hovered == arrow:
                state, icon = "_hovered", "_hover"
            self.draw_style_box(self.get_theme_stylebox(f"{name}_background{state}"), rect)
            picture = self.get_theme_icon(f"{name}{icon}")
            at = rect.position + (rect.size - picture.get_size()) / 2
            color = self.get_theme_color(f"{name}{icon}_icon_modulate")
            self.draw_texture(picture, at.floor(), color)
