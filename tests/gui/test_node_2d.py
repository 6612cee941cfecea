"""`Node2D`, `Camera2D`, `Sprite2D`: places, views, pictures."""

from __future__ import annotations

import math
from typing import Any

import pytest

from engine.core.rect2 import Rect2
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.atlas_texture import AtlasTexture
from engine.gui.camera_2d import Camera2D
from engine.gui.image import Image
from engine.gui.image_texture import ImageTexture
from engine.gui.node_2d import Node2D
from engine.gui.sprite_2d import Sprite2D
from engine.servers import canvas
from engine.testing import HeadlessTree, expect_error


def texture(width: int = 8, height: int = 4) -> ImageTexture:
    image = Image.create_empty(width, height, False, Image.FORMAT_RGBA8)
    image.set_pixel(0, 0, image.get_pixel(1, 1).replace(a=1.0))
    made: ImageTexture = ImageTexture.create_from_image(image)
    return made


def test_the_parts_are_read_back_from_a_transform() -> None:
    node = Node2D()
    node.transform = Transform2D(0.5, Vector2(2, 3), 0.25, Vector2(7, 8))
    assert node.position == Vector2(7, 8)
    assert node.rotation == pytest.approx(0.5)
    assert node.skew == pytest.approx(0.25)
    node.position = Vector2(1, 1)
    assert node.scale.is_equal_approx(Vector2(2, 3))
    node.scale = Vector2.ZERO
    assert node.transform.determinant() != 0.0
    node.free()


def test_global_setters_undo_what_is_above(tree: HeadlessTree) -> None:
    parent, child = tree.add(Node2D()), Node2D()
    parent.add_child(child)
    parent.transform = Transform2D(math.pi / 2, Vector2(2, 2), 0.0, Vector2(100, 50))
    child.global_position = Vector2(100, 60)
    child.global_rotation = 0.0
    child.global_scale = Vector2(1, 1)
    assert child.global_transform.is_equal_approx(Transform2D(0.0, Vector2(100, 60)))
    child.global_skew = 0.1
    assert child.global_skew == pytest.approx(0.1, abs=1e-5)


# Camera -------------------------------------------------------------------------------------------


@pytest.fixture
def camera(tree: HeadlessTree) -> Any:
    tree.root.size = Vector2i(200, 100)
    made = Camera2D()
    made.position = Vector2(300, 200)
    return tree.add(made)


def origin(tree: HeadlessTree) -> Vector2:
    found: Vector2 = tree.root.get_canvas_transform().origin
    return found


def test_the_first_camera_shows_what_is_around_it(tree: HeadlessTree, camera: Camera2D) -> None:
    assert camera.is_current()
    assert origin(tree) == Vector2(-200, -150)
    camera.zoom = Vector2(2, 2)
    assert origin(tree) == Vector2(-500, -350)
    camera.zoom = Vector2(1, 1)
    camera.anchor_mode = Camera2D.ANCHOR_MODE_FIXED_TOP_LEFT
    camera.offset = Vector2(5, 0)
    assert origin(tree) == Vector2(-305, -200)
    with expect_error("must be different from 0"):
        camera.zoom = Vector2(0, 1)


def test_another_camera_takes_over(tree: HeadlessTree, camera: Camera2D) -> None:
    other = tree.add(Camera2D())
    assert camera.is_current()
    other.make_current()
    assert other.is_current()
    assert not camera.is_current()
    other.enabled = False
    assert camera.is_current()
    tree.root.remove_child(camera)
    assert origin(tree) == Vector2.ZERO
    camera.free()


def test_limits_and_margins_hold_the_view(tree: HeadlessTree, camera: Camera2D) -> None:
    tree.tick()
    camera.limit_right = 350
    tree.tick()
    assert origin(tree) == Vector2(-150, -150)
    camera.limit_right = 10_000_000
    tree.tick()
    camera.drag_horizontal_enabled = True
    camera.position = Vector2(310, 200)
    tree.tick()
    assert origin(tree) == Vector2(-200, -150)  # within the margin of 20
    camera.position = Vector2(330, 200)
    tree.tick()
    assert origin(tree).is_equal_approx(Vector2(-210, -150))


def test_smoothing_takes_time(tree: HeadlessTree, camera: Camera2D) -> None:
    camera.position_smoothing_enabled = True
    tree.tick()
    camera.position = Vector2(400, 200)
    tree.tick()
    assert -300 < origin(tree).x < -200
    camera.reset_smoothing()
    camera.force_update_scroll()
    tree.tick()
    assert origin(tree).is_equal_approx(Vector2(-300, -150))


# Sprites ------------------------------------------------------------------------------------------


def drawn(tree: HeadlessTree, sprite: Sprite2D) -> tuple[Any, ...]:
    sprite.queue_redraw()
    tree.tick()
    (command,) = sprite._commands
    assert command[0] == canvas.TEXTURE
    return tuple(command[2:])


def test_frames_regions_and_mirrors(tree: HeadlessTree) -> None:
    sprite = tree.add(Sprite2D())
    sprite.texture = texture()
    white = canvas.WHITE
    assert drawn(tree, sprite) == (-4.0, -2.0, 8.0, 4.0, (0.0, 0.0, 8.0, 4.0), white, 0)
    assert sprite.get_rect() == Rect2(-4, -2, 8, 4)
    sprite.centered = False
    sprite.hframes, sprite.vframes, sprite.frame = 4, 2, 5
    sprite.flip_h = True
    expected = (0.0, 0.0, 2.0, 2.0, (2.0, 2.0, 2.0, 2.0), white, canvas.FLIP_H)
    assert drawn(tree, sprite) == expected
    assert sprite.frame_coords == Vector2i(1, 1)
    sprite.hframes = 3
    assert sprite.frame == 4  # the same column and row
    with expect_error("is out of bounds", count=2):
        sprite.frame = 6
        sprite.frame_coords = Vector2i(3, 0)


def test_an_atlas_shows_its_region(tree: HeadlessTree) -> None:
    atlas = AtlasTexture()
    atlas.atlas = texture()
    atlas.region = Rect2(2, 1, 4, 2)
    atlas.margin = Rect2(1, 1, 3, 3)
    assert atlas.get_size() == Vector2(7, 5)
    sprite = tree.add(Sprite2D())
    sprite.centered = False
    sprite.texture = atlas
    assert drawn(tree, sprite)[:5] == (1.0, 1.0, 4.0, 2.0, (2.0, 1.0, 4.0, 2.0))


def test_opaque_pixels_are_found_by_point(tree: HeadlessTree) -> None:
    sprite = tree.add(Sprite2D())
    assert not sprite.is_pixel_opaque(Vector2())
    sprite.texture = texture()
    assert sprite.is_pixel_opaque(Vector2(-3.5, -1.5))
    assert not sprite.is_pixel_opaque(Vector2(2, 0))
    sprite.flip_h = True
    assert sprite.is_pixel_opaque(Vector2(3.5, -1.5))
