extends Node

class Matrix:
	var rows: int
	var cols: int
	var data: PackedFloat64Array

	func _init(r: int, c: int, values: Array = []) -> void:
		rows = r
		cols = c
		data.resize(r * c)
		for i in mini(values.size(), data.size()):
			data[i] = values[i]

	static func identity(n: int) -> Matrix:
		var m := Matrix.new(n, n)
		for i in n:
			m.put(i, i, 1)
		return m

	func at(r: int, c: int) -> float:
		return data[r * cols + c]

	func put(r: int, c: int, v: float) -> void:
		data[r * cols + c] = v

	func times(other: Matrix) -> Matrix:
		assert(cols == other.rows, "shapes %dx%d and %dx%d" % [rows, cols, other.rows, other.cols])
		var out := Matrix.new(rows, other.cols)
		for r in rows:
			for c in other.cols:
				var sum := 0.0
				for k in cols:
					sum += at(r, k) * other.at(k, c)
				out.put(r, c, sum)
		return out

	func transposed() -> Matrix:
		var out := Matrix.new(cols, rows)
		for r in rows:
			for c in cols:
				out.put(c, r, at(r, c))
		return out

	func determinant() -> float:
		if rows == 1:
			return data[0]
		var sum := 0.0
		for c in cols:
			sum += (1 if c % 2 == 0 else -1) * at(0, c) * minor(0, c).determinant()
		return sum

	func minor(row: int, col: int) -> Matrix:
		var values := []
		for r in rows:
			if r == row: continue
			for c in cols:
				if c != col: values.append(at(r, c))
		return Matrix.new(rows - 1, cols - 1, values)

	func solve(b: Array) -> Array[float]:
		var m := []
		for r in rows:
			var line: Array = Array(data.slice(r * cols, (r + 1) * cols))
			line.append(float(b[r]))
			m.append(line)
		for i in rows:
			var best := i
			for r in range(i, rows):
				if absf(m[r][i]) > absf(m[best][i]):
					best = r
			var t = m[i]; m[i] = m[best]; m[best] = t
			for r in rows:
				if r != i:
					var f = m[r][i] / m[i][i]
					for c in range(i, cols + 1):
						m[r][c] -= f * m[i][c]
		var out: Array[float] = []
		for i in rows:
			out.append(snappedf(m[i][cols] / m[i][i], 0.0001))
		return out

	func _to_string() -> String:
		var lines := PackedStringArray()
		for r in rows:
			lines.append(" ".join(Array(data.slice(r * cols, (r + 1) * cols)).map(func(v): return "%6.2f" % v)))
		return "\n".join(lines)

func bad_shapes() -> Matrix:
	print("multiplying")
	var m := Matrix.new(2, 3).times(Matrix.new(2, 2))
	print("result ", m)
	return m

func _ready() -> void:
	var a := Matrix.new(2, 3, [1, 2, 3, 4, 5, 6])
	var b := Matrix.new(3, 2, [7, 8, 9, 10, 11, 12])
	print(a.times(b))
	print(a.transposed())
	print(Matrix.identity(3).times(b))
	var m := Matrix.new(3, 3, [2, -1, 0, 1, 3, 2, 0, 5, -4])
	print(m.determinant(), " ", Matrix.identity(4).determinant())
	print(m.solve([1, 13, -2]))
	print(bad_shapes())
	var fib := Matrix.new(2, 2, [1, 1, 1, 0])
	var p := Matrix.identity(2)
	for i in 30:
		p = p.times(fib)
	print(p.at(0, 1))
	get_tree().quit()
