extends Node

@export var volume := 0.25
@export var keys: Dictionary = {}
@onready var child := $Store

func _ready() -> void:
	print("Config ready ", volume, " ", keys, " ", child.name, " ", Events.name)
	Events.say("config %d", keys.size())
