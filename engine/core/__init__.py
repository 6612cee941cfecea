"""Objects, signals, coroutines, values, time and output: everything that needs no tree."""
