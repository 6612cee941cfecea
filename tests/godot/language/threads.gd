extends Node

var m := Mutex.new()
var s := Semaphore.new()
var total := 0


func work(n: int) -> int:
	for i in n:
		m.lock()
		total += 1
		m.unlock()
	return n * 2


func tries() -> bool:
	var got := m.try_lock()
	if got:
		m.unlock()
	return got


func waits() -> String:
	s.wait()
	return "woken"


func _ready() -> void:
	var t := Thread.new()
	print(t.is_started(), t.is_alive(), t.get_id(), "|")
	print(t.start(work.bind(50)), t.is_started(), t.get_id() != "")
	print(t.wait_to_finish(), t.is_started(), t.is_alive(), t.get_id(), "|")
	print(total)
	print(t.start(func(): return [1, 2]), " ", t.start(work.bind(1)), t.wait_to_finish())
	print(t.wait_to_finish())
	print(t.start(waits, Thread.PRIORITY_LOW), t.is_alive())
	s.post()
	print(t.wait_to_finish())
	var threads: Array[Thread] = []
	for i in 4:
		var one := Thread.new()
		one.start(work.bind(10))
		threads.append(one)
	for one in threads:
		print(one.wait_to_finish())
	print(total)
	print(m.try_lock(), m.try_lock())
	m.unlock()
	m.unlock()
	print(s.try_wait())
	s.post()
	print(s.try_wait(), s.try_wait())
	s.post(2)
	print(s.try_wait(), s.try_wait(), s.try_wait())
	t.start(tries)
	print(t.wait_to_finish())
	m.lock()
	t.start(tries)
	print(t.wait_to_finish())
	m.unlock()
	print(Thread.is_main_thread())
	t.start(func(): return Thread.is_main_thread())
	print(t.wait_to_finish())
	print(t.start(Callable()))
	print(t.is_started())
	Thread.set_thread_safety_checks_enabled(true)
	print(Thread.PRIORITY_NORMAL, OS.get_main_thread_id() == OS.get_thread_caller_id())
	get_tree().quit()
