extends Node
# Quests made of resources, progress through signals, rewards through callables, saved as dictionaries.

class Objective extends Resource:
	signal progressed(objective: Objective)
	@export var event: StringName
	@export var needed := 1
	@export var current := 0:
		set(v):
			current = mini(v, needed)
			progressed.emit(self)
	var done: bool:
		get: return current >= needed
	func _init(e := &"", n := 1) -> void:
		event = e
		needed = n

class Quest extends Resource:
	signal completed
	@export var title := ""
	@export var objectives: Array[Objective] = []
	var reward: Callable
	var finished := false
	func _init(t := "", parts: Array = [], r := Callable()) -> void:
		title = t
		reward = r
		for p in parts:
			var o := Objective.new(p[0], p[1])
			o.progressed.connect(_on_progressed)
			objectives.append(o)
	func handle(event: StringName, amount: int) -> void:
		for o in objectives:
			if o.event == event and not o.done:
				o.current += amount
	func _on_progressed(o: Objective) -> void:
		print("  [%s] %s %d/%d" % [title, o.event, o.current, o.needed])
		if not finished and objectives.all(func(x): return x.done):
			finished = true
			completed.emit()
	func save() -> Dictionary:
		return {title: objectives.map(func(o): return [o.event, o.current])}

class Journal extends Node:
	var quests: Array[Quest] = []
	var after: Dictionary[String, Quest] = {}
	func add(q: Quest) -> Quest:
		q.completed.connect(_on_completed.bind(q), CONNECT_ONE_SHOT)
		quests.append(q)
		print("new quest ", q.title)
		return q
	func _on_completed(q: Quest) -> void:
		print("completed ", q.title)
		if q.reward.is_valid():
			q.reward.call()
		quests.erase(q)
		if after.has(q.title):
			add(after[q.title])
	func event(name_: StringName, amount := 1) -> void:
		print("> ", name_, " ", amount)
		for q in quests.duplicate():
			q.handle(name_, amount)

var xp := 0
var items := []

func _ready() -> void:
	var j := Journal.new()
	add_child(j)
	j.add(Quest.new("Rats", [[&"kill_rat", 3], [&"report", 1]], func(): xp += 50))
	j.add(Quest.new("Herbs", [[&"herb", 5]], items.append.bind("potion")))
	j.after["Rats"] = Quest.new("Bigger rats", [[&"kill_rat", 2]], func(): xp *= 2)
	for e in [[&"kill_rat"], [&"herb", 2], [&"kill_rat", 5], [&"report"], [&"kill_rat", 1], [&"herb", 9], [&"kill_rat", 1], [&"nothing"]]:
		j.event.callv(e)
	print(xp, items, j.quests.size())
	var q := j.add(Quest.new("Last", [[&"a", 2], [&"b", 1]]))
	j.event(&"a")
	print(q.save(), q.finished, q.objectives[0].done)
	get_tree().quit()
