"""The items that lie on a canvas directly, and the canvases of a viewport.

A canvas belongs to a viewport or to a layer. Items whose parent is no canvas item, or that are at
the top level, are its roots; they are noted when they enter, and put in the tree's order when
somebody asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.scene._node_children import tree_order

if TYPE_CHECKING:
    from engine.gui.canvas_item import CanvasItem
    from engine.gui.canvas_layer import CanvasLayer

_ROOTS, _LAYERS = "canvas_roots", "canvas_layers"


def _noted(holder: Any, kind: str) -> dict[Any, None]:
    found: dict[Any, None] | None = holder._rarely(kind, None)
    if found is None:
        found = {}
        holder._keep(kind, found)
    return found


def add_root(holder: Any, item: CanvasItem) -> None:
    """Notes a root of the canvas of a viewport or layer."""
    _noted(holder, _ROOTS)[item] = None


def remove_root(holder: Any, item: CanvasItem) -> None:
    """Takes a root away."""
    _noted(holder, _ROOTS).pop(item, None)


def roots_of(holder: Any) -> list[CanvasItem]:
    """The roots of the canvas of a viewport or layer, as they stand in the tree."""
    found = list(_noted(holder, _ROOTS))
    if len(found) > 1:
        found.sort(key=tree_order)
    return found


def add_layer(viewport: Any, layer: CanvasLayer) -> None:
    """Notes a layer that shows in a viewport."""
    _noted(viewport, _LAYERS)[layer] = None


def remove_layer(viewport: Any, layer: CanvasLayer) -> None:
    """Takes a layer away."""
    _noted(viewport, _LAYERS).pop(layer, None)


def layers_of(viewport: Any) -> list[CanvasLayer]:
    """The layers of a viewport, from the lowest to the highest, whether or not they show."""
    found = list(_noted(viewport, _LAYERS))
    if len(found) > 1:
        found.sort(key=lambda layer: (layer._layer, tree_order(layer)))
    return found
