extends Node
# JSON: matrices in native form.

func _ready() -> void:
	for x in [Basis(Vector3(1,2,3),Vector3(4,5,6),Vector3(7,8,9)), Transform3D(Basis(Vector3(1,2,3),Vector3(4,5,6),Vector3(7,8,9)),Vector3(10,11,12)), Transform2D(Vector2(1,2),Vector2(3,4),Vector2(5,6)), Projection(Vector4(1,2,3,4),Vector4(5,6,7,8),Vector4(9,10,11,12),Vector4(13,14,15,16))]:
		var n = JSON.from_native(x)
		print(JSON.stringify(n), JSON.to_native(n) == x)
	print(JSON.to_native({"type":"Array","args":5}), JSON.to_native({"type":"Array"}), JSON.to_native({"type": 5}), JSON.to_native({"type":"PackedInt32Array","args":[1.5,"x"]}))
	get_tree().quit()
