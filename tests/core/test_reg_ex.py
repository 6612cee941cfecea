"""Patterns: what Python is told, and what cannot be done."""

from __future__ import annotations

import re

import pytest

from engine import FAILED, OK, RegEx, RegExMatch
from engine.core._reg_ex_syntax import PatternError, python_pattern
from tests.core.recorded_values import heard

NOT_THERE = [r"a\Kb", r"(?|(a)|(b))c", r"(\((?:[^()]|(?1))*\))", r"(*UTF)a", r"\p{Greek}", r"\X"]
NO_PATTERN = ["[[:nope:]]", "(?#open", "a\\", "[a\\", "(?z)a", r"\kx", r"\y", "(?<=a+)b", "a{2,1}"]


@pytest.mark.parametrize("pattern", [*NOT_THERE, *NO_PATTERN])
def test_what_does_not_compile(pattern: str) -> None:
    expression = RegEx()
    with heard() as found:
        assert expression.compile(pattern) is FAILED
        assert expression.compile(pattern, False) is FAILED
    assert len(found) == 1
    assert not expression.is_valid()
    assert expression.get_pattern() == pattern


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\D+", "12ab", "ab"),
        (r"[^\W\d]+", "12ab-", "ab"),
        (r"[\D]+", "1ab2", "ab"),
        (r"\S+", " ab ", "ab"),
        (r"[\S]+", " a\\b ", "a\\b"),
        (r"\H\V", "\tab", "ab"),
        (r"[[:^digit:]]+", "1ab2", "ab"),
        (r"[a\]b]+", "x]ab", "]ab"),
        (r"[\Qx\E]", "x", None),
        (r"[\x41-\x{43}]+", "xABCD", "ABC"),
        (r"[a\-z]+", "b-za", "-za"),
        (r"[\d-z]+", "a-1z", "-1z"),
        (r"\041\o{42}", '!"', '!"'),
        (r"\cA", "\x01", "\x01"),
        (r"a(?i)b|c", "C", "C"),
        (r"(a(?i)b)c", "aBC", None),
        (r"(a(?i)b)c", "aBc", "aBc"),
        (r"(?i:a)b", "Ab", "Ab"),
        (r"(?x)a b # c", "ab", "ab"),
        (r"(?x:a b) c", "ab c", "ab c"),
        (r"(?x)a[ ]b\ c", "a b c", "a b c"),
        (r"(?i)Ä", "ä", "ä"),
        (r"(?-i)a", "A", None),
        (r"(a)(b)\g{-1}", "abb", "abb"),
        (r"(?<q>x)?(?(<q>)y|z)", "xy", "xy"),
        (r"(x)?(?(1)y|z)", "z", "z"),
        (r"\PL+", "ab12", "12"),
        (r"\p{^L}+", "ab12", "12"),
        (r"\pL\p{Nd}", "ä4", "ä4"),
        (r"\/\-\#\é", "/-#é", "/-#é"),
        (r"[\b]", "\b", "\b"),
        (r"a{2}b{,1}c{1,}", "aabcc", "aabcc"),
    ],
)
def test_spellings(pattern: str, text: str, expected: str | None) -> None:
    if pattern == r"[\Qx\E]":
        with pytest.raises(PatternError):
            python_pattern(pattern)
        return
    found = RegEx.create_from_string(pattern).search(text)
    assert (None if found is None else found.get_string()) == expected


def test_plain_texts_mean_themselves() -> None:
    text = "".join(map(chr, range(1, 128)))
    assert RegEx.create_from_string("\\Q" + text + "\\E").search(text) is not None
    assert re.fullmatch(python_pattern("[^\\\\\\]\\^a-]"), "&") is not None


def test_offsets_below_zero() -> None:
    expression = RegEx.create_from_string("a")
    with heard() as found:
        assert expression.search("a", -1) is None
        assert expression.search_all("a", -1) == []
        assert expression.sub("a", "b", False, -1) == ""
    assert found == ["ERROR: RegEx search offset must be >= 0"] * 3


def test_a_match_of_nothing() -> None:
    match = RegExMatch()
    assert (match.subject, list(match.strings), match.names) == ("", [], {})
    assert (match.get_group_count(), match.get_string(), match.get_start()) == (0, "", -1)


def test_compiling_anew() -> None:
    expression = RegEx()
    assert expression.compile("a") is OK
    assert expression.compile("(b)") is OK
    assert expression.get_group_count() == 1
