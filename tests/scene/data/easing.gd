extends Node
# Weights of every transition and ease, with all their digits: transition, ease, then one row per duration.

func row(trans: int, ease_type: int, step: float, duration: float) -> void:
	var words := PackedStringArray()
	for i in 27:
		words.append(var_to_str(Tween.interpolate_value(0.0, 1.0, i * step, duration, trans, ease_type)))
	print(trans, " ", ease_type, " ", step, " ", duration, " ", " ".join(words))


func _ready() -> void:
	for trans in 12:
		for ease_type in 4:
			row(trans, ease_type, 0.04, 1.0)
			row(trans, ease_type, 0.0207, 0.53)
			row(trans, ease_type, 0.3, 7.7)
	get_tree().quit()
