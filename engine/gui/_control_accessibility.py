"""What screen readers are told of a control, and texts that depend on the language."""

from __future__ import annotations

from typing import Any

from engine.core.accessors import accessors
from engine.core.node_path import NodePath
from engine.gui._control_drag import ControlDrag


class ControlAccessibility(ControlDrag):
    """Names, descriptions and relations for screen readers."""

    def _accessibility_get_contextual_info(self) -> str:
        """More about the place of the control, for screen readers."""
        return ""

    def _get_accessibility_container_name(self, node: Any) -> str:
        """How a screen reader calls this container when it comes to a child."""
        return ""

    def _structured_text_parser(self, args: Any, text: str) -> Any:
        """Where the writing direction of a text may change, for controls with custom parsing."""
        return []

    def _aid(self, name: str, default: Any) -> Any:
        return default if self._accessibility is None else self._accessibility.get(name, default)

    def _set_aid(self, name: str, value: Any) -> None:
        self._accessibility = {**(self._accessibility or {}), name: value}

    def set_accessibility_name(self, name: str) -> None:
        """Sets how screen readers call the control."""
        self._set_aid("name", str(name))

    def get_accessibility_name(self) -> str:
        """How screen readers call the control."""
        return str(self._aid("name", ""))

    accessibility_name = accessors(get_accessibility_name, set_accessibility_name)

    def set_accessibility_description(self, description: str) -> None:
        """Sets how screen readers describe the control."""
        self._set_aid("description", str(description))

    def get_accessibility_description(self) -> str:
        """How screen readers describe the control."""
        return str(self._aid("description", ""))

    accessibility_description = accessors(
        get_accessibility_description, set_accessibility_description
    )

    def set_accessibility_live(self, mode: int) -> None:
        """Sets whether screen readers tell of changes: a `DisplayServer.LIVE_*`."""
        self._set_aid("live", int(mode))

    def get_accessibility_live(self) -> int:
        """Whether screen readers tell of changes."""
        return int(self._aid("live", 0))

    accessibility_live = accessors(get_accessibility_live, set_accessibility_live)

    def _nodes(self, name: str) -> list[NodePath]:
        return list(self._aid(name, ()))

    def set_accessibility_controls_nodes(self, node_path: list[NodePath]) -> None:
        """Sets the nodes that this control controls."""
        self._set_aid("controls", tuple(map(NodePath, node_path)))

    def get_accessibility_controls_nodes(self) -> list[NodePath]:
        """The nodes that this control controls."""
        return self._nodes("controls")

    accessibility_controls_nodes = accessors(
        get_accessibility_controls_nodes, set_accessibility_controls_nodes
    )

    def set_accessibility_described_by_nodes(self, node_path: list[NodePath]) -> None:
        """Sets the nodes that describe this control."""
        self._set_aid("described_by", tuple(map(NodePath, node_path)))

    def get_accessibility_described_by_nodes(self) -> list[NodePath]:
        """The nodes that describe this control."""
        return self._nodes("described_by")

    accessibility_described_by_nodes = accessors(
        get_accessibility_described_by_nodes, set_accessibility_described_by_nodes
    )

    def set_accessibility_labeled_by_nodes(self, node_path: list[NodePath]) -> None:
        """Sets the nodes that name this control."""
        self._set_aid("labeled_by", tuple(map(NodePath, node_path)))

    def get_accessibility_labeled_by_nodes(self) -> list[NodePath]:
        """The nodes that name this control."""
        return self._nodes("labeled_by")

    accessibility_labeled_by_nodes = accessors(
        get_accessibility_labeled_by_nodes, set_accessibility_labeled_by_nodes
    )

    def set_accessibility_flow_to_nodes(self, node_path: list[NodePath]) -> None:
        """Sets the nodes that are read after this control."""
        self._set_aid("flow_to", tuple(map(NodePath, node_path)))

    def get_accessibility_flow_to_nodes(self) -> list[NodePath]:
        """The nodes that are read after this control."""
        return self._nodes("flow_to")

    accessibility_flow_to_nodes = accessors(
        get_accessibility_flow_to_nodes, set_accessibility_flow_to_nodes
    )

    # Language ------------------------------------------------------------------------------------

    def set_localize_numeral_system(self, enable: bool) -> None:
        """Sets whether numbers are written with the digits of the language."""
        self._localize_numerals = bool(enable)

    def is_localizing_numeral_system(self) -> bool:
        """Whether numbers are written with the digits of the language."""
        return self._localize_numerals

    localize_numeral_system = accessors(is_localizing_numeral_system, set_localize_numeral_system)

    def set_auto_translate(self, enable: bool) -> None:
        """Sets whether the control's texts are translated."""
        self.auto_translate_mode = 1 if enable else 2

    def is_auto_translating(self) -> bool:
        """Whether the control's texts are translated."""
        return bool(self.can_auto_translate())

    auto_translate = accessors(is_auto_translating, set_auto_translate)
