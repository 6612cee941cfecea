extends MainLoop
var n = 0
func _init(): print("init ", Engine.get_main_loop() == null)
func _initialize(): print("initialize ", Engine.get_main_loop() == self)
func _process(d):
	n += 1
	print(n, " ", d)
	return n > 2
func _physics_process(d):
	print("physics ", d)
	return false
func _finalize(): print("finalize")
