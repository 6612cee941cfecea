"""`Tween`: changes properties and calls methods over time, one step after the other.

A tween is a list of steps, each of which is a list of tweeners that run side by side. The tree steps
its tweens after the nodes; what a step of the tween leaves over of the time goes to the next one, so
that a tween of many short steps does not fall behind.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Self

from engine.core import output
from engine.core.node_path import NodePath
from engine.core.ref_counted import RefCounted
from engine.core.signal import Signal
from engine.scene._easing import EQUATIONS, weight_of
from engine.scene._interpolate import add, matched, mix
from engine.scene.tweeners import (
    CallbackTweener,
    IntervalTweener,
    MethodTweener,
    PropertyTweener,
    SubtweenTweener,
    Tweener,
    is_ease,
    is_gone,
    is_transition,
    property_path,
    same_type,
)

if TYPE_CHECKING:
    from engine.scene.node import Node
    from engine.scene.scene_tree import SceneTree
