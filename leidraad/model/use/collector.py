"""Python's collector of what refers to itself, kept from going through all that stays, again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """Keep the collector still for a while in which all that is made stays: a quarter of the time or more."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def pass_over() -> None:
    """Let the collector pass over all there is now."""
    gc.freeze()
