"""Packets fed to one multiplayer API without a network, and what comes of them.

`run(case, game)` does with this engine what was once done with Godot: the packets of a case go
through a peer that hands them out and keeps what is sent. As a program it runs all cases with
the game in GDScript, in a process of its own, and prints what came of them:

    python -m tests.multiplayer.packet_cases
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine import PackedByteArray, SceneMultiplayer, Vector2
from engine.core import output
from engine.core.error import OK
from engine.scene.multiplayer_peer_extension import MultiplayerPeerExtension
from engine.scene.node import Node
from engine.scene.scene_tree import SceneTree
from tests.godot.recorded import data_folder

DATA = data_folder("multiplayer")
Case = dict[str, Any]
KINDS = {"ERROR": "error", "WARNING": "warning", "SCRIPT ERROR": "script"}


def cases() -> list[Case]:
    """The recorded cases."""
    return json.loads((DATA / "packets.json").read_text())  # type: ignore[no-any-return]


class Sink(MultiplayerPeerExtension):
    """Hands out packets, and keeps what is sent."""

    def __init__(self, id: int) -> None:
        super().__init__()
        self.id = id
        self.target = 0
        self.sent: list[list[Any]] = []
        self.inbox: list[tuple[int, bytes]] = []
        self.dropped: list[int] = []

    def _get_available_packet_count(self) -> int:
        return len(self.inbox)

    def _get_packet_script(self) -> PackedByteArray:
        return PackedByteArray(self.inbox.pop(0)[1])

    def _put_packet_script(self, buffer: PackedByteArray) -> int:
        self.sent.append([self.target, bytes(buffer).hex()])
        return OK

    def _get_packet_peer(self) -> int:
        return self.inbox[0][0]

    def _get_packet_channel(self) -> int:
        return 0

    def _get_packet_mode(self) -> int:
        return 2

    def _get_max_packet_size(self) -> int:
        return 1 << 24

    def _get_unique_id(self) -> int:
        return self.id

    def _is_server(self) -> bool:
        return self.id == 1

    def _get_connection_status(self) -> int:
        return 2

    def _poll(self) -> None:
        pass

    def _close(self) -> None:
        pass

    def _disconnect_peer(self, peer: int, force: bool) -> None:
        self.dropped.append(peer)

    def _set_target_peer(self, peer: int) -> None:
        self.target = peer

    def _set_transfer_mode(self, mode: int) -> None:
        pass

    def _get_transfer_mode(self) -> int:
        return 2

    def _set_transfer_channel(self, channel: int) -> None:
        pass

    def _get_transfer_channel(self) -> int:
        return 0

    def _is_server_relay_supported(self) -> bool:
        return True


class Main(Node):
    """/root/Main: what is noted here, and the packets of a case."""

    def __init__(self) -> None:
        super().__init__()
        self.name = "Main"
        self.notes: list[str] = []

    def note(self, text: str) -> None:
        """Keeps a line."""
        self.notes.append(str(text))

    def listen(self, api: SceneMultiplayer) -> None:
        """Notes an API's signals."""
        for name in (
            "peer_connected",
            "peer_disconnected",
            "peer_authenticating",
            "peer_authentication_failed",
        ):
            api.connect(name, lambda id, name=name: self.note(f"signal {name} {id}"))
        api.connected_to_server.connect(lambda: self.note("signal connected_to_server"))
        api.peer_packet.connect(
            lambda id, data: self.note(f"signal peer_packet {id} {bytes(data).hex()}")
        )


def run(case: Case, make_game: Callable[[], Node]) -> Case:
    """What becomes of a case.

    Args:
        case: the case.
        make_game: makes the node at which the packets are aimed.
    """
    tree = SceneTree()
    main = Main()
    tree.root.add_child(main)
    api = SceneMultiplayer()
    tree.set_multiplayer(api)
    sink = Sink(case["id"])
    game = make_game()
    game.name = "Game"
    main.add_child(game)
    main.listen(api)
    if case.get("auth"):
        api.auth_callback = lambda id, data: main.note(f"auth {id} {bytes(data).hex()}")
    api.server_relay = case.get("relay", True)
    api.multiplayer_peer = sink
    done = [_step(step, api, sink, main, game) for step in case["steps"]]
    peers = list(api.get_peers())
    tree.finalize()
    return {**case, "steps": done, "peers": peers}


def _step(step: Case, api: SceneMultiplayer, sink: Sink, main: Main, game: Node) -> Case:
    main.notes.clear()
    sink.sent.clear()
    sink.dropped.clear()
    seen: list[list[str]] = []
    with output.handler(lambda message: seen.append([KINDS[message.kind], message.text])):
        if "join" in step:
            sink.peer_connected.emit(step["join"])
        elif "leave" in step:
            sink.peer_disconnected.emit(step["leave"])
        elif "do" in step:
            value = _evaluated(step["do"], api, game)
            if value is not None:
                main.note(f"returned {int(value) if isinstance(value, int) else value}")
        else:
            sink.inbox.append((step["from"], bytes.fromhex(step["hex"])))
        api.poll()
    done = {key: step[key] for key in ("join", "leave", "do", "from", "hex", "why") if key in step}
    found = {"sent": sink.sent, "notes": main.notes, "errors": seen, "dropped": sink.dropped}
    return done | {key: list(value) for key, value in found.items() if value}


def _evaluated(expression: str, api: SceneMultiplayer, game: Node) -> Any:
    names = {"api": api, "game": game, "true": True, "false": False}
    names |= {"PackedByteArray": PackedByteArray, "Vector2": Vector2}
    return eval(expression, names)


def expected(case: Case) -> Case:
    """What was recorded of a case, with errors as this engine has them: without functions."""
    steps = []
    for step in case["steps"]:
        errors = [[kind, text] for kind, _, text in step.get("errors", ())]
        steps.append({**step, "errors": errors} if errors else step)
    return {**case, "steps": steps}


def _main() -> None:
    """Runs all cases with the game in GDScript."""
    from engine.gdscript.project import open_project
    from engine.scene.resource_loader import ResourceLoader

    os.chdir(DATA / "oracle" / "packets")  # which is what res:// means
    open_project(Path.cwd())
    game = ResourceLoader.load("res://game.gd")
    print(json.dumps([run(case, game) for case in cases()]))


if __name__ == "__main__":
    sys.exit(_main())
