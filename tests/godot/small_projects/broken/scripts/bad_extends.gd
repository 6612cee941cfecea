extends NoSuchBase
func hello():
	return 1

