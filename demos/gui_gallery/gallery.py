"""Every control of the default theme on one page: `python -m engine demos/gui_gallery/gallery.py`.

With `--set picture=FILE.png` it saves a picture of itself and ends.
"""

from __future__ import annotations

from typing import TypeVar

from engine import (
    Button,
    ButtonGroup,
    CheckBox,
    CheckButton,
    Color,
    ColorRect,
    Control,
    HScrollBar,
    HSeparator,
    HSlider,
    HSplitContainer,
    ItemList,
    Label,
    LineEdit,
    LinkButton,
    MenuButton,
    OptionButton,
    Panel,
    PanelContainer,
    ProgressBar,
    RenderingServer,
    RichTextLabel,
    ScrollContainer,
    SpinBox,
    TabContainer,
    TextEdit,
    Vector2,
    VScrollBar,
    VSlider,
    export,
)

C = TypeVar("C", bound=Control)
MARKUP = """RichTextLabel [b]bold[/b] [i]italic[/i]
[u]under[/u] [s]struck[/s] [code]code[/code]
[color=red]red[/color] [color=#80c0ff]pale blue[/color]
[url=x]a link[/url]
[center]centred[/center]"""


class Gallery(Control):
    """Controls, each at its place."""

    picture: str = export("")

    def _ready(self) -> None:
        self.set_anchors_and_offsets_preset(Control.PRESET_FULL_RECT)
        self._add_buttons()
        self._add_lines()
        self._add_checks()
        self._add_menus()
        self._add_ranges()
        self._add_texts()
        self._add_containers()
        self._add_upright()
        if self.picture:
            self._save_picture()

    def _at(self, control: C, x: float, y: float, width: float = 0, height: float = 0) -> C:
        """Puts a control at a place, as large as it is told or as it has to be."""
        control.position = Vector2(x, y)
        if width or height:
            control.size = Vector2(width, height)
        self.add_child(control)
        return control

    def _add_buttons(self) -> None:
        self._at(Label(), 20, 16).text = "Label"
        self._at(Button(), 90, 12).text = "Button"
        pressed = self._at(Button(), 170, 12)
        pressed.text = "Pressed"
        pressed.toggle_mode = True
        pressed.button_pressed = True
        disabled = self._at(Button(), 250, 12)
        disabled.text = "Disabled"
        disabled.disabled = True
        flat = self._at(Button(), 335, 12)
        flat.text = "Flat"
        flat.flat = True
        self._at(LinkButton(), 385, 16).text = "LinkButton"

    def _add_lines(self) -> None:
        self._at(LineEdit(), 20, 60, 180, 31).text = "LineEdit text"
        self._at(LineEdit(), 210, 60, 180, 31).placeholder_text = "Placeholder"
        fixed = self._at(LineEdit(), 400, 60, 90, 31)
        fixed.text = "Read only"
        fixed.editable = False

    def _add_checks(self) -> None:
        self._at(CheckBox(), 20, 105).text = "CheckBox"
        checked = self._at(CheckBox(), 140, 105)
        checked.text = "Checked"
        checked.button_pressed = True
        off = self._at(CheckBox(), 260, 105)
        off.text = "Disabled"
        off.disabled = True
        radio = self._at(CheckBox(), 370, 105)
        radio.text = "Radio"
        radio.button_group = ButtonGroup()
        radio.button_pressed = True
        self._at(CheckButton(), 20, 145).text = "CheckButton"
        switched = self._at(CheckButton(), 210, 145)
        switched.text = "On"
        switched.button_pressed = True

    def _add_menus(self) -> None:
        spin = self._at(SpinBox(), 20, 185, 110, 31)
        spin.max_value = 65535
        spin.value = 8000
        option = self._at(OptionButton(), 150, 185, 150, 31)
        for text in ("First choice", "Second", "Third"):
            option.add_item(text)
        menu = self._at(MenuButton(), 320, 185, 100, 31)
        menu.text = "MenuButton"
        menu.flat = False
        for text in ("New", "Open", "Quit"):
            menu.get_popup().add_item(text)

    def _add_ranges(self) -> None:
        self._at(ProgressBar(), 20, 230, 200, 27).value = 40
        slider = self._at(HSlider(), 240, 235, 200, 16)
        slider.value = 30
        slider.tick_count = 5
        scroll = self._at(HScrollBar(), 20, 270, 200, 8)
        scroll.page = 30
        scroll.value = 20
        self._at(HSeparator(), 240, 272, 200, 4)

    def _add_texts(self) -> None:
        items = self._at(ItemList(), 20, 295, 200, 150)
        for text in ("Alpha", "Beta (selected)", "Gamma", "Delta (disabled)"):
            items.add_item(text)
        items.select(1)
        items.set_item_disabled(3, True)
        rich = self._at(RichTextLabel(), 240, 295, 250, 150)
        rich.bbcode_enabled = True
        rich.text = MARKUP
        self._at(TextEdit(), 520, 160, 230, 120).text = "TextEdit\nsecond line"

    def _add_containers(self) -> None:
        tabs = self._at(TabContainer(), 520, 12, 230, 130)
        for name in ("First", "Second", "Third"):
            page = Label()
            page.name = name
            page.text = f"page {name}"
            tabs.add_child(page)
        tabs.set_tab_disabled(2, True)
        self._at(Panel(), 770, 12, 110, 130)
        inside = Label()
        inside.text = "in a panel"
        self._at(PanelContainer(), 900, 12).add_child(inside)
        area = self._at(ScrollContainer(), 770, 160, 230, 120)
        tall = ColorRect()
        tall.color = Color(0.3, 0.4, 0.5)
        tall.custom_minimum_size = Vector2(400, 300)
        area.add_child(tall)

    def _add_upright(self) -> None:
        self._at(VSlider(), 520, 295, 16, 120).value = 70
        self._at(VScrollBar(), 550, 295, 8, 120).page = 30
        split = self._at(HSplitContainer(), 580, 295, 170, 120)
        for _ in range(2):
            side = Panel()
            side.size_flags_horizontal = Control.SIZE_EXPAND_FILL
            split.add_child(side)

    async def _save_picture(self) -> None:
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        await RenderingServer.frame_post_draw
        self.get_viewport().get_texture().get_image().save_png(self.picture)
        self.get_tree().quit()
