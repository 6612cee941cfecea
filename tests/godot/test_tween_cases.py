"""The recorded tween programs, ported line by line, print what Godot printed."""

from __future__ import annotations

import re

import pytest

from engine import Engine, Node, Tween, Vector2, print_
from tests.godot.recorded import recorded, recorded_exit_code, recorded_messages
from tests.godot.run_case import run_case

_OBJECT_ID = re.compile(r"#-?\d{6,}")


class Basic(Node):
    frame = 0
    count = 10

    def __init__(self) -> None:
        super().__init__()
        self._value = 0.0

    @property
    def value(self) -> float:
        return self._value

    @value.setter
    def value(self, x: float) -> None:
        self._value = x
        print_("  f", self.frame, f" value {x:.4f}")

    async def _ready(self) -> None:
        tween = self.create_tween()
        print_("running ", tween.is_running(), " valid ", tween.is_valid())
        step = tween.tween_property(self, "value", 1.0, 0.05)
        print_("step class ", step.get_class())
        step.finished.connect(lambda: print_("  f", self.frame, " step finished"))
        tween.tween_callback(lambda: print_("  f", self.frame, " callback"))
        tween.tween_interval(0.02)
        tween.tween_property(self, "count", 20, 0.03)
        tween.step_finished.connect(lambda i: print_("  f", self.frame, " step_finished ", i))
        tween.finished.connect(lambda: print_("  f", self.frame, " finished, count ", self.count))
        await tween.finished
        valid, running = tween.is_valid(), tween.is_running()
        print_("awaited in frame ", self.frame, " valid ", valid, " running ", running)
        self.value = 5.0
        print_("from the value at the start of the step, not at the creation")
        second = self.create_tween()
        second.tween_property(self, "value", 6.0, 0.02)
        self.value = 5.5
        await second.finished
        print_("from()")
        third = self.create_tween()
        third.tween_property(self, "value", 1.0, 0.03).from_(0.0)
        await third.finished
        print_("as_relative()")
        fourth = self.create_tween()
        fourth.tween_property(self, "value", 2.0, 0.02).as_relative()
        await fourth.finished
        print_("zero duration")
        fifth = self.create_tween()
        fifth.tween_property(self, "value", 9.0, 0.0)
        print_("not yet: ", self.value)
        await fifth.finished
        self.get_tree().quit()

    def _process(self, delta: float) -> None:
        self.frame += 1
        print_("frame ", self.frame)


class Ball(Node):
    height = 0.0

    def __init__(self, label: str) -> None:
        super().__init__()
        self.name = label


class Binding(Node):
    frame = 0

    def _process(self, delta: float) -> None:
        self.frame += 1

    async def wait_frames(self, n: int) -> None:
        for _ in range(n):
            await self.get_tree().process_frame

    def ball(self, label: str) -> Ball:
        return self.get_node(label)

    async def _ready(self) -> None:
        self.process_mode = Node.PROCESS_MODE_ALWAYS
        for label in ["A", "B", "C", "D"]:
            self.add_child(Ball(label))
        await self.lost_nodes()
        await self.leaving_node()
        await self.pause_modes()
        await self.time_scale()
        self.get_tree().quit()

    async def lost_nodes(self) -> None:
        print_("the bound node is freed")
        on_a = self.ball("A").create_tween()
        on_a.tween_interval(0.05)
        on_a.tween_callback(lambda: print_("never"))
        on_a.finished.connect(lambda: print_("never either"))
        self.ball("A").free()
        await self.wait_frames(6)
        print_("valid ", on_a.is_valid())
        print_("the target is freed, the binding is not")
        on_main = self.create_tween()
        on_main.tween_property(self.ball("B"), "height", 1.0, 0.05)
        on_main.tween_callback(lambda: print_("f", self.frame, " goes on after the lost target"))
        self.ball("B").free()
        await self.wait_frames(6)
        print_("valid ", on_main.is_valid())

    async def leaving_node(self) -> None:
        print_("the bound node leaves the tree")
        c = self.ball("C")
        on_c = c.create_tween()
        on_c.tween_property(c, "height", 1.0, 0.1)
        await self.wait_frames(3)
        self.remove_child(c)
        await self.wait_frames(4)
        print_(f"held at {c.height:.3f}", " valid ", on_c.is_valid())
        self.add_child(c)
        await on_c.finished
        print_(f"went on to {c.height:.3f}")

    async def pause_modes(self) -> None:
        print_("paused tree: bound mode, stop and process")
        d = self.ball("D")
        d.process_mode = Node.PROCESS_MODE_PAUSABLE
        marks: list[str] = []

        def mark(tween: Tween, text: str) -> None:
            tween.tween_callback(lambda: marks.append(f"{text} f{self.frame}")).set_delay(0.03)

        mark(d.create_tween(), "bound")
        mark(self.create_tween(), "bound to always")
        mark(d.create_tween().set_pause_mode(Tween.TWEEN_PAUSE_PROCESS), "process")
        mark(self.create_tween().set_pause_mode(Tween.TWEEN_PAUSE_STOP), "stop")
        mark(self.get_tree().create_tween(), "unbound")
        self.get_tree().paused = True
        print_("paused in f", self.frame)
        await self.wait_frames(6)
        print_(marks)
        self.get_tree().paused = False
        await self.wait_frames(6)
        print_(marks)

    async def time_scale(self) -> None:
        print_("time scale")
        marks: list[str] = []

        def mark(tween: Tween, text: str) -> None:
            tween.tween_callback(lambda: marks.append(f"{text} f{self.frame}")).set_delay(0.05)

        Engine.time_scale = 0.5
        mark(self.create_tween(), "scaled")
        mark(self.create_tween().set_ignore_time_scale(), "unscaled")
        mark(self.create_tween().set_process_mode(Tween.TWEEN_PROCESS_PHYSICS), "physics")
        print_("started in f", self.frame)
        await self.wait_frames(9)
        print_(marks)


class Control(Node):
    frame = 0
    value = 0.0

    def note(self, text: str) -> None:
        print_("f", self.frame, " ", text, f" value={self.value:.3f}")

    async def wait_frames(self, n: int) -> None:
        for _ in range(n):
            await self.get_tree().process_frame

    def _process(self, delta: float) -> None:
        self.frame += 1

    async def _ready(self) -> None:
        await self.killed_and_paused()
        await self.looped_and_sped_up()
        self.stepped_by_hand()
        await self.mistaken()
        self.get_tree().quit()

    async def killed_and_paused(self) -> None:
        tween = self.create_tween()
        tween.tween_property(self, "value", 1.0, 0.1)
        await self.wait_frames(4)
        self.note("before kill")
        tween.kill()
        print_("valid ", tween.is_valid(), " running ", tween.is_running())
        await self.wait_frames(3)
        self.note("after kill")

        tween = self.create_tween()
        tween.tween_property(self, "value", 0.0, 0.1)
        await self.wait_frames(3)
        tween.pause()
        self.note("paused")
        print_("valid ", tween.is_valid(), " running ", tween.is_running())
        await self.wait_frames(5)
        self.note("still")
        tween.play()
        await tween.finished
        self.note("played to the end")

    async def looped_and_sped_up(self) -> None:
        tween = self.create_tween().set_loops(3)
        tween.loop_finished.connect(lambda n: self.note(f"loop_finished {n}"))
        tween.tween_callback(lambda: self.note("tick")).set_delay(0.03)
        tween.finished.connect(lambda: self.note("loops finished"))
        await tween.finished
        print_("loops left ", tween.get_loops_left())

        tween = self.create_tween().set_speed_scale(2.0)
        tween.tween_property(self, "value", 1.0, 0.1)
        await tween.finished
        self.note("double speed")

    def stepped_by_hand(self) -> None:
        tween = self.create_tween()
        tween.pause()
        tween.tween_property(self, "value", 2.0, 1.0)
        print_("custom_step ", tween.custom_step(0.25))
        self.note("a quarter")
        print_("custom_step ", tween.custom_step(0.5))
        self.note("three quarters")
        tween.stop()
        print_(f"elapsed {tween.get_total_elapsed_time():.2f}")
        self.note("stopped")
        print_("custom_step ", tween.custom_step(5.0))
        self.note("stepped past the end")

    async def mistaken(self) -> None:
        print_("an empty tween")
        tween = self.create_tween()
        await self.wait_frames(3)
        print_("valid ", tween.is_valid())
        print_("a wrong property")
        tween = self.create_tween()
        print_("tweener ", tween.tween_property(self, "no_such", 1.0, 0.1))
        print_("a wrong type")
        print_("tweener ", tween.tween_property(self, "value", Vector2.ONE, 0.1))
        tween.kill()
        await self.wait_frames(1)


class Ease(Node):
    value = 0.0

    TRANS = {member.name[6:].lower(): member for member in Tween.TransitionType}
    EASES = {member.name[5:].lower(): member for member in Tween.EaseType}

    def _ready(self) -> None:
        for trans in self.TRANS:
            for ease_name in self.EASES:
                row = []
                for i in range(6):
                    x = Tween.interpolate_value(
                        0.0, 1.0, i * 0.2, 1.0, self.TRANS[trans], self.EASES[ease_name]
                    )
                    row.append(f"{x:.5f}")
                print_(trans, " ", ease_name, ": ", " ".join(row))
        tween = self.create_tween().set_trans(Tween.TRANS_QUAD).set_ease(Tween.EASE_OUT)
        tween.tween_property(self, "value", 100.0, 0.1)
        tween.tween_property(self, "value", 0.0, 0.1).set_trans(Tween.TRANS_LINEAR)
        tween.tween_property(self, "value", 10.0, 0.1).set_ease(Tween.EASE_IN)
        tween.pause()
        for i in range(12):
            tween.custom_step(0.025)
            print_("step ", i, f" {self.value:.4f}")
        linear = Tween.TRANS_LINEAR, Tween.EASE_IN
        here, there = Vector2(0, 10), Vector2(10, -10)
        print_("vectors: ", Tween.interpolate_value(here, there, 0.5, 2.0, *linear))
        print_("ints: ", Tween.interpolate_value(0, 10, 0.26, 1.0, *linear))
        self.get_tree().quit()


class Parallel(Node):
    frame = 0
    a = 0.0
    b = 0.0
    c = 0.0

    def note(self, text: str) -> None:
        print_("f", self.frame, " ", text, f" a={self.a:.3f} b={self.b:.3f} c={self.c:.3f}")

    def on_value(self, x: float, tag: str) -> None:
        print_("f", self.frame, " ", tag, f" {x:.3f}")

    async def _ready(self) -> None:
        tween = self.create_tween()
        tween.tween_property(self, "a", 1.0, 0.1)
        tween.parallel().tween_property(self, "b", 1.0, 0.05)
        tween.tween_callback(lambda: self.note("after the first pair"))
        tween.set_parallel(True)
        tween.tween_property(self, "a", 0.0, 0.05)
        tween.tween_property(self, "b", 0.0, 0.05).set_delay(0.05)
        tween.tween_callback(lambda: self.note("delayed callback")).set_delay(0.03)
        tween.chain().tween_property(self, "c", 1.0, 0.05)
        tween.tween_callback(lambda: self.note("beside c"))
        await tween.finished
        self.note("finished")
        methods = self.create_tween()
        methods.tween_method(lambda x: self.on_value(x, "method"), 2.0, 4.0, 0.05)
        methods.tween_method(lambda n: self.on_value(n, "ints"), 0, 10, 0.05)
        await methods.finished
        print_("two tweens on one property: the later made one wins")
        up = self.create_tween()
        up.tween_property(self, "a", 10.0, 0.05)
        down = self.create_tween()
        down.tween_property(self, "a", -10.0, 0.08)
        await up.finished
        self.note("up done")
        await down.finished
        self.note("down done")
        self.get_tree().quit()

    def _process(self, delta: float) -> None:
        self.frame += 1


CASES = {
    "tween_basic": Basic,
    "tween_binding": Binding,
    "tween_control": Control,
    "tween_ease": Ease,
    "tween_parallel": Parallel,
}


@pytest.mark.parametrize("case", CASES)
def test_tween_case_does_what_godot_did(case: str) -> None:
    result = run_case(CASES[case])
    said = [(m.kind, _OBJECT_ID.sub("#ID", m.text)) for m in result.messages]
    assert result.out == recorded(case)
    assert said == recorded_messages(case)
    assert result.exit_code == recorded_exit_code(case)
