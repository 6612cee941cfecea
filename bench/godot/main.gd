extends Node
## Runs one workload and prints one JSON line: the twin of bench/measure.py.
##
## Usage: godot --headless --fixed-fps 60 --path DIR -- '{"workload": "moving", ...}'
##
## A frame workload (it has `setup`) is timed from frame to frame: this node's `_process` runs
## before every other, so two readings of the clock span exactly one frame, whatever the work is
## filed under (process, signals, timers). The same frames without the work, measured first in the
## same process, are subtracted; the rest is what the work costs, and nothing it causes can hide.
## With --fixed-fps and --headless no frame waits for anything.
##
## A call workload (it has `run_calls`) is timed over batches of calls in one loop; the same loop
## with nothing in it is subtracted.

var plan: Dictionary
var workload: Node
var stamps := PackedInt64Array()
var empty_frame := -1.0


func _ready() -> void:
	process_priority = -1000000
	plan = JSON.parse_string(OS.get_cmdline_user_args()[0])
	var script: GDScript = load("res://%s.gd" % plan.workload)
	workload = script.new()
	add_child(workload)
	if workload.has_method("run_calls"):
		set_process(false)
		measure_calls()


func _process(_delta: float) -> void:
	stamps.append(Time.get_ticks_usec())
	if stamps.size() <= int(plan.warm_up) + int(plan.frames):
		return
	var frame := median_interval(int(plan.warm_up))
	stamps.clear()
	if empty_frame < 0.0:
		empty_frame = frame
		workload.setup(int(plan.count))
	else:
		report(frame - empty_frame, {"frame_us": frame, "empty_frame_us": empty_frame})


func measure_calls() -> void:
	var calls := int(plan.count)
	var times := PackedFloat64Array()
	var loops := PackedFloat64Array()
	workload.setup()
	for batch in int(plan.warm_up) + int(plan.frames):
		var start := Time.get_ticks_usec()
		run_nothing(calls)
		var middle := Time.get_ticks_usec()
		workload.run_calls(calls)
		var end := Time.get_ticks_usec()
		if batch >= int(plan.warm_up):
			loops.append(middle - start)
			times.append(end - middle)
	var loop := median(loops)
	var batch_time := median(times)
	report((batch_time - loop) / calls, {"batch_us": batch_time, "empty_batch_us": loop})


func run_nothing(calls: int) -> void:
	for i in calls:
		pass


func report(usec: float, details: Dictionary) -> void:
	var figures := {
		"workload": plan.workload,
		"ns": usec * 1000.0,
		"checksum": workload.checksum(),
		"version": Engine.get_version_info().string,
		"debug": OS.is_debug_build(),
		"editor": OS.has_feature("editor"),
	}
	figures.merge(details)
	print(JSON.stringify(figures, "", true, true))
	get_tree().quit()


func median_interval(skip: int) -> float:
	var intervals := PackedFloat64Array()
	for i in range(skip + 1, stamps.size()):
		intervals.append(stamps[i] - stamps[i - 1])
	return median(intervals)


func median(values: PackedFloat64Array) -> float:
	var ordered := values.duplicate()
	ordered.sort()
	var half := ordered.size() / 2
	if ordered.size() % 2 == 1:
		return ordered[half]
	return (ordered[half - 1] + ordered[half]) / 2.0
