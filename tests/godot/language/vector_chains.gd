extends Node
# Vectors are values; writing to a part of one writes the whole back to where it came from.

class Body:
	var pos := Vector2(1, 2)
	var box := Rect2(0, 0, 10, 10)
	var list := [Vector2.ZERO, Vector2.ONE]
	var child: Body
	var watched := Vector2.ZERO:
		set(value):
			print("set watched ", value)
			watched = value
		get:
			print("get watched")
			return watched
	static var shared := Vector3(1, 1, 1)

var v := Vector2(1, 2)
var body := Body.new()
var dict := {"v": Vector3.ONE, "n": {"w": Vector2.ZERO}}

func get_body() -> Body:
	print("get_body")
	return body

func change(p: Vector2) -> void:
	p.x = 100
	print("inside ", p)

func _ready() -> void:
	var a := v
	a.x = 50
	print(v, a)
	change(v)
	print(v)
	v.x += 1
	v.y *= 2.5
	self.v.x -= 0.5
	print(v)
	body.pos.x = 7
	body.pos.y += 1
	body.box.position.x = 3
	body.box.size *= 2
	body.box.end.y = 100
	print(body.pos, body.box)
	body.list[0].x = 5
	body.list[-1].y -= 4
	print(body.list)
	dict.v.x = 9
	dict["v"].y += 1
	dict.n.w.x = 4
	dict["n"]["w"]["y"] = 6
	print(dict)
	body.watched.x = 3
	body.watched += Vector2(1, 1)
	body.watched.y += 2
	get_body().pos.x = 77
	print(body.pos)
	body.child = Body.new()
	body.child.pos.y = -1
	body.child.child = body.child
	body.child.child.child.pos.x = -2
	print(body.child.pos)
	body.child.child = null
	Body.shared.z = 8
	body.shared.y = 9
	print(Body.shared)
	var t := Transform2D.IDENTITY
	t.origin.x = 5
	t.x.y = 2
	t[1] = Vector2(9, 9)
	t[1][0] = 3
	print(t)
	var t3 := Transform3D.IDENTITY
	t3.basis.x.y = 4
	t3.origin += Vector3(1, 2, 3)
	t3.basis[2][0] = 7
	print(t3)
	var c := Color.WHITE
	c.r = 0.5
	c.a8 = 0
	c["g"] = 0.25
	print(c, c.r8)
	var w := Vector3(1, 2, 3)
	w[0] = 10
	w["y"] = 20
	w[2] += 5
	print(w, w[0], w["z"], w.x)
	var key := "x"
	w[key] = 1
	var dyn = Vector2(1, 1)
	dyn.x = 4
	dyn[1] = 5
	dyn["x"] += 1
	print(dyn, w)
	var holder := [dyn, [dyn]]
	holder[0].x = 0
	holder[1][0].y = 0
	print(holder, dyn)
	var packed := PackedVector2Array([Vector2.ZERO])
	packed[0].x = 3
	packed[0].y -= 3
	print(packed)
	var q := Vector2(3.7, -2.2)
	print(q.floor(), q.round(), q.abs(), q.sign(), -q, q * 2, 2 * q, q / 2, q * Vector2(2, 3), q + Vector2.ONE, q == Vector2(3.7, -2.2), q < Vector2(4, 0), q.length() > 4)
	print(Vector2i(7, -7) / 2, Vector2i(7, -7) % 4, Vector2i(1, 2) * 1.5, Vector2i(3, 4).length(), Vector2i(1, 2) + Vector2i(3, 4), Vector2(5, 3).max_axis_index(), Vector2(7.5, -7.5).posmod(2))
	for body_item in [body]:
		body_item.pos.x = 1234
	print(body.pos)
	for vec in body.list:
		vec.x = 999
	print(body.list)
	var tern := Vector2(1, 1) if body else Vector2.ZERO
	tern.x = 2
	print(tern)
	var r := Rect2i(1, 2, 3, 4)
	r.position += Vector2i(1, 1)
	r.size.x = 30
	print(r, r.end, r.has_point(Vector2i(5, 5)))
	set("v", Vector2(8, 8))
	print(get("v"), v, get_indexed("v:x"))
	set_indexed("v:y", 9.5)
	print(v)
	var p := Plane(Vector3.UP, 2)
	p.normal.x = 1
	p.d = 5
	print(p)
	var b := AABB(Vector3.ZERO, Vector3.ONE)
	b.size.y += 2
	print(b, b.end)
	get_tree().quit()
