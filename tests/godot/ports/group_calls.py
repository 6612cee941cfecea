"""call_group, set_group, notify_group and the flags; what happens with missing methods."""

from __future__ import annotations

from engine import Node, SceneTree, print_


class Member(Node):
    def __init__(self, label: str) -> None:
        super().__init__()
        self.name = label
        self._level = 0
        self.add_to_group("team")

    @property
    def level(self) -> int:
        return self._level

    @level.setter
    def level(self, value: int) -> None:
        self._level = value
        print_("  ", self.name, " level ", value)

    def shout(self, text: str = "hey", more: str = "") -> None:
        print_("  ", self.name, " ", text, more)

    def _notification(self, what: int) -> None:
        if what == 4000:
            print_("  ", self.name, " notified")


class Mute(Node):
    def __init__(self) -> None:
        super().__init__()
        self.name = "Mute"
        self.add_to_group("team")


class Main(Node):
    async def _ready(self) -> None:
        self.add_child(Member("A"))
        self.add_child(Mute())
        self.add_child(Member("B"))
        self.add_child(Member("C"))
        tree = self.get_tree()
        print_("call_group")
        tree.call_group("team", "shout")
        print_("with arguments")
        tree.call_group("team", "shout", "ho", "!")
        print_("missing method is skipped")
        tree.call_group("team", "dance")
        print_("reverse")
        tree.call_group_flags(SceneTree.GROUP_CALL_REVERSE, "team", "shout")
        print_("deferred")
        tree.call_group_flags(SceneTree.GROUP_CALL_DEFERRED, "team", "shout", "late")
        print_("deferred and unique")
        unique = SceneTree.GROUP_CALL_DEFERRED | SceneTree.GROUP_CALL_UNIQUE
        tree.call_group_flags(unique, "team", "shout", "unique1")
        tree.call_group_flags(unique, "team", "shout", "unique2")
        print_("set_group")
        tree.set_group("team", "level", 7)
        print_("set_group reverse")
        tree.set_group_flags(SceneTree.GROUP_CALL_REVERSE, "team", "level", 8)
        print_("notify_group")
        tree.notify_group("team", 4000)
        print_("notify_group reverse")
        tree.notify_group_flags(SceneTree.GROUP_CALL_REVERSE, "team", 4000)
        print_("end of _ready")
        await tree.process_frame
        print_(
            "flags ",
            SceneTree.GROUP_CALL_DEFAULT,
            SceneTree.GROUP_CALL_REVERSE,
            SceneTree.GROUP_CALL_DEFERRED,
            SceneTree.GROUP_CALL_UNIQUE,
        )
        tree.quit()
