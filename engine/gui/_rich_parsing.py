"""The text of a `RichTextLabel` as a whole: setting it, BBCode, custom effects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.node_path import NodePath
from engine.gui import _rich_items as items
from engine.gui._rich_bbcode import Parser
from engine.gui._rich_building import RichTextBuilding
from engine.gui._rich_tags import number

if TYPE_CHECKING:
    from engine.gui.rich_text_effect import RichTextEffect


class RichTextParsing(RichTextBuilding):
    """`text`, `append_text` and what belongs to them."""

    _own: ClassVar[tuple[str, ...]] = (
        "_bbcode",
        "_custom_effects",
        "_edited",
        "_setting_text",
        "_text",
    )

    _bbcode: bool = False
    _custom_effects: tuple[Any, ...] = ()
    _edited: bool = False  # whether the shown text was changed other than by setting `text`
    _setting_text: bool = False
    _text: str = ""

    # Text ----------------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Replaces all that it shows; with `bbcode_enabled`, tags are read."""
        written = str(text)
        if written and written == self._text:
            return
        self._edited = False
        self._text = written
        self._apply_text()

    def get_text(self) -> str:
        """What `set_text` was given; adding and clearing does not change it."""
        return self._text

    text = accessors(get_text, set_text)

    def _apply_text(self) -> None:
        self._setting_text = True
        text = self.atr(self._text)
        self.clear()
        if text:
            if self._bbcode:
                self._read(text)
            else:
                self.add_text(text)
        self._setting_text = False

    def set_use_bbcode(self, enable: bool) -> None:
        """Whether tags in `text` are read."""
        if enable == self._bbcode:
            return
        self._bbcode = bool(enable)
        self.notify_property_list_changed()
        if not self._edited:
            self._apply_text()

    def is_using_bbcode(self) -> bool:
        """Whether tags in `text` are read."""
        return self._bbcode

    bbcode_enabled = accessors(is_using_bbcode, set_use_bbcode)

    def append_text(self, bbcode: str) -> None:
        """Adds text and reads its tags, whether or not `bbcode_enabled` is on."""
        self._edited = self._edited or not self._setting_text
        self._read(str(bbcode))

    def parse_bbcode(self, bbcode: str) -> None:
        """Shows a text instead of what it shows, and reads its tags."""
        self.clear()
        self.append_text(bbcode)

    def _read(self, bbcode: str) -> None:
        if "[" not in bbcode:
            self.add_text(bbcode.replace("\r\n", "\n"))
            return
        kept, frame = self._current, self._frame
        Parser(self, bbcode).run()
        # tags that were not closed end with the text
        if frame is self._main:
            self._frame, self._current = frame, kept

    def clear(self) -> None:
        """Shows nothing; `text` stays as it is."""
        self._edited = self._edited or not self._setting_text
        self._empty()
        self._emptied()
        self._content_changed()

    def _emptied(self) -> None:
        """All text was taken away."""

    def add_text(self, text: str) -> None:
        """Adds text as it is, in the current style; tags in it stay text."""
        self._edited = self._edited or not self._setting_text
        super().add_text(text)

    # Effects -------------------------------------------------------------------------------------

    def set_effects(self, effects: Sequence[Any]) -> None:
        """`RichTextEffect`s, or scripts of such, whose tags are known."""
        self._custom_effects = tuple(effects)
        self.reload_effects()

    def get_effects(self) -> list[Any]:
        """`RichTextEffect`s whose tags are known."""
        return list(self._custom_effects)

    custom_effects = accessors(get_effects, set_effects)

    def install_effect(self, effect: Any) -> None:
        """Adds an effect, given as an object or as its class."""
        made = effect() if isinstance(effect, type) else effect
        if made is not None:
            self._custom_effects = (*self._custom_effects, made)

    def reload_effects(self) -> None:
        """Reads `text` again, now that other effects are known."""
        if self._text and self._bbcode and not self._edited:
            self._apply_text()

    def _effect_named(self, name: str) -> RichTextEffect | None:
        for effect in self._custom_effects:
            if effect is not None and str(getattr(effect, "bbcode", "") or "") == name and name:
                found: RichTextEffect = effect
                return found
        return None

    def parse_expressions_for_values(self, expressions: Sequence[str]) -> dict[Any, Any]:
        """Values of `name=value` words: numbers, bools, colours (`#`), paths (`$`), lists."""
        found: dict[Any, Any] = {}
        for expression in expressions:
            name, equals, value = str(expression).partition("=")
            if not equals:
                continue
            words = [_expression(word) for word in value.split(",")]
            found[name] = words[0] if len(words) == 1 else words
        return found

    def _current_column(self) -> int:
        """The column of the cell that comes next."""
        style = self._current
        if style is None or style.kind != items.TABLE:
            return -1
        return len(style.value.cells) % len(style.value.columns)


def _expression(word: str) -> Any:
    if word.startswith("#") and Color.html_is_valid(word):
        return Color.html(word)
    if word.startswith("$"):
        return NodePath(word[1:])
    if word in ("true", "false"):
        return word == "true"
    stripped = word.lstrip("+-")
    if stripped.isdigit():
        return int(word)
    if stripped.replace(".", "", 1).isdigit():
        return number(word)
    return word
