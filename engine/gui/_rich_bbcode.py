"""BBCode: text with tags in square brackets, turned into pushes and pops of a `RichTextLabel`.

A tag that is not known, and a closing tag that does not match the one that was opened last, stays
text. Each known tag has an entry in `_PLAIN` (written just so) or `_VALUED` (`[name=value ...]` or
`[name option=value ...]`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.gui import _rich_items as items
from engine.gui._rich_tags import Tag, bidi_character, find_unquoted, number, parse_tag, to_color
from engine.gui.font import Font
from engine.gui.font_variation import FontVariation
from engine.gui.texture_2d import Texture2D
from engine.scene.resource_loader import ResourceLoader

if TYPE_CHECKING:
    from engine.gui._rich_parsing import RichTextParsing

_LEFT, _CENTER, _RIGHT, _FILL = 0, 1, 2, 3
_ALIGNMENTS = {"l": 0, "left": 0, "c": 1, "center": 1, "r": 2, "right": 2, "f": 3, "fill": 3}
_DIRECTIONS = {"a": 0, "auto": 0, "l": 1, "ltr": 1, "r": 2, "rtl": 2, "i": 3, "inherited": 3}
_OBJECT_ALIGN = {"t": 0, "top": 0, "c": 1, "center": 1, "b": 2, "bottom": 2}
_TEXT_ALIGN = {
    "t": 0, "top": 0, "c": 4, "center": 4, "l": 8, "baseline": 8, "b": 12, "bottom": 12,
}  # fmt: skip
_LISTS = ("ul", "ol")
_LIST_TYPES = {
    "1": (0, False), "a": (1, False), "A": (1, True), "i": (2, False), "I": (2, True),
}  # fmt: skip
_NO_POP = ("img", "dropcap")


class Parser:
    """Reads one text; the label's stack goes on from where it was."""

    def __init__(self, label: RichTextParsing, bbcode: str) -> None:
        self.label = label
        self.text = bbcode.replace("\r\n", "\n")
        self.place = 0
        self.stack: list[str] = []
        self.bold = self.italics = False

    def run(self) -> None:
        """Reads all of it."""
        text, label = self.text, self.label
        while self.place < len(text):
            bracket = text.find("[", self.place)
            if bracket < 0:
                label.add_text(text[self.place :])
                return
            if bracket > self.place:
                label.add_text(text[self.place : bracket])
            end = find_unquoted(text, "]", bracket + 1)
            if end < 0:
                label.add_text(text[bracket:])
                return
            self.place = end + 1
            if not self._tag(text[bracket + 1 : end]):
                label.add_text("[")
                self.place = bracket + 1

    def _tag(self, tag: str) -> bool:
        if tag.startswith("/"):
            return self._close(tag[1:])
        plain = _PLAIN.get(tag)
        if plain is not None:
            plain(self)
            return True
        character = bidi_character(tag)
        if character:
            self.label.add_text(character)
            return True
        parsed = parse_tag(tag)
        valued = _VALUED.get(parsed.name)
        if valued is not None and _is_complete(tag, parsed):
            valued(self, parsed)
            return True
        return self._custom(parsed)

    def _close(self, name: str) -> bool:
        if not self.stack or self.stack[-1] != name:
            return False
        self.stack.pop()
        if name == "b":
            self.bold = False
        elif name == "i":
            self.italics = False
        if name in _LISTS:
            if self.label._frame.blocks[-1].pieces:
                self.label.newline()
            self.skip_line_break()
        if name not in _NO_POP:
            self.label.pop()
        return True

    def opened(self, name: str) -> None:
        """A tag was opened that has to be closed."""
        self.stack.append(name)

    def skip_line_break(self) -> None:
        """A line break beside the tags of a list is none of its text."""
        if self.text.startswith("\n", self.place):
            self.place += 1

    def until_bracket(self) -> str:
        """The text up to the next tag."""
        end = self.text.find("[", self.place)
        return self.text[self.place : end if end >= 0 else len(self.text)]

    def _custom(self, tag: Tag) -> bool:
        effect = self.label._effect_named(tag.name)
        if effect is None:
            return False
        env = self.label.parse_expressions_for_values(tag.words)
        self.label.push_customfx(effect, env)
        self.opened(tag.name)
        return True


# Tags without values ------------------------------------------------------------------------------


def _bold(parser: Parser) -> None:
    parser.bold = True
    if parser.italics:
        parser.label.push_bold_italics()
    else:
        parser.label.push_bold()
    parser.opened("b")


def _italics(parser: Parser) -> None:
    parser.italics = True
    if parser.bold:
        parser.label.push_bold_italics()
    else:
        parser.label.push_italics()
    parser.opened("i")


def _pushes(name: str, method: str, *args: Any) -> Callable[[Parser], None]:
    def push(parser: Parser) -> None:
        getattr(parser.label, method)(*args)
        parser.opened(name)

    return push


def _aligned(name: str, alignment: int) -> Callable[[Parser], None]:
    def push(parser: Parser) -> None:
        form = parser.label._paragraph_format(alignment)
        parser.label._push_paragraph_like(items.PARAGRAPH, form)
        parser.opened(name)

    return push


def _adds(text: str) -> Callable[[Parser], None]:
    return lambda parser: parser.label.add_text(text)


def _open_list(parser: Parser, name: str, kind: int, capitalize: bool, bullet: str) -> None:
    block = parser.label._frame.blocks[-1]
    if block.owned and not block.pieces and any(tag in _LISTS for tag in parser.stack):
        parser.label.newline()
    parser.label.push_list(len(parser.stack) + 1, kind, capitalize, bullet)
    parser.opened(name)
    parser.skip_line_break()


def _plain_url(parser: Parser) -> None:
    parser.label.push_meta(parser.until_bracket())
    parser.opened("url")


def _plain_image(parser: Parser) -> None:
    _image(parser, Tag("img", None, {}, []))


def _plain_dropcap(parser: Parser) -> None:
    _dropcap(parser, Tag("dropcap", None, {}, []))


def _cell_tag(parser: Parser) -> None:
    parser.label.push_cell()
    parser.opened("cell")


_PLAIN: dict[str, Callable[[Parser], None]] = {
    "b": _bold,
    "i": _italics,
    "code": _pushes("code", "push_mono"),
    "u": _pushes("u", "push_underline"),
    "s": _pushes("s", "push_strikethrough"),
    "cell": _cell_tag,
    "left": _aligned("left", _LEFT),
    "center": _aligned("center", _CENTER),
    "right": _aligned("right", _RIGHT),
    "fill": _aligned("fill", _FILL),
    "p": _aligned("p", _LEFT),
    "indent": _pushes("indent", "push_indent", 1),
    "ul": lambda parser: _open_list(parser, "ul", 3, False, "\u2022"),
    "ol": lambda parser: _open_list(parser, "ol", 0, False, "\u2022"),
    "url": _plain_url,
    "img": _plain_image,
    "dropcap": _plain_dropcap,
    "hr": lambda parser: parser.label.add_hr(),
    "lb": _adds("["),
    "rb": _adds("]"),
    "br": _adds("\r"),
}


# Tags with values ---------------------------------------------------------------------------------


def _value(tag: Tag) -> str:
    return tag.value or ""


def _table(parser: Parser, tag: Tag) -> None:
    words = [word.strip() for word in _value(tag).split(",")]
    align = _OBJECT_ALIGN.get(words[1], 0) if len(words) > 1 else 0
    align |= _TEXT_ALIGN.get(words[2], 0) if len(words) > 2 else 0
    row = int(number(words[3])) if len(words) > 3 else -1
    columns = max(int(number(words[0])), 1)
    parser.label.push_table(columns, align, row, tag.options.get("name", ""))
    parser.opened("table")


def _cell(parser: Parser, tag: Tag) -> None:
    label, options = parser.label, tag.options
    ratio = tag.value or options.get("expand")
    if ratio is not None:
        label.set_table_column_expand(
            label._current_column(), True, max(int(number(ratio)), 1),
            options.get("shrink", "true") != "false",
        )  # fmt: skip
    label.push_cell()
    if "border" in options:
        label.set_cell_border_color(to_color(options["border"]))
    if "bg" in options:
        colors = [to_color(word) for word in options["bg"].split(",")]
        label.set_cell_row_background_color(colors[0], colors[-1])
    if "padding" in options:
        sides = [number(word) for word in options["padding"].split(",")]
        if len(sides) == 4:
            label.set_cell_padding(Rect2(*sides))
    parser.opened("cell")


def _paragraph(parser: Parser, tag: Tag) -> None:
    options = tag.options
    stops = [number(word) for word in options.get("tab_stops", "").split(",") if word]
    parser.label.push_paragraph(
        _ALIGNMENTS.get(options.get("align", options.get("algin", "left")), 0),
        _DIRECTIONS.get(options.get("direction", options.get("dir", "auto")), 0),
        options.get("language", options.get("lang", "")),
        0,
        parser.label._justification,
        stops,
    )
    parser.opened("p")


def _list(parser: Parser, tag: Tag) -> None:
    if tag.name == "ul":
        bullet = tag.options.get("bullet", tag.value or "\u2022")
        _open_list(parser, "ul", 3, False, bullet)
    else:
        kind, capitalize = _LIST_TYPES.get(tag.options.get("type", "1"), (0, False))
        _open_list(parser, "ol", kind, capitalize, "\u2022")


def _color_style(kind: int) -> Callable[[Parser, Tag], None]:
    def push(parser: Parser, tag: Tag) -> None:
        default = parser.label.get_theme_color("default_color")
        parser.label._push(kind, to_color(_value(tag), default))
        parser.opened(tag.name)

    return push


def _line_style(kind: int) -> Callable[[Parser, Tag], None]:
    def push(parser: Parser, tag: Tag) -> None:
        parser.label._push(kind, to_color(tag.options.get("color", ""), Color(0, 0, 0, 0)))
        parser.opened(tag.name)

    return push


def _font_size(parser: Parser, tag: Tag) -> None:
    parser.label.push_font_size(int(number(_value(tag))))
    parser.opened("font_size")


def _outline_size(parser: Parser, tag: Tag) -> None:
    parser.label.push_outline_size(max(int(number(_value(tag))), 0))
    parser.opened("outline_size")


def _load(path: str, kind: type[Any], type_name: str) -> Any:
    loaded = ResourceLoader.load(path, type_name)
    return loaded if isinstance(loaded, kind) else None


def _font(parser: Parser, tag: Tag) -> None:
    options = tag.options
    path = tag.value or options.get("name", options.get("n", ""))
    font = _load(path, Font, "Font") if path else parser.label.get_theme_font("normal_font")
    size = int(number(options.get("size", options.get("s", "0"))))
    spacings = {"glyph_spacing": 0, "gl": 0, "space_spacing": 1, "sp": 1, "top_spacing": 2,
                "top": 2, "bottom_spacing": 3, "bt": 3}  # fmt: skip
    changed = [name for name in options if name in spacings or name in ("embolden", "emb")]
    if changed and font is not None:
        varied = FontVariation()
        varied.base_font = font
        for name in changed:
            if name in spacings:
                varied.set_spacing(spacings[name], int(number(options[name])))
            else:
                varied.variation_embolden = number(options[name])
        font = varied
    parser.label.push_font(font, size)
    parser.opened("font")


def _url(parser: Parser, tag: Tag) -> None:
    options = tag.options
    modes = {"never": 0, "always": 1, "hover": 2}
    data = tag.value if tag.value is not None else options.get("href", "")
    underline = modes.get(options.get("underline", "always"), 1)
    parser.label.push_meta(data, underline, options.get("tooltip", ""))
    parser.opened("url")


def _hint(parser: Parser, tag: Tag) -> None:
    parser.label.push_hint(_value(tag))
    parser.opened("hint")


def _language(parser: Parser, tag: Tag) -> None:
    parser.label.push_language(_value(tag))
    parser.opened("lang")


def _features(parser: Parser, tag: Tag) -> None:
    varied = FontVariation()
    varied.base_font = parser.label.get_theme_font("normal_font")
    features: dict[Any, Any] = {}
    for word in _value(tag).split(","):
        name, _, value = word.partition("=")
        if name:
            features[name.strip()[:4]] = int(number(value)) if value else 1
    varied.opentype_features = features
    parser.label.push_font(varied)
    parser.opened(tag.name)


def _character(parser: Parser, tag: Tag) -> None:
    digits = _value(tag)
    for digit in digits:
        if digit not in "0123456789abcdefABCDEF":
            output.error(
                f'Invalid hexadecimal notation character "{digit}" (U+{ord(digit):04X}) in string '
                f'"{digits}".'
            )
            parser.label.add_text("\ufffd")
            return
    code = int(digits or "0", 16)
    parser.label.add_text(chr(code) if 0 < code <= 0x10FFFF else "\ufffd")


def _rule(parser: Parser, tag: Tag) -> None:
    options = tag.options
    width, height = options.get("width", "90%"), options.get("height", "2")
    parser.label.add_hr(
        int(number(width.rstrip("%"))),
        int(number(height.rstrip("%"))),
        to_color(options.get("color", ""), Color(1, 1, 1, 1)),
        _ALIGNMENTS.get(options.get("align", "center"), 1),
        width.endswith("%"),
        height.endswith("%"),
    )


def _dropcap(parser: Parser, tag: Tag) -> None:
    options, label = tag.options, parser.label
    letter = parser.until_bracket()
    parser.place += len(letter)
    font = label.get_theme_font("normal_font")
    if "font" in options:
        font = _load(options["font"], Font, "Font") or font
    size = int(number(options.get("font_size", "0"))) or 3 * label.get_theme_font_size(
        "normal_font_size"
    )
    margins = [number(word) for word in options.get("margins", "").split(",") if word]
    label.push_dropcap(
        letter,
        font,
        size,
        Rect2(*margins) if len(margins) == 4 else Rect2(),
        to_color(options.get("color", ""), label.get_theme_color("default_color")),
        int(number(options.get("outline_size", "0"))),
        to_color(options.get("outline_color", ""), Color(0, 0, 0, 0)),
    )
    parser.opened("dropcap")


def _image(parser: Parser, tag: Tag) -> None:
    options = dict(tag.options)
    path = parser.until_bracket()
    parser.place += len(path)
    parser.opened("img")
    image = _load(path, Texture2D, "Texture2D")
    if image is None:
        return
    align = 5
    if tag.value:
        width, _, height = tag.value.partition("x")
        words = [word.strip() for word in tag.value.split(",")]
        if words[0] in _OBJECT_ALIGN:
            align = _OBJECT_ALIGN[words[0]] | (_TEXT_ALIGN.get(words[1], 4) if words[1:] else 4)
        else:
            options.setdefault("width", width)
            options.setdefault("height", height or "0")
    sides = [options.get("width", "0"), options.get("height", "0")]
    region = [number(word) for word in options.get("region", "").split(",") if word]
    parser.label.add_image(
        image,
        int(number(sides[0].rstrip("%"))),
        int(number(sides[1].rstrip("%"))),
        to_color(options.get("color", ""), Color(1, 1, 1, 1)),
        align,
        Rect2(*region) if len(region) == 4 else Rect2(),
        None,
        options.get("pad", "false") == "true",
        options.get("tooltip", ""),
        sides[0].endswith("%"),
        sides[1].endswith("%"),
    )


_EFFECTS: dict[str, dict[str, Any]] = {
    "wave": {"freq": 5.0, "amp": 20.0, "connected": 1.0},
    "tornado": {"freq": 1.0, "radius": 10.0, "connected": 1.0},
    "shake": {"rate": 20.0, "level": 5.0, "connected": 1.0},
    "rainbow": {"freq": 1.0, "sat": 0.8, "val": 0.8, "speed": 1.0},
    "fade": {"start": 0.0, "length": 10.0},
    "pulse": {"freq": 1.0, "ease": -2.0},
}


def _effect(parser: Parser, tag: Tag) -> None:
    values: dict[str, Any] = dict(_EFFECTS[tag.name])
    for name, written in tag.options.items():
        if name in values:
            values[name] = number(written)
    if tag.name == "pulse":
        values["color"] = to_color(tag.options.get("color", ""), Color(1, 1, 1, 0.25))
    parser.label._push_effect(tag.name, values)
    parser.opened(tag.name)


def _is_complete(written: str, tag: Tag) -> bool:
    if tag.name in _NO_VALUE:
        return tag.value is None and bool(tag.options)
    if tag.value is not None:
        return True
    return written in _EFFECTS or (bool(tag.options) and tag.name not in _NEED_VALUE)


_NO_VALUE = frozenset({"p", "dropcap", "hr", "u", "s", "ul", "ol"})
_NEED_VALUE = frozenset({"table", "color", "bgcolor", "fgcolor", "font_size", "hint", "lang"})
_VALUED: dict[str, Callable[[Parser, Tag], None]] = {
    "table": _table,
    "cell": _cell,
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "u": _line_style(items.UNDERLINE),
    "s": _line_style(items.STRIKETHROUGH),
    "color": _color_style(items.COLOR),
    "outline_color": _color_style(items.OUTLINE_COLOR),
    "bgcolor": _color_style(items.BACKGROUND),
    "fgcolor": _color_style(items.FOREGROUND),
    "font_size": _font_size,
    "outline_size": _outline_size,
    "font": _font,
    "url": _url,
    "hint": _hint,
    "lang": _language,
    "opentype_features": _features,
    "otf": _features,
    "char": _character,
    "hr": _rule,
    "dropcap": _dropcap,
    "img": _image,
    **dict.fromkeys(_EFFECTS, _effect),
}
