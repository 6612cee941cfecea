extends Node


func _ready() -> void:
	var c := HashingContext.new()
	print(c.finish())
	print(c.update(PackedByteArray([1])))
	for type in [HashingContext.HASH_MD5, HashingContext.HASH_SHA1, HashingContext.HASH_SHA256]:
		print(c.start(type), c.start(type))
		print(c.update("abc".to_utf8_buffer()), c.update(PackedByteArray()))
		print(c.update("def".to_utf8_buffer()))
		print(c.finish().hex_encode())
		print(c.finish())
	print(c.start(9))
	get_tree().quit()
