"""pygame-gui's side, as near as it comes: `python -m bench.gui.theirs NAME COUNT`."""

from __future__ import annotations

import os
import sys
from time import perf_counter, process_time
from typing import Any

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame
import pygame_gui
from pygame_gui import elements

from bench.gui.timing import report, timed

SIZE = (1024, 600)
SAID = 30  # lines in each pane of the chat
FRAMES = 50


class Window:
    """A window with a manager, and a frame as the documentation of pygame-gui shows it."""

    def __init__(self) -> None:
        pygame.display.init()
        pygame.font.init()
        self.screen = pygame.display.set_mode(SIZE)
        self.manager = pygame_gui.UIManager(SIZE)
        self.ground = pygame.Surface(SIZE)
        self.ground.fill((77, 77, 77))

    def step(self) -> None:
        for event in pygame.event.get():
            self.manager.process_events(event)
        self.manager.update(1 / 60)
        self.draw()

    def draw(self) -> None:
        self.screen.blit(self.ground, (0, 0))
        self.manager.draw_ui(self.screen)
        pygame.display.update()


def rect(x: int, y: int, w: int, h: int) -> pygame.Rect:
    return pygame.Rect(x, y, w, h)


def gallery(window: Window) -> None:
    """As many elements as our gallery shows, of the kinds that there are."""
    ui: dict[str, Any] = {"manager": window.manager}
    elements.UILabel(rect(20, 12, 60, 31), "Label", **ui)
    for at, text in enumerate(("Button", "Pressed", "Disabled", "Flat", "LinkButton")):
        elements.UIButton(rect(90 + 80 * at, 12, 76, 31), text, **ui)
    for at in range(3):
        elements.UITextEntryLine(rect(20 + 160 * at, 60, 150, 31), initial_text="Text", **ui)
    for at, text in enumerate(("CheckBox", "Checked", "Off", "Radio", "On", "Six")):
        elements.UIButton(rect(20 + 80 * at, 105, 76, 31), text, **ui)
    elements.UIDropDownMenu(
        ["First choice", "Second"], "First choice", rect(150, 185, 150, 31), **ui
    )
    elements.UIButton(rect(320, 185, 106, 31), "MenuButton", **ui)
    bar = elements.UIStatusBar(rect(20, 230, 200, 27), **ui)
    bar.percent_full = 0.4
    elements.UIHorizontalSlider(rect(240, 235, 200, 16), 40.0, (0.0, 100.0), **ui)
    elements.UIHorizontalScrollBar(rect(20, 270, 200, 10), 0.3, **ui)
    elements.UISelectionList(rect(20, 295, 200, 150), ["Alpha", "Beta", "Gamma", "Delta"], **ui)
    markup = "Rich <b>bold</b> <i>italic</i><br><u>under</u> code<br>a link"
    elements.UITextBox(markup, rect(240, 295, 240, 120), **ui)
    for at, text in enumerate(("First", "Second", "Third")):
        elements.UIButton(rect(528 + 64 * at, 12, 60, 31), text, **ui)
    elements.UIPanel(rect(520, 43, 230, 99), **ui)
    elements.UIPanel(rect(770, 12, 110, 130), **ui)
    elements.UILabel(rect(900, 12, 76, 23), "in a panel", **ui)
    elements.UITextEntryBox(rect(520, 160, 230, 120), "TextEdit\nsecond line", **ui)
    elements.UIPanel(rect(770, 160, 220, 110), **ui)
    elements.UIVerticalScrollBar(rect(992, 160, 10, 110), 0.4, **ui)
    elements.UIHorizontalScrollBar(rect(770, 272, 220, 10), 0.6, **ui)
    elements.UIVerticalScrollBar(rect(550, 295, 10, 120), 0.4, **ui)
    elements.UIPanel(rect(580, 295, 79, 120), **ui)
    elements.UIPanel(rect(671, 295, 79, 120), **ui)


def full_redraw(count: int) -> float:
    """Milliseconds to paint every element."""
    window = Window()
    gallery(window)
    window.step()
    return timed(window.draw, count)


def pane(window: Window, x: int, y: int, width: int, height: int) -> None:
    """A pane of a chat: its address and buttons, its log, and where to write."""
    ui: dict[str, Any] = {"manager": window.manager}
    elements.UIPanel(rect(x, y, width, height), **ui)
    elements.UITextEntryLine(rect(x, y, width - 160, 31), initial_text="ws://localhost", **ui)
    elements.UIButton(rect(x + width - 160, y, 80, 31), "Connect", **ui)
    elements.UIStatusBar(rect(x + width - 80, y, 80, 31), **ui)
    said = "".join(
        f"Client {line % 3}: said something for the {line}. time<br>" for line in range(SAID)
    )
    elements.UITextBox(said, rect(x, y + 35, width, height - 70), **ui)
    elements.UITextEntryLine(rect(x, y + height - 31, width - 60, 31), **ui)
    elements.UIButton(rect(x + width - 60, y + height - 31, 60, 31), "Send", **ui)


def combo_redraw(count: int) -> float:
    """Milliseconds to paint a server and three clients that have talked."""
    window = Window()
    half, third = SIZE[0] // 2, SIZE[1] // 3
    pane(window, 0, 0, half, SIZE[1])
    for at in range(3):
        pane(window, half, at * third, half, third)
    window.step()
    return timed(window.draw, count)


def still_frame(count: int) -> float:
    """Milliseconds of a frame in which nothing changes."""
    window = Window()
    gallery(window)
    window.step()
    return timed(window.step, count)


def idle(count: int) -> float:
    """The part of a processor that an idle window takes, in percent, over so many frames."""
    window = Window()
    gallery(window)
    clock = pygame.time.Clock()
    begin, started = process_time(), perf_counter()
    for _ in range(count):
        clock.tick(60)
        window.step()
    return 100.0 * (process_time() - begin) / (perf_counter() - started)


def labels(count: int) -> float:
    """Milliseconds of a frame in which 1,000 labels change."""
    window = Window()
    made = [
        elements.UILabel(rect(at % 25 * 40, at // 25 * 15, 60, 23), str(at), window.manager)
        for at in range(1000)
    ]
    frames = iter(range(count + 10))

    def step() -> None:
        frame = next(frames)
        for at, label in enumerate(made):
            label.set_text(str(frame * 7 + at))
        window.step()

    step()
    return timed(step, count)


def _box(window: Window, text: str = "") -> Any:
    return elements.UITextBox(text, rect(0, 0, *SIZE), window.manager)


def lines(count: int) -> float:
    """Milliseconds to append so many lines to a log and show its end."""
    window = Window()
    box = _box(window)
    window.step()
    begin = process_time()
    for at in range(count):
        box.append_html_text(f"<b>line</b> {at}: something that was said<br>")
    for _ in range(3):
        window.step()
    return 1000.0 * (process_time() - begin)


def log(count: int) -> float:
    """Milliseconds to show so many lines, given all at once: one by one would take hours."""
    window = Window()
    begin = process_time()
    _box(window, "".join(f"<b>line</b> {at}: something that was said<br>" for at in range(count)))
    for _ in range(3):
        window.step()
    return 1000.0 * (process_time() - begin)


def _long_log(window: Window, count: int) -> Any:
    return _box(window, "".join(f"line {at}: something that was said<br>" for at in range(count)))


def scrolling(count: int) -> float:
    """Milliseconds of a frame in which a log of so many lines scrolls by a tenth of a page."""
    window = Window()
    bar = _long_log(window, count).scroll_bar
    places = iter(range(FRAMES))

    def scroll() -> None:
        part = bar.visible_percentage / 10
        bar.set_scroll_from_start_percentage(1.0 - bar.visible_percentage - next(places) * part)
        bar.has_moved_recently = True
        window.step()

    return timed(scroll, FRAMES)


def following(count: int) -> float:
    """Milliseconds of a frame in which a log of so many lines gets one more and scrolls."""
    window = Window()
    box = _long_log(window, count)

    def more() -> None:
        box.append_html_text("one more line, as long as the others<br>")
        window.step()

    return timed(more, 2)


if __name__ == "__main__":
    report(globals(), sys.argv)
