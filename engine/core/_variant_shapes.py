"""Values that look like those that came before, read at once.

Most of what a program receives looks like something it has received already: the same keys in the
same order, values of the same types, texts of the same lengths. A `Shape` is what such bytes have
in common: which of them are always the same (headers, counts, keys), what is read from the others,
and how the values are put together. One comparison says whether bytes have a shape, and one
`unpack` reads all that differs.

Which shape to try follows from the number of bytes and the first of them. It is made when such
bytes came `_OFTEN` times, and again when they have not had it `_MISSES` times in a row. A shape is
only ever tried: what does not have it is read in the usual way, and so is what is wrong.
"""

from __future__ import annotations

from struct import Struct
from typing import Any

from engine.core._variant_math import COLOR, REALS, WHOLE
from engine.core._variant_readers import known_texts, new_text

SMALLEST, _LARGEST = 40, 512  # bytes that are worth it
_OFTEN, _MISSES = 16, 16
_MOST = 256  # shapes, and what may become one

_PAIR = Struct("<II").unpack_from
_SINGLE_NUMBERS = {2: "i", 0x10002: "q", 3: "f", 0x10003: "d"}  # by header
_MATH = {
    **{int(numbers.kind): ("f", numbers) for numbers in (*REALS, COLOR)},
    **{int(numbers.kind): ("i", numbers) for numbers in WHOLE},
}


class Shape:
    """What some bytes have in common.

    The values are put together by a function that is compiled for it; nothing of the bytes gets
    into its source, in which keys are but names (`c0`, `c1`, ...).

    Args:
        data: such bytes; they have to be right.
        at: where the value begins.
        count: how many compressed values there are; 0 for one that is not.

    Attributes:
        size: how many bytes the value has.
        misses: how often in a row this shape was tried in vain.

    Raises:
        KeyError: there is a type in it that shapes do not have.
    """

    __slots__ = ("_fixed", "_made", "_mask", "_unpack", "misses", "size")

    def __init__(self, data: bytes, at: int, count: int = 0) -> None:
        draft = _Draft(data, at)
        if count:
            value = f"[{', '.join([draft.compressed() for _ in range(count)])}]"
        else:
            value = draft.value()
        self.misses = 0
        self.size = draft.at - at
        self._mask = int.from_bytes(draft.mask, "little")
        self._fixed = int.from_bytes(data[at : draft.at], "little") & self._mask
        self._unpack = Struct("<" + "".join(draft.form)).unpack
        self._made = eval(f"lambda {', '.join(draft.fields)}: {value}", draft.names)

    def read(self, data: bytes, at: int) -> tuple[Any, int] | None:
        """The value and where it ends; None when the bytes do not have this shape."""
        end = at + self.size
        part = data[at:end]
        if int.from_bytes(part, "little") & self._mask != self._fixed or len(part) < self.size:
            self.misses += 1
            return None
        self.misses = 0
        return self._made(*self._unpack(part)), end


class _Draft:
    """What a shape is made of, found while the bytes of a value are passed through.

    Attributes:
        at: the place that was reached.
        mask: ones for the bits that have to stay the same.
        form: what `struct` is told, in parts.
        fields: the names of what it gives.
        names: what the names in expressions stand for.
    """

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self.at = at
        self.mask = bytearray()
        self.form: list[str] = []
        self.fields: list[str] = []
        self.names: dict[str, Any] = {"known": known_texts.get, "text": _text}

    def value(self) -> str:
        """Passes through a value; gives an expression for it."""
        header = int.from_bytes(self._data[self.at : self.at + 4], "little")
        if header == 27 or header == 28:
            _, count = _PAIR(self._data, self.at)
            self._fixed(8)
            parts = [self._pair() if header == 27 else self.value() for _ in range(count)]
            return f"{{{', '.join(parts)}}}" if header == 27 else f"[{', '.join(parts)}]"
        if header == 4:
            size = self._text_size()
            field = self._field(8, size - 8, f"{size}s")
            return f"(known({field}) or text({field}))"
        if header == 0:
            self._fixed(4)
            return "None"
        if header == 1:
            return f"{self._field(4, 4, '4xI')} != 0"
        if header in _MATH:
            code, numbers = _MATH[header]
            first = len(self.fields)
            self._field(4, 4 * numbers.size, f"4x{numbers.size}{code}", numbers.size)
            return f"{self._name(numbers.made)}({', '.join(self.fields[first:])})"
        code = _SINGLE_NUMBERS[header]
        return self._field(4, 8 if code in "qd" else 4, "4x" + code)

    def compressed(self) -> str:
        """The same for a value that may be compressed."""
        first = self._data[self.at]
        if first & 0x3F == 1:
            field = self._field(0, 1, "B")
            self.mask[-1] = 0x3F
            return f"{field} >= 128"
        if first & 0x3F == 2:
            size = first >> 6
            return self._field(1, 1 << size, f"x{'bhiq'[size]}")
        return self.value()

    def _pair(self) -> str:
        if self._data[self.at : self.at + 4] != b"\4\0\0\0":
            raise KeyError("a key that is no text")
        size = self._text_size()
        key = self._name(_text(self._data[self.at : self.at + size]))
        self._fixed(size)
        return f"{key}: {self.value()}"

    def _text_size(self) -> int:
        _, size = _PAIR(self._data, self.at)
        return int(8 + size + (-size & 3))

    def _name(self, constant: Any) -> str:
        name = f"c{len(self.names)}"
        self.names[name] = constant
        return name

    def _fixed(self, size: int) -> None:
        self.form.append(f"{size}x")
        self.mask += b"\xff" * size
        self.at += size

    def _field(self, fixed: int, free: int, form: str, count: int = 1) -> str:
        """Some fixed bytes and some that may differ, which `form` reads as so many fields."""
        self.form.append(form)
        self.mask += b"\xff" * fixed + b"\0" * free
        self.at += fixed + free
        self.fields += [f"f{len(self.fields) + place}" for place in range(count)]
        return self.fields[-1]


def _text(data: bytes) -> str:
    text = known_texts.get(data)
    return new_text(data, 0) if text is None else text


# Shapes by what says which to try, or how often that has come. -----------------------------------

_shapes: dict[tuple[int, int, bytes], Shape | int] = {}


def recall(data: bytes, at: int, count: int = 0) -> tuple[Any, int] | None:
    """A value, or a list of so many compressed ones, of a known shape, and where it ends.

    Returns:
        None for what has none.

    Raises:
        CodingError: a text in it is none.
    """
    if not SMALLEST <= len(data) - at <= _LARGEST:
        return None
    shape = _shapes.get(_hint(data, at, count))
    return shape.read(data, at) if isinstance(shape, Shape) else None


def remember(data: bytes, at: int, count: int = 0) -> None:
    """Counts what was read without a shape, as `recall` has it; makes a shape when it is time."""
    if not SMALLEST <= len(data) - at <= _LARGEST:
        return
    hint = _hint(data, at, count)
    known = _shapes.get(hint, 0)
    if isinstance(known, Shape):
        if known.misses >= _MISSES:
            _shapes[hint] = 0
        return
    if known < _OFTEN:
        if len(_shapes) >= _MOST:
            _shapes.clear()
        _shapes[hint] = known + 1
    elif known == _OFTEN:
        try:
            _shapes[hint] = Shape(data, at, count)
        except KeyError:  # it has none
            _shapes[hint] = known + 1


def _hint(data: bytes, at: int, count: int) -> tuple[int, int, bytes]:
    """The size, and of the first bytes those in which there can be no values."""
    if count:
        return len(data), count, data[at : at + 1]
    return len(data) - at, 0, data[at : at + (24 if data[at] == 27 else 12)]
