"""`Image`: a picture whose pixels can be read and changed."""

from __future__ import annotations

import math
from typing import Any

from engine.core import output
from engine.core.error import (
    ERR_CANT_OPEN,
    ERR_FILE_CORRUPT,
    ERR_FILE_NOT_FOUND,
    ERR_FILE_UNRECOGNIZED,
    ERR_INVALID_DATA,
    ERR_INVALID_PARAMETER,
    ERR_PARSE_ERROR,
    ERR_UNAVAILABLE,
    OK,
    Error,
)
from engine.core.file_access import FileAccess
from engine.core.packed_byte_array import PackedByteArray
from engine.core.rect2i import Rect2i
from engine.core.vector2i import Vector2i
from engine.gui import _image_edits as edits
from engine.gui import _image_formats as formats
from engine.gui._image_pixels import ImagePixels
from engine.servers import _image_codec
from engine.servers._png import Picture

_KINDS = {"png": "png", "jpg": "jpg", "jpeg": "jpg", "webp": "webp", "bmp": "bmp", "tga": "tga"}
_BY_CHANNELS = {1: formats.L8, 2: formats.LA8, 3: formats.RGB8, 4: formats.RGBA8}


def kind_of_file(path: str) -> str | None:
    """The format of a picture's file, by its name; None when it cannot be read here."""
    return _KINDS.get(str(path).rpartition(".")[2].lower())


class Image(ImagePixels):
    """Pixels in memory. PNG is read and written anywhere, JPG, WebP, BMP and TGA by pygame."""

    # Files ---------------------------------------------------------------------------------------

    def load(self, path: str) -> Error:
        """Reads a picture from a file."""
        if not FileAccess.file_exists(path):
            output.error(f"Error opening file '{path}'.")
            return ERR_FILE_NOT_FOUND
        if str(path).startswith("res://"):
            output.warning(
                f"Loaded resource as image file, this will not work on export: '{path}'. Instead, "
                "import the image file as an Image resource and load it normally as a resource."
            )
        kind = kind_of_file(path)
        if kind is None:
            return ERR_FILE_UNRECOGNIZED
        return (
            OK
            if self._load(bytes(FileAccess.get_file_as_bytes(path)), kind)
            else (ERR_FILE_CORRUPT)
        )

    @classmethod
    def load_from_file(cls, path: str) -> Any:
        """The picture of a file; None, with an error, when there is none."""
        made = cls()
        problem = made.load(path)
        if problem == OK:
            return made
        output.error(f"Failed to load image. Error {int(problem)}")
        return None

    def _load(self, data: bytes, kind: str) -> bool:
        found = _image_codec.decode(data, kind)
        if found is None:
            return False
        form = _BY_CHANNELS[found.channels]
        self._fill_with(found.width, found.height, form, found.data)
        return True

    def _load_buffer(self, buffer: PackedByteArray, kind: str) -> Error:
        if not len(buffer):
            output.error('Condition "buffer_size == 0" is true. Returning: ERR_INVALID_PARAMETER')
            return ERR_INVALID_PARAMETER
        if self._load(bytes(buffer), kind):
            return OK
        output.error('Condition "image.is_null()" is true. Returning: ERR_PARSE_ERROR')
        return ERR_PARSE_ERROR

    def load_png_from_buffer(self, buffer: PackedByteArray) -> Error:
        """Reads a picture from the bytes of a PNG file."""
        return self._load_buffer(buffer, "png")

    def load_jpg_from_buffer(self, buffer: PackedByteArray) -> Error:
        """Reads a picture from the bytes of a JPG file."""
        return self._load_buffer(buffer, "jpg")

    def load_webp_from_buffer(self, buffer: PackedByteArray) -> Error:
        """Reads a picture from the bytes of a WebP file."""
        return self._load_buffer(buffer, "webp")

    def load_tga_from_buffer(self, buffer: PackedByteArray) -> Error:
        """Reads a picture from the bytes of a TGA file."""
        return self._load_buffer(buffer, "tga")

    def load_bmp_from_buffer(self, buffer: PackedByteArray) -> Error:
        """Reads a picture from the bytes of a BMP file."""
        return self._load_buffer(buffer, "bmp")

    def load_ktx_from_buffer(self, buffer: PackedByteArray) -> Error:
        """Refused: the format cannot be read here."""
        return _unknown("KTX")

    def load_dds_from_buffer(self, buffer: PackedByteArray) -> Error:
        """Refused: the format cannot be read here."""
        return _unknown("DDS")

    def load_exr_from_buffer(self, buffer: PackedByteArray) -> Error:
        """Refused: the format cannot be read here."""
        return _unknown("EXR")

    def load_svg_from_buffer(self, buffer: PackedByteArray, scale: float = 1.0) -> Error:
        """Refused: the format cannot be read here."""
        return _unknown("SVG")

    def load_svg_from_string(self, svg_str: str, scale: float = 1.0) -> Error:
        """Refused: the format cannot be read here."""
        return _unknown("SVG")

    def _encoded(self, kind: str, quality: float = 1.0) -> bytes:
        picture = self._picture()
        made = None if picture is None else _image_codec.encode(picture, kind, quality)
        if made is None:
            output.error(f"Can't convert image to {kind.upper()}.")
        return made or b""

    def _picture(self) -> Picture | None:
        if self._format in (formats.L8, formats.LA8, formats.RGB8, formats.RGBA8):
            step = self._layout().size
            whole = self._width * self._height * step
            return Picture(self._width, self._height, step, bytes(self._bytes[:whole]))
        pixels = self._as_pixels()
        return None if pixels is None else Picture(pixels.width, pixels.height, 4, pixels.data)

    def _save(self, path: str, kind: str, quality: float = 1.0) -> Error:
        if not self._bytes:
            return ERR_INVALID_PARAMETER
        data = self._encoded(kind, quality)
        if not data:
            return ERR_UNAVAILABLE
        file = FileAccess.open(path, FileAccess.WRITE)
        if file is None:
            output.error(f"Can't save {kind.upper()} at path: '{path}'.")
            return FileAccess.get_open_error() or ERR_CANT_OPEN
        file.store_buffer(PackedByteArray(data))
        file.close()
        return OK

    def save_png(self, path: str) -> Error:
        """Writes it to a PNG file."""
        return self._save(path, "png")

    def save_png_to_buffer(self) -> PackedByteArray:
        """The bytes of a PNG file with it."""
        return PackedByteArray(self._encoded("png"))

    def save_jpg(self, path: str, quality: float = 0.75) -> Error:
        """Writes it to a JPG file."""
        return self._save(path, "jpg", quality)

    def save_jpg_to_buffer(self, quality: float = 0.75) -> PackedByteArray:
        """The bytes of a JPG file with it."""
        return PackedByteArray(self._encoded("jpg", quality))

    def save_webp(self, path: str, lossy: bool = False, quality: float = 0.75) -> Error:
        """Writes it to a WebP file."""
        return self._save(path, "webp", quality if lossy else 1.0)

    def save_webp_to_buffer(self, lossy: bool = False, quality: float = 0.75) -> PackedByteArray:
        """The bytes of a WebP file with it."""
        return PackedByteArray(self._encoded("webp", quality if lossy else 1.0))

    def save_exr(self, path: str, grayscale: bool = False) -> Error:
        """Refused: the format cannot be written here."""
        return _unknown("EXR")

    def save_exr_to_buffer(self, grayscale: bool = False) -> PackedByteArray:
        """Nothing, with an error: the format cannot be written here."""
        _unknown("EXR")
        return PackedByteArray()

    def save_dds(self, path: str) -> Error:
        """Refused: the format cannot be written here."""
        return _unknown("DDS")

    def save_dds_to_buffer(self) -> PackedByteArray:
        """Nothing, with an error: the format cannot be written here."""
        _unknown("DDS")
        return PackedByteArray()

    # Formats of graphics cards -------------------------------------------------------------------

    def compress(self, mode: int, source: int = 0, astc_format: int = 0) -> Error:
        """Refused: there is no graphics card to make it for."""
        if not self._bytes:
            output.error('Condition "data.is_empty()" is true. Returning: ERR_INVALID_DATA')
            return ERR_INVALID_DATA
        return ERR_UNAVAILABLE

    def compress_from_channels(self, mode: int, channels: int, astc_format: int = 0) -> Error:
        """Refused: there is no graphics card to make it for."""
        return self.compress(mode)

    def decompress(self) -> Error:
        """Refused for formats of graphics cards; others need no decompressing."""
        return ERR_UNAVAILABLE if self.is_compressed() else OK

    # Size ----------------------------------------------------------------------------------------

    def resize(self, width: int, height: int, interpolation: int = 1) -> None:
        """Scales it to a size."""
        if not self._may_change("resize") or not _is_length(width, height, "Image"):
            return
        if (width, height) == (self._width, self._height):
            return
        had = self._mipmaps
        self.clear_mipmaps()
        old = self._format
        if old not in formats.CHANNELS:
            self.convert(formats.RGBA8)
        size, step = (self._width, self._height), self._layout().size
        data, to = bytes(self._bytes), (int(width), int(height))
        if interpolation == self.INTERPOLATE_NEAREST:
            made = edits.nearest(data, size, to, step)
        elif interpolation in (self.INTERPOLATE_CUBIC, self.INTERPOLATE_LANCZOS):
            sharp = interpolation == self.INTERPOLATE_LANCZOS
            made = edits.filtered(data, size, to, step, sharp=sharp)
        else:
            made = edits.bilinear(data, size, to, step)
        self._fill_with(*to, self._format, made)
        self.convert(old)
        if had:
            self.generate_mipmaps()

    def resize_to_po2(self, square: bool = False, interpolation: int = 1) -> None:
        """Scales it to the next powers of two."""
        if self._may_change("resize"):
            width, height = (1 << max(v - 1, 0).bit_length() for v in self.get_size())
            if square:
                width = height = max(width, height)
            self.resize(width, height, interpolation)

    def shrink_x2(self) -> None:
        """Makes it half as wide and high."""
        if self._bytes and self._may_change("shrink"):
            self.clear_mipmaps()
            size, step = (self._width, self._height), self._layout().size
            made = edits.halved(bytes(self._bytes), size, step)
            self._fill_with(max(size[0] >> 1, 1), max(size[1] >> 1, 1), self._format, made)

    def crop(self, width: int, height: int) -> None:
        """Cuts it off, or adds nothing to it, at the right and below."""
        if self._may_change("crop") and _is_length(width, height, "Image"):
            part = self._part(Rect2i(0, 0, width, height))
            self._fill_with(width, height, self._format, part)

    def get_region(self, region: Rect2i) -> Any:
        """A part of it as another image; nothing where the part reaches out of it."""
        if not self._may_change("get region in"):
            return None
        region = Rect2i(region)
        width, height = region.size
        return type(self)._of(width, height, self._format, self._part(region))

    def _part(self, region: Rect2i) -> bytes:
        step = self._layout().size
        (x, y), (w, h) = region.position, region.size
        made = bytearray(w * h * step)
        inside = region.intersection(Rect2i(0, 0, self._width, self._height))
        (left, top), (wide, high) = inside.position, inside.size
        for row in range(top, top + high):
            at = (row * self._width + left) * step
            to = ((row - y) * w + left - x) * step
            made[to : to + wide * step] = self._bytes[at : at + wide * step]
        return bytes(made)

    def _may_change(self, what: str) -> bool:
        if self._format not in formats.LAYOUTS:
            output.error(f"Cannot {what} in compressed or custom image formats.")
            return False
        return True

    # Turning -------------------------------------------------------------------------------------

    def flip_x(self) -> None:
        """Mirrors it from left to right."""
        if self._may_change("flip_x"):
            self.clear_mipmaps()
            size = self._width, self._height
            self._bytes = bytearray(edits.flipped_x(bytes(self._bytes), size, self._layout().size))

    def flip_y(self) -> None:
        """Mirrors it from top to bottom."""
        if self._may_change("flip_y"):
            self.clear_mipmaps()
            size = self._width, self._height
            self._bytes = bytearray(edits.flipped_y(bytes(self._bytes), size, self._layout().size))

    def rotate_90(self, direction: int) -> None:
        """Turns it by a quarter: `CLOCKWISE` or `COUNTERCLOCKWISE`."""
        if self._may_change("rotate"):
            self.clear_mipmaps()
            size = self._width, self._height
            step = self._layout().size
            made = edits.turned(bytes(self._bytes), size, step, clockwise=direction == 0)
            self._fill_with(size[1], size[0], self._format, made)

    def rotate_180(self) -> None:
        """Turns it by half."""
        if self._may_change("rotate"):
            self.flip_x()
            self.flip_y()

    # Other images --------------------------------------------------------------------------------

    def blit_rect(self, src: Image, src_rect: Rect2i, dst: Vector2i) -> None:
        """Copies a part of another image of the same format to a place."""
        places = self._places("blit_rect", src, src_rect, dst)
        if places is not None:
            (sx, sy), (dx, dy), (w, h) = places
            step = self._layout().size
            for row in range(h):
                at = ((sy + row) * src._width + sx) * step
                to = ((dy + row) * self._width + dx) * step
                self._bytes[to : to + w * step] = src._bytes[at : at + w * step]

    def blit_rect_mask(self, src: Image, mask: Image, src_rect: Rect2i, dst: Vector2i) -> None:
        """Copies those pixels where a mask of the other image's size is not transparent."""
        self._mixed("blit_rect_mask", src, mask, src_rect, dst, blend=False)

    def blend_rect(self, src: Image, src_rect: Rect2i, dst: Vector2i) -> None:
        """Paints a part of another image of the same format over a place."""
        self._mixed("blend_rect", src, src, src_rect, dst, blend=True)

    def blend_rect_mask(self, src: Image, mask: Image, src_rect: Rect2i, dst: Vector2i) -> None:
        """Paints those pixels where a mask of the other image's size is not transparent."""
        self._mixed("blend_rect_mask", src, mask, src_rect, dst, blend=True)

    def _mixed(
        self, what: str, src: Image, mask: Image, part: Rect2i, dst: Vector2i, *, blend: bool
    ) -> None:
        if mask is None:
            output.error(f"Cannot {what} an image: invalid mask Image object.")
            return
        places = self._places(what, src, part, dst)
        if places is None:
            return
        if mask.get_size() != src.get_size():
            output.error('Condition "get_size() != p_mask->get_size()" is true.')
            return
        (sx, sy), (dx, dy), (w, h) = places
        for y in range(h):
            for x in range(w):
                if mask.get_pixel(sx + x, sy + y).a != 0.0:
                    color = src.get_pixel(sx + x, sy + y)
                    if blend:
                        color = self.get_pixel(dx + x, dy + y).blend(color)
                    self.set_pixel(dx + x, dy + y, color)

    def _places(
        self, what: str, src: Image, part: Rect2i, dst: Vector2i
    ) -> tuple[Vector2i, Vector2i, Vector2i] | None:
        """Where a part of another image begins there and here, and how large it is."""
        if src is None:
            output.error(f"Cannot {what} an image: invalid source Image object.")
            return None
        if self._format != src._format:
            output.error('Condition "format != p_src->format" is true.')
            return None
        inside = Rect2i(0, 0, src._width, src._height).intersection(Rect2i(part))
        start = Vector2i(dst) + (inside.position - Vector2i(part.position))
        here = Rect2i(0, 0, self._width, self._height).intersection(Rect2i(start, inside.size))
        if here.size.x <= 0 or here.size.y <= 0:
            return None
        return inside.position + (here.position - start), here.position, here.size

    def compute_image_metrics(self, compared_image: Image, use_luma: bool) -> dict[str, float]:
        """How far another image of the same size is from it."""
        own, other = self._as_pixels(), compared_image._as_pixels()
        if own is None or other is None or own[:2] != other[:2]:
            return {}
        ours, theirs = own.data, other.data
        if use_luma:
            ours = bytes(formats.from_rgba8(ours, formats.L8))
            theirs = bytes(formats.from_rgba8(theirs, formats.L8))
        gaps = [abs(a - b) for a, b in zip(ours, theirs, strict=True)]
        mean = sum(gaps) / len(gaps)
        squared = sum(gap * gap for gap in gaps) / len(gaps)
        peak = 1e10 if squared == 0.0 else 20 * math.log10(255.0 / math.sqrt(squared))
        return {
            "max": float(max(gaps)),
            "mean": mean,
            "mean_squared": squared,
            "root_mean_squared": math.sqrt(squared),
            "peak_snr": peak,
        }

    # Mipmaps -------------------------------------------------------------------------------------

    def generate_mipmaps(self, renormalize: bool = False) -> Error:
        """Adds ever smaller versions of it behind it."""
        if self._format not in formats.CHANNELS or not self._bytes:
            output.error("Cannot generate mipmaps with this image format.")
            return ERR_UNAVAILABLE
        self.clear_mipmaps()
        step = self._layout().size
        level = bytes(self._bytes)
        sizes = formats.mipmap_sizes(self._width, self._height)
        for size in sizes[:-1]:
            level = edits.halved(level, size, step)
            self._bytes += level
        self._mipmaps = True
        return OK

    def clear_mipmaps(self) -> None:
        """Takes the smaller versions away."""
        if self._mipmaps:
            del self._bytes[self._width * self._height * self._layout().size :]
            self._mipmaps = False

    def get_mipmap_count(self) -> int:
        """How many smaller versions there are."""
        if not self._mipmaps:
            return 0
        return len(formats.mipmap_sizes(self._width, self._height)) - 1

    def get_mipmap_offset(self, mipmap: int) -> int:
        """Where a smaller version begins in the data."""
        if not 0 <= mipmap < self.get_mipmap_count() + 1:
            output.error(
                f"Index p_mipmap = {mipmap} is out of bounds (get_mipmap_count() + 1 = "
                f"{self.get_mipmap_count() + 1})."
            )
            return -1
        sizes = formats.mipmap_sizes(self._width, self._height)[:mipmap]
        return sum(w * h for w, h in sizes) * self._layout().size


def _unknown(kind: str) -> Error:
    output.error(f"{kind} images are not supported.")
    return ERR_UNAVAILABLE


def _is_length(width: int, height: int, what: str) -> bool:
    for label, length in (("width", width), ("height", height)):
        if length <= 0:
            output.error(f"{what} {label} must be greater than 0.")
            return False
        if length > Image.MAX_WIDTH:
            output.error(f"{what} {label} cannot be greater than {Image.MAX_WIDTH} pixels.")
            return False
    return True
