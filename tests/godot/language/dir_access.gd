extends Node


func _ready() -> void:
	opening()
	making()
	listing()
	moving()
	links()
	temporary()
	get_tree().quit()


func put(path: String, text := "x") -> void:
	FileAccess.open(path, FileAccess.WRITE).store_string(text)


func opening() -> void:
	print("-- opening")
	print(DirAccess.open("res://missing"), " ", DirAccess.get_open_error())
	var d := DirAccess.open("res://")
	print(d.get_class(), " ", DirAccess.get_open_error(), " ", d.get_current_dir())
	print(d.get_current_dir(false), " ", d.include_hidden, d.include_navigational)
	print(DirAccess.open(ProjectSettings.globalize_path("res://")).get_current_dir() == ProjectSettings.globalize_path("res://").trim_suffix("/"))
	put("res://a.txt")
	print(DirAccess.open("res://a.txt"), " ", DirAccess.get_open_error())
	print(DirAccess.open("") != null, " ", DirAccess.get_open_error())
	print(DirAccess.dir_exists_absolute("res://"), DirAccess.dir_exists_absolute("res://nope"), DirAccess.dir_exists_absolute("res://a.txt"), DirAccess.dir_exists_absolute("user://"))


func making() -> void:
	print("-- making")
	var d := DirAccess.open("res://")
	print(d.make_dir("one"), " ", d.make_dir("one"), " ", d.make_dir("two/three"))
	print(d.make_dir_recursive("two/three"), " ", d.make_dir_recursive("two/three"), " ", d.make_dir_recursive("res://two/four/five"))
	print(DirAccess.make_dir_absolute("res://six"), " ", DirAccess.make_dir_absolute("res://six"), " ", DirAccess.make_dir_recursive_absolute("res://s/e/v"))
	print(d.dir_exists("one"), d.dir_exists("two/three"), d.dir_exists("res://s/e/v"), d.dir_exists("seven"), d.dir_exists("a.txt"), d.dir_exists(""))
	print(d.file_exists("a.txt"), d.file_exists("res://a.txt"), d.file_exists("one"), d.file_exists("b.txt"))
	print(d.change_dir("two"), " ", d.get_current_dir(), " ", d.change_dir("three"), " ", d.get_current_dir())
	print(d.change_dir(".."), " ", d.get_current_dir(), " ", d.change_dir("nope"), " ", d.get_current_dir())
	print(d.make_dir("here"), d.dir_exists("here"), d.dir_exists("res://two/here"))
	print(d.change_dir("../.."), " ", d.get_current_dir())
	print(d.change_dir("res://s/e"), " ", d.get_current_dir())
	print(d.change_dir("../../../../.."), " ", d.get_current_dir())
	print(d.change_dir(""), " ", d.get_current_dir())


func listing() -> void:
	print("-- listing")
	DirAccess.make_dir_absolute("res://l")
	for name in ["b.txt", "a.txt", "C.txt", "10.txt", "9.txt", ".hidden", "ä.txt"]:
		put("res://l/" + name)
	for name in ["sub", "Other", ".secret"]:
		DirAccess.make_dir_absolute("res://l/" + name)
	print(DirAccess.get_files_at("res://l"))
	print(DirAccess.get_directories_at("res://l"))
	print(DirAccess.get_files_at("res://nope"), DirAccess.get_directories_at("res://nope"))
	var d := DirAccess.open("res://l")
	d.include_hidden = true
	print(d.get_files(), d.get_directories())
	d.include_navigational = true
	print(d.get_files(), d.get_directories())
	d.include_hidden = false
	print(d.get_directories())
	d.include_navigational = false
	print(d.list_dir_begin())
	var files := []
	var folders := []
	var name := d.get_next()
	while name != "":
		if d.current_is_dir():
			folders.append(name)
		else:
			files.append(name)
		name = d.get_next()
	files.sort()
	folders.sort()
	print(files, folders)
	print(d.get_next(), "|", d.current_is_dir())
	d.list_dir_end()
	d.set_include_navigational(true)
	d.set_include_hidden(true)
	d.list_dir_begin()
	var all := []
	name = d.get_next()
	while name != "":
		all.append(name)
		name = d.get_next()
	all.sort()
	print(all, d.get_include_hidden(), d.get_include_navigational())


func moving() -> void:
	print("-- moving")
	var d := DirAccess.open("res://")
	put("res://f.txt", "text")
	print(d.copy("f.txt", "g.txt"), FileAccess.get_file_as_string("res://g.txt"))
	print(d.copy("nope.txt", "h.txt"))
	print(d.copy("f.txt", "nope/h.txt"))
	print(DirAccess.copy_absolute("res://f.txt", "res://one/f.txt"), d.file_exists("one/f.txt"))
	print(d.rename("g.txt", "i.txt"), d.file_exists("g.txt"), d.file_exists("i.txt"))
	print(d.rename("nope.txt", "j.txt"))
	print(d.rename("one", "uno"), d.dir_exists("one"), d.dir_exists("uno"))
	print(d.rename("i.txt", "f.txt"), d.file_exists("i.txt"))
	print(DirAccess.rename_absolute("res://f.txt", "res://k.txt"), d.file_exists("k.txt"))
	print(d.remove("k.txt"), d.file_exists("k.txt"), d.remove("k.txt"))
	print(d.remove("uno"), d.dir_exists("uno"))
	print(DirAccess.remove_absolute("res://uno/f.txt"), DirAccess.remove_absolute("res://uno"), d.dir_exists("uno"))
	print(DirAccess.remove_absolute("res://nope"))
	print(d.remove("l/sub"), d.dir_exists("l/sub"))
	print(d.get_space_left() > 0, " ", d.is_case_sensitive("res://"), d.is_bundle("l"), DirAccess.get_drive_name(99) == "")
	print(d.is_equivalent("l", "res://l"), d.is_equivalent("l", "two"))


func links() -> void:
	print("-- links")
	var d := DirAccess.open("res://")
	put("res://target.txt", "linked")
	print(d.create_link("target.txt", "link.txt"), d.is_link("link.txt"), d.is_link("target.txt"), d.read_link("link.txt"), "|", d.read_link("target.txt"), "|", d.read_link("nope"))
	print(FileAccess.get_file_as_string("res://link.txt"))
	print(d.create_link("target.txt", "link.txt"))
	print(d.get_files())
	print(d.remove("link.txt"), d.file_exists("target.txt"))


func temporary() -> void:
	print("-- temporary")
	var d := DirAccess.create_temp("pre")
	var path := d.get_current_dir()
	print(path.get_file().begins_with("pre"), DirAccess.dir_exists_absolute(path))
	d = null
	print(DirAccess.dir_exists_absolute(path))
	var f := FileAccess.create_temp(FileAccess.WRITE_READ, "pre", "txt")
	path = f.get_path()
	print(path.get_file().begins_with("pre"), path.get_extension(), FileAccess.file_exists(path))
	f.store_string("abc")
	f.seek(0)
	print(f.get_as_text())
	f = null
	print(FileAccess.file_exists(path))
