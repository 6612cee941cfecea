"""What both sides measure with: a processor's time, since others may use the machine, too."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from statistics import median
from time import process_time


def timed(step: Callable[[], object], count: int) -> float:
    """The median of so many steps, in milliseconds."""
    times = []
    for _ in range(count):
        begin = process_time()
        step()
        times.append(process_time() - begin)
    return 1000.0 * median(times)


def report(work: Sequence[Callable[[int], float]], arguments: Sequence[str]) -> None:
    """Does the work that the command line names, and prints its figure."""
    _, name, count = arguments
    chosen = next(one for one in work if one.__name__ == name)
    print(json.dumps({"figure": chosen(int(count))}))
