"""Where a control or window finds its theme items.

Themes are asked from the nearest one above up to the default theme, each under every type that
fits: the variation and what it varies, then the class and those that it derives from. A node knows
its `_owner_theme`, the nearest node above (or itself) with a theme; the chain of themes breaks at a
node that is neither control nor window.

"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from engine.core._class_names import class_named
from engine.gui import _theme_fallbacks as fallbacks
from engine.gui._theme_item_names import ITEMS
from engine.gui._theme_types import FONT, FONT_SIZE
from engine.gui.theme import Theme
from engine.gui.theme_db import ThemeDB
from engine.scene import _gui_hook
from engine.scene._theme_holder import ThemeHolder

_NO_ITEMS: dict[str, tuple[str, ...]] = {}
_class_types: dict[str, tuple[str, ...]] = {}


def owner_above(node: Any) -> Any:
    """The nearest node with a theme above a node, or None."""
    parent = node._parent
    return parent._owner_theme if isinstance(parent, ThemeHolder) else None  # type: ignore[attr-defined]


def _themes_of(node: Any) -> Iterator[Theme]:
    owner = node._owner_theme
    while owner is not None:
        if owner._theme is not None:
            yield owner._theme
        owner = owner_above(owner)
    yield from ThemeDB._themes()


def types_of_class(name: str) -> tuple[str, ...]:
    """A class of the engine and those that it derives from; just the name for any other."""
    known = _class_types.get(name)
    if known is None:
        cls = class_named(name)
        names = [] if cls is None else [vars(c).get("_class_name") for c in cls.__mro__]
        known = tuple(n for n in names if n) or (name,)
        if cls is not None:
            _class_types[name] = known
    return known


def _own_types(node: Any) -> tuple[str, ...]:
    """As `types_of_class`, without looking for the class by name."""
    name = node._class_name
    known = _class_types.get(name)
    if known is None:
        names = [vars(cls).get("_class_name") for cls in type(node).__mro__]
        known = _class_types[name] = tuple(n for n in names if n)
    return known


def types(node: Any, theme_type: str) -> tuple[str, ...]:
    """The types under which a node looks, in order."""
    variation = node._variation
    if theme_type and theme_type not in (node._class_name, variation):
        return types_of_class(str(theme_type))
    own = _own_types(node)
    if variation:
        for theme in _themes_of(node):
            if theme._variations.get(variation):
                return _variation_chain(theme, variation, own)
    return own


def item_names(node: Any) -> list[tuple[str, str]]:
    """The items that a node's class asks for with their kinds (`colors`, ...), in Godot's order.

    Controls ask for those of the classes above theirs, too.
    """
    own = _own_types(node)
    asked = own[::-1] if hasattr(node, "_parent_control") else own[:1]
    return [
        (kind, name)
        for one in asked
        for kind, names in ITEMS.get(one, _NO_ITEMS).items()
        for name in names
    ]


def _variation_chain(theme: Theme, variation: str, own: tuple[str, ...]) -> tuple[str, ...]:
    chain: list[str] = []
    name = str(variation)
    while name and name != own[0] and name not in chain:
        chain.append(name)
        name = theme._variations.get(name, "")
    return (*chain, *own)


def find(node: Any, kind: int, name: str, theme_type: str) -> Any:
    """A theme item, or what stands in for a missing one."""
    wanted = types(node, theme_type)
    for theme in _themes_of(node):
        if kind in (FONT, FONT_SIZE):
            for one in wanted:
                if theme._finds(kind, name, one):
                    return theme._find(kind, name, one)
            continue
        items = theme._items[kind]
        for one in wanted:
            names = items.get(one)
            if names and name in names and names[name] is not None:
                return names[name]
    return fallbacks.of_kind(kind)


def at_birth(node: Any, kind: int, name: str, theme_type: str) -> Any:
    """An item that a node took when it was made, before any theme above; None for others."""
    if theme_type and theme_type != node._class_name:
        return None
    for theme in ThemeDB._themes():
        for one in _own_types(node):
            names = theme._items[kind].get(one)
            if names and name in names:
                return theme._find(kind, name, one)
    return None


def has(node: Any, kind: int, name: str, theme_type: str) -> bool:
    """Whether a theme has an item."""
    wanted = types(node, theme_type)
    return any(theme._finds(kind, name, one) for theme in _themes_of(node) for one in wanted)


def default_of(node: Any, which: str) -> Any:
    """`default_font`, `default_font_size` or `default_base_scale` of the nearest theme with one."""
    for theme in _themes_of(node):
        if getattr(theme, f"has_{which}")():
            return getattr(theme, f"get_{which}")()
    return getattr(ThemeDB, f"get_{which.replace('default', 'fallback')}")()


def spread_owner(node: Any, owner: Any) -> None:
    """Has a node and those below it look into the theme of another owner from now on, and tells."""
    _spread(node, owner, node._tree is not None, True)


def _spread(node: Any, owner: Any, notify: bool, assign: bool) -> None:
    if node is not owner and node._theme is not None:
        assign = False  # it stays its own owner, but hears of what changed above
    if assign:
        node._owner_theme = owner
    if notify:
        node.notification(node._theme_notification)
    for child in node._listed_children():
        if isinstance(child, ThemeHolder):
            _spread(child, owner, notify, assign)


def inherit(node: Any) -> None:
    """A node has got a parent, whose themes count for it; it hears of them when it enters."""
    owner = owner_above(node)
    if owner is not None:
        _spread(node, owner, False, True)


def disinherit(node: Any) -> None:
    """A node is losing its parent."""
    if owner_above(node) is not None:
        _spread(node, None, False, True)


def window_enters(window: Any) -> None:
    """A window has entered the tree, and hears of its theme."""
    inherit(window)


def window_leaves(window: Any) -> None:
    """A window has left the tree."""
    if window._theme is None:
        window._owner_theme = None


_gui_hook.theme_lookup = sys.modules[__name__]
