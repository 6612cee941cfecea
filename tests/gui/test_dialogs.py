"""Dialogs: what confirms, what cancels, where everything is."""

from __future__ import annotations

import pytest

from engine.core.input_enums import Key
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.accept_dialog import AcceptDialog
from engine.gui.button import Button
from engine.gui.confirmation_dialog import ConfirmationDialog
from engine.gui.control import Control
from engine.gui.popup import PopupPanel
from engine.testing import HeadlessTree, expect_error
from tests.gui._hands import Hands, log_of

SIGNALS = ("confirmed", "canceled", "custom_action", "visibility_changed")


@pytest.fixture
def hands(tree: HeadlessTree) -> Hands:
    return Hands(tree)


@pytest.fixture
def dialog(tree: HeadlessTree, hands: Hands) -> AcceptDialog:
    made = tree.add(AcceptDialog())
    made.dialog_text = "text"
    return made


def show(tree: HeadlessTree, dialog: AcceptDialog) -> list[str]:
    dialog.popup_centered(Vector2i(300, 200))
    tree.tick()
    return log_of(dialog, *SIGNALS)


def test_it_opens_in_the_middle_with_the_focus_on_ok(
    tree: HeadlessTree, dialog: AcceptDialog
) -> None:
    show(tree, dialog)
    assert (dialog.position, dialog.size) == (Vector2i(362, 200), Vector2i(300, 200))
    assert dialog.get_ok_button().has_focus()
    assert tree.root.get_embedded_subwindows() == [dialog]


def test_ok_hides_and_then_confirms(tree: HeadlessTree, dialog: AcceptDialog) -> None:
    heard = show(tree, dialog)
    dialog.get_ok_button().pressed.emit()
    assert heard == ["visibility_changed", "confirmed"]


def test_enter_presses_ok(tree: HeadlessTree, dialog: AcceptDialog, hands: Hands) -> None:
    heard = show(tree, dialog)
    hands.key(Key.KEY_ENTER)
    assert heard == ["visibility_changed", "confirmed"]


def test_clicking_ok(tree: HeadlessTree, dialog: AcceptDialog, hands: Hands) -> None:
    heard = show(tree, dialog)
    place = Vector2(dialog.position) + dialog.get_ok_button().get_global_rect().get_center()
    hands.move(place.x, place.y)
    hands.click(place.x, place.y)
    assert heard == ["visibility_changed", "confirmed"]


def test_ok_may_leave_it_open(tree: HeadlessTree, dialog: AcceptDialog) -> None:
    dialog.dialog_hide_on_ok = False
    heard = show(tree, dialog)
    dialog.get_ok_button().pressed.emit()
    assert (heard, dialog.visible) == (["confirmed"], True)


@pytest.mark.parametrize("how", ["escape", "cross"])
def test_canceling_hides_a_little_later(
    tree: HeadlessTree, dialog: AcceptDialog, hands: Hands, how: str
) -> None:
    heard = show(tree, dialog)
    if how == "escape":
        hands.key(Key.KEY_ESCAPE)
    else:
        hands.click(362 + 300 - 10, 200 - 16)
    assert (heard, dialog.visible) == (["canceled"], True)
    tree.tick()
    assert heard == ["canceled", "visibility_changed"]


def test_nothing_below_it_gets_input(
    tree: HeadlessTree, dialog: AcceptDialog, hands: Hands
) -> None:
    button = tree.add(Button("below"))
    heard = log_of(button, "pressed")
    show(tree, dialog)
    hands.click(10, 10)
    assert heard == []
    dialog.hide()
    hands.click(10, 10)
    assert heard == ["pressed"]


def test_buttons_of_ones_own(tree: HeadlessTree, dialog: AcceptDialog) -> None:
    actions: list[str] = []
    dialog.custom_action.connect(actions.append)
    left = dialog.add_button("left", False, "l")
    right = dialog.add_button("right", True, "r")
    heard = show(tree, dialog)
    assert left.position.x < dialog.get_ok_button().position.x < right.position.x
    left.pressed.emit()
    right.pressed.emit()
    assert (actions, heard) == (["l", "r"], ["custom_action"] * 2)
    dialog.remove_button(left)
    left.pressed.emit()
    assert actions == ["l", "r"]
    left.free()
    with expect_error("Cannot remove dialog's OK button."):
        dialog.remove_button(dialog.get_ok_button())


def test_where_everything_is(tree: HeadlessTree, hands: Hands) -> None:
    dialog = tree.add(ConfirmationDialog())
    assert (dialog.size, dialog.title) == (Vector2i(200, 100), "Please Confirm...")
    dialog.popup_centered()
    tree.tick()
    assert dialog.get_contents_minimum_size() == Vector2(123, 80)
    assert dialog.get_label().get_rect().size == Vector2(184, 43)
    cancel, ok = dialog.get_cancel_button(), dialog.get_ok_button()
    assert (cancel.get_rect().position, ok.get_rect().position) == (Vector2(29, 0), Vector2(123, 0))


def test_it_grows_with_what_is_in_it(tree: HeadlessTree, dialog: AcceptDialog) -> None:
    show(tree, dialog)
    content = Control()
    content.custom_minimum_size = Vector2(400, 300)
    dialog.add_child(content)
    tree.tick()
    assert dialog.size == Vector2i(416, 357)
    assert content.get_rect().position == Vector2(8, 8)


def test_a_popup_panel_fits_its_contents(tree: HeadlessTree, hands: Hands) -> None:
    panel = PopupPanel()
    content = Control()
    content.custom_minimum_size = Vector2(50, 60)
    panel.add_child(content)
    tree.add(panel)
    panel.popup(panel._popup_space())
    assert panel.get_contents_minimum_size() == Vector2(58, 68)
    assert content.get_rect().position == Vector2(4, 4)
    hands.click(5, 5)
    assert panel.visible
