class_name Actor
extends Node

signal moved(by: Actor, steps: int)

const SPEED = 4
static var made := 0

@export var steps := 0
@export var mood: Dictionary = {"calm": 1}
@export var follows: Actor
@export_node_path("Node") var goal: NodePath
@onready var legs: Timer = $Legs
@onready var purse := %Purse

var stock := Stock.new()


func _init() -> void:
	made += 1


func _ready() -> void:
	print(name, " ready, follows ", follows.name if follows else &"nobody", " goal ", goal, " mood ", mood)
	legs.start()


func _on_step(times: int) -> void:
	steps += times * pace()
	moved.emit(self, steps)
	if steps >= 12:
		legs.stop()


func pace() -> int:
	return 1


func describe() -> String:
	return "%s(%s) steps=%d %s" % [name, get_script().get_global_name(), steps, stock]
