"""Reloads from _ready, twice in a frame, and unload in callbacks."""

# As the program says it in GDScript.
# ruff: noqa: E711
from __future__ import annotations

from typing import Any

from engine import Callable, Node, print_


class Keeper(Node):
    def __init__(self) -> None:
        super().__init__()
        self.runs = 0
        self.frames = 0

    def _process(self, _delta: Any) -> None:
        self.frames += 1
        print_("keeper ", self.frames, " ", self.get_tree().current_scene)


class Main(Node):
    def keeper(self) -> Any:
        return self.get_tree().root.get_node_or_null("Keeper")

    def _enter_tree(self) -> None:
        print_("  enter ", self.get_index())

    async def _ready(self) -> None:
        k = self.keeper()
        if k == None:
            k = Keeper()
            k.name = "Keeper"
            Callable(self.get_tree().root.add_child).call_deferred(k)
            await self.get_tree().process_frame
            await self.get_tree().process_frame
        k.runs += 1
        print_("  ready run ", k.runs, " index ", self.get_index(), " name ", self.name)
        if k.runs == 1:
            print_(self.get_tree().reload_current_scene())
            return
        if k.runs == 2:
            Callable(self.get_tree().reload_current_scene).call_deferred()
            return
        if k.runs == 3:
            await self.get_tree().process_frame
            t = self.get_tree()
            print_(t.reload_current_scene(), " ", self.is_inside_tree())
            print_(t.reload_current_scene())
            return
        if k.runs == 4:
            await self.get_tree().create_timer(0.02).timeout
            Callable(self.get_tree().unload_current_scene).call_deferred()
            self.get_tree().create_timer(0.03).timeout.connect(
                Callable(self.get_tree().quit).bind(0)
            )
            return

    def _exit_tree(self) -> None:
        print_("  exit")

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PREDELETE:
            print_("  predelete")
