"""Menus: their entries, and choosing from them."""

from __future__ import annotations

import pytest

from engine.core.input_enums import Key, KeyModifierMask
from engine.core.input_event_key import InputEventKey
from engine.core.rect2i import Rect2i
from engine.core.shortcut import Shortcut
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.menu_button import MenuButton
from engine.gui.option_button import OptionButton
from engine.gui.popup_menu import PopupMenu
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands, log_of

PLACE = Rect2i(100, 100, 0, 0)


@pytest.fixture
def hands(tree: HeadlessTree) -> Hands:
    return Hands(tree)


@pytest.fixture
def menu(tree: HeadlessTree, hands: Hands) -> PopupMenu:
    """Five entries: zero, one (id 11), a line, a checkable one (id 30), a disabled one."""
    made = PopupMenu()
    made.add_item("zero")
    made.add_item("one", 11)
    made.add_separator()
    made.add_check_item("check", 30)
    made.add_item("disabled")
    made.set_item_disabled(4, True)
    return tree.add(made)


def open_menu(tree: HeadlessTree, menu: PopupMenu) -> None:
    menu.popup(PLACE)
    tree.tick()


# Entries ------------------------------------------------------------------------------------------


def test_an_id_is_the_place_unless_it_is_given(menu: PopupMenu) -> None:
    assert [menu.get_item_id(i) for i in range(5)] == [0, 11, -1, 30, 4]
    assert menu.get_item_index(30) == 3
    assert menu.get_item_index(99) == -1


def test_setters_count_from_the_end_and_getters_do_not(menu: PopupMenu) -> None:
    menu.set_item_text(-1, "last")
    assert menu.get_item_text(4) == "last"
    with expect_error("Index p_idx = -1 is out of bounds (items.size() = 5)."):
        assert menu.get_item_text(-1) == ""
    with expect_error("Index p_idx = -4 is out of bounds (items.size() = 5)."):
        menu.set_item_text(-9, "x")


def test_states_go_round(menu: PopupMenu) -> None:
    menu.add_multistate_item("m", 3, 1)
    menu.toggle_item_multistate(5)
    assert menu.get_item_multistate(5) == 2
    menu.toggle_item_multistate(5)
    assert menu.get_item_multistate(5) == 0


def test_changes_are_told_once(menu: PopupMenu) -> None:
    heard = log_of(menu, "menu_changed")
    menu.set_item_text(0, "null")
    menu.set_item_text(0, "null")
    menu.set_item_checked(3, True)
    menu.remove_item(0)
    assert len(heard) == 3


def test_entries_as_properties() -> None:
    menu = PopupMenu()
    menu.item_count = 2
    menu.set("item_0/text", "radio")
    menu.set("item_0/checkable", 2)
    menu.set("item_1/id", 7)
    assert menu.is_item_radio_checkable(0)
    assert (menu.get("item_0/text"), menu.get("item_0/checkable"), menu.get("item_1/id")) == (
        "radio",
        2,
        7,
    )


def test_a_shortcut_names_its_entry() -> None:
    key = InputEventKey()
    key.keycode = Key.KEY_S
    key.ctrl_pressed = True
    shortcut = Shortcut()
    shortcut.resource_name = "Save"
    shortcut.events = [key]
    menu = PopupMenu()
    menu.add_shortcut(shortcut, 5)
    menu.add_item("key", 6, Key.KEY_D | KeyModifierMask.KEY_MASK_CTRL)
    assert menu.get_item_text(0) == "Save"
    chosen: list[int] = []
    menu.id_pressed.connect(chosen.append)
    press = key.duplicate()
    press.pressed = True
    assert menu.activate_item_by_event(press)
    assert not menu.activate_item_by_event(press, True)
    press.keycode = Key.KEY_D
    assert menu.activate_item_by_event(press)
    menu.set_item_shortcut_disabled(1, True)
    assert not menu.activate_item_by_event(press)
    assert chosen == [5, 6]


# Size ---------------------------------------------------------------------------------------------


def test_how_large_a_menu_is() -> None:
    menu = PopupMenu()
    sizes = []
    menu.add_item("q")
    sizes.append(menu.get_contents_minimum_size())
    menu.add_item("abc")
    sizes.append(menu.get_contents_minimum_size())
    menu.set_item_indent(1, 2)
    sizes.append(menu.get_contents_minimum_size())
    menu.set_item_accelerator(0, Key.KEY_K | KeyModifierMask.KEY_MASK_CTRL)
    sizes.append(menu.get_contents_minimum_size())
    menu.add_separator()
    sizes.append(menu.get_contents_minimum_size())
    assert sizes == [
        Vector2(50, 35),
        Vector2(68, 62),
        Vector2(88, 62),
        Vector2(144, 62),
        Vector2(144, 66),
    ]


def test_it_takes_the_size_of_its_entries(tree: HeadlessTree, menu: PopupMenu) -> None:
    open_menu(tree, menu)
    assert menu.position == Vector2i(100, 100)
    assert Vector2(menu.size) == menu.get_contents_minimum_size()


def test_a_long_menu_stays_inside(tree: HeadlessTree, hands: Hands) -> None:
    menu = tree.add(PopupMenu())
    for number in range(40):
        menu.add_item(str(number))
    open_menu(tree, menu)
    assert (menu.size.y, menu.position.y) == (600, 0)
    hands.key(Key.KEY_UP)
    assert menu.get_focused_item() == 39


# Choosing -----------------------------------------------------------------------------------------


def test_keys_go_round_and_leave_out_what_cannot_be_chosen(
    tree: HeadlessTree, menu: PopupMenu, hands: Hands
) -> None:
    open_menu(tree, menu)
    focused: list[int] = []
    menu.id_focused.connect(focused.append)
    for _ in range(4):
        hands.key(Key.KEY_DOWN)
    hands.key(Key.KEY_UP)
    assert focused == [0, 11, 30, 0, 30]


def test_choosing_hides_first_and_then_tells(
    tree: HeadlessTree, menu: PopupMenu, hands: Hands
) -> None:
    heard = log_of(menu, "popup_hide", "visibility_changed", "id_pressed", "index_pressed")
    open_menu(tree, menu)
    menu.set_focused_item(1)
    hands.key(Key.KEY_ENTER)
    assert heard == [
        "visibility_changed",
        "popup_hide",
        "visibility_changed",
        "id_pressed",
        "index_pressed",
    ]


@pytest.mark.parametrize("stays", [True, False])
def test_it_may_stay_open(tree: HeadlessTree, menu: PopupMenu, hands: Hands, stays: bool) -> None:
    menu.hide_on_checkable_item_selection = not stays
    open_menu(tree, menu)
    menu.set_focused_item(3)
    hands.key(Key.KEY_ENTER)
    assert menu.visible is stays


def test_clicking_an_entry(tree: HeadlessTree, menu: PopupMenu, hands: Hands) -> None:
    chosen: list[int] = []
    menu.id_pressed.connect(chosen.append)
    open_menu(tree, menu)
    hands.move(130, 145)
    assert menu.get_focused_item() == 1
    hands.click(130, 160)  # the line
    hands.click(130, 205)  # disabled
    assert menu.visible
    hands.click(130, 145)
    assert (chosen, menu.visible) == ([11], False)


@pytest.mark.parametrize("how", ["beside", "escape"])
def test_going_away(tree: HeadlessTree, menu: PopupMenu, hands: Hands, how: str) -> None:
    open_menu(tree, menu)
    if how == "beside":
        hands.click(800, 500)
    else:
        hands.key(Key.KEY_ESCAPE)
    assert menu.visible
    tree.tick()
    assert not menu.visible


def test_typing_looks_for_an_entry(tree: HeadlessTree, menu: PopupMenu, hands: Hands) -> None:
    open_menu(tree, menu)
    hands.key(Key.KEY_C, unicode=ord("c"))
    assert menu.get_focused_item() == 3


def test_a_menu_opens_beside_its_entry(tree: HeadlessTree, menu: PopupMenu, hands: Hands) -> None:
    inner = PopupMenu()
    inner.add_item("inner", 70)
    menu.add_submenu_node_item("more", inner)
    chosen: list[int] = []
    inner.id_pressed.connect(chosen.append)
    open_menu(tree, menu)
    menu.set_focused_item(5)
    hands.key(Key.KEY_RIGHT)
    tree.tick()
    assert inner.visible
    assert inner.position == Vector2i(100 + menu.size.x, 212)
    assert (inner.get_focused_item(), inner.has_focus()) == (0, True)
    hands.key(Key.KEY_ENTER)
    assert (chosen, menu.visible, inner.visible) == ([70], False, False)


def test_the_mouse_opens_a_menu_after_a_while(
    tree: HeadlessTree, menu: PopupMenu, hands: Hands
) -> None:
    inner = PopupMenu()
    inner.add_item("inner")
    menu.add_submenu_node_item("more", inner)
    open_menu(tree, menu)
    hands.move(130, 225)
    tree.tick(6)
    assert not inner.visible
    tree.tick(10)
    assert inner.visible


# Buttons with menus -------------------------------------------------------------------------------


def test_a_menu_button_is_pressed_while_its_menu_is_open(tree: HeadlessTree, hands: Hands) -> None:
    button = tree.add(MenuButton())
    button.position = Vector2(100, 100)
    button.custom_minimum_size = Vector2(80, 40)
    button.get_popup().add_item("file", 5)
    tree.tick()
    hands.click(120, 120)
    popup = button.get_popup()
    assert (popup.visible, button.button_pressed) == (True, True)
    assert popup.position == Vector2i(100, 140)
    tree.tick()
    hands.key(Key.KEY_DOWN)
    hands.key(Key.KEY_ENTER)
    assert (popup.visible, button.button_pressed) == (False, False)


def test_an_option_button_shows_what_was_chosen(tree: HeadlessTree, hands: Hands) -> None:
    option = tree.add(OptionButton())
    for text in ("red", "green", "blue"):
        option.add_item(text)
    chosen: list[int] = []
    option.item_selected.connect(chosen.append)
    tree.tick()
    assert (option.selected, option.text) == (0, "red")
    option.grab_focus()
    hands.key(Key.KEY_ENTER)
    tree.tick(2)
    hands.key(Key.KEY_DOWN)
    hands.key(Key.KEY_ENTER)
    assert (option.selected, option.text, chosen) == (1, "green", [1])
    assert option.get_popup().is_item_checked(1)


def test_setting_what_is_selected_tells_nobody() -> None:
    option = OptionButton()
    option.add_item("red")
    option.add_item("green", 20)
    heard = log_of(option, "item_selected")
    option.select(1)
    assert (option.get_selected_id(), option.text, heard) == (20, "green", [])
    option.selected = -1
    assert (option.get_selected_id(), option.text) == (-1, "")
    with expect_error("Index p_which = 5 is out of bounds (popup->get_item_count() = 2)."):
        option.select(5)


def test_removing_the_selected_entry_leaves_none() -> None:
    option = OptionButton()
    for text in ("red", "green"):
        option.add_item(text)
    option.remove_item(0)
    assert (option.selected, option.item_count) == (-1, 1)
