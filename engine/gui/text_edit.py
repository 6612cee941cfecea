"""`TextEdit`: a text of many lines that can be edited."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.core.vector2 import Vector2
from engine.gui._text_edit_drawing import TextEditDrawing

_OVER_GUTTER = TextEditDrawing.CURSOR_POINTING_HAND


class TextEdit(TextEditDrawing):
    """A text of many lines that can be edited.

    It may have several carets, wraps lines when asked to, finds text, and has gutters left of the
    lines. Lines and columns count from 0.

    Signals: `text_changed()` at the end of a frame in which the text was edited, `text_set()` when
    it was set or cleared, `lines_edited_from(from_line, to_line)` at each change, `caret_changed()`
    at the end of a frame in which a caret has moved, `gutter_clicked(line, gutter)`,
    `gutter_added()`, `gutter_removed()`.
    """

    _stored: ClassVar[tuple[str, ...]] = (
        "text",
        "placeholder_text",
        "editable",
        "context_menu_enabled",
        "emoji_menu_enabled",
        "backspace_deletes_composite_character_enabled",
        "shortcut_keys_enabled",
        "selecting_enabled",
        "deselect_on_focus_loss_enabled",
        "drag_and_drop_selection_enabled",
        "middle_mouse_paste_enabled",
        "empty_selection_clipboard_enabled",
        "wrap_mode",
        "autowrap_mode",
        "indent_wrapped_lines",
        "tab_input_mode",
        "virtual_keyboard_enabled",
        "virtual_keyboard_show_on_focus",
        "scroll_smooth",
        "scroll_v_scroll_speed",
        "scroll_past_end_of_file",
        "scroll_vertical",
        "scroll_horizontal",
        "scroll_fit_content_height",
        "scroll_fit_content_width",
        "minimap_draw",
        "minimap_width",
        "caret_type",
        "caret_blink",
        "caret_blink_interval",
        "caret_draw_when_editable_disabled",
        "caret_move_on_right_click",
        "caret_mid_grapheme",
        "caret_multiple",
        "use_default_word_separators",
        "use_custom_word_separators",
        "custom_word_separators",
        "syntax_highlighter",
        "highlight_all_occurrences",
        "highlight_current_line",
        "draw_control_chars",
        "draw_tabs",
        "draw_spaces",
        "text_direction",
        "language",
        "structured_text_bidi_override",
        "structured_text_bidi_override_options",
    )

    # Reactions -----------------------------------------------------------------------------------

    def _engine_notification(self, what: int) -> None:
        if what == 44:  # FOCUS_EXIT: told from the derived class down
            self._focus_left()
        super()._engine_notification(what)
        if what == 30:  # DRAW
            self._paint()
        elif what == 43:  # FOCUS_ENTER
            self._focus_entered()
        elif what == 45 or what == 49:  # THEME_CHANGED, LAYOUT_DIRECTION_CHANGED
            self._shape_again()
            if self._tree is not None:
                self._wrap_again(True)
        elif what == 40 or what == 10 or what == 31:  # RESIZED, ENTER_TREE, VISIBILITY_CHANGED
            self._room_changed(what)
        elif what == 21:  # DRAG_BEGIN
            self._stop_selecting()
        elif what == 22:  # DRAG_END
            self._drag_ended()
        elif what == 1004 or what == 1005:  # WM_WINDOW_FOCUS_IN, OUT
            self.queue_redraw()
        elif what == 2013 and self.has_focus() and self._editable:  # OS_IME_UPDATE
            self._ime_updated()

    def _room_changed(self, what: int) -> None:
        if what == 10:
            if self._moved_pending:
                self._tell_moved_later()
            if self._change_pending:
                self._tell_change_later()
        self._place_bars()
        self._update_scroll_bars()
        self._wrap_again()

    def _tell_moved_later(self) -> None:
        self._moved_pending = False
        self._tell_moved()

    def _tell_change_later(self) -> None:
        self._change_pending = False
        self._lines_changed()

    def _internal_process(self, delta: float) -> None:
        self._pause_goes_on(delta)
        if self._mouse_held:
            self._look_at_mouse(delta)
        if self._caret_blink and self.has_focus():
            self._blink(delta)

    def _internal_physics_process(self, delta: float) -> None:
        self._scroll_on(delta)

    def _focus_entered(self) -> None:
        self._show_caret_now()
        self._set_ime(True)
        self._process_internally()

    def _focus_left(self) -> None:
        self.apply_ime()
        self._set_ime(False)
        if self._deselect_on_loss and not self._drag_attempt:
            self.deselect()
        self._process_internally()
        self.queue_redraw()

    # Settings ------------------------------------------------------------------------------------

    def set_editable(self, enabled: bool) -> None:
        """Sets whether the text can be edited."""
        if bool(enabled) is not self._editable:
            self._editable = bool(enabled)
            self.queue_redraw()

    editable = accessors(TextEditDrawing.is_editable, set_editable)

    def set_caret_blink_enabled(self, enable: bool) -> None:
        """Sets whether the caret blinks."""
        if bool(enable) is not self._caret_blink:
            self._caret_blink = bool(enable)
            self._show_caret_now()
            self._process_internally()

    caret_blink = accessors(TextEditDrawing.is_caret_blink_enabled, set_caret_blink_enabled)

    # Mouse ---------------------------------------------------------------------------------------

    def get_cursor_shape(self, position: Vector2 = Vector2(0.0, 0.0)) -> Any:  # noqa: B008
        """The cursor's shape at a place: a hand over what can be clicked in gutters."""
        gutter = self._gutter_at(position.x)
        if gutter >= 0:
            line = self._place_at(position)[0]
            clickable = self._gutters[gutter].clickable
            if clickable or self._lines[line].gutters[gutter].clickable:
                return _OVER_GUTTER
            return TextEdit.CURSOR_ARROW
        if self._v_bar.is_visible_in_tree() and position.x > self._v_bar.get_position().x:
            return TextEdit.CURSOR_ARROW
        return super().get_cursor_shape(position)

    def get_tooltip(self, at_position: Vector2 = Vector2(0.0, 0.0)) -> str:  # noqa: B008
        """The tooltip: of the word there, when `set_tooltip_request_func` was called."""
        if self._tooltip_function is None:
            return super().get_tooltip(at_position)
        word = self.get_word_at_pos(at_position)
        return str(self._tooltip_function(word)) if word else super().get_tooltip(at_position)
