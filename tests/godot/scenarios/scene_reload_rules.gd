extends Node
# Reloads from _ready, twice in a frame, and unload in callbacks.

class Keeper extends Node:
	var runs = 0
	var frames = 0
	func _process(_delta):
		frames += 1
		print("keeper ", frames, " ", get_tree().current_scene)

func keeper():
	return get_tree().root.get_node_or_null("Keeper")

func _enter_tree():
	print("  enter ", get_index())

func _ready():
	var k = keeper()
	if k == null:
		k = Keeper.new()
		k.name = "Keeper"
		get_tree().root.add_child.call_deferred(k)
		await get_tree().process_frame
		await get_tree().process_frame
	k.runs += 1
	print("  ready run ", k.runs, " index ", get_index(), " name ", name)
	if k.runs == 1:
		print(get_tree().reload_current_scene())
		return
	if k.runs == 2:
		get_tree().reload_current_scene.call_deferred()
		return
	if k.runs == 3:
		await get_tree().process_frame
		var t = get_tree()
		print(t.reload_current_scene(), " ", is_inside_tree())
		print(t.reload_current_scene())
		return
	if k.runs == 4:
		await get_tree().create_timer(0.02).timeout
		get_tree().unload_current_scene.call_deferred()
		get_tree().create_timer(0.03).timeout.connect(get_tree().quit.bind(0))
		return

func _exit_tree():
	print("  exit")

func _notification(what):
	if what == NOTIFICATION_PREDELETE:
		print("  predelete")
