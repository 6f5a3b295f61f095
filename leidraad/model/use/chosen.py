"""What there is, and what of it was chosen → the chosen ones in their own order, and the others after them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Gekozen(Generic[T]):
    """`gekozen` in the municipality's order, and `ook`: what comes after it, empty when nothing was chosen."""

    gekozen: tuple[T, ...]
    ook: tuple[T, ...] = ()

    @property
    def alle(self) -> tuple[T, ...]:
        """Everything, the chosen ones in front."""
        return self.gekozen + self.ook


def choose(there_is: Mapping[str, T], chosen: Sequence[str]) -> Gekozen[T]:
    """Return what was chosen and the rest; a choice of nothing that is here is a choice of everything."""
    first = tuple(there_is[id_] for id_ in chosen if id_ in there_is)
    rest = tuple(item for id_, item in there_is.items() if id_ not in chosen)
    return Gekozen(first, rest) if first else Gekozen(rest)
