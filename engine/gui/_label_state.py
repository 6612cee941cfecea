"""What a `Label` is told: its text and settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from engine.core._packed_numbers import PackedFloat32Array
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.geometry_enums import HorizontalAlignment, VerticalAlignment
from engine.core.resource import Resource
from engine.gui.control import Control
from engine.gui.label_settings import LabelSettings
from engine.servers.text_server import TextServer


class LabelState(Control):
    """The properties of a `Label`."""

    _own: ClassVar[tuple[str, ...]] = (
        "_autowrap", "_bidi", "_dirty", "_bidi_options", "_clip_text", "_ellipsis", "_h_align",
        "_justification", "_label_settings", "_language", "_lines_skipped", "_max_lines",
        "_overrun", "_paragraphs", "_measured", "_placed", "_separator", "_tab_stops", "_text",
        "_text_direction", "_trim_flags", "_uppercase", "_v_align", "_visible_behavior",
        "_visible_characters", "_visible_ratio", "_fitted_for", "_kept_looks", "_kept_setting",
        "_shown",
    )  # fmt: skip

    _autowrap: int = 0
    _bidi: int = 0
    _bidi_options: tuple[Any, ...] = ()
    _clip_text: bool = False
    _ellipsis: str = "\u2026"
    _h_align: int = 0
    _justification: int = 163
    _label_settings: LabelSettings | None = None
    _language: str = ""
    _lines_skipped: int = 0
    _max_lines: int = -1
    _overrun: int = 0
    _separator: str = "\\n"
    _tab_stops: tuple[float, ...] = ()
    _text: str = ""
    _text_direction: int = 0
    _trim_flags: int = 192
    _uppercase: bool = False
    _v_align: int = 0
    _visible_behavior: int = 0
    _visible_characters: int = -1
    _visible_ratio: float = 1.0
    _measured: tuple[float, float] | None = None

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._mouse_filter = 2
        self._v_flags = 4
        return self

    def _text_changed(self) -> None:
        """The text has to be shaped again."""

    def _lines_changed(self) -> None:
        """The text has to be broken into lines again."""

    def _put(self, name: str, value: Any) -> bool:
        if getattr(self, name) == value:
            return False
        setattr(self, name, value)
        return True

    def _put_and_break(self, name: str, value: Any) -> None:
        if self._put(name, value):
            self._lines_changed()
            self.queue_redraw()
            if self._clip_text or self._overrun:
                self.update_minimum_size()

    def _put_and_shape(self, name: str, value: Any) -> None:
        if self._put(name, value):
            self._text_changed()
            self.queue_redraw()

    # Text ----------------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """What it says."""
        if not self._put("_text", str(text)):
            return
        self._text_changed()
        if self._visible_ratio < 1.0:
            self._visible_characters = int(self.get_total_character_count() * self._visible_ratio)
        self.queue_redraw()
        self.update_minimum_size()

    def get_text(self) -> str:
        """What it says."""
        return self._text

    text = accessors(get_text, set_text)

    def get_total_character_count(self) -> int:
        """How many characters the text has."""
        return len(self.atr(self._text))

    def set_label_settings(self, settings: LabelSettings | None) -> None:
        """Looks that replace those of the theme."""
        if settings is self._label_settings:
            return
        listener = Callable(self, "_settings_changed")
        if self._label_settings is not None:
            self._label_settings.changed.disconnect(listener)
        self._label_settings = settings
        if settings is not None:
            settings.changed.connect(listener, Resource.CONNECT_REFERENCE_COUNTED)
        self._settings_changed()

    def get_label_settings(self) -> LabelSettings | None:
        """Looks that replace those of the theme."""
        return self._label_settings

    label_settings = accessors(get_label_settings, set_label_settings)

    def _settings_changed(self) -> None:
        self._text_changed()
        self.queue_redraw()

    def set_uppercase(self, enable: bool) -> None:
        """Whether it shows in capitals."""
        self._put_and_shape("_uppercase", bool(enable))

    def is_uppercase(self) -> bool:
        """Whether it shows in capitals."""
        return self._uppercase

    uppercase = accessors(is_uppercase, set_uppercase)

    def set_paragraph_separator(self, paragraph_separator: str) -> None:
        """What ends a paragraph, written with escapes such as a backslash and an n."""
        self._put_and_shape("_separator", str(paragraph_separator))

    def get_paragraph_separator(self) -> str:
        """What ends a paragraph."""
        return self._separator

    paragraph_separator = accessors(get_paragraph_separator, set_paragraph_separator)

    def set_tab_stops(self, tab_stops: Sequence[float]) -> None:
        """Where text goes on behind tabs, in pixels from the left."""
        self._put_and_shape("_tab_stops", tuple(PackedFloat32Array(tab_stops)))

    def get_tab_stops(self) -> PackedFloat32Array:
        """Where text goes on behind tabs, in pixels from the left."""
        return PackedFloat32Array(self._tab_stops)

    tab_stops = accessors(get_tab_stops, set_tab_stops)

    def set_text_direction(self, direction: int) -> None:
        """Which way the text runs: a `TEXT_DIRECTION_*`."""
        self._put_and_shape("_text_direction", int(direction))

    def get_text_direction(self) -> Control.TextDirection:
        """Which way the text runs: a `TEXT_DIRECTION_*`."""
        return Control.TextDirection(self._text_direction)

    text_direction = accessors(get_text_direction, set_text_direction)

    def set_language(self, language: str) -> None:
        """The language of the text, which may change some glyphs; nothing for that of the game."""
        self._put_and_shape("_language", str(language))

    def get_language(self) -> str:
        """The language of the text."""
        return self._language

    language = accessors(get_language, set_language)

    def set_structured_text_bidi_override(self, parser: int) -> None:
        """Kind of a text whose parts keep their order; kept, without effect here."""
        self._put_and_shape("_bidi", int(parser))

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

    # Lines ---------------------------------------------------------------------------------------

    def set_horizontal_alignment(self, alignment: int) -> None:
        """Where lines stand: a `HORIZONTAL_ALIGNMENT_*`."""
        if self._put("_h_align", int(alignment)):
            self._lines_changed()
            self.queue_redraw()

    def get_horizontal_alignment(self) -> HorizontalAlignment:
        """Where lines stand: a `HORIZONTAL_ALIGNMENT_*`."""
        return HorizontalAlignment(self._h_align)

    horizontal_alignment = accessors(get_horizontal_alignment, set_horizontal_alignment)

    def set_vertical_alignment(self, alignment: int) -> None:
        """Where the text stands between top and bottom: a `VERTICAL_ALIGNMENT_*`."""
        if self._put("_v_align", int(alignment)):
            self.queue_redraw()

    def get_vertical_alignment(self) -> VerticalAlignment:
        """Where the text stands between top and bottom: a `VERTICAL_ALIGNMENT_*`."""
        return VerticalAlignment(self._v_align)

    vertical_alignment = accessors(get_vertical_alignment, set_vertical_alignment)

    def set_autowrap_mode(self, autowrap_mode: int) -> None:
        """Where lines are wrapped: a `TextServer.AUTOWRAP_*`."""
        self._put_and_break("_autowrap", int(autowrap_mode))

    def get_autowrap_mode(self) -> TextServer.AutowrapMode:
        """Where lines are wrapped: a `TextServer.AUTOWRAP_*`."""
        return TextServer.AutowrapMode(self._autowrap)

    autowrap_mode = accessors(get_autowrap_mode, set_autowrap_mode)

    def set_autowrap_trim_flags(self, autowrap_trim_flags: int) -> None:
        """What is cut off where lines are wrapped: a sum of `TextServer.BREAK_TRIM_*`."""
        self._put_and_break("_trim_flags", int(autowrap_trim_flags) & 0xF0)

    def get_autowrap_trim_flags(self) -> TextServer.LineBreakFlag:
        """What is cut off where lines are wrapped: a sum of `TextServer.BREAK_TRIM_*`."""
        return TextServer.LineBreakFlag(self._trim_flags)

    autowrap_trim_flags = accessors(get_autowrap_trim_flags, set_autowrap_trim_flags)

    def set_justification_flags(self, justification_flags: int) -> None:
        """How lines are stretched: a sum of `TextServer.JUSTIFICATION_*`."""
        if self._put("_justification", int(justification_flags)):
            self._lines_changed()
            self.queue_redraw()

    def get_justification_flags(self) -> TextServer.JustificationFlag:
        """How lines are stretched: a sum of `TextServer.JUSTIFICATION_*`."""
        return TextServer.JustificationFlag(self._justification)

    justification_flags = accessors(get_justification_flags, set_justification_flags)

    def set_clip_text(self, enable: bool) -> None:
        """Whether it may be narrower than its text, which is then cut off."""
        if self._put("_clip_text", bool(enable)):
            self.queue_redraw()
            self.update_minimum_size()

    def is_clipping_text(self) -> bool:
        """Whether it may be narrower than its text, which is then cut off."""
        return self._clip_text

    clip_text = accessors(is_clipping_text, set_clip_text)

    def set_text_overrun_behavior(self, overrun_behavior: int) -> None:
        """What becomes of text that is too wide: a `TextServer.OVERRUN_*`."""
        self._put_and_break("_overrun", int(overrun_behavior))

    def get_text_overrun_behavior(self) -> TextServer.OverrunBehavior:
        """What becomes of text that is too wide: a `TextServer.OVERRUN_*`."""
        return TextServer.OverrunBehavior(self._overrun)

    text_overrun_behavior = accessors(get_text_overrun_behavior, set_text_overrun_behavior)

    def set_ellipsis_char(self, char: str) -> None:
        """What stands where text was cut off."""
        self._put_and_break("_ellipsis", str(char)[:1])

    def get_ellipsis_char(self) -> str:
        """What stands where text was cut off."""
        return self._ellipsis

    ellipsis_char = accessors(get_ellipsis_char, set_ellipsis_char)

    def set_lines_skipped(self, lines_skipped: int) -> None:
        """How many lines are left out at the start."""
        if self._put("_lines_skipped", max(int(lines_skipped), 0)):
            self._measured = None
            self.queue_redraw()

    def get_lines_skipped(self) -> int:
        """How many lines are left out at the start."""
        return self._lines_skipped

    lines_skipped = accessors(get_lines_skipped, set_lines_skipped)

    def set_max_lines_visible(self, lines_visible: int) -> None:
        """How many lines show at most; -1 for all."""
        if self._put("_max_lines", int(lines_visible)):
            self._measured = None
            self.queue_redraw()

    def get_max_lines_visible(self) -> int:
        """How many lines show at most; -1 for all."""
        return self._max_lines

    max_lines_visible = accessors(get_max_lines_visible, set_max_lines_visible)

    # Visible characters --------------------------------------------------------------------------

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
        if self._visible_behavior == TextServer.VC_CHARS_BEFORE_SHAPING:
            self._text_changed()
        self.queue_redraw()

    def set_visible_characters_behavior(self, behavior: int) -> None:
        """What counts as visible characters: a `TextServer.VC_*`."""
        if self._put("_visible_behavior", int(behavior)):
            self._text_changed()
            self.queue_redraw()

    def get_visible_characters_behavior(self) -> TextServer.VisibleCharactersBehavior:
        """What counts as visible characters: a `TextServer.VC_*`."""
        return TextServer.VisibleCharactersBehavior(self._visible_behavior)

    visible_characters_behavior = accessors(
        get_visible_characters_behavior, set_visible_characters_behavior
    )
