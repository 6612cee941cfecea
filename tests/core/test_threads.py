"""Threads, and what they wait with."""

from __future__ import annotations

from engine import OK, Callable, Mutex, Semaphore, Thread
from tests.core.recorded_values import heard


def test_functions_of_python_run_in_threads() -> None:
    thread = Thread()
    assert thread.start(lambda: 1 + 2) is OK
    assert thread.wait_to_finish() == 3
    assert thread.start(Callable(max).bind(1, 2)) is OK
    assert thread.wait_to_finish() == 2


def test_an_exception_is_said_and_gives_nothing() -> None:
    def fails() -> None:
        raise ValueError("wrong")

    thread = Thread()
    with heard() as found:
        thread.start(fails)
        assert thread.wait_to_finish() is None
    assert "wrong" in found[0]


def test_a_mutex_is_held_for_a_block() -> None:
    mutex, thread = Mutex(), Thread()
    with mutex:
        thread.start(mutex.try_lock)
        assert thread.wait_to_finish() is False
    with heard() as found:
        mutex.unlock()
    assert len(found) == 1


def test_threads_wait_for_each_other() -> None:
    mutex, ready, done, numbers = Mutex(), Semaphore(), Semaphore(), list[int]()

    def consumer() -> None:
        ready.wait()
        with mutex:
            numbers.append(len(numbers))
        done.post()

    threads = [Thread() for _ in range(3)]
    for thread in threads:
        thread.start(consumer)
    ready.post(3)
    for _ in threads:
        done.wait()
    assert [thread.wait_to_finish() for thread in threads] == [None] * 3
    assert numbers == [0, 1, 2]


def test_a_thread_that_nobody_waits_for() -> None:
    begun, gate = Semaphore(), Semaphore()

    def work() -> None:
        begun.post()
        gate.wait()

    thread = Thread()
    thread.start(work)
    begun.wait()
    with heard() as found:
        del thread
    gate.post()
    assert "without its completion having been realized" in found[0]


def test_a_count_has_to_be_posted() -> None:
    with heard() as found:
        Semaphore().post(0)
    assert found == ['ERROR: Condition "p_count <= 0" is true.']
