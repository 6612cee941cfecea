"""A Godot-like engine in pure Python.

Every public name lies here: `from engine import Node, Signal, WebSocketPeer, OK`. They are loaded
when they are first asked for, so that `import engine` costs next to nothing and no name loads more
than it needs. The names below `TYPE_CHECKING` are the same, for type checkers.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

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
    from engine.scene._node_rpc import rpc as rpc
    from engine.scene.http_request import HTTPRequest as HTTPRequest
    from engine.scene.node import Node as Node
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

# Where each name is defined.
_MODULES: dict[str, str] = {
    "engine.core._class_setup": "export onready",
    "engine.core.aabb": "AABB",
    "engine.core.basis": "Basis",
    "engine.core.callable": "Callable",
    "engine.core.clock": "Clock ManualClock SystemClock",
    "engine.core.color": "Color",
    "engine.core.config_file": "ConfigFile",
    "engine.core.coroutine": "Coroutine start",
    "engine.core.crypto": "Crypto",
    "engine.core.crypto_key": "CryptoKey",
    "engine.core.dir_access": "DirAccess",
    "engine.core.encoded_object_as_id": "EncodedObjectAsID",
    "engine.core.engine_singleton": "Engine",
    "engine.core.error": "Error",
    "engine.core.file_access": "FileAccess",
    "engine.core.format": "format_",
    "engine.core.geometry_enums": (
        "ClockDirection Corner EulerOrder HorizontalAlignment InlineAlignment Orientation "
        "Side VerticalAlignment"
    ),
    "engine.core.global_scope": (
        "Color8 INF NAN PI TAU abs_ absf absi acos acosh angle_difference asin asinh atan "
        "atan2 atanh bezier_derivative bezier_interpolate ceil ceilf ceili char clamp clampf "
        "clampi convert cos cosh cubic_interpolate cubic_interpolate_angle "
        "cubic_interpolate_angle_in_time cubic_interpolate_in_time db_to_linear deg_to_rad "
        "ease error_string exp floor floorf floori fmod fposmod hash_ inverse_lerp "
        "is_equal_approx is_finite is_inf is_instance_of is_nan is_same is_zero_approx len_ "
        "lerp lerp_angle lerpf linear_to_db log max_ maxf maxi min_ minf mini move_toward "
        "nearest_po2 ord_ pingpong posmod pow_ rad_to_deg rand_from_seed randf randf_range "
        "randfn randi randi_range randomize range_ remap rotate_toward round_ roundf roundi "
        "seed sign signf signi sin sinh smoothstep snapped snappedf snappedi sqrt "
        "step_decimals tan tanh type_convert type_exists type_string typeof wrap wrapf wrapi"
    ),
    "engine.core.hashing_context": "HashingContext",
    "engine.core.hmac_context": "HMACContext",
    "engine.core.input": "Input",
    "engine.core.input_enums": (
        "JoyAxis JoyButton Key KeyLocation KeyModifierMask MIDIMessage MouseButton MouseButtonMask"
    ),
    "engine.core.input_event": "InputEvent InputEventFromWindow InputEventWithModifiers",
    "engine.core.input_event_action": "InputEventAction",
    "engine.core.input_event_gesture": (
        "InputEventGesture InputEventMagnifyGesture InputEventPanGesture"
    ),
    "engine.core.input_event_joypad": "InputEventJoypadButton InputEventJoypadMotion",
    "engine.core.input_event_key": "InputEventKey",
    "engine.core.input_event_midi": "InputEventMIDI",
    "engine.core.input_event_mouse": "InputEventMouse InputEventMouseButton InputEventMouseMotion",
    "engine.core.input_event_screen": "InputEventScreenDrag InputEventScreenTouch",
    "engine.core.input_event_shortcut": "InputEventShortcut",
    "engine.core.input_map": "InputMap",
    "engine.core.json": "JSON",
    "engine.core.main_loop": "MainLoop",
    "engine.core.marshalls": "Marshalls",
    "engine.core.mutex": "Mutex",
    "engine.core.node_path": "NodePath",
    "engine.core.object": "Object instance_from_id is_instance_id_valid is_instance_valid",
    "engine.core.os": "OS",
    "engine.core.output": "Message",
    "engine.core.packed_byte_array": "PackedByteArray",
    "engine.core.packed_number_arrays": (
        "PackedFloat32Array PackedFloat64Array PackedInt32Array PackedInt64Array"
    ),
    "engine.core.packed_string_array": "PackedStringArray",
    "engine.core.packed_vector_arrays": (
        "PackedColorArray PackedVector2Array PackedVector3Array PackedVector4Array"
    ),
    "engine.core.plane": "Plane",
    "engine.core.print": (
        "get_stack print_ print_debug print_rich print_stack print_verbose printerr printraw "
        "prints printt push_error push_warning str_"
    ),
    "engine.core.project_settings": "ProjectSettings",
    "engine.core.projection": "Projection",
    "engine.core.property_info": "MethodFlags PropertyHint PropertyUsageFlags",
    "engine.core.quaternion": "Quaternion",
    "engine.core.random_number_generator": "RandomNumberGenerator",
    "engine.core.rect2": "Rect2",
    "engine.core.rect2i": "Rect2i",
    "engine.core.ref_counted": "RefCounted WeakRef weakref",
    "engine.core.reg_ex": "RegEx",
    "engine.core.reg_ex_match": "RegExMatch",
    "engine.core.resource": "Resource",
    "engine.core.resource_uid": "ResourceUID",
    "engine.core.rid": "RID",
    "engine.core.semaphore": "Semaphore",
    "engine.core.shortcut": "Shortcut",
    "engine.core.signal": "Signal",
    "engine.core.string_name": "StringName",
    "engine.core.thread": "Thread",
    "engine.core.time": "Time",
    "engine.core.transform2d": "Transform2D",
    "engine.core.transform3d": "Transform3D",
    "engine.core.typed_array": "TypedArray",
    "engine.core.typed_dictionary": "TypedDictionary",
    "engine.core.variant_bytes": (
        "bytes_to_var bytes_to_var_with_objects var_to_bytes var_to_bytes_with_objects"
    ),
    "engine.core.variant_text": "str_to_var var_to_str",
    "engine.core.variant_type": "VariantOperator VariantType",
    "engine.core.vector2": "Vector2",
    "engine.core.vector2i": "Vector2i",
    "engine.core.vector3": "Vector3",
    "engine.core.vector3i": "Vector3i",
    "engine.core.vector4": "Vector4",
    "engine.core.vector4i": "Vector4i",
    "engine.core.x509_certificate": "X509Certificate",
    "engine.gdscript.class_db": "ClassDB",
    "engine.gui.accept_dialog": "AcceptDialog",
    "engine.gui.aspect_ratio_container": "AspectRatioContainer",
    "engine.gui.atlas_texture": "AtlasTexture",
    "engine.gui.base_button": "BaseButton",
    "engine.gui.box_container": "BoxContainer HBoxContainer VBoxContainer",
    "engine.gui.button": "Button",
    "engine.gui.button_group": "ButtonGroup",
    "engine.gui.camera_2d": "Camera2D",
    "engine.gui.canvas_item": "CanvasItem",
    "engine.gui.canvas_layer": "CanvasLayer",
    "engine.gui.center_container": "CenterContainer",
    "engine.gui.char_fx_transform": "CharFXTransform",
    "engine.gui.check_box": "CheckBox",
    "engine.gui.check_button": "CheckButton",
    "engine.gui.color_rect": "ColorRect",
    "engine.gui.confirmation_dialog": "ConfirmationDialog",
    "engine.gui.container": "Container",
    "engine.gui.control": "Control",
    "engine.gui.flow_container": "FlowContainer HFlowContainer VFlowContainer",
    "engine.gui.font": "Font",
    "engine.gui.font_file": "FontFile",
    "engine.gui.font_variation": "FontVariation",
    "engine.gui.grid_container": "GridContainer",
    "engine.gui.image": "Image",
    "engine.gui.image_texture": "ImageTexture",
    "engine.gui.item_list": "ItemList",
    "engine.gui.label": "Label",
    "engine.gui.label_settings": "LabelSettings",
    "engine.gui.line_edit": "LineEdit",
    "engine.gui.link_button": "LinkButton",
    "engine.gui.margin_container": "MarginContainer",
    "engine.gui.marker_2d": "Marker2D",
    "engine.gui.menu_button": "MenuButton",
    "engine.gui.nine_patch_rect": "NinePatchRect",
    "engine.gui.node_2d": "Node2D",
    "engine.gui.option_button": "OptionButton",
    "engine.gui.panel": "Panel",
    "engine.gui.panel_container": "PanelContainer",
    "engine.gui.popup": "Popup PopupPanel",
    "engine.gui.popup_menu": "PopupMenu",
    "engine.gui.progress_bar": "ProgressBar",
    "engine.gui.range": "Range",
    "engine.gui.reference_rect": "ReferenceRect",
    "engine.gui.rich_text_effect": "RichTextEffect",
    "engine.gui.rich_text_label": "RichTextLabel",
    "engine.gui.scroll_bar": "HScrollBar ScrollBar VScrollBar",
    "engine.gui.scroll_container": "ScrollContainer",
    "engine.gui.separator": "HSeparator Separator VSeparator",
    "engine.gui.slider": "HSlider Slider VSlider",
    "engine.gui.spin_box": "SpinBox",
    "engine.gui.split_container": "HSplitContainer SplitContainer VSplitContainer",
    "engine.gui.sprite_2d": "Sprite2D",
    "engine.gui.style_box": "StyleBox",
    "engine.gui.style_box_empty": "StyleBoxEmpty",
    "engine.gui.style_box_flat": "StyleBoxFlat",
    "engine.gui.style_box_line": "StyleBoxLine",
    "engine.gui.style_box_texture": "StyleBoxTexture",
    "engine.gui.system_font": "SystemFont",
    "engine.gui.tab_bar": "TabBar",
    "engine.gui.tab_container": "TabContainer",
    "engine.gui.text_edit": "TextEdit",
    "engine.gui.text_line": "TextLine",
    "engine.gui.text_paragraph": "TextParagraph",
    "engine.gui.texture": "Texture",
    "engine.gui.texture_2d": "PlaceholderTexture2D Texture2D",
    "engine.gui.texture_button": "TextureButton",
    "engine.gui.texture_progress_bar": "TextureProgressBar",
    "engine.gui.texture_rect": "TextureRect",
    "engine.gui.theme": "Theme",
    "engine.gui.theme_db": "ThemeDB",
    "engine.gui.tree": "Tree",
    "engine.gui.tree_item": "TreeItem",
    "engine.gui.viewport_texture": "ViewportTexture",
    "engine.main.loop": "run",
    "engine.net.http_client": "HTTPClient",
    "engine.net.ip": "IP",
    "engine.net.packet_peer": "PacketPeer",
    "engine.net.packet_peer_stream": "PacketPeerStream",
    "engine.net.packet_peer_udp": "PacketPeerUDP",
    "engine.net.socket_server": "SocketServer",
    "engine.net.stream_peer": "StreamPeer",
    "engine.net.stream_peer_buffer": "StreamPeerBuffer",
    "engine.net.stream_peer_gzip": "StreamPeerGZIP",
    "engine.net.stream_peer_socket": "StreamPeerSocket",
    "engine.net.stream_peer_tcp": "StreamPeerTCP",
    "engine.net.stream_peer_tls": "StreamPeerTLS",
    "engine.net.tcp_server": "TCPServer",
    "engine.net.tls_options": "TLSOptions",
    "engine.net.udp_server": "UDPServer",
    "engine.net.websocket_peer": "WebSocketPeer",
    "engine.platform.image_codec": "PictureCodec",
    "engine.scene._node_rpc": "rpc",
    "engine.scene.http_request": "HTTPRequest",
    "engine.scene.node": "Node",
    "engine.scene.packed_scene": "PackedScene",
    "engine.scene.performance": "Performance",
    "engine.scene.resource_format_loader": "ResourceFormatLoader",
    "engine.scene.resource_format_saver": "ResourceFormatSaver",
    "engine.scene.resource_loader": "ResourceLoader",
    "engine.scene.resource_saver": "ResourceSaver",
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
    "engine.scene.world_2d": "World2D",
    "engine.servers.display_server": "DisplayServer",
    "engine.servers.rendering_server": "RenderingServer",
    "engine.servers.text_server": "TextServer TextServerManager",
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
# Modules whose FORMATS read and write files of resources; they are loaded with the first file.
_RESOURCE_FORMATS = (
    "engine.gui._font_formats",
    "engine.scene._crypto_formats",
    "engine.gdscript.resource_formats",
)

# Left out of `from engine import *`: they would hide names of typing and builtins that scripts use.
_NOT_STARRED = frozenset(("Callable", "Error", "Signal"))


def _home_of(name: str) -> str | None:
    found = _HOME.get(name)
    if found is None and name.isupper():
        for module, beginnings in _CONSTANTS.items():
            if name.startswith(beginnings):
                return module
    return found


def _resource_formats() -> list[Any]:
    modules = map(importlib.import_module, _RESOURCE_FORMATS)
    return [one for module in modules for one in module.FORMATS]


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
