extends Node

class Graph:
	var edges: Dictionary[StringName, Dictionary] = {}
	func link(a: StringName, b: StringName, w := 1.0, both := true) -> Graph:
		edges.get_or_add(a, {})[b] = w
		edges.get_or_add(b, {})
		if both:
			edges[b][a] = w
		return self
	func bfs(from: StringName) -> Array[StringName]:
		var out: Array[StringName] = [from]
		var i := 0
		while i < out.size():
			for n: StringName in edges[out[i]]:
				if not out.has(n):
					out.append(n)
			i += 1
		return out
	func dfs(from: StringName, seen: Array[StringName] = []) -> Array[StringName]:
		seen.append(from)
		for n: StringName in edges[from]:
			if n not in seen:
				dfs(n, seen)
		return seen
	func dijkstra(from: StringName) -> Dictionary:
		var dist := {}
		var prev := {}
		for n in edges:
			dist[n] = INF
		dist[from] = 0.0
		var left: Array = edges.keys()
		while left:
			left.sort_custom(func(a, b): return dist[a] < dist[b])
			var u = left.pop_front()
			for v in edges[u]:
				var d: float = dist[u] + edges[u][v]
				if d < dist[v]:
					dist[v] = d
					prev[v] = u
		return {dist = dist, prev = prev}
	func path(from: StringName, to: StringName) -> String:
		var r := dijkstra(from)
		if is_inf(r.dist[to]):
			return "none"
		var out := [to]
		while out[0] != from:
			out.push_front(r.prev[out[0]])
		return " > ".join(out) + " (%s)" % r.dist[to]
	func topological() -> Array:
		var marks := {}
		var out := []
		var visit := func(n, me: Callable) -> bool:
			match marks.get(n, 0):
				1: return false
				2: return true
			marks[n] = 1
			for m in edges[n]:
				if not me.call(m, me):
					return false
			marks[n] = 2
			out.push_front(n)
			return true
		for n in edges:
			if not visit.call(n, visit):
				return ["cycle"]
		return out
	func components() -> int:
		var seen := {}
		var n := 0
		for k in edges:
			if k not in seen:
				n += 1
				for m in bfs(k):
					seen[m] = n
		return n

func spanning_tree(g: Graph) -> Array:
	var list := []
	for a in g.edges:
		for b in g.edges[a]:
			if String(a) < String(b):
				list.append([g.edges[a][b], a, b])
	list.sort_custom(func(x, y): return x[0] < y[0] if x[0] != y[0] else str(x) < str(y))
	var root := {}
	var find := func(n, me: Callable): return n if root.get(n, n) == n else me.call(root[n], me)
	var out := []
	for e in list:
		var ra = find.call(e[1], find)
		var rb = find.call(e[2], find)
		if ra != rb:
			root[ra] = rb
			out.append("%s%s" % [e[1], e[2]])
	return out

func _ready() -> void:
	var g := Graph.new()
	g.link(&"a", &"b", 4).link(&"a", &"c", 1).link(&"c", &"b", 2).link(&"b", &"d", 5).link(&"c", &"d", 8.5).link(&"e", &"f")
	print(g.bfs(&"a"), g.dfs(&"a"), g.components())
	print(g.path(&"a", &"d"), " | ", g.path(&"a", &"e"), " | ", g.path(&"f", &"e"))
	print(g.dijkstra(&"a").dist, spanning_tree(g))
	var d := Graph.new()
	for p in [["shirt", "tie"], ["tie", "jacket"], ["trousers", "shoes"], ["trousers", "belt"], ["belt", "jacket"]]:
		d.link(p[0], p[1], 1.0, false)
	print(d.topological(), d.edges)
	d.link(&"jacket", &"shirt", 1, false)
	print(d.topological())
	get_tree().quit()
