"""The tests of a run → in which order, so that each worker begins with long ones and none is left with them."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

# The modules that take longest; those with something that is made once for all their tests stay with one worker.
LONG = (
    *("test_editions", "test_engines", "test_reflow", "test_workflow_steps", "test_print", "test_axe", "test_publish"),
    *("test_silence", "test_principe_maker", "test_fork", "test_evaluatie", "test_html", "test_keyboard"),
    *("test_without_scripts", "test_cursus", "test_verwacht", "test_probe", "test_new_kind"),
)


def dealt(items: Sequence[T], module: Callable[[T], str], workers: int) -> list[T]:
    """Return the items in as many equal runs as there are workers: long modules in turn, then what is left.

    Each worker is given such a run to begin with, and takes from the end of another's when it is through.
    """
    held = {name: [item for item in items if module(item) == name] for name in LONG}
    left = [item for item in items if module(item) not in held]
    order: list[T] = []
    for number in range(workers):
        size = (len(items) - len(order)) // (workers - number)
        run = [item for name in LONG[number::workers] for item in held[name]]
        fill = max(0, size - len(run))
        order += [*run, *left[:fill]]
        left = left[fill:]
    return [*order, *left]
