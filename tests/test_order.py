"""The order of the tests: each once, long ones first with every worker."""

from itertools import groupby

import pytest

from tests.order import LONG, dealt

SHORT = [f"test_kort_{number}" for number in range(90)]


@pytest.mark.parametrize("workers", [1, 2, 3, 8])
def test_every_worker_begins_with_a_long_module(workers: int) -> None:
    """Every test stays, each module in one piece; where a worker's part begins stands a long module."""
    items = [(name, number) for name in [*SHORT, *LONG] for number in range(3)]
    order = dealt(items, lambda item: item[0], workers)
    assert sorted(order) == sorted(items)
    begin = 0
    for left in range(workers, 0, -1):
        assert order[begin][0] in LONG
        begin += (len(items) - begin) // left
    whole = [name for name, _ in groupby(name for name, _ in order if name in LONG)]
    assert sorted(whole) == sorted(LONG)
