extends RefCounted
## The codec by itself.

const RUNS = 40  # short ones, of which the best is hardly disturbed by what else runs


static func value_of(name: String) -> Variant:
	if name == "dictionary":
		return {
			"id": 17, "name": "player one", "position": Vector3(1, 2, 3), "alive": true,
			"speed": 0.1, "items": [1, "two", 3.5, null], "team": {"color": "red", "size": 4},
		}
	var numbers := []
	for number in 100_000:
		numbers.append(Vector2(number * 0.5, 1) if name == "vectors" else number * 0.5)
	if name == "vectors":
		return PackedVector2Array(numbers)
	if name == "floats32":
		return PackedFloat32Array(numbers)
	return PackedFloat64Array(numbers)


## Microseconds for a value to become bytes and to be read again: of all runs the best.
static func measure(plan: Dictionary) -> Dictionary:
	var value: Variant = value_of(plan["work"])
	var again: Variant
	var count: int = plan["count"]
	var best := 0.0
	for turn in RUNS:
		var start := Time.get_ticks_usec()
		for i in count:
			again = bytes_to_var(var_to_bytes(value))
		var took := float(Time.get_ticks_usec() - start) / count
		best = minf(best, took) if best else took
	return {"value": best, "bytes": var_to_bytes(again).size()}
