"""Numbers about the program."""

from __future__ import annotations

from engine import Engine, Node, Object, Performance


def orphans() -> float:
    return Performance.get_monitor(Performance.Monitor.OBJECT_ORPHAN_NODE_COUNT)


def test_orphans_are_counted_with_what_is_below_them() -> None:
    before = orphans()
    node, child = Node(), Node()
    node.add_child(child)
    assert orphans() == before + 2
    node.free()
    assert orphans() == before


def test_objects_are_counted() -> None:
    monitor = Performance.Monitor.OBJECT_COUNT
    before = Performance.get_monitor(monitor)
    kept = [Object() for _ in range(5)]
    assert Performance.get_monitor(monitor) == before + 5
    for one in kept:
        one.free()


def test_it_is_a_singleton_with_its_own_monitors() -> None:
    assert Engine.get_singleton("Performance") is Performance
    Performance.add_custom_monitor("a/b", lambda a: a * 2, [4])
    assert Performance.get_custom_monitor("a/b") == 8
    Performance.remove_custom_monitor("a/b")
    assert not Performance.has_custom_monitor("a/b")
