"""`crown`: the picture beside the name of the one whose turn it is."""

from __future__ import annotations

from functools import cache

from engine import Image, ImageTexture, PackedByteArray

ROWS = (
    "       ##       ",
    "       ##       ",
    "##    #oo#    ##",
    "##    #oo#    ##",
    "#o#   #oo#   #o#",
    "#oo# #oooo# #oo#",
    "#ooo##oooo##ooo#",
    "#oooooooooooooo#",
    "#oooooooooooooo#",
    "#oooooorroooooo#",
    "#oooooorroooooo#",
    "#oooooooooooooo#",
    "################",
    "#oooooooooooooo#",
    "#oooooooooooooo#",
    "################",
)
PAINTS = {
    " ": (0, 0, 0, 0),
    "#": (160, 104, 16, 255),
    "o": (255, 205, 64, 255),
    "r": (224, 64, 80, 255),
}


@cache
def crown() -> ImageTexture:
    """The texture, made once."""
    data = bytes(value for row in ROWS for dot in row for value in PAINTS[dot])
    image = Image.create_from_data(16, 16, False, Image.FORMAT_RGBA8, PackedByteArray(data))
    texture: ImageTexture = ImageTexture.create_from_image(image)
    return texture
