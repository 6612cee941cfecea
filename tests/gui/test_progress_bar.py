"""Progress bars, drawn with style boxes and with pictures."""

from __future__ import annotations

import pytest

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._texture_progress import _border, _done
from engine.gui.image import Image
from engine.gui.image_texture import ImageTexture
from engine.gui.progress_bar import ProgressBar
from engine.gui.style_box_flat import StyleBoxFlat
from engine.gui.texture_progress_bar import TextureProgressBar
from engine.servers import canvas
from engine.testing import HeadlessTree, expect_error


@pytest.fixture
def bar(tree: HeadlessTree) -> ProgressBar:
    bar = ProgressBar()
    bar.size = Vector2(204, 30)
    bar.show_percentage = False
    return tree.add(bar)


def filled(bar: ProgressBar, tree: HeadlessTree) -> Rect2 | None:
    """Where the done part is drawn."""
    own = StyleBoxFlat()
    own.set_content_margin_all(2)
    places: list[Rect2] = []
    own._draw_into = lambda commands, rect: places.append(rect)  # type: ignore[method-assign]
    bar.add_theme_stylebox_override("fill", own)
    bar.queue_redraw()
    tree.tick()
    return places[-1] if places else None


class TestProgressBar:
    def test_its_minimum_size_has_room_for_the_text(self) -> None:
        bar = ProgressBar()
        assert bar.get_minimum_size() == Vector2(4, 27)
        bar.show_percentage = False
        assert bar.get_minimum_size() == Vector2(4, 4)
        bar.free()

    @pytest.mark.parametrize(
        ("mode", "rect"),
        [
            (ProgressBar.FILL_BEGIN_TO_END, Rect2(0, 0, 54, 30)),
            (ProgressBar.FILL_END_TO_BEGIN, Rect2(150, 0, 54, 30)),
            (ProgressBar.FILL_TOP_TO_BOTTOM, Rect2(0, 0, 204, 11)),
            (ProgressBar.FILL_BOTTOM_TO_TOP, Rect2(0, 20, 204, 11)),
        ],
    )
    def test_a_quarter(self, tree: HeadlessTree, bar: ProgressBar, mode: int, rect: Rect2) -> None:
        bar.value = 25
        bar.fill_mode = mode
        assert filled(bar, tree) == rect

    def test_nothing_is_drawn_of_nothing(self, tree: HeadlessTree, bar: ProgressBar) -> None:
        assert filled(bar, tree) is None

    def test_percent_are_written(self, tree: HeadlessTree, bar: ProgressBar) -> None:
        bar.show_percentage = True
        tree.tick()
        assert any(command[0] == canvas.TEXT for command in bar._commands)

    def test_an_unknown_end_moves(self, tree: HeadlessTree, bar: ProgressBar) -> None:
        bar.indeterminate = True
        tree.tick(10)
        first = filled(bar, tree)
        tree.tick(10)
        assert first is not None
        assert filled(bar, tree) != first

    def test_modes_are_four(self, bar: ProgressBar) -> None:
        with expect_error("Index p_fill = 7 is out of bounds (FILL_MODE_MAX = 4)."):
            bar.fill_mode = 7
        assert bar.fill_mode == 0


class TestTextureProgressBar:
    @pytest.fixture
    def picture(self) -> ImageTexture:
        return ImageTexture.create_from_image(Image.create(40, 20, False, Image.FORMAT_RGBA8))

    def test_it_is_as_large_as_its_picture(self, picture: ImageTexture) -> None:
        bar = TextureProgressBar()
        assert bar.get_minimum_size() == Vector2(1, 1)
        bar.texture_progress = picture
        assert bar.get_minimum_size() == Vector2(40, 20)
        bar.nine_patch_stretch = True
        bar.stretch_margin_left = bar.stretch_margin_top = 3
        assert bar.get_minimum_size() == Vector2(3, 3)
        with expect_error("out of bounds"):
            bar.set_stretch_margin(4, 1)
        bar.free()

    @pytest.mark.parametrize(
        ("mode", "rect"),
        [
            (TextureProgressBar.FILL_LEFT_TO_RIGHT, Rect2(0, 0, 0.25, 1)),
            (TextureProgressBar.FILL_RIGHT_TO_LEFT, Rect2(0.75, 0, 0.25, 1)),
            (TextureProgressBar.FILL_TOP_TO_BOTTOM, Rect2(0, 0, 1, 0.25)),
            (TextureProgressBar.FILL_BOTTOM_TO_TOP, Rect2(0, 0.75, 1, 0.25)),
            (TextureProgressBar.FILL_BILINEAR_LEFT_AND_RIGHT, Rect2(0.375, 0, 0.25, 1)),
            (TextureProgressBar.FILL_BILINEAR_TOP_AND_BOTTOM, Rect2(0, 0.375, 1, 0.25)),
        ],
    )
    def test_which_part_is_done(self, mode: int, rect: Rect2) -> None:
        assert _done(mode, 0.25) == rect

    def test_a_quarter_turn_is_cut_out(self) -> None:
        middle = Vector2(0.5, 0.5)
        points = [point.snapped(Vector2(0.001, 0.001)) for point in _border(middle, 0, 90)]
        assert points == [Vector2(0.5, 0), Vector2(1, 0), Vector2(1, 0.5)]

    def test_a_turn_that_begins_before_the_top(self) -> None:
        points = [p.snapped(Vector2(0.001, 0.001)) for p in _border(Vector2(0.5, 0.5), -90, 90)]
        assert points == [Vector2(0, 0.5), Vector2(0, 0), Vector2(1, 0), Vector2(1, 0.5)]

    @pytest.mark.parametrize("mode", list(TextureProgressBar.FillMode))
    @pytest.mark.parametrize("value", [0, 30, 100])
    def test_every_mode_draws(
        self, tree: HeadlessTree, picture: ImageTexture, mode: int, value: int
    ) -> None:
        bar = TextureProgressBar()
        bar.texture_under = bar.texture_over = bar.texture_progress = picture
        bar.fill_mode, bar.value = mode, value
        tree.add(bar)
        tree.tick()
        assert len(bar._commands) == (2 if value == 0 else 3)

    def test_a_turn_has_a_beginning_and_an_extent(self) -> None:
        bar = TextureProgressBar()
        bar.radial_initial_angle = 400
        bar.radial_fill_degrees = 500
        assert (bar.radial_initial_angle, bar.radial_fill_degrees) == (40.0, 360.0)
        bar.free()
