extends Node

const LINES: Array[PackedInt32Array] = []
const WINS = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]]
enum Mark { NONE, X, O }

class Board:
	var cells: Array[Mark] = []
	static var looked := 0

	func _init() -> void:
		cells.resize(9)
		cells.fill(Mark.NONE)

	func winner() -> Mark:
		for line in WINS:
			var a := cells[line[0]]
			if a != Mark.NONE and a == cells[line[1]] and a == cells[line[2]]:
				return a
		return Mark.NONE

	func moves() -> Array[int]:
		var out: Array[int] = []
		for i in 9:
			if cells[i] == Mark.NONE:
				out.append(i)
		return out

	func minimax(who: Mark, me: Mark, depth := 0, alpha := -100, beta := 100) -> Dictionary:
		looked += 1
		var w := winner()
		if w != Mark.NONE:
			return {score = 10 - depth if w == me else depth - 10}
		var free := moves()
		if not free:
			return {score = 0}
		var best := {score = -100 if who == me else 100, move = -1}
		for m in free:
			cells[m] = who
			var r := minimax(Mark.O if who == Mark.X else Mark.X, me, depth + 1, alpha, beta)
			cells[m] = Mark.NONE
			if (who == me and r.score > best.score) or (who != me and r.score < best.score):
				best = {score = r.score, move = m}
			if who == me:
				alpha = maxi(alpha, best.score)
			else:
				beta = mini(beta, best.score)
			if beta <= alpha:
				break
		return best

	func _to_string() -> String:
		var out := ""
		for i in 9:
			out += ".XO"[cells[i]]
			if i % 3 == 2 and i < 8:
				out += "\n"
		return out

func play(first: Array, o_smart := true) -> Mark:
	var b := Board.new()
	var turn := Mark.X
	for m in first:
		b.cells[m] = turn
		turn = Mark.O if turn == Mark.X else Mark.X
	while b.winner() == Mark.NONE and b.moves():
		var m: int = b.minimax(turn, turn).move if turn == Mark.X or o_smart else b.moves()[0]
		b.cells[m] = turn
		turn = (turn % 2 + 1) as Mark
	print(b, "\nwinner: ", Mark.find_key(b.winner()))
	return b.winner()

func _ready() -> void:
	play([0, 4])
	print(play([0, 1, 8], false) == Mark.X)
	print(Board.looked > 100, " ", LINES.size())
	var b := Board.new()
	b.cells = [1, 1, 0, 2, 2, 0, 0, 0, 0] as Array[Mark]
	print(b.minimax(Mark.X, Mark.X), b.minimax(Mark.O, Mark.O))
	get_tree().quit()
