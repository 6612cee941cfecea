class_name Part
extends Node
signal rung(times: int)
@export var speed: int = 1
@onready var timer: Timer = $Timer
func _ready():
	print("part ready ", speed, " ", timer.wait_time)
	timer.start()
func _on_timeout():
	rung.emit(speed * 2)
