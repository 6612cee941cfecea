extends Node
@export var number := 1
const Menu = preload("res://menu.tscn")
var frames := 0
func _ready() -> void:
	print("level ready ", number, " ", get_tree().root.get_children().map(func(c): return c.name))
	for i in 3:
		var coin: Node = preload("res://coin.tscn").instantiate()
		coin.taken.connect(_on_taken)
		add_child(coin)
	get_tree().call_group("coins", "take")
func _on_taken(value: int) -> void:
	Game.score += value
	print("score ", Game.score)
func _process(_delta: float) -> void:
	frames += 1
	if frames == 2:
		if number == 1:
			print("reload ", get_tree().reload_current_scene())
			number = 2
		print("to menu ", get_tree().change_scene_to_packed(Menu))
	if frames == 3:
		print("third frame")
