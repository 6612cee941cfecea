"""The files that resources are read from: scenes and resources as text, scripts, and the rest.

Of what other programs made, pictures are read. For the rest (sounds, fonts, models) a resource of
the right class stands in, so that what refers to it works.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from engine.core import _class_names, _value_fitting
from engine.core._script_attachment import script_class
from engine.core._script_instances import made_without_arguments
from engine.core.resource import Resource
from engine.gdscript import _missing_class
from engine.gdscript._missing_members import add_missing_property
from engine.gdscript._resource_text import links_of, resource_from_text
from engine.gdscript._resource_text_writer import ResourceTextWriter
from engine.gdscript._script_files import gdscript_class, python_class, source_of_script
from engine.scene._resource_formats import ResourceFormat, extension_of, file_of, is_file
from engine.scene.packed_scene import PackedScene

_SCRIPTS = ("GDScript", "Script", "Resource")
_IMPORTED = {
    "Texture2D": ("png", "svg", "jpg", "jpeg", "webp", "bmp", "tga", "hdr", "exr", "ktx", "dds"),
    "AudioStream": ("wav", "ogg", "mp3"),
    "FontFile": ("ttf", "otf", "woff", "woff2", "fnt", "font", "pfb"),
    "PackedScene": ("glb", "gltf", "dae", "fbx", "blend"),
    "Mesh": ("obj",),
    "Translation": ("po", "mo", "translation"),
    "Shader": ("gdshader", "shader"),
}
_CLASSES = {
    "Texture2D": "CompressedTexture2D",
    "wav": "AudioStreamWAV",
    "ogg": "AudioStreamOggVorbis",
    "mp3": "AudioStreamMP3",
    "Mesh": "ArrayMesh",
}
_IMPORT_TYPE = re.compile(r'^type="(\w+)"', re.MULTILINE)


class _TextFormat(ResourceFormat):
    """`.tscn` and `.tres`."""

    def extensions(self) -> Sequence[str]:
        return ("tscn", "tres")

    def handles(self, type: str) -> bool:
        return type not in _SCRIPTS[:2]

    def load(self, path: str, cache_mode: int) -> Any:
        return resource_from_text(path, cache_mode)

    def saved_extensions(self, resource: Any) -> Sequence[str]:
        if script_class(resource) is not None:
            return ()
        return ("tscn",) if isinstance(resource, PackedScene) else ("tres",)

    def saved(self, resource: Any, path: str, flags: int) -> str:
        return ResourceTextWriter(path, flags).write(resource)

    def dependencies(self, path: str) -> list[str]:
        return links_of(path)


class _GDScriptFormat(ResourceFormat):
    """`.gd`."""

    def extensions(self) -> Sequence[str]:
        return ("gd",)

    def handles(self, type: str) -> bool:
        return type in _SCRIPTS

    def load(self, path: str, cache_mode: int) -> Any:
        return gdscript_class(path)

    def saved_extensions(self, resource: Any) -> Sequence[str]:
        return ("gd",) if source_of_script(resource) is not None else ()

    def saved(self, resource: Any, path: str, flags: int) -> str:
        return source_of_script(resource) or ""


class _PythonFormat(_GDScriptFormat):
    """`.py`."""

    def extensions(self) -> Sequence[str]:
        return ("py",)

    def load(self, path: str, cache_mode: int) -> Any:
        return python_class(path)

    def saved_extensions(self, resource: Any) -> Sequence[str]:
        return ()


class _ImportedFormat(ResourceFormat):
    """What other programs made."""

    def extensions(self) -> Sequence[str]:
        return [one for several in _IMPORTED.values() for one in several]

    def handles(self, type: str) -> bool:
        return type not in _SCRIPTS[:2]

    def recognizes(self, path: str, type: str) -> bool:
        return extension_of(path) in self.extensions() and is_file(path)

    def load(self, path: str, cache_mode: int) -> Any:
        name = _imported_class(path)
        cls = _class_names.class_named(name) or Resource
        made = made_without_arguments(cls)
        if hasattr(cls, "load_path"):  # a picture
            made.load(path)
        made.take_over_path(path)
        return made


def _imported_class(path: str) -> str:
    """The class of what a file holds: as the editor imported it, or by the file's ending."""
    found = _IMPORT_TYPE.search(_text_beside(path, ".import"))
    if found is not None:
        return found[1]
    ending = extension_of(path)
    kind = next(name for name, endings in _IMPORTED.items() if ending in endings)
    return _CLASSES.get(ending) or _CLASSES.get(kind, kind)


def _text_beside(path: str, suffix: str) -> str:
    try:
        return file_of(path + suffix).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


FORMATS = (_TextFormat(), _GDScriptFormat(), _PythonFormat(), _ImportedFormat())
_class_names.make_missing = _missing_class.missing_class
_value_fitting.add_missing = add_missing_property
__all__ = ["FORMATS"]
