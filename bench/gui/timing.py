"""What both sides measure with: a processor's time, since others may use the machine, too."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import process_time
from typing import Any


def timed(step: Callable[[], object], count: int) -> float:
    """The median of so many steps, in milliseconds."""
    times = []
    for _ in range(count):
        begin = process_time()
        step()
        times.append(process_time() - begin)
    return 1000.0 * median(times)


def report(work: Mapping[str, Any], arguments: Sequence[str]) -> None:
    """Does the work, a function of a module, that the command line names; prints its figure."""
    _, name, count = arguments
    print(json.dumps({"figure": work[name](int(count))}))
