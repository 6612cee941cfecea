extends Node

const TEXT := """
; a comment
top=1
[section]
a=1
b = "two"
c=Vector2(1, 2)
d={
"k": [1, 2],
"l": null
}
"quoted key"=3
long_string="line 1
line 2"

[other section]
# not a comment
x=true
y=&"name"
z=^"a/b"
col=Color(1, 0, 0, 1)
arr=PackedInt32Array(1, 2)
n=null

[empty]

[section]
e=5
"""


func _ready() -> void:
	values()
	reading()
	mistakes()
	files()
	get_tree().quit()


func values() -> void:
	print("-- values")
	var c := ConfigFile.new()
	print(c.get_sections(), c.encode_to_text(), "|")
	c.set_value("s", "a", 1)
	c.set_value("s", "b", "text \"quoted\"\nline")
	c.set_value("t", "v", Vector3(1, 2, 3))
	c.set_value("", "top", 2.5)
	c.set_value("s", "d", {"x": [1, "2"], 3: null})
	c.set_value("with space", "key with space", &"n")
	c.set_value("s", "ünï", true)
	c.set_value("s", "a=b", 1)
	c.set_value("s", "5", 1)
	c.set_value("br]acket", "k", 1)
	print(c.encode_to_text(), "|")
	print(c.get_sections(), c.get_section_keys("s"))
	print(c.get_value("s", "a"), c.get_value("s", "zz", 7), c.get_value("zz", "a", "def"))
	print(c.get_value("s", "zz"))
	print(c.get_value("zz", "zz"))
	print(c.has_section("s"), c.has_section("zz"), c.has_section_key("s", "a"), c.has_section_key("s", "zz"), c.has_section_key("zz", "a"))
	print(c.get_section_keys("zz"))
	c.set_value("s", "a", null)
	print(c.has_section_key("s", "a"))
	c.set_value("t", "v", null)
	print(c.has_section("t"), c.get_sections())
	c.set_value("new", "v", null)
	print(c.get_sections())
	c.erase_section_key("s", "b")
	c.erase_section_key("s", "b")
	c.erase_section_key("zz", "b")
	c.erase_section("with space")
	c.erase_section("zz")
	c.erase_section_key("", "top")
	print(c.get_sections())
	c.clear()
	print(c.get_sections())


func reading() -> void:
	print("-- reading")
	var c := ConfigFile.new()
	print(c.parse(TEXT))
	for section in c.get_sections():
		for key in c.get_section_keys(section):
			print(section, " / ", key, " = ", c.get_value(section, key), " ", type_string(typeof(c.get_value(section, key))))
	print(c.encode_to_text())
	var again := ConfigFile.new()
	print(again.parse(c.encode_to_text()), again.encode_to_text() == c.encode_to_text())
	print(again.parse("[added]\nb=2"), again.get_sections())
	print(c.parse(""), c.get_sections())


func mistakes() -> void:
	print("-- mistakes")
	for text in ["[open", "a", "a=", "a=1 b=2", "[s]\na=what", "[s]\nok=1\na=[1,", "=1", "]", "[]\na=1", "[a b]x=1", "[s] a=1", "a=\"open", "[s]\nok=1\n[t]\nk=Foo()", "a=1\r\nb=2\r\n", "; only", "a=1;c\nb=2", "a=1 ; c\nb=2", "a b=1", "a.b/c=1", "a:b=1", "[a=b]\nc=1", "\ufeffa=1"]:
		var c := ConfigFile.new()
		print(text.json_escape(), " -> ", c.parse(text), " ", c.get_sections())
		for section in c.get_sections():
			for key in c.get_section_keys(section):
				print("    [", section, "] ", key, " = ", c.get_value(section, key))


func files() -> void:
	print("-- files")
	var c := ConfigFile.new()
	print(c.load("res://missing.cfg"))
	c.set_value("a", "b", [1, 2.5])
	print(c.save("res://c.cfg"), c.save("res://no/c.cfg"))
	print(FileAccess.get_file_as_string("res://c.cfg").json_escape())
	var d := ConfigFile.new()
	print(d.load("res://c.cfg"), d.get_value("a", "b"))
	FileAccess.open("res://bad.cfg", FileAccess.WRITE).store_string("[s]\na=1\nb=what\n")
	print(d.load("res://bad.cfg"), d.get_sections())
