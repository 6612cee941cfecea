"""process_mode against the paused tree: who runs, who inherits, who is told."""

from __future__ import annotations

from collections.abc import Sequence

from engine import Node, print_


class Runner(Node):
    def __init__(self, label: str, mode: Node.ProcessMode, kids: Sequence[Node] = ()) -> None:
        super().__init__()
        self.name = label
        self.process_mode = mode
        for kid in kids:
            self.add_child(kid)

    def _process(self, delta: float) -> None:
        self.owner_main().seen.append(str(self.name))

    def owner_main(self) -> Main:
        return self.get_tree().current_scene

    def _notification(self, what: int) -> None:
        match what:
            case Node.NOTIFICATION_PAUSED:
                print_("  PAUSED ", self.name, " can=", self.can_process())
            case Node.NOTIFICATION_UNPAUSED:
                print_("  UNPAUSED ", self.name, " can=", self.can_process())


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.frames = 0

    def _ready(self) -> None:
        self.process_mode = Node.PROCESS_MODE_ALWAYS
        inherit, always = Node.PROCESS_MODE_INHERIT, Node.PROCESS_MODE_ALWAYS
        self.add_child(Runner("Inh", inherit))
        kids = [Runner("PauInh", inherit), Runner("PauAlw", always)]
        self.add_child(Runner("Pau", Node.PROCESS_MODE_PAUSABLE, kids))
        kids = [Runner("WhnInh", inherit)]
        self.add_child(Runner("Whn", Node.PROCESS_MODE_WHEN_PAUSED, kids))
        kids = [Runner("DisInh", inherit), Runner("DisAlw", always)]
        self.add_child(Runner("Dis", Node.PROCESS_MODE_DISABLED, kids))

    def _process(self, delta: float) -> None:
        self.frames += 1
        paused = self.get_tree().paused
        print_("frame ", self.frames, " paused=", paused, " last: ", " ".join(self.seen))
        self.seen.clear()
        match self.frames:
            case 2:
                self.get_tree().paused = True
                pau, whn = self.get_node("Pau").can_process(), self.get_node("Whn").can_process()
                print_("set paused; Pau can_process ", pau, " Whn can_process ", whn)
            case 4:
                self.get_node("Pau").process_mode = Node.PROCESS_MODE_ALWAYS
                self.get_node("Dis").process_mode = Node.PROCESS_MODE_INHERIT
            case 6:
                self.get_tree().paused = False
            case 8:
                self.get_tree().quit()
