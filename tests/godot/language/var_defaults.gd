extends Node
# What a variable holds before anything is assigned to it.

class Inner:
	var number: int
	var untyped

enum Mode { OFF, ON = 5 }

var m_any
var m_bool: bool
var m_int: int
var m_float: float
var m_string: String
var m_name: StringName
var m_path: NodePath
var m_v2: Vector2
var m_v2i: Vector2i
var m_v3: Vector3
var m_v4: Vector4
var m_rect: Rect2
var m_recti: Rect2i
var m_t2: Transform2D
var m_t3: Transform3D
var m_basis: Basis
var m_quat: Quaternion
var m_plane: Plane
var m_aabb: AABB
var m_color: Color
var m_rid: RID
var m_callable: Callable
var m_signal: Signal
var m_array: Array
var m_dict: Dictionary
var m_ints: Array[int]
var m_map: Dictionary[String, int]
var m_bytes: PackedByteArray
var m_floats: PackedFloat32Array
var m_strings: PackedStringArray
var m_vecs: PackedVector2Array
var m_node: Node
var m_inner: Inner
var m_mode: Mode
var m_variant: Variant
static var s_int: int
static var s_array: Array
static var s_any

func _ready() -> void:
	print([m_any, m_bool, m_int, m_float, m_string, m_name, m_path])
	print([m_v2, m_v2i, m_v3, m_v4, m_rect, m_recti])
	print([m_t2, m_t3])
	print([m_basis, m_quat, m_plane, m_aabb, m_color, m_rid])
	print([m_callable, m_signal, m_array, m_dict, m_ints, m_map])
	print([m_bytes, m_floats, m_strings, m_vecs])
	print(m_node, " ", m_inner, " ", m_mode, " ", m_variant)
	print([s_int, s_array, s_any])
	print(m_callable.is_null(), " ", m_signal.is_null(), " ", m_path.is_empty(), " ", m_ints.is_typed())

	var l_any
	var l_bool: bool
	var l_int: int
	var l_float: float
	var l_string: String
	var l_array: Array
	var l_dict: Dictionary
	var l_node: Node
	var l_color: Color
	var l_mode: Mode
	print([l_any, l_bool, l_int, l_float, l_string, l_array, l_dict, l_color, l_mode])
	print(l_node, " ", l_node == null, " ", l_any == null)
	var inner := Inner.new()
	print(inner.number, " ", inner.untyped)

	# A loop makes its locals afresh each round.
	for i in 3:
		var fresh: int
		var list: Array
		var any
		print(fresh, " ", list, " ", any)
		fresh += i + 1
		list.append(i)
		any = i
	for kind in [typeof(m_any), typeof(m_int), typeof(m_rid), typeof(m_node), typeof(m_ints), typeof(m_bytes)]:
		print(kind, " ", type_string(kind))
	get_tree().quit()
