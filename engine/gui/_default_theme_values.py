"""The values of the default theme, but for its pictures.

One block for each type: `[Type]`, or `[Type] varies Base`, then lines `KIND VALUE: names of items`.
Colours are a grey or `red,green,blue`; alpha follows a grey after `/`, or comes fourth. Boxes say
what they are made of; four numbers go left, top, right, bottom, or round from the top left corner;
one stands for all four. Each line is one box, shared by the items that it names.
"""

from __future__ import annotations

VALUES = """
[OptionButton]
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
flat fill 0.1/0.6 radius 3 margin 8,4,8,4: normal
flat fill 0.225/0.6 radius 3 margin 8,4,8,4: hover
flat fill 0/0.6 radius 3 margin 8,4,8,4: pressed
flat fill 0.1/0.3 radius 3 margin 8,4,8,4: disabled
flat fill 0.1/0.6 radius 3 margin 8,4,8,4: normal_mirrored
flat fill 0.225/0.6 radius 3 margin 8,4,8,4: hover_mirrored
flat fill 0/0.6 radius 3 margin 8,4,8,4: pressed_mirrored
flat fill 0.1/0.3 radius 3 margin 8,4,8,4: disabled_mirrored
color 0.875: font_color
color 1: font_pressed_color font_hover_pressed_color
color 0.95: font_hover_color font_focus_color
color 0.875/0.5: font_disabled_color
color 0: font_outline_color
number 4: h_separation arrow_margin
number 0: outline_size modulate_arrow
size -1: font_size
font: font
[CheckBox]
empty margin 4: normal pressed disabled hover hover_pressed
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
color 0.875: font_color
color 1: font_pressed_color font_hover_pressed_color checkbox_checked_color
color 1: checkbox_unchecked_color
color 0.95: font_hover_color font_focus_color
color 0.875/0.5: font_disabled_color
color 0: font_outline_color
number 4: h_separation
number 0: check_v_offset outline_size
size -1: font_size
font: font
[CheckButton]
empty margin 6,4,6,4: normal pressed disabled hover hover_pressed
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
color 0.875: font_color
color 1: font_pressed_color font_hover_pressed_color button_checked_color button_unchecked_color
color 0.95: font_hover_color font_focus_color
color 0.875/0.5: font_disabled_color
color 0: font_outline_color
number 4: h_separation
number 0: check_v_offset outline_size
size -1: font_size
font: font
[LineEdit]
flat fill 0.1/0.6 radius 3 border 0,0,0,2 edge 0/0.6 margin 4: normal
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
flat fill 0.1/0.3 radius 3 border 0,0,0,2 edge 0/0.3 margin 4: read_only
color 0.875: font_color clear_button_color
color 1: font_selected_color clear_button_color_pressed
color 0.875/0.5: font_uneditable_color
color 0.875/0.6: font_placeholder_color
color 0: font_outline_color
color 0.95: caret_color
color 0.5: selection_color
number 4: minimum_character_width
number 0: outline_size
number 1: caret_width
size -1: font_size
font: font
[TextEdit]
flat fill 0.1/0.6 radius 3 border 0,0,0,2 edge 0/0.6 margin 4: normal
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
flat fill 0.1/0.3 radius 3 border 0,0,0,2 edge 0/0.3 margin 4: read_only
color 0/0: background_color font_selected_color
color 0.875: font_color caret_color
color 0.875/0.5: font_readonly_color
color 0.875/0.6: font_placeholder_color
color 0: font_outline_color caret_background_color
color 0.5: selection_color
color 0.25,0.25,0.26,0.8: current_line_color
color 0.5/0.25: word_highlighted_color
color 0.3: search_result_color
color 0.3/0.4: search_result_border_color
number 4: line_spacing
number 0: outline_size
number 1: caret_width
number 10: wrap_offset
size -1: font_size
font: font
[HScrollBar]
flat fill 0.1/0.6 radius 10 detail 6 margin 0,4,0,4: scroll
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: scroll_focus
flat fill 1/0.4 radius 10 detail 6 margin 4: grabber
flat fill 1/0.75 radius 10 detail 6 margin 4: grabber_highlight
flat fill 0.75/0.75 radius 10 detail 6 margin 4: grabber_pressed
[VScrollBar]
flat fill 0.1/0.6 radius 10 detail 6 margin 4,0,4,0: scroll
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: scroll_focus
flat fill 1/0.4 radius 10 detail 6 margin 4: grabber
flat fill 1/0.75 radius 10 detail 6 margin 4: grabber_highlight
flat fill 0.75/0.75 radius 10 detail 6 margin 4: grabber_pressed
[HSlider]
flat fill 0.1/0.6 radius 4 detail 6 margin 4: slider
flat fill 1/0.4 radius 4 detail 6 margin 4: grabber_area
flat fill 1/0.75 radius 4 detail 6 margin 4: grabber_area_highlight
number 0: center_grabber grabber_offset tick_offset
[VSlider]
flat fill 0.1/0.6 radius 4 detail 6 margin 4: slider
flat fill 1/0.4 radius 4 detail 6 margin 4: grabber_area
flat fill 1/0.75 radius 4 detail 6 margin 4: grabber_area_highlight
number 0: center_grabber grabber_offset tick_offset
[SpinBox]
empty: up_background
flat fill 0.225/0.6 radius 3 margin 4: up_background_hovered down_background_hovered
flat fill 0/0.6 radius 3 margin 4: up_background_pressed down_background_pressed
empty: up_background_disabled
empty: down_background
empty: down_background_disabled
empty: field_and_buttons_separator
empty: up_down_buttons_separator
color 0.875: up_icon_modulate down_icon_modulate
color 0.95: up_hover_icon_modulate up_pressed_icon_modulate down_hover_icon_modulate
color 0.95: down_pressed_icon_modulate
color 0.875/0.5: up_disabled_icon_modulate down_disabled_icon_modulate
number 0: buttons_vertical_separation
number 2: field_and_buttons_separation
number 16: buttons_width
number 1: set_min_buttons_width_from_icons
[ScrollContainer]
empty: panel
flat hollow fill 1/0.75 radius 3 border 2 edge 1/0.75 expand 4 margin 4: focus
color 0: scroll_hint_vertical_color scroll_hint_horizontal_color
[Window]
flat fill 0.25 radius 3 expand 8,32,8,6 margin 10,28,10,8: embedded_border
flat fill 0.4 radius 3 expand 8,32,8,6 margin 10,28,10,8: embedded_unfocused_border
color 0.875: title_color
color 0: title_outline_modulate
number 0: title_outline_size
number 36: title_height
number 4: resize_margin
number 18: close_h_offset
number 24: close_v_offset
size -1: title_font_size
font: title_font
[PopupMenu]
flat fill 0.25 radius 3 border 2 edge 0.175 margin 4: panel
flat fill 0.4 radius 3 margin 4: hover
line fill 0.5 margin 4,0,4,0: separator labeled_separator_left labeled_separator_right
color 0.875: font_color font_hover_color font_separator_color
color 0.7/0.8: font_accelerator_color
color 0.4/0.8: font_disabled_color
color 0: font_outline_color font_separator_outline_color
number 10: indent
number 4: h_separation v_separation
number 0: outline_size separator_outline_size icon_max_width
number 2: item_start_padding item_end_padding
number 1: gutter_compact
size -1: font_size font_separator_size
font: font font_separator
[Tree]
flat fill 0.1/0.6 radius 3 margin 4,4,4,5: panel
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus cursor cursor_unfocused
flat fill 1/0.07 radius 3 margin 4: hovered
flat fill 1/0.03 radius 3 margin 4: hovered_dimmed
flat fill 1/0.4 radius 3 margin 4: hovered_selected
flat fill 1/0.4 radius 3 margin 4: hovered_selected_focus
flat fill 1/0.3 radius 3 margin 4: selected
flat fill 1/0.3 radius 3 margin 4: selected_focus
flat fill 0.225/0.6 radius 3 margin 4: button_hover custom_button_hover
flat fill 0/0.6 radius 3 margin 4: button_pressed custom_button_pressed
flat fill 0/0.6 radius 3 margin 4: title_button_normal
flat fill 0.225/0.6 radius 3 margin 4: title_button_pressed
flat fill 0.1/0.6 radius 3 margin 4: title_button_hover
flat fill 0.1/0.6 radius 3 margin 4: custom_button
color 0.875: title_button_color font_hovered_dimmed_color
color 0.7: font_color
color 0.95: font_hovered_color custom_button_font_highlight
color 1: font_hovered_selected_color font_selected_color drop_position_color
color 0.875/0.5: font_disabled_color
color 0: font_outline_color scroll_hint_color
color 0.7/0.25: guide_color
color 0.27: relationship_line_color parent_hl_line_color children_hl_line_color
number 4: h_separation v_separation check_h_separation icon_h_separation button_margin
number 4: scroll_border scrollbar_h_separation scrollbar_v_separation
number 16: item_margin
number 0: inner_item_margin_bottom inner_item_margin_left inner_item_margin_right
number 0: inner_item_margin_top draw_relationship_lines parent_hl_line_margin outline_size
number 0: icon_max_width
number 1: relationship_line_width parent_hl_line_width children_hl_line_width draw_guides
number 500: dragging_unfold_wait_msec
number 12: scroll_speed
number -1: scrollbar_margin_left scrollbar_margin_top scrollbar_margin_right
number -1: scrollbar_margin_bottom
size -1: font_size title_button_font_size
font: title_button_font font
[ItemList]
flat fill 0.1/0.6 radius 3 margin 4: panel
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus cursor cursor_unfocused
flat fill 1/0.07 radius 3 margin 4: hovered
flat fill 1/0.4 radius 3 margin 4: hovered_selected
flat fill 1/0.4 radius 3 margin 4: hovered_selected_focus
flat fill 1/0.3 radius 3 margin 4: selected
flat fill 1/0.3 radius 3 margin 4: selected_focus
color 0.65: font_color
color 0.95: font_hovered_color
color 1: font_hovered_selected_color font_selected_color
color 0: font_outline_color scroll_hint_color
color 0.7/0.25: guide_color
number 4: h_separation v_separation icon_margin
number 2: line_separation
number 0: outline_size
size -1: font_size
font: font
[TabContainer]
flat fill 0.1/0.6 border 0,2,0,0 edge 1/0.75 detail 1 margin 10,4,10,4: tab_selected
flat fill 0.1/0.3 border 1,0,1,0 edge 0.175 detail 1 margin 10,4,10,4: tab_hovered
flat fill 0/0.6 border 1,0,1,0 edge 0.175 detail 1 margin 10,4,10,4: tab_unselected
flat fill 0.1/0.3 border 1,0,1,0 edge 0.175 detail 1 margin 10,4,10,4: tab_disabled
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: tab_focus
flat fill 0.1/0.6 radius 3 margin 0: panel
empty margin 0: tabbar_background
color 0.95: font_selected_color font_hovered_color
color 0.7: font_unselected_color
color 0.875/0.5: font_disabled_color
color 0: font_outline_color
color 1: drop_mark_color icon_selected_color icon_hovered_color icon_unselected_color
color 1: icon_disabled_color
number 8: side_margin
number 4: icon_separation
number 0: icon_max_width outline_size
size -1: font_size
font: font
[TabBar]
flat fill 0.1/0.6 border 0,2,0,0 edge 1/0.75 detail 1 margin 10,4,10,4: tab_selected
flat fill 0.1/0.3 border 1,0,1,0 edge 0.175 detail 1 margin 10,4,10,4: tab_hovered
flat fill 0/0.6 border 1,0,1,0 edge 0.175 detail 1 margin 10,4,10,4: tab_unselected
flat fill 0.1/0.3 border 1,0,1,0 edge 0.175 detail 1 margin 10,4,10,4: tab_disabled
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: tab_focus
flat fill 0/0.6 radius 3 margin 4: button_pressed
flat fill 0.1/0.6 radius 3 margin 4: button_highlight
color 0.95: font_selected_color font_hovered_color
color 0.7: font_unselected_color
color 0.875/0.5: font_disabled_color
color 0: font_outline_color
color 1: drop_mark_color icon_selected_color icon_hovered_color icon_unselected_color
color 1: icon_disabled_color
number 4: h_separation
number 0: icon_max_width outline_size
number 500: hover_switch_wait_msec
size -1: font_size
font: font
[RichTextLabel]
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
empty margin 0: normal
color 1: default_color
color 0/0: font_selected_color font_shadow_color table_odd_row_bg table_even_row_bg table_border
color 0.1,0.1,1,0.8: selection_color
color 0: font_outline_color
number 1: shadow_offset_x shadow_offset_y shadow_outline_size
number 0: line_separation paragraph_separation outline_size
number 3: table_h_separation table_v_separation text_highlight_h_padding text_highlight_v_padding
number 50: underline_alpha strikethrough_alpha
size -1: normal_font_size bold_font_size italics_font_size bold_italics_font_size mono_font_size
font: normal_font bold_font italics_font bold_italics_font mono_font
[SplitContainer]
empty margin 0: split_bar_background
color 1/0.3: touch_dragger_color
color 1: touch_dragger_pressed_color
color 1/0.6: touch_dragger_hover_color
number 12: separation
number 6: minimum_grab_thickness
number 1: autohide
[VSplitContainer]
empty margin 0: split_bar_background
number 12: separation
number 6: minimum_grab_thickness
number 1: autohide
[HSplitContainer]
empty margin 0: split_bar_background
number 12: separation
number 6: minimum_grab_thickness
number 1: autohide
[FoldableContainer]
flat fill 0/0.6 radius 3,3,0,0 margin 4: title_panel
flat fill 0.225/0.6 radius 3,3,0,0 margin 4: title_hover_panel
flat fill 0/0.6 radius 3 margin 4: title_collapsed_panel
flat fill 0.225/0.6 radius 3 margin 4: title_collapsed_hover_panel
flat fill 0.1/0.6 radius 0,0,3,3 margin 4: panel
flat hollow fill 1/0.75 radius 3 border 2 margin 4: focus
color 0.875: font_color
color 0.95: hover_font_color
color 1: collapsed_font_color font_outline_color
number 0: outline_size
number 2: h_separation
size -1: font_size
font: font
[Panel]
flat fill 0.1/0.6 radius 3 margin 0: panel
[Button]
flat fill 0.1/0.6 radius 3 margin 4: normal
flat fill 0.225/0.6 radius 3 margin 4: hover
flat fill 0/0.6 radius 3 margin 4: pressed
flat fill 0.1/0.3 radius 3 margin 4: disabled
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
color 0.875: font_color
color 1: font_pressed_color font_hover_pressed_color icon_normal_color icon_pressed_color
color 1: icon_hover_color icon_hover_pressed_color icon_focus_color
color 0.95: font_hover_color font_focus_color
color 0.875/0.5: font_disabled_color
color 0: font_outline_color
color 1/0.4: icon_disabled_color
number 0: outline_size icon_max_width align_to_largest_stylebox
number 4: h_separation
size -1: font_size
font: font
[MenuBar]
flat fill 0.1/0.6 radius 3 margin 4: normal
flat fill 0.225/0.6 radius 3 margin 4: hover
flat fill 0/0.6 radius 3 margin 4: pressed
flat fill 0.1/0.3 radius 3 margin 4: disabled
color 0.875: font_color
color 1: font_pressed_color font_hover_pressed_color
color 0.95: font_hover_color font_focus_color
color 0.875/0.5: font_disabled_color
color 0: font_outline_color
number 0: outline_size
number 4: h_separation
size -1: font_size
font: font
[LinkButton]
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
color 0.875: font_color
color 1: font_pressed_color
color 0.95: font_hover_color font_focus_color
color 0: font_outline_color
number 0: outline_size
number 2: underline_spacing
size -1: font_size
font: font
[MenuButton]
flat fill 0.1/0.6 radius 3 margin 4: normal
flat fill 0/0.6 radius 3 margin 4: pressed
flat fill 0.225/0.6 radius 3 margin 4: hover
flat fill 0.1/0.3 radius 3 margin 4: disabled
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
color 0.875: font_color
color 1: font_pressed_color
color 0.95: font_hover_color font_focus_color
color 1/0.3: font_disabled_color
color 0: font_outline_color
number 4: h_separation
number 0: outline_size
size -1: font_size
font: font
[FlatButton] varies Button
empty margin 4: normal hover disabled
flat fill 0/0.51 radius 3 margin 4: pressed
[FlatMenuButton] varies MenuButton
empty margin 4: normal hover disabled
flat fill 0/0.51 radius 3 margin 4: pressed
[Label]
empty: normal
flat hollow fill 1/0.75 radius 3 border 2 expand 2 margin 4: focus
color 1: font_color
color 0/0: font_shadow_color
color 0: font_outline_color
number 1: shadow_offset_x shadow_offset_y shadow_outline_size
number 0: outline_size
number 3: line_spacing
size -1: font_size
font: font
[ProgressBar]
flat fill 0.1/0.3 radius 6 detail 6 margin 2: background
flat fill 1/0.4 radius 6 detail 6 margin 2: fill
color 0.95: font_color
color 0: font_outline_color
number 0: outline_size
size -1: font_size
font: font
[AcceptDialog]
flat fill 0.25 detail 1 margin 8: panel
number 10: buttons_separation
[PopupPanel]
flat fill 0.1/0.6 radius 3 margin 4: panel
[PopupDialog]
flat fill 0.1/0.6 radius 3 margin 4: panel
[HSeparator]
line fill 0.5 margin 4,0,4,0: separator
number 4: separation
[VSeparator]
line fill 0.5 vertical margin 0,4,0,4: separator
number 4: separation
[TooltipPanel] varies PopupPanel
flat fill 0/0.5 radius 3 margin 8,2,8,2: panel
[PanelContainer]
flat fill 0.1/0.6 radius 3 margin 0: panel
[TooltipLabel] varies Label
color 0.875: font_color
color 0/0: font_shadow_color
color 0: font_outline_color
number 1: shadow_offset_x shadow_offset_y
number 0: outline_size
size -1: font_size
font: font
[HeaderSmall] varies Label
size 20: font_size
[HeaderMedium] varies Label
size 24: font_size
[HeaderLarge] varies Label
size 28: font_size
[BoxContainer]
number 4: separation
[HBoxContainer]
number 4: separation
[VBoxContainer]
number 4: separation
[MarginContainer]
number 0: margin_left margin_top margin_right margin_bottom
[GridContainer]
number 4: h_separation v_separation
[FlowContainer]
number 4: h_separation v_separation
[HFlowContainer]
number 4: h_separation v_separation
[VFlowContainer]
number 4: h_separation v_separation
"""
