"""What an image holds, its constants, and how it is made."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, ClassVar

from engine.core import output
from engine.core.packed_byte_array import PackedByteArray
from engine.core.resource import Resource
from engine.core.vector2i import Vector2i
from engine.gui import _image_formats as formats
from engine.servers.canvas import Pixels

_MAX = 16777216


class ImageState(Resource):
    """The pixels of an image and what they mean."""

    class Format(IntEnum):
        """How pixels lie in the data."""

        FORMAT_L8 = 0
        FORMAT_LA8 = 1
        FORMAT_R8 = 2
        FORMAT_RG8 = 3
        FORMAT_RGB8 = 4
        FORMAT_RGBA8 = 5
        FORMAT_RGBA4444 = 6
        FORMAT_RGB565 = 7
        FORMAT_RF = 8
        FORMAT_RGF = 9
        FORMAT_RGBF = 10
        FORMAT_RGBAF = 11
        FORMAT_RH = 12
        FORMAT_RGH = 13
        FORMAT_RGBH = 14
        FORMAT_RGBAH = 15
        FORMAT_RGBE9995 = 16
        FORMAT_DXT1 = 17
        FORMAT_DXT3 = 18
        FORMAT_DXT5 = 19
        FORMAT_RGTC_R = 20
        FORMAT_RGTC_RG = 21
        FORMAT_BPTC_RGBA = 22
        FORMAT_BPTC_RGBF = 23
        FORMAT_BPTC_RGBFU = 24
        FORMAT_ETC = 25
        FORMAT_ETC2_R11 = 26
        FORMAT_ETC2_R11S = 27
        FORMAT_ETC2_RG11 = 28
        FORMAT_ETC2_RG11S = 29
        FORMAT_ETC2_RGB8 = 30
        FORMAT_ETC2_RGBA8 = 31
        FORMAT_ETC2_RGB8A1 = 32
        FORMAT_ETC2_RA_AS_RG = 33
        FORMAT_DXT5_RA_AS_RG = 34
        FORMAT_ASTC_4x4 = 35
        FORMAT_ASTC_4x4_HDR = 36
        FORMAT_ASTC_8x8 = 37
        FORMAT_ASTC_8x8_HDR = 38
        FORMAT_R16 = 39
        FORMAT_RG16 = 40
        FORMAT_RGB16 = 41
        FORMAT_RGBA16 = 42
        FORMAT_R16I = 43
        FORMAT_RG16I = 44
        FORMAT_RGB16I = 45
        FORMAT_RGBA16I = 46
        FORMAT_MAX = 47

    class Interpolation(IntEnum):
        """How an image is resized."""

        INTERPOLATE_NEAREST = 0
        INTERPOLATE_BILINEAR = 1
        INTERPOLATE_CUBIC = 2
        INTERPOLATE_TRILINEAR = 3
        INTERPOLATE_LANCZOS = 4

    class AlphaMode(IntEnum):
        """What of an image is transparent."""

        ALPHA_NONE = 0
        ALPHA_BIT = 1
        ALPHA_BLEND = 2

    class CompressMode(IntEnum):
        """Formats of graphics cards."""

        COMPRESS_S3TC = 0
        COMPRESS_ETC = 1
        COMPRESS_ETC2 = 2
        COMPRESS_BPTC = 3
        COMPRESS_ASTC = 4
        COMPRESS_MAX = 5

    class UsedChannels(IntEnum):
        """Which channels of an image say something."""

        USED_CHANNELS_L = 0
        USED_CHANNELS_LA = 1
        USED_CHANNELS_R = 2
        USED_CHANNELS_RG = 3
        USED_CHANNELS_RGB = 4
        USED_CHANNELS_RGBA = 5

    class CompressSource(IntEnum):
        """What an image stands for."""

        COMPRESS_SOURCE_GENERIC = 0
        COMPRESS_SOURCE_SRGB = 1
        COMPRESS_SOURCE_NORMAL = 2

    class ASTCFormat(IntEnum):
        """Block sizes of a format of graphics cards."""

        ASTC_FORMAT_4x4 = 0
        ASTC_FORMAT_8x8 = 1

    FORMAT_L8 = Format.FORMAT_L8
    FORMAT_LA8 = Format.FORMAT_LA8
    FORMAT_R8 = Format.FORMAT_R8
    FORMAT_RG8 = Format.FORMAT_RG8
    FORMAT_RGB8 = Format.FORMAT_RGB8
    FORMAT_RGBA8 = Format.FORMAT_RGBA8
    FORMAT_RGBA4444 = Format.FORMAT_RGBA4444
    FORMAT_RGB565 = Format.FORMAT_RGB565
    FORMAT_RF = Format.FORMAT_RF
    FORMAT_RGF = Format.FORMAT_RGF
    FORMAT_RGBF = Format.FORMAT_RGBF
    FORMAT_RGBAF = Format.FORMAT_RGBAF
    FORMAT_RH = Format.FORMAT_RH
    FORMAT_RGH = Format.FORMAT_RGH
    FORMAT_RGBH = Format.FORMAT_RGBH
    FORMAT_RGBAH = Format.FORMAT_RGBAH
    FORMAT_RGBE9995 = Format.FORMAT_RGBE9995
    FORMAT_DXT1 = Format.FORMAT_DXT1
    FORMAT_DXT3 = Format.FORMAT_DXT3
    FORMAT_DXT5 = Format.FORMAT_DXT5
    FORMAT_RGTC_R = Format.FORMAT_RGTC_R
    FORMAT_RGTC_RG = Format.FORMAT_RGTC_RG
    FORMAT_BPTC_RGBA = Format.FORMAT_BPTC_RGBA
    FORMAT_BPTC_RGBF = Format.FORMAT_BPTC_RGBF
    FORMAT_BPTC_RGBFU = Format.FORMAT_BPTC_RGBFU
    FORMAT_ETC = Format.FORMAT_ETC
    FORMAT_ETC2_R11 = Format.FORMAT_ETC2_R11
    FORMAT_ETC2_R11S = Format.FORMAT_ETC2_R11S
    FORMAT_ETC2_RG11 = Format.FORMAT_ETC2_RG11
    FORMAT_ETC2_RG11S = Format.FORMAT_ETC2_RG11S
    FORMAT_ETC2_RGB8 = Format.FORMAT_ETC2_RGB8
    FORMAT_ETC2_RGBA8 = Format.FORMAT_ETC2_RGBA8
    FORMAT_ETC2_RGB8A1 = Format.FORMAT_ETC2_RGB8A1
    FORMAT_ETC2_RA_AS_RG = Format.FORMAT_ETC2_RA_AS_RG
    FORMAT_DXT5_RA_AS_RG = Format.FORMAT_DXT5_RA_AS_RG
    FORMAT_ASTC_4x4 = Format.FORMAT_ASTC_4x4
    FORMAT_ASTC_4x4_HDR = Format.FORMAT_ASTC_4x4_HDR
    FORMAT_ASTC_8x8 = Format.FORMAT_ASTC_8x8
    FORMAT_ASTC_8x8_HDR = Format.FORMAT_ASTC_8x8_HDR
    FORMAT_R16 = Format.FORMAT_R16
    FORMAT_RG16 = Format.FORMAT_RG16
    FORMAT_RGB16 = Format.FORMAT_RGB16
    FORMAT_RGBA16 = Format.FORMAT_RGBA16
    FORMAT_R16I = Format.FORMAT_R16I
    FORMAT_RG16I = Format.FORMAT_RG16I
    FORMAT_RGB16I = Format.FORMAT_RGB16I
    FORMAT_RGBA16I = Format.FORMAT_RGBA16I
    FORMAT_MAX = Format.FORMAT_MAX
    INTERPOLATE_NEAREST = Interpolation.INTERPOLATE_NEAREST
    INTERPOLATE_BILINEAR = Interpolation.INTERPOLATE_BILINEAR
    INTERPOLATE_CUBIC = Interpolation.INTERPOLATE_CUBIC
    INTERPOLATE_TRILINEAR = Interpolation.INTERPOLATE_TRILINEAR
    INTERPOLATE_LANCZOS = Interpolation.INTERPOLATE_LANCZOS
    ALPHA_NONE = AlphaMode.ALPHA_NONE
    ALPHA_BIT = AlphaMode.ALPHA_BIT
    ALPHA_BLEND = AlphaMode.ALPHA_BLEND
    COMPRESS_S3TC = CompressMode.COMPRESS_S3TC
    COMPRESS_ETC = CompressMode.COMPRESS_ETC
    COMPRESS_ETC2 = CompressMode.COMPRESS_ETC2
    COMPRESS_BPTC = CompressMode.COMPRESS_BPTC
    COMPRESS_ASTC = CompressMode.COMPRESS_ASTC
    COMPRESS_MAX = CompressMode.COMPRESS_MAX
    USED_CHANNELS_L = UsedChannels.USED_CHANNELS_L
    USED_CHANNELS_LA = UsedChannels.USED_CHANNELS_LA
    USED_CHANNELS_R = UsedChannels.USED_CHANNELS_R
    USED_CHANNELS_RG = UsedChannels.USED_CHANNELS_RG
    USED_CHANNELS_RGB = UsedChannels.USED_CHANNELS_RGB
    USED_CHANNELS_RGBA = UsedChannels.USED_CHANNELS_RGBA
    COMPRESS_SOURCE_GENERIC = CompressSource.COMPRESS_SOURCE_GENERIC
    COMPRESS_SOURCE_SRGB = CompressSource.COMPRESS_SOURCE_SRGB
    COMPRESS_SOURCE_NORMAL = CompressSource.COMPRESS_SOURCE_NORMAL
    ASTC_FORMAT_4x4 = ASTCFormat.ASTC_FORMAT_4x4
    ASTC_FORMAT_8x8 = ASTCFormat.ASTC_FORMAT_8x8
    MAX_WIDTH = _MAX
    MAX_HEIGHT = _MAX

    _stored: ClassVar[tuple[str, ...]] = ("data",)
    _own: ClassVar[tuple[str, ...]] = ("_bytes", "_format", "_height", "_mipmaps", "_width")

    _width: int = 0
    _height: int = 0
    _mipmaps: bool = False
    _format: ImageState.Format = Format.FORMAT_L8
    _bytes: bytearray

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._bytes = bytearray()
        return self

    # Asking --------------------------------------------------------------------------------------

    def get_width(self) -> int:
        """The width in pixels."""
        return self._width

    def get_height(self) -> int:
        """The height in pixels."""
        return self._height

    def get_size(self) -> Vector2i:
        """Width and height in pixels."""
        return Vector2i(self._width, self._height)

    def get_format(self) -> ImageState.Format:
        """How pixels lie in the data."""
        return self._format

    def has_mipmaps(self) -> bool:
        """Whether smaller versions of the image follow it in the data."""
        return self._mipmaps

    def is_empty(self) -> bool:
        """Whether it has no pixels."""
        return not self._bytes

    def is_compressed(self) -> bool:
        """Whether its format is one of graphics cards."""
        return 17 <= self._format <= 38

    def get_data(self) -> PackedByteArray:
        """The pixels, as they are."""
        return PackedByteArray(bytes(self._bytes))

    def get_data_size(self) -> int:
        """How many bytes the pixels take."""
        return len(self._bytes)

    def _layout(self) -> formats.Layout:
        return formats.LAYOUTS[self._format]

    def _as_pixels(self) -> Pixels | None:
        """The image for renderers; None when it is empty or in a format of graphics cards."""
        if not self._bytes or self._format not in formats.LAYOUTS:
            return None
        size = self._width * self._height * self._layout().size
        data = formats.to_rgba8(self._bytes[:size], self._format)
        return Pixels(self._width, self._height, data)

    # Making --------------------------------------------------------------------------------------

    @classmethod
    def _of(cls, width: int, height: int, format_: int, data: bytes | bytearray) -> Any:
        made = cls()
        made._fill_with(width, height, format_, data)
        return made

    @classmethod
    def _of_pixels(cls, pixels: Pixels) -> Any:
        """The image of a picture."""
        return cls._of(pixels.width, pixels.height, formats.RGBA8, pixels.data)

    def _fill_with(
        self, width: int, height: int, format_: int, data: bytes | bytearray, mips: bool = False
    ) -> None:
        self._width, self._height, self._mipmaps = int(width), int(height), bool(mips)
        self._format = ImageState.Format(format_)
        self._bytes = bytearray(data)

    @classmethod
    def create(cls, width: int, height: int, use_mipmaps: bool, format: int) -> Any:
        """An image with nothing in it: transparent or black."""
        return cls.create_empty(width, height, use_mipmaps, format)

    @classmethod
    def create_empty(cls, width: int, height: int, use_mipmaps: bool, format: int) -> Any:
        """An image with nothing in it: transparent or black."""
        made = cls()
        if _is_size(width, height, "The Image") and _is_format(format):
            size = _data_size(width, height, use_mipmaps, format)
            made._fill_with(width, height, format, bytes(size), use_mipmaps)
        return made

    @classmethod
    def create_from_data(
        cls, width: int, height: int, use_mipmaps: bool, format: int, data: PackedByteArray
    ) -> Any:
        """An image of pixels that lie in `data`."""
        made = cls()
        made.set_data(width, height, use_mipmaps, format, data)
        return made

    def set_data(
        self, width: int, height: int, use_mipmaps: bool, format: int, data: PackedByteArray
    ) -> None:
        """Makes it an image of pixels that lie in `data`."""
        if not _is_size(width, height, "The Image") or not _is_format(format):
            return
        size = _data_size(width, height, use_mipmaps, format)
        if len(data) != size:
            each = formats.LAYOUTS[format].size if format in formats.LAYOUTS else 1
            kind = "with" if use_mipmaps else "without"
            output.error(
                f"Expected Image data size of {width}x{height}x{each} ({formats.NAMES[format]} "
                f"{kind} mipmaps) = {size} bytes, got {len(data)} bytes instead."
            )
            return
        self._fill_with(width, height, format, bytes(data), use_mipmaps)

    def copy_from(self, src: ImageState) -> None:
        """Makes it the same as another image."""
        if src is None:
            output.error("Cannot copy image internals: invalid Image object.")
            return
        self._fill_with(src._width, src._height, src._format, src._bytes, src._mipmaps)

    @property
    def data(self) -> dict[str, Any]:
        """All of it: width, height, format, mipmaps and data."""
        return {
            "width": self._width,
            "height": self._height,
            "format": formats.NAMES[self._format],
            "mipmaps": self._mipmaps,
            "data": self.get_data(),
        }

    @data.setter
    def data(self, data: dict[str, Any]) -> None:
        form = formats.NAMES.index(data["format"]) if data["format"] in formats.NAMES else 47
        if _is_format(form):
            size = int(data["width"]), int(data["height"])
            self._fill_with(*size, form, bytes(data["data"]), bool(data["mipmaps"]))


def _is_size(width: int, height: int, what: str) -> bool:
    for label, length in (("width", width), ("height", height)):
        if length <= 0:
            output.error(
                f"{what} {label} specified ({length} pixels) must be greater than 0 pixels."
            )
            return False
        if length > _MAX:
            output.error(
                f"{what} {label} specified ({length} pixels) cannot be greater than {_MAX} pixels."
            )
            return False
    return True


def _is_format(format_: int) -> bool:
    if 0 <= format_ < 47:
        return True
    output.error(
        f"The Image format specified ({int(format_)}) is out of range. See Image's Format enum."
    )
    return False


def _data_size(width: int, height: int, mipmaps: bool, format_: int) -> int:
    layout = formats.LAYOUTS.get(format_)
    each = layout.size if layout is not None else 1
    sizes = formats.mipmap_sizes(width, height) if mipmaps else [(width, height)]
    return sum(w * h * each for w, h in sizes)
