"""Asks a real Godot again for the results in matrix_math.txt.

usage: record_matrix_math.py GODOT_COMMAND PROJECT_FOLDER

As record_vector_math.py, for transforms, bases, quaternions and projections.
"""

import pathlib

import record_vector_math as record

MORE = """\
		TYPE_QUATERNION: return "Quaternion(%s)" % nums([v.x, v.y, v.z, v.w])
		TYPE_BASIS: return "Basis(%s, %s, %s)" % [exact(v.x), exact(v.y), exact(v.z)]
		TYPE_TRANSFORM2D:
			return "Transform2D(%s, %s, %s)" % [exact(v.x), exact(v.y), exact(v.origin)]
		TYPE_TRANSFORM3D: return "Transform3D(%s, %s)" % [exact(v.basis), exact(v.origin)]
		TYPE_PROJECTION:
			return "Projection(%s, %s, %s, %s)" % [exact(v.x), exact(v.y), exact(v.z), exact(v.w)]
		TYPE_PACKED_VECTOR2_ARRAY, TYPE_PACKED_VECTOR3_ARRAY:
			return type_string(typeof(v)) + "([%s])" % ", ".join(Array(v).map(exact))
	return "?"
"""

if __name__ == "__main__":
    record.DATA = pathlib.Path(__file__).with_name("matrix_math.txt")
    record.SCRIPT = record.SCRIPT.replace('\treturn "?"\n', MORE)
    record.main()
