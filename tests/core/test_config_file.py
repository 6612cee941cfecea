"""Settings in files: values of every type come back."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from engine import OK, ConfigFile, NodePath, StringName, Vector2

TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r"), min_size=1)
VALUES = st.one_of(
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r")),
    st.lists(st.integers(-5, 5), max_size=3),
)


def test_values_come_back(tmp_path: Path) -> None:
    values = {"v": Vector2(1, 2.5), "n": StringName("x"), "p": NodePath("a/b"), "l": [None, {1: 2}]}
    config = ConfigFile()
    for name, value in values.items():
        config.set_value("s", name, value)
    path = str(tmp_path / "a.cfg")
    assert config.save(path) is OK
    again = ConfigFile()
    assert again.load(path) is OK
    assert {name: again.get_value("s", name) for name in values} == values


@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_names_of_any_kind_come_back(values: dict[str, object]) -> None:
    config = ConfigFile()
    for name, value in values.items():
        config.set_value("section", name, value)
    again = ConfigFile()
    assert again.parse(config.encode_to_text()) is OK
    found = {name: again.get_value("section", name) for name in values}
    assert found == values
