"""Reading and checking the whole framework; aim: below 100 ms, imports not counted."""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from leidraad.checks import check_framework
from leidraad.model.reading.loader import load

FRAMEWORK = Path(__file__).parents[1] / "framework"
ROUNDS = 15


def measure() -> Iterator[str]:
    """Yield the median CPU time of reading, and of reading and checking."""
    files = list(FRAMEWORK.rglob("*.yaml"))
    size = sum(path.stat().st_size for path in files)
    yield f"{len(files)} files, {size // 1024} kB"
    for name, work in (("read", load), ("read and check", check_framework)):
        times = []
        for _ in range(ROUNDS):
            start = time.process_time()
            work(FRAMEWORK)
            times.append(time.process_time() - start)
        yield f"{name}: {median(times) * 1000:.0f} ms CPU (median of {ROUNDS}, lowest {min(times) * 1000:.0f})"
