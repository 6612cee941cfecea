"""StringName: a name. In Python it is a string that knows it is a name.

Where Python's `str` and Godot's `String` have a method of the same name (`split`, `count`, `find`,
`format`, `capitalize`, ...), a StringName has Godot's; everything else of `str` is there as well.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from types import MethodType
from typing import TYPE_CHECKING, Any, TypeVar

from engine.core._text import mark_inside, quoted

Function = TypeVar("Function", bound=Callable[..., Any])


class _Functions:
    """Stands for a module of string functions: gives the places of them, and loads nothing."""

    def __init__(self, family: str) -> None:
        self._module = f"engine.core._string_methods_{family}"

    def __getattr__(self, name: str) -> tuple[str, str]:
        return self._module, name


class _Method:
    """A method whose function is loaded when it is first asked for; then it takes its own place."""

    def __init__(self, module: str, function: str) -> None:
        self._place = module, function

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: str | None, owner: type) -> Any:
        module, name = self._place
        function = getattr(import_module(module), name)

        @wraps(function)
        def method(self: str, *args: Any, **kwargs: Any) -> Any:
            return function(str(self), *args, **kwargs)  # plain, with Python's own methods

        setattr(owner, self._name, method)
        return method if instance is None else MethodType(method, instance)


class _Static:
    """A static function of Godot's String, loaded when it is first asked for."""

    def __init__(self, module: str, function: str) -> None:
        self._place = module, function

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: str | None, owner: type) -> Any:
        module, name = self._place
        function = getattr(import_module(module), name)
        setattr(owner, self._name, staticmethod(function))
        return function


if TYPE_CHECKING:
    from engine.core import _string_methods_case as _case
    from engine.core import _string_methods_compare as _compare
    from engine.core import _string_methods_edit as _edit
    from engine.core import _string_methods_encoding as _encoding
    from engine.core import _string_methods_numbers as _numbers
    from engine.core import _string_methods_paths as _paths
    from engine.core import _string_methods_search as _search

    def _plainly(function: Function) -> Function: ...
    def _static(function: Function) -> Function: ...
else:
    _case, _compare, _edit = _Functions("case"), _Functions("compare"), _Functions("edit")
    _encoding, _numbers = _Functions("encoding"), _Functions("numbers")
    _paths, _search = _Functions("paths"), _Functions("search")

    def _plainly(place: tuple[str, str]) -> _Method:
        """A method that hands its text on as a plain string."""
        return _Method(*place)

    def _static(place: tuple[str, str]) -> _Static:
        """A static function of String."""
        return _Static(*place)


class StringName(str):
    """A name: equal to the plain string, written as `&"name"` inside containers.

    The methods are those of Godot's String; they give plain strings.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "&" + quoted(str(self))

    capitalize = _plainly(_case.capitalize)
    to_camel_case = _plainly(_case.to_camel_case)
    to_kebab_case = _plainly(_case.to_kebab_case)
    to_lower = _plainly(_case.to_lower)
    to_pascal_case = _plainly(_case.to_pascal_case)
    to_snake_case = _plainly(_case.to_snake_case)
    to_upper = _plainly(_case.to_upper)

    casecmp_to = _plainly(_compare.casecmp_to)
    filecasecmp_to = _plainly(_compare.filecasecmp_to)
    filenocasecmp_to = _plainly(_compare.filenocasecmp_to)
    naturalcasecmp_to = _plainly(_compare.naturalcasecmp_to)
    naturalnocasecmp_to = _plainly(_compare.naturalnocasecmp_to)
    nocasecmp_to = _plainly(_compare.nocasecmp_to)

    dedent = _plainly(_edit.dedent)
    erase = _plainly(_edit.erase)
    format = _plainly(_edit.format_string)  # type: ignore[assignment]
    indent = _plainly(_edit.indent)
    insert = _plainly(_edit.insert)
    join = _plainly(_edit.join)
    lpad = _plainly(_edit.lpad)
    lstrip = _plainly(_edit.lstrip)  # type: ignore[assignment]
    remove_char = _plainly(_edit.remove_char)
    remove_chars = _plainly(_edit.remove_chars)
    repeat = _plainly(_edit.repeat)
    replace = _plainly(_edit.replace)  # type: ignore[assignment]
    replace_char = _plainly(_edit.replace_char)
    replace_chars = _plainly(_edit.replace_chars)
    replacen = _plainly(_edit.replacen)
    reverse = _plainly(_edit.reverse)
    rpad = _plainly(_edit.rpad)
    rstrip = _plainly(_edit.rstrip)  # type: ignore[assignment]
    strip_edges = _plainly(_edit.strip_edges)
    strip_escapes = _plainly(_edit.strip_escapes)
    trim_prefix = _plainly(_edit.trim_prefix)
    trim_suffix = _plainly(_edit.trim_suffix)

    c_escape = _plainly(_encoding.c_escape)
    c_unescape = _plainly(_encoding.c_unescape)
    hash = _plainly(_encoding.hash)
    hex_decode = _plainly(_encoding.hex_decode)
    json_escape = _plainly(_encoding.json_escape)
    md5_buffer = _plainly(_encoding.md5_buffer)
    md5_text = _plainly(_encoding.md5_text)
    sha1_buffer = _plainly(_encoding.sha1_buffer)
    sha1_text = _plainly(_encoding.sha1_text)
    sha256_buffer = _plainly(_encoding.sha256_buffer)
    sha256_text = _plainly(_encoding.sha256_text)
    to_ascii_buffer = _plainly(_encoding.to_ascii_buffer)
    to_multibyte_char_buffer = _plainly(_encoding.to_multibyte_char_buffer)
    to_utf16_buffer = _plainly(_encoding.to_utf16_buffer)
    to_utf32_buffer = _plainly(_encoding.to_utf32_buffer)
    to_utf8_buffer = _plainly(_encoding.to_utf8_buffer)
    to_wchar_buffer = _plainly(_encoding.to_wchar_buffer)
    xml_escape = _plainly(_encoding.xml_escape)
    xml_unescape = _plainly(_encoding.xml_unescape)

    chr = _static(_numbers.char)
    num = _static(_numbers.num)
    num_int64 = _static(_numbers.num_int64)
    num_scientific = _static(_numbers.num_scientific)
    num_uint64 = _static(_numbers.num_uint64)

    bin_to_int = _plainly(_numbers.bin_to_int)
    hex_to_int = _plainly(_numbers.hex_to_int)
    is_valid_ascii_identifier = _plainly(_numbers.is_valid_ascii_identifier)
    is_valid_float = _plainly(_numbers.is_valid_float)
    is_valid_hex_number = _plainly(_numbers.is_valid_hex_number)
    is_valid_html_color = _plainly(_numbers.is_valid_html_color)
    is_valid_identifier = _plainly(_numbers.is_valid_identifier)
    is_valid_int = _plainly(_numbers.is_valid_int)
    is_valid_ip_address = _plainly(_numbers.is_valid_ip_address)
    is_valid_unicode_identifier = _plainly(_numbers.is_valid_unicode_identifier)
    pad_decimals = _plainly(_numbers.pad_decimals)
    pad_zeros = _plainly(_numbers.pad_zeros)
    to_float = _plainly(_numbers.to_float)
    to_int = _plainly(_numbers.to_int)
    unicode_at = _plainly(_numbers.unicode_at)

    get_base_dir = _plainly(_paths.get_base_dir)
    get_basename = _plainly(_paths.get_basename)
    get_extension = _plainly(_paths.get_extension)
    get_file = _plainly(_paths.get_file)
    is_absolute_path = _plainly(_paths.is_absolute_path)
    is_relative_path = _plainly(_paths.is_relative_path)
    is_valid_filename = _plainly(_paths.is_valid_filename)
    path_join = _plainly(_paths.path_join)
    simplify_path = _plainly(_paths.simplify_path)
    uri_decode = _plainly(_paths.uri_decode)
    uri_encode = _plainly(_paths.uri_encode)
    uri_file_decode = _plainly(_paths.uri_file_decode)
    validate_filename = _plainly(_paths.validate_filename)
    validate_node_name = _plainly(_paths.validate_node_name)

    begins_with = _plainly(_search.begins_with)
    bigrams = _plainly(_search.bigrams)
    contains = _plainly(_search.contains)
    containsn = _plainly(_search.containsn)
    count = _plainly(_search.count)  # type: ignore[assignment]
    countn = _plainly(_search.countn)
    ends_with = _plainly(_search.ends_with)
    find = _plainly(_search.find)  # type: ignore[assignment]
    findn = _plainly(_search.findn)
    get_slice = _plainly(_search.get_slice)
    get_slice_count = _plainly(_search.get_slice_count)
    get_slicec = _plainly(_search.get_slicec)
    is_empty = _plainly(_search.is_empty)
    is_subsequence_of = _plainly(_search.is_subsequence_of)
    is_subsequence_ofn = _plainly(_search.is_subsequence_ofn)
    left = _plainly(_search.left)
    length = _plainly(_search.length)
    match = _plainly(_search.match)
    matchn = _plainly(_search.matchn)
    rfind = _plainly(_search.rfind)  # type: ignore[assignment]
    rfindn = _plainly(_search.rfindn)
    right = _plainly(_search.right)
    rsplit = _plainly(_search.rsplit)  # type: ignore[assignment]
    similarity = _plainly(_search.similarity)
    split = _plainly(_search.split)  # type: ignore[assignment]
    split_floats = _plainly(_search.split_floats)
    substr = _plainly(_search.substr)


mark_inside(StringName, "&")
