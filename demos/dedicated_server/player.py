"""A player, as the server sees it."""

from __future__ import annotations

from engine import MultiplayerSynchronizer, Node, SceneReplicationConfig, Vector2

ARENA = Vector2(640, 360)
SPEED = 180.0
REACH = 20.0


class Player(Node):
    """Moves as its client wishes; the server decides where it gets.

    Args:
        id: the client's peer id.
        at: where it begins.
        hue: its colour.
    """

    def __init__(self, id: int = 1, at: Vector2 = Vector2.ZERO, hue: float = 0.0) -> None:
        super().__init__()
        self.name = str(id)
        self.position = at
        self.hue = hue
        self.score = 0
        self.nick = f"Player {id}"
        self._direction = Vector2.ZERO

        state = SceneReplicationConfig()
        state.add_property(".:position")
        for path in (".:score", ".:nick"):
            state.add_property(path)
            mode = SceneReplicationConfig.REPLICATION_MODE_ON_CHANGE
            state.property_set_replication_mode(path, mode)
        self._add_synchronizer("State", state).replication_interval = 0.05

        wishes = SceneReplicationConfig()
        wishes.add_property(".:direction")
        wishes.property_set_spawn(".:direction", False)
        self._add_synchronizer("Input", wishes).set_multiplayer_authority(id)

    def _add_synchronizer(
        self, name: str, config: SceneReplicationConfig
    ) -> MultiplayerSynchronizer:
        synchronizer = MultiplayerSynchronizer()
        synchronizer.name = name
        synchronizer.replication_config = config
        self.add_child(synchronizer)
        return synchronizer

    @property
    def direction(self) -> Vector2:
        """Where the client wants to go; set from outside, so that nothing else is taken."""
        return self._direction

    @direction.setter
    def direction(self, value: object) -> None:
        if isinstance(value, Vector2) and value.is_finite():
            self._direction = value.limit_length(1.0)

    def _physics_process(self, delta: float) -> None:
        moved = self.position + self._direction * (SPEED * delta)
        self.position = moved.clamp(Vector2.ZERO, ARENA)

    def touches(self, place: Vector2) -> bool:
        """Whether something there is within its reach."""
        return bool(self.position.distance_to(place) < REACH)
