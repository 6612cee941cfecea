"""Scenes exchanged by hand under the root, and current_scene set by the script."""

from __future__ import annotations

from engine import Node, is_instance_valid, print_


def current(node: Node) -> str:
    scene = node.get_tree().current_scene
    return "null" if scene is None else str(scene.name)


class Level(Node):
    def __init__(self, n: int) -> None:
        super().__init__()
        self.number = n
        self.name = f"Level{n}"

    def _enter_tree(self) -> None:
        print_("  ", self.name, " enters at index ", self.get_index())

    def _ready(self) -> None:
        print_("  ", self.name, " ready, current ", current(self))

    def _exit_tree(self) -> None:
        print_("  ", self.name, " exits, current ", current(self))


class Main(Node):
    async def _ready(self) -> None:
        tree, root = self.get_tree(), self.get_tree().root
        print_("start: current ", current(self), ", root has ", root.get_child_count())
        await tree.process_frame
        one = Level(1)
        root.add_child(one)
        print_("added: current ", current(self))
        tree.current_scene = one
        print_("set: current ", current(self))
        stray = Level(9)
        tree.current_scene = stray
        print_("a scene that is not a child of the root is refused: current ", current(self))
        stray.free()
        root.remove_child(one)
        print_("removed: current ", current(self))
        root.add_child(one)
        tree.current_scene = one
        one.free()
        print_("freed: current ", current(self))
        two = Level(2)
        root.add_child(two)
        root.move_child(two, 0)
        tree.current_scene = two
        print_("order: ", [str(n.name) for n in root.get_children()])
        print_("unload: ")
        tree.unload_current_scene()
        print_("after unload: current ", current(self), " two valid ", is_instance_valid(two))
        await tree.process_frame
        valid, inside = is_instance_valid(two), self.is_inside_tree()
        print_("a frame later: two valid ", valid, " still running Main, inside ", inside)
        tree.current_scene = self
        print_("back: ", current(self))
        tree.quit()
