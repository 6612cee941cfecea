extends "res://scenes/base_one.gd"

func one(v):
	print("child one %s" % v)
	super(v)

@rpc("any_peer", "call_remote")
func two(v):
	print("child two %s" % v)

@rpc("any_peer")
func four(v):
	print("child four %s" % v)
	super.four(v)

@rpc("any_peer")
func six(v):
	super(v)
	six_b.rpc(v)

@rpc
func six_b(v):
	print("six_b %s" % v)
