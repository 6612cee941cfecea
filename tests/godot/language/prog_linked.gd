extends Node
# Linked list, binary search tree, LRU cache, trie, ring buffer: objects that point at objects.

class ListNode:
	var value
	var next: ListNode
	func _init(v, n: ListNode = null) -> void:
		value = v
		next = n

class LinkedList:
	var head: ListNode
	var size := 0
	func push(v) -> LinkedList:
		head = ListNode.new(v, head)
		size += 1
		return self
	func reverse() -> void:
		var prev: ListNode = null
		var cur := head
		while cur:
			var n := cur.next
			cur.next = prev
			prev = cur
			cur = n
		head = prev
	var _at: ListNode
	func _iter_init(_arg) -> bool:
		_at = head
		return _at != null
	func _iter_next(_arg) -> bool:
		_at = _at.next
		return _at != null
	func _iter_get(_arg) -> Variant:
		return _at.value

class Tree_:
	var key: int
	var left: Tree_
	var right: Tree_
	func _init(k: int) -> void:
		key = k
	func insert(k: int) -> void:
		var side := "left" if k < key else "right"
		if get(side) == null:
			set(side, Tree_.new(k))
		else:
			get(side).insert(k)
	func in_order() -> Array:
		return (left.in_order() if left else []) + [key] + (right.in_order() if right else [])
	func depth() -> int:
		return 1 + maxi(left.depth() if left else 0, right.depth() if right else 0)
	func has(k: int) -> bool:
		if k == key:
			return true
		var next := left if k < key else right
		return next != null and next.has(k)

class LRU:
	var capacity: int
	var data := {}
	var hits := 0
	func _init(c: int) -> void:
		capacity = c
	func fetch(key, make: Callable) -> Variant:
		if data.has(key):
			hits += 1
			var v = data[key]
			data.erase(key)
			data[key] = v
			return v
		if data.size() >= capacity:
			data.erase(data.keys()[0])
		data[key] = make.call(key)
		return data[key]

class Trie:
	var kids: Dictionary[String, Trie] = {}
	var ends := false
	func add(word: String) -> void:
		var t := self
		for c in word:
			if not t.kids.has(c):
				t.kids[c] = Trie.new()
			t = t.kids[c]
		t.ends = true
	func with_prefix(p: String) -> PackedStringArray:
		var t := self
		for c in p:
			t = t.kids.get(c)
			if not t:
				return []
		return t.words(p)
	func words(p := "") -> PackedStringArray:
		var out: PackedStringArray = [p] if ends else []
		var letters := kids.keys()
		letters.sort()
		for c in letters:
			out.append_array(kids[c].words(p + c))
		return out

class Ring:
	var items := []
	var start := 0
	var count := 0
	func _init(n: int) -> void:
		items.resize(n)
	func add(x) -> void:
		items[(start + count) % items.size()] = x
		if count < items.size():
			count += 1
		else:
			start = (start + 1) % items.size()
	func all() -> Array:
		var out := []
		for i in count:
			out.append(items[(start + i) % items.size()])
		return out

func _ready() -> void:
	var l := LinkedList.new()
	l.push(1).push("two").push(3.0)
	for v in l:
		print(v)
	l.reverse()
	var text := ""
	for v in l:
		text += str(v) + ","
	print(text, l.size)
	var t := Tree_.new(50)
	for k in [30, 70, 20, 40, 60, 80, 10, 45]:
		t.insert(k)
	print(t.in_order(), t.depth(), t.has(45), t.has(46), t.left.right.right.key)
	var cache := LRU.new(2)
	var made := []
	for k in ["a", "b", "a", "c", "b", "a", "a"]:
		cache.fetch(k, func(x): made.append(x); return x.to_upper())
	print(made, cache.hits, cache.data)
	var trie := Trie.new()
	for w in ["car", "card", "care", "cat", "dog"]:
		trie.add(w)
	print(trie.with_prefix("car"), trie.with_prefix("x"), trie.words())
	var r := Ring.new(3)
	for i in 5:
		r.add(i)
	print(r.all(), r.items)
	get_tree().quit()
