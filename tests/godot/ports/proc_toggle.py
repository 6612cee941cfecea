"""set_process and set_physics_process switched inside and outside of the frame."""

from __future__ import annotations

from engine import Node, Object, print_


class Lamp(Node):
    def __init__(self, label: str) -> None:
        super().__init__()
        self.name = label
        print_("in _init processing=", self.is_processing())

    def _enter_tree(self) -> None:
        print_("in _enter_tree processing=", self.is_processing())

    def _ready(self) -> None:
        processing, physics = self.is_processing(), self.is_physics_processing()
        print_("in _ready processing=", processing, " physics=", physics)

    def _process(self, delta: float) -> None:
        print_("  ", self.name)


class OffAtStart(Lamp):
    def _ready(self) -> None:
        self.set_process(False)


class Bare(Node):
    pass


class Main(Node):
    count = 0

    def _ready(self) -> None:
        for label in ["A", "B", "C"]:
            self.add_child(Lamp(label))
        off = OffAtStart("Off")
        self.add_child(off)
        bare = Bare()
        bare.name = "Bare"
        self.add_child(bare)
        print_("Bare processing=", bare.is_processing(), " Off processing=", off.is_processing())
        bare.set_process(True)
        print_("Bare forced on: ", bare.is_processing())
        early = Lamp("Early")
        early.set_process(False)
        self.add_child(early)
        print_("turned off before it entered: ", early.is_processing())
        early.set_process(False)

    def _process(self, delta: float) -> None:
        self.count += 1
        print_("frame ", self.count)
        match self.count:
            case 2:
                self.get_node("B").set_process(False)
            case 3:
                self.get_node("B").set_process(True)
                self.get_node("Off").set_process(True)
            case 4:
                self.get_node("A").set_process(False)
                self.get_node("A").set_process(True)
            case 5:
                self.remove_child(self.get_node("C"))
            case 6:
                print_("main stops itself")
                self.set_process(False)
                frame = self.get_tree().process_frame
                frame.connect(lambda: self.set_process(True), Object.CONNECT_ONE_SHOT)
            case 8:
                self.get_tree().quit()
