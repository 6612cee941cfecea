extends Node
# Scene changes: twice in a frame, what current_scene is meanwhile, from a deferred call, then quit.

class S extends Node:
	func _enter_tree():
		print("  enter ", name, " current ", get_tree().current_scene)
	func _ready():
		print("  ready ", name)
	func _exit_tree():
		print("  exit ", name, " current ", get_tree().current_scene)
	func _notification(what):
		if what == NOTIFICATION_PREDELETE:
			print("  predelete ", name)

class Watch extends Node:
	var old
	var frame = 0
	func make(label):
		var s = S.new()
		s.name = label
		return s
	func where(what):
		var now = get_tree().current_scene
		print(what, ": ", now.name if now else "-", " in tree ", now.is_inside_tree() if now else "-")
	func _ready():
		var t = get_tree()
		t.scene_changed.connect(where.bind("scene_changed"))
		where("start")
		print(t.change_scene_to_node(make("One")))
		where("after change")
		print(t.change_scene_to_node(make("Two")))
		where("after second change")
		await t.process_frame
		where("process_frame")
		await t.process_frame
		where("process_frame")
		print("deferred")
		t.change_scene_to_node.call_deferred(make("Three"))
		where("now")
		await t.process_frame
		where("process_frame")
		await t.process_frame
		where("process_frame")
		print("timer")
		await t.create_timer(0.01).timeout
		print(t.change_scene_to_node(make("Four")))
		where("after")
		await t.physics_frame
		where("physics_frame")
		await t.process_frame
		where("process_frame")
		await t.process_frame
		where("process_frame")
		print("physics")
		await t.physics_frame
		t.change_scene_to_node(make("Five"))
		await t.process_frame
		where("process_frame")
		await t.process_frame
		where("process_frame")
		print("unload")
		t.unload_current_scene()
		where("unloaded")
		print(t.reload_current_scene())
		t.unload_current_scene()
		t.change_scene_to_node(make("Six"))
		await t.process_frame
		await t.process_frame
		where("from nothing")
		print("errors")
		print(t.change_scene_to_node(null), t.change_scene_to_packed(null))
		print(t.change_scene_to_node(t.current_scene))
		t.current_scene = self
		where("assigned itself")
		t.current_scene = null
		where("assigned null")
		t.current_scene = t.root.get_node("Six")
		where("assigned Six")
		print("removed by hand")
		var six = t.current_scene
		t.root.remove_child(six)
		where("removed")
		t.root.add_child(six)
		where("added")
		t.current_scene = six
		print("queue_free")
		six.queue_free()
		where("queued")
		await t.process_frame
		await t.process_frame
		where("freed")
		print("change and quit")
		t.change_scene_to_node(make("Last"))
		t.quit(3)

func _ready():
	var w = Watch.new()
	w.name = "Watch"
	get_tree().root.add_child.call_deferred(w)

func _exit_tree():
	print("  exit Main")
