extends SceneTree
var frames := 0
func _init(): print("init ", OS.get_cmdline_user_args())
func _initialize(): print("initialize ", root.get_children().map(func(n): return n.name))
func _process(d):
	frames += 1
	print("process ", d)
	return frames == 3
func _physics_process(d):
	print("physics ", d)
	return false
func _finalize(): print("finalize ", current_scene)
