"""Windows, beside pygame-gui: see the README of the benchmarks."""
