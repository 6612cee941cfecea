"""Scene changes: twice in a frame, what current_scene is meanwhile, from a deferred call, then quit."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, print_


class S(Node):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name, " current ", self.get_tree().current_scene)

    def _ready(self) -> None:
        print_("  ready ", self.name)

    def _exit_tree(self) -> None:
        print_("  exit ", self.name, " current ", self.get_tree().current_scene)

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PREDELETE:
            print_("  predelete ", self.name)


class Watch(Node):
    def __init__(self) -> None:
        super().__init__()
        self.old = None
        self.frame = 0

    def make(self, label: Any) -> Any:
        s = S()
        s.name = label
        return s

    def where(self, what: Any) -> None:
        now = self.get_tree().current_scene
        print_(
            what, ": ", now.name if now else "-", " in tree ", now.is_inside_tree() if now else "-"
        )

    async def _ready(self) -> None:
        t = self.get_tree()
        t.scene_changed.connect(Callable(self.where).bind("scene_changed"))
        self.where("start")
        print_(t.change_scene_to_node(self.make("One")))
        self.where("after change")
        print_(t.change_scene_to_node(self.make("Two")))
        self.where("after second change")
        await t.process_frame
        self.where("process_frame")
        await t.process_frame
        self.where("process_frame")
        print_("deferred")
        Callable(t.change_scene_to_node).call_deferred(self.make("Three"))
        self.where("now")
        await t.process_frame
        self.where("process_frame")
        await t.process_frame
        self.where("process_frame")
        print_("timer")
        await t.create_timer(0.01).timeout
        print_(t.change_scene_to_node(self.make("Four")))
        self.where("after")
        await t.physics_frame
        self.where("physics_frame")
        await t.process_frame
        self.where("process_frame")
        await t.process_frame
        self.where("process_frame")
        print_("physics")
        await t.physics_frame
        t.change_scene_to_node(self.make("Five"))
        await t.process_frame
        self.where("process_frame")
        await t.process_frame
        self.where("process_frame")
        print_("unload")
        t.unload_current_scene()
        self.where("unloaded")
        print_(t.reload_current_scene())
        t.unload_current_scene()
        t.change_scene_to_node(self.make("Six"))
        await t.process_frame
        await t.process_frame
        self.where("from nothing")
        print_("errors")
        print_(t.change_scene_to_node(None), t.change_scene_to_packed(None))
        print_(t.change_scene_to_node(t.current_scene))
        t.current_scene = self
        self.where("assigned itself")
        t.current_scene = None
        self.where("assigned null")
        t.current_scene = t.root.get_node("Six")
        self.where("assigned Six")
        print_("removed by hand")
        six = t.current_scene
        t.root.remove_child(six)
        self.where("removed")
        t.root.add_child(six)
        self.where("added")
        t.current_scene = six
        print_("queue_free")
        six.queue_free()
        self.where("queued")
        await t.process_frame
        await t.process_frame
        self.where("freed")
        print_("change and quit")
        t.change_scene_to_node(self.make("Last"))
        t.quit(3)


class Main(Node):
    def _ready(self) -> None:
        w = Watch()
        w.name = "Watch"
        Callable(self.get_tree().root.add_child).call_deferred(w)

    def _exit_tree(self) -> None:
        print_("  exit Main")
