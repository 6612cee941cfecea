"""The Timer node: repeat, one_shot, start with a time, stop, restart, time_left and is_stopped."""

from __future__ import annotations

from engine import Node, Timer, print_, str_


class Main(Node):
    frame = 0
    timer: Timer

    def say(self, text: str) -> None:
        timer = self.timer
        left, wait, stopped = timer.time_left, timer.wait_time, str_(timer.is_stopped())
        print_("f", self.frame, " ", text, f" left={left:.4f} wait={wait:.2f} stopped={stopped}")

    def _ready(self) -> None:
        timer = self.timer = Timer()
        self.say("fresh")
        print_(
            "defaults: one_shot ",
            timer.one_shot,
            " autostart ",
            timer.autostart,
            " paused ",
            timer.paused,
        )
        timer.timeout.connect(lambda: self.say("timeout"))
        timer.wait_time = 0.05
        self.add_child(timer)
        self.say("added")
        timer.start()
        self.say("started")

    def _process(self, delta: float) -> None:
        self.frame += 1
        timer, say = self.timer, self.say
        match self.frame:
            case 8:
                timer.start(0.1)
                say("start(0.1)")
            case 10:
                timer.start()
                say("restarted")
            case 18:
                timer.one_shot = True
                say("one_shot from now")
            case 26:
                timer.start(0.03)
                say("start(0.03)")
            case 27:
                timer.stop()
                say("stop")
            case 30:
                timer.wait_time = 0.04
                timer.start(-1)
                say("start(-1)")
            case 31:
                timer.wait_time = 0.2
                say("wait_time changed in flight")
            case _:
                self.pause_and_remove()

    def pause_and_remove(self) -> None:
        timer, say = self.timer, self.say
        match self.frame:
            case 36:
                timer.start(0.05)
                timer.paused = True
                say("paused at once")
            case 40:
                timer.paused = False
                say("unpaused")
            case 45:
                timer.start(0.05)
                self.remove_child(timer)
                say("removed from the tree")
            case 47:
                self.add_child(timer)
                say("added again")
            case 52:
                timer.autostart = True
                self.remove_child(timer)
                timer.request_ready()
                self.add_child(timer)
                autostart = str_(timer.autostart)
                say(f"ready again with autostart, now autostart={autostart}")
            case 66:
                self.get_tree().quit()
