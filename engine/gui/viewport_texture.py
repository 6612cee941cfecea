"""`ViewportTexture`: what a viewport shows, as a texture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.core import output
from engine.core.accessors import accessors
from engine.core.node_path import NodePath
from engine.core.vector2 import Vector2
from engine.gui._draw_list import frame_of
from engine.gui.image import Image
from engine.gui.texture_2d import Texture2D
from engine.servers._painting import painting
from engine.servers.canvas import Pixels

if TYPE_CHECKING:
    from engine.scene.viewport import Viewport


class ViewportTexture(Texture2D):
    """The picture of a viewport. It is painted when it is asked for; never without a display."""

    _stored = ("viewport_path",)
    _own = ("_path", "_viewport")

    _path: NodePath = NodePath("")
    _viewport: Viewport | None = None

    def set_viewport_path_in_scene(self, path: NodePath) -> None:
        """Sets `viewport_path`."""
        self._path = NodePath(path)

    def get_viewport_path_in_scene(self) -> NodePath:
        """The path of the viewport in the scene that the texture belongs to."""
        return self._path

    viewport_path = accessors(get_viewport_path_in_scene, set_viewport_path_in_scene)

    def get_width(self) -> int:
        """The width in pixels."""
        return 0 if self._viewport is None else self._viewport._frame_size()[0]

    def get_height(self) -> int:
        """The height in pixels."""
        return 0 if self._viewport is None else self._viewport._frame_size()[1]

    def get_size(self) -> Vector2:
        """Width and height in pixels."""
        return Vector2(self.get_width(), self.get_height())

    def has_alpha(self) -> bool:
        """Whether the viewport has a transparent background."""
        return self._viewport is not None and self._viewport.transparent_bg

    def get_image(self) -> Image | None:
        """What the viewport shows; None, with an error, where nothing is painted."""
        pixels = self._pixels()
        if pixels is None:
            output.error('Parameter "t" is null.')
            return None
        made: Image = Image._of_pixels(pixels)
        return made

    def _pixels(self) -> Pixels | None:
        if self._viewport is None or painting.picture is None:
            return None
        return painting.picture(frame_of(self._viewport))
