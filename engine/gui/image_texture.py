"""`ImageTexture`: a texture made of an image."""

from __future__ import annotations

from typing import Any

from engine.core import output
from engine.core.vector2i import Vector2i
from engine.gui.image import Image
from engine.gui.texture_2d import Texture2D
from engine.servers.canvas import Pixels


class ImageTexture(Texture2D):
    """Shows an image; `update` gives it another one of the same size."""

    _stored = ("image",)
    _own = ("_image", "_kept", "_shown_size")

    _image: Image | None = None
    _kept: Pixels | None = None
    _shown_size: Vector2i | None = None

    @classmethod
    def create_from_image(cls, image: Image) -> Any:
        """A texture with a copy of an image."""
        if image is None:
            output.error("Invalid image: null")
            return None
        if image.is_empty():
            output.error("Invalid image: image is empty")
            return None
        made = cls()
        made.set_image(image)
        return made

    def set_image(self, image: Image) -> None:
        """Takes a copy of an image, of any size."""
        if image is None or image.is_empty():
            output.error("Invalid image")
            return
        self._shown_size = image.get_size()
        self._take(image)

    def update(self, image: Image) -> None:
        """Takes a copy of an image of the same size and format."""
        if image is None or image.is_empty():
            output.error("Invalid image")
        elif self._image is None:
            output.error("Texture is not initialized.")
        elif image.get_size() != self._image.get_size():
            output.error("The new image dimensions must match the texture size.")
        elif image.get_format() != self._image.get_format():
            output.error("The new image format must match the texture's image format.")
        elif image.has_mipmaps() != self._image.has_mipmaps():
            output.error("The new image mipmaps configuration must match the texture's image.")
        else:
            self._take(image)

    def _take(self, image: Image) -> None:
        self._image = Image._of(image._width, image._height, image._format, image._bytes)
        self._image._mipmaps = image._mipmaps
        self._kept = None
        self._picture_changed()

    def get_image(self) -> Image | None:
        """A copy of the image, or None."""
        if self._image is None:
            return None
        copy: Image = Image()
        copy.copy_from(self._image)
        return copy

    def _pixels(self) -> Pixels | None:
        if self._kept is None and self._image is not None:
            self._kept = self._image._as_pixels()
        return self._kept

    def get_format(self) -> Image.Format:
        """How pixels lie in the image."""
        return Image.FORMAT_L8 if self._image is None else self._image.get_format()

    def set_size_override(self, size: Vector2i) -> None:
        """Draws it in another size; 0 keeps a side."""
        old = self._shown_size or Vector2i()
        self._shown_size = Vector2i(size.x or old.x, size.y or old.y)

    def get_width(self) -> int:
        """The width in pixels."""
        return 0 if self._shown_size is None else self._shown_size.x

    def get_height(self) -> int:
        """The height in pixels."""
        return 0 if self._shown_size is None else self._shown_size.y

    def has_alpha(self) -> bool:
        """Whether parts of it may be transparent."""
        form = self.get_format()
        return self._image is not None and form in (
            Image.FORMAT_LA8,
            Image.FORMAT_RGBA8,
            Image.FORMAT_RGBA4444,
        )

    def is_pixel_opaque(self, x: int, y: int) -> bool:
        """Whether something is seen at a pixel."""
        if self._image is None or not self._image._bytes:
            return True
        at = (
            min(max(int(x * self._image._width / self.get_width()), 0), self._image._width - 1),
            min(max(int(y * self._image._height / self.get_height()), 0), self._image._height - 1),
        )
        return self._image.get_pixel(*at).a >= 0.1

    @property
    def image(self) -> Image | None:
        """A copy of the image."""
        return self.get_image()

    @image.setter
    def image(self, image: Image) -> None:
        self.set_image(image)
