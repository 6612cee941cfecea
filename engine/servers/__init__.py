"""What shows, measures and draws, without saying how: display, canvas and text."""
