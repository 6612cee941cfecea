"""The cases of record_values.py: what a real Godot is asked."""

from __future__ import annotations

import math
import random
import struct

_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\v": "\\v", "\f": "\\f", "\b": "\\b",
            "\a": "\\a", '"': '\\"', "\\": "\\\\"}  # fmt: skip


def literal(value: object) -> str:
    """A value as `str_to_var` reads it."""
    if isinstance(value, str):
        return '"' + "".join(_ESCAPES.get(c, c) for c in value) + '"'
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(literal, value)) + "]"
    return repr(value)


# Numbers


def number_cases(source: random.Random) -> list[float]:
    numbers = [
        0.1 + 0.2, 1 / 3, 1e20, 1e-10, 1e-20, 0.0, -0.0, math.nan, math.inf, -math.inf, 2**0.5,
        5e-324, 1.7976931348623157e308, 10.0, 10.5, 9.999999999999999, 10.000000000000002, 1e15,
        1e15 + 0.5, 1e14 + 0.5, 123456789012345.6, 1234567890123456.5, 2.0**53, 2.0**63, -(2.0**63),
        2.0**64, 0.49e-14, 0.5e-14, 0.51e-14, -1e-15, -1e-20, 0.00001234, 1.5e-7, math.pi, math.tau,
    ]  # fmt: skip
    for exponent in range(-20, 23):
        numbers += [10.0**exponent, math.nextafter(10.0**exponent, 0.0), 1.5 * 10.0**exponent]
    numbers += [source.uniform(-1, 1) * 10 ** source.uniform(-18, 20) for _ in range(250)]
    numbers += [source.randrange(-(10**6), 10**6) / 10 ** source.randrange(9) for _ in range(100)]
    bits = (struct.pack("<Q", source.getrandbits(64)) for _ in range(60))
    return numbers + [struct.unpack("<d", b)[0] for b in bits]


# Strings and node paths

_TEXTS = (
    "", "a", "A", "ab", "aB", "abc", "hello world", "Hello World", "HelloWorld", "hello_world",
    "Node2D", "helloWorld2D", "move_local_x", "HTTPRequest", "sha256_text", "x86-64", " a  b ",
    "a,b,,c", ",", "a,", "aaa", "/root/a", "res://a/b.gd", "res://../a", "C:/x/y.txt",
    "C:\\x\\y.txt", "a/b/../c", "./a//b/.", "../a/..", "a.tar.gz", ".hidden", "dir.x/file",
    "//server/x", "http://a.b/c?d=e&f", "12", "-12", "+5", "12.5", "-0.5", "1e5", "1.5e-3",
    "abc12", "4x2", "0x1f", "-0x1F", "1f", "0b101", "101", "#ff8800", "127.0.0.1", "::1",
    "fe80::1:2", "::ffff:1.2.3.4", "256.1.1.1", "1.2.3", "é", "Straße", "ÀÉÎ", "漢字", "☃🎲", "İı",
    "\n", "a\nb\n", "\ta\n\tb", "  x\n    y\n  z", "q\"uo'te", "back\\slash", "\\n\\t\\x",
    "<a href='x'>&amp;</a>", "&lt;&gt;&quot;&apos;&amp;&#65;", "%20a%2Fb", "a+b c", "%zz%4",
    "_private", "9lives", "for", "a:b", "a@b%c", "file?.txt", "file1", "file10", "file2", "File1",
    "_file", ".file", "x01", "x1", "00", "-007", "3.14159", "5.", ".5", "-",
    "9223372036854775807", "9223372036854775808", "99999999999999999999", "1234567890123456789.5",
    "1e400", "inf", "mississippi", "deadbeef", "a*c", "*", "?", "a?c", "*.gd", "?*", "{0} {1}",
    "{a}", "A1b2C3", "ABc", "2D", "2aa", "A22b", "..", "a\tb",
)  # fmt: skip
_NUMBERS = (0, 1, 2, 3, 5, -1, -2, 10)
# Method: what its arguments are. T is a text, P a part of the receiver, I a number, C a code,
# B a bool, F one character, X a pattern; those behind a bar may be left out.
_METHODS = """
begins_with P; bigrams; bin_to_int; c_escape; c_unescape; capitalize; casecmp_to T; contains P;
containsn P; count P|II; countn P|II; dedent; ends_with P; erase I|I; filecasecmp_to T;
filenocasecmp_to T; find P|I; findn P|I; get_base_dir; get_basename; get_extension; get_file;
get_slice PI; get_slice_count P; get_slicec CI; hash; hex_decode; hex_to_int; indent F; insert IT;
is_absolute_path; is_empty; is_relative_path; is_subsequence_of T; is_subsequence_ofn T;
is_valid_ascii_identifier; is_valid_filename; is_valid_float; is_valid_hex_number |B;
is_valid_html_color; is_valid_identifier; is_valid_int; is_valid_ip_address;
is_valid_unicode_identifier; json_escape; left I; length; lpad I|F; lstrip P; match X; matchn X;
md5_buffer; md5_text; naturalcasecmp_to T; naturalnocasecmp_to T; nocasecmp_to T; pad_decimals I;
pad_zeros I; path_join T; remove_char C; remove_chars P; repeat I; replace PT; replace_char CC;
replace_chars PC; replacen PT; reverse; rfind P|I; rfindn P|I; right I; rpad I|F; rsplit |PBI;
rstrip P; sha1_buffer; sha1_text; sha256_buffer; sha256_text; similarity T; simplify_path;
split |PBI; split_floats P|B; strip_edges |BB; strip_escapes; substr I|I; to_ascii_buffer;
to_camel_case; to_float; to_int; to_kebab_case; to_lower; to_multibyte_char_buffer; to_pascal_case;
to_snake_case; to_upper; to_utf16_buffer; to_utf32_buffer; to_utf8_buffer; to_wchar_buffer;
trim_prefix P; trim_suffix P; unicode_at I; uri_decode; uri_encode; uri_file_decode;
validate_filename; validate_node_name; xml_escape |B; xml_unescape
"""

Case = tuple[str, str, str, list[object]]


def string_cases(source: random.Random) -> list[Case]:
    cases = []
    for entry in _METHODS.replace("\n", " ").split(";"):
        method, _, kinds = entry.strip().partition(" ")
        needed, _, optional = kinds.partition("|")
        for _ in range(14 if kinds else 18):
            text = source.choice(_TEXTS)
            wanted = needed + optional[: source.randrange(len(optional) + 1)]
            arguments = [_argument(kind, text, source) for kind in wanted]
            cases.append((text, literal(text), method, arguments))
    return cases


def _argument(kind: str, text: str, source: random.Random) -> object:
    if kind == "P":
        start = source.randrange(len(text)) if text else 0
        part = text[start : start + source.randrange(1, 4)]
        return source.choice([part, part.swapcase(), source.choice(_TEXTS)]) or ","
    return {
        "T": lambda: source.choice([source.choice(_TEXTS), text.swapcase(), text + "1"]),
        "I": lambda: source.choice(_NUMBERS),
        "C": lambda: ord(source.choice(text or "x")),
        "B": lambda: source.random() < 0.5,
        "F": lambda: source.choice("0 .x"),
        "X": lambda: source.choice([f"*{text[1:3]}*", f"?{text[1:]}", f"{text[:2]}*", "*.*", text]),
    }[kind]()


_PATHS = (
    "", "a", "a/b", "a//b", "./a", "a/", "/root", "/root/", ":x:y", "a:b/c", "%Unique/x", "/",
    "../A/B:prop:sub", "//", "//a", "/:x", "a:", "a:b:", "a::b", ":", ":x", ":x:", "::", "..", ".",
    "a b/c d", "/a/b/c:d:e", "a/b/c:d:e:f", "é/ü:ñ", "a/:x", "/a//b//", "x:y/z:w",
)  # fmt: skip
_SLICES = ((0, 1), (1, 2), (-1, 5), (0, -1), (1, 99), (-99, 99), (3, 4), (-2, -1), (2, 1), (0, 0))


def node_path_cases() -> list[Case]:
    plain = (
        "get_name_count", "get_subname_count", "get_concatenated_names", "is_absolute", "is_empty",
        "get_concatenated_subnames", "get_as_property_path", "hash",
    )  # fmt: skip
    calls: list[tuple[str, list[object]]] = [(method, []) for method in plain]
    calls += [("get_name", [0]), ("get_name", [1]), ("get_subname", [0]), ("get_subname", [-1])]
    calls += [("slice", list(ends)) for ends in _SLICES]
    return [(p, f"NodePath({literal(p)})", method, args) for p in _PATHS for method, args in calls]


# The % operator

_ODD_FORMATS: list[tuple[str, object]] = [
    ("%5-d|", [3]), ("%-05d|", [3]), ("%0-5d|", [3]), ("%5+d", [3]), ("%u", [3]), ("%ud", [-3]),
    ("%ux %o", [-255, -8]), ("%5%|", []), ("%i", [3]), ("%#x", [5]), ("% d", [5]), ("%f", [-0.0]),
    ("%*d", [-5, 3]), ("%.*f", [-1, 2.5]), ("%s", None), ("%d", None), ("%.40f", [1.25]),
    ("%d", [9223372036854775807]), ("%x", [-9223372036854775808]), ("%d", [1e+19]), ("%c", [""]),
    ("%c", [-1]), ("%c", ["ab"]), ("%c", [1114112]), ("%c", [55296]), ("%s", [[1]]), ("%s", []),
    ("%%", []), ("%", []), ("a%", []), ("%5", [1]), ("%lld", [1]), ("%s%", ["a"]),
    ("%1.2.3f", [1.0]), ("%*d", ["x", 1]), ("%v", ["x"]), ("%1%d", [5]), ("%5.-2f|", [3.14159]),
    ("%**d|", [3, 4, 5]), ("%s", {"a": 1}), ("%d", True), ("plain", ["x"]), ("plain", []),
    ("%s %s", ["a"]), ("%s", ["a", "b"]),
]  # fmt: skip


def format_cases(source: random.Random) -> list[tuple[str, object]]:
    values = [3, -42, 255, 2.5, -0.125, 1e15, "text", "é", None, True, [1, "a"], {"k": 1}, 65]
    cases: list[tuple[str, object]] = list(_ODD_FORMATS)
    for _ in range(350):
        template, count = "", source.randrange(1, 4)
        for _ in range(count):
            marks = "".join(source.choice(["", "", "-", "+", "0", "5", "12", ".2", ".0", "3"])
                            for _ in range(source.randrange(3)))  # fmt: skip
            template += source.choice(["", "a ", "%%"]) + f"%{marks}{source.choice('ddffsssxXoc')}|"
        given = [source.choice(values) for _ in range(count)]
        cases.append((template, given))
    return cases


# Global functions

MATH = """
abs V; absf F; absi I; acos U; acosh F; angle_difference FF; asin U; asinh F; atan F; atan2 FF;
atanh U; bezier_derivative FFFFF; bezier_interpolate FFFFF; ceil V; ceilf F; ceili F; clamp VVV;
clampf FFF; clampi III; cos F; cosh F; cubic_interpolate FFFFF; cubic_interpolate_angle FFFFF;
cubic_interpolate_angle_in_time FFFFFFFF; cubic_interpolate_in_time FFFFFFFF; db_to_linear F;
deg_to_rad F; ease UF; exp F; floor V; floorf F; floori F; fmod FF; fposmod FF; inverse_lerp FFF;
is_equal_approx FF; is_finite F; is_inf F; is_nan F; is_zero_approx F; lerp FFF; lerp_angle FFF;
lerpf FFF; linear_to_db F; log F; max VVV; maxf FF; maxi II; min VVV; minf FF; mini II;
move_toward FFF; nearest_po2 I; pingpong FF; posmod IN; pow FF; rad_to_deg F; remap FFFFF;
rotate_toward FFF; round V; roundf F; roundi F; sign V; signf F; signi I; sin F; sinh F;
smoothstep FFF; snapped VV; snappedf FF; snappedi FI; sqrt F; step_decimals U; tan F; tanh F;
wrap FFF; wrapf FFF; wrapi III
"""
_SPECIAL = (0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, math.inf, -math.inf, math.nan, 0.25)
_INTS = (0, 1, -1, 2, 3, -3, 5, 7, -7, 10, 100, 255, 256, 1000)


def math_cases(source: random.Random, functions: str) -> list[tuple[str, list[str], str]]:
    """Name, arguments as the file has them, and the expression for Godot."""
    cases = []
    for entry in functions.replace("\n", " ").split(";"):
        name, kinds = entry.split()
        for _ in range(10 if len(kinds) == 1 else 12):
            values = [_number(kind, source) for kind in kinds]
            shown = [v.hex() if isinstance(v, float) else str(v) for v in values]
            cases.append((name, shown, f"{name}({', '.join(map(_exact, values))})"))
    return cases


def _number(kind: str, source: random.Random) -> float:
    if kind == "N":
        return source.choice([n for n in _INTS if n])
    if kind == "I" or (kind == "V" and source.random() < 0.5):
        return source.choice(_INTS)
    if source.random() < 0.3:
        return source.choice(_SPECIAL)
    size = 1.0 if kind == "U" else 10.0
    mantissa, exponent = math.frexp(source.uniform(-size, size))
    return math.ldexp(int(mantissa * 2**48), exponent - 48)


def _exact(value: float) -> str:
    """An expression that is the number to the last bit: Godot reads long fractions less exactly."""
    if isinstance(value, int):
        return str(value)
    if math.isnan(value):
        return "NAN"
    if math.isinf(value):
        return "INF" if value > 0 else "-INF"
    if value in _SPECIAL:
        return repr(value)
    mantissa, exponent = math.frexp(value)
    return f"({int(mantissa * 2**48)}.0 / {2 ** (48 - exponent)}.0)"


CONVERTED = (
    "null", "true", "5", "-3", "2.75", '"12"', '"1.5"', '"abc"', '""', 'StringName("12")',
    'NodePath("a/b:c")', "Vector2(1.5, 2.5)", "Vector2i(3, 4)", "Vector3(1.5, 2.0, 3.0)",
    "Vector3i(1, 2, 3)", "Vector4(1.0, 2.0, 3.0, 4.5)", "Vector4i(1, 2, 3, 4)", '[1, "2", 3.5]',
    "Rect2(1.0, 2.0, 3.0, 4.5)", "Rect2i(1, 2, 3, 4)", "Color(1.0, 0.5, 0.25)", '{"k": 1}',
    "PackedByteArray([1, 2])", 'PackedStringArray(["7"])', "PackedVector2Array([Vector2(1, 2)])",
    "PackedFloat32Array([1.5])", "Quaternion(1.0, 0.0, 0.0, 0.0)",
    "Basis(Vector3(1, 2, 3), Vector3(4, 5, 7), Vector3(7, 8, 11))",
    "Transform2D(Vector2(1, 2), Vector2(3, 4), Vector2(5, 6))",
    "Transform3D(Basis(Vector3(1, 0, 0), Vector3(0, -1, 0), Vector3(0, 0, -1)), Vector3(1, 2, 3))",
    "Projection(Vector4(1, 2, 3, 4), Vector4(5, 6, 7, 8), Vector4(9, 8, 7, 6), "
    "Vector4(1, 2, 3, 4))",
)  # fmt: skip

HASHED = (
    "null", "true", "false", "0", "1", "-1", "1099511627776", "1.0", "0.5", "-2.25", "0.0", '""',
    '"a"', '"héllo"', 'StringName("a")', 'NodePath("a/b")', "[]", "[1]", '[1, "a"]', "[[1]]",
    "[null]", "{}", "{1: 2}", '{"a": 1, "b": 2}', '{"b": 2, "a": 1}', "Vector2(1, 2)",
    "Vector2i(1, -2)", "RID()", "Vector3(1, 2, 3)", "Vector3i(1, 2, 3)", "Vector4(1, 2, 3, 4)",
    "Vector4i(1, 2, 3, 4)", "Rect2(1, 2, 3, 4)", "Rect2i(1, 2, 3, 4)",
    "Color(1.0, 0.5, 0.0, 1.0)", "Plane(1, 2, 3, 4)", "Quaternion(1, 2, 3, 4)",
    "AABB(Vector3(1, 2, 3), Vector3(4, 5, 6))",
    "Transform2D(Vector2(1, 2), Vector2(3, 4), Vector2(5, 6))",
    "Basis(Vector3(1, 2, 3), Vector3(4, 5, 6), Vector3(7, 8, 9))",
    "Transform3D(Basis(Vector3(1, 2, 3), Vector3(4, 5, 6), Vector3(7, 8, 9)), Vector3(1, 1, 1))",
    "PackedByteArray([1, 2])", "PackedByteArray([1, 2, 3, 4, 5])", "PackedByteArray([])",
    "PackedInt32Array([1, -2])", "PackedInt64Array([1, -2])", "PackedFloat32Array([1.0, 0.5])",
    "PackedFloat64Array([1.0, 0.5])", 'PackedStringArray(["a", "b"])', "PackedFloat32Array([])",
    "PackedVector2Array([Vector2(1, 2)])", "PackedColorArray([Color(1.0, 0.5, 0.0, 1.0)])",
    "PackedStringArray([])", "PackedFloat64Array([])", "PackedVector2Array([])",
)  # fmt: skip
