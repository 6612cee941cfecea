extends Node

const OrcStats = preload("res://actors/orc.tres")
const ActorScene := preload("../actors/actor.tscn")

func _on_actor_died(extra: String) -> void:
	print("died: ", extra)

func _ready() -> void:
	print("World ready; difficulty ", ProjectSettings.get_setting("game/difficulty"), " ", ProjectSettings.get_setting("game/title"), " ", ProjectSettings.get_setting("game/spawn"), " ", ProjectSettings.get_setting("game/names"), " ", ProjectSettings.get_setting("game/table"), " ", ProjectSettings.get_setting("game/none", "default"), " ", ProjectSettings.has_setting("game/none"), " ", ProjectSettings.get_setting("application/config/name"))
	print(Events.log_lines, " ", Config.volume, " ", get_node("/root/Hidden").name)
	Events.damaged.connect(func(who, amount): print("hit ", who.name, " for ", amount))
	var player: Player = $Player
	var orc := $Monsters/Orc as Actor
	print(player is Actor, " ", orc is Player, " ", orc.stats == OrcStats, " ", orc.stats.chain(), " ", OrcStats.resist, " ", OrcStats.get_meta("origin"), " ", OrcStats.kind, " ", OrcStats.next.kind == Stats.Kind.MAGE)
	player.attack(orc)
	orc.attack(player)
	print(player.describe(), " | ", orc.describe())
	while orc.hp > 0:
		player.attack(orc)
	print(get_tree().get_nodes_in_group("actors").map(func(a): return a.name), " ", get_tree().get_nodes_in_group("monsters").size())
	var extra: Actor = ActorScene.instantiate()
	extra.stats = OrcStats.duplicate()
	extra.stats.title = "Copy"
	extra.level = 2
	extra.name = "Extra"
	$Monsters.add_child(extra)
	print(OrcStats.title, " ", extra.stats.title, " ", extra.scene_file_path, " ", $Player/Hand/Weapon.get_meta("edge"), " ", extra.get_node("Hand/Weapon").get_meta("edge"))
	print($Player.get_script().get_global_name(), " ", $Player.get_script().get_base_script().get_global_name(), " ", Stats.new().title, " ", load("res://actors/orc.tres") == OrcStats, " ", Player.START_GOLD)
	for node in [self, player, orc, $Monsters, $Player/Bag]:
		print(node.name, " owner ", node.owner.name if node.owner else "none", " ", node.scene_file_path)
	print_tree()
	Events.say("%s and %s", "done", 5)
	print(Events.log_lines)
	get_tree().quit()
