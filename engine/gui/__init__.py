"""Canvas items, textures, fonts, themes and the controls."""
