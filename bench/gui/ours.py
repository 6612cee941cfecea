"""This engine's side: `python -m bench.gui.ours NAME COUNT` prints one JSON line.

The window is one of SDL's driver "dummy": everything is painted, and nobody sees it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from types import ModuleType

from bench.gui.timing import report, timed
from engine.core.clock import ManualClock, SystemClock
from engine.core.vector2 import Vector2
from engine.gui.control import Control
from engine.gui.label import Label
from engine.gui.rich_text_label import RichTextLabel
from engine.main.loop import Loop, set_scene
from engine.main.options import Options
from engine.main.screen import Screen, open_screen
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree

SIZE = (1024, 600)
DEMOS = Path(__file__).parents[2] / "demos"
SAID = 30  # lines in each pane of the chat
FRAMES = 100


@contextmanager
def window(scene: Node, *, real_time: bool = False) -> Iterator[tuple[SceneTree, Screen]]:
    """A tree in a window."""
    tree = SceneTree(SystemClock() if real_time else ManualClock(), entered=False)
    screen = open_screen(tree, Options(display_driver="dummy", resolution=SIZE))
    assert screen is not None
    set_scene(tree, scene)
    try:
        yield tree, screen
    finally:
        screen.close()


def stepper(tree: SceneTree, screen: Screen) -> Callable[[], None]:
    """What runs a frame and draws it."""

    def step() -> None:
        screen.before_frame()
        tree.run_frame(1 / 60)
        screen.draw()

    tree.initialize()
    for _ in range(5):
        step()
    return step


def demo(folder: str, name: str) -> ModuleType:
    """A module of a demo."""
    sys.path.insert(0, str(DEMOS / folder))
    return import_module(name)


def gallery() -> Node:
    """The scene with every control."""
    module = demo("gui_gallery", "gallery")
    classes = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == "gallery" and issubclass(value, Node)
    ]
    return classes[-1]()


def redrawn(tree: SceneTree, screen: Screen, count: int) -> float:
    """Milliseconds to paint a window anew of which nothing is left."""

    def redraw() -> None:
        screen.display._renderer.forget()
        screen.draw()

    return timed(redraw, count)


def full_redraw(count: int) -> float:
    """Milliseconds to paint every control."""
    with window(gallery()) as (tree, screen):
        stepper(tree, screen)
        return redrawn(tree, screen, count)


def combo_redraw(count: int) -> float:
    """Milliseconds to paint a server and three clients that have talked."""
    combo = demo("websocket_chat", "combo").Combo()
    combo.automatic = False
    with window(combo) as (tree, screen):
        stepper(tree, screen)
        for log in combo.find_children("*", "RichTextLabel", True, False):
            for line in range(SAID):
                log.add_text(f"Client {line % 3}: said something for the {line}. time\n")
        step = stepper(tree, screen)
        step()
        return redrawn(tree, screen, count)


def still_frame(count: int) -> float:
    """Milliseconds of a frame in which nothing changes."""
    with window(gallery()) as (tree, screen):
        return timed(stepper(tree, screen), count)


class Quitting(Control):
    """Ends the run after some frames."""

    left = 0

    def _process(self, delta: float) -> None:
        self.left -= 1
        if self.left <= 0:
            self.get_tree().quit()


def idle(count: int) -> float:
    """The part of a processor that an idle window takes, in percent, over so many frames."""
    scene = Quitting()
    scene.left = count
    scene.add_child(gallery())
    with window(scene, real_time=True) as (tree, screen):
        stepper(tree, screen)
        begin, started = process_time(), perf_counter()
        Loop(tree, screen=screen).run()
        return 100.0 * (process_time() - begin) / (perf_counter() - started)


class Labels(Control):
    """Labels that change in each frame."""

    frame = 0

    def _ready(self) -> None:
        self.labels = []
        for at in range(1000):
            label = Label()
            label.position = Vector2(at % 25 * 40, at // 25 * 15)
            label.text = str(at)
            self.add_child(label)
            self.labels.append(label)

    def _process(self, delta: float) -> None:
        self.frame += 1
        for at, label in enumerate(self.labels):
            label.text = str(self.frame * 7 + at)


def labels(count: int) -> float:
    """Milliseconds of a frame in which 1,000 labels change."""
    with window(Labels()) as (tree, screen):
        return timed(stepper(tree, screen), count)


def lines(count: int) -> float:
    """Milliseconds to append so many lines to a log and show its end."""
    label = log_label()
    with window(label) as (tree, screen):
        step = stepper(tree, screen)
        begin = process_time()
        for at in range(count):
            label.append_text(f"[b]line[/b] {at}: something that was said\n")
        for _ in range(3):
            step()
        return 1000.0 * (process_time() - begin)


def log(count: int) -> float:
    """As `lines`, for many more of them."""
    return lines(count)


def log_label() -> RichTextLabel:
    """A log that fills the window and follows its end."""
    made: RichTextLabel = RichTextLabel()
    made.size = Vector2(*SIZE)
    made.scroll_following = True
    return made


def long_log(count: int) -> RichTextLabel:
    """A log of so many lines."""
    made = log_label()
    for at in range(count):
        made.add_text(f"line {at}: something that was said\n")
    return made


def scrolling(count: int) -> float:
    """Milliseconds of a frame in which a log of so many lines scrolls by a tenth of a page."""
    label = long_log(count)
    with window(label) as (tree, screen):
        step = stepper(tree, screen)
        bar = label.get_v_scroll_bar()

        def scroll() -> None:
            bar.value -= SIZE[1] / 10
            step()

        return timed(scroll, FRAMES)


def following(count: int) -> float:
    """Milliseconds of a frame in which a log of so many lines gets one more and scrolls."""
    label = long_log(count)
    with window(label) as (tree, screen):
        step = stepper(tree, screen)

        def more() -> None:
            label.add_text("one more line, as long as the others\n")
            step()

        return timed(more, FRAMES)


if __name__ == "__main__":
    report(globals(), sys.argv)
