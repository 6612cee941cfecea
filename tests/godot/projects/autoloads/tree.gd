extends SceneTree
func _init(): print("init ", root != null)
func _initialize(): print("initialize ", root.get_children().map(func(n): return n.name))
func _process(d): return true
func _finalize(): print("finalize")
