"""SceneTreeTimer as an object: who keeps it, changing time_left, freed listeners, late awaits."""

from __future__ import annotations

from engine import Node, print_, weakref


class Guest(Node):
    def __init__(self) -> None:
        super().__init__()
        self.name = "Guest"

    def react(self) -> None:
        print_("  guest reacts")

    async def linger(self) -> None:
        await self.get_tree().create_timer(0.05).timeout
        print_("  guest lingers on, inside=", self.is_inside_tree())


class Main(Node):
    frame = 0

    async def _ready(self) -> None:
        create_timer = self.get_tree().create_timer
        weak = weakref(create_timer(0.05))
        kept = weak.get_ref() is not None
        print_("kept by the tree: ", kept, " class ", weak.get_ref().get_class())
        guest = Guest()
        self.add_child(guest)
        create_timer(0.03).timeout.connect(guest.react)
        guest.linger()
        guest.free()
        removed = Guest()
        self.add_child(removed)
        removed.linger()
        self.remove_child(removed)
        longer = create_timer(0.02)
        longer.timeout.connect(lambda: print_("  f", self.frame, " longer"))
        longer.time_left = 0.15
        sooner = create_timer(5.0)
        sooner.timeout.connect(lambda: print_("  f", self.frame, " sooner"))
        sooner.time_left = 0.01
        await create_timer(0.1).timeout
        print_("f", self.frame, " timer object gone: ", weak.get_ref() is None)
        done = create_timer(0.01)
        await done.timeout
        connections = len(done.timeout.get_connections())
        left = f" left after the timeout: {done.time_left:.2f}"
        print_("f", self.frame, left, " connections ", connections)
        done.time_left = 0.01
        state = {"again": False}
        done.timeout.connect(lambda: state.update(again=True))
        for _ in range(5):
            await self.get_tree().process_frame
        print_("f", self.frame, " a finished timer fires again: ", state["again"])
        await create_timer(0.1).timeout
        removed.free()
        print_("f", self.frame, " end")
        self.get_tree().quit()

    def _process(self, delta: float) -> None:
        self.frame += 1
