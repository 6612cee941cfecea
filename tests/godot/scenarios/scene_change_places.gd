extends Node
# Scene changes from _ready, _enter_tree, _exit_tree, tree signals, physics, a tween and a timer.

class S extends Node:
	var where = ""
	func make(label, next):
		var s = S.new()
		s.name = label
		s.where = next
		return s
	func go(label, next):
		print("    change from ", name, " ", get_tree().change_scene_to_node(make(label, next)), " inside ", is_inside_tree())
	func _enter_tree():
		print("  enter ", name)
	func _ready():
		print("  ready ", name)
		if where == "ready":
			where = ""
			go("Two", "process")
			print("    parent ", get_parent(), " current ", get_tree() == null)
		if where == "timer":
			await get_tree().create_timer(0.02).timeout
			print("    timer fired")
			go("Four", "physics")
		if where == "tween":
			var t = create_tween()
			t.tween_interval(0.02)
			t.tween_callback(go.bind("Six", "deferred"))
			t.tween_callback(print_more)
		if where == "deferred":
			go.call_deferred("Seven", "signal")
		if where == "signal":
			get_tree().process_frame.connect(go.bind("Eight", "end"), CONNECT_ONE_SHOT)
		if where == "end":
			await get_tree().process_frame
			get_tree().quit()
	func print_more():
		print("    next tweener")
	func _process(_delta):
		print("  process ", name)
		if where == "process":
			go("Three", "timer")
			go("Three", "timer")
	func _physics_process(_delta):
		if where == "physics":
			go("Five", "tween")
	func _exit_tree():
		print("  exit ", name)

func _ready():
	var s = S.new()
	s.name = "One"
	get_tree().change_scene_to_node(s)
	s.where = "process"

func _exit_tree():
	print("  exit Main")
