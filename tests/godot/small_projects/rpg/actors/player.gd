class_name Player extends Actor

const START_GOLD = 10
var gold := START_GOLD

@onready var bag: Node = %Bag
@onready var weapon: Node = $Hand/Weapon

func _ready() -> void:
	super()
	print("Player ready: ", bag.get_path(), " ", weapon.name, " friends ", friends.map(func(f): return f.name), " target ", target.name if target else "none", " ", target_path)

func describe() -> String:
	return "Player:" + super.describe()
