"""Deferred calls and sets to objects that are gone, or on their way out, when their turn comes."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from engine import Callable, Node, is_instance_valid, print_, str_, weakref

GDSCRIPT_MESSAGES = {"Invalid access to property or key 'food' on a base object": None}


class Pet(Node):
    def __init__(self, label: str) -> None:
        super().__init__()
        self.name = label
        self._food = 0

    @property
    def food(self) -> int:
        return self._food

    @food.setter
    def food(self, amount: int) -> None:
        self._food = amount
        print_("  ", self.name, " food=", amount)

    def speak(self, text: str) -> None:
        print_("  ", self.name, " says ", text, " queued=", self.is_queued_for_deletion())

    def _exit_tree(self) -> None:
        print_("  ", self.name, " exits")


class Main(Node):
    async def _ready(self) -> None:
        get_node = self.get_node
        for label in ["Cat", "Dog", "Eel", "Fox"]:
            self.add_child(Pet(label))
        cat: Any = get_node("Cat")
        dog: Any = get_node("Dog")
        Callable(cat.speak).call_deferred("meow")
        cat.set_deferred("food", 3)
        cat.free()
        print_("cat freed: ", is_instance_valid(cat), " null? ", cat == None)  # noqa: E711
        dog.queue_free()
        Callable(dog.speak).call_deferred("after queue_free")
        dog.queue_free()
        print_(
            "dog queued: ",
            dog.is_queued_for_deletion(),
            " inside: ",
            dog.is_inside_tree(),
            " valid: ",
            is_instance_valid(dog),
        )
        Callable(get_node("Eel").queue_free).call_deferred()
        Callable(get_node("Eel").speak).call_deferred("deferred after deferred queue_free")
        Callable(get_node("Fox").free).call_deferred()
        Callable(get_node("Fox").speak).call_deferred("deferred after deferred free")
        weak = weakref(dog)
        print_("weak alive: ", weak.get_ref() == dog)
        await self.get_tree().process_frame
        print_("next frame: ", self.get_child_count(), " children")
        is_object = isinstance(dog, Node)
        print_(
            "dog valid: ", is_instance_valid(dog), " weak: ", weak.get_ref(), " typeof: ", is_object
        )
        print_("equal to null: ", dog == None, " as condition: ", "true" if dog else "false")  # noqa: E711
        print_("str: ", str_(dog))
        held = [dog, None]
        print_("in an array: ", held)
        print_("next line is cut short")
        with suppress(ReferenceError):
            self.cut_short(dog)
        self.get_tree().quit()

    def cut_short(self, pet: Any) -> None:
        print_(pet.food)
        print_("never printed")
