"""From GDScript to the Python that a person would have written.

A file becomes a module: its inner classes first, each after its bases, then the class of the file,
named by `class_name` or after the file. It is written twice: only then is it known which names the
module takes from the engine, and local variables must not hide those.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from engine.gdscript._parser import parse
from engine.gdscript._syntax import Comment, Constant, Variable
from engine.gdscript.convert._classes import ClassWriter
from engine.gdscript.convert._comments import Comments, is_documentation, python_comment, start_line
from engine.gdscript.convert._imports import Imports
from engine.gdscript.convert._model import Project, ScriptClass, ScriptFile
from engine.gdscript.convert._walk import names_in

LINE_LENGTH = 100


def convert(source: str, path: str = "script.gd", tidy: bool = True) -> str:
    """The Python module for a script.

    Args:
        source: the text of the script.
        path: its file; the files around it tell what other scripts' names mean.
        tidy: whether ruff formats the result, where it is installed.

    Raises:
        ParseError: it isn't GDScript.
    """
    script = parse(source, path, comments=True)
    project = Project(path)
    place = Path(path).resolve()
    if place.is_relative_to(project.folder):
        script.path = f"res://{place.relative_to(project.folder).as_posix()}"
    taken: frozenset[str] = frozenset()
    while True:
        file = ScriptFile(script, project)
        imports = Imports()
        writer = ClassWriter(file, imports, Comments(script), taken)
        text = _module(writer, file)
        found = imports.names() | _module_names(file)
        if found <= taken:
            break
        taken |= found
    return formatted(text) if tidy else text


def _module_names(file: ScriptFile) -> frozenset[str]:
    names = set(file.classes)
    names |= {m.python for m in file.root.members.values() if m.at_module}
    return frozenset(names)


def _module(writer: ClassWriter, file: ScriptFile) -> str:
    header, above = _header(writer, file)
    constants = writer.module_constants(file.root)
    classes: list[list[str]] = []
    for cls in _ordered(file):
        comments = above if cls.is_file else writer.above.pop(id(cls.syntax), [])
        classes.append(writer.class_lines(cls, comments))
    parts = [*([constants] if constants else []), *classes]
    text = "\n\n\n".join("\n".join(_trimmed(part)) for part in parts)
    for cls in file.classes.values():
        if "_static_init" in cls.members:
            text += f"\n\n\n{cls.python}._static_init()"
    imports = writer.imports
    if imports.closing():
        text += "\n\n\n" + "\n".join(imports.closing())
    helpers = [helper.rstrip() for helper in imports.helpers()]
    head = imports.lines(text, future=_needs_future(file, imports))
    blocks = ["\n".join(header)] if header else []
    blocks += ["\n".join(head)] if head else []
    start = "\n\n".join(blocks)
    gap = "\n\n" if constants and not helpers else "\n\n\n"
    body = "\n\n\n".join([*helpers, text])
    return f"{start}{gap}{body}\n" if start else f"{body}\n"


def _needs_future(file: ScriptFile, imports: Imports) -> bool:
    """Whether annotations must not be looked at: they name what is not there yet, or is hidden."""
    hidden = {m.python for cls in file.classes.values() for m in cls.members.values()}
    return bool(imports.late_hints) or not hidden.isdisjoint(_ANNOTATED | imports.names())


_ANNOTATED = frozenset(("list", "dict", "int", "float", "str", "bool"))


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def _header(writer: ClassWriter, file: ScriptFile) -> tuple[list[str], list[Comment]]:
    """The comments at the head of the file, and those that document its class."""
    members = sorted(file.script.body.members, key=start_line)
    first = start_line(members[0]) if members else 10**9
    comments = writer.comments.leading(first, 0)
    # Those right above the first member are about it.
    own: list[Comment] = []
    line = first - 1
    while comments and members and comments[-1].line == line:
        own.insert(0, comments.pop())
        line -= 1
    writer.comments.give_back(own)
    header: list[str] = []
    for comment in comments:
        if is_documentation(comment):
            continue
        if header and writer.comments.blank_before(comment.line):
            header.append("")
        header.append(python_comment(comment))
    return header, [comment for comment in comments if is_documentation(comment)]


def _ordered(file: ScriptFile) -> list[ScriptClass]:
    """Classes in the order in which Python can make them."""
    done: list[ScriptClass] = []
    on_the_way: set[int] = set()

    def visit(cls: ScriptClass) -> None:
        if cls in done or id(cls) in on_the_way:
            return
        on_the_way.add(id(cls))
        for needed in _needed(cls, file):
            visit(needed)
        done.append(cls)

    inner = [cls for cls in file.classes.values() if not cls.is_file]
    for cls in sorted(inner, key=lambda cls: cls.syntax.line):
        visit(cls)
    visit(file.root)
    return done


def _needed(cls: ScriptClass, file: ScriptFile) -> list[ScriptClass]:
    found = [cls.base] if cls.base is not None and cls.base in file.classes.values() else []
    values = [
        member.value
        for member in cls.syntax.members
        if isinstance(member, Constant) or (isinstance(member, Variable) and member.static)
        if member.value is not None
    ]
    for name in sorted(names_in(values)):
        other = file.class_named(name, cls)
        if other is not None and other is not cls and other in file.classes.values():
            found.append(other)
    return found


# Formatting ---------------------------------------------------------------------------------------


def formatted(text: str) -> str:
    """The text as ruff lays it out, or as it is where there is no ruff."""
    ruff = _ruff()
    if ruff is None:
        return text
    sort = [ruff, "check", "--isolated", "--select", "I", "--fix", "--quiet", "-"]
    lay_out = [ruff, "format", "--isolated", "--line-length", str(LINE_LENGTH), "--quiet", "-"]
    for command in (lay_out, [*sort[:-1], "--line-length", str(LINE_LENGTH), "-"]):
        done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
        if done.returncode == 0 and done.stdout:
            text = done.stdout
    return text


def _ruff() -> str | None:
    beside = Path(sys.executable).with_name("ruff")
    return str(beside) if beside.is_file() else shutil.which("ruff")
