extends Node
## Something with state.

var at := Vector2()
var angle := 0.0
