"""Comments and blank lines: who of what is written they belong to.

A comment on a line of its own goes before what follows it, or to the end of the block whose depth
it has; one behind code stays behind it. Each is given out once.
"""

from __future__ import annotations

import sys

from engine.gdscript._syntax import Comment, Declaration, Script

NEVER = sys.maxsize


class Comments:
    """The comments of a file that are still to be written."""

    def __init__(self, script: Script) -> None:
        self._waiting = list(script.comments)
        self._lines = script.lines

    def indent(self, line: int) -> int:
        """How deep a line begins."""
        if not 1 <= line <= len(self._lines):
            return 0
        text = self._lines[line - 1].expandtabs(4)
        return len(text) - len(text.lstrip())

    def blank_before(self, line: int) -> bool:
        """Whether there is an empty line above one."""
        return 2 <= line <= len(self._lines) + 1 and not self._lines[line - 2].strip()

    def line_of_else(self, body: int) -> int:
        """The line of the `else` that a body belongs to."""
        for line in range(body, 0, -1):
            if self._lines[line - 1].lstrip().startswith("else"):
                return line
        return body

    def before(self, line: int) -> list[Comment]:
        """All that come before a line."""
        return self._take([c for c in self._waiting if c.line < line])

    def leading(self, line: int, deepest: int) -> list[Comment]:
        """Those before a line that stand on lines of their own, no deeper than that."""
        found = [
            c
            for c in self._waiting
            if c.line < line and c.own_line and self.indent(c.line) <= deepest
        ]
        return self._take(found)

    def closing(self, after: int, limit: int, depth: int) -> list[Comment]:
        """Those at the end of a block of that depth, before another line."""
        found = []
        for comment in self._waiting:
            if after < comment.line < limit and comment.own_line:
                if self.indent(comment.line) < depth:
                    break
                found.append(comment)
        return self._take(found)

    def behind(self, first: int, last: int) -> str:
        """What stands behind code on some lines, to be put behind a line of Python."""
        found = self._take([c for c in self._waiting if first <= c.line <= last and not c.own_line])
        return "".join(f"  {python_comment(c)}" for c in found)

    def within(self, first: int, last: int) -> list[Comment]:
        """Those on lines of their own inside an expression of several lines."""
        return self._take([c for c in self._waiting if first < c.line <= last and c.own_line])

    def give_back(self, comments: list[Comment]) -> None:
        """Takes back comments that are for somebody else."""
        self._waiting = sorted([*self._waiting, *comments], key=lambda comment: comment.line)

    def _take(self, found: list[Comment]) -> list[Comment]:
        taken = {id(c) for c in found}
        if taken:
            self._waiting = [c for c in self._waiting if id(c) not in taken]
        return found


def python_comment(comment: Comment) -> str:
    """A comment as Python's: with a space behind its sign."""
    text = comment.text.strip()
    inner = text.lstrip("#")
    if not inner.strip():
        return "#"
    sign = "#" if not inner.startswith("!") else "# "
    return f"{sign}{inner}" if inner[0] in " !" else f"{sign} {inner}"


def is_documentation(comment: Comment) -> bool:
    """Whether it is a `##` comment, which documents what follows."""
    return comment.text.startswith("##") and not comment.text.startswith("###")


def docstring(comments: list[Comment]) -> list[str]:
    """The lines of a docstring made of `##` comments."""
    texts = [comment.text[2:].strip() for comment in comments]
    while texts and not texts[-1]:
        texts.pop()
    while texts and not texts[0]:
        texts.pop(0)
    if not texts:
        return []
    texts = [text.replace("\\", "\\\\").replace('"""', "'''") for text in texts]
    if len(texts) == 1:
        text = texts[0]
        return [f'"""{text} """' if text.endswith('"') else f'"""{text}"""']
    return [f'"""{texts[0]}', *texts[1:], '"""']


def start_line(member: Declaration) -> int:
    """The first line of a member, its annotations counted in."""
    return min([member.line, *(annotation.line for annotation in member.annotations)])
