class_name Part
extends Node
@export var n := 1
@export var list := []
@export var link: Node
@export var res: Resource
var lost := 5
signal sig
func on_sig(tag := "") -> void:
	print(name, " sig ", tag)
func _ready() -> void:
	print("part ready ", name, " ", n, " ", list, " ", link.name if link else "-", " ", lost)
