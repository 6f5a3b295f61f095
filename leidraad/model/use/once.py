"""A function of one large object → the same, worked out once for each such object."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def once(size: int = 1) -> Callable[[Callable[[T], R]], Callable[[T], R]]:
    """Remember what a function gave for the last objects; what is asked about is the object itself, not its contents.

    A framework takes long to compare or to hash, and never changes. An object is held as long as its result, so that
    its identity is its own.
    """

    def decorate(function: Callable[[T], R]) -> Callable[[T], R]:
        held: dict[int, tuple[T, R]] = {}

        @wraps(function)
        def call(one: T) -> R:
            if (
                reader := vars(one).get("reader") if hasattr(one, "__dict__") else None
            ):  # of what is read: by what is read of it
                found: R = reader.recall(function, lambda: function(one))
                return found
            if id(one) not in held:
                result = function(one)
                if len(held) >= size:
                    del held[next(iter(held))]
                held[id(one)] = (one, result)
            return held[id(one)][1]

        def hold(one: T, result: R) -> None:
            held[id(one)] = (one, result)

        call.hold = hold  # type: ignore[attr-defined]  # for what was kept of an earlier run
        return call

    return decorate
