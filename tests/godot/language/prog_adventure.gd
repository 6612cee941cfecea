extends Node
# A text adventure: the parser knows verbs, nouns and directions.

enum Dir { NORTH, EAST, SOUTH, WEST }

const ALIASES := {"n": "north", "e": "east", "s": "south", "w": "west", "get": "take", "grab": "take", "i": "inventory", "l": "look", "x": "examine"}
const ROOMS := {
	hall = {text = "A dusty hall.", exits = {north = "library", east = "kitchen"}, items = ["lamp"]},
	library = {text = "Books everywhere.", exits = {south = "hall"}, items = ["book", "key"], dark = true},
	kitchen = {text = "It smells of soup.", exits = {west = "hall", south = "cellar"}, items = []},
	cellar = {text = "A cellar. A chest stands here.", exits = {north = "kitchen"}, items = ["chest"], locked = "south"},
}
const DESCRIPTIONS = {"lamp": "It could be lit.", "book": "It says: xyzzy.", "key": "Rusty.", "chest": "Locked."}

var rooms: Dictionary = ROOMS.duplicate(true)
var here := "hall"
var bag: Array[String] = []
var flags := {lit = false, won = false}
var turns := 0

func words(line: String) -> PackedStringArray:
	var out := PackedStringArray()
	for w in line.to_lower().strip_edges().split(" ", false):
		if w in ["the", "a", "at", "to"]:
			continue
		out.append(ALIASES.get(w, w))
	return out

func execute(line: String) -> String:
	turns += 1
	var w := words(line)
	if w.is_empty():
		return "Pardon?"
	match Array(w):
		["look"]:
			return look()
		["inventory"]:
			return "You carry: " + (", ".join(bag) if bag else "nothing")
		["take", "all"]:
			var taken := []
			for item in rooms[here].items.duplicate():
				taken.append(take(item))
			return "\n".join(taken) if taken else "Nothing here."
		["take", var item]:
			return take(item)
		["drop", var item] when item in bag:
			bag.erase(item)
			rooms[here].items.append(item)
			return "Dropped."
		["light", "lamp"] when "lamp" in bag:
			flags.lit = true
			return "The lamp is lit."
		["examine", var item]:
			return DESCRIPTIONS.get(item, "Nothing special.") if item in bag or item in rooms[here].items else "You see no %s." % item
		["open", "chest", "with", "key"], ["unlock", "chest"]:
			if here != "cellar" or "key" not in bag:
				return "You can't."
			flags.won = true
			return "Gold! You win in %d turns." % turns
		["go", var direction]:
			return go(direction)
		[var direction] when direction.to_upper() in Dir:
			return go(direction)
		["xyzzy"]:
			return "A hollow voice says: %s." % "plugh".reverse()
		[var verb, ..] when verb in ["sing", "dance"]:
			return "You %s." % verb
		[_, var noun]:
			return "You can't do that to %s." % noun
		_:
			return "I don't understand."

func look() -> String:
	var room: Dictionary = rooms[here]
	if room.get("dark", false) and not flags.lit:
		return "It is dark."
	var text: String = room.text
	if room.items:
		text += " You see: %s." % ", ".join(PackedStringArray(room.items))
	return text + " Exits: " + ", ".join(room.exits.keys())

func take(item: String) -> String:
	var room = rooms[here]
	if room.get("dark") and not flags.lit:
		return "Too dark."
	if item == "chest":
		return "Too heavy."
	if item in room.items:
		room.items.erase(item)
		bag.append(item)
		return "Taken: %s." % item
	return "No %s here." % item

func go(direction: String) -> String:
	var next = rooms[here].exits.get(direction)
	if next == null:
		return "No way %s." % direction
	here = next
	return look()

func _ready() -> void:
	for line in ["look", "take lamp", "x lamp", "N", "take all", "light the lamp", "l", "take all", "i", "s", "go up", "east", "south", "get chest", "unlock chest", "sing loudly", "eat book", "xyzzy", "", "drop book", "l", "frobnicate now please"]:
		print("> ", line)
		print(execute(line))
	print(flags, turns, bag, ROOMS.hall.items, rooms.hall.items)
	get_tree().quit()
