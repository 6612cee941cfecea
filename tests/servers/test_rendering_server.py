"""`RenderingServer`: drawing by RID."""

from __future__ import annotations

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.rid import RID
from engine.core.vector2 import Vector2
from engine.servers import canvas
from engine.servers.rendering_server import RenderingServer
from engine.testing import expect_error

RED = (1.0, 0.0, 0.0, 1.0)


def test_draws_into_an_item_by_its_handle() -> None:
    drawing = canvas.Drawing()
    item = canvas.rid_of(drawing)
    assert canvas.rid_of(drawing) is item
    RenderingServer.canvas_item_add_rect(item, Rect2(4, 4, -3, 2), Color(1, 0, 0))
    RenderingServer.canvas_item_add_line(item, Vector2(1, 2), Vector2(3, 4), Color(1, 0, 0))
    assert drawing == [
        (canvas.RECT, 1.0, 4.0, 3.0, 2.0, RED),
        (canvas.LINES, ((1.0, 2.0), (3.0, 4.0)), RED, -1.0, False),
    ]
    version = drawing.version
    RenderingServer.canvas_item_clear(item)
    assert drawing == []
    assert drawing.version > version


def test_a_handle_of_nothing_is_refused() -> None:
    drawing = canvas.Drawing()
    item = canvas.rid_of(drawing)
    RenderingServer.free_rid(item)
    with expect_error('Parameter "canvas_item" is null.', count=2):
        RenderingServer.canvas_item_add_rect(item, Rect2(0, 0, 1, 1), Color())
        RenderingServer.canvas_item_clear(RID())


def test_a_frame_is_announced_and_called_back_once() -> None:
    heard: list[str] = []
    before = lambda: heard.append("pre")  # noqa: E731 -- disconnected below
    RenderingServer.frame_pre_draw.connect(before)
    RenderingServer.request_frame_drawn_callback(lambda: heard.append("drawn"))
    for _ in range(2):
        RenderingServer._before_drawing()
        RenderingServer._after_drawing()
    RenderingServer.frame_pre_draw.disconnect(before)
    assert heard == ["pre", "drawn", "pre"]
