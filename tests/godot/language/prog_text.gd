extends Node
# Text work: statistics, wrapping, ciphers, tables, templates, roman numbers, edit distance.

const TEXT = """It was a bright cold day in April,
and the clocks were striking thirteen. It was not
a dream; the clocks were right."""

func wrap_text(t: String, width: int) -> PackedStringArray:
	var lines: PackedStringArray = []
	var line := ""
	for word in t.replace("\n", " ").split(" ", false):
		if line and line.length() + word.length() + 1 > width:
			lines.append(line)
			line = ""
		line += (" " if line else "") + word
	if line:
		lines.append(line)
	return lines

func caesar(t: String, by: int) -> String:
	var out := ""
	for c in t:
		var code := c.unicode_at(0)
		if c >= "a" and c <= "z":
			out += char(posmod(code - 97 + by, 26) + 97)
		elif c >= "A" and c <= "Z":
			out += char(posmod(code - 65 + by, 26) + 65)
		else:
			out += c
	return out

func roman(n: int) -> String:
	var out := ""
	for pair in [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]]:
		while n >= pair[0]:
			out += pair[1]
			n -= pair[0]
	return out

func from_roman(t: String) -> int:
	const V := {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
	var sum := 0
	for i in t.length():
		var v: int = V[t[i]]
		sum += -v if i + 1 < t.length() and v < V[t[i + 1]] else v
	return sum

func distance(a: String, b: String) -> int:
	var row := range(b.length() + 1)
	for i in a.length():
		var last = row.duplicate()
		row[0] = i + 1
		for j in b.length():
			row[j + 1] = mini(mini(row[j], last[j + 1]) + 1, last[j] + (0 if a[i] == b[j] else 1))
	return row[-1]

func rle(t: String) -> String:
	var out := ""
	var i := 0
	while i < t.length():
		var n := 1
		while i + n < t.length() and t[i + n] == t[i]:
			n += 1
		out += (str(n) if n > 1 else "") + t[i]
		i += n
	return out

func is_palindrome(t: String) -> bool:
	var clean := ""
	for c in t.to_lower():
		if c.is_valid_identifier():
			clean += c
	return clean == clean.reverse()

func table(rows: Array, header: Array) -> String:
	var widths := header.map(func(h): return str(h).length())
	for r in rows:
		for i in r.size():
			widths[i] = maxi(widths[i], str(r[i]).length())
	var line := func(r: Array) -> String:
		var cells := []
		for i in r.size():
			cells.append(str(r[i]).lpad(widths[i]) if r[i] is int or r[i] is float else str(r[i]).rpad(widths[i]))
		return "| " + " | ".join(cells) + " |"
	var out: Array[String] = [line.call(header), "|" + "|".join(widths.map(func(w): return "-".repeat(w + 2))) + "|"]
	for r in rows:
		out.append(line.call(r))
	return "\n".join(out)

func title(t: String) -> String:
	return " ".join(Array(t.split(" ")).map(func(w): return w[0].to_upper() + w.substr(1) if w else w))

func anagrams(words: Array) -> Array:
	var groups := {}
	for w in words:
		var letters := Array(w.split(""))
		letters.sort()
		groups.get_or_add("".join(letters), []).append(w)
	return groups.values().filter(func(g): return g.size() > 1)

func _ready() -> void:
	var freq := {}
	for w in TEXT.to_lower().replace(",", "").replace(".", "").replace(";", "").replace("\n", " ").split(" ", false):
		freq[w] = freq.get(w, 0) + 1
	var common := freq.keys().filter(func(k): return freq[k] > 1)
	common.sort()
	print(common.map(func(k): return "%s=%d" % [k, freq[k]]), " ", freq.size())
	for l in wrap_text(TEXT, 30):
		print("[%-30s] %d" % [l, l.length()])
	print(caesar("Hello, World!", 3), " ", caesar(caesar("Hello, World!", 3), -3), " ", caesar("xyz", 29))
	for n in [1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999]:
		print(n, " ", roman(n), " ", from_roman(roman(n)) == n)
	print(distance("kitten", "sitting"), distance("", "abc"), distance("same", "same"), " ", rle("aaabccd"), " ", is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("nope"))
	print(table([["apple", 3, 1.5], ["kiwi", 12, 0.25]], ["name", "n", "price"]))
	print(title("the quick  brown fox"), " ", anagrams(["listen", "silent", "cat", "act", "dog"]))
	print("{0} + {1} = {sum}".format([1, 2]).format({"sum": 3}), " ", "%s, %s!" % ["Hi", "x".to_upper()])
	var vowels := 0
	for c in TEXT:
		vowels += int(c in "aeiouAEIOU")
	print(vowels, " ", TEXT.count("\n"), " ", TEXT.get_slice("\n", 1).length(), " ", TEXT.split("\n")[2].to_upper().left(8))
	get_tree().quit()
