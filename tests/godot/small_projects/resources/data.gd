class_name DataRes
extends Resource
signal renamed
@export var title: String = "untitled":
	set(v):
		title = v
		renamed.emit()
@export var numbers: Array[int] = []
@export var anything: Variant
@export var nested: DataRes
@export var all: Array[DataRes] = []
@export var map: Dictionary = {}
@export var color := Color.WHITE
@export var path: NodePath
@export var bytes: PackedByteArray
@export var when := Vector3i.ZERO
@export var tag: StringName
@export_storage var secret := 1
var not_saved := 7
func _init(p := "none") -> void:
	set_meta("made_by", p)
