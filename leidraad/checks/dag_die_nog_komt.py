"""A day on which something was done has been."""

from collections.abc import Iterator

from leidraad.model.types.base import Blok
from leidraad.model.use.day import build_day
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "dag-die-nog-komt"
UITLEG = (
    "`datum` is de dag van uw editie, en die staat in elke bronvermelding. Een gepubliceerde versie verandert nooit: "
    "publiceren kan daarom pas op die dag. Ook een dag waarop iets besloten, beoordeeld of opgezocht is, kan niet nog "
    "komen. Alleen bij `herzien_voor` en `wet_herzien_voor` hoort een dag die nog komt."
)
FOUT = 'datum: "2126-11-21"'
GOED = 'datum: "2026-11-21"'

GEDAAN = ("op", "beoordeeld_op", "nagekeken_op", "gezocht_op", "interval_gezocht_op")

# The form says these too, with the values in the places of {}.
EDITIE = "de editie is van {}, en die dag komt nog; zet hier de dag waarop u publiceert"
MELDING = "{} komt nog; zet hier de dag waarop het gebeurd is"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every edition, and everything that was done, of a day that is still to come."""
    today = build_day()
    blocks: list[Blok] = list(framework.core_blocks)
    for lokaal in framework.gemeenten.values():
        blocks += lokaal.gedragsprincipes.values()
        if lokaal.gemeente.datum > today:
            message = EDITIE.format(lokaal.gemeente.datum)
            yield Problem(lokaal.gemeente.place("datum"), message, ID, "let-op")
    for block in blocks:
        for key in GEDAAN:
            day = getattr(block, key, None)
            if day is not None and day > today:
                yield Problem(block.place(key), MELDING.format(day), ID, "let-op")
