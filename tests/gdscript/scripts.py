"""Projects made of a few scripts, for tests."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine.core import output
from engine.core.output import Message
from engine.gdscript._registry import Project


def make_project(folder: Path, files: Mapping[str, str], cached: bool = False) -> Project:
    """A project with some files; Python files are scripts, too."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    project = Project(folder)
    project.use_cache = cached
    return project


def load(folder: Path, source: str, **others: str) -> Any:
    """The class of one script; `others` are files beside it, by name without ending."""
    files = {"main.gd": source, **{f"{name}.gd": text for name, text in others.items()}}
    return make_project(folder, files).load("res://main.gd")


@contextmanager
def messages() -> Iterator[list[str]]:
    """Collects what is written to standard error."""
    found: list[str] = []

    def keep(message: Message) -> None:
        found.append(str(message))

    with output.handler(keep):
        yield found
