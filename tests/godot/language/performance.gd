extends Node


func _ready() -> void:
	print(Performance.get_monitor(Performance.OBJECT_COUNT) > 0, Performance.get_monitor(Performance.OBJECT_NODE_COUNT), Performance.get_monitor(Performance.OBJECT_ORPHAN_NODE_COUNT))
	var n := Node.new()
	print(Performance.get_monitor(Performance.OBJECT_ORPHAN_NODE_COUNT))
	add_child(n)
	print(Performance.get_monitor(Performance.OBJECT_NODE_COUNT), Performance.get_monitor(Performance.OBJECT_ORPHAN_NODE_COUNT))
	print(typeof(Performance.get_monitor(Performance.TIME_FPS)), Performance.get_monitor(Performance.TIME_PROCESS) >= 0, Performance.get_monitor(Performance.MEMORY_STATIC) > 0, Performance.get_monitor(Performance.PHYSICS_2D_ACTIVE_OBJECTS), Performance.get_monitor(Performance.RENDER_TOTAL_DRAW_CALLS_IN_FRAME))
	Performance.add_custom_monitor("game/enemies", func(): return 12)
	Performance.add_custom_monitor("game/sum", func(a, b): return a + b, [1, 2.5], Performance.MONITOR_TYPE_TIME)
	print(Performance.has_custom_monitor("game/enemies"), Performance.has_custom_monitor("x"))
	print(Performance.get_custom_monitor("game/enemies"), " ", Performance.get_custom_monitor("game/sum"))
	print(Performance.get_custom_monitor("x"))
	print(Performance.get_custom_monitor_names(), Performance.get_custom_monitor_types())
	Performance.add_custom_monitor("game/sum", func(): return 1)
	Performance.remove_custom_monitor("game/sum")
	Performance.remove_custom_monitor("game/sum")
	print(Performance.get_custom_monitor_names(), Performance.get_monitor_modification_time() >= 0)
	Performance.add_custom_monitor("text", func(): return "t")
	print(Performance.get_custom_monitor("text"))
	print(Performance.get_monitor(999))
	print(Performance.MONITOR_MAX, Performance.Monitor.OBJECT_COUNT)
	print(Engine.has_singleton("Performance"), Engine.has_singleton("ClassDB"), Engine.has_singleton("Marshalls"), Engine.get_singleton("ClassDB") == ClassDB)
	for id in Performance.get_custom_monitor_names():
		Performance.remove_custom_monitor(id)
	get_tree().quit()
