"""change_scene_to_packed, change_scene_to_file and current_scene.

When the old one goes and the new one comes. The step that is next lies in a variable of the module,
where the recorded program hands it on as metadata of the engine.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import Any

from engine import Node, PackedScene, SceneTree, print_

steps: list[PyCallable[[str], None]] = []


def describe(node: Node | None) -> str:
    return "null" if node is None else str(node.name)


class Scene(Node):
    def _enter_tree(self) -> None:
        current = describe(self.get_tree().current_scene)
        print_("  ", self.name, " _enter_tree, current_scene is ", current)

    def _ready(self) -> None:
        tree = self.get_tree()
        print_("  ", self.name, " _ready, current_scene is ", describe(tree.current_scene))
        print_("  root has ", tree.root.get_child_count(), " children")

    def _exit_tree(self) -> None:
        print_("  ", self.name, " _exit_tree")

    def _process(self, delta: float) -> None:
        print_("  ", self.name, " _process")
        self.set_process(False)
        steps[-1](str(self.name))


def make_scene(label: str) -> PackedScene:
    node = Scene()
    node.name = label
    packed = PackedScene()
    packed.pack(node)
    node.free()
    return packed


def three() -> Any:
    return make_scene("Three").instantiate()


SCENES = {"res://three.tscn": three}


class Main(Node):
    def _ready(self) -> None:
        tree = self.get_tree()
        scene = tree.current_scene
        print_("start: current ", scene.name, " path ", scene.scene_file_path)
        two = make_scene("Two")
        steps.append(lambda who: Main.next_step(who, tree))
        tree.node_added.connect(lambda n: print_("  node_added ", n.name))
        tree.node_removed.connect(lambda n: print_("  node_removed ", n.name))
        tree.scene_changed.connect(lambda: print_("  scene_changed"))
        tree.tree_changed.connect(lambda: print_("  tree_changed"))
        print_("change: ", tree.change_scene_to_packed(two))
        print_(
            "after the call: current ",
            tree.current_scene.name,
            " inside ",
            self.is_inside_tree(),
            " queued ",
            self.is_queued_for_deletion(),
        )

    @staticmethod
    def next_step(who: str, tree: SceneTree) -> None:
        match who:
            case "Two":
                print_("to file: ", tree.change_scene_to_file("res://three.tscn"))
                print_("current now ", tree.current_scene)
            case "Three":
                print_("missing file: ", tree.change_scene_to_file("res://missing.tscn"))
                print_("current still ", tree.current_scene.name)
                print_("scene_file_path ", tree.current_scene.scene_file_path)
                steps.clear()
                tree.quit(3)

    def _exit_tree(self) -> None:
        print_("  Main _exit_tree")

    def _notification(self, what: int) -> None:
        if what == Node.NOTIFICATION_PREDELETE:
            print_("  Main gone")
