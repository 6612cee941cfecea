extends Node
func drain(u, ms = 15):
	OS.delay_msec(ms)
	var got = []
	while u.get_available_packet_count() > 0:
		got.append([u.get_packet().get_string_from_utf8(), u.get_packet_ip()])
	return got
func _ready():
	var port = int(OS.get_environment("PORT"))
	var port2 = int(OS.get_environment("PORT2"))
	var a = PacketPeerUDP.new()
	var b = PacketPeerUDP.new()
	print(a.bind(port, "0.0.0.0"), " ", b.bind(port2, "0.0.0.0"))
	print(b.set_dest_address("255.255.255.255", port), " ", b.put_packet("no".to_utf8_buffer()))
	b.set_broadcast_enabled(true)
	print(b.set_dest_address("127.255.255.255", port), " ", b.put_packet("broad".to_utf8_buffer()), " ", drain(a))
	b.set_broadcast_enabled(false)
	print(b.put_packet("broad".to_utf8_buffer()), " ", drain(a))
	for g in ["239.1.2.3", "224.0.0.1", "1.2.3.4", "ff02::1", "", "x"]:
		print(g, " ", a.join_multicast_group(g, "lo"), " ", a.join_multicast_group(g, "lo"), " ", a.leave_multicast_group(g, "lo"), " ", a.leave_multicast_group(g, "lo"))
	for n in ["", "nothere", "lo "]:
		print("'", n, "' ", a.join_multicast_group("239.1.2.4", n), " ", a.leave_multicast_group("239.1.2.4", n))
	var u = PacketPeerUDP.new()
	print(u.join_multicast_group("239.1.2.3", "lo"))
	print(u.leave_multicast_group("239.1.2.3", "lo"))
	u.set_broadcast_enabled(true)
	print(u.bind(0), " ", u.get_local_port() > 0, " ", u.join_multicast_group("239.1.2.3", "lo"), " ", u.join_multicast_group("ff02::1234", "lo"))
	u.close()
	print(u.get_local_port(), " ", u.is_bound(), " ", u.wait())
	var s = UDPServer.new()
	print(s.listen(port), " ", s.is_listening(), " ", s.listen(port + 1000, "239.1.2.3"))
	get_tree().quit()
