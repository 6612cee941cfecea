"""`World2D`: what the 2D nodes of a viewport share."""

from __future__ import annotations

import itertools
from typing import Any

from engine.core.resource import Resource
from engine.core.rid import RID, rid_with_id

_numbers = itertools.count(8_589_934_593)


def new_canvas() -> RID:
    """A handle for another canvas."""
    return rid_with_id(next(_numbers))


class World2D(Resource):
    """A canvas on which the 2D nodes of a viewport lie; viewports may share one."""

    _own = ("_canvas",)

    def __new__(cls, *args: Any, **kwargs: Any) -> World2D:
        """Makes the canvas."""
        self: World2D = super().__new__(cls)
        self._canvas = new_canvas()
        return self

    _canvas: RID

    def get_canvas(self) -> RID:
        """The handle of the canvas."""
        return self._canvas

    def get_navigation_map(self) -> RID:
        """An invalid handle: there is no navigation."""
        return RID()

    def get_space(self) -> RID:
        """An invalid handle: there is no physics."""
        return RID()

    def get_direct_space_state(self) -> None:
        """None: there is no physics."""

    canvas = property(get_canvas)
    navigation_map = property(get_navigation_map)
    space = property(get_space)
    direct_space_state = property(get_direct_space_state)
