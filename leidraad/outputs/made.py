"""A page beside those of the engine, that is made when it is asked for."""

from collections.abc import Callable
from typing import Any, NamedTuple


class Made(NamedTuple):
    """Where a page stands in the version, what it is made of beside the edition, and how."""

    path: str
    of: Any
    make: Callable[[], str]
