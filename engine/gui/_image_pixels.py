"""Single pixels of an image, colours all over it, and what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.core import output
from engine.core._float32 import f32
from engine.core.color import Color
from engine.core.rect2i import Rect2i
from engine.core.vector2i import Vector2i
from engine.gui import _image_formats as formats
from engine.gui._image_state import ImageState

_LINEAR = [
    int((v / 3294.6 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4) * 255) for v in range(256)
]
_ENCODED = [
    int((v / 255 * 12.92 if v < 1 else 1.055 * (v / 255) ** (1 / 2.4) - 0.055) * 255)
    for v in range(256)
]


class ImagePixels(ImageState):
    """The colours of an image."""

    def get_pixelv(self, point: Vector2i) -> Color:
        """The colour of a pixel."""
        return self.get_pixel(point.x, point.y)

    def get_pixel(self, x: int, y: int) -> Color:
        """The colour of a pixel."""
        if not self._is_inside(x, y):
            return Color()
        layout = self._layout()
        return Color(*layout.read(self._bytes, (y * self._width + x) * layout.size))

    def set_pixelv(self, point: Vector2i, color: Color) -> None:
        """Colours a pixel."""
        self.set_pixel(point.x, point.y, color)

    def set_pixel(self, x: int, y: int, color: Color) -> None:
        """Colours a pixel."""
        if self._is_inside(x, y):
            layout = self._layout()
            at = (y * self._width + x) * layout.size
            self._bytes[at : at + layout.size] = layout.write((color.r, color.g, color.b, color.a))

    def _is_inside(self, x: int, y: int) -> bool:
        if not 0 <= x < self._width:
            output.error(f"Index p_x = {int(x)} is out of bounds (width = {self._width}).")
            return False
        if not 0 <= y < self._height:
            output.error(f"Index p_y = {int(y)} is out of bounds (height = {self._height}).")
            return False
        if self._format not in formats.LAYOUTS:
            output.error("Can't get_pixel() on compressed image, sorry.")
            return False
        return True

    def fill(self, color: Color) -> None:
        """Colours all of it."""
        if self._bytes:
            self._fill(Rect2i(0, 0, self._width, self._height), color)

    def fill_rect(self, rect: Rect2i, color: Color) -> None:
        """Colours a part of it."""
        if self._bytes:
            self._fill(Rect2i(0, 0, self._width, self._height).intersection(rect.abs()), color)

    def _fill(self, rect: Rect2i, color: Color) -> None:
        if self._format not in formats.LAYOUTS:
            output.error("Cannot fill in compressed or custom image formats.")
            return
        layout = self._layout()
        pixel = layout.write((color.r, color.g, color.b, color.a))
        (x, y), (w, h) = rect.position, rect.size
        for row in range(y, y + h):
            at = (row * self._width + x) * layout.size
            self._bytes[at : at + w * layout.size] = pixel * w

    # Colours all over ----------------------------------------------------------------------------

    def convert(self, format: int) -> None:
        """Stores the pixels in another format."""
        if not self._bytes or format == self._format:
            return
        if self._format not in formats.LAYOUTS or format not in formats.LAYOUTS:
            output.error(
                "Cannot convert to (or from) compressed formats. Use compress() and decompress() "
                "instead."
            )
            return
        if self._format in formats.CHANNELS and format in formats.CHANNELS:
            made = formats.from_rgba8(formats.to_rgba8(self._bytes, self._format), format)
        else:
            old, new = self._layout(), formats.LAYOUTS[format]
            places = range(0, len(self._bytes), old.size)
            made = bytearray().join([new.write(old.read(self._bytes, at)) for at in places])
        self._bytes, self._format = made, ImageState.Format(format)

    def _each(self, change: Callable[[Color], Color]) -> None:
        layout = self._layout()
        made = []
        for at in range(0, len(self._bytes), layout.size):
            color = change(Color(*layout.read(self._bytes, at)))
            made.append(layout.write((color.r, color.g, color.b, color.a)))
        self._bytes = bytearray().join(made)

    def adjust_bcs(self, brightness: float, contrast: float, saturation: float) -> None:
        """Changes brightness, contrast and saturation; 1 leaves each as it is."""
        if self._format not in formats.LAYOUTS:
            output.error("Cannot adjust_bcs in compressed or custom image formats.")
            return

        def change(color: Color) -> Color:
            parts = [f32(part * brightness) for part in (color.r, color.g, color.b)]
            parts = [0.5 + (part - 0.5) * contrast for part in parts]
            mean = sum(parts) / 3.0
            r, g, b = (mean + (part - mean) * saturation for part in parts)
            return Color(r, g, b, color.a)

        self._each(change)

    def premultiply_alpha(self) -> None:
        """Multiplies the colours by the opacity."""
        if self._format == formats.RGBA8:
            data, alphas = self._bytes, self._bytes[3::4]
            for i in range(3):
                data[i::4] = bytes(
                    [v * a + 255 >> 8 for v, a in zip(data[i::4], alphas, strict=True)]
                )

    def srgb_to_linear(self) -> None:
        """Takes sRGB colours to linear ones."""
        self._mapped(bytes(_LINEAR), "srgb_to_linear")

    def linear_to_srgb(self) -> None:
        """Takes linear colours to sRGB ones."""
        self._mapped(bytes(_ENCODED), "linear_to_srgb")

    def _mapped(self, table: bytes, label: str) -> None:
        if not self._bytes:
            return
        if self._format not in (formats.RGB8, formats.RGBA8):
            output.error('Condition "format != FORMAT_RGB8 && format != FORMAT_RGBA8" is true.')
            return
        step = self._layout().size
        for i in range(3):
            self._bytes[i::step] = self._bytes[i::step].translate(table)

    def fix_alpha_edges(self) -> None:
        """Gives transparent pixels the colour of the nearest opaque one, up to four pixels away."""
        if self._format != formats.RGBA8:
            return
        width, height, old = self._width, self._height, bytes(self._bytes)
        for y in range(height):
            for x in range(width):
                at = (y * width + x) * 4
                if old[at + 3] < 20:
                    found = _nearest_opaque(old, width, height, x, y)
                    if found is not None:
                        self._bytes[at : at + 3] = old[found : found + 3]

    def normal_map_to_xy(self) -> None:
        """Keeps the x of a normal map as opacity and its y as colour."""
        self.convert(formats.RGBA8)
        data = self._bytes
        data[3::4] = data[0::4]
        data[0::4] = data[2::4] = data[1::4]
        self.convert(formats.LA8)

    def rgbe_to_srgb(self) -> ImagePixels | None:
        """None: images with a shared exponent are not made here."""
        if self._bytes:
            output.error('Condition "format != FORMAT_RGBE9995" is true. Returning: Ref<Image>()')
        return None

    def bump_map_to_normal_map(self, bump_scale: float = 1.0) -> None:
        """Makes slopes of the heights in red; the edges go on at the other side."""
        if not self._bytes:
            return
        self.convert(ImageState.FORMAT_RF)
        width, height = self._width, self._height
        heights = [self.get_pixel(i % width, i // width).r for i in range(width * height)]
        made = bytearray()
        put = formats.LAYOUTS[formats.RGBA8].write
        for y in range(height):
            for x in range(width):
                here = heights[y * width + x]
                dx = (heights[y * width + (x + 1) % width] - here) * bump_scale
                dy = (here - heights[(y + 1) % height * width + x]) * bump_scale
                long = (dx * dx + dy * dy + 1.0) ** 0.5
                color = 0.5 - dx / long / 2, 0.5 + dy / long / 2, 0.5 + 0.5 / long, 1.0
                made += put(color)
        self._fill_with(width, height, formats.RGBA8, made)

    # What is in it -------------------------------------------------------------------------------

    def _colors(self) -> Iterator[tuple[float, float, float, float]]:
        layout = self._layout()
        whole = self._width * self._height * layout.size
        return (layout.read(self._bytes, at) for at in range(0, whole, layout.size))

    def _alphas(self) -> bytes:
        """The opacities; empty where all is opaque."""
        if self._format == formats.RGBA8:
            return bytes(self._bytes[3::4])
        return bytes(self._bytes[1::2]) if self._format == formats.LA8 else b""

    def is_invisible(self) -> bool:
        """Whether all of it is transparent."""
        alphas = self._alphas()
        return bool(alphas) and not any(alphas)

    def detect_alpha(self) -> ImageState.AlphaMode:
        """Whether nothing of it is transparent, or pixels are all or nothing, or in between."""
        alphas = self._alphas()
        if any(2 <= a < 253 for a in alphas):
            return self.ALPHA_BLEND
        return self.ALPHA_BIT if any(a < 2 for a in alphas) else self.ALPHA_NONE

    def get_used_rect(self) -> Rect2i:
        """The smallest rectangle around what is not transparent."""
        found = [i for i, color in enumerate(self._colors()) if color[3] > 0.0]
        if not found:
            return Rect2i()
        columns = [i % self._width for i in found]
        left, top = min(columns), found[0] // self._width
        return Rect2i(left, top, max(columns) - left + 1, found[-1] // self._width - top + 1)

    def detect_used_channels(self, source: int = 0) -> ImageState.UsedChannels:
        """Which channels say something."""
        if not self._bytes:
            output.error('Condition "data.is_empty()" is true. Returning: USED_CHANNELS_RGBA')
            return self.USED_CHANNELS_RGBA
        if source == self.COMPRESS_SOURCE_NORMAL:
            return self.USED_CHANNELS_RG
        colors = list(self._colors())
        red, green, blue = (any(color[i] > 0.001 for color in colors) for i in range(3))
        alpha = any(color[3] < 0.999 for color in colors)
        if not any(r != g or r != b for r, g, b, _ in colors):
            return self.USED_CHANNELS_LA if alpha else self.USED_CHANNELS_L
        if alpha or not red or (blue and not green):
            return self.USED_CHANNELS_RGBA
        if blue or source == self.COMPRESS_SOURCE_SRGB:
            return self.USED_CHANNELS_RGB
        return self.USED_CHANNELS_RG if green else self.USED_CHANNELS_R


def _nearest_opaque(data: bytes, width: int, height: int, x: int, y: int) -> int | None:
    found, best = None, 17
    for near_y in range(max(y - 4, 0), min(y + 5, height)):
        for near_x in range(max(x - 4, 0), min(x + 5, width)):
            far = (near_x - x) ** 2 + (near_y - y) ** 2
            at = (near_y * width + near_x) * 4
            if far < best and data[at + 3] >= 20:
                found, best = at, far
    return found
