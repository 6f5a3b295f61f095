"""What was due for review is reviewed."""

from collections.abc import Iterator

from leidraad.model.types.base import Blok
from leidraad.model.use.day import build_day
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "herziening"
UITLEG = "De datum bij `herzien_voor` is voorbij: lees het onderdeel opnieuw, en zet er een nieuwe datum bij."

# The form says these too, with the values in the places of {}.
MELDING = "de herziening was voor {}; bekijk het opnieuw"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every item whose review date has passed."""
    today = build_day()
    blocks: list[Blok] = list(framework.core_blocks)
    for lokaal in framework.gemeenten.values():
        blocks += lokaal.gedragsprincipes.values()
    for block in blocks:
        due = getattr(block, "herzien_voor", None)
        if due is not None and due < today:
            yield Problem(block.place("herzien_voor"), MELDING.format(due), ID, "let-op")


FOUT = "herzien_voor: 2026-11-21"
GOED = "herzien_voor: 2027-11-21"
