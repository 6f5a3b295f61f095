"""A principle is tried with the people it is about."""

from collections.abc import Iterator

from leidraad.checks._principes import principes
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "principe-met-inwoners"
UITLEG = (
    "Bij `getoetst_met` staat nog geen groep `inwoners`. Vraag inwoners of de cliëntenraad wat zij ervan merken, "
    "voordat u een principe vaststelt."
)
FOUT = "groep: professionals"
GOED = "groep: inwoners"

# The form says these too, with the values in the places of {}.
MELDING = "dit is nog niet getoetst met inwoners; wanneer vragen jullie hun ernaar? («Getoetst met»)"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every principle that was not tried with residents."""
    for principe in principes(framework):
        if not any(toets.groep == "inwoners" for toets in principe.getoetst_met):
            yield Problem(principe.place("id"), MELDING, ID, "let-op")
