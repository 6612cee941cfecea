"""Reading `.tres` and `.tscn`: resources and scenes as text.

Such a file is a list of sections. It begins with what it is (`[gd_scene format=3]`); then come the
files that it refers to, the resources that belong to it, and the resource itself or the nodes of
the scene (`_scene_text` reads those). What is wrong with a file is said in Godot's words, with the
line; then there is no resource. A file it refers to that is not there costs only the value.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from engine.core import _class_names, _resource_cache, output
from engine.core._script_instances import made_without_arguments
from engine.core._variant_text_reader import (
    MissingResourceError,
    Outside,
    Tag,
    VariantTextError,
    VariantTextReader,
    set_property,
)
from engine.core.error import ERR_INVALID_PARAMETER, Error
from engine.core.global_scope import error_string
from engine.core.resource import Resource
from engine.core.resource_uid import ResourceUID
from engine.gdscript._scene_text import BadFileError, SceneText, whole_number
from engine.gdscript._script_files import is_broken, script_from_source
from engine.gdscript._script_scan import whole_path
from engine.scene._resource_formats import (
    IGNORE,
    IGNORE_DEEP,
    REPLACE,
    REPLACE_DEEP,
    REUSE,
    file_of,
)
from engine.scene.packed_scene import PackedScene
from engine.scene.resource_loader import ResourceLoader

_NEWEST_FORMAT = 4
_SCRIPT_TYPES = ("GDScript", "Script", "CSharpScript")


class _Link(NamedTuple):
    """A resource from another file: None when it is missing.

    Attributes:
        path: the file.
        resource: what is in it.
    """

    path: str
    resource: Any


class ResourceText(Outside):
    """One reading of a file.

    Args:
        path: where it is.
        text: what is in it.
        cache_mode: `ResourceLoader.CACHE_MODE_*`.
    """

    def __init__(self, path: str, text: str, cache_mode: int = REUSE) -> None:
        self._path = path
        self._mode = cache_mode
        self._reader = VariantTextReader(text, self)
        self._links: dict[str, _Link] = {}
        self._own: dict[str, Any] = {}

    # What values refer to ------------------------------------------------------------------------

    def external(self, id: str) -> Any:
        """The resource of another file."""
        link = self._links.get(id)
        if link is None:
            raise VariantTextError(f"Can't load cached ext-resource id: {id}")
        if link.resource is None:
            message = f"[ext_resource] referenced non-existent resource at: {link.path}"
            self._bad(message)
            raise MissingResourceError(message)
        return None if is_broken(link.resource) else link.resource

    def internal(self, id: str) -> Any:
        """A resource of this file."""
        if id not in self._own:
            output.error(
                'Condition "!int_resources.has(id)" is true. Returning: ERR_INVALID_PARAMETER'
            )
            raise VariantTextError("", ERR_INVALID_PARAMETER)
        return self._own[id]

    def resource(self, path: str, uid: str) -> Any:
        """A resource by its path."""
        return super().resource(whole_path(path, self._path), uid)

    # Reading -------------------------------------------------------------------------------------

    def load(self) -> Any:
        """The resource in the file; None, with errors, where there is none."""
        try:
            return self._load()
        except BadFileError:
            pass
        except VariantTextError as problem:
            self._bad(problem.message)
        except RecursionError:
            self._bad("Too deeply nested")
        return None

    def header(self) -> Tag:
        """The first tag of the file, which says what it is."""
        tag = self._reader.tag()
        if tag is None:
            raise VariantTextError("")
        if whole_number(tag.fields.get("format"), 1) > _NEWEST_FORMAT:
            raise VariantTextError("Saved with newer format version")
        if tag.name == "gd_resource" and "type" not in tag.fields:
            raise VariantTextError("Missing 'type' field in 'gd_resource' tag")
        if tag.name not in ("gd_scene", "gd_resource"):
            raise VariantTextError(f"Unrecognized file type '{tag.name}'")
        return tag

    def _load(self) -> Any:
        header = self.header()
        tag = self._next_tag()
        while tag.name == "ext_resource":
            self._read_link(tag)
            tag = self._next_tag()
        while tag.name == "sub_resource":
            following = self._read_sub_resource(tag)
            if following is None:
                raise VariantTextError("")
            tag = following
        is_scene = header.name == "gd_scene"
        if tag.name == "resource" and is_scene:
            raise VariantTextError("Unexpected 'resource' tag in a scene file")
        if tag.name == "node" and is_scene:
            return self._read_scene(tag)
        if tag.name == "node":
            raise VariantTextError("Unexpected 'node' tag in a resource file")
        if tag.name != "resource":
            raise VariantTextError(f"Unknown tag '{tag.name}' in file")
        return self._read_resource(header)

    def _next_tag(self) -> Tag:
        try:
            tag = self._reader.tag()
        except MissingResourceError:
            raise
        except VariantTextError:
            tag = None
        if tag is None:
            raise VariantTextError("Unexpected end of file")
        return tag

    def _field(self, tag: Tag, name: str) -> str:
        if name not in tag.fields:
            raise VariantTextError(f"Missing '{name}' in external resource tag")
        return str(tag.fields[name])

    # Links ---------------------------------------------------------------------------------------

    def _read_link(self, tag: Tag) -> None:
        path, kind, mark = (self._field(tag, name) for name in ("path", "type", "id"))
        path = whole_path(path, self._path)
        uid = str(tag.fields.get("uid", ""))
        if uid:
            found = ResourceUID.ensure_path(uid)
            if found:
                path = found
            else:
                output.warning(
                    f"{self._place()} - ext_resource, invalid UID: {uid} - using text path "
                    f"instead: {path}"
                )
        mode = self._mode if self._mode in (IGNORE_DEEP, REPLACE_DEEP) else REUSE
        resource = ResourceLoader.load(path, kind, mode)
        self._links[mark] = _Link(path, resource)

    # Resources -----------------------------------------------------------------------------------

    def _read_sub_resource(self, tag: Tag) -> Tag | None:
        """Reads a resource of the file; gives the tag behind it."""
        kind, mark = self._field(tag, "type"), self._field(tag, "id")
        path = f"{self._path}::{mark}"
        if kind in _SCRIPT_TYPES:
            values, following = self._values()
            self._own[mark] = script_from_source(path, str(values.get("script/source", "")))
            return following
        made, fresh = self._made(kind, path)
        self._own[mark] = made
        made.set_scene_unique_id(mark)
        return self._read_properties(made if fresh else None)

    def _read_resource(self, header: Tag) -> Any:
        made, fresh = self._made(str(header.fields["type"]), self._path)
        following = self._read_properties(made if fresh else None)
        if following is not None:
            raise VariantTextError("Extra tag found when parsing main resource file")
        if made.resource_path != self._path:
            made.take_over_path(self._path)
        return made

    def _made(self, kind: str, path: str) -> tuple[Any, bool]:
        """A resource of a class, and whether its values are to be set."""
        cached = _resource_cache.find(path)
        if cached is not None and self._mode in (REPLACE, REPLACE_DEEP):
            if cached.get_class() == kind:
                cached.reset_state()
                return cached, True
        elif cached is not None and self._mode == REUSE:
            return cached, False
        cls = _class_names.class_named(kind)
        if cls is None:
            output.error(f"Cannot get class '{kind}'.")
            raise VariantTextError(f"Can't create sub resource of type '{kind}'")
        if not issubclass(cls, Resource):
            raise VariantTextError(
                f"Can't create sub resource of type '{kind}' as it's not a resource type"
            )
        made = made_without_arguments(cls)
        if self._mode in (IGNORE, IGNORE_DEEP):
            made.set_path_cache(path)
        else:
            made.take_over_path(path)
        return made, True

    def _read_properties(self, resource: Any) -> Tag | None:
        """Sets what is assigned up to the next tag, which it gives."""
        while True:
            item = self._reader.item()
            if item is None or isinstance(item, Tag):
                return item
            if resource is not None:
                set_property(resource, *item)

    def _values(self) -> tuple[dict[str, Any], Tag | None]:
        values: dict[str, Any] = {}
        while True:
            item = self._reader.item()
            if item is None or isinstance(item, Tag):
                return values, item
            values[item[0]] = item[1]

    # Scenes --------------------------------------------------------------------------------------

    def _read_scene(self, first: Tag) -> Any:
        scene = SceneText(self._reader, self._bad_value).read(first)
        packed = PackedScene()
        packed._bundled = scene
        if self._mode in (IGNORE, IGNORE_DEEP):
            packed.set_path_cache(self._path)
        else:
            packed.take_over_path(self._path)
        packed._state._path = self._path
        return packed

    # Messages ------------------------------------------------------------------------------------

    def _place(self) -> str:
        return f"{self._path}:{self._reader.words.line() + 1}"

    def _bad(self, message: str) -> None:
        """Says what is wrong with the file."""
        output.error(f"{self._place()} - Parse Error: {message}.")

    def _bad_value(self, code: Error) -> None:
        """Says that a value of a node cannot be read."""
        output.error(f"Parse Error: {error_string(code)}. [Resource file {self._place()}]")


def resource_from_text(path: str, cache_mode: int = REUSE) -> Any:
    """The resource or scene in a text file; None, with errors, where there is none."""
    try:
        text = file_of(path).read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):
        output.error(f"Cannot open file '{path}'.")
        return None
    return ResourceText(path, text, cache_mode).load()


def links_of(path: str) -> list[str]:
    """What a text file refers to: paths, or `uid::::path` where there is a uid."""
    found = []
    try:
        reader = VariantTextReader(file_of(path).read_text(encoding="utf-8-sig"))
        tag = reader.tag()
        while (tag := reader.tag()) is not None and tag.name == "ext_resource":
            link = whole_path(str(tag.fields.get("path", "")), path)
            uid = str(tag.fields.get("uid", ""))
            found.append(f"{uid}::::{link}" if uid else link)
    except (OSError, ValueError, VariantTextError):
        pass
    return found
