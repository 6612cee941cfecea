extends Node
# Dialogue with conditions, choices and effects; the player answers from a script.

signal said(who: String, what: String)
signal asked(options: PackedStringArray)
signal answered(index: int)
signal ended

var state := {"gold": 5, "met": false, "mood": 0}
var answers := [1, 0, 2, 0]

const SCRIPT := {
	"start": [
		{"if": "not met", "say": ["Keeper", "A stranger!"]},
		{"if": "met", "say": ["Keeper", "You again."]},
		{"set": {"met": true}},
		{"ask": [["Buy ale (3 gold)", "ale", "gold >= 3"], ["Ask for work", "work"], ["Leave", "bye"]]},
	],
	"ale": [
		{"add": {"gold": -3, "mood": 2}},
		{"say": ["Keeper", "Enjoy! {gold} coins left."]},
		{"goto": "start"},
	],
	"work": [
		{"if": "mood < 2", "say": ["Keeper", "Not for you."]},
		{"if": "mood >= 2", "say": ["Keeper", "Chop some wood."]},
		{"if": "mood >= 2", "add": {"gold": 4}},
		{"goto": "start"},
	],
	"bye": [{"say": ["You", "Farewell with {gold} gold and mood {mood}."]}],
}

func check(condition: String) -> bool:
	var parts := condition.split(" ")
	match Array(parts):
		["not", var flag]:
			return not state.get(flag, false)
		[var key, ">=", var n]:
			return state[key] >= int(n)
		[var key, "<", var n]:
			return state[key] < int(n)
		[var flag]:
			return state.get(flag, false)
	assert(false, "bad condition " + condition)
	return false

func run(label: String) -> void:
	while label:
		var next := ""
		for line: Dictionary in SCRIPT[label]:
			if not check(line.get("if", "not never")):
				continue
			for key in line:
				match key:
					"say":
						said.emit(line.say[0], line.say[1].format(state))
						await get_tree().process_frame
					"set":
						state.merge(line.set, true)
					"add":
						for k in line.add:
							state[k] += line.add[k]
					"goto":
						next = line.goto
					"ask":
						var open: Array = line.ask.filter(func(o): return o.size() < 3 or check(o[2]))
						asked.emit.call_deferred(PackedStringArray(open.map(func(o): return o[0])))
						next = open[await answered][1]
		label = next
	ended.emit()

func _on_asked(options: PackedStringArray) -> void:
	for i in options.size():
		print("  %d) %s" % [i + 1, options[i]])
	var a: int = mini(answers.pop_front() if answers else options.size() - 1, options.size() - 1)
	print("  > ", options[a])
	answered.emit(a)

func _ready() -> void:
	said.connect(func(who, what): print(who, ": ", what))
	asked.connect(_on_asked)
	run("start")
	await ended
	print(state, answers)
	get_tree().quit()
