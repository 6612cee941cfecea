"""`Camera2D`: moves, turns and scales a canvas so that it stays in view.

A camera that is the current one of its viewport sets the viewport's canvas transform whenever it
moves, and in every step while it follows smoothly. It aims at its own position; margins within
which the target may move, limits, and smoothing come between.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.geometry_enums import SIDE_BOTTOM, SIDE_LEFT, SIDE_RIGHT, SIDE_TOP
from engine.core.global_scope import lerp_angle
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.gui._indexed import changed, indexed, is_side
from engine.gui._shown_elsewhere import ShownElsewhere
from engine.gui.node_2d import Node2D
from engine.scene._node_state import INTERNAL, PHYSICS_INTERNAL
from engine.scene.viewport import Viewport

_ONE = Vector2(1.0, 1.0)
_FAR = 10_000_000


class Camera2D(ShownElsewhere, Node2D):
    """Shows the part of the canvas around itself."""

    class AnchorMode(IntEnum):
        """Which point of the view lies at the camera's position."""

        ANCHOR_MODE_FIXED_TOP_LEFT = 0
        ANCHOR_MODE_DRAG_CENTER = 1

    class Camera2DProcessCallback(IntEnum):
        """In which step it follows."""

        CAMERA2D_PROCESS_PHYSICS = 0
        CAMERA2D_PROCESS_IDLE = 1

    ANCHOR_MODE_FIXED_TOP_LEFT = AnchorMode.ANCHOR_MODE_FIXED_TOP_LEFT
    ANCHOR_MODE_DRAG_CENTER = AnchorMode.ANCHOR_MODE_DRAG_CENTER
    CAMERA2D_PROCESS_PHYSICS = Camera2DProcessCallback.CAMERA2D_PROCESS_PHYSICS
    CAMERA2D_PROCESS_IDLE = Camera2DProcessCallback.CAMERA2D_PROCESS_IDLE

    _stored = (
        "offset",
        "anchor_mode",
        "ignore_rotation",
        "enabled",
        "zoom",
        "custom_viewport",
        "process_callback",
        "limit_enabled",
        "limit_left",
        "limit_top",
        "limit_right",
        "limit_bottom",
        "limit_smoothed",
        "position_smoothing_enabled",
        "position_smoothing_speed",
        "rotation_smoothing_enabled",
        "rotation_smoothing_speed",
        "drag_horizontal_enabled",
        "drag_vertical_enabled",
        "drag_horizontal_offset",
        "drag_vertical_offset",
        "drag_left_margin",
        "drag_top_margin",
        "drag_right_margin",
        "drag_bottom_margin",
        "editor_draw_screen",
        "editor_draw_limits",
        "editor_draw_drag_margin",
    )
    _own = (
        "_anchor_mode",
        "_angle",
        "_callback",
        "_center",
        "_custom_viewport",
        "_drag",
        "_drag_margins",
        "_drag_offset",
        "_drag_offset_set",
        "_drawn_in_editor",
        "_enabled",
        "_first",
        "_ignore_rotation",
        "_limit_enabled",
        "_limit_smoothed",
        "_limits",
        "_offset",
        "_shown_in",
        "_smooth_position",
        "_smooth_rotation",
        "_smoothed",
        "_target",
        "_zoom",
    )

    _offset: Vector2 = Vector2.ZERO
    _anchor_mode: Camera2D.AnchorMode = ANCHOR_MODE_DRAG_CENTER
    _callback: Camera2D.Camera2DProcessCallback = CAMERA2D_PROCESS_IDLE
    _ignore_rotation: bool = True
    _enabled: bool = True
    _zoom: Vector2 = _ONE
    _limit_enabled: bool = True
    _limit_smoothed: bool = False
    _limits: tuple[int, int, int, int] = (-_FAR, -_FAR, _FAR, _FAR)
    _smooth_position: tuple[bool, float] = (False, 5.0)  # whether, and how fast
    _smooth_rotation: tuple[bool, float] = (False, 5.0)
    _drag: tuple[bool, bool] = (False, False)  # across and down
    _drag_offset: tuple[float, float] = (0.0, 0.0)
    _drag_offset_set: tuple[bool, bool] = (False, False)
    _drag_margins: tuple[float, float, float, float] = (0.2, 0.2, 0.2, 0.2)
    _drawn_in_editor: tuple[bool, bool, bool] = (True, False, False)  # screen, limits, margins
    _shown_in: Viewport | None = None
    _first: bool = True  # whether it jumps to its target, not follows
    _angle: float = 0.0
    _target: Vector2 = Vector2.ZERO
    _smoothed: Vector2 = Vector2.ZERO
    _center: Vector2 = Vector2.ZERO

    def __new__(cls, *args: Any, **kwargs: Any) -> Camera2D:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Camera2D = super().__new__(cls)
        self._notify_moved = True
        return self

    # Being the current one -----------------------------------------------------------------------

    def set_enabled(self, enabled: bool) -> None:
        """Whether it may be the current camera."""
        self._enabled = bool(enabled)
        if self._shown_in is None:
            return
        if self._enabled and self._shown_in.get_camera_2d() is None:
            self.make_current()
        elif not self._enabled and self.is_current():
            self._hand_over()

    def is_enabled(self) -> bool:
        """Whether it may be the current camera."""
        return self._enabled

    def make_current(self) -> None:
        """Makes it the camera of its viewport."""
        if not self._enabled or self._shown_in is None:
            output.error('Condition "!enabled || !is_inside_tree()" is true.')
            return
        self._shown_in._camera_2d = self
        self._update_scroll()

    def is_current(self) -> bool:
        """Whether it is the camera of its viewport."""
        return self._shown_in is not None and self._shown_in.get_camera_2d() is self

    def _hand_over(self) -> None:
        """Makes another enabled camera of the viewport the current one."""
        viewport = self._shown_in
        if viewport is None:
            return
        cameras = self._tree.get_nodes_in_group(self._group()) if self._tree is not None else []
        viewport._camera_2d = next((camera for camera in cameras if camera._enabled), None)
        if viewport._camera_2d is None:
            viewport.set_canvas_transform(Transform2D.IDENTITY)

    def _group(self) -> str:
        number = 0 if self._shown_in is None else self._shown_in.get_instance_id()
        return f"__cameras_{number}"

    def _enter_viewport(self) -> None:
        self._shown_in = self._custom_viewport or self.get_viewport()
        self.add_to_group(self._group())
        if self._enabled and self._shown_in is not None and self._shown_in._camera_2d is None:
            self.make_current()
        self._choose_step()
        self._first = True
        self._update_scroll()

    def _leave_viewport(self) -> None:
        group = self._group()
        if self.is_in_group(group):
            self.remove_from_group(group)
        if self.is_current():
            self._hand_over()
        self._shown_in = None

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == 10:  # ENTER_TREE
            self._enter_viewport()
        elif what == 11:  # EXIT_TREE
            self._leave_viewport()
        elif what == 2000 and not self._smooth_position[0]:  # TRANSFORM_CHANGED
            self._update_scroll()

    # Following -----------------------------------------------------------------------------------

    def _choose_step(self) -> None:
        idle = self._callback == Camera2D.CAMERA2D_PROCESS_IDLE
        self._switch(INTERNAL, idle)
        self._switch(PHYSICS_INTERNAL, not idle)

    def _internal_process(self, delta: float) -> None:
        self._update_scroll()

    def _internal_physics_process(self, delta: float) -> None:
        self._update_scroll()

    def _update_scroll(self) -> None:
        if self.is_current() and self._shown_in is not None:
            xform = self._camera_transform(self._shown_in)
            if xform != self._shown_in.get_canvas_transform():
                self._shown_in.set_canvas_transform(xform)

    def _update_at_once(self) -> None:
        """Shows a change of the view's shape, without a step of following."""
        kept = self._smoothed
        self._update_scroll()
        self._smoothed = kept

    def _delta(self) -> float:
        if self._callback == Camera2D.CAMERA2D_PROCESS_PHYSICS:
            return self.get_physics_process_delta_time()
        return self.get_process_delta_time()

    def _camera_transform(self, viewport: Viewport) -> Transform2D:
        """From the canvas to the view."""
        screen = viewport.get_visible_rect().size
        area = screen / self._zoom
        position = self.get_global_position()
        if self._first:
            self._target = self._smoothed = position
            self._first = False
        else:
            self._follow(position, screen, area)
        centered = self._anchor_mode == Camera2D.ANCHOR_MODE_DRAG_CENTER
        half = area * 0.5 if centered else Vector2.ZERO
        if not self._ignore_rotation:
            self._turn()
            half = half.rotated(self._angle)
        corner = self._smoothed - half
        if self._limit_enabled and not (self._smooth_position[0] and self._limit_smoothed):
            corner = self._limited(corner, area)
        angle = 0.0 if self._ignore_rotation else self._angle
        corner += self._offset
        xform = Transform2D(angle, _ONE / self._zoom, 0.0, corner)
        self._center = xform * (screen * 0.5)
        return xform.affine_inverse()

    def _follow(self, position: Vector2, screen: Vector2, area: Vector2) -> None:
        """Moves the target to the position, and the smoothed one after it."""
        centered = self._anchor_mode == Camera2D.ANCHOR_MODE_DRAG_CENTER
        if centered:
            self._target = Vector2(
                self._dragged(0, position.x, self._target.x, screen.x, area.x),
                self._dragged(1, position.y, self._target.y, screen.y, area.y),
            )
            self._drag_offset_set = (False, False)
        else:
            self._target = position
        if self._limit_enabled and self._limit_smoothed:
            half = area * 0.5 if centered else Vector2.ZERO
            self._target = self._limited(self._target - half, area) + half
        if self._smooth_position[0]:
            step = self._smooth_position[1] * self._delta()
            self._smoothed = (self._target - self._smoothed) * step + self._smoothed
        else:
            self._smoothed = self._target

    def _dragged(self, axis: int, wanted: float, now: float, screen: float, area: float) -> float:
        """Where the target is on one axis, with the margins in which it need not follow."""
        low, high = self._drag_margins[axis], self._drag_margins[axis + 2]
        if self._drag[axis] and not self._drag_offset_set[axis]:
            now = min(now, wanted + area * 0.5 * low)
            return max(now, wanted - area * 0.5 * high)
        offset = self._drag_offset[axis]
        return wanted + screen * 0.5 * (high if offset < 0.0 else low) * offset

    def _limited(self, corner: Vector2, area: Vector2) -> Vector2:
        left, top, right, bottom = self._limits
        x = min(max(corner.x, left), right - area.x)
        y = min(max(corner.y, top), bottom - area.y)
        return Vector2(x, y)

    def _turn(self) -> None:
        angle = self.get_global_rotation()
        smooth, speed = self._smooth_rotation
        if smooth:
            angle = lerp_angle(self._angle, angle, speed * self._delta())
        self._angle = angle

    def force_update_scroll(self) -> None:
        """Moves the canvas at once."""
        self._update_scroll()

    def reset_smoothing(self) -> None:
        """Jumps to the target."""
        self._update_scroll()
        self._smoothed = self._target

    def align(self) -> None:
        """Puts the target at the position, as the drag offsets have it."""
        if self._shown_in is None:
            return
        screen = self._shown_in.get_visible_rect().size
        position = self.get_global_position()
        if self._anchor_mode == Camera2D.ANCHOR_MODE_DRAG_CENTER:
            self._drag_offset_set = (True, True)
            position = Vector2(
                self._dragged(0, position.x, 0.0, screen.x, 0.0),
                self._dragged(1, position.y, 0.0, screen.y, 0.0),
            )
        self._target = position
        self._update_scroll()

    def get_target_position(self) -> Vector2:
        """Where it is going."""
        return self._target

    def get_screen_center_position(self) -> Vector2:
        """The middle of what is seen, in the canvas."""
        return self._center

    def get_screen_rotation(self) -> float:
        """The angle of the view, in radians."""
        return self._angle

    # Settings ------------------------------------------------------------------------------------

    def set_offset(self, offset: Vector2) -> None:
        """Moves the view without the camera."""
        self._offset = Vector2(offset)
        self._update_at_once()

    def get_offset(self) -> Vector2:
        """By how much the view is moved."""
        return self._offset

    def set_anchor_mode(self, anchor_mode: int) -> None:
        """Which point of the view lies at the camera's position."""
        self._anchor_mode = Camera2D.AnchorMode(anchor_mode)
        self._update_scroll()

    def get_anchor_mode(self) -> Camera2D.AnchorMode:
        """Which point of the view lies at the camera's position."""
        return self._anchor_mode

    def set_ignore_rotation(self, ignore: bool) -> None:
        """Whether the view stays upright."""
        self._ignore_rotation = bool(ignore)
        if not ignore:
            self._angle = self.get_global_rotation() if self._tree is not None else 0.0
        self._update_at_once()

    def is_ignoring_rotation(self) -> bool:
        """Whether the view stays upright."""
        return self._ignore_rotation

    def set_process_callback(self, mode: int) -> None:
        """In which step it follows."""
        self._callback = Camera2D.Camera2DProcessCallback(mode)
        if self._tree is not None:
            self._choose_step()

    def get_process_callback(self) -> Camera2D.Camera2DProcessCallback:
        """In which step it follows."""
        return self._callback

    def set_zoom(self, zoom: Vector2) -> None:
        """By how much what is seen is larger than it is."""
        x, y = zoom
        if abs(x) < 0.00001 or abs(y) < 0.00001:
            output.error("Zoom level must be different from 0 (can be negative).")
            return
        self._zoom = Vector2(x, y)
        self._update_at_once()

    def get_zoom(self) -> Vector2:
        """By how much what is seen is larger than it is."""
        return self._zoom

    def set_limit_enabled(self, limit_enabled: bool) -> None:
        """Whether the view stays within the limits."""
        self._limit_enabled = bool(limit_enabled)
        self._update_scroll()

    def is_limit_enabled(self) -> bool:
        """Whether the view stays within the limits."""
        return self._limit_enabled

    def set_limit(self, margin: int, limit: int) -> None:
        """How far the view may go at a side."""
        if is_side(margin):
            self._limits = changed(self._limits, margin, int(limit))
            self._update_at_once()

    def get_limit(self, margin: int) -> int:
        """How far the view may go at a side."""
        return self._limits[margin] if is_side(margin) else 0

    def set_limit_smoothing_enabled(self, limit_smoothing_enabled: bool) -> None:
        """Whether it slows down before a limit."""
        self._limit_smoothed = bool(limit_smoothing_enabled)
        self._update_scroll()

    def is_limit_smoothing_enabled(self) -> bool:
        """Whether it slows down before a limit."""
        return self._limit_smoothed

    def set_position_smoothing_enabled(self, enabled: bool) -> None:
        """Whether it follows smoothly."""
        self._smooth_position = bool(enabled), self._smooth_position[1]

    def is_position_smoothing_enabled(self) -> bool:
        """Whether it follows smoothly."""
        return self._smooth_position[0]

    def set_position_smoothing_speed(self, position_smoothing_speed: float) -> None:
        """How fast it follows: the part of the way in a second."""
        self._smooth_position = self._smooth_position[0], max(float(position_smoothing_speed), 0.0)

    def get_position_smoothing_speed(self) -> float:
        """How fast it follows."""
        return self._smooth_position[1]

    def set_rotation_smoothing_enabled(self, enabled: bool) -> None:
        """Whether it turns smoothly."""
        self._smooth_rotation = bool(enabled), self._smooth_rotation[1]

    def is_rotation_smoothing_enabled(self) -> bool:
        """Whether it turns smoothly."""
        return self._smooth_rotation[0]

    def set_rotation_smoothing_speed(self, speed: float) -> None:
        """How fast it turns: the part of the way in a second."""
        self._smooth_rotation = self._smooth_rotation[0], max(float(speed), 0.0)

    def get_rotation_smoothing_speed(self) -> float:
        """How fast it turns."""
        return self._smooth_rotation[1]

    def set_drag_horizontal_enabled(self, enabled: bool) -> None:
        """Whether the target may move within margins, across."""
        self._drag = bool(enabled), self._drag[1]

    def is_drag_horizontal_enabled(self) -> bool:
        """Whether the target may move within margins, across."""
        return self._drag[0]

    def set_drag_vertical_enabled(self, enabled: bool) -> None:
        """Whether the target may move within margins, up and down."""
        self._drag = self._drag[0], bool(enabled)

    def is_drag_vertical_enabled(self) -> bool:
        """Whether the target may move within margins, up and down."""
        return self._drag[1]

    def set_drag_horizontal_offset(self, offset: float) -> None:
        """Where within its margins the target is, -1 to 1, across."""
        self._drag_offset = float(offset), self._drag_offset[1]
        self._drag_offset_set = True, self._drag_offset_set[1]
        self._update_at_once()

    def get_drag_horizontal_offset(self) -> float:
        """Where within its margins the target is, across."""
        return self._drag_offset[0]

    def set_drag_vertical_offset(self, offset: float) -> None:
        """Where within its margins the target is, -1 to 1, up and down."""
        self._drag_offset = self._drag_offset[0], float(offset)
        self._drag_offset_set = self._drag_offset_set[0], True
        self._update_at_once()

    def get_drag_vertical_offset(self) -> float:
        """Where within its margins the target is, up and down."""
        return self._drag_offset[1]

    def set_drag_margin(self, margin: int, drag_margin: float) -> None:
        """How far the target may move to a side, as a part of the half view."""
        if is_side(margin):
            self._drag_margins = changed(self._drag_margins, margin, float(drag_margin))

    def get_drag_margin(self, margin: int) -> float:
        """How far the target may move to a side, as a part of the half view."""
        return self._drag_margins[margin] if is_side(margin) else 0.0

    # In editors ----------------------------------------------------------------------------------

    def set_screen_drawing_enabled(self, screen_drawing_enabled: bool) -> None:
        """Whether editors show what it sees."""
        _, limits, margins = self._drawn_in_editor
        self._drawn_in_editor = bool(screen_drawing_enabled), limits, margins

    def is_screen_drawing_enabled(self) -> bool:
        """Whether editors show what it sees."""
        return self._drawn_in_editor[0]

    def set_limit_drawing_enabled(self, limit_drawing_enabled: bool) -> None:
        """Whether editors show its limits."""
        screen, _, margins = self._drawn_in_editor
        self._drawn_in_editor = screen, bool(limit_drawing_enabled), margins

    def is_limit_drawing_enabled(self) -> bool:
        """Whether editors show its limits."""
        return self._drawn_in_editor[1]

    def set_margin_drawing_enabled(self, margin_drawing_enabled: bool) -> None:
        """Whether editors show its drag margins."""
        screen, limits, _ = self._drawn_in_editor
        self._drawn_in_editor = screen, limits, bool(margin_drawing_enabled)

    def is_margin_drawing_enabled(self) -> bool:
        """Whether editors show its drag margins."""
        return self._drawn_in_editor[2]

    offset = accessors(get_offset, set_offset)
    anchor_mode = accessors(get_anchor_mode, set_anchor_mode)
    ignore_rotation = accessors(is_ignoring_rotation, set_ignore_rotation)
    enabled = accessors(is_enabled, set_enabled)
    zoom = accessors(get_zoom, set_zoom)
    process_callback = accessors(get_process_callback, set_process_callback)
    limit_enabled = accessors(is_limit_enabled, set_limit_enabled)
    limit_left = indexed(get_limit, set_limit, SIDE_LEFT)
    limit_top = indexed(get_limit, set_limit, SIDE_TOP)
    limit_right = indexed(get_limit, set_limit, SIDE_RIGHT)
    limit_bottom = indexed(get_limit, set_limit, SIDE_BOTTOM)
    limit_smoothed = accessors(is_limit_smoothing_enabled, set_limit_smoothing_enabled)
    position_smoothing_enabled = accessors(
        is_position_smoothing_enabled, set_position_smoothing_enabled
    )
    position_smoothing_speed = accessors(get_position_smoothing_speed, set_position_smoothing_speed)
    rotation_smoothing_enabled = accessors(
        is_rotation_smoothing_enabled, set_rotation_smoothing_enabled
    )
    rotation_smoothing_speed = accessors(get_rotation_smoothing_speed, set_rotation_smoothing_speed)
    drag_horizontal_enabled = accessors(is_drag_horizontal_enabled, set_drag_horizontal_enabled)
    drag_vertical_enabled = accessors(is_drag_vertical_enabled, set_drag_vertical_enabled)
    drag_horizontal_offset = accessors(get_drag_horizontal_offset, set_drag_horizontal_offset)
    drag_vertical_offset = accessors(get_drag_vertical_offset, set_drag_vertical_offset)
    drag_left_margin = indexed(get_drag_margin, set_drag_margin, SIDE_LEFT)
    drag_top_margin = indexed(get_drag_margin, set_drag_margin, SIDE_TOP)
    drag_right_margin = indexed(get_drag_margin, set_drag_margin, SIDE_RIGHT)
    drag_bottom_margin = indexed(get_drag_margin, set_drag_margin, SIDE_BOTTOM)
    editor_draw_screen = accessors(is_screen_drawing_enabled, set_screen_drawing_enabled)
    editor_draw_limits = accessors(is_limit_drawing_enabled, set_limit_drawing_enabled)
    editor_draw_drag_margin = accessors(is_margin_drawing_enabled, set_margin_drawing_enabled)
