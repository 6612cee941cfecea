"""`CompressedTexture2D`: a picture among a project's files.

The editor keeps a copy of each picture in a format of its own. Here the picture itself is read,
when it is first asked for: a server without a window never reads any.
"""

from __future__ import annotations

from engine.core import output
from engine.core.accessors import accessors
from engine.core.error import ERR_FILE_NOT_FOUND, OK, Error
from engine.core.file_access import FileAccess
from engine.gui.image import Image, kind_of_file
from engine.gui.texture_2d import Texture2D
from engine.servers.canvas import Pixels


class CompressedTexture2D(Texture2D):
    """Shows the picture of a file; `load` of `res://icon.png` gives one."""

    _stored = ("load_path",)
    _own = ("_image", "_kept", "_load_path")

    _image: Image | None = None
    _kept: Pixels | None = None
    _load_path: str = ""

    def load(self, path: str) -> Error:
        """Takes the picture of a file.

        Args:
            path: a PNG; with pygame also JPG, WebP, BMP or TGA. SVG files show nothing.
        """
        if not FileAccess.file_exists(path):
            output.error(f"Error opening file '{path}'.")
            return ERR_FILE_NOT_FOUND
        self._load_path = str(path)
        self._image = self._kept = None
        self._picture_changed()
        return OK

    def _set_load_path(self, path: str) -> None:
        if path:
            self.load(path)

    def get_load_path(self) -> str:
        """The file of the picture."""
        return self._load_path

    load_path = accessors(get_load_path, _set_load_path)
    """The file of the picture."""

    # The picture ---------------------------------------------------------------------------------

    def _picture(self) -> Image:
        """The picture; an empty one where the file holds none that can be read."""
        if self._image is None:
            self._image = Image()
            kind = kind_of_file(self._load_path)
            if kind is not None and not self._image._load(
                bytes(FileAccess.get_file_as_bytes(self._load_path)), kind
            ):
                output.error(f"Failed loading the picture '{self._load_path}'.")
        return self._image

    def get_image(self) -> Image | None:
        """A copy of the picture, or None."""
        if self._picture().is_empty():
            return None
        copy: Image = Image()
        copy.copy_from(self._picture())
        return copy

    def _pixels(self) -> Pixels | None:
        if self._kept is None and not self._picture().is_empty():
            self._kept = self._picture()._as_pixels()
        return self._kept

    def get_format(self) -> Image.Format:
        """How pixels lie in the picture."""
        return self._picture().get_format()

    def get_width(self) -> int:
        """The width in pixels."""
        return self._picture().get_width()

    def get_height(self) -> int:
        """The height in pixels."""
        return self._picture().get_height()

    def has_alpha(self) -> bool:
        """Whether parts of it may be transparent."""
        return self.get_format() in (Image.FORMAT_LA8, Image.FORMAT_RGBA8, Image.FORMAT_RGBA4444)

    def is_pixel_opaque(self, x: int, y: int) -> bool:
        """Whether something is seen at a pixel."""
        picture = self._picture()
        if picture.is_empty():
            return True
        across, down = picture.get_width() - 1, picture.get_height() - 1
        return picture.get_pixel(min(max(x, 0), across), min(max(y, 0), down)).a >= 0.1
