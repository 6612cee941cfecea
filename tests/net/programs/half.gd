extends Node
func _ready():
	var b = PackedByteArray([0, 0])
	for v in [0.3, 0.1, 1.0 / 3.0, 2.0 / 3.0, 65519.0, 65520.0, 65536.0, 65504.0, 1e-8, 6e-5, 6.2e-5, -0.0, NAN, -INF, 0.00006103515625, -6e-5, 1e300]:
		b.encode_half(0, v)
		var s = StreamPeerBuffer.new()
		s.put_half(v)
		print(v, " ", b.hex_encode(), " ", s.data_array.hex_encode())
	get_tree().quit()
