extends Node
func _ready(:
