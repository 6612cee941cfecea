extends Node

@export var hp := 1
@export var at := Vector2()
var log_it := true

func _enter_tree():
	say("enter_tree hp %d" % hp)

func _ready():
	say("ready hp %d at %s" % [hp, at])

func _exit_tree():
	say("exit_tree")

func say(t):
	if log_it:
		print("%s %s" % [name, t])

@rpc("any_peer", "call_local")
func hit(n):
	print("%s hit %d from %s, hp %d" % [name, n, get_tree().root.get_node("Main/Game").who(multiplayer.get_remote_sender_id()), hp])
