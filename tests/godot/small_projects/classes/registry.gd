class_name Registry
static var count := 0
static var _names: Array[String] = []
static func add(n: String) -> void:
	count += 1
	if n not in _names:
		_names.append(n)
static func names() -> Array[String]:
	return _names
static func _static_init() -> void:
	add("registry itself")
