"""A Godot-like engine in pure Python.

Every public name lies here: `from engine import Node, Signal, WebSocketPeer, OK`. They are loaded
when they are first asked for, so that `import engine` costs next to nothing and no name loads more
than it needs. The names below `TYPE_CHECKING` are the same, for type checkers.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from engine._exports import CONSTANTS, HOME, RESOURCE_FORMATS

__version__ = "0.1.0"

if TYPE_CHECKING:
    from engine.core._class_setup import export as export
    from engine.core._class_setup import onready as onready
    from engine.core.aabb import AABB as AABB
    from engine.core.basis import Basis as Basis
    from engine.core.callable import Callable as Callable
    from engine.core.clock import Clock as Clock
    from engine.core.clock import ManualClock as ManualClock
    from engine.core.clock import SystemClock as SystemClock
    from engine.core.color import Color as Color
    from engine.core.config_file import ConfigFile as ConfigFile
    from engine.core.coroutine import Coroutine as Coroutine
    from engine.core.coroutine import start as start
    from engine.core.crypto import Crypto as Crypto
    from engine.core.crypto_key import CryptoKey as CryptoKey
    from engine.core.dir_access import DirAccess as DirAccess
    from engine.core.encoded_object_as_id import EncodedObjectAsID as EncodedObjectAsID
    from engine.core.engine_singleton import Engine as Engine
    from engine.core.error import *  # noqa: F403
    from engine.core.error import Error as Error
    from engine.core.file_access import FileAccess as FileAccess
    from engine.core.format import format_ as format_
    from engine.core.geometry_enums import *  # noqa: F403
    from engine.core.geometry_enums import ClockDirection as ClockDirection
    from engine.core.geometry_enums import Corner as Corner
    from engine.core.geometry_enums import EulerOrder as EulerOrder
    from engine.core.geometry_enums import HorizontalAlignment as HorizontalAlignment
    from engine.core.geometry_enums import InlineAlignment as InlineAlignment
    from engine.core.geometry_enums import Orientation as Orientation
    from engine.core.geometry_enums import Side as Side
    from engine.core.geometry_enums import VerticalAlignment as VerticalAlignment
    from engine.core.global_scope import INF as INF
    from engine.core.global_scope import NAN as NAN
    from engine.core.global_scope import PI as PI
    from engine.core.global_scope import TAU as TAU
    from engine.core.global_scope import Color8 as Color8
    from engine.core.global_scope import abs_ as abs_
    from engine.core.global_scope import absf as absf
    from engine.core.global_scope import absi as absi
    from engine.core.global_scope import acos as acos
    from engine.core.global_scope import acosh as acosh
    from engine.core.global_scope import angle_difference as angle_difference
    from engine.core.global_scope import asin as asin
    from engine.core.global_scope import asinh as asinh
    from engine.core.global_scope import atan as atan
    from engine.core.global_scope import atan2 as atan2
    from engine.core.global_scope import atanh as atanh
    from engine.core.global_scope import bezier_derivative as bezier_derivative
    from engine.core.global_scope import bezier_interpolate as bezier_interpolate
    from engine.core.global_scope import ceil as ceil
    from engine.core.global_scope import ceilf as ceilf
    from engine.core.global_scope import ceili as ceili
    from engine.core.global_scope import char as char
    from engine.core.global_scope import clamp as clamp
    from engine.core.global_scope import clampf as clampf
    from engine.core.global_scope import clampi as clampi
    from engine.core.global_scope import convert as convert
    from engine.core.global_scope import cos as cos
    from engine.core.global_scope import cosh as cosh
    from engine.core.global_scope import cubic_interpolate as cubic_interpolate
    from engine.core.global_scope import cubic_interpolate_angle as cubic_interpolate_angle
    from engine.core.global_scope import (
        cubic_interpolate_angle_in_time as cubic_interpolate_angle_in_time,
    )
    from engine.core.global_scope import cubic_interpolate_in_time as cubic_interpolate_in_time
    from engine.core.global_scope import db_to_linear as db_to_linear
    from engine.core.global_scope import deg_to_rad as deg_to_rad
    from engine.core.global_scope import ease as ease
    from engine.core.global_scope import error_string as error_string
    from engine.core.global_scope import exp as exp
    from engine.core.global_scope import floor as floor
    from engine.core.global_scope import floorf as floorf
    from engine.core.global_scope import floori as floori
    from engine.core.global_scope import fmod as fmod
    from engine.core.global_scope import fposmod as fposmod
    from engine.core.global_scope import hash_ as hash_
    from engine.core.global_scope import inverse_lerp as inverse_lerp
    from engine.core.global_scope import is_equal_approx as is_equal_approx
    from engine.core.global_scope import is_finite as is_finite
    from engine.core.global_scope import is_inf as is_inf
    from engine.core.global_scope import is_instance_of as is_instance_of
    from engine.core.global_scope import is_nan as is_nan
    from engine.core.global_scope import is_same as is_same
    from engine.core.global_scope import is_zero_approx as is_zero_approx
    from engine.core.global_scope import len_ as len_
    from engine.core.global_scope import lerp as lerp
    from engine.core.global_scope import lerp_angle as lerp_angle
    from engine.core.global_scope import lerpf as lerpf
    from engine.core.global_scope import linear_to_db as linear_to_db
    from engine.core.global_scope import log as log
    from engine.core.global_scope import max_ as max_
    from engine.core.global_scope import maxf as maxf
    from engine.core.global_scope import maxi as maxi
    from engine.core.global_scope import min_ as min_
    from engine.core.global_scope import minf as minf
    from engine.core.global_scope import mini as mini
    from engine.core.global_scope import move_toward as move_toward
    from engine.core.global_scope import nearest_po2 as nearest_po2
    from engine.core.global_scope import ord_ as ord_
    from engine.core.global_scope import pingpong as pingpong
    from engine.core.global_scope import posmod as posmod
    from engine.core.global_scope import pow_ as pow_
    from engine.core.global_scope import rad_to_deg as rad_to_deg
    from engine.core.global_scope import rand_from_seed as rand_from_seed
    from engine.core.global_scope import randf as randf
    from engine.core.global_scope import randf_range as randf_range
    from engine.core.global_scope import randfn as randfn
    from engine.core.global_scope import randi as randi
    from engine.core.global_scope import randi_range as randi_range
    from engine.core.global_scope import randomize as randomize
    from engine.core.global_scope import range_ as range_
    from engine.core.global_scope import remap as remap
    from engine.core.global_scope import rotate_toward as rotate_toward
    from engine.core.global_scope import round_ as round_
    from engine.core.global_scope import roundf as roundf
    from engine.core.global_scope import roundi as roundi
    from engine.core.global_scope import seed as seed
    from engine.core.global_scope import sign as sign
    from engine.core.global_scope import signf as signf
    from engine.core.global_scope import signi as signi
    from engine.core.global_scope import sin as sin
    from engine.core.global_scope import sinh as sinh
    from engine.core.global_scope import smoothstep as smoothstep
    from engine.core.global_scope import snapped as snapped
    from engine.core.global_scope import snappedf as snappedf
    from engine.core.global_scope import snappedi as snappedi
    from engine.core.global_scope import sqrt as sqrt
    from engine.core.global_scope import step_decimals as step_decimals
    from engine.core.global_scope import tan as tan
    from engine.core.global_scope import tanh as tanh
    from engine.core.global_scope import type_convert as type_convert
    from engine.core.global_scope import type_exists as type_exists
    from engine.core.global_scope import type_string as type_string
    from engine.core.global_scope import typeof as typeof
    from engine.core.global_scope import wrap as wrap
    from engine.core.global_scope import wrapf as wrapf
    from engine.core.global_scope import wrapi as wrapi
    from engine.core.hashing_context import HashingContext as HashingContext
    from engine.core.hmac_context import HMACContext as HMACContext
    from engine.core.input import Input as Input
    from engine.core.input_enums import *  # noqa: F403
    from engine.core.input_enums import JoyAxis as JoyAxis
    from engine.core.input_enums import JoyButton as JoyButton
    from engine.core.input_enums import Key as Key
    from engine.core.input_enums import KeyLocation as KeyLocation
    from engine.core.input_enums import KeyModifierMask as KeyModifierMask
    from engine.core.input_enums import MIDIMessage as MIDIMessage
    from engine.core.input_enums import MouseButton as MouseButton
    from engine.core.input_enums import MouseButtonMask as MouseButtonMask
    from engine.core.input_event import InputEvent as InputEvent
    from engine.core.input_event import InputEventFromWindow as InputEventFromWindow
    from engine.core.input_event import InputEventWithModifiers as InputEventWithModifiers
    from engine.core.input_event_action import InputEventAction as InputEventAction
    from engine.core.input_event_gesture import InputEventGesture as InputEventGesture
    from engine.core.input_event_gesture import InputEventMagnifyGesture as InputEventMagnifyGesture
    from engine.core.input_event_gesture import InputEventPanGesture as InputEventPanGesture
    from engine.core.input_event_joypad import InputEventJoypadButton as InputEventJoypadButton
    from engine.core.input_event_joypad import InputEventJoypadMotion as InputEventJoypadMotion
    from engine.core.input_event_key import InputEventKey as InputEventKey
    from engine.core.input_event_midi import InputEventMIDI as InputEventMIDI
    from engine.core.input_event_mouse import InputEventMouse as InputEventMouse
    from engine.core.input_event_mouse import InputEventMouseButton as InputEventMouseButton
    from engine.core.input_event_mouse import InputEventMouseMotion as InputEventMouseMotion
    from engine.core.input_event_screen import InputEventScreenDrag as InputEventScreenDrag
    from engine.core.input_event_screen import InputEventScreenTouch as InputEventScreenTouch
    from engine.core.input_event_shortcut import InputEventShortcut as InputEventShortcut
    from engine.core.input_map import InputMap as InputMap
    from engine.core.json import JSON as JSON
    from engine.core.main_loop import MainLoop as MainLoop
    from engine.core.marshalls import Marshalls as Marshalls
    from engine.core.mutex import Mutex as Mutex
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
    from engine.core.project_settings import ProjectSettings as ProjectSettings
    from engine.core.projection import Projection as Projection
    from engine.core.property_info import *  # noqa: F403
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
    from engine.core.reg_ex import RegEx as RegEx
    from engine.core.reg_ex_match import RegExMatch as RegExMatch
    from engine.core.resource import Resource as Resource
    from engine.core.resource_uid import ResourceUID as ResourceUID
    from engine.core.rid import RID as RID
    from engine.core.semaphore import Semaphore as Semaphore
    from engine.core.shortcut import Shortcut as Shortcut
    from engine.core.signal import Signal as Signal
    from engine.core.string_name import StringName as StringName
    from engine.core.thread import Thread as Thread
    from engine.core.time import Time as Time
    from engine.core.transform2d import Transform2D as Transform2D
    from engine.core.transform3d import Transform3D as Transform3D
    from engine.core.typed_array import TypedArray as TypedArray
    from engine.core.typed_dictionary import TypedDictionary as TypedDictionary
    from engine.core.variant_bytes import bytes_to_var as bytes_to_var
    from engine.core.variant_bytes import bytes_to_var_with_objects as bytes_to_var_with_objects
    from engine.core.variant_bytes import var_to_bytes as var_to_bytes
    from engine.core.variant_bytes import var_to_bytes_with_objects as var_to_bytes_with_objects
    from engine.core.variant_text import str_to_var as str_to_var
    from engine.core.variant_text import var_to_str as var_to_str
    from engine.core.variant_type import *  # noqa: F403
    from engine.core.variant_type import VariantOperator as VariantOperator
    from engine.core.variant_type import VariantType as VariantType
    from engine.core.vector2 import Vector2 as Vector2
    from engine.core.vector2i import Vector2i as Vector2i
    from engine.core.vector3 import Vector3 as Vector3
    from engine.core.vector3i import Vector3i as Vector3i
    from engine.core.vector4 import Vector4 as Vector4
    from engine.core.vector4i import Vector4i as Vector4i
    from engine.core.x509_certificate import X509Certificate as X509Certificate
    from engine.gdscript.class_db import ClassDB as ClassDB
    from engine.gui.accept_dialog import AcceptDialog as AcceptDialog
    from engine.gui.aspect_ratio_container import AspectRatioContainer as AspectRatioContainer
    from engine.gui.atlas_texture import AtlasTexture as AtlasTexture
    from engine.gui.base_button import BaseButton as BaseButton
    from engine.gui.box_container import BoxContainer as BoxContainer
    from engine.gui.box_container import HBoxContainer as HBoxContainer
    from engine.gui.box_container import VBoxContainer as VBoxContainer
    from engine.gui.button import Button as Button
    from engine.gui.button_group import ButtonGroup as ButtonGroup
    from engine.gui.camera_2d import Camera2D as Camera2D
    from engine.gui.canvas_item import CanvasItem as CanvasItem
    from engine.gui.canvas_layer import CanvasLayer as CanvasLayer
    from engine.gui.center_container import CenterContainer as CenterContainer
    from engine.gui.char_fx_transform import CharFXTransform as CharFXTransform
    from engine.gui.check_box import CheckBox as CheckBox
    from engine.gui.check_button import CheckButton as CheckButton
    from engine.gui.color_rect import ColorRect as ColorRect
    from engine.gui.compressed_texture_2d import CompressedTexture2D as CompressedTexture2D
    from engine.gui.confirmation_dialog import ConfirmationDialog as ConfirmationDialog
    from engine.gui.container import Container as Container
    from engine.gui.control import Control as Control
    from engine.gui.flow_container import FlowContainer as FlowContainer
    from engine.gui.flow_container import HFlowContainer as HFlowContainer
    from engine.gui.flow_container import VFlowContainer as VFlowContainer
    from engine.gui.font import Font as Font
    from engine.gui.font_file import FontFile as FontFile
    from engine.gui.font_variation import FontVariation as FontVariation
    from engine.gui.grid_container import GridContainer as GridContainer
    from engine.gui.image import Image as Image
    from engine.gui.image_texture import ImageTexture as ImageTexture
    from engine.gui.item_list import ItemList as ItemList
    from engine.gui.label import Label as Label
    from engine.gui.label_settings import LabelSettings as LabelSettings
    from engine.gui.line_edit import LineEdit as LineEdit
    from engine.gui.link_button import LinkButton as LinkButton
    from engine.gui.margin_container import MarginContainer as MarginContainer
    from engine.gui.marker_2d import Marker2D as Marker2D
    from engine.gui.menu_bar import MenuBar as MenuBar
    from engine.gui.menu_button import MenuButton as MenuButton
    from engine.gui.nine_patch_rect import NinePatchRect as NinePatchRect
    from engine.gui.node_2d import Node2D as Node2D
    from engine.gui.option_button import OptionButton as OptionButton
    from engine.gui.panel import Panel as Panel
    from engine.gui.panel_container import PanelContainer as PanelContainer
    from engine.gui.popup import Popup as Popup
    from engine.gui.popup import PopupPanel as PopupPanel
    from engine.gui.popup_menu import PopupMenu as PopupMenu
    from engine.gui.progress_bar import ProgressBar as ProgressBar
    from engine.gui.range import Range as Range
    from engine.gui.reference_rect import ReferenceRect as ReferenceRect
    from engine.gui.rich_text_effect import RichTextEffect as RichTextEffect
    from engine.gui.rich_text_label import RichTextLabel as RichTextLabel
    from engine.gui.scroll_bar import HScrollBar as HScrollBar
    from engine.gui.scroll_bar import ScrollBar as ScrollBar
    from engine.gui.scroll_bar import VScrollBar as VScrollBar
    from engine.gui.scroll_container import ScrollContainer as ScrollContainer
    from engine.gui.separator import HSeparator as HSeparator
    from engine.gui.separator import Separator as Separator
    from engine.gui.separator import VSeparator as VSeparator
    from engine.gui.slider import HSlider as HSlider
    from engine.gui.slider import Slider as Slider
    from engine.gui.slider import VSlider as VSlider
    from engine.gui.spin_box import SpinBox as SpinBox
    from engine.gui.split_container import HSplitContainer as HSplitContainer
    from engine.gui.split_container import SplitContainer as SplitContainer
    from engine.gui.split_container import VSplitContainer as VSplitContainer
    from engine.gui.sprite_2d import Sprite2D as Sprite2D
    from engine.gui.style_box import StyleBox as StyleBox
    from engine.gui.style_box_empty import StyleBoxEmpty as StyleBoxEmpty
    from engine.gui.style_box_flat import StyleBoxFlat as StyleBoxFlat
    from engine.gui.style_box_line import StyleBoxLine as StyleBoxLine
    from engine.gui.style_box_texture import StyleBoxTexture as StyleBoxTexture
    from engine.gui.system_font import SystemFont as SystemFont
    from engine.gui.tab_bar import TabBar as TabBar
    from engine.gui.tab_container import TabContainer as TabContainer
    from engine.gui.text_edit import TextEdit as TextEdit
    from engine.gui.text_line import TextLine as TextLine
    from engine.gui.text_paragraph import TextParagraph as TextParagraph
    from engine.gui.texture import Texture as Texture
    from engine.gui.texture_2d import PlaceholderTexture2D as PlaceholderTexture2D
    from engine.gui.texture_2d import Texture2D as Texture2D
    from engine.gui.texture_button import TextureButton as TextureButton
    from engine.gui.texture_progress_bar import TextureProgressBar as TextureProgressBar
    from engine.gui.texture_rect import TextureRect as TextureRect
    from engine.gui.theme import Theme as Theme
    from engine.gui.theme_db import ThemeDB as ThemeDB
    from engine.gui.tree import Tree as Tree
    from engine.gui.tree_item import TreeItem as TreeItem
    from engine.gui.viewport_texture import ViewportTexture as ViewportTexture
    from engine.main.loop import run as run
    from engine.multiplayer.multiplayer_spawner import MultiplayerSpawner as MultiplayerSpawner
    from engine.multiplayer.multiplayer_synchronizer import (
        MultiplayerSynchronizer as MultiplayerSynchronizer,
    )
    from engine.multiplayer.scene_multiplayer import SceneMultiplayer as SceneMultiplayer
    from engine.multiplayer.scene_replication_config import (
        SceneReplicationConfig as SceneReplicationConfig,
    )
    from engine.multiplayer.websocket_multiplayer_peer import (
        MultiplayerPeerStatistics as MultiplayerPeerStatistics,
    )
    from engine.multiplayer.websocket_multiplayer_peer import (
        WebSocketMultiplayerPeer as WebSocketMultiplayerPeer,
    )
    from engine.net.http_client import HTTPClient as HTTPClient
    from engine.net.ip import IP as IP
    from engine.net.packet_peer import PacketPeer as PacketPeer
    from engine.net.packet_peer_stream import PacketPeerStream as PacketPeerStream
    from engine.net.packet_peer_udp import PacketPeerUDP as PacketPeerUDP
    from engine.net.socket_server import SocketServer as SocketServer
    from engine.net.stream_peer import StreamPeer as StreamPeer
    from engine.net.stream_peer_buffer import StreamPeerBuffer as StreamPeerBuffer
    from engine.net.stream_peer_gzip import StreamPeerGZIP as StreamPeerGZIP
    from engine.net.stream_peer_socket import StreamPeerSocket as StreamPeerSocket
    from engine.net.stream_peer_tcp import StreamPeerTCP as StreamPeerTCP
    from engine.net.stream_peer_tls import StreamPeerTLS as StreamPeerTLS
    from engine.net.tcp_server import TCPServer as TCPServer
    from engine.net.tls_options import TLSOptions as TLSOptions
    from engine.net.udp_server import UDPServer as UDPServer
    from engine.net.websocket_peer import WebSocketPeer as WebSocketPeer
    from engine.platform.image_codec import PictureCodec as PictureCodec
    from engine.scene._remote_method import rpc as rpc
    from engine.scene.http_request import HTTPRequest as HTTPRequest
    from engine.scene.multiplayer_api import MultiplayerAPI as MultiplayerAPI
    from engine.scene.multiplayer_api_extension import (
        MultiplayerAPIExtension as MultiplayerAPIExtension,
    )
    from engine.scene.multiplayer_peer import MultiplayerPeer as MultiplayerPeer
    from engine.scene.multiplayer_peer_extension import (
        MultiplayerPeerExtension as MultiplayerPeerExtension,
    )
    from engine.scene.node import Node as Node
    from engine.scene.offline_multiplayer_peer import (
        OfflineMultiplayerPeer as OfflineMultiplayerPeer,
    )
    from engine.scene.packed_scene import PackedScene as PackedScene
    from engine.scene.performance import Performance as Performance
    from engine.scene.resource_format_loader import ResourceFormatLoader as ResourceFormatLoader
    from engine.scene.resource_format_saver import ResourceFormatSaver as ResourceFormatSaver
    from engine.scene.resource_loader import ResourceLoader as ResourceLoader
    from engine.scene.resource_saver import ResourceSaver as ResourceSaver
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
    from engine.scene.world_2d import World2D as World2D
    from engine.servers.display_server import DisplayServer as DisplayServer
    from engine.servers.rendering_server import RenderingServer as RenderingServer
    from engine.servers.text_server import TextServer as TextServer
    from engine.servers.text_server import TextServerManager as TextServerManager

# Left out of `from engine import *`: they would hide names of typing and builtins that scripts use.
_NOT_STARRED = frozenset(("Callable", "Error", "Signal"))


def _home_of(name: str) -> str | None:
    found = HOME.get(name)
    if found is None and name.isupper():
        for module, beginnings in CONSTANTS.items():
            if name.startswith(beginnings):
                return module
    return found


def _resource_formats() -> list[Any]:
    modules = map(importlib.import_module, RESOURCE_FORMATS)
    return [one for module in modules for one in module.FORMATS]


def _all_names() -> list[str]:
    names = set(HOME)
    for module in CONSTANTS:
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
