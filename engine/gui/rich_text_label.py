"""`RichTextLabel`: text in several fonts and colours, with pictures, tables, lists and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core._lazy import lazy
from engine.core.input_enums import MouseButton
from engine.core.input_event_key import InputEventKey
from engine.core.input_event_mouse import InputEventMouseButton, InputEventMouseMotion
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui._rich_items import Meta
from engine.gui._rich_selection import Hit, RichTextSelection
from engine.gui.control import Control
from engine.scene.timer import Timer
from engine.servers.display_server import DisplayServer

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.gui import popup_menu
    from engine.gui.popup_menu import PopupMenu
else:
    popup_menu = lazy("engine.gui.popup_menu")

_CURSOR_IBEAM, _CURSOR_HAND = 1, 2
_HELD = 0.05  # seconds


class RichTextLabel(RichTextSelection):
    """Shows formatted text, from BBCode (`append_text`) or from pushes and pops.

    Adding text is cheap however much there is: paragraphs are laid out when they are about to be
    seen. Things that need the whole layout, such as `get_line_count`, lay out the rest.

    Signals: `finished` when new text was taken in, `meta_clicked`, `meta_hover_started` and
    `meta_hover_ended` with what was given to `push_meta` or `[url]`.
    """

    _stored: ClassVar[tuple[str, ...]] = (
        "bbcode_enabled", "text", "fit_content", "scroll_active", "scroll_following",
        "scroll_following_visible_characters", "autowrap_mode", "autowrap_trim_flags", "tab_size",
        "context_menu_enabled", "shortcut_keys_enabled", "horizontal_alignment",
        "vertical_alignment", "justification_flags", "tab_stops", "custom_effects",
        "meta_underlined", "hint_underlined", "threaded", "progress_bar_delay",
        "selection_enabled", "deselect_on_focus_loss_enabled", "drag_and_drop_selection_enabled",
        "visible_characters", "visible_characters_behavior", "visible_ratio", "text_direction",
        "language", "structured_text_bidi_override", "structured_text_bidi_override_options",
    )  # fmt: skip
    _own: ClassVar[tuple[str, ...]] = (
        "_anchor",
        "_drag_attempt",
        "_menu",
        "_selecting",
        "_timer",
    )

    _anchor: int = 0
    _drag_attempt: bool = False
    _menu: PopupMenu | None = None
    _selecting: bool = False  # whether the mouse is selecting
    _timer: Timer | None = None

    # Notifications -------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == Control.NOTIFICATION_DRAW:
            self._draw_text()
        elif what == Control.NOTIFICATION_RESIZED:
            self._valid_width = -1.0
            self.queue_redraw()
            if self._fit_content:
                self.update_minimum_size()
        elif what in (
            Control.NOTIFICATION_THEME_CHANGED,
            Control.NOTIFICATION_ENTER_TREE,
            Control.NOTIFICATION_LAYOUT_DIRECTION_CHANGED,
        ):
            self._all_changed()
            self.queue_redraw()
        elif what == Control.NOTIFICATION_TRANSLATION_CHANGED:
            if self._text and not self._edited:
                self._apply_text()
        elif what == Control.NOTIFICATION_MOUSE_EXIT:
            self._hover(None)
        elif what == Control.NOTIFICATION_FOCUS_EXIT and self._deselect_on_loss:
            self.deselect()

    def _internal_process(self, delta: float) -> None:
        if not self._effects_in_text:
            self.set_process_internal(False)
        elif self.is_visible_in_tree():
            self._effect_time += delta
            self.queue_redraw()

    # Mouse ---------------------------------------------------------------------------------------

    def _on_gui_input(self, event: InputEvent) -> None:
        super()._on_gui_input(event)
        if isinstance(event, InputEventMouseButton):
            self._button(event)
        elif isinstance(event, InputEventMouseMotion):
            self._motion()
        elif isinstance(event, InputEventKey) and event.is_pressed():
            self._key_pressed(event)

    def _button(self, event: InputEventMouseButton) -> None:
        button = event.button_index
        if button in (MouseButton.MOUSE_BUTTON_WHEEL_UP, MouseButton.MOUSE_BUTTON_WHEEL_DOWN):
            if event.is_pressed() and self._bar_shown:
                up = button == MouseButton.MOUSE_BUTTON_WHEEL_UP
                self._wheel(-event.factor if up else event.factor)
        elif button == MouseButton.MOUSE_BUTTON_LEFT:
            if event.is_pressed():
                self._press(event)
            else:
                self._mouse_released(event)
        elif button == MouseButton.MOUSE_BUTTON_RIGHT and event.is_pressed() and self._context_menu:
            menu = self.get_menu()
            at = self.get_screen_position() + event.position
            menu.set_position(Vector2i(at))
            menu.reset_size()
            menu.popup()
            self.grab_focus()

    def _wheel(self, steps: float) -> None:
        bar = self._bar
        before = bar.get_value()
        bar.set_value(before + bar.get_page() * steps / 16.0)
        if bar.get_value() != before:
            self.accept_event()

    def _press(self, event: InputEventMouseButton) -> None:
        hit = self._hit(event.position.x, event.position.y)
        if not hit.found or not self._selection_enabled:
            return
        if event.is_double_click():
            if hit.character >= 0:
                self._select_word(hit.character)
                self._offer_selection()
            return
        self._anchor = hit.caret
        self._selecting = True
        if self._selection_ends is not None:
            if self._drag_selection and self._is_selected(hit):
                self._selecting, self._drag_attempt = False, True
            else:
                self.deselect()
        if self._selecting:
            self._held_timer().start()

    def _is_selected(self, hit: Hit) -> bool:
        first, end = self._selection_ends or (0, 0)
        return first <= (hit.character if hit.character >= 0 else hit.caret) < end

    def _held_timer(self) -> Timer:
        """While the button is held, the selection follows the pointer by this timer."""
        if self._timer is None:
            self._timer = timer = Timer()
            timer.wait_time = _HELD
            timer.timeout.connect(self._follow_pointer)
            self.add_child(timer, False, 1)
        return self._timer

    def _follow_pointer(self) -> None:
        if not self._selecting:
            return
        position = self.get_local_mouse_position()
        x, y = position.x, position.y
        beyond = y if y < 0.0 else max(y - self._h, 0.0)
        if beyond:
            self._bar.set_value(self._bar.get_value() + beyond)
        at_y = min(max(y, 0.0), self._h)
        self._select(self._anchor, self._hit(min(max(x, 0.0), self._w), at_y).caret)

    def _mouse_released(self, event: InputEventMouseButton) -> None:
        self._offer_selection()
        self._selecting = False
        if self._timer is not None:
            self._timer.stop()
        hit = self._hit(event.position.x, event.position.y)
        if self._drag_attempt:
            self._drag_attempt = False
            if self._is_selected(hit):
                self.deselect()
        meta = hit.looks.meta if hit.looks is not None else None
        if meta is not None and self._selection_ends is None:
            self._emit_if_heard("meta_clicked", meta.data)

    def _offer_selection(self) -> None:
        """Where a system has a primary clipboard, what is selected lies in it."""
        if self._selection_ends is not None and DisplayServer.has_feature(
            DisplayServer.FEATURE_CLIPBOARD_PRIMARY
        ):
            DisplayServer.clipboard_set_primary(self.get_selected_text())

    def _motion(self) -> None:
        # where the pointer is by now, as in Godot, which may be further than the event says
        position = self.get_local_mouse_position()
        x, y = position.x, position.y
        inside = 0.0 <= x < self._w and 0.0 <= y < self._h
        self._hover(self._meta_at(x, y) if inside else None)

    def _hover(self, meta: Meta | None) -> None:
        if meta is self._hovered_meta:
            return
        before, self._hovered_meta = self._hovered_meta, meta
        if before is not None:
            self._emit_if_heard("meta_hover_ended", before.data)
        if meta is not None:
            self._emit_if_heard("meta_hover_started", meta.data)
        self.queue_redraw()

    def get_cursor_shape(self, position: Vector2 = Vector2(0, 0)) -> Control.CursorShape:  # noqa: B008
        """The mouse's shape: a hand over what can be clicked, a beam while text is selected."""
        if self._meta_at(position.x, position.y) is not None:
            return Control.CursorShape(_CURSOR_HAND)
        if self._selecting:
            return Control.CursorShape(_CURSOR_IBEAM)
        return super().get_cursor_shape(position)

    def get_tooltip(self, at_position: Vector2 = Vector2(0, 0)) -> str:  # noqa: B008
        """The tooltip of the text or picture at a point, or the control's own."""
        hit = self._hit(at_position.x, at_position.y)
        if hit.picture is not None and hit.picture.tooltip:
            return hit.picture.tooltip
        looks = hit.looks
        if looks is not None and looks.hint:
            return looks.hint
        if looks is not None and looks.meta is not None and looks.meta.tooltip:
            return looks.meta.tooltip
        return super().get_tooltip(at_position)

    # Keys ----------------------------------------------------------------------------------------

    def _key_pressed(self, event: InputEventKey) -> None:
        bar = self._bar
        if self._bar_shown:
            line = self._looks(None).stack.height(self._looks(None).size)
            steps = {
                "ui_page_up": -bar.get_page(),
                "ui_page_down": bar.get_page(),
                "ui_up": -line,
                "ui_down": line,
                "ui_home": -bar.get_max(),
                "ui_end": bar.get_max(),
            }
            for action, step in steps.items():
                if event.is_action(action, True):
                    bar.set_value(bar.get_value() + step)
                    self.accept_event()
                    return
        if self._shortcut_keys:
            if event.is_action("ui_text_select_all", True):
                self.select_all()
                self.accept_event()
            elif event.is_action("ui_copy", True):
                self._copy()
                self.accept_event()

    def _copy(self) -> None:
        text = self.get_selected_text()
        if text:
            DisplayServer.clipboard_set(text)

    # Dragging ------------------------------------------------------------------------------------

    def _engine_drag_data(self, at: Vector2) -> Any:
        if not (self._selection_enabled and self._drag_selection) or self._selection_ends is None:
            return super()._engine_drag_data(at)
        character = self._hit(at.x, at.y).character
        first, end = self._selection_ends
        if not first <= character < end or self._selecting:
            return super()._engine_drag_data(at)
        return self.get_selected_text()

    # Menu ----------------------------------------------------------------------------------------

    def get_menu(self) -> PopupMenu:
        """The menu of the right mouse button; made when it is first asked for."""
        if self._menu is None:
            menu = self._menu = popup_menu.PopupMenu()
            self.add_child(menu, False, 1)
            menu.add_item(self.tr("Copy"), self.MENU_COPY)
            menu.add_item(self.tr("Select All"), self.MENU_SELECT_ALL)
            menu.id_pressed.connect(self.menu_option)
        self._menu.set_item_disabled(0, self._selection_ends is None)
        self._menu.set_item_disabled(1, not self._selection_enabled)
        return self._menu

    def is_menu_visible(self) -> bool:
        """Whether the menu is open."""
        return self._menu is not None and bool(self._menu.is_visible())

    def menu_option(self, option: int) -> None:
        """Does what an entry of the menu does: a `MENU_*`."""
        if option == self.MENU_COPY:
            self._copy()
        elif option == self.MENU_SELECT_ALL:
            self.select_all()
