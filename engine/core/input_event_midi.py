"""`InputEventMIDI`: an instrument or a device with MIDI."""

from __future__ import annotations

from typing import Any, Self

from engine.core.accessors import accessors
from engine.core.input_enums import MIDIMessage
from engine.core.input_event import InputEvent

# What messages with a name of their own tell.
_TOLD: dict[int, tuple[str, tuple[str, ...]]] = {
    MIDIMessage.MIDI_MESSAGE_NOTE_OFF: ("Note Off", ("channel", "pitch", "velocity")),
    MIDIMessage.MIDI_MESSAGE_NOTE_ON: ("Note On", ("channel", "pitch", "velocity")),
    MIDIMessage.MIDI_MESSAGE_PITCH_BEND: ("Pitch Bend", ("channel", "pitch")),
    MIDIMessage.MIDI_MESSAGE_CHANNEL_PRESSURE: ("Channel Pressure", ("channel", "pressure")),
    MIDIMessage.MIDI_MESSAGE_CONTROL_CHANGE: (
        "Control Change",
        ("channel", "controller_number", "controller_value"),
    ),
}
_ALL = (
    "channel",
    "message",
    "pitch",
    "velocity",
    "pressure",
    "controller_number",
    "controller_value",
    "instrument",
)


class InputEventMIDI(InputEvent):
    """A MIDI message."""

    __slots__ = (
        "_channel",
        "_controller_number",
        "_controller_value",
        "_instrument",
        "_message",
        "_pitch",
        "_pressure",
        "_velocity",
    )

    _stored = (
        "channel",
        "message",
        "pitch",
        "velocity",
        "instrument",
        "pressure",
        "controller_number",
        "controller_value",
    )
    _fields = (*InputEvent._fields, *__slots__)
    _instantiable = True
    _channel: int
    _message: int
    _pitch: int
    _velocity: int
    _instrument: int
    _pressure: int
    _controller_number: int
    _controller_value: int

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._channel = self._message = self._pitch = self._velocity = 0
        self._instrument = self._pressure = self._controller_number = self._controller_value = 0
        return self

    def set_channel(self, channel: int) -> None:
        """Sets `channel`."""
        self._channel = int(channel)

    def get_channel(self) -> int:
        """Which of the 16 channels."""
        return self._channel

    channel = accessors(get_channel, set_channel)

    def set_message(self, message: int) -> None:
        """Sets `message`."""
        self._message = int(message)

    def get_message(self) -> int:
        """Which kind of message: a `MIDI_MESSAGE_*`."""
        return self._message

    message = accessors(get_message, set_message)

    def set_pitch(self, pitch: int) -> None:
        """Sets `pitch`."""
        self._pitch = int(pitch)

    def get_pitch(self) -> int:
        """Which note, or how far the wheel is turned."""
        return self._pitch

    pitch = accessors(get_pitch, set_pitch)

    def set_velocity(self, velocity: int) -> None:
        """Sets `velocity`."""
        self._velocity = int(velocity)

    def get_velocity(self) -> int:
        """How hard a key was hit."""
        return self._velocity

    velocity = accessors(get_velocity, set_velocity)

    def set_instrument(self, instrument: int) -> None:
        """Sets `instrument`."""
        self._instrument = int(instrument)

    def get_instrument(self) -> int:
        """Which instrument."""
        return self._instrument

    instrument = accessors(get_instrument, set_instrument)

    def set_pressure(self, pressure: int) -> None:
        """Sets `pressure`."""
        self._pressure = int(pressure)

    def get_pressure(self) -> int:
        """How hard a key is held."""
        return self._pressure

    pressure = accessors(get_pressure, set_pressure)

    def set_controller_number(self, controller_number: int) -> None:
        """Sets `controller_number`."""
        self._controller_number = int(controller_number)

    def get_controller_number(self) -> int:
        """Which controller."""
        return self._controller_number

    controller_number = accessors(get_controller_number, set_controller_number)

    def set_controller_value(self, controller_value: int) -> None:
        """Sets `controller_value`."""
        self._controller_value = int(controller_value)

    def get_controller_value(self) -> int:
        """Where the controller is."""
        return self._controller_value

    controller_value = accessors(get_controller_value, set_controller_value)

    def as_text(self) -> str:
        """Channel and message."""
        return f"MIDI Input on Channel={self._channel} Message={self._message}"

    def _to_string(self) -> str:
        name, told = _TOLD.get(self._message, ("", _ALL))
        values = ", ".join(f"{field}={getattr(self, field)}" for field in told)
        return f"{super()._to_string()} {name}{': ' if name else ''}{values}"
