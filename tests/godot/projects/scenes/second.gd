extends "res://base.gd"
const First = preload("res://first.gd")
const PartScene := preload("res://part.tscn")
func _ready():
	super()
	print("second ", First.visits, " ", scene_file_path, " ", get_tree().current_scene == self)
	var part = PartScene.instantiate()
	part.speed = 11
	add_child(part)
	await part.rung
	print("awaited")
	var loaded = load("res://part.tscn").instantiate() as Part
	print(loaded.speed, " ", loaded.get_child(0).name)
	loaded.free()
	get_tree().quit(5)
