"""Many clients in one process: each a tree of its own, with its own multiplayer API and connection.

The crowd is what the loop runs. In each frame it begins with as many bots as are due, and then runs
a frame of each that has not ended. A bot's scene enters its tree at once, while the connection is
made, as a game's would.

Times are taken between what a script says: a scene with a signal `round_trip` emits it with the
seconds that an answer took, and the crowd keeps them.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field

from engine.core import output
from engine.core.clock import Clock, SystemClock
from engine.core.error import OK
from engine.main.loop import set_scene
from engine.multiplayer.websocket_multiplayer_peer import WebSocketMultiplayerPeer
from engine.net.tls_options import TLSOptions
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree

ROUND_TRIP = "round_trip"
"""The signal of a bot's scene whose argument is a time in seconds."""

_NUMBER = "bot"  # under this name a scene finds its number with `get_meta`


@dataclass
class Counted:
    """What the bots have seen.

    Attributes:
        started: bots that were begun.
        connecting: seconds that each connection took that was made.
        failed: connections that could not be made.
        lost: connections that the server ended, or that broke.
        round_trips: what the scenes measured, in seconds.
        bytes_in: bytes that came, with everything of WebSocket.
        bytes_out: bytes that went.
        packets_in: messages that came.
        packets_out: messages that went.
        frames: how long each of the crowd's frames took, in seconds.
        errors: errors that the scripts made.
    """

    started: int = 0
    connecting: list[float] = field(default_factory=list)
    failed: int = 0
    lost: int = 0
    round_trips: array[float] = field(default_factory=lambda: array("d"))
    bytes_in: int = 0
    bytes_out: int = 0
    packets_in: int = 0
    packets_out: int = 0
    frames: list[float] = field(default_factory=list)
    errors: int = 0


class Bot:
    """One client.

    Args:
        number: counts them, from 0.
        scene: its main scene.
        counted: where it puts down what happens.
        clock: what time goes by.
    """

    def __init__(self, number: int, scene: Node, counted: Counted, clock: Clock) -> None:
        self.tree = SceneTree(clock, entered=False)
        self.ended = False
        self._counted = counted
        self._clock = clock
        self._begun = clock.now()
        self._peer = WebSocketMultiplayerPeer(clock=clock)
        self._last = (0, 0, 0, 0)
        scene.set_meta(_NUMBER, number)
        if scene.has_signal(ROUND_TRIP):
            scene.connect(ROUND_TRIP, counted.round_trips.append)
        set_scene(self.tree, scene)

    def start(self, url: str, tls_options: TLSOptions | None) -> None:
        """Begins to connect, and lets the scene enter the tree."""
        api = self.tree.get_multiplayer()
        api.connected_to_server.connect(self._connected)
        api.connection_failed.connect(self._failed)
        api.server_disconnected.connect(self._lost)
        if self._peer.create_client(url, tls_options) is OK:
            api.multiplayer_peer = self._peer
        else:
            self._failed()
        self.tree.initialize()

    def _connected(self) -> None:
        self._counted.connecting.append(self._clock.now() - self._begun)

    def _failed(self) -> None:
        self._counted.failed += 1
        self.ended = True

    def _lost(self) -> None:
        self._counted.lost += 1
        self.ended = True

    def run_frame(self, elapsed: float) -> None:
        """One frame of its tree."""
        self.tree.run_frame(elapsed)
        self._count_traffic()
        if self.tree.is_quitting:
            self.ended = True

    def _count_traffic(self) -> None:
        websocket = self._peer._peers.get(1)
        if websocket is None:
            return
        found = websocket.statistics()
        now = found.bytes_in, found.bytes_out, found.packets_in, found.packets_out
        counted, last = self._counted, self._last
        counted.bytes_in += now[0] - last[0]
        counted.bytes_out += now[1] - last[1]
        counted.packets_in += now[2] - last[2]
        counted.packets_out += now[3] - last[3]
        self._last = now

    def end(self) -> None:
        """Ends its tree and its connection."""
        self.tree.finalize()
        self._peer.close()


class Crowd:
    """All bots; what the loop runs.

    Args:
        make_scene: makes a bot's scene.
        url: the server.
        count: how many bots there shall be.
        ramp: how many are begun in a second.
        seconds: how long to go on once all are there; 0 without an end.
        tls_options: for `wss://`.
        clock: what time goes by.

    Attributes:
        counted: what they have seen.
        watch: is called after each frame, with the crowd.
        bots: those that are running.
        began: when the first one was begun.
    """

    def __init__(
        self,
        make_scene: Callable[[], Node],
        url: str,
        count: int,
        ramp: float,
        seconds: float,
        tls_options: TLSOptions | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self.counted = Counted()
        self.bots: list[Bot] = []
        self.began = self.clock.now()
        self.seconds = seconds
        self.count = count
        self._make_scene = make_scene
        self._url = url
        self._ramp = ramp
        self._tls_options = tls_options
        self.watch: Callable[[Crowd], object] | None = None
        self._all_there = 0.0
        self._quit = False
        self._exit_code = 0

    @property
    def exit_code(self) -> int:
        """1 when a connection could not be made or was lost; or what `quit` was told."""
        counted = self.counted
        return self._exit_code or int(counted.failed + counted.lost > 0)

    @property
    def is_quitting(self) -> bool:
        """Whether this is the last frame."""
        return self._quit

    @property
    def passed(self) -> float:
        """Seconds since the first bot was begun."""
        return self.clock.now() - self.began

    def initialize(self) -> None:
        """Before the first frame."""
        self.began = self.clock.now()

    def run_frame(self, elapsed: float, max_physics_steps: int | None = None) -> None:
        """One frame of every bot."""
        before = self.clock.now()
        with output.script_error_observer(self._count_error):
            self._begin_due()
            for bot in self.bots:
                bot.run_frame(elapsed)
            for bot in [bot for bot in self.bots if bot.ended]:
                self.bots.remove(bot)
                bot.end()
        self.counted.frames.append(self.clock.now() - before)
        if self.watch is not None:
            self.watch(self)
        self._look_for_end()

    def run_between(self, elapsed: float) -> None:
        """Bots keep to their frames."""

    def _begin_due(self) -> None:
        due = min(self.count, int(self.passed * self._ramp) + 1) if self._ramp else self.count
        while self.counted.started < due:
            bot = Bot(self.counted.started, self._make_scene(), self.counted, self.clock)
            self.counted.started += 1
            self.bots.append(bot)
            bot.start(self._url, self._tls_options)

    def _count_error(self, message: output.Message) -> None:
        self.counted.errors += 1

    def _look_for_end(self) -> None:
        if self.counted.started < self.count:
            return
        self._all_there = self._all_there or self.clock.now()
        if not self.bots or (self.seconds and self.clock.now() - self._all_there >= self.seconds):
            self._quit = True

    def request_close(self) -> None:
        """Somebody wants it to end."""
        self._quit = True

    def quit(self, exit_code: int = 0) -> None:
        """This frame is the last."""
        self._exit_code = exit_code
        self._quit = True

    def finalize(self) -> None:
        """Ends all bots."""
        for bot in self.bots:
            bot.end()
        self.bots.clear()
