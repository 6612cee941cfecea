"""What the tree does with its tweens in each step of a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.scene.tween import Tween


def process_tweens(
    tweens: list[Tween], delta: float, unscaled_delta: float, physics: bool, paused: bool
) -> None:
    """Lets time pass for the tweens that run now, in order, and drops those that are over.

    Tweens that are made meanwhile wait for the next step.

    Args:
        tweens: the tree's list.
        delta: seconds, scaled by `Engine.time_scale`.
        unscaled_delta: seconds as they are.
        physics: whether this is a physics step.
        paused: whether the tree is paused.
    """
    over = False
    for tween in tuple(tweens):
        if tween._physics is not physics or not tween._listed:
            continue
        if not tween._can_process(paused):
            continue
        if not tween._step(unscaled_delta if tween._ignores_time_scale else delta):
            tween._clear()
            over = True
    if over:
        tweens[:] = [tween for tween in tweens if tween._listed]
