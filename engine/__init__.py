"""A Godot-like engine in pure Python.

Every public name lies here: `from engine import Node, Signal, WebSocketPeer, OK`. They are loaded when
they are first asked for, so that `import engine` costs next to nothing and no name loads more than it
needs. The names below `TYPE_CHECKING` are the same, for type checkers.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from engine.core.error import *
    from engine.core.variant_type import *
    from engine.core.geometry_enums import *
    from engine.core.property_info import *
    from engine.core.input_enums import *
    from engine.core._class_setup import export as export
    from engine.core._class_setup import onready as onready
    from engine.core.aabb import AABB as AABB
    from engine.core.basis import Basis as Basis
    from engine.core.callable import Callable as Callable
    from engine.core.clock import Clock as Clock
    from engine.core.clock import ManualClock as ManualClock
    from engine.core.clock import SystemClock as SystemClock
    from engine.core.color import Color as Color
    from engine.core.coroutine import Coroutine as Coroutine
    from engine.core.coroutine import start as start
    from engine.core.engine_singleton import Engine as Engine
    from engine.core.error import Error as Error
    from engine.core.format import format_ as format_
    from engine.core.geometry_enums import ClockDirection as ClockDirection
    from engine.core.geometry_enums import Corner as Corner
    from engine.core.geometry_enums import EulerOrder as EulerOrder
    from engine.core.geometry_enums import HorizontalAlignment as HorizontalAlignment
    from engine.core.geometry_enums import InlineAlignment as InlineAlignment
    from engine.core.geometry_enums import Orientation as Orientation
    from engine.core.geometry_enums import Side as Side
    from engine.core.geometry_enums import VerticalAlignment as VerticalAlignment
    from engine.core.input_enums import JoyAxis as JoyAxis
    from engine.core.input_enums import JoyButton as JoyButton
    from engine.core.input_enums import Key as Key
    from engine.core.input_enums import KeyLocation as KeyLocation
    from engine.core.input_enums import KeyModifierMask as KeyModifierMask
    from engine.core.input_enums import MIDIMessage as MIDIMessage
    from engine.core.input_enums import MouseButton as MouseButton
    from engine.core.input_enums import MouseButtonMask as MouseButtonMask
    from engine.core.main_loop import MainLoop as MainLoop
    from engine.core.node_path import NodePath as NodePath
    from engine.core.object import Object as Object
    from engine.core.object import instance_from_id as instance_from_id
    from engine.core.object import is_instance_id_valid as is_instance_id_valid
    from engine.core.object import is_instance_valid as is_instance_valid
    from engine.core.os import OS as OS
    from engine.core.output import Message as Message
    from engine.core.packed_byte_array import PackedByteArray as PackedByteArray
    from engine.core.packed_number_arrays import PackedFloat32Array as PackedFloat32Array
    from engine.core.packed_number_arrays import PackedFloat64Array as PackedFloat64Array
    from engine.core.packed_number_arrays import PackedInt32Array as PackedInt32Array
    from engine.core.packed_number_arrays import PackedInt64Array as PackedInt64Array
    from engine.core.packed_string_array import PackedStringArray as PackedStringArray
    from engine.core.packed_vector_arrays import PackedColorArray as PackedColorArray
    from engine.core.packed_vector_arrays import PackedVector2Array as PackedVector2Array
    from engine.core.packed_vector_arrays import PackedVector3Array as PackedVector3Array
    from engine.core.packed_vector_arrays import PackedVector4Array as PackedVector4Array
    from engine.core.plane import Plane as Plane
    from engine.core.print import get_stack as get_stack
    from engine.core.print import print_ as print_
    from engine.core.print import print_debug as print_debug
    from engine.core.print import print_rich as print_rich
    from engine.core.print import print_stack as print_stack
    from engine.core.print import print_verbose as print_verbose
    from engine.core.print import printerr as printerr
    from engine.core.print import printraw as printraw
    from engine.core.print import prints as prints
    from engine.core.print import printt as printt
    from engine.core.print import push_error as push_error
    from engine.core.print import push_warning as push_warning
    from engine.core.print import str_ as str_
    from engine.core.property_info import MethodFlags as MethodFlags
    from engine.core.property_info import PropertyHint as PropertyHint
    from engine.core.property_info import PropertyUsageFlags as PropertyUsageFlags
    from engine.core.quaternion import Quaternion as Quaternion
    from engine.core.random_number_generator import RandomNumberGenerator as RandomNumberGenerator
    from engine.core.rect2 import Rect2 as Rect2
    from engine.core.rect2i import Rect2i as Rect2i
    from engine.core.ref_counted import RefCounted as RefCounted
    from engine.core.ref_counted import WeakRef as WeakRef
    from engine.core.ref_counted import weakref as weakref
    from engine.core.resource import Resource as Resource
    from engine.core.rid import RID as RID
    from engine.core.signal import Signal as Signal
    from engine.core.string_name import StringName as StringName
    from engine.core.time import Time as Time
    from engine.core.transform2d import Transform2D as Transform2D
    from engine.core.transform3d import Transform3D as Transform3D
    from engine.core.variant_type import VariantOperator as VariantOperator
    from engine.core.variant_type import VariantType as VariantType
    from engine.core.vector2 import Vector2 as Vector2
    from engine.core.vector2i import Vector2i as Vector2i
    from engine.core.vector3 import Vector3 as Vector3
    from engine.core.vector3i import Vector3i as Vector3i
    from engine.core.vector4 import Vector4 as Vector4
    from engine.core.vector4i import Vector4i as Vector4i
    from engine.main.loop import run as run
    from engine.net.packet_peer import PacketPeer as PacketPeer
    from engine.net.socket_server import SocketServer as SocketServer
    from engine.net.stream_peer import StreamPeer as StreamPeer
    from engine.net.stream_peer_socket import StreamPeerSocket as StreamPeerSocket
    from engine.net.stream_peer_tcp import StreamPeerTCP as StreamPeerTCP
    from engine.net.tcp_server import TCPServer as TCPServer
    from engine.net.websocket_peer import WebSocketPeer as WebSocketPeer
    from engine.scene._node_rpc import rpc as rpc
    from engine.scene.node import Node as Node
    from engine.scene.packed_scene import PackedScene as PackedScene
    from engine.scene.scene_state import SceneState as SceneState
    from engine.scene.scene_tree import SceneTree as SceneTree
    from engine.scene.scene_tree_timer import SceneTreeTimer as SceneTreeTimer
    from engine.scene.timer import Timer as Timer
    from engine.scene.tween import Tween as Tween
    from engine.scene.tweeners import CallbackTweener as CallbackTweener
    from engine.scene.tweeners import IntervalTweener as IntervalTweener
    from engine.scene.tweeners import MethodTweener as MethodTweener
    from engine.scene.tweeners import PropertyTweener as PropertyTweener
    from engine.scene.tweeners import SubtweenTweener as SubtweenTweener
    from engine.scene.tweeners import Tweener as Tweener
    from engine.scene.viewport import Viewport as Viewport
    from engine.scene.window import Window as Window

# Where each name is defined.
_MODULES: dict[str, str] = {
    "engine.core._class_setup": "export onready",
    "engine.core.aabb": "AABB",
    "engine.core.basis": "Basis",
    "engine.core.callable": "Callable",
    "engine.core.clock": "Clock ManualClock SystemClock",
    "engine.core.color": "Color",
    "engine.core.coroutine": "Coroutine start",
    "engine.core.engine_singleton": "Engine",
    "engine.core.error": "Error",
    "engine.core.format": "format_",
    "engine.core.geometry_enums": (
        "ClockDirection Corner EulerOrder HorizontalAlignment InlineAlignment Orientation "
        "Side VerticalAlignment"
    ),
    "engine.core.input_enums": (
        "JoyAxis JoyButton Key KeyLocation KeyModifierMask MIDIMessage MouseButton MouseButtonMask"
    ),
    "engine.core.main_loop": "MainLoop",
    "engine.core.node_path": "NodePath",
    "engine.core.object": "Object instance_from_id is_instance_id_valid is_instance_valid",
    "engine.core.os": "OS",
    "engine.core.output": "Message",
    "engine.core.packed_byte_array": "PackedByteArray",
    "engine.core.packed_number_arrays": "PackedFloat32Array PackedFloat64Array PackedInt32Array PackedInt64Array",
    "engine.core.packed_string_array": "PackedStringArray",
    "engine.core.packed_vector_arrays": "PackedColorArray PackedVector2Array PackedVector3Array PackedVector4Array",
    "engine.core.plane": "Plane",
    "engine.core.print": (
        "get_stack print_ print_debug print_rich print_stack print_verbose printerr printraw "
        "prints printt push_error push_warning str_"
    ),
    "engine.core.property_info": "MethodFlags PropertyHint PropertyUsageFlags",
    "engine.core.quaternion": "Quaternion",
    "engine.core.random_number_generator": "RandomNumberGenerator",
    "engine.core.rect2": "Rect2",
    "engine.core.rect2i": "Rect2i",
    "engine.core.ref_counted": "RefCounted WeakRef weakref",
    "engine.core.resource": "Resource",
    "engine.core.rid": "RID",
    "engine.core.signal": "Signal",
    "engine.core.string_name": "StringName",
    "engine.core.time": "Time",
    "engine.core.transform2d": "Transform2D",
    "engine.core.transform3d": "Transform3D",
    "engine.core.variant_type": "VariantOperator VariantType",
    "engine.core.vector2": "Vector2",
    "engine.core.vector2i": "Vector2i",
    "engine.core.vector3": "Vector3",
    "engine.core.vector3i": "Vector3i",
    "engine.core.vector4": "Vector4",
    "engine.core.vector4i": "Vector4i",
    "engine.main.loop": "run",
    "engine.net.packet_peer": "PacketPeer",
    "engine.net.socket_server": "SocketServer",
    "engine.net.stream_peer": "StreamPeer",
    "engine.net.stream_peer_socket": "StreamPeerSocket",
    "engine.net.stream_peer_tcp": "StreamPeerTCP",
    "engine.net.tcp_server": "TCPServer",
    "engine.net.websocket_peer": "WebSocketPeer",
    "engine.scene._node_rpc": "rpc",
    "engine.scene.node": "Node",
    "engine.scene.packed_scene": "PackedScene",
    "engine.scene.scene_state": "SceneState",
    "engine.scene.scene_tree": "SceneTree",
    "engine.scene.scene_tree_timer": "SceneTreeTimer",
    "engine.scene.timer": "Timer",
    "engine.scene.tween": "Tween",
    "engine.scene.tweeners": (
        "CallbackTweener IntervalTweener MethodTweener PropertyTweener SubtweenTweener Tweener"
    ),
    "engine.scene.viewport": "Viewport",
    "engine.scene.window": "Window",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}

# Global constants, by how they begin.
_CONSTANTS: dict[str, tuple[str, ...]] = {
    "engine.core.error": ("ERR_", "FAILED", "OK"),
    "engine.core.variant_type": ("OP_", "TYPE_"),
    "engine.core.geometry_enums": (
        "CLOCKWISE",
        "CORNER_",
        "COUNTERCLOCKWISE",
        "EULER_",
        "HORIZONTAL",
        "INLINE_",
        "SIDE_",
        "VERTICAL",
    ),
    "engine.core.property_info": ("METHOD_", "PROPERTY_"),
    "engine.core.input_enums": ("JOY_", "KEY_", "MIDI_", "MOUSE_"),
}
# Left out of `from engine import *`: they would hide names of typing and builtins that scripts use.
_NOT_STARRED = frozenset(("Callable", "Error", "Signal"))


def _home_of(name: str) -> str | None:
    found = _HOME.get(name)
    if found is None and name.isupper():
        for module, beginnings in _CONSTANTS.items():
            if name.startswith(beginnings):
                return module
    return found


def _all_names() -> list[str]:
    names = set(_HOME)
    for module in _CONSTANTS:
        names.update(n for n in vars(importlib.import_module(module)) if n.isupper())
    return sorted(names - _NOT_STARRED)


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return _all_names()
    module = _home_of(name)
    value = None if module is None else getattr(importlib.import_module(module), name, None)
    if value is None:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    globals()[name] = value  # from now on a plain attribute
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_all_names(), *_NOT_STARRED})
