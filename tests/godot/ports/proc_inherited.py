"""Callbacks of inherited scripts: the deepest override alone runs, unless it calls super."""

from __future__ import annotations

from engine import Node, print_


class Base(Node):
    def _enter_tree(self) -> None:
        print_("Base._enter_tree")

    def _ready(self) -> None:
        print_("Base._ready")

    def _process(self, delta: float) -> None:
        print_("Base._process")

    def _exit_tree(self) -> None:
        print_("Base._exit_tree")


class Silent(Base):
    def _ready(self) -> None:
        print_("Silent._ready")

    def _process(self, delta: float) -> None:
        print_("Silent._process")


class Polite(Base):
    def _enter_tree(self) -> None:
        super()._enter_tree()
        print_("Polite._enter_tree")

    def _ready(self) -> None:
        super()._ready()
        print_("Polite._ready")

    def _process(self, delta: float) -> None:
        super()._process(delta)
        print_("Polite._process")


class Third(Polite):
    def _ready(self) -> None:
        print_("Third._ready first")
        super()._ready()


class Mute(Base):
    def __init__(self) -> None:
        super().__init__()
        self.set_process(False)


class Main(Node):
    async def _ready(self) -> None:
        for type_ in [Base, Silent, Polite, Third, Mute]:
            print_("--")
            node = type_()
            self.add_child(node)
            print_("processing ", node.is_processing())
            await self.get_tree().process_frame
            await self.get_tree().process_frame
            node.free()
        self.get_tree().quit()
