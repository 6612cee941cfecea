extends HBoxContainer
## The game as this project's `game.py` plays it: the same path in the tree, and the same calls.

signal finished

const LONGEST_NAME := 24
const SIDES := 100
const UNNAMED := "... connecting ..."

var players: Array[int] = []
var turn := 0
var rolls_left := 0
var seats := 1
var crown: Texture2D


func _ready() -> void:
	var image := Image.create_empty(16, 16, false, Image.FORMAT_RGBA8)
	image.fill_rect(Rect2i(1, 8, 14, 7), Color.GOLD)
	for x in [1, 7, 13]:
		image.fill_rect(Rect2i(x, 2, 2, 6), Color.GOLD)
	crown = ImageTexture.create_from_image(image)


func clear() -> void:
	players.clear()
	$Column/Players.clear()
	turn = 0
	$Column/Roll.disabled = true


func has_crown(player: int) -> bool:
	return turn < players.size() and players[turn] == player


func roll() -> void:
	rolls_left -= 1
	$Column/Roll.disabled = true
	if multiplayer.is_server():
		play("roll")
	else:
		request_action.rpc_id(1, "roll")
	if rolls_left == 0:
		await get_tree().create_timer(0.2).timeout
		finished.emit()


func roll_by_itself() -> void:
	if rolls_left > 0 and not $Column/Roll.disabled and named() >= seats:
		roll()


func named() -> int:
	var count := 0
	for place in players.size():
		count += int($Column/Players.get_item_text(place) != UNNAMED)
	return count


## What the server tells.

@rpc("call_local")
func add_player(id: int, nick: String = "") -> void:
	players.append(id)
	$Column/Players.add_item(UNNAMED if nick.is_empty() else nick, null, false)


@rpc("call_local")
func update_player_name(id: int, nick: String) -> void:
	var place := players.find(id)
	if place >= 0:
		$Column/Players.set_item_text(place, nick)
		print("%s plays" % nick)
		roll_by_itself.call_deferred()


@rpc("call_local")
func del_player(id: int) -> void:
	var place := players.find(id)
	if place < 0:
		return
	print("%s left" % $Column/Players.get_item_text(place))
	players.remove_at(place)
	$Column/Players.remove_item(place)
	if turn > place:
		turn -= 1


@rpc("call_local")
func set_turn(place: int) -> void:
	turn = place
	for each in players.size():
		$Column/Players.set_item_icon(each, crown if each == place else null)
	var mine := has_crown(multiplayer.get_unique_id())
	$Column/Roll.disabled = not mine
	roll_by_itself.call_deferred()


@rpc
func _log(message: String) -> void:
	$Log.add_text(message + "\n")
	print(message)


## What the server is asked.

@rpc("any_peer")
func set_player_name(nick: String) -> void:
	if multiplayer.is_server():
		var id := multiplayer.get_remote_sender_id()
		update_player_name.rpc(id, nick.strip_edges().left(LONGEST_NAME))


@rpc("any_peer")
func request_action(action: String) -> void:
	if not multiplayer.is_server():
		return
	if not has_crown(multiplayer.get_remote_sender_id()):
		announce("Someone is trying to cheat! %d" % multiplayer.get_remote_sender_id())
	elif action == "roll":
		play(action)


## At the server.

func announce(message: String) -> void:
	_log.rpc(message)
	_log(message)


func play(action: String) -> void:
	announce("%s: %ss %d" % [$Column/Players.get_item_text(turn), action, randi() % SIDES])
	set_turn.rpc((turn + 1) % players.size())


func welcome(id: int) -> void:
	if not multiplayer.is_server():
		return
	for place in players.size():
		add_player.rpc_id(id, players[place], $Column/Players.get_item_text(place))
	add_player.rpc(id)
	set_turn.rpc(turn)


func farewell(id: int) -> void:
	if not multiplayer.is_server():
		return
	del_player.rpc(id)
	set_turn.rpc(turn if turn < players.size() else 0)
