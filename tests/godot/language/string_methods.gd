extends Node

func _ready() -> void:
	var s := "Hello World"
	print(s.to_upper(), s.to_lower(), " ", s.length(), " ", s.capitalize(), " ", "some_snakeCase text".capitalize())
	print("HelloWorld2D".to_snake_case(), " ", "hello_world".to_camel_case(), " ", "hello world".to_pascal_case(), " ", "HelloWorld".to_kebab_case())
	print(s.find("o"), " ", s.find("o", 5), " ", s.rfind("o"), " ", s.find("z"), " ", s.findn("WORLD"), " ", s.rfind("l", 4), " ", s.count("l"), " ", s.countn("L", 0, 5))
	print(s.substr(3), "|", s.substr(3, 4), "|", s.substr(-3), "|", s.substr(20), "|", s.left(3), "|", s.right(3), "|", s.left(-3), "|", s.right(-3))
	print(s.begins_with("He"), s.ends_with("ld"), s.contains("lo W"), s.containsn("LO w"), s.begins_with(""))
	print(s.replace("l", "L"), " ", s.replacen("WORLD", "there"), " ", s.insert(5, ","), " ", s.erase(0, 6), " ", s.reverse())
	print("a,b,,c".split(","), "a,b,,c".split(",", false), "a,b,c,d".split(",", true, 2), "a,b,c,d".rsplit(",", true, 1), "abc".split(""), "abc".split(","))
	print("1.5,2,x".split_floats(","), " ", ", ".join(["x", "y", "z"]), " ", "".join(["a", "b"]))
	print("  trim me \t\n".strip_edges(), "|", "  left".strip_edges(true, false), "|", "right  ".strip_edges(false, true), "|", "xxabcxx".lstrip("x"), "|", "xxabcxx".rstrip("x"), "|", "a\tb\n".strip_escapes())
	print("file.tar.gz".get_extension(), " ", "res://a/b.txt".get_basename(), " ", "res://a/b.txt".get_file(), " ", "res://a/b.txt".get_base_dir(), " ", "a".path_join("b"), " ", "a/".path_join("/b"), " ", "a/../b/./c".simplify_path(), " ", "res://x".is_absolute_path(), " ", "x".is_relative_path())
	print("12".is_valid_int(), "1.5".is_valid_int(), "1.5".is_valid_float(), "1e5".is_valid_float(), "abc_1".is_valid_identifier(), "1abc".is_valid_identifier(), "ff".is_valid_hex_number(), "0xff".is_valid_hex_number(true), "#ff0000".is_valid_html_color(), "a.b".is_valid_filename(), "127.0.0.1".is_valid_ip_address())
	print("12abc".to_int(), " ", "a-5".to_int(), " ", "3.7xyz".to_float(), " ", "ff".hex_to_int(), " ", "101".bin_to_int())
	print("5".pad_zeros(3), " ", "1.5".pad_decimals(3), " ", "abc".lpad(6, "."), " ", "abc".rpad(6), "|", "12.3456".pad_decimals(1))
	print(String.num(3.14159, 2), " ", String.num(3.0), " ", String.num_int64(255, 16), " ", String.num_int64(255, 16, true), " ", String.num_uint64(5, 2), " ", String.num_scientific(12345.678), " ", String.chr(0x1F600))
	print("abc".unicode_at(1), " ", "a".casecmp_to("b"), " ", "A".nocasecmp_to("a"), " ", "file10".naturalnocasecmp_to("file9"), " ", "file10".naturalcasecmp_to("file9"), " ", "file10".filecasecmp_to("file9"))
	print("hello".match("h*o"), "hello".match("h?llo"), "Hello".matchn("hell?"), "hello".match("x*"))
	print("hello".similarity("hallo"), " ", "abc".is_subsequence_of("aabbcc"), " ", "ABC".is_subsequence_ofn("aabbcc"), " ", "hello".bigrams())
	print("abc".md5_text(), " ", "abc".sha1_text(), " ", "abc".sha256_text())
	print("abc".hash(), " ", "".hash(), " ", hash("abc"), " ", hash(&"abc"))
	print("a b&c=d/é".uri_encode(), " ", "a%20b%26".uri_decode(), " ", "a+b".uri_decode(), " ", "<a href=\"x\">&'".xml_escape(), " ", "<a href=\"x\">&'".xml_escape(true), " ", "&lt;b&gt;".xml_unescape())
	print("a\"b\\c\n".c_escape(), " ", "a\\nb".c_unescape().length(), " ", "{\"a\"}".json_escape())
	print("a b c".get_slice(" ", 1), " ", "a b c".get_slice_count(" "), " ", "abc\ndef".get_slicec(10, 1), " ", "x".get_slice(",", 3))
	print("abc".trim_prefix("a"), " ", "abc".trim_suffix("c"), " ", "abc".trim_prefix("x"))
	print("\tindented\n\t\tmore".dedent(), "|", "a\nb".indent("> "))
	print("text {0} and {1}".format(["A", "B"]), " ", "{name} is {age}".format({"name": "Bob", "age": 5}), " ", "{a}".format([["a", 1]]), " ", "_x_".format({"x": 9}, "__"), " ", "$a".format({"a": 3}, "$_"), " ", "{missing}".format({"x": 1}))
	print("node:name@x/y.z\"%".validate_node_name(), " ", "a:b/c".validate_filename(), " ", "a b-c".to_snake_case())
	print("abc".to_utf8_buffer().hex_encode(), " ", "616263".hex_decode(), " ", "YWJj".length())
	print("éàü".to_upper(), " ", "ÉÀÜ".to_lower(), " ", "ß".to_upper(), " ", "ǆ".capitalize(), " ", "ÀB".to_snake_case())
	print("one two  three".split(" ", false), " ", "k=v;k2=v2".split(";"))
	print("a".nocasecmp_to("B"), "b".casecmp_to("a"), "a" == "a", "abc".get_slice("b", 1))
	for c in "añ😀":
		print(c, " ", c.length(), " ", c.unicode_at(0))
	var word := "stream"
	print(word[0], word[-1], word[word.length() - 2])
	word[0] = "S"
	word[-1] = "M"
	print(word)
	var dyn = "dynamic"
	print(dyn[2], dyn[-2], dyn.length(), dyn.to_upper().left(3).to_lower())
	dyn[0] = "D"
	print(dyn)
	get_tree().quit()
