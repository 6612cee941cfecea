"""Which theme items each class asks for, by kind, in the order in which Godot lists them.

Scenes store the overrides of these alone, in this order; for controls, what a class derives from
comes first.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
AcceptDialog
    constants: buttons_separation
    styles: panel
BoxContainer
    constants: separation
Button
    colors: font_color font_focus_color font_pressed_color font_hover_color
        font_hover_pressed_color font_disabled_color font_outline_color icon_normal_color
        icon_focus_color icon_pressed_color icon_hover_color icon_hover_pressed_color
        icon_disabled_color
    constants: outline_size h_separation icon_max_width align_to_largest_stylebox line_spacing
    fonts: font
    font_sizes: font_size
    icons: icon
    styles: normal normal_mirrored pressed pressed_mirrored hover hover_mirrored hover_pressed
        hover_pressed_mirrored disabled disabled_mirrored focus
CheckBox
    colors: checkbox_checked_color checkbox_unchecked_color
    constants: check_v_offset
    icons: checked unchecked radio_checked radio_unchecked checked_disabled unchecked_disabled
        radio_checked_disabled radio_unchecked_disabled
CheckButton
    colors: button_checked_color button_unchecked_color
    constants: check_v_offset
    icons: checked unchecked checked_disabled unchecked_disabled checked_mirrored
        unchecked_mirrored checked_disabled_mirrored unchecked_disabled_mirrored
FlowContainer
    constants: h_separation v_separation
GridContainer
    constants: h_separation v_separation
HScrollBar
    constants: padding_top padding_bottom
    icons: increment increment_highlight increment_pressed decrement decrement_highlight
        decrement_pressed
    styles: scroll scroll_focus grabber grabber_highlight grabber_pressed
HSeparator
    constants: separation
    styles: separator
HSlider
    constants: center_grabber grabber_offset tick_offset
    icons: grabber grabber_highlight grabber_disabled tick
    styles: slider grabber_area grabber_area_highlight
ItemList
    colors: font_color font_hovered_color font_hovered_selected_color font_selected_color
        font_outline_color scroll_hint_color guide_color
    constants: h_separation v_separation outline_size line_separation icon_margin
    fonts: font
    font_sizes: font_size
    icons: scroll_hint
    styles: panel focus hovered hovered_selected hovered_selected_focus selected selected_focus
        cursor_unfocused cursor
Label
    colors: font_color font_shadow_color font_outline_color
    constants: line_spacing paragraph_spacing shadow_offset_x shadow_offset_y outline_size
        shadow_outline_size
    fonts: font
    font_sizes: font_size
    styles: normal focus
LineEdit
    colors: font_color font_uneditable_color font_selected_color font_outline_color
        font_placeholder_color caret_color selection_color clear_button_color
        clear_button_color_pressed
    constants: outline_size caret_width minimum_character_width
    fonts: font
    font_sizes: font_size
    icons: clear
    styles: normal read_only focus
LinkButton
    colors: font_color font_focus_color font_pressed_color font_hover_color
        font_hover_pressed_color font_disabled_color font_outline_color
    constants: outline_size underline_spacing
    fonts: font
    font_sizes: font_size
    styles: focus
MarginContainer
    constants: margin_left margin_top margin_right margin_bottom
MenuBar
    colors: font_outline_color font_color font_disabled_color font_pressed_color
        font_hover_color font_hover_pressed_color font_focus_color
    constants: outline_size h_separation
    fonts: font
    font_sizes: font_size
    styles: normal normal_mirrored disabled disabled_mirrored pressed pressed_mirrored hover
        hover_mirrored hover_pressed hover_pressed_mirrored
OptionButton
    constants: arrow_margin modulate_arrow
    icons: arrow
Panel
    styles: panel
PanelContainer
    styles: panel
PopupMenu
    colors: font_color font_accelerator_color font_disabled_color font_hover_color
        font_separator_color font_outline_color font_separator_outline_color
    constants: indent h_separation v_separation outline_size separator_outline_size
        item_start_padding item_end_padding icon_max_width gutter_compact
    fonts: font font_separator
    font_sizes: font_size font_separator_size
    icons: checked checked_disabled unchecked unchecked_disabled radio_checked
        radio_checked_disabled radio_unchecked radio_unchecked_disabled submenu submenu_mirrored
    styles: panel hover separator labeled_separator_left labeled_separator_right
PopupPanel
    styles: panel
ProgressBar
    colors: font_color font_outline_color
    constants: outline_size
    fonts: font
    font_sizes: font_size
    styles: background fill
RichTextLabel
    colors: default_color font_selected_color selection_color font_outline_color
        font_shadow_color table_odd_row_bg table_even_row_bg table_border
    constants: line_separation paragraph_separation shadow_outline_size shadow_offset_x
        shadow_offset_y outline_size text_highlight_h_padding text_highlight_v_padding
        underline_alpha strikethrough_alpha table_h_separation table_v_separation
    fonts: normal_font bold_font bold_italics_font italics_font mono_font
    font_sizes: normal_font_size bold_font_size bold_italics_font_size italics_font_size
        mono_font_size
    icons: horizontal_rule
    styles: normal focus
ScrollContainer
    colors: scroll_hint_vertical_color scroll_hint_horizontal_color
    constants: scrollbar_h_separation scrollbar_v_separation
    icons: scroll_hint_vertical scroll_hint_horizontal
    styles: panel focus
SpinBox
    colors: up_icon_modulate up_hover_icon_modulate up_pressed_icon_modulate
        up_disabled_icon_modulate down_icon_modulate down_hover_icon_modulate
        down_pressed_icon_modulate down_disabled_icon_modulate
    constants: buttons_vertical_separation field_and_buttons_separation buttons_width
        set_min_buttons_width_from_icons
    icons: updown up up_hover up_pressed up_disabled down down_hover down_pressed down_disabled
    styles: up_background up_background_hovered up_background_pressed up_background_disabled
        down_background down_background_hovered down_background_pressed down_background_disabled
        field_and_buttons_separator up_down_buttons_separator
SplitContainer
    colors: touch_dragger_color touch_dragger_pressed_color touch_dragger_hover_color
    constants: separation minimum_grab_thickness autohide
    icons: touch_dragger h_touch_dragger v_touch_dragger grabber h_grabber v_grabber
    styles: split_bar_background
TabBar
    colors: drop_mark_color font_selected_color font_hovered_color font_unselected_color
        font_disabled_color font_outline_color icon_selected_color icon_hovered_color
        icon_unselected_color icon_disabled_color
    constants: h_separation tab_separation icon_max_width hover_switch_wait_msec outline_size
    fonts: font
    font_sizes: font_size
    icons: increment increment_highlight decrement decrement_highlight drop_mark close
    styles: tab_unselected tab_hovered tab_selected tab_disabled tab_focus button_pressed
        button_highlight
TabContainer
    colors: drop_mark_color font_selected_color font_hovered_color font_unselected_color
        font_disabled_color font_outline_color icon_selected_color icon_hovered_color
        icon_unselected_color icon_disabled_color
    constants: side_margin tab_separation icon_separation icon_max_width outline_size
    fonts: font
    font_sizes: font_size
    icons: menu menu_highlight increment increment_highlight decrement decrement_highlight
        drop_mark
    styles: panel tabbar_background tab_unselected tab_hovered tab_selected tab_disabled
        tab_focus
TextEdit
    colors: search_result_color search_result_border_color caret_color caret_background_color
        font_selected_color selection_color font_color font_readonly_color
        font_placeholder_color font_outline_color background_color current_line_color
        word_highlighted_color
    constants: caret_width outline_size line_spacing wrap_offset
    fonts: font
    font_sizes: font_size
    icons: tab space
    styles: normal focus read_only
Tree
    colors: scroll_hint_color custom_button_font_highlight font_color font_hovered_color
        font_hovered_dimmed_color font_hovered_selected_color font_selected_color
        font_disabled_color drop_position_color font_outline_color guide_color
        relationship_line_color parent_hl_line_color children_hl_line_color title_button_color
    constants: h_separation v_separation inner_item_margin_bottom inner_item_margin_left
        inner_item_margin_right inner_item_margin_top item_margin check_h_separation
        icon_h_separation button_margin icon_max_width outline_size draw_guides
        draw_relationship_lines relationship_line_width parent_hl_line_width
        children_hl_line_width parent_hl_line_margin dragging_unfold_wait_msec scroll_border
        scroll_speed scrollbar_margin_top scrollbar_margin_right scrollbar_margin_bottom
        scrollbar_margin_left scrollbar_h_separation scrollbar_v_separation
    fonts: font title_button_font
    font_sizes: font_size title_button_font_size
    icons: checked unchecked checked_disabled unchecked_disabled indeterminate
        indeterminate_disabled arrow arrow_collapsed arrow_collapsed_mirrored select_arrow
        updown scroll_hint
    styles: panel focus hovered hovered_dimmed hovered_selected hovered_selected_focus selected
        selected_focus cursor cursor_unfocused button_hover button_pressed custom_button
        custom_button_hover custom_button_pressed title_button_normal title_button_pressed
        title_button_hover
VScrollBar
    constants: padding_left padding_right
    icons: increment increment_highlight increment_pressed decrement decrement_highlight
        decrement_pressed
    styles: scroll scroll_focus grabber grabber_highlight grabber_pressed
VSeparator
    constants: separation
    styles: separator
VSlider
    constants: center_grabber grabber_offset tick_offset
    icons: grabber grabber_highlight grabber_disabled tick
    styles: slider grabber_area grabber_area_highlight
Window
    colors: title_color title_outline_modulate
    constants: title_outline_size title_height resize_margin close_h_offset close_v_offset
    fonts: title_font
    font_sizes: title_font_size
    icons: close close_pressed
    styles: embedded_border embedded_unfocused_border
"""


def _read(words: str) -> dict[str, dict[str, tuple[str, ...]]]:
    known: dict[str, dict[str, tuple[str, ...]]] = {}
    kinds: dict[str, tuple[str, ...]] = {}
    kind = ""
    for word in words.split():
        if word[0].isupper():
            kinds = known[word] = {}
        elif word.endswith(":"):
            kind = word[:-1]
            kinds[kind] = ()
        else:
            kinds[kind] += (word,)
    return known


ITEMS: Final = _read(_WORDS)
