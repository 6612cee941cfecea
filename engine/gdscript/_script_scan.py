"""The files of a project: where they lie, and which of them give a class a project-wide name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

_class_name = re.compile(
    rb"^(?:@\w+(?:\([^)\n]*\))?[ \t]+)*class_name[ \t]+(\w+)", re.MULTILINE
).search
_ext_resource = re.compile(r"^\[ext_resource\b([^\n]*)\]", re.MULTILINE).finditer
_root_node = re.compile(r"^\[node\b((?:(?!parent=)[^\n])*)\]([^\[]*)", re.MULTILINE).search
_field = re.compile(r'(\w+)="?([^" \]]*)"?').findall
_reference = re.compile(r'ExtResource\(\s*"?([^")]*)"?\s*\)').search
RES = "res://"


def whole_path(path: str, beside: str = "") -> str:
    """A path as `res://...` without `.` and `..`; a relative one lies beside another file."""
    if path.startswith(RES):
        inside = path[len(RES) :]
    elif "://" in path or os.path.isabs(path):
        return path
    else:
        folder = beside[len(RES) :].rpartition("/")[0] if beside.startswith(RES) else ""
        inside = f"{folder}/{path}" if folder else path
    parts: list[str] = []
    for part in inside.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    return RES + "/".join(parts)


def script_files(folder: Path) -> Iterator[tuple[str, str]]:
    """All scripts below a folder, sorted: their `res://` path, and that of the file."""
    for here, folders, files in os.walk(folder):
        if ".gdignore" in files:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = os.path.relpath(here, folder).replace(os.sep, "/")
        start = RES if inside == "." else f"{RES}{inside}/"
        for name in sorted(files):
            if name.endswith(".gd"):
                yield start + name, os.path.join(here, name)


def class_name_in(source: bytes) -> str:
    """What a script's `class_name` says; nothing without one."""
    if b"class_name" not in source:
        return ""
    found = _class_name(source)
    return found.group(1).decode() if found else ""


def root_script(scene: str) -> str:
    """The path of the script, or of the scene, that the root of a scene is made from."""
    root = _root_node(scene)
    if root is None:
        return ""
    script = re.search(r"^script *= *(.*)$", root.group(2), re.MULTILINE)
    instance = re.search(r"instance=(.*)", root.group(1))
    place = script or instance
    found = _reference(place.group(1)) if place is not None else None
    if found is None:
        return ""
    for resource in _ext_resource(scene):
        fields = dict(_field(resource.group(1)))
        if fields.get("id") == found.group(1):
            return str(fields.get("path", ""))
    return ""
