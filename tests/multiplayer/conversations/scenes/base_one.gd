extends Node

@rpc("any_peer")
func one(v):
	print("base one %s" % v)

@rpc("any_peer", "call_local")
func two(v):
	print("base two %s" % v)

@rpc("any_peer")
func three(v):
	print("base three %s" % v)

@rpc("authority")
func four(v):
	print("base four %s" % v)

@rpc("any_peer")
static func five(v):
	print("base five %s" % v)

func six(v):
	print("base six %s" % v)
