extends "res://server.gd"
## Nodes with two properties each, which change in every frame.

const Thing = preload("res://thing.gd")

var things: Array[Thing] = []
var frame := 0


func _ready() -> void:
	for i in int(plan["nodes"]):
		things.append(add_thing(i))
	set_process(plan["moving"])
	host()


func add_thing(number: int) -> Thing:
	var thing := Thing.new()
	thing.name = "T%d" % number
	var config := SceneReplicationConfig.new()
	for path: NodePath in [^".:at", ^".:angle"]:
		config.add_property(path)
		config.property_set_replication_mode(path, int(plan["mode"]))
	var sync := MultiplayerSynchronizer.new()
	sync.name = "Sync"
	sync.replication_config = config
	sync.replication_interval = plan["interval"]
	sync.delta_interval = plan["interval"]
	thing.add_child(sync)
	add_child(thing)
	return thing


func _process(_delta: float) -> void:
	frame += 1
	for number in things.size():
		var thing := things[number]
		thing.at = Vector2(number, frame)
		thing.angle = 0.5 * frame
