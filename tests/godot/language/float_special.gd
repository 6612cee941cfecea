extends Node

func _ready() -> void:
	var zero := 0.0
	print(1.0 / zero, " ", -1.0 / zero, " ", zero / zero)
	print(INF, " ", -INF, " ", NAN, " ", PI, " ", TAU)
	print(is_nan(NAN), " ", is_inf(-INF), " ", is_finite(1e308), " ", NAN == NAN, " ", INF == INF, " ", INF > 1e308)
	print(INF - INF, " ", INF * 0, " ", 0 * -1.0, " ", -0.0, " ", 1e308 * 10)
	print(0.1 + 0.2, " ", 1.0 / 3, " ", 1e15, " ", 1e16, " ", 123456789.123456789, " ", 1e-5, " ", 1e-4, " ", 0.00012345, " ", 1e100)
	print(1.0, " ", 100.0, " ", 1e6, " ", 12345678.0, " ", -2.50, " ", 3.14159265358979, " ", 1e21, " ", 5e-324)
	print(1., " ", .5, " ", 1e3, " ", 1E-3, " ", 1_000.5)
	print(floor(-1.5), " ", ceil(-1.5), " ", round(-1.5), " ", round(0.5), " ", round(1.5), " ", round(2.5), " ", floor(2), " ", type_string(typeof(floor(2))))
	print(floori(-1.5), " ", ceili(1.2), " ", roundi(2.5), " ", int(-0.9))
	print(fmod(7.5, 2), " ", fmod(-7.5, 2), " ", fposmod(-7.5, 2), " ", fmod(5, 0))
	print(sqrt(2), " ", sqrt(-1), " ", exp(1), " ", log(10), " ", log(0), " ", log(-1), " ", pow(0, 0))
	print(sin(PI / 2), " ", cos(PI), " ", tan(PI / 4), " ", asin(2), " ", acos(-2), " ", atan(1), " ", atan2(-1, -1))
	print(sinh(1), " ", cosh(1), " ", tanh(1), " ", asinh(1), " ", acosh(2), " ", atanh(0.5))
	print(deg_to_rad(180), " ", rad_to_deg(PI), " ", lerp(0, 10, 0.25), " ", lerp(0.0, 10.0, 1.5), " ", inverse_lerp(0, 10, 2.5), " ", remap(5, 0, 10, 100, 200))
	print(lerp(Vector2.ZERO, Vector2(10, 20), 0.5), " ", lerp(Color.BLACK, Color.WHITE, 0.5), " ", lerpf(1, 3, 0.5), " ", lerp_angle(0, PI, 0.5))
	print(smoothstep(0, 1, 0.3), " ", move_toward(1, 5, 2), " ", move_toward(1, 5, 10), " ", move_toward(5, 1, 1.5), " ", ease(0.5, 2), " ", ease(0.5, -2), " ", pingpong(7, 3))
	print(cubic_interpolate(0, 1, -1, 2, 0.5), " ", bezier_interpolate(0, 1, 2, 3, 0.5))
	print(is_equal_approx(0.1 + 0.2, 0.3), " ", 0.1 + 0.2 == 0.3, " ", is_equal_approx(1.0, 1.00001), " ", is_equal_approx(1.0, 1.000001))
	print(db_to_linear(-6), " ", linear_to_db(0.5), " ", step_decimals(0.001), " ", snapped(0.123456, 0.001))
	var f = 5
	f /= 2
	print(f)
	f = 5.0
	f /= 2
	print(f, " ", f as int)
	print([1.0, 2.5, -0.0, INF, NAN], {1.0: 2.0})
	print(str(1.0), " ", str(0.1 + 0.2), " ", "%s" % 2.0, " ", "%d" % 2.9, " ", "%f" % 1.5, " ", "%.3f" % PI, " ", "%5.1f|" % 2.25)
	print(var_to_str(0.1 + 0.2), " ", var_to_str(1.0), " ", var_to_str(INF), " ", var_to_str(NAN), " ", var_to_str(1e30))
	print(maxf(NAN, 1) , " ", clampf(INF, 0, 5), " ", signf(-0.5), " ", absf(-2))
	print(0.1 * 3, " ", 2.0 / 3.0, " ", 100.0 / 3.0, " ", 1e10 / 3.0, " ", 1234567.125)
	print(Vector2(0.1, 1.0 / 3), " ", Vector3(1e-7, 1e7, 123456.789), " ", Vector2(INF, NAN))
	get_tree().quit()
