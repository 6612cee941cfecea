"""The settings of a `RichTextLabel`, and its constants and signals."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, IntFlag
from typing import Any, ClassVar

from engine.core._packed_numbers import PackedFloat32Array
from engine.core.accessors import accessors
from engine.core.geometry_enums import HorizontalAlignment, VerticalAlignment
from engine.core.signal import Signal
from engine.gui.control import Control
from engine.scene._node_names import count_helpers
from engine.servers.text_server import TextServer


class RichTextState(Control):
    """Properties of a `RichTextLabel`."""

    class ListType(IntEnum):
        """How the paragraphs of a list are numbered."""

        LIST_NUMBERS = 0
        LIST_LETTERS = 1
        LIST_ROMAN = 2
        LIST_DOTS = 3

    class MenuItems(IntEnum):
        """Entries of the context menu."""

        MENU_COPY = 0
        MENU_SELECT_ALL = 1
        MENU_MAX = 2

    class MetaUnderline(IntEnum):
        """When something that can be clicked is underlined."""

        META_UNDERLINE_NEVER = 0
        META_UNDERLINE_ALWAYS = 1
        META_UNDERLINE_ON_HOVER = 2

    class ImageUpdateMask(IntFlag):
        """What `update_image` changes."""

        UPDATE_TEXTURE = 1
        UPDATE_SIZE = 2
        UPDATE_COLOR = 4
        UPDATE_ALIGNMENT = 8
        UPDATE_REGION = 16
        UPDATE_PAD = 32
        UPDATE_TOOLTIP = 64
        UPDATE_WIDTH_IN_PERCENT = 128

    LIST_NUMBERS = ListType.LIST_NUMBERS
    LIST_LETTERS = ListType.LIST_LETTERS
    LIST_ROMAN = ListType.LIST_ROMAN
    LIST_DOTS = ListType.LIST_DOTS
    MENU_COPY = MenuItems.MENU_COPY
    MENU_SELECT_ALL = MenuItems.MENU_SELECT_ALL
    MENU_MAX = MenuItems.MENU_MAX
    META_UNDERLINE_NEVER = MetaUnderline.META_UNDERLINE_NEVER
    META_UNDERLINE_ALWAYS = MetaUnderline.META_UNDERLINE_ALWAYS
    META_UNDERLINE_ON_HOVER = MetaUnderline.META_UNDERLINE_ON_HOVER
    UPDATE_TEXTURE = ImageUpdateMask.UPDATE_TEXTURE
    UPDATE_SIZE = ImageUpdateMask.UPDATE_SIZE
    UPDATE_COLOR = ImageUpdateMask.UPDATE_COLOR
    UPDATE_ALIGNMENT = ImageUpdateMask.UPDATE_ALIGNMENT
    UPDATE_REGION = ImageUpdateMask.UPDATE_REGION
    UPDATE_PAD = ImageUpdateMask.UPDATE_PAD
    UPDATE_TOOLTIP = ImageUpdateMask.UPDATE_TOOLTIP
    UPDATE_WIDTH_IN_PERCENT = ImageUpdateMask.UPDATE_WIDTH_IN_PERCENT

    finished = Signal()
    meta_clicked = Signal("meta")
    meta_hover_ended = Signal("meta")
    meta_hover_started = Signal("meta")

    _own: ClassVar[tuple[str, ...]] = (
        "_autowrap", "_bidi", "_bidi_options", "_context_menu", "_deselect_on_loss",
        "_drag_selection", "_fit_content", "_h_align", "_hint_underlined", "_justification",
        "_language", "_meta_underlined", "_progress_delay", "_scroll_active", "_scroll_following",
        "_scroll_visible_characters", "_selection_enabled", "_shortcut_keys", "_tab_size",
        "_tab_stops", "_text_direction", "_threaded", "_trim_flags", "_v_align",
        "_visible_behavior", "_visible_characters", "_visible_ratio",
    )  # fmt: skip

    _autowrap: int = 3
    _bidi: int = 0
    _bidi_options: tuple[Any, ...] = ()
    _context_menu: bool = False
    _deselect_on_loss: bool = True
    _drag_selection: bool = True
    _h_align: int = 0
    _hint_underlined: bool = True
    _justification: int = 163
    _language: str = ""
    _meta_underlined: bool = True
    _progress_delay: int = 1000
    _scroll_visible_characters: bool = False
    _shortcut_keys: bool = True
    _tab_size: int = 4
    _tab_stops: tuple[float, ...] = ()
    _text_direction: int = 0
    _threaded: bool = False
    _trim_flags: int = 192
    _v_align: int = 0
    _visible_behavior: int = 0
    _visible_characters: int = -1
    _visible_ratio: float = 1.0

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._clip_contents = True
        self._focus_mode = 3
        count_helpers(1)  # a timer
        return self

    def _all_changed(self) -> None:
        """All paragraphs have to be laid out again."""

    def _put(self, name: str, value: Any) -> None:
        if getattr(self, name) != value:
            setattr(self, name, value)
            self._all_changed()
            self.queue_redraw()

    # Lines ---------------------------------------------------------------------------------------

    def set_autowrap_mode(self, autowrap_mode: int) -> None:
        """Where lines are wrapped: a `TextServer.AUTOWRAP_*`."""
        self._put("_autowrap", int(autowrap_mode))

    def get_autowrap_mode(self) -> TextServer.AutowrapMode:
        """Where lines are wrapped: a `TextServer.AUTOWRAP_*`."""
        return TextServer.AutowrapMode(self._autowrap)

    autowrap_mode = accessors(get_autowrap_mode, set_autowrap_mode)

    def set_autowrap_trim_flags(self, autowrap_trim_flags: int) -> None:
        """What is cut off where lines are wrapped: a sum of `TextServer.BREAK_TRIM_*`."""
        self._put("_trim_flags", int(autowrap_trim_flags) & 0xF0)

    def get_autowrap_trim_flags(self) -> TextServer.LineBreakFlag:
        """What is cut off where lines are wrapped: a sum of `TextServer.BREAK_TRIM_*`."""
        return TextServer.LineBreakFlag(self._trim_flags)

    autowrap_trim_flags = accessors(get_autowrap_trim_flags, set_autowrap_trim_flags)

    def set_tab_size(self, spaces: int) -> None:
        """How many blanks a tab, and a level of a list, are wide."""
        self._put("_tab_size", int(spaces))

    def get_tab_size(self) -> int:
        """How many blanks a tab, and a level of a list, are wide."""
        return self._tab_size

    tab_size = accessors(get_tab_size, set_tab_size)

    def set_tab_stops(self, tab_stops: Sequence[float]) -> None:
        """Where text goes on behind tabs, in pixels; nothing for multiples of `tab_size`."""
        self._put("_tab_stops", tuple(PackedFloat32Array(tab_stops)))

    def get_tab_stops(self) -> PackedFloat32Array:
        """Where text goes on behind tabs, in pixels."""
        return PackedFloat32Array(self._tab_stops)

    tab_stops = accessors(get_tab_stops, set_tab_stops)

    def set_horizontal_alignment(self, alignment: int) -> None:
        """Where lines stand that no tag says anything of: a `HORIZONTAL_ALIGNMENT_*`."""
        self._put("_h_align", int(alignment))

    def get_horizontal_alignment(self) -> HorizontalAlignment:
        """Where lines stand that no tag says anything of: a `HORIZONTAL_ALIGNMENT_*`."""
        return HorizontalAlignment(self._h_align)

    horizontal_alignment = accessors(get_horizontal_alignment, set_horizontal_alignment)

    def set_vertical_alignment(self, alignment: int) -> None:
        """Where text stands that is not as high as the label: a `VERTICAL_ALIGNMENT_*`."""
        if alignment != self._v_align:
            self._v_align = int(alignment)
            self.queue_redraw()

    def get_vertical_alignment(self) -> VerticalAlignment:
        """Where text stands that is not as high as the label: a `VERTICAL_ALIGNMENT_*`."""
        return VerticalAlignment(self._v_align)

    vertical_alignment = accessors(get_vertical_alignment, set_vertical_alignment)

    def set_justification_flags(self, justification_flags: int) -> None:
        """How lines are stretched: a sum of `TextServer.JUSTIFICATION_*`."""
        self._put("_justification", int(justification_flags))

    def get_justification_flags(self) -> TextServer.JustificationFlag:
        """How lines are stretched: a sum of `TextServer.JUSTIFICATION_*`."""
        return TextServer.JustificationFlag(self._justification)

    justification_flags = accessors(get_justification_flags, set_justification_flags)

    def set_text_direction(self, direction: int) -> None:
        """Which way the text runs: a `TEXT_DIRECTION_*`."""
        self._put("_text_direction", int(direction))

    def get_text_direction(self) -> Control.TextDirection:
        """Which way the text runs: a `TEXT_DIRECTION_*`."""
        return Control.TextDirection(self._text_direction)

    text_direction = accessors(get_text_direction, set_text_direction)

    def set_language(self, language: str) -> None:
        """The language of the text, which may change some glyphs."""
        self._put("_language", str(language))

    def get_language(self) -> str:
        """The language of the text."""
        return self._language

    language = accessors(get_language, set_language)

    def set_structured_text_bidi_override(self, parser: int) -> None:
        """Kind of a text whose parts keep their order; kept, without effect here."""
        self._put("_bidi", int(parser))

    def get_structured_text_bidi_override(self) -> TextServer.StructuredTextParser:
        """The value of `structured_text_bidi_override`."""
        return TextServer.StructuredTextParser(self._bidi)

    structured_text_bidi_override = accessors(
        get_structured_text_bidi_override, set_structured_text_bidi_override
    )

    def set_structured_text_bidi_override_options(self, args: Sequence[Any]) -> None:
        """Details of `structured_text_bidi_override`; kept, without effect here."""
        self._bidi_options = tuple(args)

    def get_structured_text_bidi_override_options(self) -> list[Any]:
        """The value of `structured_text_bidi_override_options`."""
        return list(self._bidi_options)

    structured_text_bidi_override_options = accessors(
        get_structured_text_bidi_override_options, set_structured_text_bidi_override_options
    )

    # Behaviour -----------------------------------------------------------------------------------

    def set_meta_underline(self, enable: bool) -> None:
        """Whether what can be clicked is underlined."""
        if enable != self._meta_underlined:
            self._meta_underlined = bool(enable)
            self.queue_redraw()

    def is_meta_underlined(self) -> bool:
        """Whether what can be clicked is underlined."""
        return self._meta_underlined

    meta_underlined = accessors(is_meta_underlined, set_meta_underline)

    def set_hint_underline(self, enable: bool) -> None:
        """Whether text with a hint is underlined."""
        if enable != self._hint_underlined:
            self._hint_underlined = bool(enable)
            self.queue_redraw()

    def is_hint_underlined(self) -> bool:
        """Whether text with a hint is underlined."""
        return self._hint_underlined

    hint_underlined = accessors(is_hint_underlined, set_hint_underline)

    def set_context_menu_enabled(self, enabled: bool) -> None:
        """Whether the right mouse button opens a menu."""
        self._context_menu = bool(enabled)

    def is_context_menu_enabled(self) -> bool:
        """Whether the right mouse button opens a menu."""
        return self._context_menu

    context_menu_enabled = accessors(is_context_menu_enabled, set_context_menu_enabled)

    def set_shortcut_keys_enabled(self, enabled: bool) -> None:
        """Whether keys copy and select all."""
        self._shortcut_keys = bool(enabled)

    def is_shortcut_keys_enabled(self) -> bool:
        """Whether keys copy and select all."""
        return self._shortcut_keys

    shortcut_keys_enabled = accessors(is_shortcut_keys_enabled, set_shortcut_keys_enabled)

    def set_deselect_on_focus_loss_enabled(self, enable: bool) -> None:
        """Whether the selection ends when the focus goes."""
        self._deselect_on_loss = bool(enable)

    def is_deselect_on_focus_loss_enabled(self) -> bool:
        """Whether the selection ends when the focus goes."""
        return self._deselect_on_loss

    deselect_on_focus_loss_enabled = accessors(
        is_deselect_on_focus_loss_enabled, set_deselect_on_focus_loss_enabled
    )

    def set_drag_and_drop_selection_enabled(self, enable: bool) -> None:
        """Whether selected text can be dragged away."""
        self._drag_selection = bool(enable)

    def is_drag_and_drop_selection_enabled(self) -> bool:
        """Whether selected text can be dragged away."""
        return self._drag_selection

    drag_and_drop_selection_enabled = accessors(
        is_drag_and_drop_selection_enabled, set_drag_and_drop_selection_enabled
    )

    def set_threaded(self, threaded: bool) -> None:
        """Whether text is laid out beside the game; only what is seen is laid out here, at once."""
        self._threaded = bool(threaded)

    def is_threaded(self) -> bool:
        """The value of `threaded`."""
        return self._threaded

    threaded = accessors(is_threaded, set_threaded)

    def set_progress_bar_delay(self, delay_ms: int) -> None:
        """After how many milliseconds of layout a bar shows; layout never takes so long here."""
        self._progress_delay = int(delay_ms)

    def get_progress_bar_delay(self) -> int:
        """The value of `progress_bar_delay`."""
        return self._progress_delay

    progress_bar_delay = accessors(get_progress_bar_delay, set_progress_bar_delay)

    # Visible characters --------------------------------------------------------------------------

    def get_total_character_count(self) -> int:
        """How many characters the text has, without tags."""
        raise AssertionError("belongs to the text")

    def set_visible_characters(self, amount: int) -> None:
        """How many characters show; -1 for all."""
        if amount == self._visible_characters:
            return
        self._visible_characters = int(amount)
        count = self.get_total_character_count()
        if amount < 0:
            self._visible_ratio = 1.0
        elif count > 0:
            self._visible_ratio = amount / count
        self._visible_changed()

    def get_visible_characters(self) -> int:
        """How many characters show; -1 for all."""
        return self._visible_characters

    visible_characters = accessors(get_visible_characters, set_visible_characters)

    def set_visible_ratio(self, ratio: float) -> None:
        """Which part of the characters shows, 0 to 1."""
        if ratio == self._visible_ratio:
            return
        if ratio >= 1.0:
            self._visible_characters, self._visible_ratio = -1, 1.0
        elif ratio < 0.0:
            self._visible_characters, self._visible_ratio = 0, 0.0
        else:
            self._visible_characters = int(self.get_total_character_count() * ratio)
            self._visible_ratio = float(ratio)
        self._visible_changed()

    def get_visible_ratio(self) -> float:
        """Which part of the characters shows, 0 to 1."""
        return self._visible_ratio

    visible_ratio = accessors(get_visible_ratio, set_visible_ratio)

    def _visible_changed(self) -> None:
        self.queue_redraw()

    def set_visible_characters_behavior(self, behavior: int) -> None:
        """What counts as visible characters: a `TextServer.VC_*`."""
        if behavior != self._visible_behavior:
            self._visible_behavior = int(behavior)
            self._visible_changed()

    def get_visible_characters_behavior(self) -> TextServer.VisibleCharactersBehavior:
        """What counts as visible characters: a `TextServer.VC_*`."""
        return TextServer.VisibleCharactersBehavior(self._visible_behavior)

    visible_characters_behavior = accessors(
        get_visible_characters_behavior, set_visible_characters_behavior
    )
