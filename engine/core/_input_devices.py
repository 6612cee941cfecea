"""Game controllers and sensors, as `Input` knows them."""

from __future__ import annotations

from typing import ClassVar

from engine.core.color import Color
from engine.core.object import Object
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.core.vector3 import Vector3


class Joypad:
    """A controller that is connected.

    Attributes:
        name: what it is called.
        guid: which kind it is.
        info: more about it.
        known: whether its buttons are where controllers have them.
    """

    __slots__ = ("guid", "info", "known", "name", "vibration")

    def __init__(self, name: str, guid: str, info: dict[str, object], known: bool) -> None:
        self.name, self.guid, self.info, self.known = name, guid, info, known
        self.vibration = (0.0, 0.0, 0.0)


class InputDevices(Object):
    """What `Input` knows of controllers and sensors."""

    joy_connection_changed = Signal("device", "connected")

    _own: ClassVar[tuple[str, ...]] = (
        "_accelerometer",
        "_gravity",
        "_gyroscope",
        "_joy_axes",
        "_joy_buttons",
        "_joy_mappings",
        "_joypads",
        "_magnetometer",
    )

    def __init__(self) -> None:
        super().__init__()
        self._joypads: dict[int, Joypad] = {}
        self._joy_axes: dict[tuple[int, int], float] = {}
        self._joy_buttons: dict[tuple[int, int], None] = {}
        self._joy_mappings: dict[str, str] = {}
        self._gravity = self._accelerometer = Vector3.ZERO
        self._magnetometer = self._gyroscope = Vector3.ZERO

    # Controllers ---------------------------------------------------------------------------------

    def _joypad_connected(
        self,
        device: int,
        connected: bool,
        name: str = "",
        guid: str = "",
        info: dict[str, object] | None = None,
    ) -> None:
        """A controller was plugged in, or out; the display says so."""
        if connected:
            self._joypads[device] = Joypad(name, guid, dict(info or {}), True)
        else:
            self._joypads.pop(device, None)
            for pressed in [key for key in self._joy_buttons if key[0] == device]:
                del self._joy_buttons[pressed]
            for moved in [key for key in self._joy_axes if key[0] == device]:
                del self._joy_axes[moved]
        self._emit_if_heard("joy_connection_changed", device, connected)

    def add_joy_mapping(self, mapping: str, update_existing: bool = False) -> None:
        """Tells where the buttons of a kind of controller are.

        Args:
            mapping: a line of the game controller database; it begins with the kind.
            update_existing: whether controllers that are connected follow it at once.
        """
        self._joy_mappings[mapping.partition(",")[0]] = mapping

    def remove_joy_mapping(self, guid: str) -> None:
        """Forgets where the buttons of a kind of controller are."""
        self._joy_mappings.pop(guid, None)

    def is_joy_known(self, device: int) -> bool:
        """Whether it is known where a controller's buttons are."""
        return device in self._joypads and self._joypads[device].known

    def is_joy_button_pressed(self, device: int, button: int) -> bool:
        """Whether a button of a controller is held."""
        return (device, button) in self._joy_buttons

    def get_joy_axis(self, device: int, axis: int) -> float:
        """Where an axis of a controller is, from -1 to 1."""
        return self._joy_axes.get((device, axis), 0.0)

    def get_joy_name(self, device: int) -> str:
        """What a controller is called."""
        return self._joypads[device].name if device in self._joypads else ""

    def get_joy_guid(self, device: int) -> str:
        """Which kind a controller is."""
        return self._joypads[device].guid if device in self._joypads else ""

    def get_joy_info(self, device: int) -> dict[str, object]:
        """More about a controller, as far as the system tells."""
        return dict(self._joypads[device].info) if device in self._joypads else {}

    def should_ignore_device(self, vendor_id: int, product_id: int) -> bool:
        """Whether a kind of controller is left to others; never."""
        return False

    def get_connected_joypads(self) -> list[int]:
        """The numbers of all connected controllers."""
        return list(self._joypads)

    def get_joy_vibration_strength(self, device: int) -> Vector2:
        """How strongly a controller's weak and strong motor run."""
        found = self._joypads.get(device)
        return Vector2.ZERO if found is None else Vector2(*found.vibration[:2])

    def get_joy_vibration_duration(self, device: int) -> float:
        """How long a controller was told to vibrate."""
        found = self._joypads.get(device)
        return 0.0 if found is None else found.vibration[2]

    def start_joy_vibration(
        self, device: int, weak_magnitude: float, strong_magnitude: float, duration: float = 0
    ) -> None:
        """Has a controller vibrate.

        Args:
            device: which one.
            weak_magnitude: how strongly the weak motor runs, from 0 to 1.
            strong_magnitude: how strongly the strong one runs.
            duration: for how many seconds; 0 for as long as it can.
        """
        if device in self._joypads and 0 <= weak_magnitude <= 1 and 0 <= strong_magnitude <= 1:
            strengths = float(weak_magnitude), float(strong_magnitude), float(duration)
            self._joypads[device].vibration = strengths

    def stop_joy_vibration(self, device: int) -> None:
        """Has a controller stand still again."""
        if device in self._joypads:
            self._joypads[device].vibration = (0.0, 0.0, 0.0)

    def vibrate_handheld(self, duration_ms: int = 500, amplitude: float = -1.0) -> None:
        """Has a phone vibrate; a computer does not."""

    def set_joy_light(self, device: int, color: Color) -> None:
        """Sets the colour of a controller's light, where it has one that can be set."""

    def has_joy_light(self, device: int) -> bool:
        """Whether a controller has a light that can be set; never here."""
        return False

    # Sensors -------------------------------------------------------------------------------------

    def get_gravity(self) -> Vector3:
        """Where down is; zero without a sensor."""
        return self._gravity

    def get_accelerometer(self) -> Vector3:
        """How the device is moved; zero without a sensor."""
        return self._accelerometer

    def get_magnetometer(self) -> Vector3:
        """The magnetic field; zero without a sensor."""
        return self._magnetometer

    def get_gyroscope(self) -> Vector3:
        """How the device turns; zero without a sensor."""
        return self._gyroscope

    def set_gravity(self, value: Vector3) -> None:
        """Sets what `get_gravity` gives, to try things out."""
        self._gravity = value

    def set_accelerometer(self, value: Vector3) -> None:
        """Sets what `get_accelerometer` gives, to try things out."""
        self._accelerometer = value

    def set_magnetometer(self, value: Vector3) -> None:
        """Sets what `get_magnetometer` gives, to try things out."""
        self._magnetometer = value

    def set_gyroscope(self, value: Vector3) -> None:
        """Sets what `get_gyroscope` gives, to try things out."""
        self._gyroscope = value
