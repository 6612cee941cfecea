extends Node
## Does the work that a plan names: the twin of ours.py.


func _ready() -> void:
	var plan: Dictionary = JSON.parse_string(OS.get_cmdline_user_args()[0])
	if plan["server"] == "":
		print(JSON.stringify(load("res://codec.gd").measure(plan)))
		get_tree().quit()
		return
	OS.low_processor_usage_mode_sleep_usec = 1
	Engine.max_fps = plan["fps"]
	var server: Node = load("res://%s_server.gd" % plan["server"]).new()
	server.name = "Work"
	server.plan = plan
	add_child(server)
