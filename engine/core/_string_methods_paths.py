"""Godot's String functions for paths of files and nodes, and for addresses."""

from __future__ import annotations

import re
from urllib.parse import quote

from engine.core._string_methods_edit import strip_edges

_ROOT = re.compile(r"://|:[/\\]")
_SIMPLIFIED_ROOT = re.compile(r"[a-zA-Z0-9]+://|//|\\\\|/|\\|[^/\\]*:/")
_NOT_IN_FILENAMES = ':/\\?*"|%<>'
_NOT_IN_NODE_NAMES = '.:@/"%'
# Only capital letters count as digits; a digit that has no second one just loses its percent sign.
_PERCENT = re.compile(rb"%([0-9A-Z])(?:([0-9A-Z])|(.))", re.DOTALL)


def get_extension(self: str) -> str:
    """What follows the last dot of the file's name; empty without one."""
    point = self.rfind(".")
    return self[point + 1 :] if point > max(self.rfind("/"), self.rfind("\\")) else ""


def get_basename(self: str) -> str:
    """The path without its extension and the dot."""
    point = self.rfind(".")
    return self[:point] if point > max(self.rfind("/"), self.rfind("\\")) else self


def get_file(self: str) -> str:
    """What follows the last slash."""
    return self[max(self.rfind("/"), self.rfind("\\")) + 1 :]


def get_base_dir(self: str) -> str:
    """The folder of a path; `res://`, `/` and drives stay."""
    root = _root_of(self)
    rest = self[len(root) :]
    return root + rest[: max(rest.rfind("/"), rest.rfind("\\"), 0)]


def _root_of(path: str) -> str:
    if found := _ROOT.search(path):
        return path[: found.end()]
    return "/" if path.startswith("/") else ""


def path_join(self: str, path: str) -> str:
    """Both paths with one slash between them."""
    if not self:
        return path
    if self.endswith("/") or path.startswith("/"):
        return self + path
    return f"{self}/{path}"


def simplify_path(self: str) -> str:
    """The path with `..`, `.` and double slashes resolved, and slashes for backslashes."""
    found = _SIMPLIFIED_ROOT.match(self)
    root = found[0] if found else ""
    parts: list[str] = []
    for part in self[len(root) :].replace("\\", "/").split("/"):
        if part == "..":
            if parts and parts[-1] != "..":
                parts.pop()
            elif root in ("", "res://"):
                parts.append(part)
        elif part not in ("", "."):
            parts.append(part)
    return root + "/".join(parts)


def is_absolute_path(self: str) -> bool:
    """Whether the path begins with a slash, a drive or something like `res://`."""
    return self.startswith(("/", "\\")) or ":/" in self or ":\\" in self


def is_relative_path(self: str) -> bool:
    """Whether the path is not absolute."""
    return not is_absolute_path(self)


def is_valid_filename(self: str) -> bool:
    """Whether it can be a file's name on every system."""
    return bool(self) and self == self.strip() and not any(c in _NOT_IN_FILENAMES for c in self)


def validate_filename(self: str) -> str:
    """The name with an underscore for each character that a file's name cannot have."""
    return "".join("_" if c in _NOT_IN_FILENAMES else c for c in strip_edges(self))


def validate_node_name(self: str) -> str:
    """The name with an underscore for each character that a node's name cannot have."""
    return "".join("_" if c in _NOT_IN_NODE_NAMES else c for c in self)


def uri_encode(self: str) -> str:
    """The text with `%xx` for all but letters, digits and `-_.~`."""
    return quote(self, safe="")


def uri_decode(self: str) -> str:
    """The text with the bytes of each `%xx` put back, and spaces for `+`."""
    return _decoded(self.replace("+", " "))


def uri_file_decode(self: str) -> str:
    """As `uri_decode`, where `+` stays."""
    return _decoded(self)


def _decoded(text: str) -> str:
    decoded = _PERCENT.sub(_byte, text.encode()).decode("utf-8", "replace")
    return decoded.partition("\0")[0]


def _byte(code: re.Match[bytes]) -> bytes:
    if code[2] is None:
        return code[1] + code[3]
    digits = (code[1] + code[2]).decode()
    # A letter behind F ends the number.
    return bytes([int(re.sub("[G-Z].*", "", digits) or "0", 16)])
