"""`EncodedObjectAsID`: what is left of an object that was sent as its id."""

from __future__ import annotations

from typing import ClassVar

from engine.core.ref_counted import RefCounted

__all__ = ["EncodedObjectAsID"]


class EncodedObjectAsID(RefCounted):
    """Stands for an object of another process, or of this one, by its id."""

    _stored: ClassVar[tuple[str, ...]] = ("object_id",)
    _own: ClassVar[tuple[str, ...]] = ("_object_id",)

    def __init__(self) -> None:
        super().__init__()
        self._object_id = 0

    @property
    def object_id(self) -> int:
        """The id that `Object.get_instance_id` gave."""
        return self._object_id

    @object_id.setter
    def object_id(self, value: int) -> None:
        self._object_id = int(value)

    def get_object_id(self) -> int:
        """The id that `Object.get_instance_id` gave."""
        return self._object_id

    def set_object_id(self, id: int) -> None:
        """Changes the id."""
        self.object_id = id
