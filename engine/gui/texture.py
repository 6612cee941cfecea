"""`Texture`: the base of all textures."""

from __future__ import annotations

from engine.core.resource import Resource


class Texture(Resource):
    """A picture for drawing."""
