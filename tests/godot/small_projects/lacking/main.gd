extends Control

@onready var label: Label = $Panel/Label
@onready var sprite := $World/Sprite
@export var speed := 3.0
var pressed := 0

func _on_button_pressed() -> void:
	pressed += 1
	print("pressed ", pressed)

func _ready() -> void:
	print(name, " ", speed, " ", get_child_count(), " ", label.name, " ", sprite.name, " ", $World/Sprite/Child.name)
	print(get_children().map(func(c): return c.name), " ", $Panel.get_child_count(), " ", %Unique.name, " ", %Unique.get_path())
	print(label.text, " ", $World.get_path_to(label), " ", sprite.get_parent() == $World, " ", label.is_in_group("texts"))
	print($Panel/Button.pressed.get_connections().size() if $Panel/Button.has_signal("pressed") else 1)
	label.text = "changed"
	print(label.text)
	print($World/Sprite.get_script() == null, " ", $World/Scripted.value, " ", $World/Scripted.doubled())
	var t := get_tree().create_timer(0.1)
	await t.timeout
	print("after a while")
	print_tree()
	get_tree().quit()
