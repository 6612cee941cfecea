extends Node
# Sockets beside signals, timers and tweens of a tree.
class Link extends RefCounted:
	signal opened
	signal text(t)
	signal closed(code)
	var ws = WebSocketPeer.new()
	var was = 3
	func poll():
		ws.poll()
		var now = ws.get_ready_state()
		if now == 1 and was != 1: opened.emit()
		was = now if now != 3 else was
		while ws.get_available_packet_count(): text.emit(ws.get_packet().get_string_from_utf8())
		if now == 3 and was == 1:
			was = 3
			closed.emit(ws.get_close_code())
var tcp = TCPServer.new()
var mine = Link.new()
var theirs: Link
func _ready():
	tcp.listen(int(OS.get_environment("PORT")))
	mine.ws.connect_to_url("ws://localhost:" + OS.get_environment("PORT"))
	await mine.opened
	print("opened ", mine.ws.get_ready_state())
	mine.ws.send_text("ping")
	print("heard ", await mine.text)
	await get_tree().create_timer(0.05).timeout
	for i in 3:
		mine.ws.send_text("n%d" % i)
		print("answer ", await mine.text)
	theirs.ws.close(4005, "enough")
	print("closed ", await mine.closed, " ", mine.ws.get_close_reason())
	get_tree().quit()
func _process(_d):
	if tcp.is_connection_available():
		theirs = Link.new()
		theirs.ws.accept_stream(tcp.take_connection())
		theirs.text.connect(func(t): theirs.ws.send_text("re " + t))
	mine.poll()
	if theirs: theirs.poll()
