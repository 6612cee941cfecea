extends Node
@nothing var a
@export
func hello(): pass

