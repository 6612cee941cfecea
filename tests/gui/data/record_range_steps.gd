extends SceneTree
func _initialize():
	var r := Range.new(); r.allow_greater=true; r.allow_lesser = true
	for cfg in [[0.0, 0.1], [0.0,0.3],[0.0,3.0],[0.0,7.0],[0.1,0.2],[0.0, 0.001],[0.0,0.07],[0.0,0.003],[-10.0,3.0],[0.1, 0.1],[0.0,1.5],[0.0,49.0],[0.0,0.7]]:
		r.min_value = -1000; r.step = 0; r.min_value = cfg[0]; r.step = cfg[1]
		for k in [1,3,6,7,9,13,49,55,103]:
			for h in [0.0, 0.5]:
				var v: float = cfg[0] + cfg[1]*(k+h)
				r.value = -77777.0
				r.value = v
				print("%.17f|%.17f|%.17f|%.17f" % [cfg[0], cfg[1], v, r.value])
	quit()
