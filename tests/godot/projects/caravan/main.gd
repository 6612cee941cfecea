extends Node

const SALT: ItemData = preload("res://data/salt.tres")
const CamelScene := preload("res://actors/camel.tscn")

enum State { TRAVEL, TRADE, REST }

@export var wares: Array[Resource]
@export var extra: Resource

var state := State.TRAVEL
var day := 0
var moves: Dictionary = {}


func _ready() -> void:
	print("main ready ", wares, " ", extra.resource_name, " actors ", Actor.made, " ", get_tree().get_node_count())
	Bus.day_passed.connect(func(d): print("day ", d, " passed"), CONNECT_ONE_SHOT)
	Bus.day_passed.connect(_on_day)
	for actor: Actor in get_tree().get_nodes_in_group(&"actors"):
		print(actor.get_path(), " ", actor is Camel, " ", actor.purse.get_child_count(), " ", actor.owner == self)
	run()


func run() -> void:
	for i in 3:
		await travel()
		trade(i)
		day += 1
		Bus.announce(day)
	Bus.season = Bus.Season.WINTER
	await get_tree().create_timer(0.1).timeout
	print(Ledger.summary())
	print(moves)
	finish()


func travel() -> void:
	state = State.TRAVEL
	var trader: Actor = $Trader
	if trader.legs.is_stopped():
		await get_tree().physics_frame
	else:
		await trader.moved
	state = State.TRADE


func trade(round_number: int) -> void:
	match [state, round_number]:
		[State.TRADE, 0]:
			buy(SALT, 3)
		[State.TRADE, var n] when n == 1:
			for ware in wares:
				buy(ware as ItemData, n + 1)
		[_, ..]:
			sell()


func buy(item: ItemData, amount: int) -> void:
	var zora := $Beasts/Zora as Camel
	zora.load_up(item, amount)
	Bus.traded.emit(item, amount, Ledger.price_of(item))


func sell() -> void:
	var zora: Camel = get_node("Beasts/Zora")
	var first := zora.stock.items()[0]
	print("sell ", first, " ", zora.stock.take(first, 2), " ", zora.stock.take(first, 5), " left ", zora.stock.size)
	Bus.traded.emit(first, -2, Ledger.price_of(first) * 1.5)


func _on_day(d: int) -> void:
	if d == 2:
		var baby := CamelScene.instantiate() as Camel
		baby.name = "Baby"
		baby.steps = 40
		$Beasts.add_child(baby)
		baby.follows = $Beasts/Zora
		print(baby.describe(), " follows ", baby.follows.name)


func _on_moved(by: Actor, steps: int) -> void:
	moves[by.name] = moves.get(by.name, []) + [steps]


func finish() -> void:
	for actor in get_tree().get_nodes_in_group("actors"):
		print(actor.describe())
	var saved := SALT.duplicate()
	saved.worth += 100
	print(saved, " ", SALT, " ", saved.tags, " ", ItemData.Kind.find_key(saved.kind), " ", saved.resource_path == "")
	print(ResourceSaver.save(saved, "user://saved_salt.tres"))
	var again: ItemData = ResourceLoader.load("user://saved_salt.tres", "", ResourceLoader.CACHE_MODE_IGNORE)
	print(again, " ", again.tags, " ", again.weight, " ", again.tags.is_typed(), " ", again.resource_path)
	var missing: ItemData = load("res://data/nothing.tres")
	print(missing)
	var broken: Array[ItemData] = []
	broken.append(extra)
	print("after ", broken.size())
	get_tree().quit(Ledger.entries.size())
