extends Node

func _ready() -> void:
	var a := Vector2(3, 4)
	var b := Vector2(-1, 2)
	print(a.length(), " ", a.length_squared(), " ", a.normalized(), " ", a.dot(b), " ", a.cross(b), " ", a.angle(), " ", a.angle_to(b), " ", a.distance_to(b), " ", a.direction_to(b))
	print(a.rotated(PI / 2), a.lerp(b, 0.5), a.move_toward(b, 1), a.limit_length(2), a.clamp(Vector2.ZERO, Vector2.ONE), a.snapped(Vector2(2, 3)), a.orthogonal(), a.reflect(b.normalized()), a.bounce(b.normalized()), a.slide(b.normalized()), a.project(b))
	print(a.min(b), a.max(b), a.aspect(), a.is_normalized(), a.is_equal_approx(Vector2(3, 4.0000001)), a.is_zero_approx(), a.posmodv(Vector2(2, 3)), a.max_axis_index(), a.min_axis_index(), Vector2.from_angle(0), a.is_finite())
	print(Vector2.ZERO, Vector2.ONE, Vector2.UP, Vector2.DOWN, Vector2.LEFT, Vector2.RIGHT, Vector2.INF, Vector2())
	print(Vector2i(5, -3).abs(), Vector2i(5, -3).sign(), Vector2i(5, -3).clamp(Vector2i.ZERO, Vector2i(2, 2)), Vector2i(5, 7) / Vector2i(2, 2), -Vector2i(1, 2), Vector2i(1, 2) * 2, Vector2i(3, 4).length(), Vector2i.MAX, Vector2i.MIN)
	var c := Vector3(1, 2, 3)
	print(c.cross(Vector3.UP), c.dot(Vector3.ONE), c.length(), c.normalized(), c.rotated(Vector3.UP, PI), c.inverse(), c.outer(Vector3.ONE), c.octahedron_encode(), c.signed_angle_to(Vector3.RIGHT, Vector3.UP), c * 2, c / Vector3(1, 2, 4), c.floor(), Vector3(c.x, 0, c.z), c.lerp(Vector3.ZERO, 0.25), c.slerp(Vector3(3, 2, 1), 0.5))
	print(Vector3.FORWARD, Vector3.BACK, Vector3i(1, 2, 3) * 3, Vector3i(7, 8, 9) % Vector3i(2, 3, 4), Vector4(1, 2, 3, 4).dot(Vector4.ONE), Vector4i(1, 2, 3, 4) + Vector4i.ONE)
	var r := Rect2(1, 2, 10, 20)
	print(r.position, r.size, r.end, r.get_center(), r.get_area(), r.has_point(Vector2(5, 5)), r.intersects(Rect2(5, 5, 100, 1)), r.intersection(Rect2(5, 5, 100, 1)), r.merge(Rect2(-1, -1, 1, 1)), r.expand(Vector2(50, 0)), r.grow(2), r.grow_individual(1, 2, 3, 4), r.abs(), r.encloses(Rect2(2, 3, 1, 1)), Rect2(Vector2.ZERO, Vector2.ONE))
	var t := Transform2D(PI / 2, Vector2(10, 5))
	print(t.origin, t.get_rotation(), t.get_scale(), t * Vector2(1, 0), t.affine_inverse() * (t * Vector2(3, 4)), t.translated(Vector2.ONE).origin, t.rotated(PI / 2).get_rotation(), t.scaled(Vector2(2, 2)).get_scale(), (t * t).origin, t.basis_xform(Vector2(1, 0)), Transform2D.IDENTITY == Transform2D(), t.is_equal_approx(t), t.interpolate_with(Transform2D.IDENTITY, 0.5).origin)
	var q := Quaternion(Vector3.UP, PI / 2)
	print((q * Vector3.RIGHT).snapped(Vector3.ONE * 0.001), " ", snappedf(q.get_angle(), 0.001), q.get_axis(), q.length(), (q.inverse() * q).is_equal_approx(Quaternion.IDENTITY), q.slerp(Quaternion.IDENTITY, 0.5).get_angle() < 0.8)
	var m := Basis(Vector3.UP, PI / 2)
	print((m * Vector3.RIGHT).snapped(Vector3.ONE * 0.001), m.determinant(), m.get_euler().snapped(Vector3.ONE * 0.001), m.transposed().is_equal_approx(m.inverse()), m.scaled(Vector3.ONE * 2).get_scale().snapped(Vector3.ONE * 0.001), Basis.from_euler(Vector3(0, 1, 0)).get_euler().snapped(Vector3.ONE * 0.01), Basis.IDENTITY[0])
	var x := Transform3D(Basis.IDENTITY, Vector3(1, 2, 3))
	print(x * Vector3.ONE, x.inverse() * Vector3(1, 2, 3), x.translated(Vector3.ONE).origin, x.looking_at(Vector3(1, 2, 0)).basis.is_equal_approx(Basis.IDENTITY), x.rotated(Vector3.UP, PI).origin.snapped(Vector3.ONE * 0.01), x.basis.x)
	var p := Plane(Vector3.UP, 3)
	print(p.distance_to(Vector3.ZERO), p.is_point_over(Vector3(0, 5, 0)), p.project(Vector3(1, 9, 1)), p.intersects_ray(Vector3(0, 10, 0), Vector3.DOWN), p.intersects_ray(Vector3(0, 10, 0), Vector3.UP), p.has_point(Vector3(5, 3, 5)))
	var bb := AABB(Vector3.ZERO, Vector3(2, 4, 6))
	print(bb.get_volume(), bb.get_center(), bb.has_point(Vector3.ONE), bb.intersects(AABB(Vector3.ONE, Vector3.ONE)), bb.merge(AABB(Vector3.ONE * 5, Vector3.ONE)), bb.grow(1), bb.get_longest_axis_index(), bb.intersection(AABB(Vector3.ONE, Vector3.ONE * 10)))
	var col := Color(0.2, 0.4, 0.6, 0.8)
	print(col.to_html(), col.to_html(false), col.inverted(), col.lightened(0.5), col.darkened(0.5), col.lerp(Color.RED, 0.5), col.blend(Color(1, 0, 0, 0.5)), col.r8, col.h, col.s, col.v, col.get_luminance(), Color.from_hsv(0.5, 1, 1), Color.html("#ff8800"), Color("red"), Color("#123"), Color(Color.RED, 0.5), Color.hex(0x11223344), col.to_rgba32(), Color.CORNFLOWER_BLUE, Color.from_string("nope", Color.BLACK), col == Color(0.2, 0.4, 0.6, 0.8), col * 2, col.clamp())
	var v = a
	print(v.length(), v.x + v.y, v.normalized().length(), -v, v * 2, v == Vector2(3, 4), v != b, v.x == 3, v[1])
	for i in 2:
		v[i] += i * 10
	print(v, a)
	var total := Vector2.ZERO
	for w: Vector2 in [a, b, Vector2.RIGHT]:
		total += w * 0.5
	print(total, total.x is float, Vector2i(a) == Vector2i(3, 4), Vector2(1, 2) as Vector2)
	get_tree().quit()
