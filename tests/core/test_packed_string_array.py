import pytest

from engine.core.node_path import NodePath
from engine.core.packed_string_array import PackedStringArray
from engine.core.string_name import StringName
from engine.core.vector2 import Vector2


def test_is_made_of_the_texts_of_values():
    values = [1, 1.5, True, None, StringName("sn"), NodePath("np/a"), Vector2(1, 2), [1, "a"], {}]
    p = PackedStringArray(values)
    assert list(p) == ["1", "1.5", "true", "<null>", "sn", "np/a", "(1.0, 2.0)", '[1, "a"]', "{  }"]
    assert {type(s) for s in p} == {str}
    with pytest.raises(TypeError, match="around the one"):
        PackedStringArray("one")


def test_takes_names_and_paths_but_nothing_else_later():
    p = PackedStringArray()
    p.append(StringName("a"))
    p.append(NodePath("b:c"))
    p[0:0] = ["x"]
    assert p == PackedStringArray(["x", "a", "b:c"])
    assert {type(s) for s in p} == {str}
    with pytest.raises(TypeError, match="PackedStringArray holds strings, not int 5"):
        p.append(5)


def test_text():
    p = PackedStringArray(["a\nb", 'q"q', "it's", "tab\t", "back\\", "é", ""])
    assert str(p) == r'["a\nb", "q\"q", "it\'s", "tab\t", "back\\", "é", ""]'
    assert repr(PackedStringArray(["a", "b c"])) == "PackedStringArray(['a', 'b c'])"
    assert str(PackedStringArray()) == "[]"


def test_bytes_end_with_a_zero_each():
    assert PackedStringArray(["ab", "é", ""]).to_byte_array() == b"ab\0\xc3\xa9\0\0"


def test_is_sorted_by_code_points():
    p = PackedStringArray(["b", "a", "C", "10", "9", "é", ""])
    p.sort()
    assert list(p) == ["", "10", "9", "C", "a", "b", "é"]
    assert p.bsearch("a") == 4
