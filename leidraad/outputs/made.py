"""What stands beside the pages of the engine, made when it is asked for: pages, and packages of files."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple


class Made(NamedTuple):
    """Where a page stands in the version, what it is made of beside the edition, and how.

    Of a file in a package it says which it is: two of the same path and made of the same are the same.
    """

    path: str
    of: Any
    make: Callable[[], str]


class Package(NamedTuple):
    """Where a package stands in the version, and each file in it with its name there."""

    path: str
    members: Sequence[tuple[str, Made]]
