"""Values to combine → parameters of a test: each value once in `make test`, every combination under --alles.

What differs by one value (a width, an edition, a form) shows at that value, whatever stands beside it. So the values
take turns, always the same ones; besluiten/0053 says what that could miss.
"""

from collections.abc import Collection, Iterable
from itertools import product
from typing import Any

import pytest

ALLES = pytest.mark.alles  # only under --alles (tests/conftest.py)


def mainly(values: Iterable[Any], shown: Collection[Any]) -> list[Any]:
    """Return every value with its id; those that others of their kind stand for are left to --alles."""
    return [
        pytest.param(value, marks=() if value in shown else ALLES, id=getattr(value, "id", None)) for value in values
    ]


def in_turn(*axes: Iterable[Any]) -> list[Any]:
    """Return every combination; those that no longest axis needs to show each value once are left to --alles."""
    values = [list(axis) for axis in axes]
    shown = {tuple(n % len(axis) for axis in values) for n in range(max(map(len, values)))}
    return [
        pytest.param(
            *(axis[place] for axis, place in zip(values, places, strict=True)), marks=() if places in shown else ALLES
        )
        for places in product(*(range(len(axis)) for axis in values))
    ]
