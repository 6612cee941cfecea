extends Node

const GREETING = "hello"
const MULTI = """line one
line two	tabbed
 "quoted" 'single'"""

func _ready() -> void:
	print("double \"quoted\" 'single'")
	print('single \'quoted\' "double"')
	print("tab\tnew\nline \\ back \a bell?".replace("\a", "<a>").c_escape())
	print("unicode \u00e9 \u4e2d \U01F600 é中😀")
	print("a\
b")
	print("""triple "with" quotes""")
	print('''triple 'with' quotes''')
	print(MULTI)
	print("""first
second \
joined
	indented""")
	print(r"raw \n \t stays", r'C:\path\file', r"quote \" inside")
	print(r"""raw triple \n
next""")
	print(&"name", " ", ^"path/to:prop", " ", &'single', " ", ^'p')
	print("[%s]" % "", "".is_empty(), " ".is_empty())
	print("bs\b ff\f vt\v cr\r end".c_escape())
	print("\u0041\u0042", "\U000043")
	print("tab	inside".length())
	print(GREETING + ", " + "world" + "!")
	print("x" + str(1) + "y" + str(2.0))
	print("a" < "b", " ", "a" < "B", " ", "abc" < "abd", " ", "" < "a", " ", "Z" < "a", " ", "a" == &"a", " ", "10" < "9")
	print("in" in "string", " ", "x" in "string", " ", "" in "abc", " ", "x" not in "abc")
	print("é".length(), " ", "😀".length(), " ", "中文".length(), " ", "e\u0301".length())
	var s := "build"
	s += "ing"
	s += " "
	s += &"blocks"
	print(s, " ", s.length())
	print("%" + "d", " ", "100%")
	print("""
""".c_escape())
	print("multi", "arg", 1, 2.0, null, true)
	print("a".repeat(3), " ", "ab" + "-".repeat(0) + "cd")
	print("semi"); print("colon")
	var long = "one " + \
		"two " + \
		"three"
	print(long)
	var grouped = ("left "
		+ "right "
		+ "end")
	print(grouped)
	get_tree().quit()
