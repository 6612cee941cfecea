extends RefCounted
func _init(): print("notnode init")
