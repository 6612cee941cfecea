"""Color."""

import copy
import json
import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core._color_names import NAMED_COLORS, find_color
from engine.core.color import Color
from engine.core.output import handler

unit = st.floats(0, 1, width=32)
colors = st.tuples(unit, unit, unit, unit).map(lambda parts: Color(*parts))


def test_constructors():
    assert Color() == Color(0, 0, 0, 1) == Color(0, 0, 0)
    assert Color(0.25, 0.5, 0.75) == Color(r=0.25, g=0.5, b=0.75, a=1.0)
    red = Color(1, 0, 0)
    assert Color(red) == red == Color("red") == Color("#f00") == Color("ff0000ff")
    assert Color(red, 0.5) == Color("red", 0.5) == Color("#f00f", 0.5) == Color(1, 0, 0, 0.5)
    for wrong in ((1,), (1, 2), (1, 2, 3, "a"), (None, 1), ([1, 2, 3],), (red, "a")):
        with pytest.raises(TypeError):
            Color(*wrong)
    with pytest.raises(TypeError, match=r"Color\(int, int, NoneType, float\) does not exist"):
        Color(1, 2)


def test_a_value():
    c = Color(0.25, 0.5, 0.75, 1)
    assert [*c] == [0.25, 0.5, 0.75, 1.0]
    assert (c[0], c["g"], c.b, c[3], c["r8"]) == (0.25, 0.5, 0.75, 1.0, 64)
    assert hash(c) == hash(Color(0.25, 0.5, 0.75))
    assert copy.deepcopy(c) is c
    assert pickle.loads(pickle.dumps(c)) == c
    for name in ("r", "a", "h", "r8", "ok_hsl_l"):
        with pytest.raises(AttributeError, match=rf"v\.replace\({name}=1\)"):
            setattr(c, name, 1)
    assert str(Color(0.1, 1 / 3, -1e-9, 2)) == "(0.1, 0.3333, -0.0, 2.0)"
    assert repr(Color(0.1, 0.2, 0.3)) == "Color(0.1, 0.2, 0.3, 1.0)"
    assert not Color()
    assert Color(0, 0, 0, 0)
    with pytest.raises(TypeError):
        c < c  # noqa: B015
    with pytest.raises(TypeError):
        c * "a"


def test_replace_takes_computed_components():
    c = Color(0.2, 0.3, 0.4, 0.5)
    for change, text in (
        ({"r8": 128}, "(0.502, 0.3, 0.4, 0.5)"),
        ({"h": 0.3}, "(0.3404, 0.502, 0.3, 0.5)"),
        ({"s": 0.9}, "(0.1405, 0.502, 0.0502, 0.5)"),
        ({"v": 0.7}, "(0.196, 0.7, 0.07, 0.5)"),
        ({"ok_hsl_l": 0.4}, "(0.1149, 0.4444, 0.0361, 0.5)"),
        ({"ok_hsl_h": 0.1}, "(0.6504, 0.1744, 0.0072, 0.5)"),
        ({"ok_hsl_s": 0.2}, "(0.4393, 0.3429, 0.3162, 0.5)"),
    ):
        c = c.replace(**change)
        assert str(c) == text
    assert c.replace(a=1).a8 == 255
    with pytest.raises(TypeError, match="no component 'q'"):
        c.replace(q=1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nope", "Invalid color name: nope."),
        ("", "Invalid color name: ."),
        ("#12", "Invalid color name: #12."),
        ("Dark\tBlue", "Invalid color name: Dark\tBlue."),
    ],
)
def test_unknown_names(text, message):
    messages = []
    with handler(messages.append):
        assert Color(text) == Color()
        assert Color.from_string(text, Color.RED) == Color.RED
    assert [m.text for m in messages] == [message]


def test_bad_html():
    messages = []
    with handler(messages.append):
        assert Color.html("zz") == Color.html("#12345") == Color.html("") == Color()
    assert [m.text for m in messages] == ["Invalid color code: zz.", "Invalid color code: #12345."]
    assert not Color.html_is_valid("+ff")
    assert not Color.html_is_valid("")
    assert Color.html_is_valid("#FFAA00cc")


def test_names_are_forgiving():
    for name in ("dark_blue", "Dark Blue", "DARKBLUE", "dark-blue_'."):
        assert Color(name) == Color.DARK_BLUE
    assert find_color("Rebecca Purple") == "REBECCA_PURPLE"
    assert all(getattr(Color, name) == Color.hex(rgba) for name, rgba in NAMED_COLORS.items())
    assert len(NAMED_COLORS) == 146


@given(colors)
def test_bytes_and_text_agree(c):
    html = c.to_html()
    assert html == f"{c.to_rgba32():08x}"
    assert bytes.fromhex(html) == bytes([c.r8, c.g8, c.b8, c.a8])
    assert c.to_html(with_alpha=False) == html[:6]
    assert Color.html(html) == Color.hex(c.to_rgba32()) == Color.from_rgba8(*bytes.fromhex(html))
    assert c.to_abgr32() == int.from_bytes(c.to_rgba32().to_bytes(4, "big"), "little")
    assert all(abs(x - y) < 1e-4 for x, y in zip(c, Color.hex64(c.to_rgba64()), strict=True))


def test_numbers_out_of_range():
    odd = Color(2, -1, math.nan, math.inf)
    assert (odd.to_html(), odd.to_abgr32(), odd.to_abgr64()) == ("ff000000", 510, 131070)
    assert (odd.r8, odd.g8, odd.b8, odd.a8) == (255, 0, -2147483648, 255)
    assert Color(1, 1, 1).to_argb64() == -1


@given(colors)
def test_hsv_goes_both_ways(c):
    again = Color.from_hsv(c.h, c.s, c.v, c.a)
    assert all(abs(x - y) < 1e-5 for x, y in zip(c, again, strict=True))


@given(st.tuples(*[st.floats(0.05, 0.95)] * 3))
def test_ok_hsl_goes_both_ways(parts):
    c = Color(*parts)
    again = Color.from_ok_hsl(c.ok_hsl_h, c.ok_hsl_s, c.ok_hsl_l)
    assert all(abs(x - y) < 1e-3 for x, y in zip(c, again, strict=True))


@pytest.mark.parametrize(
    ("hsl", "text"),
    [
        ((0.3, 0.5, 0.5), "(0.483, 0.4805, 0.2664, 1.0)"),
        ((2, 0.5, 0.5), "(0.667, 0.3514, 0.4562, 1.0)"),
        ((0.3, 1, 0.999), "(0.9996, 1.0, 0.9888, 1.0)"),
        ((0.9, 1, 0.2), "(0.3037, 0.0001, 0.3321, 1.0)"),
        ((0.5, 0, 0.5), "(0.4662, 0.4662, 0.4662, 1.0)"),
        ((0, 0, 0), "(0.0, 0.0, 0.0, 1.0)"),
        ((0, 0, 1), "(1.0, 1.0, 1.0, 1.0)"),
        ((math.nan, 0.5, 0.5), "(nan, nan, nan, 1.0)"),
        ((math.inf, 0.5, 0.5), "(nan, nan, nan, 1.0)"),
    ],
)
def test_from_ok_hsl(hsl, text):
    assert str(Color.from_ok_hsl(*hsl)) == text


@pytest.mark.parametrize(
    ("color", "hsl"),
    [
        (Color(0, 0, 0), (0.0, 0.0, 0.0)),
        (Color(1, 0, 0), (0.08120527863503, 1.0, 0.56808465719223)),
        (Color(0, 0, 1), (0.73347783088684, 1.0, 0.36656531691551)),
        (Color(0.1, 0.2, 0.3), (0.69452089071274, 0.5317040681839, 0.21317303180695)),
        (Color(-1, 2, 3), (0.67448103427887, 0.65678876638412, 1.0)),
        (Color(2, -1, math.nan), (0.0, 0.0, 0.0)),
    ],
)
def test_ok_hsl_of_a_color(color, hsl):
    assert (color.ok_hsl_h, color.ok_hsl_s, color.ok_hsl_l) == pytest.approx(hsl, abs=1e-5)


def test_texts_survive_json():
    assert json.loads(json.dumps(str(Color.RED))) == "(1.0, 0.0, 0.0, 1.0)"
