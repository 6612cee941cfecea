"""Bytes to texts, as Godot reads them: never failing, replacing what is wrong.

A text ends at its first zero. What is no text becomes U+FFFD, with one message for each call
(Godot writes one for each place).
"""

from __future__ import annotations

import codecs
import struct

from engine.core.output import error

_REPLACED = "Unicode parsing error, some characters were replaced with � (U+FFFD): "


def _replace(problem: UnicodeError) -> tuple[str, int]:
    # A sequence that the end of the data cuts short counts once for each of its bytes.
    assert isinstance(problem, UnicodeDecodeError)
    cut_short = problem.reason == "unexpected end of data"
    return "\ufffd" * (problem.end - problem.start if cut_short else 1), problem.end


codecs.register_error("engine.replace", _replace)


def _utf8_problem(problem: UnicodeDecodeError) -> str:
    wrong = problem.object[problem.start : problem.end]
    if problem.reason == "invalid start byte":
        return f"Invalid UTF-8 leading byte ({wrong.hex()})"
    if problem.reason == "unexpected end of data":
        return f"Missing {wrong.hex(' ')} UTF-8 continuation byte"
    following = problem.object[problem.end]
    return f"Byte {following:x} is not a correct continuation byte after {wrong.hex(' ')}"


def utf8(data: bytes) -> str:
    """The text in UTF-8. A byte order mark is left out."""
    if 0 in data:
        data = data[: data.find(0)]
    try:
        text = data.decode()
    except UnicodeDecodeError as problem:
        error(_REPLACED + _utf8_problem(problem))
        text = data.decode("utf-8", "engine.replace")
    return text.removeprefix("\ufeff")


def latin1(data: bytes) -> str:
    """The text with one byte for each character, by its number."""
    return data.decode("latin-1").partition("\0")[0]


def utf16(data: bytes) -> str:
    """The text in UTF-16: little endian, or as a byte order mark says."""
    data = data[: len(data) & -2]
    order = "utf-16-be" if data.startswith(b"\xfe\xff") else "utf-16-le"
    try:
        text = data.decode(order)
    except UnicodeDecodeError as problem:
        error(f"{_REPLACED}Unpaired surrogate at byte {problem.start}")
        text = data.decode(order, "replace")
    return text.partition("\0")[0].removeprefix("\ufeff")


def _utf32_problem(code: int) -> str:
    if code == 0:
        return "Unexpected NUL character"
    if code > 0x10FFFF:
        return f"Invalid unicode codepoint ({code:x})"
    return f"Unpaired surrogate ({code:x})" if 0xD800 <= code < 0xE000 else ""


def utf32(data: bytes) -> str:
    """The text in UTF-32, little endian. A zero is no end here, but a mistake."""
    codes = struct.unpack_from(f"<{len(data) // 4}I", data)
    problems = [_utf32_problem(code) for code in codes]
    if any(problems):
        error(_REPLACED + next(filter(None, problems)))
    return "".join(
        ["\ufffd" if wrong else chr(code) for code, wrong in zip(codes, problems, strict=True)]
    )


def multibyte(data: bytes, encoding: str) -> str:
    """The text in an encoding by name; the system's is UTF-8."""
    try:
        return data.decode(encoding or "utf-8").partition("\0")[0]
    except LookupError:
        error("Conversion failed: Unknown encoding")
    except UnicodeDecodeError:
        error("Conversion failed: 84 - Invalid or incomplete multibyte or wide character")
    return ""
