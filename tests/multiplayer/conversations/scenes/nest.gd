extends Node

@export var level := 0
var box: Node
var spawner: MultiplayerSpawner

func _ready():
	print("%s ready level %d" % [name, level])
	$Inner.spawned.connect(func(n): print("inner %s spawned %s" % [name, n.name]))
	$Inner.despawned.connect(func(n): print("inner %s despawned %s" % [name, n.name]))
