extends Node
func hello():
print("x")

