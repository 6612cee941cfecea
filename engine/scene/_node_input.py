"""Input as nodes are told of it: which stages they take part in, and their turn in each.

A viewport tells an event in four stages, and each to the nodes that take part in it, the last in
the tree first: `_input`, `_shortcut_input`, `_unhandled_key_input` and `_unhandled_input`. A script
takes part in those that it overrides. The engine's own classes come after the script, in
`_engine_input` and its like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.scene._node_rpc import NodeRpc

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.scene.scene_tree import SceneTree
    from engine.scene.viewport import Viewport

INPUT, SHORTCUT, UNHANDLED, UNHANDLED_KEY = 1, 2, 4, 8
STAGES = (INPUT, SHORTCUT, UNHANDLED, UNHANDLED_KEY)
_INTERNAL_DEVICE = -2  # events that only the engine's own classes hear of


def stage_group(viewport: Any, stage: int) -> str:
    """The name of the tree's group of nodes that take part in a stage of a viewport."""
    return f"_vp_stage{stage}_{viewport.get_instance_id()}"


class NodeInput(NodeRpc):
    """The stages of input that a node takes part in."""

    def _input(self, event: Any) -> Any:
        """Called for each input event."""

    def _shortcut_input(self, event: Any) -> Any:
        """Called for each key or shortcut event that nobody has handled yet."""

    def _unhandled_input(self, event: Any) -> Any:
        """Called for each input event that nobody has handled."""

    def _unhandled_key_input(self, event: Any) -> Any:
        """Called for each key event that nobody has handled."""

    def _engine_input(self, event: InputEvent) -> None:
        """What the engine's own class does in the stage of `_input`."""

    def _engine_shortcut_input(self, event: InputEvent) -> None:
        """What the engine's own class does in the stage of `_shortcut_input`."""

    def _engine_unhandled_input(self, event: InputEvent) -> None:
        """What the engine's own class does in the stage of `_unhandled_input`."""

    def _engine_unhandled_key_input(self, event: InputEvent) -> None:
        """What the engine's own class does in the stage of `_unhandled_key_input`."""

    # Taking part ---------------------------------------------------------------------------------

    def set_process_input(self, enable: bool) -> None:
        """Whether `_input` is called."""
        self._take_part(INPUT, enable)

    def is_processing_input(self) -> bool:
        """Whether `_input` is called."""
        return bool(self._input_flags & INPUT)

    def set_process_shortcut_input(self, enable: bool) -> None:
        """Whether `_shortcut_input` is called."""
        self._take_part(SHORTCUT, enable)

    def is_processing_shortcut_input(self) -> bool:
        """Whether `_shortcut_input` is called."""
        return bool(self._input_flags & SHORTCUT)

    def set_process_unhandled_input(self, enable: bool) -> None:
        """Whether `_unhandled_input` is called."""
        self._take_part(UNHANDLED, enable)

    def is_processing_unhandled_input(self) -> bool:
        """Whether `_unhandled_input` is called."""
        return bool(self._input_flags & UNHANDLED)

    def set_process_unhandled_key_input(self, enable: bool) -> None:
        """Whether `_unhandled_key_input` is called."""
        self._take_part(UNHANDLED_KEY, enable)

    def is_processing_unhandled_key_input(self) -> bool:
        """Whether `_unhandled_key_input` is called."""
        return bool(self._input_flags & UNHANDLED_KEY)

    def _take_part(self, stage: int, enable: bool) -> None:
        if bool(self._input_flags & stage) == bool(enable):
            return
        self._input_flags ^= stage
        if self._tree is not None:
            self._join_stage(self._tree, stage, bool(enable))

    def _join_stage(self, tree: SceneTree, stage: int, enable: bool) -> None:
        node: Any = self
        viewport = node.get_viewport()
        if viewport is None:
            return
        group = stage_group(viewport, stage)
        if enable:
            tree._join_group(group, node)
        else:
            tree._leave_group(group, node)

    def _join_stages(self, tree: SceneTree, enable: bool) -> None:
        """Enters the tree, or leaves it, with all stages it takes part in."""
        for stage in STAGES:
            if self._input_flags & stage:
                self._join_stage(tree, stage, enable)

    # Its turn ------------------------------------------------------------------------------------

    def _shortcut_turn(self) -> int:
        """When it hears of shortcuts: 0 in order, 1 after all others, 2 not at all."""
        return 0

    def _run_stage(self, stage: int, event: InputEvent, viewport: Viewport) -> None:
        """Tells the node of an event, first its script."""
        name = _NAMES[stage]
        cls = type(self)
        if getattr(cls, name) is not getattr(NodeInput, name) and event._device != _INTERNAL_DEVICE:
            try:
                getattr(self, name)(event)
            except Exception as exception:
                output.script_error(exception)
        if self._tree is not None and not viewport.is_input_handled():
            getattr(self, f"_engine{name}")(event)


_NAMES = {
    INPUT: "_input",
    SHORTCUT: "_shortcut_input",
    UNHANDLED: "_unhandled_input",
    UNHANDLED_KEY: "_unhandled_key_input",
}
